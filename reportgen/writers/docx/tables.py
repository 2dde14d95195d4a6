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


def table(galley: Galley, block: Table, width: int) -> str:
    """Return `block` as its caption and its grid; a row that covers more or fewer columns than others is a fault."""
    caption = slot(galley, block.caption, "table.caption")
    rows = [*_spread(block.head), *_spread(block.body)]
    count = max((sum(box.colspan for box, _ in row) for row in rows), default=0)
    if not count:
        galley.fault("docx-table", "the table has no cells", "give it a row")
        return caption
    for number, row in enumerate(rows, 1):
        if (covered := sum(cell.colspan for cell, _ in row)) != count:
            galley.fault("docx-table", f"row {number} covers {covered} of {count} columns", "give it the cells it lacks")
    weights = block.widths if len(block.widths) == count else (1,) * count
    aligns = block.align if len(block.align) == count else ("start",) * count
    boxes = [_boxes(galley, row, aligns, index < len(block.head)) for index, row in enumerate(rows)]
    named = galley.text(plain(block.caption[0].content)) if block.caption else galley.text(block.id)
    return caption + grid(
        galley.theme, shares(width, weights), boxes, style=DATA_TABLE, head=len(block.head), caption=named
    )


def _spread(rows: Sequence[Row]) -> Iterator[list[tuple[Cell, str]]]:
    """Yield each row with a cell in every place, those held open from above marked `continue` (17.4.85)."""
    held: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        placed: list[tuple[Cell, str]] = []
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


def _boxes(galley: Galley, row: list[tuple[Cell, str]], aligns: Sequence[Align], head: bool) -> list[Box]:
    boxes, column = [], 0
    for cell, merge in row:
        align = aligns[min(column, len(aligns) - 1)]
        inner = "" if merge == "continue" else _cell(galley, cell, align, head)
        boxes.append(Box(inner or _blank(head, align), span=cell.colspan, merge=merge))
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
