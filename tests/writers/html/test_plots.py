"""Stacks, combinations, rings and the small charts of cards are drawn to scale on the page of HTML."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reportgen.document import Chart
from reportgen.errors import WriterError
from reportgen.transforms import refine
from reportgen.writers.html import write
from tests.plots import KINDS, SMALL, card, plot, sample, sheet
from tests.writers.html.pages import THEME, Element, Page, page_of

FILLS = ("bar", "rule", "soft", "accent")


def areas(chart: Chart, colors: tuple[str, ...] = FILLS) -> list[Element]:
    """The areas of the plot; the squares of the key are smaller."""
    boxes = (box for box in page_of(chart).all("rect") if box.attributes["class"].removeprefix("fill-") in colors)
    return [box for box in boxes if max(side(box, "width"), side(box, "height")) > 8]


def side(box: Element, name: str) -> float:
    return float(box.attributes[name])


@pytest.mark.parametrize("langs", [("zh",), ("en",), ("zh", "en")])
def test_every_kind_in_every_language_is_drawn_and_named(langs: tuple[str, ...]) -> None:
    page = Page()
    page.feed(write(refine(sheet(langs)), THEME).decode("utf-8"))
    drawings = page.all("svg")
    assert len(drawings) == len(KINDS) + 2 + len(SMALL)
    assert all(drawing.attributes["aria-label"] for drawing in drawings)


def test_the_parts_of_a_stacked_column_stand_on_each_other() -> None:
    lower, upper = areas(plot("column", ["10"], ["30"], stacked=True))
    assert side(upper, "y") + side(upper, "height") == pytest.approx(side(lower, "y"), abs=1.0)
    assert side(upper, "height") / side(lower, "height") == pytest.approx(3, rel=0.05)


def test_the_parts_of_a_stacked_bar_stand_behind_each_other() -> None:
    first, second = areas(plot("bar", ["10"], ["30"], stacked=True))
    assert side(first, "x") + side(first, "width") == pytest.approx(side(second, "x"), abs=1.0)


def test_a_combination_draws_its_line_over_its_columns() -> None:
    page = page_of(sample("combination"))
    tops = [side(box, "y") for box in areas(sample("combination"), ("bar",))]
    line = max((item.attributes["points"].split() for item in page.all("polyline")), key=len)
    assert max(float(point.split(",")[1]) for point in line) < min(tops)


def test_a_ring_has_a_part_for_each_share_and_a_pale_rest() -> None:
    colors = [item.attributes["class"] for item in page_of(sample("ring")).all("path")]
    assert colors == ["fill-track", "fill-accent", "fill-bar"]


@pytest.mark.parametrize("kind", SMALL)
def test_a_card_holds_a_small_chart_that_is_told_in_words(kind: Any) -> None:
    drawing = page_of(card(kind)).all("svg")[0]
    assert drawing.attributes["aria-label"] == "图的说明"
    assert "article" in drawing.path


def test_a_progress_bar_is_as_long_as_its_share() -> None:
    track, part = page_of(sample("progress")).all("rect")
    assert side(part, "width") / side(track, "width") == pytest.approx(0.713)


@pytest.mark.parametrize(
    "chart", [plot("ring", ["60", "-1"]), replace(plot("progress", ["60", "50"]), whole=Decimal(100))]
)
def test_what_is_no_part_of_its_whole_is_told(chart: Chart) -> None:
    with pytest.raises(WriterError, match="make no parts"):
        page_of(chart)
