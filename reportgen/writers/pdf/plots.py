"""Column and line charts to plots over one axis of categories, every value labelled where its label fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.document import Chart, Point, Text, Wording, Words, plain
from reportgen.themes.marks import Mark, mark_of
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.classes import writes_han
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.series import Key, extent, fill, stroke, value_words, values
from reportgen.writers.pdf.text import Saying, once

FLATTEST = 0.16
"""The least height of a plot, in its width."""
DIRECT = 0.3
"""The most of the width that the names of lines take at their ends; longer ones stand in a key."""
LINE_SHARE = 0.3
"""The part of a combination's height that its lines take, over the columns."""
NARROWEST = 4.0
"""Points that two categories stand apart at least where labels are chosen."""


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
    named = False

    def __init__(self, kit: Kit, chart: Chart, ratio: float = 0.34) -> None:
        self.kit, self.chart, self.ratio = kit, chart, ratio
        self.labels = self._said("center")
        self.longest = max(
            (
                max(label.widest / 2, _word(kit, words))
                for label, words in zip(self.labels, chart.categories, strict=True)
            ),
            default=0.0,
        )
        self.key = Key(kit, chart)
        self.value_style = kit.theme.style("chart.value")
        said = [value_words(point.label) for series in chart.series for point in series.points if point]
        self.value_high = max((self._saying(words).height(1e4) for words in said), default=0.0)

    def _saying(self, words: Words) -> Saying:
        return Saying(self.kit, words, "chart.value", tag="Span", beside=False, align="center")

    def margin(self, width: float) -> float:  # noqa: ARG002
        """Return the room that names of lines take at the right."""
        return 0.0

    def key_height(self, width: float) -> float:
        """Return the height of the key over the plot."""
        return self.key.height(width)

    def _said(self, align: Alignment) -> list[Saying]:
        words = (once(category) for category in self.chart.categories)
        return [Saying(self.kit, said, "chart.label", tag="Span", beside=False, align=align) for said in words]

    def _slot(self, width: float) -> float:
        return (width - self.margin(width)) / len(self.labels)

    def _text_room(self, width: float) -> float:
        return max(self._slot(width) - self.value_style.size * 0.3, 1.0)

    def _stride(self, width: float) -> int:
        """Return how many slots one category label takes: 1, or more where they are narrower than a label."""
        widest = self.longest
        return max(1, -(-int(min(widest, width)) // max(int(self._text_room(width)), 1)))

    def _label_height(self, width: float) -> float:
        room = self._text_room(width) * self._stride(width)
        return max(label.height(room) for label in self.labels) + self.value_style.size * 0.4

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height of key, plot and category labels."""
        return self.key_height(width) + width * self.ratio * (1 + 0.25 * air) + self._label_height(width)

    def fitted(self, width: float, room: float) -> Box | None:
        """Set the plot flatter."""
        rest = self.key_height(width) + self._label_height(width)
        ratio = (room - rest) / width
        return type(self)(self.kit, self.chart, ratio) if FLATTEST <= ratio < self.ratio else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw key, plot, then the category labels."""
        if self.key_height(width):
            self.key.draw(canvas, x, top, width)
        foot = top - self.height(width, air) + self._label_height(width)
        low, high = self.extent()
        line = max(self.value_style.leading, self.value_high)
        under = line if low < 0 or self.labels_hang() else 0.0
        head = top - self.key_height(width) - line
        self.named = self.margin(width) > 0
        frame = Frame(x, x + width - self.margin(width), foot + under, head, low, high)
        self.plot(canvas, frame)
        self._categories(canvas, frame, foot, width)

    def extent(self) -> tuple[float, float]:
        """Return the lowest and highest datum of the axis."""
        return extent(self.chart)

    def labels_hang(self) -> bool:
        """Tell whether values may stand under the lowest datum."""
        return False

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
            if stride == 1 or wide >= self.longest:
                labels[index].draw(canvas, start, foot - self.value_style.size * 0.4, wide)

    def label(self, canvas: TaggedCanvas, point: Point, middle: float, foot: float, frame: Frame) -> None:
        """Draw a value's label over `foot`, inside the plot's sides."""
        saying = self._saying(value_words(point.label))
        wide = saying.widest
        left = min(max(middle - wide / 2, frame.left), frame.right - wide)
        saying.draw(canvas, left, foot + saying.height(wide + SLACK), wide + SLACK)

    def labelled(self, series: int, slot: float) -> set[int]:
        """Return which points carry a label: all where they fit, else the highlight, extremes and ends that do."""
        points = dict(self.points(series))
        widths = {index: self._saying(value_words(point.label)).widest for index, point in points.items()}
        if max(widths.values(), default=0.0) <= slot:
            return set(points)
        data = {index: point.value for index, point in points.items()}
        wanted = [self.chart.highlight, max(data, key=lambda i: data[i]), min(data, key=lambda i: data[i])]
        chosen: set[int] = set()
        for index in (index for index in (*wanted, max(data), min(data)) if index is not None):
            if index in widths and not any(self._collide(widths, index, other, slot) for other in chosen):
                chosen.add(index)
        return chosen

    @staticmethod
    def _collide(widths: Mapping[int, float], one: int, other: int, slot: float) -> bool:
        """Tell whether two labels would touch."""
        return one != other and (widths[one] + widths[other]) / 2 > abs(one - other) * max(slot, NARROWEST)

    def points(self, series: int) -> Iterator[tuple[int, Point]]:
        """Yield the points of a series that have a datum."""
        return ((index, point) for index, point in enumerate(self.chart.series[series].points) if point is not None)

    def base_line(self, canvas: TaggedCanvas, frame: Frame, datum: float) -> None:
        """Draw the axis at `datum`."""
        with canvas.artifact():
            y = frame.y(datum)
            canvas.line(frame.left, y, frame.right, y, self.kit.theme.grid.rule, self.kit.theme.color("ink"))


class ColumnPlot(AxisPlot):
    """Upright columns from zero."""

    @property
    def shown(self) -> list[int]:
        """The series that are columns."""
        return [at for at, series in enumerate(self.chart.series) if not series.secondary]

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the columns of every category beside each other, and their labels."""
        shown, count = self.shown, len(self.labels)
        slot = frame.slot(0, count)[1]
        wide = min(slot * 0.72 / len(shown), self.value_style.size * 5)
        for place, at in enumerate(shown):
            told = at == shown[-1] or self._all_fit(slot / len(shown))
            chosen = self.labelled(at, slot / len(shown)) if told else set()
            for index, point in self.points(at):
                middle = frame.slot(index, count)[0] + slot / 2 + wide * (place - (len(shown) - 1) / 2)
                self._column(canvas, frame, point, (middle, wide * 0.94), mark_of(self.chart, at, index))
                if index in chosen:
                    self._value(canvas, frame, point, middle)
        self.base_line(canvas, frame, 0.0)

    def _all_fit(self, slot: float) -> bool:
        """Tell whether every series can label every column."""
        counts = [len(list(self.points(at))) for at in self.shown]
        return all(len(self.labelled(at, slot)) == count for at, count in zip(self.shown, counts, strict=True))

    def _column(self, canvas: TaggedCanvas, frame: Frame, point: Point, place: tuple[float, float], mark: Mark) -> None:
        low, high = sorted((frame.y(0.0), frame.y(float(point.value))))
        if high - low > SLACK:
            with canvas.artifact():
                fill(canvas, self.kit, mark, (place[0] - place[1] / 2, low, place[1], high - low))

    def _value(self, canvas: TaggedCanvas, frame: Frame, point: Point, middle: float) -> None:
        y = frame.y(float(point.value))
        high = self._saying(value_words(point.label)).height(1e4)
        self.label(canvas, point, middle, y - high if point.value < 0 else y + 1.0, frame)


class LinePlot(AxisPlot):
    """Lines over the categories; their axis may start above zero, where the data are far from it."""

    def __init__(self, kit: Kit, chart: Chart, ratio: float = 0.34) -> None:
        super().__init__(kit, chart, ratio)
        self.ends = [Saying(kit, series.name, "chart.label", tag="Span", beside=False) for series in chart.series]

    def margin(self, width: float) -> float:
        """Return the room of the lines' names at their ends, where they fit there."""
        if len(self.ends) < 2 or not all(end.paragraphs for end in self.ends):
            return 0.0
        widest = max(end.widest for end in self.ends) + self.value_style.size
        high = sum(end.height(1e4) for end in self.ends)
        return widest if widest <= width * DIRECT and high <= width * FLATTEST else 0.0

    def key_height(self, width: float) -> float:
        """Return the key's height, or none where the lines are named at their ends."""
        return 0.0 if self.margin(width) else super().key_height(width)

    def extent(self) -> tuple[float, float]:
        """Return the data's range, from zero where zero is near."""
        return line_extent(values(self.chart))

    def labels_hang(self) -> bool:
        """Tell whether a line passes over another, whose values then stand under it."""
        return self.extent()[0] > 0

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the axis, then line by line its strokes, dots and labels, and at last their names."""
        self.base_line(canvas, frame, max(frame.low, 0.0) if frame.low >= 0 else 0.0)
        slot, last = frame.slot(0, len(self.labels))[1], len(self.chart.series) - 1
        for at in range(len(self.chart.series)):
            draw_line(self, canvas, frame, at)
        for at in range(len(self.chart.series)):
            chosen = self.labelled(at, slot) if at == last else self._ends(at)
            label_line(self, canvas, frame, at, chosen)
        self._names(canvas, frame)

    def _ends(self, at: int) -> set[int]:
        """Return the first and the last point of a line, which alone are labelled where another line has all."""
        known = [index for index, _ in self.points(at)]
        return {known[0], known[-1]} if known else set()

    def _names(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the lines' names behind their last points, moved apart where these are close."""
        last = [list(self.points(at))[-1:] for at in range(len(self.ends))]
        if not self.named:
            return
        spots = sorted((frame.y(float(points[0][1].value)), at) for at, points in enumerate(last) if points)
        floor = frame.foot
        for y, at in spots:
            high = self.ends[at].height(1e4)
            middle = max(y, floor + high / 2)
            floor = middle + high / 2
            left = frame.right + self.value_style.size * 0.4
            self.ends[at].draw(canvas, left, middle + high / 2, self.ends[at].widest + SLACK)

    def lift(self, point: Point, index: int) -> float:
        """Return how far over its point a label stands: under it in a valley, or where another line passes above."""
        others = [series.points[index] for series in self.chart.series]
        if len(others) == 1:
            points = self.chart.series[0].points
            others = [points[near] for near in (index - 1, index + 1) if 0 <= near < len(points)]
            above = len(others) > 1 and all(other is not None and other.value > point.value for other in others)
        else:
            above = any(other is not None and other.value > point.value for other in others)
        high = self._saying(value_words(point.label)).height(1e4)
        return -high - self.value_style.size * 0.2 if above else self.value_style.size * 0.35


def line_extent(data: list[float]) -> tuple[float, float]:
    """Return the range of a line's axis: from zero where zero is near, else from the lowest datum."""
    low, high = min(data, default=0.0), max(data, default=1.0)
    if low >= 0 and low < high * 0.5:
        low = 0.0
    return (low, high) if high > low else (low - 1.0, low + 1.0)


def _places(plot: AxisPlot, frame: Frame, at: int) -> dict[int, tuple[float, float]]:
    """Return where each datum of the series `at` stands."""
    slots = ((index, point, frame.slot(index, len(plot.labels))) for index, point in plot.points(at))
    return {index: (left + slot / 2, frame.y(float(point.value))) for index, point, (left, slot) in slots}


def draw_line(plot: AxisPlot, canvas: TaggedCanvas, frame: Frame, at: int) -> None:
    """Draw the series `at` as a line, broken where a datum is missing, and a dot at every datum."""
    places = _places(plot, frame, at)
    mark, weight = mark_of(plot.chart, at), plot.kit.theme.grid.heavy
    with canvas.artifact():
        for run in _runs(places):
            if len(run) > 1:
                stroke(canvas, plot.kit, mark, run, weight * 0.8)
        for middle, y in places.values():
            canvas.disc(middle, y, weight, plot.kit.theme.color(mark.color))


def label_line(plot: AxisPlot, canvas: TaggedCanvas, frame: Frame, at: int, chosen: set[int]) -> None:
    """Draw the labels of a line at the points that are `chosen`."""
    places = _places(plot, frame, at)
    for index, point in plot.points(at):
        if index in chosen:
            lift = plot.lift(point, index) if isinstance(plot, LinePlot) else plot.value_style.size * 0.35
            plot.label(canvas, point, places[index][0], places[index][1] + lift, frame)


class ComboPlot(ColumnPlot):
    """Columns from zero in the lower part of the plot, and lines at a scale of their own over them."""

    def extent(self) -> tuple[float, float]:
        """Return the range of the columns."""
        return extent(self._part(secondary=False))

    def _part(self, *, secondary: bool) -> Chart:
        series = tuple(item for item in self.chart.series if item.secondary == secondary)
        return replace(self.chart, series=series)

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the columns, then the lines over them."""
        foot = frame.head - (frame.head - frame.foot) * LINE_SHARE
        lower = replace(frame, head=foot - self.value_high - self.value_style.size * 0.8)
        super().plot(canvas, lower)
        low, high = line_extent(values(self._part(secondary=True)))
        upper = replace(frame, foot=foot, low=low, high=high)
        slot = frame.slot(0, len(self.labels))[1]
        for at, series in enumerate(self.chart.series):
            if series.secondary:
                draw_line(self, canvas, upper, at)
                label_line(self, canvas, upper, at, self.labelled(at, slot))


def _word(kit: Kit, words: Words) -> float:
    """Return the width of the longest word of a category, which must not be parted; Han text may be parted anywhere."""
    said = ((wording.lang, index, plain(wording.content)) for index, wording in enumerate(words))
    return max(
        (
            kit.paragraph(Wording(lang, (Text(word),)), "chart.label", follow=index > 0).natural_width() + SLACK
            for lang, index, text in said
            if not writes_han(lang)
            for word in text.split()
        ),
        default=0.0,
    )


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
