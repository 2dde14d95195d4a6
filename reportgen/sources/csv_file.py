"""Text of a CSV file (RFC 4180; comma, semicolon or tab between cells) in, a table out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportgen.errors import Place
from reportgen.sources.faults import Faults
from reportgen.sources.tables import Cell, Table, table_of_cells

_DELIMITERS = (",", "\t", ";")


def read_csv(text: str, name: str, place: Place, faults: Faults) -> Table | None:
    """Return the table `name` that `text` is; cells are called by line and column name."""
    try:
        return table_of_cells(name, _lines(text, place), place, faults)
    except csv.Error as error:
        hint = "close every quotation mark, and double one that belongs to the text"
        faults.add("csv-syntax", f"this is not CSV: {error}", place, hint)
        return None


def _lines(text: str, place: Place) -> Iterator[list[Cell]]:
    head = next((line for line in text.split("\n") if line.strip()), "")
    reader = csv.reader(io.StringIO(text), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    line = 1
    for row in reader:
        spot = Place(place.file, line)
        yield [Cell(text.strip(), spot) for text in row] or [Cell("", spot)]
        line = reader.line_num + 1
