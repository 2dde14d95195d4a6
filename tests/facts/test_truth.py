"""What a fact cannot truly say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import (
    Change,
    ChangeUnit,
    Fact,
    Qualifier,
    parse_period,
    untrue_change,
    untrue_crossing,
    untrue_value,
)

CHANGES: list[tuple[str | None, str | None, str, ChangeUnit, str]] = [
    # the level now, the level before, the change, its unit, what is untrue about it
    ("103.2", "100", "3.2", "PCT", ""),
    ("97", "100", "-3", "PCT", ""),
    ("100", "100", "0", "PCT", ""),
    ("100", "100.01", "-0.0", "PCT", ""),
    ("0", "5", "-100", "PCT", ""),
    ("0", "0", "0", "PCT", ""),
    ("100", "100", "0.04", "PCT", ""),
    ("-8.8", "-10", "12", "PCT", ""),
    ("5", "5.1", "0.1", "PP", "the change of 0.1 contradicts the way from 5.1 to 5"),
    ("0.2", "-0.3", "0.5", "PP", ""),
    ("5", "-3", "8", "TURN", ""),
    ("5", "0", "5", "TURN", ""),
    ("0", "-3", "3", "TURN", ""),
    ("5", None, "5", "TURN", "a turn needs the level it starts from"),
    (None, "5", "5", "TURN", "a turn needs the level it starts from"),
    ("5", "3", "2", "TURN", "from 3 to 5 nothing turns"),
    ("5", "-3", "266.7", "PCT", "no percentage leads from -3 to 5"),
    ("5", "0", "100", "PCT", "no percentage leads from 0 to 5"),
    ("5", "0", "1", "TIMES", "no percentage leads from 0 to 5"),
    ("-3", "5", "-160", "PCT", "no percentage leads from 5 to -3"),
    ("97", "100", "3", "PCT", "the change of 3 contradicts the way from 100 to 97"),
    ("220", "100", "1.2", "TIMES", ""),
    ("50", "100", "-0.5", "TIMES", ""),
    (None, None, "-2", "TIMES", "-2 times is no change"),
    (None, None, "0", "TIMES", "0 times is no change"),
]


def stated(value: str | None, *changes: Change, qualifier: Qualifier = "", exact: str | None = None) -> Fact:
    return Fact(
        "f",
        "i",
        "500103",
        parse_period("2023-S1"),
        None if value is None else Decimal(value),
        qualifier=qualifier,
        changes=changes,
        exact=None if exact is None else Decimal(exact),
    )


@pytest.mark.parametrize(("now", "before", "value", "unit", "untruth"), CHANGES)
def test_a_change_agrees_with_its_levels(
    now: str | None, before: str | None, value: str, unit: ChangeUnit, untruth: str
) -> None:
    change = Change("yoy", Decimal(value), unit, start=None if before is None else Decimal(before))
    found = untrue_change(stated(now, change), change)
    assert (found.message if found else "") == untruth


def test_no_change_has_no_qualifier_but_about() -> None:
    for qualifier in ("gt", "ge", "lt", "le"):
        found = untrue_change(stated("1"), Change("yoy", Decimal(0), qualifier=qualifier))
        assert found
        assert found.message == f"a change of 0 cannot be “{qualifier}”"
    assert untrue_change(stated("1"), Change("yoy", Decimal(0), qualifier="approx")) is None


@pytest.mark.parametrize(("start", "crossed"), [("1550", True), ("1600", True), ("1600.1", False), (None, True)])
def test_a_threshold_is_crossed_but_once(start: str | None, crossed: bool) -> None:
    change = Change("yoy", Decimal(5), start=None if start is None else Decimal(start))
    assert (untrue_crossing(stated("1600", change, qualifier="gt")) is None) == crossed


def test_an_exact_figure_needs_a_printed_one_to_compare() -> None:
    assert untrue_value(stated(None, exact="5")) is None
    assert untrue_value(stated("5")) is None
    assert untrue_value(stated("5", exact="5.01", qualifier="gt")) is None
