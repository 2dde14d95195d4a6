"""Changes of facts, as each language prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document import Piece
from reportgen.errors import SourceError
from reportgen.facts import Change, ChangeKind, ChangeUnit, Qualifier, Status
from reportgen.languages import LANGUAGES
from tests.languages.samples import EN, HANT, ZH, fact, moved

CHANGES: list[tuple[str, ChangeKind, ChangeUnit, Qualifier, str, str]] = [
    ("3.2", "yoy", "PCT", "", "同比增长3.2%", "up 3.2 percent year on year"),
    ("12", "yoy", "PCT", "", "同比增长12%", "up 12 percent year on year"),
    ("5.2", "yoy", "PCT", "", "同比增长5.2%", "up 5.2 percent year on year"),
    ("21.9", "yoy", "PCT", "", "同比增长21.9%", "up 21.9 percent year on year"),
    ("15.3", "yoy", "PCT", "", "同比增长15.3%", "up 15.3 percent year on year"),
    ("4.0", "yoy", "PCT", "", "同比增长4.0%", "up 4 percent year on year"),
    ("-2.1", "yoy", "PCT", "", "同比下降2.1%", "down 2.1 percent year on year"),
    ("0", "yoy", "PCT", "", "同比持平", "flat year on year"),
    ("0.0", "yoy", "PCT", "", "同比持平", "flat year on year"),
    ("-0.0", "yoy", "PCT", "", "同比持平", "flat year on year"),
    ("0.0", "yoy", "PCT", "approx", "同比基本持平", "roughly flat year on year"),
    ("-0.0", "yoy", "PCT", "approx", "同比基本持平", "roughly flat year on year"),
    ("0.05", "yoy", "PCT", "", "同比增长0.05%", "up 0.05 percent year on year"),
    ("80", "yoy", "PCT", "gt", "同比增长超80%", "up more than 80 percent year on year"),
    ("80", "growth", "PCT", "gt", "增长超80%", "up more than 80 percent"),
    ("-30", "growth", "PCT", "lt", "下降近30%", "down nearly 30 percent"),
    ("30", "growth", "PCT", "ge", "增长30%以上", "up at least 30 percent"),
    ("40.9", "growth", "PCT", "", "增长40.9%", "up 40.9 percent"),
    ("8", "growth", "PCT", "", "增长8%", "up 8 percent"),
    ("0", "growth", "PCT", "", "持平", "flat"),
    ("3.5", "average", "PCT", "", "平均增长3.5%", "up 3.5 percent on average"),
    ("-3.5", "average", "PCT", "", "平均下降3.5%", "down 3.5 percent on average"),
    ("0.1", "growth", "PP", "", "上升0.1个百分点", "up 0.1 percentage points"),
    ("0.1", "yoy", "PP", "", "同比上升0.1个百分点", "up 0.1 percentage points year on year"),
    ("1", "yoy", "PP", "", "同比上升1个百分点", "up 1 percentage point year on year"),
    ("1.0", "growth", "PP", "", "上升1.0个百分点", "up 1 percentage point"),
    ("-0.6", "growth", "PP", "", "下降0.6个百分点", "down 0.6 percentage points"),
    ("0", "yoy", "PP", "", "同比持平", "flat year on year"),
    ("1.2", "mom", "PCT", "", "环比增长1.2%", "up 1.2 percent month on month"),
    ("0", "mom", "PCT", "", "环比持平", "flat month on month"),
    ("-1.2", "qoq", "PCT", "", "环比下降1.2%", "down 1.2 percent quarter on quarter"),
    ("5.2", "annual", "PCT", "", "比上年增长5.2%", "up 5.2 percent over the previous year"),
    ("-5.2", "annual", "PCT", "", "比上年下降5.2%", "down 5.2 percent from the previous year"),
    ("0", "annual", "PCT", "", "与上年持平", "flat from the previous year"),
    ("0.0", "annual", "PCT", "approx", "与上年基本持平", "roughly flat from the previous year"),
    ("1234.5", "yoy", "PCT", "", "同比增长1234.5%", "up 1,234.5 percent year on year"),
]

RATES: list[tuple[str, ChangeUnit, Qualifier, str, str, str]] = [
    # value, unit, qualifier, Chinese, English, English on cards and charts
    ("3.2", "PCT", "", "3.2%", "3.2 percent", "3.2%"),
    ("4.0", "PCT", "", "4.0%", "4 percent", "4.0%"),
    ("-2.1", "PCT", "", "2.1%", "2.1 percent", "2.1%"),
    ("0", "PCT", "", "0%", "0 percent", "0%"),
    ("80", "PCT", "gt", "超80%", "more than 80 percent", "over 80%"),
    ("80", "PCT", "ge", "80%以上", "at least 80 percent", "at least 80%"),
    ("30", "PCT", "lt", "近30%", "nearly 30 percent", "nearly 30%"),
    ("5", "PCT", "approx", "约5%", "about 5 percent", "about 5%"),
    ("5", "PCT", "le", "不超过5%", "no more than 5 percent", "up to 5%"),
    ("0.1", "PP", "", "0.1个百分点", "0.1 percentage points", "0.1 pp"),
    ("1", "PP", "", "1个百分点", "1 percentage point", "1 pp"),
]

MOVEMENTS: list[tuple[str, ChangeKind, ChangeUnit, str, str]] = [
    ("3.2", "yoy", "PCT", "同比增长", "up year on year"),
    ("-3.2", "yoy", "PCT", "同比下降", "down year on year"),
    ("0", "yoy", "PCT", "同比持平", "flat year on year"),
    ("40.9", "growth", "PCT", "增长", "up"),
    ("3.5", "average", "PCT", "平均增长", "up on average"),
    ("0.1", "mom", "PP", "环比上升", "up month on month"),
    ("2", "annual", "PCT", "比上年增长", "up over the previous year"),
]


@pytest.mark.parametrize(("value", "kind", "unit", "qualifier", "zh", "en"), CHANGES)
def test_a_change_is_said_with_a_verb_and_never_a_minus(
    value: str, kind: ChangeKind, unit: ChangeUnit, qualifier: Qualifier, zh: str, en: str
) -> None:
    said = moved(value, kind, unit, qualifier)
    assert ZH.change(said).text == zh
    assert EN.change(said).text == en


@pytest.mark.parametrize(("value", "unit", "qualifier", "zh", "en", "card"), RATES)
def test_a_rate_is_the_number_of_a_change(
    value: str, unit: ChangeUnit, qualifier: Qualifier, zh: str, en: str, card: str
) -> None:
    said = moved(value, "yoy", unit, qualifier)
    assert ZH.rate(said).text == ZH.short_rate(said).text == zh
    assert EN.rate(said).text == en
    assert EN.short_rate(said).text == card


@pytest.mark.parametrize(("value", "kind", "unit", "zh", "en"), MOVEMENTS)
def test_a_movement_is_a_change_without_its_number(
    value: str, kind: ChangeKind, unit: ChangeUnit, zh: str, en: str
) -> None:
    said = moved(value, kind, unit)
    assert ZH.movement(said).text == zh
    assert EN.movement(said).text == en
    assert {piece.kind for piece in (*ZH.movement(said).pieces, *EN.movement(said).pieces)} == {"word"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_chart_may_ask_for_the_sign(code: str) -> None:
    assert LANGUAGES[code].short_rate(moved("-2.1"), signed=True).text == "−2.1%"
    assert LANGUAGES[code].short_rate(moved("2.1"), signed=True).text == "2.1%"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_change_is_asked_for_by_its_kind(code: str) -> None:
    both = fact("765.9", 8, changes=(Change("yoy", Decimal("3.2")), Change("qoq", Decimal("-1.1"))))
    said = LANGUAGES[code]
    assert said.change(both).trend == said.rate(both, "yoy").trend == "up"
    assert said.change(both, "qoq").trend == said.movement(both, "qoq").trend == "down"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_change_that_is_not_there_is_an_error_that_tells_what_is(code: str) -> None:
    with pytest.raises(SourceError, match="fact “f” has no change of kind “mom”") as caught:
        LANGUAGES[code].change(moved("3.2"), "mom")
    assert caught.value.findings[0].hint == "it has yoy"
    with pytest.raises(SourceError, match="fact “f” has no change"):
        LANGUAGES[code].movement(fact("1"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_more_than_no_change(code: str) -> None:
    with pytest.raises(SourceError, match="a change of 0 cannot be “gt”"):
        LANGUAGES[code].change(moved("0", qualifier="gt"))


@pytest.mark.parametrize(
    ("status", "qualifier", "zh", "en"),
    [
        ("F", "", "预计同比增长5%", "up an estimated 5 percent year on year"),
        ("F", "approx", "预计同比增长约5%", "up an estimated 5 percent or so year on year"),
        ("F", "gt", "预计同比增长超5%", "up more than an estimated 5 percent year on year"),
        ("P", "", "初步核算同比增长5%", "up a preliminary 5 percent year on year"),
    ],
)
def test_a_forecast_of_a_change_alone_is_marked(status: Status, qualifier: Qualifier, zh: str, en: str) -> None:
    said = moved("5", qualifier=qualifier, status=status)
    assert ZH.change(said).text == zh
    assert EN.change(said).text == en


def test_a_forecast_is_marked_once_where_the_value_says_it() -> None:
    both = fact("1600", 8, status="F", changes=(Change("yoy", Decimal(5)),))
    assert ZH.change(both).text == "同比增长5%"
    assert EN.change(both).text == "up 5 percent year on year"


def test_a_movement_of_a_forecast_is_marked() -> None:
    assert ZH.movement(moved("5", status="F")).text == "预计同比增长"
    assert EN.movement(moved("5", status="F")).text == "up year on year (forecast)"
    assert EN.change(moved("0", status="F")).text == "flat year on year (forecast)"


def test_traditional_chinese_moves_in_its_own_characters() -> None:
    assert HANT.change(moved("3.2")).text == "同比增長3.2%"
    assert HANT.change(moved("0", "annual")).text == "與上年持平"
    assert HANT.change(moved("-0.6", "mom", "PP")).text == "環比下降0.6個百分點"


def test_the_pieces_of_a_change_keep_number_and_words_apart() -> None:
    said = moved("80", qualifier="gt")
    assert ZH.change(said).pieces == (
        Piece("word", "同比增长"),
        Piece("qualifier", "超"),
        Piece("number", "80"),
        Piece("unit", "%"),
    )
    assert EN.change(said).pieces == (
        Piece("word", "up "),
        Piece("qualifier", "more than "),
        Piece("number", "80"),
        Piece("unit", " percent"),
        Piece("word", " year on year"),
    )
