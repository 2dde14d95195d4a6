"""Changes bring what they are counted from; what cannot be true of them is told, and a briefing chooses its house."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.facts import Change
from reportgen.sources import load
from tests.sources.briefings import HEAD, fault, faults, row, write


def change(tmp_path: Path, **cells: str) -> Change:
    return load(write(tmp_path, facts=row(**cells))).facts["gdp"].changes[0]


def test_a_change_knows_the_rate_before_and_the_level_that_it_starts_from(tmp_path: Path) -> None:
    said = change(tmp_path, yoy_before="4.0%", yoy_start="742.2")
    assert said == Change("yoy", Decimal("3.2"), before=Decimal("4.0"), start=Decimal("742.2"))


def test_an_increase_may_be_given_in_times(tmp_path: Path) -> None:
    assert change(tmp_path, yoy="1.2", yoy_unit="TIMES") == Change("yoy", Decimal("1.2"), "TIMES")


@pytest.mark.parametrize(("start", "value"), [("-3.1", "769.0"), ("0", "765.9"), ("0.00", "765.90")])
def test_a_level_from_which_no_percentage_leads_is_a_turn(tmp_path: Path, start: str, value: str) -> None:
    said = change(tmp_path, yoy="", yoy_start=start, yoy_base="2022-S1")
    assert said == Change("yoy", Decimal(value), "TURN", base="2022-S1", start=Decimal(start))


def test_an_exact_figure_stands_behind_a_threshold(tmp_path: Path) -> None:
    fact = load(write(tmp_path, facts=row(obs_value="1600", qualifier="gt", exact="1601.37"))).facts["gdp"]
    assert (fact.obs_value, fact.exact) == (Decimal(1600), Decimal("1601.37"))


@pytest.mark.parametrize(
    ("cells", "code", "said"),
    [
        ({"yoy_start": "0"}, "untrue", "yoy: no percentage leads from 0 to 765.9"),
        ({"yoy_start": "-3"}, "untrue", "yoy: no percentage leads from -3 to 765.9"),
        ({"yoy_start": "800"}, "untrue", "yoy: the change of 3.2 contradicts the way from 800 to 765.9"),
        ({"yoy": "", "yoy_start": "700"}, "untrue", "yoy: from 700 to 765.9 nothing turns"),
        ({"yoy": "-2", "yoy_unit": "TIMES"}, "untrue", "yoy: -2 times is no change"),
        ({"yoy": "0", "yoy_qualifier": "gt"}, "untrue", "yoy: a change of 0 cannot be “gt”"),
        ({"qualifier": "gt", "exact": "765.9"}, "untrue", "exact: “gt 765.9” is untrue of 765.9"),
        ({"exact": "765.95"}, "untrue", "exact: 765.95 is not printed as 765.9"),
        ({"exact": "much"}, "not-a-number", "exact is “much”, which is not a number"),
        ({"yoy_before": "up"}, "not-a-number", "yoy_before is “up”, which is not a number"),
        ({"yoy": "", "yoy_before": "3"}, "missing-value", "yoy is empty, yet “3” qualifies it"),
        ({"yoy": "", "yoy_start": "0", "yoy_unit": "PP"}, "missing-value", "yoy is empty, yet “PP” qualifies it"),
        ({"yoy_unit": "TURN"}, "unknown-code", "yoy_unit is “TURN”"),
    ],
)
def test_what_cannot_be_true_of_a_change_is_told(tmp_path: Path, cells: dict[str, str], code: str, said: str) -> None:
    found = fault(write(tmp_path, facts=row(**cells)))
    assert (found.code, found.message) == (code, said)
    assert found.hint


def test_a_start_leads_somewhere(tmp_path: Path) -> None:
    found = faults(write(tmp_path, facts=row(obs_value="", yoy="", yoy_start="5")))
    assert "yoy_start leads to no obs_value" in [finding.message for finding in found]


def test_a_briefing_chooses_the_house_of_its_english(tmp_path: Path) -> None:
    assert load(write(tmp_path, head=HEAD + "style: {en: nbs}\n")).style == {"en": "nbs"}
    assert load(write(tmp_path)).style == {}


@pytest.mark.parametrize(
    ("style", "message", "hint"),
    [
        ("{en: nsb}", "style.en is “nsb”", "did you mean nbs?"),
        ("{en: guardian}", "style.en is “guardian”", "write one of xinhua, nbs, chinadaily"),
        ("{zh: nbs}", "style has “zh”, which has one style only", "styles are for en"),
        ("{en: [nbs]}", "style.en is “a list”", "write one of xinhua, nbs, chinadaily"),
        ("nbs", "style is a text", "write key: value pairs under it"),
    ],
)
def test_an_unknown_house_is_told(tmp_path: Path, style: str, message: str, hint: str) -> None:
    found = fault(write(tmp_path, head=f"{HEAD}style: {style}\n"))
    assert (found.message, found.hint) == (message, hint)
