"""A card's fence may hold a small chart, and the panel's schema allows what charts and tables may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen.document import Panel, Table
from reportgen.errors import TemplateError
from reportgen.facts import Content
from reportgen.templating import compose, content_faults, load_template
from tests.briefings import PHRASE, briefing, fact, template

STRUCTURE = """
::: masthead
[{{ briefing.title }}]{.title}
:::
::: panel
::: card
{{ say("amount_change", ["gdp"]) }}
::: graphic
{{ chart(briefing.small) }}
:::
:::
:::
{{ table(briefing.list) }}
"""
ALT = (
    "{% macro chart_alt(title, pairs) %}{{ title }}{% for name, value in pairs %}{{ value }}{% endfor %}{% endmacro %}"
)
SPOKEN = dict.fromkeys(("zh", "en", "zh-Hant"), PHRASE + ALT)
TITLE: dict[str, Content] = {"zh": "图", "en": "Chart"}
ROOT = Path(__file__).parents[2]


def content(kind: str) -> dict[str, Content]:
    small: dict[str, Content] = {"kind": kind, "title": TITLE, "facts": ["gdp", "now"], "by": "period"}
    return {"title": TITLE, "small": small, "list": {"facts": ["gdp"], "columns": ["name", "value"]}}


def facts() -> Any:
    return briefing(
        fact(), fact("now", "800.0", time_period=replace(fact().time_period, code="2023-S2")), content=content("bar")
    )


def test_a_card_holds_its_small_chart_behind_its_lines(tmp_path: Path) -> None:
    made = replace(facts(), content=content("sparkline"))
    document = compose(template(tmp_path, STRUCTURE, phrases=SPOKEN), made, "zh")
    line = next(block for block in document.blocks if isinstance(block, Panel)).cards[0].lines[-1]
    assert line.role == "graphic"
    assert line.graphic is not None
    assert [point and str(point.value) for point in line.graphic.series[0].points] == ["765.9", "800.0"]
    assert any(isinstance(block, Table) for block in document.blocks)


def test_a_chart_that_is_not_small_has_no_place_in_a_card(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is no small chart"):
        compose(template(tmp_path, STRUCTURE, phrases=SPOKEN), facts(), "zh")


def panel(**given: Content) -> dict[str, Content]:
    items: list[Content] = [{"pattern": "growth", "facts": ["a"]}]
    return {"title": TITLE, "masthead": {}, "items": items, **given}


def faults(content: dict[str, Content]) -> list[str]:
    loaded = load_template("numbers-panel", ROOT)
    return [fault.message for fault in content_faults(loaded, replace(briefing(), content=content))]


def test_the_panel_takes_series_selections_and_tables() -> None:
    by: dict[str, Content] = {"indicator": "GDP", "area": ["R1", "R2"]}
    charts: list[Content] = [
        {"kind": "combination", "title": TITLE, "series": [{"facts": by}, {"facts": ["a"], "line": "true"}]}
    ]
    tables: list[Content] = [
        {"facts": by, "columns": ["place", {"show": "value", "indicator": "GDP"}], "totals": ["R1"]}
    ]
    assert faults(panel(charts=charts, tables=tables)) == []


def test_the_panel_refuses_what_charts_and_tables_do_not_know() -> None:
    assert faults(panel(chart={"title": TITLE, "kind": "pie", "facts": ["a"]}))
    assert faults(panel(tables=[{"facts": ["a"], "columns": ["price"]}]))
    assert faults(panel(charts=[{"title": TITLE, "facts": {"colour": "red"}}]))
