"""Values of facts, as each language prints them."""

from __future__ import annotations

import pytest

from reportgen.document import Piece
from reportgen.errors import SourceError
from reportgen.facts import Qualifier, Status
from reportgen.languages import LANGUAGES, HedgeForm
from tests.languages.samples import EN, HANT, ZH, fact, indicator

MONEY = [
    # what is printed in Chinese, its power of ten, 元 in full, English in full
    ("765.9", 8, "765.9亿元", "76.59 billion yuan"),
    ("645.7", 8, "645.7亿元", "64.57 billion yuan"),
    ("103", 8, "103亿元", "10.3 billion yuan"),
    ("398", 8, "398亿元", "39.8 billion yuan"),
    ("1600", 8, "1600亿元", "160 billion yuan"),
    ("1000", 8, "1000亿元", "100 billion yuan"),
    ("210.4", 8, "210.4亿元", "21.04 billion yuan"),
    ("4000", 8, "4000亿元", "400 billion yuan"),
    ("70", 8, "70亿元", "7 billion yuan"),
    ("5.5", 4, "5.5万元", "55,000 yuan"),
    ("1090", 8, "1090亿元", "109 billion yuan"),
    ("4000", 4, "4000万元", "40 million yuan"),
    ("2400", 4, "2400万元", "24 million yuan"),
    ("1500", 8, "1500亿元", "150 billion yuan"),
    ("49", 8, "49亿元", "4.9 billion yuan"),
    ("155", 8, "155亿元", "15.5 billion yuan"),
    ("540", 8, "540亿元", "54 billion yuan"),
    ("60", 8, "60亿元", "6 billion yuan"),
    ("17", 8, "17亿元", "1.7 billion yuan"),
    ("8", 8, "8亿元", "800 million yuan"),
    ("1.2", 12, "1.2万亿元", "1.2 trillion yuan"),
    ("110760.9", 8, "110760.9亿元", "11,076.09 billion yuan"),
    ("126058.2", 8, "126058.2亿元", "12,605.82 billion yuan"),
    ("593034", 8, "593034亿元", "59,303.4 billion yuan"),
    ("4007.0", 8, "4007.0亿元", "400.7 billion yuan"),
    ("10000", 8, "10000亿元", "1 trillion yuan"),
    ("1000000000000", 0, "1000000000000元", "1 trillion yuan"),
    ("9999.9", 8, "9999.9亿元", "999.99 billion yuan"),
    ("1900", 8, "1900亿元", "190 billion yuan"),
    ("99999999", 0, "99999999元", "99,999,999 yuan"),
    ("100000000", 0, "100000000元", "100 million yuan"),
    ("999950000", 0, "999950000元", "999.95 million yuan"),
    ("999999", 0, "999999元", "999,999 yuan"),
    ("1000000", 0, "1000000元", "1 million yuan"),
    ("1234.5678", 8, "1234.5678亿元", "123,456.78 million yuan"),
    ("0.05", 8, "0.05亿元", "5 million yuan"),
    ("0.05", 0, "0.05元", "0.05 yuan"),
    ("0", 8, "0亿元", "0 yuan"),
    ("0.0", 8, "0.0亿元", "0 yuan"),
    ("-0.0", 8, "0.0亿元", "0 yuan"),
    ("-3.2", 8, "−3.2亿元", "−320 million yuan"),
    ("1", 0, "1元", "1 yuan"),
    ("3.20", 0, "3.20元", "3.2 yuan"),
    ("12.5", 6, "1250万元", "12.5 million yuan"),
    ("3", 9, "30亿元", "3 billion yuan"),
    ("5", 3, "5000元", "5,000 yuan"),
]

