"""A number and its cell's format code (ECMA-376 part 1, 18.8.30 and 18.8.31) in, the number as it is shown out.

What an editor sees is what counts: 0.032 under `0.0%` is 3.2%, and 765.9000000000001 is 765.9, for a spreadsheet shows
15 significant digits of what it stores.  Grouping and words of the format are left off; a format that shows another
number than the cell's, or none, is an error.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

BUILT_IN = {
    **dict(enumerate(("General", "0", "0.00", "#,##0", "#,##0.00"))),
    **dict(enumerate(("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??"), 9)),
    **dict.fromkeys((5, 6, 37, 38, 41, 42), "#,##0"),
    **dict.fromkeys((7, 8, 39, 40, 43, 44), "#,##0.00"),
    **dict(enumerate(("##0.0E+0", "@"), 48)),
    **dict.fromkeys((14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58), "yyyy-mm-dd"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-mm"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm"),
}
"""Codes that a file names by number alone; 27 to 36 and 50 to 58 as they are in Chinese."""

LONGEST = 255
"""Characters that a spreadsheet program lets a format code have."""

_PRECISION = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=60)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_CONDITION = re.compile(r"\[[<>=]")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.(?P<decimals>[#0?]*))?|\.(?P<bare>[#0?]+)")
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)


class FormatError(ValueError):
    """The format shows no plain number; the message says what it shows."""


def shown(stored: str, code: str, since_1904: bool = False) -> str:
    """Return the text that a cell with the number `stored` shows under `code`: a number, percentage or ISO date."""
    try:
        value = _PRECISION.create_decimal(stored)
    except InvalidOperation as error:
        raise FormatError("no number at all") from error
    if not value.is_finite() or not -20 <= value.adjusted() <= 20:
        raise FormatError("a number too large or too small to print")
    section = _section(code, value)
    bare = _LITERAL.sub("", section)
    if "general" in bare.lower() or bare.strip() == "@" or not code:
        return _plain(value)
    if _DATE.search(bare):
        return _day(value, bare.lower(), since_1904)
    return _number(value, bare)


def _section(code: str, value: Decimal) -> str:
    """Return the part of `code` for positive, negative or zero values."""
    if len(code) > LONGEST or _CONDITION.search(code):
        raise FormatError("different things for different values")
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _number(value: Decimal, bare: str) -> str:
    digits = _DIGITS.search(bare)
    if not digits:
        raise FormatError("no digits")
    if re.search(r"E[+-]", bare, re.IGNORECASE) or "/" in bare:
        raise FormatError("a power of ten or a fraction")
    if digits[0].endswith(",") or bare[digits.end() :].startswith(","):
        raise FormatError("thousands or millions of what the cell holds")
    percent = bare.count("%")
    places = digits["decimals"] or digits["bare"] or ""
    rounded = (value * 100**percent).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP, _WIDE)
    return _fewest(format(rounded, "f"), places.count("0")) + "%" * percent


def _fewest(text: str, least: int) -> str:
    """Drop zeros at the end of `text` down to `least` decimals, as `#` and `?` do."""
    whole, point, decimals = text.partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    return whole + point + decimals if decimals else whole


def _plain(value: Decimal) -> str:
    return _fewest(format(value, "f"), 0)


def _day(value: Decimal, bare: str, since_1904: bool) -> str:
    """Return the day, month or year that a serial number (18.17.4.1) stands for, as exact as it is shown."""
    if "y" not in bare and "d" not in bare:
        raise FormatError("a time of day")
    # Excel counts a 29 February 1900 that never was, so that serials agree with the calendar from March 1900 on.
    origin = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    if value != value.to_integral_value() or not 61 <= value < 2_958_466:
        raise FormatError("a time of day, or a day before March 1900")
    day = (origin + timedelta(int(value))).isoformat()
    return day if "d" in bare else day[:7] if "m" in bare else day[:4]
