"""A fact says its value exactly and the direction of its change by the sign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document import Trend
from reportgen.facts import Change, Fact, parse_period


def fact(value: str | None, mult: int = 0, *changes: Change) -> Fact:
    number = None if value is None else Decimal(value)
    return Fact("a", "A", "500103", parse_period("2023-S1"), number, mult, changes=changes)


@pytest.mark.parametrize(
    ("value", "mult", "base"),
    [("765.9", 8, "76590000000"), ("4087.9", 4, "40879000"), ("9754", 0, "9754"), ("110760.90", 8, "11076090000000")],
)
def test_the_value_in_base_units_is_a_shift_of_the_point(value: str, mult: int, base: str) -> None:
    assert fact(value, mult).base_value == Decimal(base)


def test_a_fact_known_by_its_change_alone_has_no_value() -> None:
    assert fact(None).base_value is None


@pytest.mark.parametrize(("value", "trend"), [("3.2", "up"), ("-2.1", "down"), ("0.0", "flat"), ("-0.0", "flat")])
def test_the_trend_is_the_sign(value: str, trend: Trend) -> None:
    assert Change("yoy", Decimal(value)).trend == trend


def test_a_change_is_found_by_its_kind() -> None:
    both = fact("1", 0, Change("yoy", Decimal(1)), Change("mom", Decimal(2)))
    assert both.change() == both.change("yoy")
    assert both.change("mom") == Change("mom", Decimal(2))
    assert both.change("qoq") is None
