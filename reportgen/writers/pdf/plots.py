"""Column and line charts to plots over one axis of categories, every value labelled where its label fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.document import Chart, Point
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.series import Key, color, extent, value_words, values
from reportgen.writers.pdf.text import Saying, once

FLATTEST = 0.16
"""The least height of a plot, in its width."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a plot stands: its sides, and the heights of its lowest and highest datum."""

    left: float
    right: float
    foot: float
    head: float
    low: float
    high: float

    def y(self, datum: float) -> float:
        """Return the height at which `datum` stands."""
        return self.foot + (datum - self.low) * (self.head - self.foot) / (self.high - self.low)

    def slot(self, index: int, count: int) -> tuple[float, float]:
        """Return the left edge and the width of a category's slot."""
        width = (self.right - self.left) / count
        return self.left + index * width, width


class AxisPlot(Box):
    """What columns and lines share: categories under the plot, a key above it, `ratio` of height to width."""

    airy = True

    def __init__(self, kit: Kit, chart: Chart, ratio: float = 0.34) -> None:
        self.kit, self.chart, self.ratio = kit, chart, ratio
        self.labels = self._said("center")
        self.key = Key(kit, chart)
        self.value_style = kit.theme.style("chart.value")

    def _said(self, align: Alignment) -> list[Saying]:
        words = (once(category) for category in self.chart.categories)
        return [Saying(self.kit, said, "chart.label", tag="Span", beside=False, align=align) for said in words]

    def _slot(self, width: float) -> float:
        return width / len(self.labels)

    def _text_room(self, width: float) -> float:
        return max(self._slot(width) - self.value_style.size * 0.3, 1.0)

    def _stride(self, width: float) -> int:
        """Return how many slots one category label takes: 1, or more where they are narrower than a label."""
        widest = max((_longest(label) for label in self.labels), default=0.0)
        return max(1, -(-int(min(widest, width)) // max(int(self._text_room(width)), 1)))

    def _label_height(self, width: float) -> float:
        room = self._text_room(width) * self._stride(width)
        return max(label.height(room) for label in self.labels) + self.value_style.size * 0.4

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height of key, plot and category labels."""
        return self.key.height(width) + width * self.ratio * (1 + 0.25 * air) + self._label_height(width)

    def fitted(self, width: float, room: float) -> Box | None:
        """Set the plot flatter."""
        rest = self.key.height(width) + self._label_height(width)
        ratio = (room - rest) / width
        return type(self)(self.kit, self.chart, ratio) if FLATTEST <= ratio < self.ratio else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw key, plot, then the category labels."""
        self.key.draw(canvas, x, top, width)
        foot = top - self.height(width, air) + self._label_height(width)
        low, high = self.extent()
        line = self.value_style.leading
        under = line if low < 0 else 0.0
        frame = Frame(x, x + width, foot + under, top - self.key.height(width) - line, low, high)
        self.plot(canvas, frame)
        self._categories(canvas, frame, foot, width)

    def extent(self) -> tuple[float, float]:
        """Return the lowest and highest datum of the axis."""
        return extent(self.chart)

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the data."""
        raise NotImplementedError

    def _categories(self, canvas: TaggedCanvas, frame: Frame, foot: float, width: float) -> None:
        stride, room = self._stride(width), self._text_room(width)
        # A label that takes several slots begins at its own, or it would stand under another's column.
        labels = self.labels if stride == 1 else self._said("start")
        for index in range(0, len(labels), stride):
            left, slot = frame.slot(index, len(labels))
            start = left + (slot - room) / 2
            wide = min(room * stride, frame.right - start)
            labels[index].draw(canvas, start, foot - self.value_style.size * 0.4, wide)

    def label(self, canvas: TaggedCanvas, point: Point, middle: float, foot: float, frame: Frame) -> None:
        """Draw a value's label over `foot`, inside the plot's sides."""
        saying = Saying(self.kit, value_words(point.label), "chart.value", tag="Span")
        wide = saying.natural_width()
        left = min(max(middle - wide / 2, frame.left), frame.right - wide)
        saying.draw(canvas, left, foot + saying.height(wide + SLACK), wide + SLACK)

    def labelled(self, series: int, slot: float) -> set[int]:
        """Return which points carry a label: all where they fit, else the ends, the extremes and the highlight."""
        points = {index: point for index, point in enumerate(self.chart.series[series].points) if point is not None}
        widths = [
            Saying(self.kit, value_words(point.label), "chart.value").natural_width() for point in points.values()
        ]
        if max(widths, default=0.0) <= slot:
            return set(points)
        data = {index: point.value for index, point in points.items()}
        chosen = {min(data), max(data), min(data, key=lambda i: data[i]), max(data, key=lambda i: data[i])}
        return chosen | ({self.chart.highlight} & set(points) if self.chart.highlight is not None else set())

    def points(self, series: int) -> Iterator[tuple[int, Point]]:
        """Yield the points of a series that have a datum."""
        return ((index, point) for index, point in enumerate(self.chart.series[series].points) if point is not None)

    def base_line(self, canvas: TaggedCanvas, frame: Frame, datum: float) -> None:
        """Draw the axis at `datum`."""
        with canvas.artifact():
            y = frame.y(datum)
            canvas.line(frame.left, y, frame.right, y, self.kit.theme.grid.rule, self.kit.theme.color("ink"))


def _longest(label: Saying) -> float:
    """Return the width that a label needs on two lines at least."""
    return label.widest / 2


class ColumnPlot(AxisPlot):
    """Upright columns from zero."""

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the columns of every category beside each other, and their labels."""
        series, count = len(self.chart.series), len(self.labels)
        slot = frame.slot(0, count)[1]
        wide = min(slot * 0.72 / series, self.value_style.size * 5)
        for at in range(series):
            chosen = self.labelled(at, slot / series) if at == series - 1 or self._all_fit(slot / series) else set()
            for index, point in self.points(at):
                middle = frame.slot(index, count)[0] + slot / 2 + wide * (at - (series - 1) / 2)
                self._column(canvas, frame, point, (middle, wide * 0.94), color(self.chart, at, index))
                if index in chosen:
                    self._value(canvas, frame, point, middle)
        self.base_line(canvas, frame, 0.0)

    def _all_fit(self, slot: float) -> bool:
        """Tell whether every series can label every column."""
        counts = [len(list(self.points(at))) for at in range(len(self.chart.series))]
        return all(len(self.labelled(at, slot)) == count for at, count in enumerate(counts))

    def _column(self, canvas: TaggedCanvas, frame: Frame, point: Point, place: tuple[float, float], shade: str) -> None:
        low, high = sorted((frame.y(0.0), frame.y(float(point.value))))
        if high - low > SLACK:
            with canvas.artifact():
                canvas.rect(place[0] - place[1] / 2, low, place[1], high - low, self.kit.theme.color(shade))

    def _value(self, canvas: TaggedCanvas, frame: Frame, point: Point, middle: float) -> None:
        y = frame.y(float(point.value))
        below = point.value < 0
        self.label(canvas, point, middle, y - self.value_style.leading if below else y + 1.0, frame)


class LinePlot(AxisPlot):
    """Lines over the categories; their axis may start above zero, where the data are far from it."""

    def extent(self) -> tuple[float, float]:
        """Return the data's range, from zero where zero is near."""
        data = values(self.chart)
        low, high = min(data, default=0.0), max(data, default=1.0)
        if low >= 0 and low < high * 0.5:
            low = 0.0
        return (low, high) if high > low else (low - 1.0, low + 1.0)

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the axis, then line by line its strokes, dots and labels."""
        self.base_line(canvas, frame, max(frame.low, 0.0) if frame.low >= 0 else 0.0)
        slot = frame.slot(0, len(self.labels))[1]
        for at in range(len(self.chart.series)):
            shade = self.kit.theme.color("accent" if len(self.chart.series) == 1 else color(self.chart, at, -1))
            chosen = self.labelled(at, slot if at == len(self.chart.series) - 1 else 0.0)
            places = {index: self._place(frame, index, point) for index, point in self.points(at)}
            self._stroke(canvas, places, shade)
            for index, point in self.points(at):
                if index in chosen:
                    middle, y = places[index]
                    lift = self._lift(point, index)
                    self.label(canvas, point, middle, y + lift, frame)

    def _lift(self, point: Point, index: int) -> float:
        """Return how far over its point a label stands: under it where another line passes above."""
        others = [series.points[index] for series in self.chart.series]
        above = any(other is not None and other.value > point.value for other in others)
        return -self.value_style.leading - self.value_style.size * 0.2 if above else self.value_style.size * 0.35

    def _place(self, frame: Frame, index: int, point: Point) -> tuple[float, float]:
        left, slot = frame.slot(index, len(self.labels))
        return left + slot / 2, frame.y(float(point.value))

    def _stroke(
        self, canvas: TaggedCanvas, places: dict[int, tuple[float, float]], shade: tuple[float, float, float]
    ) -> None:
        """Draw the line, broken where a datum is missing, and a dot at every datum."""
        weight = self.kit.theme.grid.heavy
        with canvas.artifact():
            for run in _runs(places):
                if len(run) > 1:
                    canvas.polyline(run, weight * 0.8, shade)
            for middle, y in places.values():
                canvas.disc(middle, y, weight, shade)


def _runs(places: dict[int, tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """Yield the stretches of neighbouring points."""
    run: list[tuple[float, float]] = []
    for index, place in places.items():
        if run and index - 1 not in places:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
