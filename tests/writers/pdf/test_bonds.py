"""Figures, dates and ordinals hold together."""

from __future__ import annotations

import pytest

from reportgen.writers.pdf.bonds import bonds
from reportgen.writers.pdf.spacing import RELUCTANT, UNBREAKABLE


def held(text: str) -> str:
    """`text` with a bar wherever a figure does not forbid a break."""
    places = bonds(text)
    return "".join(
        ("|" if index and places.get(index, 0) < UNBREAKABLE else "") + char for index, char in enumerate(text)
    )


@pytest.mark.parametrize(
    "figure",
    [
        "4087.9万人次",
        "765.9亿元",
        "4000余万元",
        "500余条次",
        "70亿元/平方公里",
        "19个百分点",
        "3.2%",
        "15%～30%",
        "9亿～16亿",
        "￥100万",
        "超80%",
        "近5.5万元",
        "第1",
        "第十九届",
        "1月15日",
        "5号线",
        "100强",
        "76.59 billion yuan",
        "3.2 percent",
        "0.6 percentage points",
        "8.3 trillion U.S. dollars",
        "8.8 kilometers",
        "70 square kilometers",
        "January 15",
        "Aug. 8",
        "No. 5",
        "Table 1",
    ],
)
def test_a_figure_never_parts(figure: str) -> None:
    assert held(figure) == figure


def test_words_around_a_figure_may_part_from_it() -> None:
    assert held("达744家，") == "达|744家|，"


def test_what_only_follows_a_number_is_not_its_unit() -> None:
    assert held("2023盛夏") == "2023|盛|夏"


def test_a_date_may_part_after_its_year_if_it_must() -> None:
    assert held("2024年1月15日") == "2024年|1月15日"
    assert bonds("2024年1月15日")[5] == RELUCTANT


def test_year_on_year_parts_only_at_a_price() -> None:
    assert set(bonds("year on year").values()) == {RELUCTANT}


def test_text_without_figures_is_free() -> None:
    assert not bonds("全市领先，率先发展 in the first half of the year")
