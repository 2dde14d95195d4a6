"""Keyword items into a table of two columns: a number, a small lead and a large main, items told off row by row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from reportgen.document import Keyword, Keywords, Text, Wording, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, shares
from reportgen.writers.docx.paragraphs import paragraph, slot, title, voice
from reportgen.writers.docx.runs import Voice, run, runs
from reportgen.writers.docx.scripts import is_han
from reportgen.writers.docx.xml import twips

_COLUMNS = 2
_SILENT = Wording("", ())


def keywords(galley: Galley, block: Keywords, width: int) -> str:
    """Return `block` as its title and its items, numbered from 01."""
    head = title(galley, block.title, "panel.title", width / 20)
    style = galley.theme.style("keyword.number")
    number = twips(looks.advance(style, "000"))
    gutter = twips(galley.theme.grid.gutter)
    first, second = shares(width, [1] * _COLUMNS, gutter)
    columns = [number, first - number, gutter, number, second - number]
    numbered = list(enumerate(block.items, 1))
    room = columns[1] / 20
    rows = [_row(galley, numbered[at : at + _COLUMNS], room) for at in range(0, len(numbered), _COLUMNS)]
    return head + (grid(galley.theme, columns, rows) if rows else "")


def _row(galley: Galley, items: Sequence[tuple[int, Keyword]], room: float) -> list[Box]:
    boxes: list[Box] = []
    for number, item in items:
        boxes += ([Box()] if boxes else []) + _item(galley, number, item, room)
    return boxes if len(items) == _COLUMNS else [*boxes, Box(span=3)]


def _item(galley: Galley, number: int, item: Keyword, room: float) -> list[Box]:
    line = looks.rule(galley.theme, "bottom", "rule", galley.theme.grid.hairline)
    air = galley.theme.grid.gutter / 2
    style = looks.paragraph_style(galley.theme, "keyword.number")
    label = paragraph(galley, style, run(galley, f"{number:02d}", Voice(galley.leading, galley.leading)))
    return [Box(part, borders=line, pad=(air, 0, air, 0)) for part in (label, _words(galley, item, room))]


def _words(galley: Galley, item: Keyword, room: float) -> str:
    """Return lead and main in the leading language, and each other language as one sentence under them."""
    if _runs_on(galley, item, room):
        style = looks.paragraph_style(galley.theme, "keyword.main")
        leading = paragraph(galley, style, _run_in(galley, item))
    else:
        leading = slot(galley, item.lead[:1], "keyword.lead") + slot(galley, item.main[:1], "keyword.main")
    style = looks.paragraph_style(galley.theme, "keyword.main", True)
    return leading + "".join(
        paragraph(galley, style, _sentence(galley, lead, main))
        for lead, main in zip_longest(item.lead[1:], item.main[1:], fillvalue=_SILENT)
    )


def _runs_on(galley: Galley, item: Keyword, room: float) -> bool:
    """Tell whether the main words follow the lead in its line.

    The lead has a line of its own, unless both fit into one and another language wants the room.
    """
    if not item.lead or not item.main:
        return False
    lead, main = (galley.theme.style(f"keyword.{part}") for part in ("lead", "main"))
    wide = looks.advance(lead, plain(item.lead[0].content)) + looks.advance(main, plain(item.main[0].content))
    return len(item.main) > 1 and wide + lead.size <= room


def _run_in(galley: Galley, item: Keyword) -> str:
    lead, main = item.lead[0], item.main[0]
    small = voice(galley, lead.lang, False, looks.run_style(galley.theme, "keyword.lead"))
    space = run(galley, "\u3000" if is_han(lead.lang) else " ", small)
    return runs(galley, lead.content, small) + space + runs(galley, main.content, voice(galley, main.lang, False))


def _sentence(galley: Galley, lead: Wording, main: Wording) -> str:
    lang = main.lang or lead.lang
    space = () if is_han(lang) or not lead.content else (Text(" "),)
    return runs(galley, (*lead.content, *space, *main.content), voice(galley, lang, True))
