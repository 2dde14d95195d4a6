"""The table of languages, names, capitals, numbers and the words of units."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import replace
from decimal import Decimal

import pytest
from babel import Locale

from reportgen.errors import SourceError, UsageError
from reportgen.languages import LANGUAGES, language, unit_codes
from reportgen.languages.catalogue import FOLDER
from reportgen.languages.en import LANGUAGE as ENGLISH
from reportgen.languages.en import XINHUA
from reportgen.languages.units import unit_word
from tests.languages.samples import EN, HANT, ZH, fact, indicator, moved


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_found_by_its_code(code: str) -> None:
    assert language(code) is LANGUAGES[code]
    assert LANGUAGES[code].code == code


def test_an_unknown_language_is_an_error_that_names_the_known() -> None:
    with pytest.raises(UsageError, match="there is no language “tlh”") as caught:
        language("tlh")
    assert caught.value.findings[0].hint == "use one of zh, zh-Hant, en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_babel_knows_the_locale_of_every_language(code: str) -> None:
    locale = Locale.parse(LANGUAGES[code].locale)
    assert locale.script in (None, LANGUAGES[code].script)
    assert all(LANGUAGES[code].names)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_unit_has_a_word_in_every_language(code: str) -> None:
    assert [unit for unit in unit_codes() if not unit_word(unit, code).other] == ["INDEX"]


def test_every_unit_is_a_measure_or_a_count() -> None:
    with (FOLDER.parent / "units.toml").open("rb") as file:
        table = tomllib.load(file)
    assert {unit["kind"] for unit in table.values()} == {"measure", "count"}
    assert all(unit.keys() == {"kind", *LANGUAGES} for unit in table.values())


def test_a_unit_without_a_word_in_a_language_is_an_error() -> None:
    with pytest.raises(SourceError, match="unit “CNY” has no word in “fr”"):
        unit_word("CNY", "fr")


def test_an_indicator_opens_a_line_with_a_capital_in_english_only() -> None:
    assert EN.name(indicator("CNY")) == "gross domestic product (GDP)"
    assert EN.name(indicator("CNY"), capital=True) == "Gross domestic product (GDP)"
    assert ZH.name(indicator("CNY"), capital=True) == "地区生产总值"
    assert HANT.name(indicator("CNY")) == "地區生產總值"


def test_an_area_is_called_by_its_name() -> None:
    areas = {"500103": {"zh": "渝中区", "en": "Yuzhong District"}}
    assert ZH.area(areas, "500103") == "渝中区"
    assert EN.area(areas, "500103") == "Yuzhong District"
    with pytest.raises(SourceError, match="area “500103” has no name in “zh-Hant”"):
        HANT.area(areas, "500103")
    with pytest.raises(SourceError, match="there is no area “1”"):
        EN.area(areas, "1")


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("9754", "9754", "9,754"),
        ("1234567.80", "1234567.80", "1,234,567.80"),
        ("0.05", "0.05", "0.05"),
        ("-0.0", "0.0", "0.0"),
        ("-2.1", "−2.1", "−2.1"),
        ("1E+3", "1000", "1,000"),
    ],
)
def test_a_number_keeps_its_decimals(value: str, zh: str, en: str) -> None:
    assert ZH.number(Decimal(value)) == EN.number(Decimal(value), grouping=False) == zh
    assert EN.number(Decimal(value)) == ZH.number(Decimal(value), grouping=True) == en


def test_percent_is_a_sign_in_chinese_and_a_word_in_english() -> None:
    assert ZH.percent(Decimal("3.2")) == "3.2%"
    assert EN.percent(Decimal("3.2")) == "3.2 percent"
    assert EN.percent(Decimal("5.0")) == "5 percent"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the first half in numbers", "The First Half in Numbers"),
        ("winning the second half: a look at Yuzhong keywords", "Winning the Second Half: A Look at Yuzhong Keywords"),
        ("RMB deposits, GDP and 5G", "RMB Deposits, GDP and 5G"),
        ("year-on-year growth of people’s income", "Year-on-Year Growth of People’s Income"),
        ("what we stand for", "What We Stand For"),
        ("the “lead goose” of the west", "The “Lead Goose” of the West"),
        ("", ""),
    ],
)
def test_english_titles_have_capitals(text: str, title: str) -> None:
    assert EN.title_case(text) == title


def test_another_house_is_another_profile() -> None:
    statistics = replace(
        XINHUA, name="nbs", scales={9: "billion"}, percent="%", by="by ", serial_comma=True, flat="unchanged"
    )
    house = replace(ENGLISH, profile=statistics)
    assert house.amount(fact("110760.9", 8), indicator("CNY")).text == "11,076.09 billion yuan"
    assert house.amount(fact("1.2", 12), indicator("CNY")).text == "1,200 billion yuan"
    assert house.change(moved("-1.2")).text == "down by 1.2% year on year"
    assert house.change(moved("0")).text == "unchanged year on year"
    assert house.movement(moved("1.2")).text == "up year on year"


def test_babel_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, reportgen.languages; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_capital_looks_past_an_opening_mark() -> None:
    assert EN.capitalised("“lead goose” spirit") == "“Lead goose” spirit"
    assert EN.capitalised("e-commerce") == "E-commerce"
    assert EN.capitalised("……") == "……"
    assert ZH.capitalised("数读上半年") == ZH.title_case("数读上半年") == "数读上半年"
