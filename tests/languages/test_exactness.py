"""Whatever the figure, no language changes its value: read back with its scale, it is the fact's."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.document import Figure
from reportgen.facts import CHANGE_KINDS, Change, ChangeUnit, Fact
from reportgen.languages import LANGUAGES, PROFILES
from reportgen.languages.numbers import scaled, shift, trimmed
from tests.languages.samples import EN, HANT, ZH, fact, indicator, paced, turned

RATES: tuple[ChangeUnit, ...] = ("PCT", "PP")
UNITS = st.sampled_from(["CNY", "VISIT", "ENTITY", "PCT", "PP", "KM", "CNY_PER_KM2"])
EVERY = (*LANGUAGES.values(), *PROFILES["en"].values())
CHINESE = {"": 0, "万": 4, "亿": 8, "万亿": 12, "萬": 4, "億": 8, "萬億": 12}
ENGLISH = {"": 0, "million": 6, "billion": 9, "trillion": 12}


@st.composite
def decimals(draw: st.DrawFn) -> Decimal:
    """Numbers as statisticians print them, of up to forty digits and ten decimals."""
    return Decimal(f"{draw(st.integers(-(10**40), 10**40))}E-{draw(st.integers(0, 10))}")


VALUES = decimals() | st.integers(-(10**7), 10**7).map(Decimal)
RATE = st.decimals(-1000, 1000, places=2)
POWERS = st.sampled_from([0, 3, 4, 6, 8, 9, 12])


def stated(value: Decimal, power: int) -> Fact:
    return fact(str(value), power)


def read(figure: Figure) -> Decimal:
    """Read the value of `figure` back from its number and unit, independently of how it was made."""
    number = "".join(piece.text for piece in figure.pieces if piece.kind == "number")
    unit = "".join(piece.text for piece in figure.pieces if piece.kind == "unit").strip()
    english = re.match(r"million|billion|trillion|", unit)
    chinese = re.match(r"[万亿萬億]*", unit)
    assert english
    assert chinese
    power = ENGLISH[english[0]] + CHINESE[chinese[0]]
    return Decimal(f"{number.replace(',', '').replace('−', '-')}E{power}")


def same(one: Decimal, other: Decimal) -> bool:
    """Compare exactly: comparison of decimals never rounds."""
    return one == other


@given(VALUES, POWERS, UNITS)
@example(Decimal("1234567890123456789012345678901234567890.12"), 8, "CNY")
@example(Decimal("-0.0"), 4, "VISIT")
def test_every_language_says_the_same_value_exactly(value: Decimal, power: int, unit: str) -> None:
    said, what = stated(value, power), indicator(unit)
    true = Decimal(f"{value:f}E{power}")
    for item in EVERY:
        assert same(read(item.amount(said, what)), true)
        assert same(read(item.bare(said, what)), true)


@given(VALUES, POWERS)
def test_chinese_keeps_the_printed_decimals_and_the_sources_scale(value: Decimal, power: int) -> None:
    if power in (0, 4, 8, 12):
        scale = {0: "", 4: "万", 8: "亿", 12: "万亿"}[power]
        digits = f"{value.copy_abs():f}"
        sign = "−" if value < 0 else ""
        assert ZH.amount(stated(value, power), indicator("CNY")).text == f"{sign}{digits}{scale}元"


@given(VALUES, POWERS)
def test_english_never_says_thousand_nor_a_scale_that_the_number_does_not_reach(value: Decimal, power: int) -> None:
    figure = EN.amount(stated(value, power), indicator("CNY"))
    assert "thousand" not in figure.text
    if re.search("illion", figure.text):
        number = next(piece.text for piece in figure.pieces if piece.kind == "number")
        assert abs(Decimal(number.replace(",", "").replace("−", "-"))) >= 1
        assert len(number.partition(".")[2]) <= 3
        assert not number.partition(".")[2].endswith("0")


@given(VALUES, POWERS)
def test_english_takes_the_largest_scale_that_needs_three_decimals_at_most(value: Decimal, power: int) -> None:
    base = shift(value, power)
    _, chosen = scaled(base, (12, 9, 6), 3)
    larger = [scale for scale in (12, 9, 6) if scale > chosen]
    for scale in larger:
        shifted = trimmed(shift(base, -scale))
        exponent = shifted.as_tuple().exponent
        assert isinstance(exponent, int)
        assert shifted.copy_abs() < 1 or exponent < -3


@given(VALUES, st.sampled_from(CHANGE_KINDS), st.sampled_from(RATES))
def test_the_trend_agrees_with_the_sign_and_the_verb(value: Decimal, kind: str, unit: str) -> None:
    said = fact(changes=(Change(kind, value, unit),))  # type: ignore[arg-type]
    trend = "up" if value > 0 else "down" if value < 0 else "flat"
    for item in LANGUAGES.values():
        for figure in (item.change(said), item.rate(said), item.short_rate(said), item.movement(said)):
            assert figure.trend == trend
            assert figure.text == "".join(piece.text for piece in figure.pieces)
            assert "-" not in figure.text
            assert "−" not in figure.text
    verbs = {"up": "up", "down": "down", "flat": "flat"}
    assert EN.movement(said).text.startswith(verbs[trend])
    assert (trend == "flat") == ("持平" in ZH.movement(said).text)
    assert (trend == "down") == ("下降" in HANT.movement(said).text)


@given(VALUES.filter(bool), st.sampled_from(RATES))
def test_every_language_says_the_same_rate_exactly(value: Decimal, unit: str) -> None:
    said = fact(changes=(Change("yoy", value, unit),))  # type: ignore[arg-type]
    for item in LANGUAGES.values():
        for figure in (item.change(said), item.rate(said), item.short_rate(said)):
            assert same(read(figure), value.copy_abs())
        assert same(read(item.short_rate(said, signed=True)), value)


@given(VALUES.filter(lambda value: value > 0))
def test_an_increase_in_times_is_a_hundred_times_that_in_percent(times: Decimal) -> None:
    said = fact(changes=(Change("yoy", times, "TIMES"),))
    for item in EVERY:
        factor = 0 if item.script != "Latn" else 2
        for figure in (item.rate(said), item.short_rate(said), item.change(said)):
            assert same(read(figure), shift(times, factor))
            assert figure.trend == "up"


@given(VALUES.filter(lambda value: value > 0))
def test_a_multiple_is_one_more_than_the_increase(times: Decimal) -> None:
    said = fact(changes=(Change("yoy", times, "TIMES"),))
    assert same(read(ZH.multiple(said)) - 1, +times)
    if times != 1:
        assert same(read(EN.multiple(said)), read(ZH.multiple(said)))


@given(RATE, RATE)
def test_a_pace_is_the_exact_way_between_two_rates(before: Decimal, now: Decimal) -> None:
    said = paced(str(before), str(now))
    for item in EVERY:
        figure = item.pace(said)
        assert figure.trend == said.changes[0].trend
        if any(piece.kind == "number" for piece in figure.pieces):
            assert same(read(figure), abs(now - before))
            assert (before > 0) == (now > 0)
        else:
            assert before == now or before * now <= 0


@given(RATE, RATE)
def test_a_turn_has_no_number_and_the_sign_of_its_way(before: Decimal, now: Decimal) -> None:
    if (before < 0) == (now < 0) and before:
        return
    said = turned(str(before), str(now))
    for item in EVERY:
        figure = item.change(said)
        assert {piece.kind for piece in figure.pieces} == {"word"}
        assert figure.trend == ("up" if now > before else "down" if now < before else "flat")
        assert not re.search(r"\d|percent|%", figure.text)


@given(st.lists(st.tuples(VALUES, POWERS), min_size=1, max_size=6))
def test_a_column_shows_every_value_exactly_at_one_scale(values: list[tuple[Decimal, int]]) -> None:
    facts = [stated(value, power) for value, power in values]
    for item in EVERY:
        column = item.column(facts, indicator("CNY"))
        scale = re.match(r"(?:million|billion|trillion|[万亿萬億]*)", column.unit)
        assert scale
        power = {**ENGLISH, **CHINESE}[scale[0]]
        for cell, (value, mult) in zip(column.cells, values, strict=True):
            assert same(Decimal(f"{cell.text.replace(',', '').replace('−', '-')}E{power}"), shift(value, mult))


@given(VALUES, VALUES, POWERS)
def test_both_ends_of_a_range_are_exact(one: Decimal, other: Decimal, power: int) -> None:
    low, high = min(one, other), max(one, other)
    if low == high:
        return
    for item in EVERY:
        figure = item.span(stated(low, power), stated(high, power), indicator("CNY"))
        numbers = [piece.text for piece in figure.pieces if piece.kind == "number"]
        assert [_significant(text) for text in numbers] == [_significant(f"{low:f}"), _significant(f"{high:f}")]
        assert [text.startswith("−") for text in numbers] == [low < 0, high < 0]


def _significant(digits: str) -> str:
    return re.sub(r"\D", "", digits).strip("0")


@given(VALUES)
def test_trimming_drops_zeros_and_nothing_else(value: Decimal) -> None:
    short = trimmed(value)
    assert same(short, value)
    assert not re.search(r"\.\d*0$", str(short))
