"""Changes computed anew from the data: facts in, changes that their levels belie out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportgen.checks.intervals import Interval, interval, level
from reportgen.checks.proof import Proof, Remark, of_fact
from reportgen.facts import Change, ChangeKind, Fact

_ONE = Interval(Decimal(1), Decimal(1))
_HUNDRED = Decimal(100)
_RATES = ("rate", "share", "contribution", "index")
_MONTHS: dict[ChangeKind, int] = {"yoy": 12, "annual": 12, "qoq": 3, "mom": 1}
"""How many months before a fact the level lies that a kind of change compares it with."""


class Moved(NamedTuple):
    """A change of a fact, and what the level that it is counted from can be; `base` tells that level."""

    fact: Fact
    change: Change
    start: Interval
    base: str


def growth_recomputed(proof: Proof) -> Iterator[Remark]:
    """Yield changes that the two levels contradict beyond rounding; at constant prices they may, and it is told."""
    for fact, change, start, base in proof.once(_moves):
        now, stated = level(fact), interval(change.value, change.qualifier)
        found = _computed(now, start, change) if now else None
        if found and not found.meets(stated):
            indicator = proof.briefing.indicators.get(fact.indicator)
            real = bool(indicator and indicator.price_basis == "constant")
            told = f"{_plain(change.value)} {change.unit}"
            message = f"the change of {fact.id} is {told}, but from {base} it is {_range(found)}"
            hint = f"mend {change.kind}, or the level; a change at constant prices needs price_basis constant"
            yield Remark(message, of_fact(fact), hint, "info" if real else None)


def base_zero(proof: Proof) -> Iterator[Remark]:
    """Yield percentages that are counted from nothing, from a loss, or into one."""
    for fact, change, start, base in proof.once(_moves):
        now = level(fact)
        if change.unit not in ("PCT", "TIMES") or now is None:
            continue
        middle = (start.low + start.high) / 2 if start.low.is_finite() and start.high.is_finite() else start.high
        if middle <= 0 or (now.high < 0 < middle):
            message = (
                f"{fact.id} states {_plain(change.value)} {change.unit} from {base}, from which no percentage leads"
            )
            hint = f"leave {change.kind} empty and give {change.kind}_start: the turn is said in words"
            yield Remark(message, of_fact(fact), hint)


def points_on_levels(proof: Proof) -> Iterator[Remark]:
    """Yield facts that are levels and change by percentage points, which only rates do."""
    for fact in proof.briefing.facts.values():
        indicator = proof.briefing.indicators.get(fact.indicator)
        if indicator is None or indicator.measure_type in _RATES or indicator.unit_measure in ("PCT", "PP"):
            continue
        for change in fact.changes:
            if change.unit == "PP":
                message = f"{fact.id} is a level, yet it changes by {_plain(change.value)} percentage points"
                hint = f"set {change.kind}_unit to PCT, or measure_type of {indicator.id} to rate"
                yield Remark(message, of_fact(fact), hint)


def unstated_measures(proof: Proof) -> Iterator[Remark]:
    """Yield facts known by a growth alone whose indicator is a percentage, too, but no rate: of what is not said."""
    for fact in proof.briefing.facts.values():
        indicator = proof.briefing.indicators.get(fact.indicator)
        grows = fact.obs_value is None and any(change.unit == "PCT" for change in fact.changes)
        if grows and indicator and indicator.unit_measure == "PCT" and indicator.measure_type == "amount":
            message = f"{fact.id} grows, but what of it grows (sales, turnover, value added) is not stated"
            yield Remark(message, of_fact(fact), "name it in the indicator, or set measure_type to rate")


def _moves(proof: Proof) -> tuple[Moved, ...]:
    """Return each change whose starting level is given, or known from another fact."""
    known = {_spot(fact, fact.time_period.start): fact for fact in _all(proof) if fact.base_value is not None}
    found = []
    for fact in proof.briefing.facts.values():
        for change in fact.changes:
            if change.start is not None:
                start = interval(change.start.scaleb(fact.unit_mult))
                found.append(Moved(fact, change, start, f"{change.kind}_start {_plain(change.start)}"))
            elif change.kind in _MONTHS and not change.base and fact.time_period.months:
                base = known.get(_spot(fact, _earlier(fact.time_period.start, _MONTHS[change.kind])))
                if base and (value := level(base)):
                    found.append(Moved(fact, change, value, f"{base.id} ({base.time_period})"))
    return tuple(found)


def _spot(fact: Fact, start: date | None) -> tuple[object, ...]:
    """Say what a fact is of, if its period began on the day `start`."""
    return fact.indicator, fact.ref_area, start, fact.time_period.months, fact.annualised


def _all(proof: Proof) -> Iterator[Fact]:
    yield from proof.briefing.previous.values()
    yield from proof.briefing.facts.values()


def _earlier(day: date, months: int) -> date | None:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1) if index >= 12 else None


def _computed(now: Interval, start: Interval, change: Change) -> Interval | None:
    """Return the change from `start` to `now` in the unit of `change`, or None where there is none to compute."""
    if change.unit == "PP":
        return now - start
    if change.unit == "TURN" or start.low <= 0:
        return None
    share = now.over(start) - _ONE
    return share if change.unit == "TIMES" else share.scaled(_HUNDRED)


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def _range(found: Interval) -> str:
    if not (found.low.is_finite() and found.high.is_finite()):
        return f"at least {found.low:.2f}" if found.low.is_finite() else f"at most {found.high:.2f}"
    return f"{found.low:.2f} to {found.high:.2f}"
