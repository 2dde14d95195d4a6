"""What a fact cannot truly say: a fact or one of its changes in, the reason out, or nothing where all is well."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple, assert_never

from reportgen.facts.model import Change, Fact, Qualifier


class Untruth(NamedTuple):
    """Why something cannot be said, and what could be said instead."""

    message: str
    hint: str


def holds(qualifier: Qualifier, true: Decimal, stated: Decimal) -> bool:
    """Tell whether “`qualifier` `stated`” is so where the figure is truly `true`: gt and lt are strict."""
    match qualifier:
        case "gt":
            return true > stated
        case "ge":
            return true >= stated
        case "lt":
            return true < stated
        case "le":
            return true <= stated
        case "approx" | "":
            return True
    assert_never(qualifier)


def untrue_value(fact: Fact) -> Untruth | None:
    """Return why the printed value of `fact` does not stand for its `exact` one."""
    if fact.exact is None or fact.obs_value is None:
        return None
    if not holds(fact.qualifier, fact.exact, fact.obs_value):
        message = f"“{fact.qualifier} {fact.obs_value:f}” is untrue of {fact.exact:f}"
        return Untruth(message, "mend the qualifier, obs_value or exact")
    if not fact.qualifier and _as_printed(fact.exact, fact.obs_value) != fact.obs_value:
        message = f"{fact.exact:f} is not printed as {fact.obs_value:f}"
        return Untruth(message, "round half-up, or say approx")
    return None


def untrue_crossing(fact: Fact) -> Untruth | None:
    """Return why the value of `fact` was not crossed now for the first time (突破, surpassing)."""
    for change in fact.changes:
        if change.start is not None and fact.obs_value is not None and change.start > fact.obs_value:
            message = f"{fact.obs_value:f} is not crossed now: the level was {change.start:f} before"
            return Untruth(message, "say 超 or more than")
    return None


def untrue_change(fact: Fact, change: Change) -> Untruth | None:
    """Return why `change` of `fact` cannot be: a percentage of nothing, a wrong sign, a fall by a multiple."""
    if not change.value and change.qualifier not in ("", "approx"):
        return Untruth(f"a change of 0 cannot be “{change.qualifier}”", "use approx, or no qualifier")
    if change.unit == "TIMES" and change.value <= 0 and change.value != Decimal("-0.5"):
        return Untruth(f"{change.value:f} times is no change", "give a fall in percent; only -0.5, a half, may fall")
    if change.start is None or fact.obs_value is None:
        return _untrue_turn(change)
    return _untrue_sign(fact.obs_value, change, change.start)


def _untrue_turn(change: Change) -> Untruth | None:
    if change.unit == "TURN":
        return Untruth("a turn needs the level it starts from", f"give obs_value and {change.kind}_start")
    return None


def _untrue_sign(value: Decimal, change: Change, start: Decimal) -> Untruth | None:
    turns = not start or (start < 0) != (value < 0)
    if change.unit in ("PCT", "TIMES") and value and turns:
        message = f"no percentage leads from {start:f} to {value:f}"
        return Untruth(message, f"leave {change.kind} empty: the turn is said in words")
    if change.unit == "TURN" and not turns:
        return Untruth(f"from {start:f} to {value:f} nothing turns", f"fill in {change.kind}")
    if change.value and value != start and (change.value > 0) != (value > start):
        message = f"the change of {change.value:f} contradicts the way from {start:f} to {value:f}"
        hint = f"mend {change.kind} or {change.kind}_start; at constant prices leave the latter empty"
        return Untruth(message, hint)
    return None


def _as_printed(exact: Decimal, printed: Decimal) -> Decimal:
    exponent = printed.as_tuple().exponent
    context = Context(prec=len(exact.as_tuple().digits) + 40, rounding=ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0), context=context)
