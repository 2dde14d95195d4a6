"""What a printed number can truly be: a number and its hedge in, the interval of all values that it stands for out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from reportgen.facts import Fact, Qualifier

_ENDLESS = Decimal("Infinity")
_NEAR = Decimal("0.15")
"""How far from “about N” the true value may be, as a share of N."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether some value is in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """Multiply intervals of values that are not below zero."""
        return Interval(_product(self.low, other.low), _product(self.high, other.high))

    def over(self, other: Interval) -> Interval:
        """Divide by an interval of values above zero."""
        ends = [_quotient(one, two) for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def scaled(self, factor: Decimal) -> Interval:
        """Multiply by a number above zero."""
        return Interval(self.low * factor, self.high * factor)


NOTHING = Interval(Decimal(0), Decimal(0))


def interval(value: Decimal, qualifier: Qualifier = "") -> Interval:
    """Return what a number can be that is printed as `value`: half a unit of its last digit up or down, and hedged."""
    half = Decimal(5).scaleb(_exponent(value) - 1)
    if qualifier == "approx":
        half = max(half, abs(value) * _NEAR)
    low, high = value - half, value + half
    match qualifier:
        case "gt" | "ge":
            return Interval(low, _ENDLESS)
        case "lt" | "le":
            return Interval(-_ENDLESS, high)
        case _:
            return Interval(low, high)


def level(fact: Fact) -> Interval | None:
    """Return what the value of `fact` can be in base units, or None where it has none."""
    if fact.exact is not None:
        return interval(fact.exact.scaleb(fact.unit_mult))
    if fact.obs_value is None or not fact.obs_value.is_finite():
        return None
    return interval(fact.obs_value.scaleb(fact.unit_mult), fact.qualifier)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _product(one: Decimal, other: Decimal) -> Decimal:
    return Decimal(0) if not one or not other else one * other


def _quotient(one: Decimal, other: Decimal) -> Decimal:
    if not other.is_finite():
        return Decimal(0)
    if not one.is_finite() or not other:
        return one if not one.is_finite() else _ENDLESS.copy_sign(one)
    with localcontext(prec=40):
        return one / other
