"""Marks and characters: quotations, brackets, titles, and what no language may print."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Change, Fact
from reportgen.languages import LANGUAGES, PROFILES, Language
from tests.languages.samples import EN, HANT, ZH, fact, indicator

EVERY = [*LANGUAGES.values(), *PROFILES["en"].values()]

QUOTED = [
    ("头雁", "“头雁”"),
    ("lead goose", "“lead goose”"),
    ("他说“好”就走", "“他说‘好’就走”"),
    ("a “lead goose” of the west", "“a ‘lead goose’ of the west”"),
    ("", "“”"),
]

TITLES = [
    ("GDP in the first half of 2023", "GDP in the First Half of 2023"),
    ("a 10-billion-yuan project", "A 10-Billion-Yuan Project"),
    ("RMB and foreign-currency deposits", "RMB and Foreign-Currency Deposits"),
    ("growth: a look ahead", "Growth: A Look Ahead"),
    ("5G in every district", "5G in Every District"),
    ("yuan per square kilometer", "Yuan per Square Kilometer"),
    ("what is it for?", "What Is It For?"),
    ("towns and villages, old and new", "Towns and Villages, Old and New"),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_a_quotation_in_a_quotation_has_single_marks(text: str, quoted: str) -> None:
    for item in EVERY:
        assert item.quoted(text) == quoted


def test_the_title_of_a_work_has_the_marks_of_its_language() -> None:
    assert ZH.quoted("政府工作报告", work=True) == "《政府工作报告》"
    assert HANT.quoted("讀《論語》", work=True) == "《讀〈論語〉》"
    assert EN.quoted("The Analects", work=True) == "“The Analects”"


def test_brackets_are_as_wide_as_the_script() -> None:
    assert ZH.aside("万元") == HANT.aside("万元") == "（万元）"
    assert EN.aside("H1") == "(H1)"


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles_are_capitals_but_for_small_words(text: str, title: str) -> None:
    assert EN.title_case(text) == title
    assert ZH.title_case(text) == text


@pytest.mark.parametrize("item", EVERY)
@given(value=st.decimals(-(10**15), 10**15, places=2), power=st.sampled_from([0, 4, 8]))
def test_digits_are_half_width_and_money_is_yuan(item: Language, value: Decimal, power: int) -> None:
    said = fact(str(value), power, changes=(Change("yoy", value),))
    for text in _everything(item, said):
        assert not re.search(r"[¥￥%％]\d|CN¥|RMB|CNY|Chinese yuan|人民币|％|thousand", text)
        assert all(character in "0123456789" for character in text if unicodedata.category(character) == "Nd")
        assert not re.search(r"-\d", text)
        assert not re.search(r"\d [%万亿]", text)


def _everything(item: Language, said: Fact) -> list[str]:
    what = indicator("CNY")
    figures = [item.amount(said, what), item.bare(said, what), item.running(said, what), item.change(said)]
    figures += [item.clause(said, what), item.rate(said), item.short_rate(said, signed=True), item.movement(said)]
    figures += item.column([said], what).cells
    return [figure.text for figure in figures]
