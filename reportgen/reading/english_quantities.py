"""English quantities: the pattern of a number with its currency, scale and unit, and what is read of a match of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from re import Match

from reportgen.facts import Qualifier
from reportgen.reading import units
from reportgen.reading.english_words import SURROUNDINGS, small
from reportgen.reading.model import Kind, Reading
from reportgen.reading.numerals import ARABIC, ENGLISH, arabic, english, shift

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "tn": 12, "mln": 6, "bln": 9, "m": 6}
_CURRENCIES = {
    "us$": "USD",
    "hk$": "HKD",
    "$": "USD",
    "rmb": "CNY",
    "cny": "CNY",
    "usd": "USD",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
}
_MEASURES: dict[str, tuple[Kind, str, int]] = {
    "percent": ("percent", "PCT", 0),
    "per cent": ("percent", "PCT", 0),
    "pct": ("percent", "PCT", 0),
    "%": ("percent", "PCT", 0),
    "‰": ("percent", "PCT", -1),
    "per mille": ("percent", "PCT", -1),
    "per thousand": ("percent", "PCT", -1),
    "percentage point": ("points", "PP", 0),
    "percentage points": ("points", "PP", 0),
    "pp": ("points", "PP", 0),
    "p.p.": ("points", "PP", 0),
    "ppt": ("points", "PP", 0),
    "ppts": ("points", "PP", 0),
    "pps": ("points", "PP", 0),
    "basis point": ("points", "PP", -2),
    "basis points": ("points", "PP", -2),
    "bps": ("points", "PP", -2),
    "bp": ("points", "PP", -2),
    "times": ("multiple", "", 0),
    "fold": ("multiple", "", 0),
}
"""Relative measures: kind, unit, and the power of ten to percent or points."""


def _words(listed: list[str]) -> str:
    """Return the pattern of any of `listed`, the longest first; a hyphen may stand for a space (10-billion-yuan)."""
    ordered = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") + (r"\b" if word[-1].isalnum() else "") for word in ordered)


_UNIT = f"(?i:{_words([*units.ENGLISH, *_MEASURES])})"
_SCALE = r"(?i:thousand|million|billion|trillion|mln|bln)\b|(?:bn|tn)\b"
_SHORT = r"(?<=\d)m(?= (?:yuan|dollars|people|euros|tourist|visits)\b)"
"""An m is a million only before what is counted in millions; it is a meter elsewhere."""
_CURRENCY = r"(?:US\$|HK\$|\$|(?:RMB|CNY|USD) ?|¥|€|£)"
_SIGN = r"(?:−|(?<![\w%)\]])-)?"
_NUMBER = rf"(?:{ARABIC}|(?i:{ENGLISH})|(?i:\bhalf an?\b|\ban?\b)(?=[ -](?i:million|billion|trillion)\b))"


def _quantity_pattern(mark: str) -> str:
    """Return the pattern of a number with its currency, scale and unit; its groups end in `mark`."""
    return (
        rf"(?P<sign{mark}>{_SIGN})(?P<money{mark}>{_CURRENCY})?(?P<number{mark}>{_NUMBER})"
        rf"(?:[ -]?(?P<scale{mark}>{_SCALE})|(?P<short{mark}>{_SHORT}))?"
        rf"(?P<plus{mark}>\+)?"
        rf"(?:[ -]?(?P<unit{mark}>{_UNIT})(?: per (?P<per{mark}>{_UNIT}))?)?"
    )


_TO = r"(?: to |–|—|-(?=[\d$¥€£])| and )"


def quantity(match: Match[str]) -> Reading | None:
    """Read a number with its unit, and a range where its two ends agree."""
    low = _end(match, "")
    if low is None or match["second"] is None:
        return low
    high = _end(match, "2")
    before = small(match.string[max(0, match.start() - 16) : match.start()]).rstrip()
    between = before.endswith("between")
    if high is None or (" and " in match["link"] and not between):
        return low
    unsaid = not match["unit"] and (not low.unit or low.unit == high.unit)
    verb = SURROUNDINGS.of(small(before), len(before), len(before), 0).direction
    if not unsaid and ((low.kind, low.unit) != (high.kind, high.unit) or before.endswith("from") or verb):
        return low
    if unsaid and not match["scale"] and not match["short"]:
        low = replace(low, value=shift(low.printed, high.scale), scale=high.scale)
    if not low.value <= high.value:
        return low
    return replace(high, start=low.start, value=low.value, printed=low.printed, scale=low.scale, high=high.value)


def _end(match: Match[str], mark: str) -> Reading | None:
    """Read one number of `match`, of the groups that end in `mark`."""
    number = small(match[f"number{mark}"])
    digits = number[0].isdigit()
    printed = arabic(match[f"sign{mark}"] + number) if digits else _spelled(number)
    unit = small(match[f"unit{mark}"] or "").replace("-", " ").replace("kilowatt hour", "kilowatt-hour")
    said = small(match[f"scale{mark}"] or match[f"short{mark}"] or "")
    scale = _SCALES.get(said, 0)
    if number == "one" and not scale and unit not in _MEASURES:
        return None
    money = _CURRENCIES.get(small(match[f"money{mark}"] or "").strip(), "")
    kind, code, power = _MEASURES.get(
        unit, ("amount" if digits or scale else "count-word", _unit(match, mark, unit), 0)
    )
    if _capital(match, mark):
        kind = "name"
    groups = ("per", "unit", "plus", "short", "scale", "number")
    end = max(match.end(f"{group}{mark}") for group in groups)
    value = shift(printed, scale + power)
    hedge: Qualifier = "ge" if match[f"plus{mark}"] else ""
    start = match.start(f"sign{mark}")
    return Reading("", start, end, kind, value, printed, scale + power, None, money or code, hedge)


def _spelled(number: str) -> Decimal:
    if number.startswith("half"):
        return Decimal("0.5")
    return Decimal(1) if number in ("a", "an") else english(number)


def _unit(match: Match[str], mark: str, unit: str) -> str:
    code = units.ENGLISH.get(unit, "")
    per = units.ENGLISH.get(small(match[f"per{mark}"] or "").replace("-", " "), "")
    return f"{code}_PER_{per}" if code and per else code


def _capital(match: Match[str], mark: str) -> bool:
    """Tell whether a number belongs to a name: the 100-Day Drive."""
    unit = match[f"unit{mark}"] or ""
    return unit[:1].isupper() and match.string[match.start(f"unit{mark}") - 1] == "-" and unit[1:2].islower()


QUANTITY = rf"(?<![\w.])(?:{_quantity_pattern('')})(?P<second>(?P<link>{_TO}){_quantity_pattern('2')})?"
"""A number with its unit, and the second end of a range."""
