"""Rows under named columns: what CSV, a sheet and an inline list are read into, with the place of every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.errors import Place
from reportgen.sources.characters import forbidden
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.nodes import Leaf, Listing, Mapped, Node, kind


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, blanks around it cut off, as a reader of the file sees it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a row by column; `head` says where each column is named."""

    cells: Mapping[str, Cell]
    place: Place
    head: Mapping[str, Place] = field(default_factory=dict)

    def cell(self, column: str) -> Cell:
        """Return the cell of `column`, empty where the row or the table has none."""
        return self.cells.get(column) or Cell("", self._spot(column))

    def _spot(self, column: str) -> Place:
        """Return the place of an empty cell: in a sheet, the column's letters with the row's number."""
        named = self.head.get(column)
        if not named or not self.place.cell:
            return self.place
        digits = self.place.cell[len(self.place.cell.rstrip("0123456789")) :]
        return Place(self.place.file, cell=named.cell.rstrip("0123456789") + digits)

    def text(self, column: str) -> str:
        """Return the text of the cell of `column`."""
        return self.cell(column).text


@dataclass(frozen=True, slots=True)
class Table:
    """A table's `rows`, the `columns` of its head, and where it begins."""

    name: str
    columns: Mapping[str, Place]
    rows: tuple[Row, ...]
    place: Place = field(default_factory=Place)

    def check(self, known: Callable[[str], bool], names: Sequence[str], needed: Sequence[str], faults: Faults) -> None:
        """Note columns that are not `known`, with the nearest of `names`, and `needed` ones that rows lack."""
        for column, place in self.columns.items():
            if not known(column):
                hint = nearest(column, names, "the columns are " + ", ".join(names))
                faults.add("unknown-column", f"{self.name} has no column “{column}”", place, hint)
        for column in needed:
            if self.rows and column not in self.columns:
                faults.add("missing-column", f"{self.name} lacks the column “{column}”", self.place, "add it")


def table_of_cells(name: str, lines: Iterator[Sequence[Cell]], place: Place, faults: Faults) -> Table | None:
    """Return the table whose head is the first line of `lines` with a filled cell."""
    filled = (line for line in lines if any(cell.text for cell in line))
    head = next(filled, None)
    if head is None:
        faults.add("source-empty", f"{name} has no head row", place, "begin it with a row of column names")
        return None
    columns = _columns(head, faults)
    rows = tuple(_row(line, head, columns, faults) for line in filled)
    return Table(name, columns, rows, next(cell.place for cell in head if cell.text))


def _columns(head: Sequence[Cell], faults: Faults) -> Mapping[str, Place]:
    columns: dict[str, Place] = {}
    for cell in head:
        if cell.text in columns:
            faults.add("duplicate-column", f"the column “{cell.text}” stands twice", cell.place, "keep one of them")
        elif cell.text:
            columns[cell.text] = cell.place
    return columns


def _row(line: Sequence[Cell], head: Sequence[Cell], columns: Mapping[str, Place], faults: Faults) -> Row:
    cells: dict[str, Cell] = {}
    for index, cell in enumerate(line):
        name = head[index].text if index < len(head) else ""
        if cell.text and not name:
            message = f"“{cell.text}” stands in a column without a name"
            hint = "name the column, or quote a text that has the delimiter in it"
            faults.add("cell-without-column", message, cell.place, hint)
        elif cell.text:
            check_cell(cell, name, faults)
            cells.setdefault(name, cell)
    return Row(cells, next(cell.place for cell in line if cell.text), columns)


def check_cell(cell: Cell, name: str, faults: Faults) -> None:
    """Note what cannot be printed in `cell` of column `name`."""
    for description in dict.fromkeys(description for _, description in forbidden(cell.text)):
        faults.add("source-character", f"{name} has {description}, which cannot be printed", cell.place, "delete it")
    if "\n" in cell.text:
        faults.add("line-break", f"{name} has a line break in it", cell.place, "write the text in one line")


def table_of_node(name: str, node: Node, faults: Faults) -> Table:
    """Return the table of an inline list of mappings; `name: {zh: …}` is the column `name_zh`."""
    if not isinstance(node, Listing):
        faults.add("wrong-shape", f"{name} is {kind(node)}", node.place, "write a list of mappings, one per row")
        return Table(name, {}, (), node.place)
    columns: dict[str, Place] = {}
    rows = []
    for item in node.items:
        if isinstance(item, Mapped):
            filled = {column: cell for column, cell in _flat(item, "", faults) if cell.text}
            for column, cell in filled.items():
                check_cell(cell, column, faults)
                columns.setdefault(column, cell.place)
            rows.append(Row(filled, item.place, columns))
        else:
            faults.add("wrong-shape", f"{name} has {kind(item)} among its rows", item.place, "write key: value pairs")
    return Table(name, columns, tuple(rows), node.place)


def _flat(node: Mapped, head: str, faults: Faults) -> Iterator[tuple[str, Cell]]:
    for key, value in node.entries.items():
        match value:
            case Leaf(text, place):
                yield head + key, Cell(text.strip(), place)
            case Mapped():
                yield from _flat(value, f"{head}{key}_", faults)
            case Listing(_, place):
                faults.add("wrong-shape", f"{head}{key} is a list", place, "write one text")
