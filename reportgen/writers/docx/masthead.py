"""The band that opens a page: a shaded table with the words at the left and the display year at the right."""

from __future__ import annotations

from reportgen.document import Masthead, Words
from reportgen.writers.docx import looks, measure
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid
from reportgen.writers.docx.paragraphs import beside, paragraph, slot, voice
from reportgen.writers.docx.runs import run
from reportgen.writers.docx.xml import twips

_YEAR_SHARE = 0.5
"""How much of the band a display year may take."""


def masthead(galley: Galley, block: Masthead, width: int) -> str:
    """Return `block` as a band; where `width` is the whole measure it bleeds over the page's side margins."""
    page, full = galley.theme.page, width == twips(galley.theme.page.measure)
    left, right = (page.left, page.right) if full else (galley.theme.grid.gutter,) * 2
    whole = width + (twips(left + right) if full else 0)
    aside = twips(_year_width(galley, block.year) + right) if block.year else 0
    columns = [whole - min(aside, round(whole * _YEAR_SHARE)), min(aside, round(whole * _YEAR_SHARE))]
    air = galley.theme.grid.group_space
    inset = 0 if block.year else right
    boxes = [Box(_words(galley, block, columns[0] / 20 - left), fill="accent", pad=(0, inset, air, left))]
    if block.year:
        boxes.append(Box(_year(galley, block.year), fill="accent", pad=(0, right, air / 2, 0), foot=True))
    return grid(galley.theme, columns[: len(boxes)], [boxes], indent=-twips(left) if full else 0)


def _words(galley: Galley, block: Masthead, room: float) -> str:
    lines = [
        _line(galley, block.kicker, "masthead.kicker", room),
        slot(galley, block.title, "masthead.title"),
        _line(galley, block.subtitle, "masthead.subtitle", room),
    ]
    return "".join(lines)


def _line(galley: Galley, words: Words, role: str, room: float) -> str:
    return beside(galley, words, role, room) if words else ""


def _year(galley: Galley, year: str) -> str:
    style = looks.paragraph_style(galley.theme, "masthead.year")
    return paragraph(galley, style, run(galley, year, voice(galley, galley.leading, False)))


def _year_width(galley: Galley, year: str) -> float:
    style = galley.theme.style("masthead.year")
    return measure.width(year, style.size, looks.is_bold(style))
