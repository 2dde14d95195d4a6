"""Rounding as a block declares it: a fact in, the same fact with fewer significant digits out; once, and half-up."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.errors import TemplateError
from reportgen.facts.model import Fact, Qualifier
from reportgen.facts.truth import holds

_RELATIONS: dict[Qualifier, Qualifier] = {"gt": "ge", "lt": "le"}


def rounded(fact: Fact, digits: int) -> Fact:
    """Return `fact` with `digits` significant digits, rounded half-up (四舍五入) from the stored value.

    Significant digits are the same in every language, whatever its scales; a missing figure stays one.  Raises
    TemplateError for a fact that is already rounded, that has no value, or whose qualifier would no longer be true
    (超1599.6 is not 超1600).
    """
    _refuse_digits(fact, digits)
    if fact.obs_status == "M":
        return fact
    if fact.digits:
        raise _refused(fact, "is rounded already", "round once, from the stored value")
    if fact.obs_value is None or not fact.obs_value.is_finite():
        raise _refused(fact, "has no value to round", "round a fact that has obs_value")
    value = half_up(fact.obs_value, digits)
    if not holds(_RELATIONS.get(fact.qualifier, fact.qualifier), fact.obs_value, value):
        message = f"says “{fact.qualifier}”, which is untrue of {value:f} once {fact.obs_value:f} is rounded"
        raise _refused(fact, message, "keep more digits, or drop round")
    return replace(fact, obs_value=value, digits=digits)


def converted(fact: Fact, rate: Fact, digits: int) -> Fact:
    """Return the value of `fact` in another currency, of which one unit costs `rate`.

    Raises TemplateError where either has no value.  The quotient is rounded half-up to `digits` significant digits,
    once, and is approximate by its nature.
    """
    _refuse_digits(fact, digits)
    price = rate.base_value
    if fact.base_value is None or price is None or price <= 0:
        raise _refused(fact, f"cannot be converted at the rate {rate.id}", "give both a value, the rate above zero")
    context = Context(prec=digits, rounding=ROUND_HALF_UP)
    value = Decimal(f"{context.divide(fact.base_value, price):f}")
    return replace(fact, obs_value=value, unit_mult=0, qualifier="approx", changes=(), rank=None, digits=digits)


def half_up(value: Decimal, digits: int) -> Decimal:
    """Return `value` with at most `digits` significant digits, ties away from zero, written without an exponent."""
    return Decimal(f"{Context(prec=digits, rounding=ROUND_HALF_UP).plus(value):f}")


def _refuse_digits(fact: Fact, digits: int) -> None:
    if digits < 1:
        raise _refused(fact, f"cannot keep {digits} digits", "give the significant digits to keep, from 1")


def _refused(fact: Fact, message: str, hint: str) -> Exception:
    return TemplateError.of("rounding", f"fact “{fact.id}” {message}", fact.origin, hint)
