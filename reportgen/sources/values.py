"""Text of a cell in, the number, choice, flag or period that it means out; what it cannot mean is a fault."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from reportgen.facts import Period, parse_period
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.tables import Cell

Choice = TypeVar("Choice", bound=str)

_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,20})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}")
_GROUPED = re.compile(r"[+-]?\d{1,3}([,' \u00a0\u2009\u202f]\d{3})+(\.\d+)?", re.ASCII)
_SCALED = re.compile(r"([+-]?\d+(?:\.\d+)?) ?(万亿|萬億|亿|億|万|萬)")
_SCALES = {"万亿": 12, "萬億": 12, "亿": 8, "億": 8, "万": 4, "萬": 4}
_NOTHING = re.compile(r"[-—–…./*]+|n/?a|nan|none|null|[+-]?inf(inity)?|[+-]?∞|#.*", re.IGNORECASE)
_FLAGS = {"": False, "0": False, "false": False, "1": True, "true": True}


def number(cell: Cell, column: str, faults: Faults, percent: bool = False) -> Decimal | None:
    """Return the decimal number that `cell` shows, or None where it is empty or, noted, no number.

    `percent` allows a percent sign after it, which the column's unit already says.
    """
    text = cell.text.removesuffix("%") if percent else cell.text
    if not cell.text:
        return None
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    faults.add("not-a-number", f"{column} is “{cell.text}”, which is not a number", cell.place, _advice(cell.text))
    return None


def _advice(text: str) -> str:
    bare = "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text))
    bare = bare.replace("−", "-").replace("–", "-").strip()
    if _NOTHING.fullmatch(bare):
        return "leave the cell empty; where the figure is missing set obs_status to M"
    if scaled := _SCALED.match(bare):
        return f"write {scaled[1]} and set unit_mult to {_SCALES[scaled[2]]}"
    if _GROUPED.fullmatch(bare):
        return "write " + re.sub(r"[^\d.+-]", "", bare)
    if re.fullmatch(r"[+-]?\d+,\d+", bare):
        return f"write {bare.replace(',', '.')}"
    if bare.endswith("%"):
        return "give a percentage only where the unit is PCT"
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", bare):
        return "a date stands where a number should: format the cell as a number and type it again"
    if _NUMBER.fullmatch(padded := re.sub(r"^([+-]?)\.", r"\g<1>0.", bare).removesuffix(".")):
        return f"write {padded}"
    return "write digits with a point, such as 765.9, without unit or blank"


def whole(cell: Cell, column: str, faults: Faults, least: int, most: int) -> int | None:
    """Return the whole number from `least` to `most` that `cell` shows, or None where it is empty or another."""
    if not cell.text:
        return None
    if _WHOLE.fullmatch(cell.text) and least <= int(cell.text) <= most:
        return int(cell.text)
    hint = f"write a whole number from {least} to {most}"
    faults.add("not-a-whole-number", f"{column} is “{cell.text}”", cell.place, hint)
    return None


def choice(cell: Cell, column: str, options: Sequence[Choice], default: Choice, faults: Faults) -> Choice:
    """Return the entry of `options` that `cell` holds, and `default` where it is empty or, noted, holds another."""
    if not cell.text:
        return default
    for option in options:
        if option == cell.text:
            return option
    faults.add("unknown-code", f"{column} is “{cell.text}”", cell.place, _options(cell.text, options))
    return default


def _options(text: str, options: Sequence[str]) -> str:
    listed = "write one of " + ", ".join(option for option in options if option) + (", or nothing" * ("" in options))
    near = nearest(text, options, listed)
    return near if near == listed else f"{near} {listed}"


def flag(cell: Cell, column: str, faults: Faults) -> bool:
    """Return whether `cell` says yes: 1 or true; 0, false and nothing say no."""
    if (word := cell.text.lower()) not in _FLAGS:
        faults.add("not-a-flag", f"{column} is “{cell.text}”", cell.place, "write 1 for yes, 0 or nothing for no")
    return _FLAGS.get(word, False)


def period(cell: Cell, column: str, faults: Faults) -> Period | None:
    """Return the period whose code `cell` holds."""
    try:
        return parse_period(cell.text)
    except ValueError as error:
        hint = str(error) if str(error).startswith(("write", "a span")) else f"there is no such day or month: {error}"
        faults.add("unreadable-period", f"{column} is “{cell.text}”", cell.place, hint)
        return None


def identifier(cell: Cell, column: str, faults: Faults) -> str:
    """Return the id that `cell` holds, or "" where it is, noted, absent or cannot serve as one."""
    if not cell.text:
        faults.add("missing-value", f"{column} is empty", cell.place, "give every row an id of its own")
    elif not _IDENTIFIER.fullmatch(cell.text):
        hint = "begin with a letter and use a-z, A-Z, 0-9, - _ and . only, 80 at most"
        faults.add("unusable-id", f"{column} is “{cell.text}”", cell.place, hint)
    else:
        return cell.text
    return ""
