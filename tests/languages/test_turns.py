"""Multiples, paces and turns: what a change says beyond up and down, always worked out from the data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.errors import SourceError
from reportgen.facts import Change, ChangeKind, ChangeUnit, Fact, MeasureType, Qualifier, Status
from reportgen.languages import LANGUAGES
from tests.languages.samples import EN, HANT, NBS, ZH, fact, indicator, moved, paced, turned

MONEY = indicator("CNY")

MULTIPLES: list[tuple[str, Qualifier, str, str, str, str, str, str]] = [
    # increase, qualifier, changes beside a name, changes in a sentence, levels against the base
    ("1.2", "", "同比增长1.2倍", "up 120 percent year on year", "同比增长1.2倍", "grew 120 percent year on year",
     "上年同期的2.2倍", "2.2 times the year-earlier level"),
    ("1", "", "同比增长1倍", "up 100 percent year on year", "同比翻一番", "doubled year on year",
     "上年同期的2倍", "double the year-earlier level"),
    ("1.0", "", "同比增长1.0倍", "up 100 percent year on year", "同比翻一番", "doubled year on year",
     "上年同期的2倍", "double the year-earlier level"),
    ("2", "", "同比增长2倍", "up 200 percent year on year", "同比增长2倍", "tripled year on year",
     "上年同期的3倍", "3 times the year-earlier level"),
    ("2", "lt", "同比增长近2倍", "up nearly 200 percent year on year", "同比增长近2倍", "nearly tripled year on year",
     "上年同期的近3倍", "nearly 3 times the year-earlier level"),
    ("3", "", "同比增长3倍", "up 300 percent year on year", "同比翻两番", "quadrupled year on year",
     "上年同期的4倍", "4 times the year-earlier level"),
    ("1", "gt", "同比增长超1倍", "up more than 100 percent year on year", "同比增长超1倍",
     "more than doubled year on year", "上年同期的超2倍", "more than double the year-earlier level"),
    ("1", "approx", "同比增长约1倍", "up about 100 percent year on year", "同比增长约1倍", "about doubled year on year",
     "上年同期的约2倍", "about double the year-earlier level"),
    ("-0.5", "", "同比下降一半", "down 50 percent year on year", "同比减半", "halved year on year",
     "上年同期的0.5倍", "half the year-earlier level"),
    ("-0.5", "gt", "同比下降超一半", "down more than 50 percent year on year", "同比下降超一半",
     "more than halved year on year", "上年同期的超0.5倍", "more than half the year-earlier level"),
    ("0.05", "", "同比增长0.05倍", "up 5 percent year on year", "同比增长0.05倍", "grew 5 percent year on year",
     "上年同期的1.05倍", "1.05 times the year-earlier level"),
    ("12.345", "", "同比增长12.345倍", "up 1,234.5 percent year on year", "同比增长12.345倍",
     "grew 1,234.5 percent year on year", "上年同期的13.345倍", "13.345 times the year-earlier level"),
]  # fmt: skip

LEVELS: list[tuple[str, ChangeKind, str, str]] = [
    ("20", "yoy", "上年同期的1.2倍", "1.2 times the year-earlier level"),
    ("100", "yoy", "上年同期的2倍", "double the year-earlier level"),
    ("-2.1", "yoy", "上年同期的0.979倍", "0.979 times the year-earlier level"),
    ("50", "mom", "上月的1.5倍", "1.5 times the previous month’s level"),
    ("50", "qoq", "上季度的1.5倍", "1.5 times the previous quarter’s level"),
    ("120", "annual", "上年的2.2倍", "2.2 times the previous year’s level"),
]

PACES = [
    # the rate before, the rate now, Chinese, traditional Chinese, English
    ("5.6", "5.0", "增速回落0.6个百分点", "增速回落0.6個百分點", "growth slowed by 0.6 percentage points"),
    ("5.0", "5.6", "增速加快0.6个百分点", "增速加快0.6個百分點", "growth accelerated by 0.6 percentage points"),
    ("3.2", "4.4", "增速加快1.2个百分点", "增速加快1.2個百分點", "growth accelerated by 1.2 percentage points"),
    ("4.4", "5", "增速加快0.6个百分点", "增速加快0.6個百分點", "growth accelerated by 0.6 percentage points"),
    ("4.0", "5.0", "增速加快1.0个百分点", "增速加快1.0個百分點", "growth accelerated by 1 percentage point"),
    ("7.9", "5.5", "增速回落2.4个百分点", "增速回落2.4個百分點", "growth slowed by 2.4 percentage points"),
    ("0.1", "0.05", "增速回落0.05个百分点", "增速回落0.05個百分點", "growth slowed by 0.05 percentage points"),
    ("5", "5.0", "增速持平", "增速持平", "growth held steady"),
    ("-4.8", "-1.0", "降幅收窄3.8个百分点", "降幅收窄3.8個百分點", "the decline narrowed by 3.8 percentage points"),
    ("-1.0", "-4.8", "降幅扩大3.8个百分点", "降幅擴大3.8個百分點", "the decline widened by 3.8 percentage points"),
    ("-20.6", "-18.8", "降幅收窄1.8个百分点", "降幅收窄1.8個百分點", "the decline narrowed by 1.8 percentage points"),
    ("-2", "-2.0", "降幅持平", "降幅持平", "the decline held steady"),
    ("-0.1", "3.2", "由降转升", "由降轉升", "returned to growth after a decline"),
    ("3.2", "-0.1", "由升转降", "由升轉降", "fell after growth"),
    ("0.0", "3.2", "由平转升", "由平轉升", "rose after staying flat"),
    ("0", "-3.2", "由平转降", "由平轉降", "fell after staying flat"),
    ("3.2", "0", "由升转平", "由升轉平", "stayed flat after growth"),
    ("-3.2", "-0.0", "由降转平", "由降轉平", "stayed flat after a decline"),
    ("0.0", "0", "继续持平", "繼續持平", "stayed flat again"),
]

TURNS = [
    # the level before, the level now, Chinese, traditional Chinese, English
    ("-3", "5", "同比扭亏为盈", "同比扭虧為盈", "returned to profit from a loss a year earlier"),
    ("-0.1", "0.1", "同比扭亏为盈", "同比扭虧為盈", "returned to profit from a loss a year earlier"),
    ("5", "-3", "同比由盈转亏", "同比由盈轉虧", "swung to a loss from a profit a year earlier"),
    ("-3", "0", "同比扭亏", "同比扭虧", "broke even after a loss a year earlier"),
    ("0", "5", "上年同期为零", "上年同期為零", "compared with none a year earlier"),
    ("0.0", "-5", "上年同期为零", "上年同期為零", "compared with none a year earlier"),
]

LOSSES = [
    # the loss before, the loss now, the percentage, Chinese, English beside a name, English in a sentence
    ("-10", "-8.8", "12", "同比减亏12%", "losses narrowed 12 percent year on year",
     "saw losses narrow 12 percent year on year"),
    ("-10", "-11.2", "-12", "同比亏损扩大12%", "losses widened 12 percent year on year",
     "saw losses widen 12 percent year on year"),
    ("-2.0", "-1.0", "50.0", "同比减亏50.0%", "losses narrowed 50 percent year on year",
     "saw losses narrow 50 percent year on year"),
]  # fmt: skip

CLAUSES: list[tuple[str, ChangeKind, ChangeUnit, Qualifier, MeasureType, str, str]] = [
    ("3.2", "yoy", "PCT", "", "amount", "同比增长3.2%", "grew 3.2 percent year on year"),
    ("-2.1", "yoy", "PCT", "", "amount", "同比下降2.1%", "fell 2.1 percent year on year"),
    ("15.3", "yoy", "PCT", "", "count", "同比增长15.3%", "rose 15.3 percent year on year"),
    ("-15.3", "yoy", "PCT", "", "count", "同比下降15.3%", "fell 15.3 percent year on year"),
    ("0.1", "mom", "PP", "", "rate", "环比上升0.1个百分点", "rose 0.1 percentage points month on month"),
    ("-0.1", "mom", "PP", "", "rate", "环比下降0.1个百分点", "fell 0.1 percentage points month on month"),
    ("1", "yoy", "PP", "", "rate", "同比上升1个百分点", "rose 1 percentage point year on year"),
    ("0.7", "yoy", "PCT", "", "index", "同比上升0.7%", "rose 0.7 percent year on year"),
    ("-0.3", "yoy", "PCT", "", "index", "同比下降0.3%", "fell 0.3 percent year on year"),
    ("0.5", "growth", "PP", "", "share", "提高0.5个百分点", "rose 0.5 percentage points"),
    ("-0.5", "growth", "PP", "", "share", "下降0.5个百分点", "fell 0.5 percentage points"),
    ("0.2", "growth", "PP", "", "contribution", "提高0.2个百分点", "rose 0.2 percentage points"),
    ("5.2", "annual", "PCT", "", "amount", "比上年增长5.2%", "grew 5.2 percent over the previous year"),
    ("-5.2", "annual", "PCT", "", "amount", "比上年下降5.2%", "fell 5.2 percent from the previous year"),
    ("1.3", "qoq", "PCT", "", "amount", "环比增长1.3%", "grew 1.3 percent quarter on quarter"),
    ("3.5", "average", "PCT", "", "amount", "平均增长3.5%", "grew 3.5 percent on average"),
    ("40.9", "growth", "PCT", "", "amount", "增长40.9%", "grew 40.9 percent"),
    ("80", "yoy", "PCT", "gt", "amount", "同比增长超80%", "grew more than 80 percent year on year"),
    ("30", "growth", "PCT", "ge", "amount", "增长30%以上", "grew at least 30 percent"),
    ("30", "growth", "PCT", "lt", "amount", "增长近30%", "grew nearly 30 percent"),
    ("5", "growth", "PCT", "approx", "amount", "增长约5%", "grew about 5 percent"),
    ("5", "growth", "PCT", "le", "amount", "增长不超过5%", "grew no more than 5 percent"),
    ("0", "yoy", "PCT", "", "amount", "同比持平", "stayed flat year on year"),
    ("-0.0", "mom", "PCT", "", "index", "环比持平", "stayed flat month on month"),
    ("0.0", "yoy", "PCT", "approx", "amount", "同比基本持平", "stayed roughly flat year on year"),
    ("4.0", "yoy", "PCT", "", "amount", "同比增长4.0%", "grew 4 percent year on year"),
]

PARTS = [
    # value, unit, kind of part, the whole in Chinese and English, Chinese, English
    ("81.5", "PCT", "share", "", "", "占81.5%", "accounted for 81.5 percent"),
    ("81.5", "PCT", "share", "全区支出", "spending", "占全区支出的81.5%", "accounted for 81.5 percent of spending"),
    ("70", "PCT", "share", "整体", "the total", "占整体的70%", "accounted for 70 percent of the total"),
    ("2.1", "PP", "contribution", "GDP增长", "GDP growth", "拉动GDP增长2.1个百分点",
     "contributed 2.1 percentage points to GDP growth"),
    ("1", "PP", "contribution", "", "", "拉动1个百分点", "contributed 1 percentage point"),
    ("50", "PCT", "contribution", "GDP增长", "GDP growth", "对GDP增长的贡献率为50%",
     "contributed 50 percent of GDP growth"),
    ("82.5", "PCT", "contribution", "", "", "贡献率为82.5%", "contributed 82.5 percent"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "qualifier", "zh", "en", "zh_said", "en_said", "zh_level", "en_level"), MULTIPLES)
def test_a_multiple_is_never_n_times_more(
    value: str, qualifier: Qualifier, zh: str, en: str, zh_said: str, en_said: str, zh_level: str, en_level: str
) -> None:
    said = moved(value, unit="TIMES", qualifier=qualifier)
    assert (ZH.change(said).text, EN.change(said).text) == (zh, en)
    assert (ZH.clause(said, MONEY).text, EN.clause(said, MONEY).text) == (zh_said, en_said)
    assert (ZH.multiple(said).text, EN.multiple(said).text) == (zh_level, en_level)


@pytest.mark.parametrize(("value", "kind", "zh", "en"), LEVELS)
def test_a_percentage_is_also_a_multiple_of_its_base(value: str, kind: ChangeKind, zh: str, en: str) -> None:
    assert ZH.multiple(moved(value, kind)).text == zh
    assert EN.multiple(moved(value, kind)).text == en


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "kind", "unit"),
    [("3", "growth", "PCT"), ("3", "average", "PCT"), ("3", "yoy", "PP"), ("0", "yoy", "PCT"), ("-100", "yoy", "PCT")],
)
def test_what_has_no_base_is_no_multiple(code: str, value: str, kind: ChangeKind, unit: ChangeUnit) -> None:
    with pytest.raises(SourceError, match=r"times its base|no multiple of an earlier level"):
        LANGUAGES[code].multiple(moved(value, kind, unit))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", ["-2", "-1", "-0.3", "0"])
def test_nothing_falls_by_times(code: str, value: str) -> None:
    with pytest.raises(SourceError, match="times is no change"):
        LANGUAGES[code].change(moved(value, unit="TIMES"))


@pytest.mark.parametrize(("before", "now", "zh", "hant", "en"), PACES)
def test_the_pace_is_worked_out_from_two_rates(before: str, now: str, zh: str, hant: str, en: str) -> None:
    said = paced(before, now)
    assert (ZH.pace(said).text, HANT.pace(said).text, EN.pace(said).text) == (zh, hant, en)
    assert ZH.pace(said).trend == EN.pace(said).trend == said.changes[0].trend


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("said", [moved("3.2"), fact(changes=(Change("yoy", Decimal(1), "PP", before=Decimal(2)),))])
def test_a_pace_needs_the_rate_before(code: str, said: Fact) -> None:
    with pytest.raises(SourceError, match="fact “f” has no earlier growth rate") as caught:
        LANGUAGES[code].pace(said)
    assert "yoy_before" in caught.value.findings[0].hint


@pytest.mark.parametrize(("before", "now", "zh", "hant", "en"), TURNS)
def test_a_turn_has_words_and_no_percentage(before: str, now: str, zh: str, hant: str, en: str) -> None:
    said = turned(before, now)
    for figures in (
        [item.change(said) for item in (ZH, HANT, EN)],
        [item.movement(said) for item in (ZH, HANT, EN)],
        [item.clause(said, MONEY) for item in (ZH, HANT, EN)],
    ):
        assert [figure.text for figure in figures] == [zh, hant, en]
        assert {figure.trend for figure in figures} == {said.changes[0].trend}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_turn_has_no_rate(code: str) -> None:
    for how in (LANGUAGES[code].rate, LANGUAGES[code].short_rate):
        with pytest.raises(SourceError, match="no rate can tell it"):
            how(turned("-3", "5"))


@pytest.mark.parametrize(("before", "now", "value", "zh", "en", "sentence"), LOSSES)
def test_a_loss_narrows_or_widens(before: str, now: str, value: str, zh: str, en: str, sentence: str) -> None:
    said = fact(now, 8, changes=(Change("yoy", Decimal(value), start=Decimal(before)),))
    assert ZH.change(said).text == ZH.clause(said, MONEY).text == zh
    assert EN.change(said).text == en
    assert EN.clause(said, MONEY).text == sentence


@pytest.mark.parametrize(("before", "now", "value"), [("0", "5", "100"), ("-3", "5", "266.7"), ("5", "-3", "-160")])
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_percentage_leads_through_zero(code: str, before: str, now: str, value: str) -> None:
    said = fact(now, 8, changes=(Change("yoy", Decimal(value), start=Decimal(before)),))
    for how in (LANGUAGES[code].change, LANGUAGES[code].rate, LANGUAGES[code].movement):
        with pytest.raises(SourceError, match=f"no percentage leads from {before} to {now}"):
            how(said)


@pytest.mark.parametrize(("value", "kind", "unit", "qualifier", "measure", "zh", "en"), CLAUSES)
def test_a_sentence_takes_its_verb_from_what_is_measured(
    value: str, kind: ChangeKind, unit: ChangeUnit, qualifier: Qualifier, measure: MeasureType, zh: str, en: str
) -> None:
    said, what = moved(value, kind, unit, qualifier), indicator("PCT", measure=measure)
    assert ZH.clause(said, what).text == zh
    assert EN.clause(said, what).text == en


@pytest.mark.parametrize(
    ("status", "zh", "en", "nbs"),
    [
        ("F", "预计同比增长5%", "grew an estimated 5 percent year on year",
         "increased by an estimated 5% year on year"),
        ("P", "初步核算同比增长5%", "grew a preliminary 5 percent year on year",
         "increased by a preliminary 5% year on year"),
    ],
)  # fmt: skip
def test_a_sentence_marks_its_estimates(status: Status, zh: str, en: str, nbs: str) -> None:
    said = moved("5", status=status)
    assert ZH.clause(said, MONEY).text == zh
    assert EN.clause(said, MONEY).text == en
    assert NBS.clause(said, MONEY).text == nbs


@pytest.mark.parametrize(("value", "unit", "kind", "zh_whole", "en_whole", "zh", "en"), PARTS)
def test_a_part_names_its_whole(
    value: str, unit: str, kind: MeasureType, zh_whole: str, en_whole: str, zh: str, en: str
) -> None:
    what = indicator(unit, measure=kind)
    assert ZH.part(fact(value), what, zh_whole).text == zh
    assert EN.part(fact(value), what, en_whole).text == en


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_amount_is_no_part(code: str) -> None:
    with pytest.raises(SourceError, match="fact “f” is no part of a whole"):
        LANGUAGES[code].part(fact("5", 8), MONEY)
    with pytest.raises(SourceError, match="fact “f” is no part of a whole"):
        LANGUAGES[code].part(fact("5", 8), indicator("CNY", measure="share"))
