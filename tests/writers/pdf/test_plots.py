"""Stacks, combinations, rings and the small charts of cards: geometry true to the data, words for every figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import pytest

from reportgen.document import Chart
from reportgen.errors import WriterError
from reportgen.transforms import refine
from reportgen.writers.pdf.charts import chart_box
from reportgen.writers.pdf.kit import Kit
from tests.plots import SMALL, card, plot, sample, sheet
from tests.regions import COUNT
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import THEME, elements, file_of, kinds, made, pages
from tests.writers.pdf.recorder import Recorder
from tests.writers.pdf.sheets import FONTS

KIT = Kit(THEME, FONTS, ("zh",))
ACCENT, BAR, RULE = (THEME.color(name) for name in ("accent", "bar", "rule"))


def drawn(chart: Chart, width: float = 400.0) -> Recorder:
    canvas = Recorder()
    chart_box(KIT, chart).draw(cast(Any, canvas), 0.0, 700.0, width)
    return canvas


def filled(canvas: Recorder, *colors: Any) -> list[tuple[float, float, float, float, Any]]:
    """The areas of the plot in `colors`; the squares of the key are smaller."""
    return [rect for rect in canvas.rects if rect[4] in (colors or (BAR, RULE, ACCENT)) and max(rect[2:4]) > 8]


@pytest.mark.parametrize("langs", [("zh",), ("en",), ("zh", "en")])
def test_every_kind_in_every_language_is_an_accessible_page(langs: tuple[str, ...]) -> None:
    document = refine(sheet(langs))
    assert page_faults(file_of(document)) == []
    assert kinds(document).count("Figure") == len(document.blocks)


def test_the_parts_of_a_stacked_column_stand_on_each_other() -> None:
    first, second = filled(drawn(plot("column", ["10"], ["30"], stacked=True)))
    assert second[1] == pytest.approx(first[1] + first[3], abs=1.0)
    assert second[3] / first[3] == pytest.approx(3, rel=0.05)


def test_the_parts_of_a_stacked_bar_stand_behind_each_other_and_losses_lead_the_other_way() -> None:
    gain, loss, more = filled(drawn(plot("bar", ["10"], ["-5"], ["20"], stacked=True)))
    assert loss[0] + loss[2] == pytest.approx(gain[0], abs=1.0)
    assert more[0] == pytest.approx(gain[0] + gain[2], abs=1.0)


def test_a_combination_draws_its_line_over_its_columns() -> None:
    canvas = drawn(sample("combination"))
    highest = max(rect[1] + rect[3] for rect in filled(canvas, BAR))
    assert len(filled(canvas, BAR)) == 3
    assert min(y for line in canvas.polylines if len(line) == 3 for _, y in line) > highest


def test_lines_are_named_at_their_ends_where_that_fits_and_else_in_a_key() -> None:
    lines = plot("line", ["1", "2"], ["3", "5"])
    wide, narrow = (chart_box(KIT, lines).height(width) / width for width in (400.0, 60.0))
    assert narrow > wide
    assert "第2项" in pages(made(lines))[0]


def test_a_ring_has_a_part_for_each_share_and_a_pale_rest() -> None:
    canvas = drawn(sample("ring"))
    assert len(canvas.polygons) == 3
    assert all(said in pages(made(sample("ring")))[0] for said in ("53.0%", "40.1%", "第1类", "第2类"))


def test_a_progress_bar_is_as_long_as_its_share() -> None:
    track, part = drawn(sample("progress")).rects[-2:]
    assert part[2] / track[2] == pytest.approx(0.713)


def test_a_sparkline_is_broken_at_a_gap() -> None:
    assert [len(line) for line in drawn(sample("sparkline")).polylines] == [2, 2]


@pytest.mark.parametrize("kind", SMALL)
def test_a_cards_chart_is_a_figure_that_is_told_in_words(kind: Any) -> None:
    figures = [element for element in elements(file_of(made(card(kind)))) if element.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["图的说明"]


def test_thirty_one_bars_stay_on_one_page_and_are_all_told() -> None:
    document = made(plot("bar", [str(index + 1) for index in range(COUNT)]))
    assert len(pages(document)) == 1
    text = "".join(pages(document)[0].split())
    assert all(f"第{index + 1}类{index + 1}" in text for index in range(COUNT))


def test_a_small_chart_is_not_parted_between_pages() -> None:
    short = plot("bar", ["1", "2", "3"])
    document = made(*(replace(short, id=f"c{index}") for index in range(12)))
    assert len(pages(document)) > 1
    assert all(page.count("第1类") == page.count("第3类") for page in pages(document))


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        (plot("ring", ["60", "-1"]), "cannot show a loss"),
        (replace(plot("ring", ["60", "50"]), whole=Decimal(100)), "more than its whole"),
        (replace(sample("combination"), series=sample("combination").series[:1]), "needs columns and a line"),
    ],
)
def test_what_cannot_be_drawn_is_told(chart: Chart, message: str) -> None:
    with pytest.raises(WriterError, match=message):
        file_of(made(chart))
