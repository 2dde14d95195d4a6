"""The workbook inside a chart, which Word opens when an editor changes the data: names and numbers in, .xlsx out."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from reportgen.writers.docx.archive import repacked


def column(index: int) -> str:
    """Return the letters of the column `index`, from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


Values = tuple[Decimal | None, ...]


@lru_cache(maxsize=64)
def workbook(
    categories: tuple[str, ...], series: tuple[tuple[str, Values], ...], codes: tuple[str, ...], day: date
) -> bytes:
    """Return a workbook with `categories` down the first column and each of `series` beside, shown by its code.

    It is dated `day`, so that the same chart gives the same bytes.
    """
    # Only a document with charts pays for loading this.
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _noon(day)})
    sheet = book.add_worksheet("Sheet1")
    for row, name in enumerate(categories, 1):
        sheet.write_string(row, 0, name)
    for at, (name, values) in enumerate(series, 1):
        shown = book.add_format({"num_format": codes[at - 1]})
        sheet.write_string(0, at, name)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, at, value, shown)
    book.close()
    return repacked(buffer.getvalue())


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)
