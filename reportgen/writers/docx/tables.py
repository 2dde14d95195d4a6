"""Data tables: rows of cells over columns and rows into a table with a caption and a head that repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document import Align, Cell, Table, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, shares
from reportgen.writers.docx.paragraphs import paragraph, slot, voice
from reportgen.writers.docx.runs import Voice, runs
from reportgen.writers.docx.styles import DATA_TABLE, cell_style

Row = tuple[Cell, ...]
Placed = list[tuple[Cell, str]]

_NARROW, _WIDE, _AIR = 2.5, 11.0, 2.5
"""Ems between which a column is as wide as its widest cell, and the air in it, before the table is stretched."""
_STARTS: tuple[Align, ...] = ("start",)


def table(galley: Galley, block: Table, width: int) -> str:
    """Return `block` as its caption and its grid; a row that covers more or fewer columns than others is a fault."""
    caption = slot(galley, block.caption, "table.caption")
    rows = [*_spread(block.head), *_spread(block.body)]
    count = max((_covered(row) for row in rows), default=0)
    for number, row in enumerate(rows, 1):
        if _covered(row) != count:
            message = f"row {number} covers {_covered(row)} of {count} columns"
            galley.fault("docx-table", message, "give it the cells it lacks")
    if not count:
        return caption
    weights = block.widths if len(block.widths) == count else _naturals(galley, rows, count)
    aligns = block.align if len(block.align) == count else _STARTS * count
    boxes = [_boxes(galley, row, aligns, len(block.head) - 1 - index) for index, row in enumerate(rows)]
    named = galley.text(_name(galley, block))
    columns = shares(width, weights)
    return caption + grid(galley.theme, columns, boxes, style=DATA_TABLE, head=len(block.head), caption=named)


def _naturals(galley: Galley, rows: Sequence[Placed], count: int) -> list[float]:
    """Return weights by what the columns hold: their widest cell, within ems that leave room for the others."""
    style = galley.theme.style("table.cell")
    widest = [_NARROW * style.size] * count
    for row in rows:
        column = 0
        for cell, _ in row:
            set_in = galley.theme.style("table.head") if cell.header else style
            said = max((looks.advance(set_in, plain(wording.content)) for wording in cell.words), default=0.0)
            if cell.colspan == 1:
                widest[column] = max(widest[column], min(said, _WIDE * style.size))
            column += cell.colspan
    return [wide + _AIR * style.size for wide in widest]


def _name(galley: Galley, block: Table) -> str:
    """Return what a screen reader calls the table: its caption, else its first row, else the document's title."""
    first = [words for row in (*block.head, *block.body)[:1] for words in (cell.words for cell in row)]
    called = ["".join(plain(said.content) for said in words[:1]) for words in (block.caption, *first)]
    title = "".join(plain(said.content) for said in galley.document.title[:1])
    return called[0] or " | ".join(filter(None, called[1:])) or title


def _covered(row: Placed) -> int:
    return sum(cell.colspan for cell, _ in row)


def _spread(rows: Sequence[Row]) -> Iterator[Placed]:
    """Yield each row with a cell in every place, those held open from above marked `continue` (17.4.85)."""
    held: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        placed: Placed = []
        waiting, column = list(row), 0
        while waiting or column in held:
            if column in held:
                left, cell = held.pop(column)
                merge = "continue"
            else:
                cell, merge = waiting.pop(0), ""
                left, merge = cell.rowspan, "restart" if cell.rowspan > 1 else ""
            placed.append((cell, merge))
            if left > 1:
                held[column] = (left - 1, cell)
            column += cell.colspan
        yield placed


def _boxes(galley: Galley, row: Placed, aligns: Sequence[Align], place: int) -> list[Box]:
    """Return the cells of a row whose `place` in the head counts up to 0, the row above the body; below 0 is body."""
    boxes, column, head = [], 0, place >= 0
    rule = looks.rule(galley.theme, "bottom", "ink", galley.theme.grid.rule) if not place else ""
    for cell, merge in row:
        align = aligns[min(column, len(aligns) - 1)]
        inner = "" if merge == "continue" else _cell(galley, cell, align, head)
        boxes.append(Box(inner or _blank(head, align), span=cell.colspan, merge=merge, borders=rule))
        column += cell.colspan
    return boxes


def _blank(head: bool, align: Align) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{cell_style("table.head" if head else "table.cell", align)}"/></w:pPr></w:p>'


def _cell(galley: Galley, cell: Cell, align: Align, head: bool) -> str:
    role = "table.head" if head or cell.header else "table.cell"
    style = cell_style(role, align)
    return "".join(
        paragraph(galley, style, runs(galley, wording.content, _speech(galley, wording.lang, role, index > 0)))
        for index, wording in enumerate(cell.words)
    )


def _speech(galley: Galley, lang: str, role: str, follow: bool) -> Voice:
    return voice(galley, lang, follow, looks.run_style(galley.theme, role, True) if follow else "")
