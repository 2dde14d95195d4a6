"""Charts: marks from zero at the scale of the data, one accent, direct labels, and words for those who see none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import pytest

from reportgen.document import Chart, ChartKind, Point, Series
from reportgen.errors import WriterError
from reportgen.writers.pdf.charts import alt_text, chart_box
from reportgen.writers.pdf.kit import Kit
from tests.documents import chart, words
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import THEME, elements, file_of, kinds, made, pages
from tests.writers.pdf.recorder import Recorder
from tests.writers.pdf.sheets import FONTS

KIT = Kit(THEME, FONTS, ("zh",))
ACCENT, BAR, TRACK = (THEME.color(name) for name in ("accent", "bar", "track"))


def plotted(drawn: Chart, width: float = 400.0) -> Recorder:
    """The shapes of a chart set `width` points wide."""
    canvas = Recorder()
    chart_box(KIT, drawn).draw(cast(Any, canvas), 0.0, 700.0, width)
    return canvas


def of(kind: ChartKind, *data: str | None, highlight: int | None = None) -> Chart:
    points = tuple(
        Point(value=Decimal(datum), label=words("zh", f"{datum}%")) if datum is not None else None for datum in data
    )
    names = tuple(words("zh", f"第{index}类") for index in range(len(data)))
    return Chart(
        id="c",
        kind=kind,
        title=words("zh", "增速"),
        categories=names,
        series=(Series(name=words("zh", "增速"), points=points),),
        highlight=highlight,
    )


def marks(canvas: Recorder) -> list[tuple[float, float, float, float, Any]]:
    return [rect for rect in canvas.rects if rect[4] in (ACCENT, BAR)]


def test_bars_start_at_one_edge_and_are_as_long_as_their_data() -> None:
    bars = marks(plotted(of("bar", "5", "10", "20")))
    assert len({bar[0] for bar in bars}) == 1
    assert [bar[2] / bars[0][2] for bar in bars] == pytest.approx([1, 2, 4])


def test_columns_start_at_zero_and_are_as_high_as_their_data() -> None:
    columns = marks(plotted(of("column", "5", "10", "20")))
    assert len({column[1] for column in columns}) == 1
    assert [column[3] / columns[0][3] for column in columns] == pytest.approx([1, 2, 4])


def test_negative_bars_go_the_other_way_from_a_drawn_zero() -> None:
    canvas = plotted(of("bar", "5", "-5"))
    first, second = marks(canvas)
    assert second[0] + second[2] == pytest.approx(first[0])
    assert canvas.lines[0][0] == pytest.approx(first[0])


def test_negative_columns_hang_under_the_axis() -> None:
    first, second = marks(plotted(of("column", "4", "-2")))
    assert second[1] + second[3] == pytest.approx(first[1])
    assert second[3] == pytest.approx(first[3] / 2)


def test_only_the_highlight_wears_the_accent() -> None:
    colors = [bar[4] for bar in marks(plotted(of("bar", "5", "10", "20", highlight=1)))]
    assert colors == [BAR, ACCENT, BAR]


def test_a_zero_draws_no_bar_and_a_gap_in_the_data_none_either() -> None:
    assert len(marks(plotted(of("bar", "5", "0", None)))) == 1


def test_a_line_is_broken_where_a_datum_is_missing() -> None:
    assert [len(line) for line in plotted(of("line", "1", "2", None, "3", "4", "5")).polylines] == [2, 3]


def test_labels_move_over_the_bars_where_the_chart_is_narrow() -> None:
    narrow, wide = (marks(plotted(of("bar", "5", "10"), width)) for width in (110.0, 400.0))
    assert narrow[1][2] == pytest.approx(110.0)
    assert wide[1][2] < 400.0


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_every_value_and_category_can_be_read(kind: ChartKind) -> None:
    text = pages(made(of(kind, "5.2", "-7.5", "10.8")))[0]
    assert all(said in text for said in ("5.2%", "-7.5%", "10.8%", "第0类", "第1类", "第2类", "增速"))


def test_a_chart_is_a_figure_with_its_description() -> None:
    figure = next(element for element in elements(file_of(made(chart("zh")))) if element.S == "/Figure")
    assert "住宿业21.9%" in str(figure.Alt)


def test_a_chart_without_description_is_described_by_its_labels() -> None:
    assert alt_text(KIT, of("bar", "5", "10")) == "增速; 第0类 5%; 第1类 10%"


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_one_datum_sixty_data_and_equal_data_can_be_drawn(kind: ChartKind) -> None:
    for data in (["7"], [str(index) for index in range(60)], ["3", "3", "3"], ["0", "0"]):
        assert page_faults(file_of(made(of(kind, *data)))) == []


def test_a_chart_with_more_bars_than_a_page_holds_goes_on_as_one_figure() -> None:
    document = made(of("bar", *(str(index + 1) for index in range(120))))
    assert len(pages(document)) > 1
    assert kinds(document).count("Figure") == 1
    assert page_faults(file_of(document)) == []


def test_all_faults_of_a_chart_are_told_at_once() -> None:
    empty = Chart(id="c", kind="bar", title=(), categories=(), series=())
    with pytest.raises(WriterError, match="no datum"):
        file_of(made(empty))
    short = replace(of("bar", "1", "2"), categories=(words("zh", "一"),))
    with pytest.raises(WriterError, match="2 points over 1 categories"):
        file_of(made(short))
