"""Lists, and names that go respectively with figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel.lists import format_list

from reportgen.document import figures, plain
from reportgen.errors import TemplateError
from reportgen.languages import LANGUAGES, joined
from reportgen.languages.en import LANGUAGE as ENGLISH
from tests.languages.samples import EN, HANT, ZH, indicator, moved
from tests.languages.samples import fact as valued

TRADES_ZH = ("批发业", "零售业", "餐饮业", "住宿业")
TRADES_EN = ("wholesale", "retail", "catering", "accommodation")
GROWTH = tuple(moved(value) for value in ("5.2", "7.5", "10.8", "21.9"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("count", range(6))
def test_a_list_has_one_mark_fewer_than_items(code: str, count: int) -> None:
    assert len(LANGUAGES[code].separators(count)) == max(0, count - 1)


def test_chinese_lists_have_no_and() -> None:
    assert joined(TRADES_ZH, ZH.separators(4)) == "批发业、零售业、餐饮业、住宿业"


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_english_lists_are_those_of_cldr(count: int) -> None:
    serial = replace(ENGLISH, profile=replace(ENGLISH.profile, serial_comma=True))
    names = TRADES_EN[:count]
    assert joined(names, EN.separators(count)) == format_list(names, "standard", "en_GB")
    assert joined(names, serial.separators(count)) == format_list(names, "standard", "en_US")


def test_names_and_figures_go_respectively() -> None:
    zh = ZH.respectively(TRADES_ZH, [ZH.change(fact) for fact in GROWTH])
    en = EN.respectively(TRADES_EN, [EN.change(fact) for fact in GROWTH])
    assert plain(zh) == "批发业、零售业、餐饮业、住宿业分别同比增长5.2%、7.5%、10.8%、21.9%"
    assert plain(en) == (
        "wholesale, retail, catering and accommodation up 5.2 percent, 7.5 percent, 10.8 percent "
        "and 21.9 percent year on year, respectively"
    )
    assert [figure.text for figure in figures(zh)] == ["5.2%", "7.5%", "10.8%", "21.9%"]
    assert all(figure.fact == "f" and figure.trend == "up" for figure in (*figures(zh), *figures(en)))


def test_sentences_go_respectively_too() -> None:
    what = indicator("CNY")
    assert plain(EN.respectively(TRADES_EN, [EN.clause(fact, what) for fact in GROWTH])) == (
        "wholesale, retail, catering and accommodation grew 5.2 percent, 7.5 percent, 10.8 percent "
        "and 21.9 percent year on year, respectively"
    )
    assert plain(ZH.respectively(TRADES_ZH, [ZH.clause(fact, what) for fact in GROWTH])) == (
        "批发业、零售业、餐饮业、住宿业分别同比增长5.2%、7.5%、10.8%、21.9%"
    )


def test_values_go_respectively_too() -> None:
    facts = [valued(value, 8) for value in ("1", "2.5", "30")]
    zh = ZH.respectively(("甲", "乙", "丙"), [ZH.amount(fact, indicator("CNY")) for fact in facts])
    en = EN.respectively(("A", "B", "C"), [EN.amount(fact, indicator("CNY")) for fact in facts])
    assert plain(zh) == "甲、乙、丙分别1亿元、2.5亿元、30亿元"
    assert plain(en) == "A, B and C 100 million yuan, 250 million yuan and 3 billion yuan, respectively"


def test_two_names_are_two_clauses() -> None:
    assert plain(ZH.respectively(TRADES_ZH[:2], [ZH.change(fact) for fact in GROWTH[:2]])) == (
        "批发业同比增长5.2%，零售业同比增长7.5%"
    )
    assert plain(EN.respectively(TRADES_EN[:2], [EN.change(fact) for fact in GROWTH[:2]])) == (
        "wholesale up 5.2 percent year on year and retail up 7.5 percent year on year"
    )


@pytest.mark.parametrize("other", ["-3", "0"])
def test_mixed_directions_are_never_respectively(other: str) -> None:
    facts = (*GROWTH[:2], moved(other))
    zh = plain(ZH.respectively(TRADES_ZH[:3], [ZH.change(fact) for fact in facts]))
    en = plain(EN.respectively(TRADES_EN[:3], [EN.change(fact) for fact in facts]))
    assert "分别" not in zh
    assert zh.startswith("批发业同比增长5.2%，零售业同比增长7.5%，餐饮业同比")
    assert "respectively" not in en
    assert en.startswith("wholesale up 5.2 percent year on year, retail up 7.5 percent year on year and catering ")


def test_a_shared_figure_is_said_once() -> None:
    both = [moved("80", qualifier="gt")] * 2
    three = [moved("5")] * 3
    assert plain(ZH.respectively(("文旅营收", "游客接待量"), [ZH.change(fact) for fact in both])) == (
        "文旅营收、游客接待量均同比增长超80%"
    )
    assert plain(EN.respectively(("revenue", "arrivals"), [EN.change(fact) for fact in both])) == (
        "revenue and arrivals both up more than 80 percent year on year"
    )
    assert plain(EN.respectively(("a", "b", "c"), [EN.change(fact) for fact in three])) == (
        "a, b and c all up 5 percent year on year"
    )
    assert plain(HANT.respectively(("甲", "乙"), [HANT.change(fact) for fact in both])) == "甲、乙均同比增長超80%"


def test_one_name_needs_no_list() -> None:
    assert plain(ZH.respectively(TRADES_ZH[:1], [ZH.change(GROWTH[0])])) == "批发业同比增长5.2%"
    assert plain(EN.respectively(TRADES_EN[:1], [EN.change(GROWTH[0])])) == "wholesale up 5.2 percent year on year"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("names", "count"), [(("a", "b", "c"), 4), (("a",), 0), ((), 0)])
def test_names_and_figures_must_be_equally_many(code: str, names: tuple[str, ...], count: int) -> None:
    said = LANGUAGES[code]
    with pytest.raises(TemplateError, match=f"{len(names)} names cannot go respectively with {count} figures"):
        said.respectively(names, [said.change(fact) for fact in GROWTH[:count]])