COUNTS = [
    # value, power, unit, Chinese counter, English noun, Chinese, English in full, English on a card
    ("4087.9", 4, "VISIT", "", "", "4087.9万人次", "40.879 million visits", "40.879 million"),
    ("8000", 4, "VISIT", "", "tourist visit|tourist visits", "8000万人次", "80 million tourist visits", "80 million"),
    ("9754", 0, "ENTITY", "户", "new market entity|new market entities", "9754户",
     "9,754 new market entities", "9,754"),
    ("12", 4, "ENTITY", "", "", "12万户", "120,000 market entities", "120,000"),
    ("744", 0, "ENTITY", "家", "business entity|business entities", "744家", "744 business entities", "744"),
    ("40", 0, "STORE", "家", "first store or debut brand|first stores and debut brands", "40家",
     "40 first stores and debut brands", "40"),
    ("256", 0, "STORE", "个", "", "256个", "256 stores", "256"),
    ("41", 0, "PROJECT", "", "", "41个", "41 projects", "41"),
    ("63", 0, "PROJECT", "", "major project|major projects", "63个", "63 major projects", "63"),
    ("6", 0, "ENTERPRISE", "", "", "6家", "6 enterprises", "6"),
    ("300", 0, "ENTERPRISE", "", "leading enterprise|leading enterprises", "300家", "300 leading enterprises", "300"),
    ("30", 0, "PERSON", "名", "business-environment observer|business-environment observers", "30名",
     "30 business-environment observers", "30"),
    ("1", 0, "PERSON", "", "", "1人", "1 person", "1"),
    ("2.3", 4, "SPACE", "", "", "2.3万个", "23,000 parking spaces", "23,000"),
    ("28", 0, "GARAGE", "", "underground garage|underground garages", "28个", "28 underground garages", "28"),
    ("100", 0, "FLOOR", "", "", "100层", "100 floors", "100"),
    ("27", 0, "MEASURE", "", "", "27条", "27 measures", "27"),
    ("18", 0, "PRODUCT", "", "", "18个", "18 products", "18"),
    ("6", 0, "CAMPAIGN", "大", "", "6大", "6 campaigns", "6"),
    ("7", 0, "AREA", "", "", "7个方面", "7 areas", "7"),
    ("500", 0, "ITEM", "", "", "500条次", "500 reports", "500"),
    ("1", 0, "ENTITY", "", "", "1户", "1 market entity", "1"),
    ("0", 0, "ENTITY", "", "", "0户", "0 market entities", "0"),
    ("1.0", 0, "ENTITY", "", "", "1.0户", "1 market entity", "1"),
    ("1", 6, "VISIT", "", "", "100万人次", "1 million visits", "1 million"),
    ("1000", 0, "STORE", "", "", "1000家", "1,000 stores", "1,000"),
    ("458", 0, "M", "", "", "458米", "458 meters", "458 meters"),
    ("1", 0, "KM", "", "", "1公里", "1 kilometer", "1 kilometer"),
    ("8.8", 0, "KM", "", "", "8.8公里", "8.8 kilometers", "8.8 kilometers"),
    ("10", 4, "M2", "", "", "10万平方米", "100,000 square meters", "100,000 square meters"),
    ("360", 0, "DEG", "", "", "360度", "360 degrees", "360 degrees"),
    ("2", 0, "YEAR", "", "", "2年", "2 years", "2 years"),
    ("70", 8, "CNY_PER_KM2", "", "", "70亿元/平方公里", "7 billion yuan per square kilometer",
     "7 billion yuan per square kilometer"),
    ("8", 8, "CNY_PER_KM2", "", "", "8亿元/平方公里", "800 million yuan per square kilometer",
     "800 million yuan per square kilometer"),
    ("81.5", 0, "PCT", "", "", "81.5%", "81.5 percent", "81.5 percent"),
    ("5.0", 0, "PCT", "", "", "5.0%", "5 percent", "5 percent"),
    ("102.3", 0, "INDEX", "", "", "102.3", "102.3", "102.3"),
    ("1.5", 4, "TON", "", "", "1.5万吨", "15,000 metric tons", "15,000 metric tons"),
    ("2", 8, "USD", "", "", "2亿美元", "200 million U.S. dollars", "200 million U.S. dollars"),
    ("0.1", 0, "PP", "", "", "0.1个百分点", "0.1 percentage points", "0.1 percentage points"),
    ("1", 0, "PP", "", "", "1个百分点", "1 percentage point", "1 percentage point"),
]  # fmt: skip

HEDGED: list[tuple[str, int, str, Qualifier, HedgeForm, str, str]] = [
    ("765.9", 8, "CNY", "gt", "", "超765.9亿元", "more than 76.59 billion yuan"),
    ("1600", 8, "CNY", "gt", "crossing", "突破1600亿元", "surpassing 160 billion yuan"),
    ("4000", 4, "CNY", "gt", "suffix", "4000余万元", "more than 40 million yuan"),
    ("5.5", 4, "CNY", "gt", "suffix", "超5.5万元", "more than 55,000 yuan"),
    ("500", 0, "ITEM", "gt", "suffix", "500余条次", "more than 500 reports"),
    ("50", 0, "PCT", "gt", "suffix", "超50%", "more than 50 percent"),
    ("30", 0, "PCT", "ge", "", "30%以上", "at least 30 percent"),
    ("30", 0, "PCT", "lt", "", "近30%", "nearly 30 percent"),
    ("100", 8, "CNY", "le", "", "不超过100亿元", "no more than 10 billion yuan"),
    ("10", 4, "M2", "approx", "", "约10万平方米", "about 100,000 square meters"),
    ("8", 8, "CNY_PER_KM2", "approx", "", "约8亿元/平方公里", "about 800 million yuan per square kilometer"),
    ("5.5", 4, "CNY", "approx", "suffix", "5.5万元左右", "about 55,000 yuan"),
    ("70", 0, "PCT", "gt", "crossing", "突破70%", "surpassing 70 percent"),
]

