"""The head of a briefing says what it must, and every slip in it is told."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reportgen.sources import load
from tests.sources.briefings import HEAD, fault, faults, write


def test_what_the_head_leaves_out_has_a_default(tmp_path: Path) -> None:
    briefing = load(write(tmp_path))
    assert (briefing.id, briefing.theme, briefing.file) == ("x", "newsprint-red", "data/x/briefing.yaml")
    assert briefing.issued == datetime.date(2023, 8, 25)
    assert briefing.scopes == {"CQ": {"zh": "全市", "en": "in the municipality"}}
    assert briefing.content == {}


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("template: numbers-panel", "templat: numbers-panel", "missing-key", "did you mean templat?"),
        ("template: numbers-panel", "template:", "missing-key", "template is empty"),
        ("template: numbers-panel", "template: [a]", "wrong-shape", "template is a list"),
        ("issued: 2023-08-25\n", "", "missing-key", "issued is missing"),
        ("2023-08-25", "2023-02-30", "unreadable-date", "day is out of range"),
        ("2023-08-25", "25 August 2023", "unreadable-date", "2023-08-25"),
        ("2023-08-25", "20230825", "unreadable-date", "2023-08-25"),
        ("[zh, en]", "zh", "wrong-shape", "languages: [zh, en]"),
        ("[zh, en]", "[zh, en, zh]", "wrong-shape", "different"),
        ("[zh, en]", "[zh, en, fr]", "unknown-language", "fr"),
        ("[zh, en]", "[zh, en, zh-hant]", "unknown-language", "did you mean zh-Hant?"),
        ("zh: 渝中区, en: Yuzhong District", "zh: 渝中区", "missing-language", "add en: …"),
        ("zh: 全市, en: in the municipality", 'zh: "", en: in the municipality', "missing-language", "zh"),
        ("{zh: 全市, en: in the municipality}", "全市", "wrong-shape", "scopes.CQ is a text"),
        ("zh: 全市", "cn: 全市, zh: 全市", "unknown-language", "“cn”"),
        ("ref_area: ", "area: 1, ref_area: ", "unknown-key", "area"),
        ("template:", "id: ../x\ntemplate:", "unusable-id", "../x"),
    ],
)
def test_a_slip_in_the_head_is_told(old: str, new: str, code: str, said: str, tmp_path: Path) -> None:
    assert old in HEAD
    found = fault(write(tmp_path, head=HEAD.replace(old, new)))
    assert found.code == code
    assert said in found.message + found.hint


def test_each_missing_key_is_told(tmp_path: Path) -> None:
    found = faults(write(tmp_path, head="title: x\n", indicators="indicator\n", facts="fact_id\n"))
    assert [finding.message.split()[0] for finding in found] == ["languages", "template", "issued"]


def test_tables_may_stand_in_the_head(tmp_path: Path) -> None:
    path = tmp_path / "all.yaml"
    path.write_text(
        f"{HEAD}indicators:\n- {{indicator: GDP, name: {{zh: 地区生产总值, en: GDP}}, unit_measure: CNY}}\n"
        "facts:\n- {fact_id: gdp, indicator: GDP, obs_value: 765.90, unit_mult: 8}\n"
        "- {fact_id: b, indicator: GPD, rank: 0}\n",
        "utf-8",
    )
    found = faults(path)
    assert {(finding.code, finding.where.line) for finding in found} == {
        ("unknown-indicator", 13),
        ("not-a-whole-number", 13),
        ("missing-value", 13),
    }
    path.write_text(path.read_text("utf-8").rpartition("- ")[0], "utf-8")
    briefing = load(path)
    assert (briefing.id, str(briefing.facts["gdp"].obs_value)) == ("all", "765.90")
    assert briefing.indicators["GDP"].names == {"zh": "地区生产总值", "en": "GDP"}
