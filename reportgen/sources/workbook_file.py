"""One .xlsx file in, what its sheets bring out: the briefing's head, indicators, facts and lists of content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.errors import Place
from reportgen.languages import LANGUAGES
from reportgen.sources.archive import Archive, ArchiveError
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.nodes import DEEPEST, Leaf, Listing, Mapped, Node
from reportgen.sources.spreadsheet import Sheet, Workbook
from reportgen.sources.tables import Cell, Row, Table, table_of_cells
from reportgen.sources.xml_parts import XmlError

HEAD = "briefing"
NEEDED = ("indicators", "facts")
TABLES = (*NEEDED, "glossary", "previous")

# A sheet `items` is the list `items` of the content, a sheet `keywords.items` the list `items` under `keywords`.
_CONTENT = re.compile(r"(?:[\w-]+\.)*items|keywords")


def read_workbook(data: bytes, place: Place, faults: Faults) -> tuple[Mapped | None, tuple[Table, ...]] | None:
    """Return the head, if there is a sheet for it, and the tables of a workbook, or note why it cannot be read."""
    try:
        return _Reader(Workbook(Archive(data), place, faults)).parts()
    except ArchiveError as error:
        faults.add("workbook-unreadable", f"the workbook cannot be read: {error.args[0]}", place, error.args[1])
    except (XmlError, ValueError, IndexError) as error:
        message = f"the workbook cannot be read: {error}"
        faults.add("workbook-unreadable", message, place, "open it in a spreadsheet and save it anew as .xlsx")
    return None


class _Reader:
    def __init__(self, book: Workbook) -> None:
        self.book, self.faults = book, book.faults
        self.sheets = {sheet.name: sheet for sheet in book.sheets}

    def parts(self) -> tuple[Mapped | None, tuple[Table, ...]]:
        content = [sheet for sheet in self.book.sheets if _CONTENT.fullmatch(sheet.name)]
        for sheet in self.book.sheets:
            self.refuse_unknown(sheet, sheet in content)
        tables = tuple(table for name in TABLES if name in self.sheets for table in self.tables(self.sheets[name]))
        return self.head(content), tables

    def refuse_unknown(self, sheet: Sheet, content: bool) -> None:
        """Note a sheet that nothing reads, unless it is hidden or a note, as the `#` before its name says."""
        if content and HEAD not in self.sheets:
            message = f"the sheet {sheet.name} has no sheet {HEAD} beside it"
            self.fault("sheet-without-head", message, sheet, f"add a sheet {HEAD} with the columns key and value")
        elif not (content or sheet.hidden or sheet.name in (HEAD, *TABLES) or sheet.name.startswith("#")):
            names = (HEAD, *TABLES, "items", "keywords")
            hint = nearest(sheet.name, names, f"call a sheet of notes #{sheet.name}")
            self.fault("unknown-sheet", f"no sheet is called “{sheet.name}”", sheet, hint)

    def tables(self, sheet: Sheet) -> Iterator[Table]:
        table = table_of_cells(sheet.name, self.book.lines(sheet), self.at(sheet), self.faults)
        if table:
            yield table

    def head(self, content: Sequence[Sheet]) -> Mapped | None:
        if HEAD not in self.sheets:
            return None
        pairs: list[tuple[str, Node]] = []
        for table in self.tables(self.sheets[HEAD]):
            table.check(("key", "value", *LANGUAGES).__contains__, ("key", "value", *LANGUAGES), ("key",), self.faults)
            pairs += (pair for row in table.rows for pair in self.entry(row))
        for sheet in content:
            for table in self.tables(sheet):
                rows = (_mapped(_entries(row), row.place, self.faults) for row in table.rows)
                pairs.append((sheet.name, Listing(tuple(rows), table.place)))
        return _mapped(pairs, self.at(self.sheets[HEAD]), self.faults)

    def entry(self, row: Row) -> Iterator[tuple[str, Node]]:
        """Yield what a row of the sheet `briefing` says: a value, or a text per language."""
        key = row.text("key")
        if not key:
            self.faults.add("missing-value", "the key is empty", row.cell("key").place, "name what the row says")
        for column, cell in row.cells.items():
            if column == "value":
                yield _entry(f"{key}[]" if key == "languages" else key, cell)
            elif column != "key":
                yield f"{key}.{column}", Leaf(cell.text, cell.place)

    def at(self, sheet: Sheet) -> Place:
        return Place(self.book.place.file, cell=f"{sheet.name}!A1")

    def fault(self, code: str, message: str, sheet: Sheet, hint: str) -> None:
        self.faults.add(code, message, self.at(sheet), hint)


def _entries(row: Row) -> Iterator[tuple[str, Node]]:
    return (_entry(column, cell) for column, cell in row.cells.items())


def _entry(key: str, cell: Cell) -> tuple[str, Node]:
    """Return key and node of a cell; under a key that ends in `[]` it is a list with commas between."""
    if not key.endswith("[]"):
        return key, Leaf(cell.text, cell.place)
    items = (Leaf(item.strip(), cell.place) for item in cell.text.split(","))
    return key.removesuffix("[]"), Listing(tuple(items), cell.place)


def _mapped(pairs: Iterable[tuple[str, Node]], place: Place, faults: Faults, depth: int = 0) -> Mapped:
    """Nest entries whose keys have dots in them: `title.zh` is `zh` under `title`."""
    groups: dict[str, list[tuple[str, Node]]] = {}
    for key, node in pairs:
        head, _, rest = key.partition(".") if depth < DEEPEST else (key, "", "")
        groups.setdefault(head, []).append((rest, node))
    entries: dict[str, Node] = {}
    for key, members in groups.items():
        spot = members[0][1].place
        if len(members) > 1 and any(not rest for rest, _ in members):
            message = f"the key “{key}” stands twice, also at {spot.cell}"
            faults.add("duplicate-key", message, members[1][1].place, "keep one of them")
        alone = next((node for rest, node in members if not rest), None)
        entries[key] = alone or _mapped(members, spot, faults, depth + 1)
    return Mapped(entries, {key: members[0][1].place for key, members in groups.items()}, place)