STATED: list[tuple[Status, Qualifier, str, str]] = [
    ("A", "", "1600亿元", "160 billion yuan"),
    ("B", "", "1600亿元", "160 billion yuan"),
    ("E", "", "预计1600亿元", "an estimated 160 billion yuan"),
    ("F", "", "预计1600亿元", "an estimated 160 billion yuan"),
    ("P", "", "初步核算1600亿元", "a preliminary 160 billion yuan"),
    ("F", "gt", "预计超1600亿元", "more than an estimated 160 billion yuan"),
    ("F", "approx", "预计约1600亿元", "an estimated 160 billion yuan or so"),
    ("F", "ge", "预计1600亿元以上", "an estimated 160 billion yuan or more"),
    ("F", "le", "预计不超过1600亿元", "an estimated 160 billion yuan or less"),
    ("M", "", "暂无数据", "not available"),
]


@pytest.mark.parametrize(("value", "power", "zh", "en"), MONEY)
def test_money_shifts_its_point_between_the_languages(value: str, power: int, zh: str, en: str) -> None:
    said = fact(value, power)
    assert ZH.amount(said, indicator("CNY")).text == zh
    assert EN.amount(said, indicator("CNY")).text == en


@pytest.mark.parametrize(("value", "power", "unit", "counter", "noun", "zh", "en", "card"), COUNTS)
def test_counts_have_a_measure_word_and_a_noun(
    value: str, power: int, unit: str, counter: str, noun: str, zh: str, en: str, card: str
) -> None:
    said, what = fact(value, power), indicator(unit, counter, noun)
    assert ZH.amount(said, what).text == ZH.bare(said, what).text == zh
    assert EN.amount(said, what).text == en
    assert EN.bare(said, what).text == card


@pytest.mark.parametrize(("value", "power", "unit", "qualifier", "form", "zh", "en"), HEDGED)
def test_a_qualifier_stands_where_its_language_wants_it(
    value: str, power: int, unit: str, qualifier: Qualifier, form: HedgeForm, zh: str, en: str
) -> None:
    said = fact(value, power, qualifier)
    assert ZH.amount(said, indicator(unit), form).text == zh
    assert EN.amount(said, indicator(unit), form).text == en


@pytest.mark.parametrize(("status", "qualifier", "zh", "en"), STATED)
def test_forecasts_and_estimates_are_marked(status: Status, qualifier: Qualifier, zh: str, en: str) -> None:
    said = fact("1600", 8, qualifier, status)
    assert ZH.amount(said, indicator("CNY")).text == zh
    assert EN.amount(said, indicator("CNY")).text == en


def test_traditional_chinese_has_its_own_characters() -> None:
    assert HANT.amount(fact("765.9", 8), indicator("CNY")).text == "765.9億元"
    assert HANT.amount(fact("4087.9", 4), indicator("VISIT")).text == "4087.9萬人次"
    assert HANT.amount(fact("1.2", 12, "approx"), indicator("CNY")).text == "約1.2萬億元"
    assert HANT.amount(fact("0.1"), indicator("PP")).text == "0.1個百分點"


def test_number_and_unit_are_pieces_apart() -> None:
    said, what = fact("4087.9", 4, "gt"), indicator("VISIT")
    assert ZH.amount(said, what).pieces == (
        Piece("qualifier", "超"),
        Piece("number", "4087.9"),
        Piece("unit", "万人次"),
    )
    assert EN.amount(said, what).pieces == (
        Piece("qualifier", "more than "),
        Piece("number", "40.879"),
        Piece("unit", " million"),
        Piece("word", " visits"),
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_knows_its_fact_and_its_side(code: str) -> None:
    figure = LANGUAGES[code].amount(fact("765.9", 8), indicator("CNY"))
    assert (figure.fact, figure.side, figure.trend) == ("f", "value", "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_fact_without_a_value_is_an_error(code: str) -> None:
    with pytest.raises(SourceError, match="fact “f” has no value"):
        LANGUAGES[code].amount(fact(), indicator("CNY"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_number_is_never_printed(code: str, value: str) -> None:
    with pytest.raises(SourceError, match="no value"):
        LANGUAGES[code].amount(fact(value), indicator("CNY"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_unit_is_an_error_that_names_the_known(code: str) -> None:
    with pytest.raises(SourceError, match="there is no unit “FURLONG”") as caught:
        LANGUAGES[code].amount(fact("1"), indicator("FURLONG"))
    assert "CNY_PER_KM2" in caught.value.findings[0].hint
