"""A bar chart to horizontal bars from zero: the category at the left or over its bar, the value at the right."""

from __future__ import annotations

from copy import copy

from reportgen.document import Chart, Point
from reportgen.document.stacks import segments
from reportgen.errors import Place, WriterError
from reportgen.themes.marks import mark_of
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.series import Key, extent, fill, value_words
from reportgen.writers.pdf.stacks import SEAM, draw_inside, inside_height
from reportgen.writers.pdf.text import Saying, once

LABEL_SHARE = 0.38
"""The most of the width that category labels take before they wrap."""
SHORTEST = 0.4
"""The part of the width under which bars would be stubs, so that labels move over them."""
WHOLE = 12
"""Rows up to which a chart stays on one page."""
THICKEST = 2.0
"""A bar's greatest thickness, in ems of the category labels."""


class BarPlot(Box):
    """One row a category, one bar a series in it; `squeeze` takes the white between rows down, from 1 to 0."""

    airy = True

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit, self.chart, self.squeeze = kit, chart, 1.0
        self.rows = range(len(chart.categories))
        # Many rows say both languages on one line each, so that the chart stays on its page.
        many = len(chart.categories) > WHOLE
        self.labels = [Saying(kit, once(words), "chart.label", tag="Span", beside=many) for words in chart.categories]
        self.values = [
            [point and _value(kit, point) for point in row]
            for row in zip(*(series.points for series in chart.series), strict=True)
        ]
        self.bars = 1 if chart.stacked else len(chart.series)
        self.inside = inside_height(kit, chart) if chart.stacked else 0.0
        self.widest_label = max(label.natural_width() if many else label.widest for label in self.labels)
        self.widest_value = (
            0.0 if chart.stacked else max((value.widest for row in self.values for value in row if value), default=0.0)
        )
        self.key = Key(kit, chart)
        self.em = kit.theme.style("chart.label").size
        self.line = kit.theme.style("chart.value").leading

    def _label_width(self, width: float) -> float:
        return min(self.widest_label + SLACK, width * LABEL_SHARE)

    def _value_width(self, width: float) -> float:
        share = LABEL_SHARE if self.bars > 1 else 1 - LABEL_SHARE
        return min(self.widest_value + SLACK, width * share)

    def _is_over(self, width: float) -> bool:
        """Tell whether labels stand over their bars, because beside them the bars would be stubs."""
        left, right = self._beside(width)
        return self.bars == 1 and right - left < width * SHORTEST

    def _beside(self, width: float) -> tuple[float, float]:
        return self._label_width(width) + self.em, width - self._value_width(width) - self.em

    def _sides(self, width: float) -> tuple[float, float]:
        """Return where bars begin and end."""
        return (0.0, width) if self._is_over(width) else self._beside(width)

    def _label_room(self, width: float) -> float:
        if self._is_over(width):
            return width - self._value_width(width) - self.em
        return self._label_width(width)

    def _text(self, index: int, width: float) -> float:
        """Return the height of a row's words."""
        values = sum(max((value.height(1e4) if value else 0.0), self.line) for value in self.values[index])
        return max(self.labels[index].height(self._label_room(width)), self.line if self.chart.stacked else values)

    def _white(self, air: float) -> float:
        return self.em * 0.75 * self.squeeze * (1 + 1.2 * air)

    def _bar_height(self, index: int, width: float, air: float) -> float:
        """Return how thick all bars of a row are together."""
        if self.bars > 1:
            return self._text(index, width)
        thick = (
            self.em * (0.85 + 0.12 * air) if self._is_over(width) else (self._text(index, 1e4) + self._white(air)) / 2
        )
        return max(min(thick, self.em * THICKEST), self.inside)

    def _row(self, index: int, width: float, air: float) -> float:
        """Return the height of a row without the white under it."""
        bars, text = self._bar_height(index, width, air), self._text(index, width)
        return text + self.em * 0.3 + bars if self._is_over(width) else max(text, bars)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height of key and rows, with white over each row."""
        rows = sum(self._row(index, width, air) for index in self.rows)
        return self.key.height(width) + rows + self._white(air) * (len(self.rows) - 0.5)

    def fitted(self, width: float, room: float) -> Box | None:
        """Set the rows closer, down to no white at all."""
        tight = self._like(self.rows, 0.0)
        return tight if self.squeeze and tight.height(width) <= room + SLACK else None

    def least(self, width: float) -> float:
        """Return the height of key and first rows."""
        return self._like(self.rows[:1], self.squeeze).height(width)

    def _like(self, rows: range, squeeze: float) -> BarPlot:
        """Return the plot of some `rows`, with the words that are measured already."""
        part = copy(self)
        part.rows, part.squeeze = rows, squeeze
        return part

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split between rows; bars keep their scale on the next page."""
        page = self.kit.theme.page
        if len(self.rows) <= WHOLE and self.height(width) < (page.height - page.top - page.bottom) * 0.8:
            return None, self
        fits = [cut for cut in range(1, len(self.rows)) if self._first(cut, width) <= room + SLACK]
        if not fits:
            return None, self
        return self._like(self.rows[: fits[-1]], self.squeeze), self._like(self.rows[fits[-1] :], self.squeeze)

    def _first(self, count: int, width: float) -> float:
        """Return the height of the first `count` rows."""
        return self._like(self.rows[:count], self.squeeze).height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw key, then row by row label, bars and values."""
        self._require_room(width)
        self.key.draw(canvas, x, top, width)
        top -= self.key.height(width) + self._white(air) / 2
        head = top
        for index in self.rows:
            row = self._row(index, width, air)
            self._draw_row(canvas, index, x, top, width, air)
            top -= row + self._white(air)
        self._axis(canvas, x, width, head, top + self._white(air))

    def _require_room(self, width: float) -> None:
        left, right = self._sides(width)
        if right - left < self.em:
            message = f"the chart has {width:.0f} points of width, too few for its labels"
            raise WriterError.of("chart-narrow", message, Place(block=self.chart.id), "give the chart a wider column")

    def _draw_row(self, canvas: TaggedCanvas, index: int, x: float, top: float, width: float, air: float) -> None:
        label, bars, row = self.labels[index], self._bar_height(index, width, air), self._row(index, width, air)
        room, over = self._label_room(width), self._is_over(width)
        lift = 0.0 if over else (row - label.height(room)) / 2
        label.draw(canvas, x, top - lift, room)
        foot = top - row if over else top - (row + bars) / 2
        if self.chart.stacked:
            self._stack(canvas, index, (x, foot), width, bars)
            return
        slot = bars / len(self.chart.series)
        for series, value in enumerate(self.values[index]):
            if value is not None:
                low = foot + bars - slot * (series + 1)
                self._bar(canvas, series, index, (x, low + slot * 0.1 * (len(self.values[index]) > 1)), width, slot)
                high = value.height(1e4)
                middle = top - label.baseline(room) + self._drop(value) if over else low + (slot + high) / 2
                value.draw(canvas, x + width - self._value_width(width), middle, self._value_width(width))

    def _drop(self, value: Saying) -> float:
        """Return a value's baseline under its top, so that it stands on the label's."""
        return value.baseline(0.0)

    def _bar(
        self, canvas: TaggedCanvas, series: int, index: int, corner: tuple[float, float], width: float, slot: float
    ) -> None:
        """Draw one bar from zero, on a track where all bars go one way."""
        left, right = (corner[0] + side for side in self._sides(width))
        high = slot * (0.8 if len(self.chart.series) > 1 else 1.0)
        start, end = sorted((self._x(left, right, 0.0), self._x(left, right, self._datum(series, index))))
        theme, mark = self.kit.theme, mark_of(self.chart, series, index)
        with canvas.artifact():
            if extent(self.chart)[0] == 0.0 and len(self.chart.series) == 1:
                canvas.rect(left, corner[1], right - left, high, theme.color("track"))
            if end - start > SLACK:
                fill(canvas, self.kit, mark, (start, corner[1], end - start, high))

    def _stack(self, canvas: TaggedCanvas, index: int, corner: tuple[float, float], width: float, high: float) -> None:
        """Draw the parts of one bar behind each other, each with its value inside where it has the room."""
        left, right = (corner[0] + side for side in self._sides(width))
        for series, begin, end in segments(self.chart, index):
            start, stop = sorted((self._x(left, right, begin), self._x(left, right, end)))
            with canvas.artifact():
                gap = min(SEAM, (stop - start) / 4)
                fill(canvas, self.kit, mark_of(self.chart, series), (start, corner[1], stop - start - gap, high))
            draw_inside(canvas, self.kit, self.chart, (series, index), (start, corner[1], stop - start, high))

    def _datum(self, series: int, index: int) -> float:
        point = self.chart.series[series].points[index]
        return float(point.value) if point else 0.0

    def _x(self, left: float, right: float, datum: float) -> float:
        low, high = extent(self.chart)
        return left + (datum - low) * (right - left) / (high - low)

    def _axis(self, canvas: TaggedCanvas, x: float, width: float, head: float, foot: float) -> None:
        """Draw the line of zero where bars go both ways."""
        if extent(self.chart)[0] < 0:
            left, right = (x + side for side in self._sides(width))
            zero = self._x(left, right, 0.0)
            with canvas.artifact():
                canvas.line(zero, foot, zero, head, self.kit.theme.grid.rule, self.kit.theme.color("ink"))


def _value(kit: Kit, point: Point) -> Saying:
    """Return a value's label, its languages below each other where they differ."""
    return Saying(kit, value_words(point.label), "chart.value", tag="Span", align="end", beside=False)
