"""Tables are ordered and ranked by the data, never by hand: ties share a place and totals have none."""

from __future__ import annotations

from typing import Any

from reportgen.document import Cell, Figure, Table, plain, said
from reportgen.languages import language
from reportgen.templating.environment import collecting
from reportgen.templating.groups import placed
from reportgen.templating.tables import table_of
from tests.regions import COUNT, GROWTH, TOTAL, regions

BRIEFING = regions()
ALL = {"indicator": ["GDP", "RETAIL"], "period": "2023-S1"}
COLUMNS: list[Any] = [
    "place",
    "name",
    {"show": "value", "indicator": "GDP"},
    {"show": "change", "indicator": "GDP"},
    {"show": "value", "indicator": "RETAIL"},
]
BY_GROWTH: dict[str, Any] = {"facts": ALL, "by": "area", "columns": COLUMNS, "order_by": COLUMNS[3], "totals": [TOTAL]}


def table(lang: str = "zh", **entry: Any) -> Table:
    with collecting() as faults:
        made = table_of(entry, BRIEFING, language(lang))
    assert faults == []
    assert made is not None
    return made


def faults_of(**entry: Any) -> list[str]:
    with collecting() as faults:
        assert table_of(entry, BRIEFING, language("zh")) is None
    return [fault.code for fault in faults]


def texts(rows: tuple[tuple[Cell, ...], ...], lang: str = "zh") -> list[list[str]]:
    return [[plain(said(cell.words, lang)) for cell in row] for row in rows]


def test_thirty_one_regions_are_placed_by_their_growth_under_their_total() -> None:
    total, *rows = texts(table(**BY_GROWTH).body)
    assert total == ["", "全国", "36000.5", "5.5%", ""]
    assert len(rows) == COUNT
    assert [row[3] for row in rows] == [f"{value}%".replace("-", "−") for value in sorted(GROWTH, reverse=True)]


def test_equal_numbers_share_a_place_and_leave_the_next_one_free() -> None:
    assert placed([3, 5, 5, None, 1]) == [3, 1, 1, None, 4]  # type: ignore[list-item]
    assert len(set(GROWTH)) < COUNT
    places = {row[3]: row[0] for row in texts(table(**BY_GROWTH).body)[1:]}
    values = sorted(GROWTH, reverse=True)
    assert all(places[f"{value}%".replace("-", "−")] == str(values.index(value) + 1) for value in GROWTH)


def test_the_smallest_ranks_first_where_more_is_worse() -> None:
    rows = texts(table(facts={"indicator": "JOBLESS"}, by="area", columns=["place", "name", "value"]).body)
    assert [row[0] for row in rows] == ["6", "5", "4", "3", "1", "1"]
    rows = texts(table(facts={"indicator": "JOBLESS"}, by="area", order="ascending", columns=["place", "value"]).body)
    assert [row[1] for row in rows] == ["2.1", "2.1", "3.1", "4.1", "5.1", "6.1"]


def test_a_column_of_one_indicator_has_one_scale_and_its_unit_at_its_head() -> None:
    assert texts(table(**BY_GROWTH).head) == [
        ["位次", "地区", "地区生产总值（亿元）", "地区生产总值同比增速", "社会消费品零售总额（亿元）"]
    ]
    english = table("en", **BY_GROWTH)
    assert texts(english.head, "en")[0][2] == "Gross domestic product (billion yuan)"
    assert texts(english.body, "en")[0][2] == "3,600.05"


def test_rows_of_several_indicators_keep_their_units_and_a_fall_is_said_in_words() -> None:
    made = table(facts=["gdp-1", "retail-1", "share-0"], by="indicator", columns=["name", "value", "wording"])
    assert texts(made.body) == [
        ["地区生产总值", "1077.5亿元", "同比增长3.6%"],
        ["社会消费品零售总额", "313.0亿元", "同比下降3.6%"],
        ["第三产业占比", "53.0%", ""],
    ]


def test_numbers_stand_at_the_end_and_stay_figures_of_their_facts() -> None:
    made = table(**BY_GROWTH)
    assert made.align == ("end", "start", "end", "end", "end")
    cell = made.body[1][2].words[0].content[0]
    assert isinstance(cell, Figure)
    assert cell.side == "value"
    assert made.body[1][1].header


def test_every_fault_is_told() -> None:
    assert faults_of(facts=ALL, by="area", columns=["price"], totals=["X"]) == ["table-column", "table-total"]
    assert faults_of(facts=["gdp-1"], columns=[{"show": "value", "indicator": "NONE"}]) == ["table-column"]
    assert faults_of(facts=["gdp-1"], order="sideways") == ["table-order"]
    assert "table-twice" in faults_of(facts={"indicator": "GDP"}, by="area")
