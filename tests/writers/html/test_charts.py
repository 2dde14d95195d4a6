"""Charts are drawn to scale from zero, labelled directly, and named for those who do not see them."""

from decimal import Decimal

import pytest

from reportgen.document import Chart, ChartKind, Point, Series
from tests.documents import chart, words
from tests.writers.html.pages import Element, page_of


def make(kind: ChartKind, *rows: tuple[str | None, ...], highlight: int | None = None) -> Chart:
    def point(value: str | None) -> Point | None:
        return None if value is None else Point(value=Decimal(value), label=words("en", f"{value}%"))

    return Chart(
        kind=kind,
        title=words("en", "Growth"),
        categories=tuple(words("en", f"C{index}") for index in range(len(rows[0]))),
        series=tuple(
            Series(name=words("en", f"S{index}"), points=tuple(map(point, row))) for index, row in enumerate(rows)
        ),
        highlight=highlight,
    )


def boxes(drawn: Chart, *colors: str) -> list[Element]:
    return [
        box
        for box in page_of(drawn).all("rect")
        if box.attributes["class"].removeprefix("fill-") in (colors or ("bar", "accent"))
    ]


def length(box: Element, side: str = "width") -> float:
    return float(box.attributes[side])


def test_a_bars_length_is_its_value() -> None:
    short, long = boxes(make("bar", ("5", "20")))
    assert length(long) == pytest.approx(4 * length(short), rel=0.01)


def test_a_columns_height_is_its_value() -> None:
    short, long = boxes(make("column", ("5", "20")))
    assert length(long, "height") == pytest.approx(4 * length(short, "height"), rel=0.01)


def test_bars_of_losses_go_the_other_way_from_the_same_zero() -> None:
    loss, gain = boxes(make("bar", ("-10", "10")))
    assert float(loss.attributes["x"]) + length(loss) == pytest.approx(float(gain.attributes["x"]), abs=0.02)


def test_all_losses_still_begin_at_zero() -> None:
    small, large = boxes(make("bar", ("-5", "-10")))
    ends = [float(box.attributes["x"]) + length(box) for box in (small, large)]
    assert ends[0] == pytest.approx(ends[1], abs=0.02)


def test_the_eye_meets_one_bar() -> None:
    assert len(boxes(make("bar", ("1", "2", "3"), highlight=2), "accent")) == 1


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_every_category_and_value_is_written(kind: ChartKind) -> None:
    texts = {element.text for element in page_of(make(kind, ("1", None, "3"), ("4", "5", "6"))).all("text")}
    assert texts == {"C0", "C1", "C2", "1%", "3%", "4%", "5%", "6%", "S0", "S1"}


@pytest.mark.parametrize("kind", ["column", "line"])
def test_crowded_labels_are_thinned_and_every_value_can_still_be_pointed_at(kind: ChartKind) -> None:
    values = tuple(f"{value}.5" for value in range(100, 160))
    page = page_of(make(kind, values, highlight=7))
    written = {element.text for element in page.all("text")}
    assert "107.5%" in written
    assert len(written) < 40
    assert {f"{value}%" for value in values} <= {element.text for element in page.all("title")}
    for box in page.all("rect"):
        assert length(box) > 0


def test_a_loss_is_labelled_below_its_column() -> None:
    drawn = {
        element.text: float(element.attributes["y"]) for element in page_of(make("column", ("-5", "5"))).all("text")
    }
    assert drawn["-5%"] > drawn["5%"] + 100


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_a_chart_of_nothing_but_zeros_or_gaps_is_drawn(kind: ChartKind) -> None:
    page_of(make(kind, ("0", "0")))
    page_of(make(kind, (None, None)))


def test_a_line_breaks_where_a_datum_is_missing() -> None:
    assert len(page_of(make("line", ("1", "2", None, "3", "4"))).all("polyline")) == 2


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_nothing_is_drawn_outside_the_picture(kind: ChartKind) -> None:
    page = page_of(make(kind, ("-3", "8", "21.9"), ("1", "2", "3")))
    _, _, width, height = map(float, page.one("svg").attributes["viewbox"].split())
    for box in page.all("rect"):
        assert 0 <= float(box.attributes["x"]) <= float(box.attributes["x"]) + length(box) <= width + 0.01
        assert 0 <= float(box.attributes["y"]) <= float(box.attributes["y"]) + length(box, "height") <= height + 0.01
    for text in page.all("text"):
        assert 0 <= float(text.attributes["y"]) <= height


def test_a_drawing_is_named_by_its_alternative_text_or_its_title() -> None:
    assert page_of(chart("en")).one("svg").attributes["aria-label"].startswith("Bar chart: wholesale 5.2 percent")
    assert page_of(make("bar", ("1",))).one("svg").attributes["aria-label"] == "Growth"


def test_values_in_a_drawing_name_their_facts() -> None:
    facts = {element.attributes["data-fact"] for element in page_of(chart("zh"), lang="zh").all("tspan")}
    assert facts == {"wholesale", "retail-trade", "catering", "lodging"}
