"""Bytes of an Office Open XML workbook (ECMA-376 part 1, 18) in, its sheets as the cells that an editor sees out.

One strict reader of the file's own XML, for what an editor sees needs four things that readers of bare values leave
out: the number format of a cell, whether a formula's result was ever stored, the merged ranges, and a bound on the size
of a sheet before it is laid out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.errors import Place
from reportgen.sources.archive import Archive
from reportgen.sources.faults import Faults
from reportgen.sources.number_format import BUILT_IN, FormatError, shown
from reportgen.sources.tables import Cell
from reportgen.sources.xml_parts import Element, XmlError, elements

MOST_ROWS = 20_000
MOST_COLUMNS = 300

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", re.ASCII)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")
_BLANK = Cell("", Place())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's `name`, whether Excel hides it, and its part in the archive."""

    name: str
    hidden: bool
    part: str


class Workbook:
    """A workbook's sheets, texts and formats."""

    def __init__(self, archive: Archive, place: Place, faults: Faults) -> None:
        """Read all but the cells; raise ArchiveError or XmlError where that cannot be done."""
        self.archive, self.place, self.faults = archive, place, faults
        main = next((part for kind, part in self.relations("").values() if kind == "officeDocument"), "xl/workbook.xml")
        self.related = self.relations(main)
        self.sheets: list[Sheet] = []
        self.since_1904 = self.stale = False
        for element, _ in self.elements(main):
            self.note(element)
        self.strings = tuple(self.texts())
        self.formats = tuple(self.codes())

    def note(self, element: Element) -> None:
        """Take what an `element` of the workbook part (18.2) says."""
        match element.tag:
            case "workbookPr":
                self.since_1904 = element.get("date1904") in _TRUE
            case "calcPr":
                self.stale = element.get("fullCalcOnLoad") in _TRUE
            case "sheet":
                kind, part = self.related.get(element.get("id"), ("", ""))
                if kind == "worksheet":
                    hidden = element.get("state", "visible") != "visible"
                    self.sheets.append(Sheet(element.get("name"), hidden, part))

    def elements(self, part: str) -> Iterator[tuple[Element, Element]]:
        """Return the elements of `part`, each with the one around it."""
        data = self.archive.read(part)
        if data is None:
            raise XmlError(f"its part {part} is absent")
        return elements(data)

    def relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Return kind and part of what `part` is related to, by id (ECMA-376 part 2, 6.5)."""
        folder, name = posixpath.split(part)
        data = self.archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = (element for element, _ in elements(data or b"<none/>") if element.tag == "Relationship")
        return {
            element.get("Id"): (
                element.get("Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, element.get("Target"))).lstrip("/"),
            )
            for element in found
            if element.get("TargetMode") != "External"
        }

    def part_of(self, kind: str) -> str:
        """Return the part that is related to the workbook as `kind`, or ""."""
        return next((part for found, part in self.related.values() if found == kind), "")

    def texts(self) -> Iterator[str]:
        """Yield the shared strings (18.4.8) without their phonetic guides."""
        part = self.part_of("sharedStrings")
        runs: list[str] = []
        for element, parent in self.elements(part) if part else ():
            if element.tag == "t" and parent.tag != "rPh":
                runs.append(element.text)
            elif element.tag == "si":
                yield _unescaped("".join(runs))
                runs.clear()

    def codes(self) -> Iterator[str | None]:
        """Yield the number format of each cell style (18.8.10), None where the file does not say it."""
        part = self.part_of("styles")
        own: dict[int, str] = {}
        for element, parent in self.elements(part) if part else ():
            if element.tag == "numFmt" and parent.tag == "numFmts":
                own[int(element.get("numFmtId", "0"))] = element.get("formatCode")
            elif element.tag == "xf" and parent.tag == "cellXfs":
                number = int(element.get("numFmtId", "0"))
                yield own.get(number, BUILT_IN.get(number))

    def lines(self, sheet: Sheet) -> Iterator[Sequence[Cell]]:
        """Yield the filled rows of `sheet`, each from column A on."""
        grid = _Grid(self, sheet).read()
        for _, row in sorted(grid.items()):
            yield [row.get(column, _BLANK) for column in range(1, max(row) + 1)]


class _Grid:
    """Lays out one sheet from its rows and cells (18.3.1.73 and 18.3.1.4)."""

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        self.cells: dict[int, dict[int, Cell]] = {}
        self.merged: list[str] = []
        self.row = self.column = 0
        self.value: list[str] = []
        self.formula = False

    def read(self) -> Mapping[int, Mapping[int, Cell]]:
        for element, parent in self.book.elements(self.sheet.part):
            match element.tag, parent.tag:
                case ("v", "c") | ("t", "is" | "r"):
                    self.value.append(element.text)
                case "f", "c":
                    self.formula = True
                case "c", "row":
                    self.cell(element, parent)
                case "row", _:
                    self.row, self.column = int(element.get("r") or self.row + 1), 0
                case "mergeCell", _:
                    self.merged.append(element.get("ref"))
        for area in self.merged:
            self.merge(area)
        return self.cells

    def cell(self, element: Element, row: Element) -> None:
        """Take a cell; one without an address follows the one before it."""
        address = _ADDRESS.fullmatch(element.get("r"))
        number = int(row.get("r") or self.row + 1)
        self.column = _number(address[1]) if address else self.column + 1
        value, formula = "".join(self.value), self.formula
        self.value, self.formula = [], False
        if not value and not formula:
            return
        if number > MOST_ROWS or self.column > MOST_COLUMNS:
            limit = f"{MOST_ROWS} rows and {MOST_COLUMNS} columns"
            raise XmlError(f"its sheet {self.sheet.name} has a cell beyond {limit}")
        place = self.place(number, self.column)
        text = self.text(element, value, formula, place).replace("\r", "").strip()
        if text:
            self.cells.setdefault(number, {})[self.column] = Cell(text, place)

    def text(self, element: Element, value: str, formula: bool, place: Place) -> str:
        """Return what a cell shows; where that cannot be known, note it and return what is stored."""
        kind = element.get("t", "n")
        hint = "open the workbook in a spreadsheet and save it, or type the value"
        if kind == "e":
            self.spoil("error-cell", f"the cell shows the error {value}", place, "mend its formula, or empty it")
        elif formula and not value and kind != "str":
            self.spoil("formula-without-value", "the formula's result was never stored", place, hint)
        elif formula and self.book.stale:
            message = "the formula's stored result may be wrong, for the workbook asks to be calculated anew"
            self.spoil("formula-without-value", message, place, hint)
        elif kind == "n":
            return self.number(value, int(element.get("s", "0")), place)
        else:
            return self.word(kind, value)
        return value or "?"

    def word(self, kind: str, value: str) -> str:
        """Return the text of a cell that holds no number (ST_CellType, 18.18.11)."""
        match kind:
            case "s":
                return self.book.strings[int(value)]
            case "b":
                return str(value in _TRUE)
            case "d":
                return value.removesuffix("T00:00:00")
            case _:
                return _unescaped(value)

    def number(self, value: str, style: int, place: Place) -> str:
        """Return `value` as its cell's format shows it."""
        code = self.book.formats[style] if style < len(self.book.formats) else "General"
        try:
            if code is None:
                raise FormatError("what only the program that wrote it knows")
            return shown(value, code, self.book.since_1904)
        except FormatError as error:
            hint = "give it the format General, 0.0 or 0.0%"
            self.spoil("unclear-format", f"the cell's format {code or ''} shows {error}", place, hint)
            return value

    def merge(self, area: str) -> None:
        """Repeat the text of a merged cell down its rows; refuse one that spans columns."""
        first, _, last = area.partition(":")
        start, end = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last or first)
        if not start or not end:
            raise XmlError(f"its sheet {self.sheet.name} merges the cells {area}")
        column, row = _number(start[1]), int(start[2])
        cell = self.cells.get(row, {}).get(column)
        if cell and start[1] != end[1]:
            hint = "take the merged cells apart, so that each column has its own text"
            self.book.faults.add(
                "merged-columns", f"the cells {area} are merged over several columns", cell.place, hint
            )
        elif cell:
            for below in range(row + 1, min(int(end[2]), max(self.cells)) + 1):
                self.cells.setdefault(below, {})[column] = Cell(cell.text, self.place(below, column))

    def place(self, row: int, column: int) -> Place:
        return Place(self.book.place.file, cell=f"{self.sheet.name}!{_letters(column)}{row}")

    def spoil(self, code: str, message: str, place: Place, hint: str) -> None:
        self.book.faults.spoil(code, message, place, hint)


def _number(letters: str) -> int:
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - 64
    return total


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _unescaped(text: str) -> str:
    """Turn `_x000A_` into the character that it stands for (ST_Xstring, 22.9.2.19)."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
