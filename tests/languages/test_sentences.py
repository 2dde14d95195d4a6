"""Values where a sentence wants them otherwise: in words, before nouns, as ranges, in dollars."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.errors import SourceError, TemplateError
from reportgen.facts import Qualifier
from reportgen.languages import LANGUAGES, HedgeForm
from reportgen.languages.english_words import spelled
from tests.languages.samples import DAILY, EN, HANT, NBS, ZH, fact, indicator

MONEY = indicator("CNY")

RUNNING: list[tuple[str, int, str, Qualifier, str, str, str]] = [
    # value, power, unit, qualifier, Chinese, English in a sentence, English at its beginning
    ("6", 0, "ENTERPRISE", "", "6家", "six enterprises", "Six enterprises"),
    ("1", 0, "ENTERPRISE", "", "1家", "one enterprise", "One enterprise"),
    ("9", 0, "PROJECT", "", "9个", "nine projects", "Nine projects"),
    ("0", 0, "PROJECT", "", "0个", "zero projects", "Zero projects"),
    ("7", 0, "AREA", "", "7个方面", "seven areas", "Seven areas"),
    ("5.0", 0, "PROJECT", "", "5.0个", "five projects", "Five projects"),
    ("10", 0, "PROJECT", "", "10个", "10 projects", "Ten projects"),
    ("12", 0, "ENTERPRISE", "", "12家", "12 enterprises", "Twelve enterprises"),
    ("41", 0, "PROJECT", "", "41个", "41 projects", "Forty-one projects"),
    ("100", 0, "FLOOR", "", "100层", "100 floors", "One hundred floors"),
    ("300", 0, "ENTERPRISE", "", "300家", "300 enterprises", "Three hundred enterprises"),
    ("744", 0, "ENTITY", "", "744户", "744 market entities", "Seven hundred forty-four market entities"),
    ("2", 0, "YEAR", "", "2年", "two years", "Two years"),
    ("5", 0, "PROJECT", "gt", "超5个", "more than five projects", "More than five projects"),
    ("500", 0, "ITEM", "gt", "超500条次", "more than 500 reports", "More than 500 reports"),
    ("3", 0, "STORE", "approx", "约3家", "about three stores", "About three stores"),
    ("2", 0, "STORE", "le", "不超过2家", "no more than two stores", "No more than two stores"),
    ("4000", 4, "CNY", "gt", "超4000万元", "more than 40 million yuan", "More than 40 million yuan"),
    ("30", 0, "PCT", "lt", "近30%", "nearly 30 percent", "Nearly 30 percent"),
]

PRINTED: list[tuple[str, int, str, Qualifier, HedgeForm, str, str]] = [
    # value, power, unit, qualifier, its form: as the district's papers printed them
    ("1600", 8, "CNY", "gt", "crossed", "突破1600亿元", "surpassed 160 billion yuan"),
    ("4000", 8, "CNY", "gt", "crossed", "突破4000亿元", "surpassed 400 billion yuan"),
    ("1000", 8, "CNY", "gt", "crossing", "突破1000亿元", "surpassing 100 billion yuan"),
    ("12", 4, "ENTITY", "gt", "crossed", "突破12万户", "surpassed 120,000 market entities"),
    ("5.5", 4, "CNY", "gt", "crossed", "突破5.5万元", "surpassed 55,000 yuan"),
    ("70", 8, "CNY_PER_KM2", "gt", "", "超70亿元/平方公里", "more than 7 billion yuan per square kilometer"),
    ("8", 8, "CNY_PER_KM2", "approx", "", "约8亿元/平方公里", "about 800 million yuan per square kilometer"),
    ("9", 8, "CNY_PER_KM2", "", "", "9亿元/平方公里", "900 million yuan per square kilometer"),
    ("8000", 4, "VISIT", "gt", "", "超8000万人次", "more than 80 million visits"),
    ("4000", 4, "CNY", "gt", "suffix", "4000余万元", "more than 40 million yuan"),
    ("2400", 4, "CNY", "gt", "suffix", "2400余万元", "more than 24 million yuan"),
    ("500", 0, "ITEM", "gt", "suffix", "500余条次", "more than 500 reports"),
    ("5", 0, "PCT", "approx", "suffix", "5%左右", "about 5 percent"),
    ("30", 0, "PCT", "ge", "", "30%以上", "at least 30 percent"),
    ("50", 0, "PCT", "gt", "", "超50%", "more than 50 percent"),
    ("400", 0, "M", "approx", "", "约400米", "about 400 meters"),
    ("10", 4, "M2", "approx", "", "约10万平方米", "about 100,000 square meters"),
    ("210.4", 8, "CNY", "", "", "210.4亿元", "21.04 billion yuan"),
    ("1090", 8, "CNY", "", "", "1090亿元", "109 billion yuan"),
    ("126058.2", 8, "CNY", "", "", "126058.2亿元", "12,605.82 billion yuan"),
]

DIGITS_ONLY = [
    # value, power, unit, English in a sentence: never spelled, so it opens none
    ("5", 0, "PCT", "5 percent"),
    ("5", 0, "CNY", "5 yuan"),
    ("5", 0, "KM", "5 kilometers"),
    ("12.5", 0, "YEAR", "12.5 years"),
    ("2.5", 0, "PROJECT", "2.5 projects"),
    ("-3", 0, "PERSON", "−3 people"),
    ("9754", 0, "ENTITY", "9,754 market entities"),
    ("4087.9", 4, "VISIT", "40.879 million visits"),
    ("1000", 0, "STORE", "1,000 stores"),
    ("765.9", 8, "CNY", "76.59 billion yuan"),
]

ATTRIBUTIVE = [
    # value, power, unit, Chinese, its class, English with its article, traditional Chinese class
    ("100", 8, "CNY", "100亿元", "百亿级", "a 10-billion-yuan", "百億級"),
    ("10", 8, "CNY", "10亿元", "十亿级", "a 1-billion-yuan", "十億級"),
    ("1", 8, "CNY", "1亿元", "亿元级", "a 100-million-yuan", "億元級"),
    ("1000", 8, "CNY", "1000亿元", "千亿级", "a 100-billion-yuan", "千億級"),
    ("10000", 8, "CNY", "10000亿元", "万亿级", "a 1-trillion-yuan", "萬億級"),
    ("1", 12, "CNY", "1万亿元", "万亿级", "a 1-trillion-yuan", "萬億級"),
    ("10", 12, "CNY", "10万亿元", "十万亿级", "a 10-trillion-yuan", "十萬億級"),
    ("1", 4, "CNY", "1万元", "万元级", "a 10,000-yuan", "萬元級"),
    ("1000", 4, "CNY", "1000万元", "千万级", "a 10-million-yuan", "千萬級"),
    ("80", 8, "CNY", "80亿元", "80亿元级", "an 8-billion-yuan", "80億元級"),
    ("50", 8, "CNY", "50亿元", "50亿元级", "a 5-billion-yuan", "50億元級"),
    ("110", 8, "CNY", "110亿元", "110亿元级", "an 11-billion-yuan", "110億元級"),
    ("185", 8, "CNY", "185亿元", "185亿元级", "an 18.5-billion-yuan", "185億元級"),
    ("8", 4, "CNY", "8万元", "8万元级", "an 80,000-yuan", "8萬元級"),
    ("1100", 0, "CNY", "1100元", "1100元级", "a 1,100-yuan", "1100元級"),
    ("11000", 0, "CNY", "11000元", "11000元级", "an 11,000-yuan", "11000元級"),
    ("458", 0, "M", "458米", "458米级", "a 458-meter", "458米級"),
    ("8.8", 0, "KM", "8.8公里", "8.8公里级", "an 8.8-kilometer", "8.8公里級"),
    ("10", 4, "M2", "10万平方米", "十万平方米级", "a 100,000-square-meter", "十萬平方米級"),
    ("30", 0, "PCT", "30%", "30%级", "a 30-percent", "30%級"),
    ("100", 0, "FLOOR", "100层", "100层级", "a 100-floor", "100層級"),
]

SPANS = [
    # low and high with powers, unit, Chinese, English, English in tables
    ("15", 0, "30", 0, "PCT", "15%—30%", "15 to 30 percent", "15–30%"),
    ("5.0", 0, "5.5", 0, "PCT", "5.0%—5.5%", "5 to 5.5 percent", "5–5.5%"),
    ("9", 8, "16", 8, "CNY", "9亿—16亿元", "900 million to 1.6 billion yuan", "900 million to 1.6 billion yuan"),
    ("10", 8, "16", 8, "CNY", "10亿—16亿元", "1 to 1.6 billion yuan", "1–1.6 billion yuan"),
    ("5000", 4, "1", 8, "CNY", "5000万—1亿元", "50 to 100 million yuan", "50–100 million yuan"),
    ("300", 0, "500", 0, "ENTERPRISE", "300—500家", "300 to 500 enterprises", "300–500 enterprises"),
    ("1", 4, "2", 4, "VISIT", "1万—2万人次", "10,000 to 20,000 visits", "10,000–20,000 visits"),
    ("0.1", 0, "0.3", 0, "PP", "0.1—0.3个百分点", "0.1 to 0.3 percentage points", "0.1–0.3 pp"),
    ("0.5", 0, "1", 0, "PP", "0.5—1个百分点", "0.5 to 1 percentage point", "0.5–1 pp"),
    ("-2", 0, "3", 0, "PCT", "−2%至3%", "from −2 to 3 percent", "from −2 to 3%"),
    ("-3", 0, "-2", 0, "PCT", "−3%至−2%", "from −3 to −2 percent", "from −3 to −2%"),
    ("0", 0, "1", 0, "PCT", "0%—1%", "0 to 1 percent", "0–1%"),
    ("8", 0, "10", 0, "KM", "8—10公里", "8 to 10 kilometers", "8–10 kilometers"),
]

SPELLED = [
    (0, "zero"),
    (9, "nine"),
    (10, "ten"),
    (12, "twelve"),
    (13, "thirteen"),
    (19, "nineteen"),
    (20, "twenty"),
    (23, "twenty-three"),
    (40, "forty"),
    (99, "ninety-nine"),
    (100, "one hundred"),
    (101, "one hundred one"),
    (744, "seven hundred forty-four"),
    (999, "nine hundred ninety-nine"),
]

COLUMNS = [
    # values with powers, unit, head and cells in Chinese, head and cells in English
    ([("765.9", 8), ("4007.0", 8)], "CNY", "亿元", ["765.9", "4007.0"], "billion yuan", ["76.59", "400.70"]),
    ([("765.9", 8), ("-3.2", 8)], "CNY", "亿元", ["765.9", "−3.2"], "billion yuan", ["76.59", "−0.32"]),
    ([("1.2", 12), ("765.9", 8)], "CNY", "亿元", ["12000", "765.9"], "billion yuan", ["1,200", "76.59"]),
    ([("8000", 4), ("4087.9", 4)], "VISIT", "万人次", ["8000", "4087.9"], "million visits", ["80.00", "40.879"]),
    ([("3.2", 0), ("4.0", 0)], "PCT", "%", ["3.2", "4.0"], "%", ["3.2", "4.0"]),
    ([("9754", 0), ("744", 0)], "ENTITY", "户", ["9754", "744"], "market entities", ["9,754", "744"]),
    ([("0", 8), ("0.0", 8)], "CNY", "亿元", ["0", "0.0"], "yuan", ["0", "0"]),
    ([("102.3", 0)], "INDEX", "", ["102.3"], "", ["102.3"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "power", "unit", "qualifier", "zh", "en", "first"), RUNNING)
def test_small_counts_are_words_and_no_digit_opens_a_sentence(
    value: str, power: int, unit: str, qualifier: Qualifier, zh: str, en: str, first: str
) -> None:
    said, what = fact(value, power, qualifier), indicator(unit)
    assert ZH.running(said, what).text == ZH.running(said, what, opening=True).text == zh
    assert EN.running(said, what).text == en
    assert EN.running(said, what, opening=True).text == first


@pytest.mark.parametrize(("value", "power", "unit", "qualifier", "form", "zh", "en"), PRINTED)
def test_figures_are_said_as_they_were_printed(
    value: str, power: int, unit: str, qualifier: Qualifier, form: HedgeForm, zh: str, en: str
) -> None:
    said, what = fact(value, power, qualifier), indicator(unit)
    assert ZH.running(said, what, form).text == zh
    assert EN.running(said, what, form).text == en


@pytest.mark.parametrize(("value", "power", "unit", "en"), DIGITS_ONLY)
def test_money_percent_measures_and_great_counts_stay_digits(value: str, power: int, unit: str, en: str) -> None:
    said, what = fact(value, power), indicator(unit)
    assert EN.running(said, what).text == EN.amount(said, what).text == en
    with pytest.raises(TemplateError, match="cannot open an English sentence") as caught:
        EN.running(said, what, opening=True)
    assert caught.value.findings[0].hint == "recast the sentence, so that a word opens it"


def test_an_estimate_and_a_missing_figure_open_a_sentence() -> None:
    assert EN.running(fact("5", status="F"), indicator("PCT"), opening=True).text == "An estimated 5 percent"
    assert EN.running(fact("6", status="E"), indicator("STORE"), opening=True).text == "An estimated six stores"
    assert EN.running(fact(status="M"), indicator("STORE"), opening=True).text == "Not available"
    assert ZH.running(fact(status="M"), indicator("STORE"), opening=True).text == "暂无数据"


@pytest.mark.parametrize(("number", "words"), SPELLED)
def test_a_count_is_spelled(number: int, words: str) -> None:
    assert spelled(number) == words


@pytest.mark.parametrize(("value", "power", "unit", "zh", "level", "en", "hant"), ATTRIBUTIVE)
def test_an_amount_before_a_noun_is_hyphened_and_singular(
    value: str, power: int, unit: str, zh: str, level: str, en: str, hant: str
) -> None:
    said, what = fact(value, power), indicator(unit)
    assert ZH.attributive(said, what).text == zh
    assert ZH.attributive(said, what, level=True).text == level
    assert HANT.attributive(said, what, level=True).text == hant
    assert EN.attributive(said, what, article=True).text == en
    assert EN.attributive(said, what, level=True).text == f"{en.partition(' ')[2]} level"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_qualifier_never_stands_before_a_noun_or_in_a_range(code: str) -> None:
    said = LANGUAGES[code]
    with pytest.raises(TemplateError, match="says “gt”, which cannot stand here"):
        said.attributive(fact("100", 8, "gt"), MONEY)
    with pytest.raises(TemplateError, match="says “approx”, which cannot stand here"):
        said.span(fact("1"), fact("2", qualifier="approx"), MONEY)


@pytest.mark.parametrize(("low", "power", "high", "higher", "unit", "zh", "en", "short"), SPANS)
def test_a_range_has_two_numbers(
    low: str, power: int, high: str, higher: int, unit: str, zh: str, en: str, short: str
) -> None:
    ends, what = (fact(low, power), fact(high, higher)), indicator(unit)
    assert ZH.span(*ends, what).text == zh
    assert EN.span(*ends, what).text == en
    assert EN.span(*ends, what, short=True).text == short
    for figure in (ZH.span(*ends, what), EN.span(*ends, what)):
        assert [piece.kind for piece in figure.pieces].count("number") == 2
        assert (figure.fact, figure.shared) == ("f", ("f",))
        assert "-" not in figure.text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("low", "high"), [("3", "2"), ("2", "2.0")])
def test_a_range_goes_upwards(code: str, low: str, high: str) -> None:
    with pytest.raises(TemplateError, match="no range leads from fact"):
        LANGUAGES[code].span(fact(low), fact(high), MONEY)


def test_dollars_come_from_a_stored_rate_and_a_declared_rounding() -> None:
    gdp, rate = fact("126.06", 12), fact("7.1")
    assert EN.equivalent(gdp, rate, 4).text == "(about 17.75 trillion U.S. dollars)"
    assert DAILY.equivalent(gdp, rate, 4).text == "($17.75 trillion)"
    assert NBS.equivalent(gdp, rate, 4).text == "(about 17,750 billion U.S. dollars)"
    assert ZH.equivalent(gdp, rate, 4).text == "（约合17.75万亿美元）"
    assert HANT.equivalent(fact("765.9", 8), fact("7.2258"), 3).text == "（約合106億美元）"
    assert EN.equivalent(fact("765.9", 8), fact("7.2258"), 3).text == "(about 10.6 billion U.S. dollars)"


@pytest.mark.parametrize("rate", [fact("0"), fact("-7"), fact()])
def test_there_are_no_dollars_without_a_rate(rate: object) -> None:
    with pytest.raises(TemplateError, match="cannot be converted at the rate f"):
        EN.equivalent(fact("5", 8), rate, 3)  # type: ignore[arg-type]


@pytest.mark.parametrize(("values", "unit", "zh_head", "zh", "en_head", "en"), COLUMNS)
def test_a_column_has_one_scale_and_keeps_its_decimals(
    values: list[tuple[str, int]], unit: str, zh_head: str, zh: list[str], en_head: str, en: list[str]
) -> None:
    facts, what = [fact(*value) for value in values], indicator(unit)
    chinese, english = ZH.column(facts, what), EN.column(facts, what)
    assert (chinese.unit, [cell.text for cell in chinese.cells]) == (zh_head, zh)
    assert (english.unit, [cell.text for cell in english.cells]) == (en_head, en)


def test_a_column_says_what_is_missing_hedged_or_preliminary() -> None:
    facts = [fact("765.9", 8, "gt"), fact(status="M"), fact("800.0", 8, status="P")]
    assert [cell.text for cell in ZH.column(facts, MONEY).cells] == ["超765.9", "暂无数据", "800.0（初步核算）"]
    assert [cell.text for cell in EN.column(facts, MONEY).cells] == [
        "over 76.59",
        "not available",
        "80.00 (preliminary)",
    ]


HEDGED: list[tuple[str, str, int, Qualifier, HedgeForm, str | None]] = [
    # exact, printed, power, qualifier, form, what is untrue about it
    ("1601.3", "1600", 8, "gt", "", None),
    ("1600", "1600", 8, "gt", "", "“gt 1600” is untrue of 1600"),
    ("1599.6", "1600", 8, "gt", "crossing", "“gt 1600” is untrue of 1599.6"),
    ("30", "30", 0, "ge", "", None),
    ("29.9", "30", 0, "ge", "", "“ge 30” is untrue of 29.9"),
    ("29.6", "30", 0, "lt", "", None),
    ("30.1", "30", 0, "lt", "", "“lt 30” is untrue of 30.1"),
    ("5", "5", 0, "le", "", None),
    ("5.1", "5", 0, "le", "", "“le 5” is untrue of 5.1"),
    ("4.8", "5", 0, "approx", "", None),
    ("765.94", "765.9", 8, "", "", None),
    ("765.95", "766.0", 8, "", "", None),
    ("765.95", "765.9", 8, "", "", "765.95 is not printed as 765.9"),
]


@pytest.mark.parametrize(("exact", "printed", "power", "qualifier", "form", "untruth"), HEDGED)
def test_a_qualifier_is_true_of_the_exact_figure(
    exact: str, printed: str, power: int, qualifier: Qualifier, form: HedgeForm, untruth: str | None
) -> None:
    said = replace(fact(printed, power, qualifier), exact=Decimal(exact))
    for item in LANGUAGES.values():
        if untruth is None:
            assert item.amount(said, MONEY, form).text == item.amount(fact(printed, power, qualifier), MONEY, form).text
        else:
            with pytest.raises(SourceError, match=untruth):
                item.amount(said, MONEY, form)
