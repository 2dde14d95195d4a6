"""A table's rows to a grid: every cell at its row and column, spans counted, empty places filled, widths shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document import Cell, Table, figures, plain
from reportgen.errors import Place, WriterError
from reportgen.themes.theme import Alignment

LONGEST_NUMBER = 16
"""Characters up to which a cell that begins with a digit counts as a number."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its `row` and `column` of the section it stands in."""

    cell: Cell
    row: int
    column: int


def placed(rows: Sequence[Sequence[Cell]], columns: int) -> list[list[Placed]]:
    """Return the rows with every cell at its place, empty cells where a row says nothing."""
    taken: set[tuple[int, int]] = set()
    grid: list[list[Placed]] = []
    for index, row in enumerate(rows):
        found, column = [], 0
        for cell in row:
            while (index, column) in taken:
                column += 1
            spot = Placed(_cut(cell, index, len(rows)), index, column)
            taken |= _covered(spot)
            found.append(spot)
            column += cell.colspan
        found += [Placed(Cell(words=()), index, column) for column in range(columns) if (index, column) not in taken]
        taken |= {(index, column) for column in range(columns)}
        grid.append(sorted(found, key=lambda spot: spot.column))
    return grid


def _cut(cell: Cell, row: int, rows: int) -> Cell:
    """Return `cell` with no more rows than its section has below it."""
    if row + cell.rowspan <= rows:
        return cell
    return Cell(words=cell.words, colspan=cell.colspan, rowspan=rows - row, header=cell.header)


def _covered(spot: Placed) -> set[tuple[int, int]]:
    rows = range(spot.row, spot.row + spot.cell.rowspan)
    return {(row, column) for row in rows for column in range(spot.column, spot.column + spot.cell.colspan)}


def column_count(table: Table) -> int:
    """Return the number of columns; raise WriterError where `align` or `widths` has another."""
    count = max(_width(table.head), _width(table.body))
    for name, given in (("align", table.align), ("widths", table.widths)):
        if given and len(given) != count:
            message = f"the table has {count} columns, and its {name} has {len(given)} entries"
            raise WriterError.of("table-columns", message, Place(block=table.id), "give one entry a column")
    return count


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the columns that `rows` cover, those included that a cell of an upper row reaches down into."""
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while (index, column) in taken:
                column += 1
            taken |= _covered(Placed(cell, index, column))
            column += cell.colspan
    return max((column for _, column in taken), default=-1) + 1


def groups(rows: Sequence[Sequence[Placed]]) -> list[tuple[int, int]]:
    """Return the stretches of rows (first, end) that row spans hold together."""
    found: list[tuple[int, int]] = []
    start = reach = 0
    for index, row in enumerate(rows):
        reach = max([reach, *(index + spot.cell.rowspan for spot in row)])
        if reach == index + 1:
            found.append((start, reach))
            start = reach
    return found


def alignments(table: Table, body: Sequence[Sequence[Placed]], columns: int) -> tuple[Alignment, ...]:
    """Return each column's alignment: as told, else numbers at the end and words at the start."""
    if table.align:
        return table.align
    said: list[list[Cell]] = [[] for _ in range(columns)]
    for row in body:
        for spot in row:
            if spot.cell.colspan == 1 and spot.cell.words and not spot.cell.header:
                said[spot.column].append(spot.cell)
    return tuple("end" if cells and all(map(_is_number, cells)) else "start" for cells in said)


def _is_number(cell: Cell) -> bool:
    content = cell.words[0].content
    text = plain(content).strip()
    bare = text.lstrip("+-−±<>≤≥")
    short = len(text) <= LONGEST_NUMBER
    return text in ("—", "–", "-", "…", "") or (short and (bare[:1].isdigit() or any(True for _ in figures(content))))


def shares(naturals: Sequence[float], width: float) -> list[float]:
    """Return column widths that fill `width`: narrow columns get what they need, wide ones share the rest."""
    total = sum(naturals)
    if total <= width:
        spare = (width - total) / max(len(naturals), 1)
        return [natural + spare for natural in naturals]
    found = dict.fromkeys(range(len(naturals)), 0.0)
    open_columns, room = sorted(found, key=lambda index: naturals[index]), width
    while open_columns:
        index = open_columns.pop(0)
        found[index] = min(naturals[index], room / (len(open_columns) + 1))
        room -= found[index]
    return [found[index] for index in range(len(naturals))]
