"""What an author tells the checks is read from the briefing and its glossaries, and each slip in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts import Suppression
from reportgen.sources import load
from tests.sources.briefings import HEAD, fault, row, write

GLOSSARY = (
    "zh,en,also,avoid,note,proper\n增加值,value added,added worth | VA,added value,,\n巫溪,Wuxi County,,,a county,1\n"
)
RULES = """\
claims:
- {words: {zh: 全国最高, en: the highest in the country}, kind: superlative, scope: China, evidence: gdp}
suppress:
- {check: untraceable, where: key-points, reason: quoted from a speech}
allow_numbers:
- {words: 33618, reason: a slogan}
identities:
- {whole: gdp, factors: [gdp, gdp]}
max_age_days: 400
"""


def test_rules_are_read_and_are_no_content(tmp_path: Path) -> None:
    briefing = load(write(tmp_path, head=HEAD + RULES))
    rules = briefing.rules
    assert rules.claims[0].words == ("全国最高", "the highest in the country")
    assert rules.claims[0].evidence == "gdp"
    assert rules.suppressions == (
        Suppression("untraceable", "key-points", "quoted from a speech", rules.suppressions[0].origin),
    )
    assert rules.allowances[0].words == "33618"
    assert rules.identities[0].factors == ("gdp", "gdp")
    assert rules.max_age_days == 400
    assert briefing.content == {}


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("evidence: gdp", "evidence: gpd", "unknown-fact", "did you mean gdp?"),
        (", reason: quoted from a speech", "", "missing-key", "suppress[1] has no reason"),
        (", reason: a slogan", "", "missing-key", "allow_numbers[1] has no reason"),
        ("reason: a slogan", "reasons: a slogan, reason: x", "unknown-key", "did you mean reason?"),
        ("factors: [gdp, gdp]", "factors: []", "missing-key", "identities[1] has no factors"),
        ("whole: gdp", "whole: gpd", "unknown-fact", "did you mean gdp?"),
        ("max_age_days: 400", "max_age_days: old", "not-a-whole-number", "such as 400"),
        ("- {words: 33618, reason: a slogan}", "- 33618", "wrong-shape", "allow_numbers[1] is a text"),
    ],
)
def test_a_slip_in_the_rules_is_told(old: str, new: str, code: str, said: str, tmp_path: Path) -> None:
    assert old in RULES
    found = fault(write(tmp_path, head=HEAD + RULES.replace(old, new)))
    assert found.code == code
    assert said in found.message + found.hint


def test_terms_come_with_the_forms_beside_them(tmp_path: Path) -> None:
    first, second = load(write(tmp_path, {"glossary.csv": GLOSSARY})).glossary
    assert first.names == {"zh": "增加值", "en": "value added"}
    assert (first.also, first.avoid) == (("added worth", "VA"), ("added value",))
    assert (second.proper, second.note) == (True, "a county")


def test_a_project_shares_a_glossary_and_a_briefing_goes_first(tmp_path: Path) -> None:
    place = write(tmp_path, {"glossary.csv": "zh,en,note\n户,household,own\n"})
    (place.parent / "glossary.csv").write_text("zh,en,note\n户,household,shared\n增加值,value added,\n", "utf-8")
    assert [(term.names["zh"], term.note) for term in load(place).glossary] == [("户", "own"), ("增加值", "")]


def test_a_shared_glossary_is_part_of_the_digest(tmp_path: Path) -> None:
    place = write(tmp_path)
    before = load(place).digest
    (place.parent / "glossary.csv").write_text("zh,en\n户,household\n", "utf-8")
    assert load(place).digest != before


def test_a_term_without_a_name_is_told(tmp_path: Path) -> None:
    assert fault(write(tmp_path, {"glossary.csv": "zh,en,note\n,,lost\n"})).message == "the term has no name"


def test_the_previous_edition_is_a_table_of_facts(tmp_path: Path) -> None:
    briefing = load(write(tmp_path, {"previous.csv": row(time_period="2022-S1", ref_area="500103", obs_value="742.2")}))
    assert str(briefing.previous["gdp"].obs_value) == "742.2"
    assert list(briefing.facts) == ["gdp"]


def test_a_fact_says_what_it_is_part_of(tmp_path: Path) -> None:
    table = "fact_id,indicator,obs_value,is_part_of,additive,annualised,constant,internal\n"
    facts = load(write(tmp_path, facts=f"{table}all,GDP,3,,,1,1,1\none,GDP,1,all,1,,,\n")).facts
    assert (facts["one"].is_part_of, facts["one"].additive) == ("all", True)
    assert (facts["all"].annualised, facts["all"].constant, facts["all"].internal) == (True, True, True)


@pytest.mark.parametrize("whole", ["gdp", "gpd"])
def test_a_whole_must_be_another_fact(whole: str, tmp_path: Path) -> None:
    assert fault(write(tmp_path, facts=row(is_part_of=whole))).code == "unknown-fact"


def test_an_indicator_says_which_end_is_better(tmp_path: Path) -> None:
    table = "indicator,name_zh,name_en,unit_measure,higher_is\nGDP,地区生产总值,GDP,CNY,worse\n"
    assert load(write(tmp_path, indicators=table)).indicators["GDP"].higher_is == "worse"
