"""Keyword items into a table of two columns: a number, a small lead and a large main, items told off row by row."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Keyword, Keywords, Text, Wording
from reportgen.writers.docx import looks, measure
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, shares
from reportgen.writers.docx.paragraphs import base, paragraph, slot
from reportgen.writers.docx.runs import Voice, run, runs
from reportgen.writers.docx.scripts import is_han
from reportgen.writers.docx.xml import twips

_COLUMNS = 2


def keywords(galley: Galley, block: Keywords, width: int) -> str:
    """Return `block` as its title and its items, numbered from 01."""
    title = slot(galley, block.title, "panel.title")
    style = galley.theme.style("keyword.number")
    number = twips(measure.width("000", style.size, looks.is_bold(style)))
    gutter = twips(galley.theme.grid.gutter)
    first, second = shares(width, [1] * _COLUMNS, gutter)
    columns = [number, first - number, gutter, number, second - number]
    numbered = list(enumerate(block.items, 1))
    rows = [_row(galley, numbered[at : at + _COLUMNS]) for at in range(0, len(numbered), _COLUMNS)]
    return title + (grid(galley.theme, columns, rows) if rows else "")


def _row(galley: Galley, items: Sequence[tuple[int, Keyword]]) -> list[Box]:
    boxes: list[Box] = []
    for number, item in items:
        boxes += ([Box()] if boxes else []) + _item(galley, number, item)
    return boxes if len(items) == _COLUMNS else [*boxes, Box(span=3)]


def _item(galley: Galley, number: int, item: Keyword) -> list[Box]:
    line = looks.rule(galley.theme, "bottom", "rule", 0.5)
    air = galley.theme.grid.gutter / 2
    style = looks.paragraph_style(galley.theme, "keyword.number")
    label = paragraph(galley, style, run(galley, f"{number:02d}", Voice(galley.leading, galley.leading)))
    return [Box(part, borders=line, pad=(air, 0, air, 0)) for part in (label, _words(galley, item))]


def _words(galley: Galley, item: Keyword) -> str:
    """Return lead and main of the leading language in two lines, and each other language as one sentence."""
    leading = slot(galley, item.lead[:1], "keyword.lead") + slot(galley, item.main[:1], "keyword.main")
    style = looks.paragraph_style(galley.theme, "keyword.main", True)
    return leading + "".join(
        paragraph(galley, style, _sentence(galley, lead, main))
        for lead, main in zip(item.lead[1:], item.main[1:], strict=False)
    )


def _sentence(galley: Galley, lead: Wording, main: Wording) -> str:
    space = () if is_han(main.lang) or not lead.content else (Text(" "),)
    return runs(galley, (*lead.content, *space, *main.content), Voice(main.lang, base(galley, True)))
