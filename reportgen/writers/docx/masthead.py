"""The band that opens a page: a shaded table with the words at the left and the display year at the right."""

from __future__ import annotations

from reportgen.document import Masthead, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid
from reportgen.writers.docx.paragraphs import fits, paragraph, slot, title, voice
from reportgen.writers.docx.runs import run
from reportgen.writers.docx.xml import twips

_YEAR_SHARE = 0.5
"""How much of the band a display year may take."""
_TRIED = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (1, 3), (2, 3), (2, 4))
"""The sizes of title and year that are tried, in steps down, the best first."""
_AIR = 1.08
"""What a year is given beyond its measure, lest it break where Word puts a wider font."""


def masthead(galley: Galley, block: Masthead, width: int) -> str:
    """Return `block` as a band; where `width` is the whole measure it bleeds over the page's side margins."""
    theme, full = galley.theme, width == twips(galley.theme.page.measure)
    left, right = (theme.page.left, theme.page.right) if full else (theme.grid.gutter,) * 2
    whole = width / 20 + (left + right if full else 0)
    step, smaller = _steps(galley, block, whole - left - right)
    aside = min(_year_width(galley, block.year, smaller) + right, whole * _YEAR_SHARE) if block.year else 0.0
    columns = [twips(whole) - twips(aside), twips(aside)]
    air = theme.grid.group_space
    words = _words(galley, block, step, whole - aside - left)
    boxes = [_band(galley, words, (0, 0 if block.year else right, air, left), "right")]
    if block.year:
        boxes.append(_band(galley, _year(galley, block.year, smaller), (0, right, air / 2, 0), "left"))
    return grid(theme, columns[: len(boxes)], [boxes], indent=-twips(left) if full else 0)


def _band(galley: Galley, inner: str, pad: tuple[float, float, float, float], seam: str) -> Box:
    """Return a cell of the band, its `seam` ruled in the band's colour lest the paper shine through."""
    rule = looks.rule(galley.theme, seam, "accent", galley.theme.grid.hairline)
    return Box(inner, borders=rule, fill="accent", pad=pad, foot=seam == "left")


def _steps(galley: Galley, block: Masthead, room: float) -> tuple[int, int]:
    """Return how many sizes down title and year go so that each line of the band holds what it says.

    Where the lesser lines cannot, only the title counts; where nothing helps, both stay large.
    """
    for whole in (True, False):
        for steps in _TRIED:
            if _holds(galley, block, room - _year_width(galley, block.year, steps[1]), steps[0], whole):
                return steps
    return 0, 0


def _holds(galley: Galley, block: Masthead, room: float, step: int, whole: bool) -> bool:
    style = looks.stepped(galley.theme.style("masthead.title"), step)
    if block.title and looks.advance(style, plain(block.title[0].content)) > room:
        return False
    lesser = ((block.kicker, "masthead.kicker"), (block.subtitle, "masthead.subtitle"))
    return not whole or all(fits(galley, words, role, room) for words, role in lesser)


def _words(galley: Galley, block: Masthead, step: int, room: float) -> str:
    return "".join(
        (
            title(galley, block.kicker, "masthead.kicker", room),
            slot(galley, block.title, "masthead.title", step),
            title(galley, block.subtitle, "masthead.subtitle", room),
        )
    )


def _year(galley: Galley, year: str, step: int) -> str:
    style = looks.stepped_style(galley.theme, "masthead.year", step)
    return paragraph(galley, style, run(galley, year, voice(galley, galley.leading, False)))


def _year_width(galley: Galley, year: str, step: int) -> float:
    style = looks.stepped(galley.theme.style("masthead.year"), step)
    return looks.advance(style, year) * _AIR
