"""How a change goes on or turns about: a fact and its change in, the closed set of cases that languages word out."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Literal

from reportgen.errors import SourceError
from reportgen.facts import Change, Fact
from reportgen.languages.numbers import shift

Turn = Literal["", "to-profit", "to-loss", "to-even", "from-none", "narrower-loss", "wider-loss"]
"""How a level goes through or below zero; empty where an ordinary change tells it all."""

Pace = Literal[
    "faster",
    "slower",
    "steady",
    "wider",
    "narrower",
    "steady-fall",
    "rise-after-fall",
    "fall-after-rise",
    "rise-after-flat",
    "fall-after-flat",
    "flat-after-rise",
    "flat-after-fall",
    "flat-still",
]
"""How a growth rate compares with the one before it."""

_EXACT = Context(prec=120)
_AFTER: dict[tuple[int, int], Pace] = {
    (1, -1): "rise-after-fall",
    (-1, 1): "fall-after-rise",
    (1, 0): "rise-after-flat",
    (-1, 0): "fall-after-flat",
    (0, 1): "flat-after-rise",
    (0, -1): "flat-after-fall",
    (0, 0): "flat-still",
}


def turn_of(fact: Fact, change: Change) -> Turn:
    """Return how the level of `fact` turned, from the signs of the level before and now."""
    if change.start is None or fact.obs_value is None or change.unit == "PP" or not change.value:
        return ""
    if not change.start:
        return "from-none"
    before, now = _sign(change.start), _sign(fact.obs_value)
    match before, now:
        case -1, 1:
            return "to-profit"
        case 1, -1:
            return "to-loss"
        case -1, 0:
            return "to-even"
        case -1, -1:
            return "narrower-loss" if change.value > 0 else "wider-loss"
    return ""


def pace_of(fact: Fact, change: Change) -> tuple[Pace, Decimal]:
    """Return how `change` compares with the same change one period earlier, and by how many percentage points.

    The points are exact, unsigned, and 0 where the words alone say it; raises SourceError where there is no reading
    before, or where points of points would have to be said.
    """
    if change.before is None or change.unit != "PCT":
        hint = f"give {change.kind}_before: the change, in percent, one period earlier"
        raise SourceError.of("pace-missing", f"fact “{fact.id}” has no earlier growth rate", fact.origin, hint)
    signs = _sign(change.value), _sign(change.before)
    if signs in _AFTER:
        return _AFTER[signs], Decimal(0)
    points = _EXACT.subtract(change.value, change.before)
    rises = signs[0] > 0
    if not points:
        return ("steady" if rises else "steady-fall"), Decimal(0)
    paces: tuple[Pace, Pace] = ("faster", "slower") if rises else ("narrower", "wider")
    return paces[0 if points > 0 else 1], points.copy_abs()


def multiple_of(fact: Fact, change: Change) -> Decimal:
    """Return the level as a multiple of its base, exactly: 增长1.2倍 is 2.2; raise SourceError for points or a turn."""
    if change.unit not in ("PCT", "TIMES") or change.kind in ("average", "growth"):
        hint = "give a change in PCT or TIMES whose base is a period"
        raise SourceError.of("multiple", f"fact “{fact.id}” is no multiple of an earlier level", fact.origin, hint)
    increase = change.value if change.unit == "TIMES" else shift(change.value, -2)
    times = _EXACT.add(increase, Decimal(1))
    if not increase or times <= 0:
        hint = "show its change instead"
        raise SourceError.of("multiple", f"fact “{fact.id}” is {times:f} times its base", fact.origin, hint)
    return times


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)
