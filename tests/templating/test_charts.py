"""Charts are built from groups of facts: series share categories, units are one an axis, faults are told at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reportgen.document import Chart, Figure, Words, plain, said
from reportgen.facts import Status
from reportgen.languages import language
from reportgen.templating.charts import chart_of
from reportgen.templating.environment import collecting
from tests.regions import COUNT, QUARTERS, regions

BRIEFING = regions()


def alternative(title: str, pairs: Any) -> str:
    return f"{title}: " + "; ".join(f"{name} {value}" for name, value in pairs)


def drawn(lang: str = "zh", **entry: Any) -> Chart:
    with collecting() as faults:
        made = chart_of({"title": "图", **entry}, BRIEFING, language(lang), alternative)
    assert faults == []
    assert made is not None
    return made


def faults_of(**entry: Any) -> list[str]:
    with collecting() as faults:
        assert chart_of({"title": "图", **entry}, BRIEFING, language("zh"), alternative) is None
    return [fault.code for fault in faults]


def text(words: Words, lang: str = "zh") -> str:
    return plain(said(words, lang))


def labels(chart: Chart, index: int = 0, lang: str = "zh") -> list[str]:
    return [text(point.label, lang) if point else "" for point in chart.series[index].points]


def test_thirty_one_regions_are_selected_named_and_sorted_by_their_data() -> None:
    chart = drawn(facts={"indicator": "GDP", "period": "2023-S1", "area": [f"R{at}" for at in range(COUNT)]},
                  show="change", sort="descending", highlight="gdp-3")  # fmt: skip
    data = [point.value for point in chart.series[0].points if point]
    assert len(data) == COUNT
    assert data == sorted(data, reverse=True)
    assert chart.highlight is not None
    assert text(chart.categories[chart.highlight]) == "甲3区"


def test_a_fall_keeps_its_minus() -> None:
    assert labels(drawn(facts=["gdp-0"], show="change")) == ["−2.0%"]


def test_series_share_categories_and_a_missing_fact_is_a_gap() -> None:
    series = [
        {"name": "甲", "facts": ["gdp-q1", "gdp-q2", "gdp-q4"]},
        {"name": "乙", "facts": {"indicator": "RETAIL", "area": "R1", "period": list(QUARTERS)}},
    ]
    chart = drawn(kind="line", series=series)
    assert [text(category) for category in chart.categories] == ["2022年一季度", "二季度", "三季度", "四季度"]
    assert labels(chart) == ["310.5", "320.5", "", "340.5"]
    assert "图: 甲 · 2022年一季度 310.5亿元" in text(chart.alt)
    assert text(chart.alt).count("乙") == 4


@pytest.mark.parametrize(
    ("lang", "title", "label"), [("zh", "图（亿元）", "310.5"), ("en", "图 (billion yuan)", "31.05")]
)
def test_each_language_counts_at_its_own_scale_and_says_the_unit_once(lang: str, title: str, label: str) -> None:
    chart = drawn(lang, kind="column", facts=["gdp-q1", "gdp-q2"])
    assert text(chart.title, lang) == title
    assert labels(chart, lang=lang)[0] == label
    assert any(isinstance(inline, Figure) and inline.side == "name" for inline in said(chart.title, lang))


def test_a_combination_says_the_units_with_the_names_of_its_series() -> None:
    bars = {"name": "总量", "facts": ["gdp-q1", "gdp-q2"]}
    line = {"name": "增速", "facts": ["gdp-q1", "gdp-q2"], "show": "change", "line": "true"}
    chart = drawn(kind="combination", series=[bars, line])
    assert [text(series.name) for series in chart.series] == ["总量（亿元）", "增速"]
    assert [series.secondary for series in chart.series] == [False, True]
    assert [series.unit for series in chart.series] == ["", "%"]
    assert text(chart.title) == "图"


def test_a_share_is_part_of_a_hundred_percent_or_of_its_whole() -> None:
    assert drawn(kind="ring", facts=["share-0", "share-1", "share-2"]).whole == Decimal(100)
    assert drawn(kind="progress", facts=["gdp-1"], whole="gdp-cn").whole == Decimal("36000.5")


@pytest.mark.parametrize(("status", "label"), [("A", "53.0%"), ("F", "53.0%（预计）")])
def test_the_percent_sign_follows_the_number_itself(status: Status, label: str) -> None:
    stated = replace(BRIEFING.facts["share-0"], obs_status=status)
    changed = replace(BRIEFING, facts={**BRIEFING.facts, stated.id: stated})
    with collecting() as faults:
        made = chart_of({"title": "图", "facts": ["share-0", "share-1"]}, changed, language("zh"), alternative)
    assert faults == []
    assert made is not None
    assert labels(made) == [label, "40.1%"]


def test_the_units_of_one_axis_are_one() -> None:
    assert faults_of(facts=["gdp-1", "share-0"]) == ["chart-units"]


def test_every_fault_is_told() -> None:
    assert faults_of(facts=["nobody", "nothing"]) == ["fact-unknown", "fact-unknown"]
    assert faults_of(kind="pie", sort="upwards", facts=["gdp-1"]) == ["chart-kind", "chart-sort"]
    assert faults_of(kind="combination", facts=["gdp-1"]) == ["chart-series"]
    assert faults_of(facts=["share-0"], show="change") == ["fact-side"]
    assert faults_of(by="area", facts=["gdp-q1", "gdp-q2"]) == ["chart-twice"]
    assert faults_of(facts={"indicator": "NONE"}) == ["select"]
    assert faults_of(facts={"colour": "red"}) == ["select"]
