"""Two editions compared: what was revised, what is new, what is gone, and how each language says it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.cli import run
from reportgen.editions import Comparison, Revision, compare, said, tell
from reportgen.facts import Change, Fact, Rank, parse_period
from tests.briefings import briefing, fact
from tests.projects import SAMPLE, make_project

Capture = pytest.CaptureFixture[str]


def compared(old: Fact, new: Fact) -> Comparison:
    return compare(briefing(old), briefing(new))


def test_a_fact_that_is_as_it_was_is_the_same_at_whatever_scale_and_decimals() -> None:
    now = fact(value="76590.00", unit_mult=6, yoy="3.20")
    assert compared(fact(), now).same == 1
    assert compared(fact(), now).revised == ()


@pytest.mark.parametrize(
    ("old", "new", "revision"),
    [
        (fact(value="712.3"), fact(), Revision("gdp", "value", Decimal("5360000000.0"))),
        (fact(), fact(value="76590", unit_mult=4), Revision("gdp", "value", Decimal(76_590_0000 - 765_9000_0000))),
        (fact(qualifier="gt"), fact(), Revision("gdp", "value")),
        (fact(value=None), fact(), Revision("gdp", "value")),
        (fact(yoy="2.9"), fact(), Revision("gdp", "yoy", Decimal("0.3"))),
        (fact(yoy=None), fact(), Revision("gdp", "yoy")),
        (fact(), fact(yoy=None), Revision("gdp", "yoy")),
        (fact(), replace(fact(), changes=(Change("yoy", Decimal("3.2"), "PP"),)), Revision("gdp", "yoy")),
        (fact(rank=Rank(2, "CQ")), fact(rank=Rank(1, "CQ")), Revision("gdp", "rank")),
        (fact(obs_status="P"), fact(), Revision("gdp", "status")),
        (fact(time_period=parse_period("2022-S1")), fact(), Revision("gdp", "period")),
    ],
)
def test_each_side_that_differs_is_a_revision_with_its_difference(old: Fact, new: Fact, revision: Revision) -> None:
    assert compared(old, new).revised == (revision,)


def test_two_units_have_no_difference() -> None:
    old, new = briefing(fact()), briefing(fact(value="712.3"))
    other = replace(new, indicators={"GDP": replace(new.indicators["GDP"], unit_measure="USD")})
    assert [(it.side, it.difference) for it in compare(old, other).revised] == [("value", None), ("unit", None)]


def test_facts_of_one_edition_only_are_new_or_dropped() -> None:
    comparison = compare(briefing(fact(), fact("retail")), briefing(fact(), fact("visits")))
    assert (comparison.added, comparison.dropped, comparison.same) == (("visits",), ("retail",), 1)


def test_every_language_says_it() -> None:
    comparison = compare(briefing(fact(value="712.3"), fact("retail")), briefing(fact(), fact("visits", None)))
    assert list(tell(comparison, "zh"))[1:] == [
        "修订：1",
        "  地区生产总值 [gdp]：712.3亿元 → 765.9亿元（+53.6亿元）",
        "新增：1",
        "  地区生产总值 [visits]：同比增长3.2%",
        "删去：1",
        "  地区生产总值 [retail]：765.9亿元 · 同比增长3.2%",
        "未变：0",
    ]
    assert list(tell(comparison, "en"))[2] == (
        "  Gross domestic product [gdp]: 71.23 billion yuan → 76.59 billion yuan (+5.36 billion yuan)"
    )


def test_rates_differ_by_percentage_points_and_a_side_may_say_nothing() -> None:
    slower = compared(fact(yoy="3.2"), fact(yoy="2.9"))
    assert list(tell(slower, "en"))[2].endswith("(−0.3 percentage points)")
    silent = compared(fact(value=None), fact())
    assert said(silent, silent.revised[0], "zh") == ("", "765.9亿元")
    assert "暂无数据 → 765.9亿元" in list(tell(silent, "zh"))[2]


def editions(folder: Path) -> Path:
    project = make_project(folder, "before", SAMPLE)
    path = project / "data" / "before" / "facts.csv"
    path.write_text(path.read_text("utf-8").replace("765.9", "764.8"), "utf-8")
    return project


def test_the_command_compares_two_briefings_in_every_language_of_both(tmp_path: Path, capsys: Capture) -> None:
    project = editions(tmp_path)
    assert run(["diff", "before", SAMPLE, "--project", str(project)]) == 0
    out = capsys.readouterr().out
    assert "764.8亿元 → 765.9亿元（+1.1亿元）" in out
    assert "76.48 billion yuan → 76.59 billion yuan" in out
    assert run(["diff", "before", SAMPLE, "--project", str(project), "--lang", "zh"]) == 0
    assert "billion" not in capsys.readouterr().out


def test_the_command_prints_json(tmp_path: Path, capsys: Capture) -> None:
    project = editions(tmp_path)
    assert run(["diff", "before", SAMPLE, "--project", str(project), "--lang", "en", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["old"], told["new"], told["new_facts"], told["dropped"]) == ("before", SAMPLE, [], [])
    assert told["revised"] == [
        {
            "fact": "gdp",
            "side": "value",
            "old": {"en": "76.48 billion yuan"},
            "new": {"en": "76.59 billion yuan"},
            "difference": "110000000",
        }
    ]


@pytest.mark.parametrize("arguments", [["before", SAMPLE, "--lang", "fr"], ["before", "nowhere"]])
def test_what_cannot_be_compared_is_told(arguments: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert run(["diff", *arguments, "--project", str(editions(tmp_path))]) == 2
    assert "error: " in capsys.readouterr().err
