"""Whatever a language says of a fact reads back to the fact: value, unit, direction, base and hedge."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import CHANGE_KINDS, QUALIFIERS, Change, ChangeKind, ChangeUnit, Qualifier, Rank
from reportgen.languages import LANGUAGES, Language, unit_codes
from reportgen.languages.numbers import shift
from reportgen.languages.units import unit_word
from reportgen.reading import Reading, read, same
from tests.languages.samples import SCOPES, fact, indicator

SIZES = st.integers(1, 10**9).map(str) | st.decimals(Decimal("0.01"), Decimal(99999), places=2).map(str)
POINTS: tuple[ChangeUnit, ...] = ("PCT", "PP")
LANGUAGE = st.sampled_from(list(LANGUAGES.values()))
UNITS = st.sampled_from([code for code in unit_codes() if code not in ("YEAR", "BP", "TIMES")])


def only(text: str, lang: str) -> Reading:
    found = read(text, lang)
    assert len(found) == 1, (text, found)
    return found[0]


def unit_fits(item: Reading, code: str, lang: str) -> bool:
    """Tell whether `item` has the unit of `code`, or the word by which `lang` counts it."""
    word = unit_word(code, lang)
    return item.unit in (code, word.other, word.one) or code == "INDEX" or _counted(item, word.other)


def _counted(item: Reading, word: str) -> bool:
    return item.unit in {"家", "户", "个", "条", "项", "条次", "个方面"} and len(word) <= 3


@given(SIZES, st.sampled_from([0, 4, 6, 8, 9, 12]), UNITS, st.sampled_from(QUALIFIERS), LANGUAGE)
def test_an_amount_reads_back(value: str, power: int, unit: str, hedge: Qualifier, language: Language) -> None:
    what = indicator(unit)
    for said in (language.amount, language.bare):
        item = only(said(fact(value, power, hedge), what).text, language.code)
        assert item.value == shift(Decimal(value), power)
        assert item.qualifier == hedge
        assert said == language.bare or unit_fits(item, unit, language.code)


@pytest.mark.parametrize("form", ["crossing", "suffix"])
@pytest.mark.parametrize("hedge", [item for item in QUALIFIERS if item])
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda item: item.code)
def test_every_form_of_a_hedge_reads_back(language: Language, hedge: Qualifier, form: str) -> None:
    for unit, value, power in (("CNY", "1600", 8), ("VISIT", "500", 4), ("PCT", "30", 0), ("ENTITY", "744", 0)):
        said = language.amount(fact(value, power, hedge), indicator(unit), form)  # type: ignore[arg-type]
        item = only(said.text, language.code)
        assert (item.qualifier, item.value) == (hedge, shift(Decimal(value), power))


@given(SIZES, st.booleans(), st.sampled_from(CHANGE_KINDS), st.sampled_from(POINTS), LANGUAGE)
def test_a_change_reads_back(value: str, falls: bool, kind: ChangeKind, unit: ChangeUnit, language: Language) -> None:
    size = Decimal(value)
    said = language.change(fact(changes=(Change(kind, -size if falls else size, unit),)))
    item = only(said.text, language.code)
    assert (item.value, item.unit, item.direction) == (size, unit, "down" if falls else "up")
    assert item.base == ("mom" if kind == "qoq" and language.code != "en" else "" if kind == "growth" else kind)


@given(SIZES, st.sampled_from(CHANGE_KINDS), st.sampled_from(["", "gt", "lt", "approx"]))
def test_growth_in_times_is_the_percentage_of_the_other_language(
    value: str, kind: ChangeKind, hedge: Qualifier
) -> None:
    moved = fact(changes=(Change(kind, Decimal(value), "TIMES", hedge),))
    said = {code: only(item.change(moved).text, code) for code, item in LANGUAGES.items()}
    assert said["zh"].growth == said["zh-Hant"].growth == Decimal(value) * 100
    assert same(said["zh"], said["en"])


@pytest.mark.parametrize("kind", CHANGE_KINDS)
@pytest.mark.parametrize("hedge", ["", "approx"])
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda item: item.code)
def test_no_change_reads_back_as_flat(language: Language, hedge: Qualifier, kind: ChangeKind) -> None:
    item = only(language.change(fact(changes=(Change(kind, Decimal(0), "PCT", hedge),))).text, language.code)
    assert (item.value, item.direction, item.qualifier) == (Decimal(0), "flat", hedge)
    assert item.base == ("mom" if kind == "qoq" and language.code != "en" else "" if kind == "growth" else kind)


@given(SIZES, st.sampled_from(POINTS), st.sampled_from(QUALIFIERS), LANGUAGE)
def test_a_rate_reads_back(value: str, unit: ChangeUnit, hedge: Qualifier, language: Language) -> None:
    moved = fact(changes=(Change("yoy", Decimal(value), unit, hedge),))
    for said in (language.rate(moved), language.short_rate(moved), language.change(moved)):
        item = only(said.text, language.code)
        assert (item.value, item.unit, item.qualifier) == (Decimal(value), unit, hedge)


@given(st.integers(1, 400), st.booleans(), st.sampled_from(sorted(SCOPES)), LANGUAGE)
def test_a_rank_reads_back(position: int, held: bool, scope: str, language: Language) -> None:
    item = only(language.rank(fact(rank=Rank(position, scope, held)), SCOPES).text, language.code)
    assert (item.kind, item.value) == ("ordinal", Decimal(position))


@pytest.mark.parametrize("status", ["P", "E", "F"])
@pytest.mark.parametrize("hedge", QUALIFIERS)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda item: item.code)
def test_an_estimate_reads_back_with_its_hedge(language: Language, hedge: Qualifier, status: str) -> None:
    said = language.amount(fact("160", 8, hedge, status), indicator("CNY"))  # type: ignore[arg-type]
    item = only(said.text, language.code)
    assert (item.value, item.qualifier, item.forecast) == (Decimal(16 * 10**9), hedge, status != "P")


@given(SIZES, st.sampled_from([0, 4, 8, 12]), st.sampled_from(["CNY", "PCT", "KM", "VISIT"]))
def test_what_two_languages_say_of_a_fact_is_the_same(value: str, power: int, unit: str) -> None:
    what = fact(value, power), indicator(unit)
    said = [only(item.amount(*what).text, item.code) for item in LANGUAGES.values()]
    assert all(same(one, other) for one in said for other in said)
