"""Whether two readings, of whatever languages, say the same: two readings in, their first difference out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from reportgen.facts import Qualifier
from reportgen.reading import units
from reportgen.reading.model import Base, Kind, Reading

Difference = Literal["", "kind", "unit", "value", "scale", "rounding", "range", "qualifier", "direction", "base"]
"""What sets two readings apart; empty where nothing does.

A `scale` slip is a value off by a power of ten; `rounding` a value equal at the fewer of both significant digits.
"""

_FAMILIES: tuple[frozenset[Kind], ...] = (
    frozenset({"amount", "count-word"}),
    frozenset({"percent", "fraction"}),
    frozenset({"amount", "count-word", "ordinal", "name", "code"}),
)
_RELATIVE = frozenset({"percent", "fraction", "multiple"})
_TIMES = frozenset({"date", "period", "year", "time"})
_HEDGES: dict[Qualifier, str] = {"gt": "more", "ge": "more", "lt": "less", "le": "less"}
_BASES: dict[Base, str] = {"mom": "chain", "qoq": "chain"}


def same(one: Reading, other: Reading) -> bool:
    """Tell whether two readings have equal value, kind, unit, hedge, direction and base."""
    return not difference(one, other)


def difference(one: Reading, other: Reading) -> Difference:
    """Return the first thing that sets `one` and `other` apart.

    Units convert (斤, metric tons), percent equals fraction, and a multiple equals the change that makes it (翻一番,
    rose 100 percent).  Over and at least are one hedge, as are under and at most.  What only one side says of
    direction, base or year sets nothing apart; a hedge that only one side says does.
    """
    one, other = _compared(one, other), _compared(other, one)
    if not _kin(one, other):
        return "kind"
    if "name" in (one.kind, other.kind) or "code" in (one.kind, other.kind):
        return "" if _spelled(one, other) else "value"
    if one.kind in _TIMES:
        return "" if _timed(one) == _timed(other) or _yearless(one, other) else "value"
    if not units.alike(one.unit, other.unit):
        return "unit"
    return _values(one, other) or _words(one, other)


def _compared(one: Reading, other: Reading) -> Reading:
    """Return `one`, its “times” a multiple where the other is one (近10倍, nearly 10 times)."""
    if other.kind == "multiple" and (one.kind, one.unit) == ("amount", "times"):
        return replace(one, kind="multiple", unit="")
    return one


def _kin(one: Reading, other: Reading) -> bool:
    if one.kind == other.kind:
        return True
    pair = {one.kind, other.kind}
    if pair <= _RELATIVE:
        return True
    if pair <= {"amount", "ordinal"} or pair <= {"count-word", "ordinal"}:
        return False
    return any(pair <= family for family in _FAMILIES)


def _spelled(one: Reading, other: Reading) -> bool:
    if one.kind == other.kind == "code":
        return _bare(one.text) == _bare(other.text)
    return _equal(one.value, other.value)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum() or sign in "+.:/")


def _timed(one: Reading) -> tuple[Decimal, Decimal | None]:
    return one.value, one.high


def _yearless(one: Reading, other: Reading) -> bool:
    """Tell whether two times of one kind are equal but for a year that one of them leaves out."""
    if one.kind not in ("date", "period") or min(one.value, other.value) >= _YEAR:
        return False
    return one.value % _YEAR == other.value % _YEAR


_YEAR = Decimal(10000)


def _values(one: Reading, other: Reading) -> Difference:
    left, right = _size(one, other), _size(other, one)
    if left != right:
        return _slip(one, other, left, right)
    if one.high is None and other.high is None:
        return ""
    if one.high is None or other.high is None:
        return "range"
    return "" if _sized(one, one.high) == _sized(other, other.high) else "range"


def _size(one: Reading, other: Reading) -> Fraction:
    """Return the value in the common unit; a multiple beside a percentage is the change that it stands for."""
    if one.kind == other.kind or "multiple" not in (one.kind, other.kind):
        return _sized(one, one.value)
    return Fraction(one.growth if one.kind == "multiple" else _signed(one))


def _signed(one: Reading) -> Decimal:
    return -one.value if one.direction == "down" else one.value


def _sized(one: Reading, value: Decimal) -> Fraction:
    exact = abs(Fraction(value)) if one.direction == "down" and one.kind != "multiple" else Fraction(value)
    found = units.measure(one.unit)
    return exact * found[1] if found else exact


def _slip(one: Reading, other: Reading, left: Fraction, right: Fraction) -> Difference:
    if left and right and _power_of_ten(left / right):
        return "scale"
    digits = min(_digits(one.printed), _digits(other.printed))
    if left and right and _rounded(left, digits) == _rounded(right, digits) and _near(left, right):
        return "rounding"
    return "value"


def _power_of_ten(ratio: Fraction) -> bool:
    above, below = ratio.numerator, ratio.denominator
    if 1 not in (above, below):
        return False
    text = str(max(above, below)) if max(above, below) < _HUGE else ""
    return text.rstrip("0") == "1"


_HUGE = 10**40


def _near(left: Fraction, right: Fraction) -> bool:
    return abs(left - right) * 20 < max(abs(left), abs(right))


def _digits(value: Decimal) -> int:
    digits = "".join(map(str, value.as_tuple().digits)).lstrip("0")
    return max(1, len(digits))


def _rounded(value: Fraction, digits: int) -> Fraction:
    """Round half up to `digits` significant digits."""
    size, power = abs(value), 0
    while size >= 10 and power < 60:
        size, power = size / 10, power + 1
    while size < 1 and power > -60:
        size, power = size * 10, power - 1
    step = Fraction(10) ** (digits - 1)
    return int(size * step + Fraction(1, 2)) / step * Fraction(10) ** power


def _equal(one: Decimal, other: Decimal) -> bool:
    return one == other


def _words(one: Reading, other: Reading) -> Difference:
    if not _hedged_alike(one, other):
        return "qualifier"
    if one.direction and other.direction and one.direction != other.direction:
        return "direction"
    left, right = _BASES.get(one.base, one.base), _BASES.get(other.base, other.base)
    return "base" if left and right and left != right else ""


def _hedged_alike(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are hedged alike; a class (亿元项目, 百亿级) may be “or more”, but not “more than”."""
    left, right = _HEDGES.get(one.qualifier, one.qualifier), _HEDGES.get(other.qualifier, other.qualifier)
    return left == right or any(_is_class(a) and b.qualifier == "ge" for a, b in ((one, other), (other, one)))


def _is_class(one: Reading) -> bool:
    return not one.qualifier and (one.text.endswith(("级", "級")) or one.text.startswith(("亿", "億")))
