"""Rounding: declared, half-up, once, from the stored value, and never across a threshold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import TemplateError
from reportgen.facts import Change, Fact, Qualifier, converted, parse_period, rounded
from reportgen.facts.rounding import half_up
from reportgen.languages import LANGUAGES
from tests.languages.samples import EN, ZH, indicator

ROUNDED = [
    # value, power, digits kept, Chinese, English
    ("765.9", 8, 2, "770亿元", "77 billion yuan"),
    ("765.9", 8, 3, "766亿元", "76.6 billion yuan"),
    ("765.9", 8, 4, "765.9亿元", "76.59 billion yuan"),
    ("765.9", 8, 9, "765.9亿元", "76.59 billion yuan"),
    ("1260582", 8, 5, "1260600亿元", "126.06 trillion yuan"),
    ("1260582", 8, 2, "1300000亿元", "130 trillion yuan"),
    ("110760.9", 8, 5, "110760亿元", "11.076 trillion yuan"),
    ("1599.6", 8, 3, "1600亿元", "160 billion yuan"),
    ("9999.9", 8, 4, "10000亿元", "1 trillion yuan"),
    ("12.45", 0, 3, "12.5元", "12.5 yuan"),
    ("12.35", 0, 3, "12.4元", "12.4 yuan"),
    ("0.125", 0, 2, "0.13元", "0.13 yuan"),
    ("2.5", 0, 1, "3元", "3 yuan"),
    ("3.5", 0, 1, "4元", "4 yuan"),
    ("-2.5", 0, 1, "−3元", "−3 yuan"),
    ("9.96", 0, 2, "10元", "10 yuan"),
    ("5", 0, 3, "5元", "5 yuan"),
    ("0", 8, 1, "0亿元", "0 yuan"),
]

THRESHOLDS: list[tuple[str, Qualifier, int, bool]] = [
    ("1599.6", "gt", 2, False),
    ("1599.6", "gt", 4, False),
    ("1600.4", "gt", 4, True),
    ("1600.4", "ge", 4, True),
    ("1599.6", "ge", 4, False),
    ("1600.4", "lt", 4, False),
    ("1599.6", "lt", 4, True),
    ("1600.4", "le", 4, False),
    ("1599.6", "approx", 2, True),
    ("1600", "gt", 2, True),
]

VALUES = st.decimals(-(10**20), 10**20, places=6)
DIGITS = st.integers(1, 30)


def stated(value: str, power: int = 0, qualifier: Qualifier = "") -> Fact:
    return Fact("f", "i", "500103", parse_period("2023-S1"), Decimal(value), power, qualifier=qualifier)


@pytest.mark.parametrize(("value", "power", "digits", "zh", "en"), ROUNDED)
def test_a_figure_keeps_the_same_digits_in_every_language(
    value: str, power: int, digits: int, zh: str, en: str
) -> None:
    said = rounded(stated(value, power), digits)
    assert ZH.amount(said, indicator("CNY")).text == zh
    assert EN.amount(said, indicator("CNY")).text == en


@pytest.mark.parametrize(("value", "qualifier", "digits", "allowed"), THRESHOLDS)
def test_rounding_never_crosses_what_a_qualifier_says(
    value: str, qualifier: Qualifier, digits: int, allowed: bool
) -> None:
    said = stated(value, 8, qualifier)
    if allowed:
        assert rounded(said, digits).qualifier == qualifier
        return
    with pytest.raises(TemplateError, match=f"fact “f” says “{qualifier}”, which is untrue of 1600") as caught:
        rounded(said, digits)
    assert caught.value.findings[0].hint == "keep more digits, or drop round"


def test_a_figure_is_rounded_once() -> None:
    with pytest.raises(TemplateError, match="is rounded already"):
        rounded(rounded(stated("765.9", 8), 3), 2)


@pytest.mark.parametrize("digits", [0, -1])
def test_a_figure_keeps_one_digit_at_least(digits: int) -> None:
    with pytest.raises(TemplateError, match=f"cannot keep {digits} digits"):
        rounded(stated("765.9"), digits)
    with pytest.raises(TemplateError, match=f"cannot keep {digits} digits"):
        converted(stated("765.9"), stated("7"), digits)


def test_what_has_no_value_is_not_rounded() -> None:
    with pytest.raises(TemplateError, match="has no value to round"):
        rounded(replace(stated("1"), obs_value=None), 2)


def test_a_change_outlives_the_rounding_of_its_level() -> None:
    near = replace(stated("765.9", 8), changes=(Change("yoy", Decimal("-0.3"), start=Decimal("768.2")),))
    assert EN.change(rounded(near, 2)).text == EN.change(near).text == "down 0.3 percent year on year"


def test_a_missing_figure_stays_missing() -> None:
    missing = replace(stated("1"), obs_value=None, obs_status="M")
    assert EN.amount(rounded(missing, 2), indicator("CNY")).text == "not available"


def test_a_rounded_figure_may_differ_from_the_exact_one() -> None:
    said = rounded(replace(stated("765.9", 8), exact=Decimal("765.94")), 2)
    assert [item.amount(said, indicator("CNY")).text for item in LANGUAGES.values()] == [
        "770亿元",
        "770億元",
        "77 billion yuan",
    ]


@given(VALUES, DIGITS)
def test_rounding_moves_by_half_of_the_last_digit_at_most(value: Decimal, digits: int) -> None:
    near = half_up(value, digits)
    unit = Decimal(1).scaleb(value.adjusted() - digits + 1)
    assert abs(near - value) * 2 <= unit
    assert near.copy_abs() == half_up(value.copy_abs(), digits)


@given(VALUES, DIGITS)
def test_rounding_keeps_the_significant_digits_that_were_declared(value: Decimal, digits: int) -> None:
    kept = "".join(map(str, half_up(value, digits).as_tuple().digits)).lstrip("0").rstrip("0")
    assert len(kept) <= digits
    assert half_up(half_up(value, digits), digits) == half_up(value, digits)


@given(st.integers(1, 10**6), st.integers(0, 3))
def test_a_five_always_goes_away_from_zero(whole: int, places: int) -> None:
    tie = Decimal(f"{whole}5").scaleb(-places)
    assert half_up(tie, len(str(whole))) == Decimal(whole + 1).scaleb(1 - places)
