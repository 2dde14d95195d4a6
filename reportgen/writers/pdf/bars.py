"""A bar chart to horizontal bars from zero: the category at the left, the value at the right, one bar for the eye."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Chart
from reportgen.errors import Place, WriterError
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.series import Key, color, extent, once, value_words
from reportgen.writers.pdf.text import Saying

LABEL_SHARE = 0.38
"""The most of the width that category labels take before they wrap."""
THICKEST = 2.0
"""A bar's greatest thickness, in ems of the category labels."""


class BarPlot(Box):
    """One row a category, one bar a series in it; `squeeze` sets the rows closer than the theme would."""

    airy = True

    def __init__(self, kit: Kit, chart: Chart, squeeze: float = 1.0) -> None:
        self.kit, self.chart, self.squeeze = kit, chart, squeeze
        self.labels = [Saying(kit, once(words), "chart.label", tag="Span", beside=False) for words in chart.categories]
        self.values = [
            [point and Saying(kit, value_words(point.label), "chart.value", tag="Span", align="end") for point in row]
            for row in zip(*(series.points for series in chart.series), strict=True)
        ]
        self.key = Key(kit, chart)
        self.style = kit.theme.style("chart.label")

    def _label_width(self, width: float) -> float:
        natural = max(part.natural_width() for label in self.labels for part in label.paragraphs or ()) if any(
            label.paragraphs for label in self.labels
        ) else 0.0
        return min(natural + SLACK, width * LABEL_SHARE)

    def _value_width(self, width: float) -> float:
        naturals = [value.natural_width() for row in self.values for value in row if value and value.paragraphs]
        return min(max(naturals, default=0.0) + SLACK, width * 0.3)

    def _line(self) -> float:
        return self.kit.theme.style("chart.value").leading

    def _pitch(self, index: int, width: float, air: float) -> float:
        """Return the height of a row: its label or its bars, and the white around them."""
        text = max(self.labels[index].height(self._label_width(width)), self._line() * len(self.chart.series))
        white = self.style.size * 0.75 * self.squeeze
        return text + white * (1 + 1.2 * air)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height of key and rows."""
        rows = sum(self._pitch(index, width, air) for index in range(len(self.labels)))
        return self.key.height(width) + rows

    def fitted(self, width: float, room: float) -> Box | None:
        """Set the rows closer, down to no white at all."""
        tight = BarPlot(self.kit, self.chart, 0.0)
        return tight if tight.height(width) <= room + SLACK else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw key, then row by row label, bars and values."""
        self.key.draw(canvas, x, top, width)
        top -= self.key.height(width)
        gap = self.style.size
        label, value = self._label_width(width), self._value_width(width)
        left, right = x + label + gap, x + width - value - gap
        if right <= left:
            message = f"the chart has {width:.0f} points of width, too few for its labels"
            raise WriterError.of("chart-narrow", message, Place(block=self.chart.id), "give the chart a wider column")
        for index, text in enumerate(self.labels):
            pitch = self._pitch(index, width, air)
            middle = top - pitch / 2
            text.draw(canvas, x, middle + text.height(label) / 2, label)
            self._row(canvas, index, (left, right), middle, min(pitch * 0.5, pitch - self.style.size * 0.4))
            top -= pitch
        self._axis(canvas, (left, right), top, air, width)

    def _row(
        self, canvas: TaggedCanvas, index: int, sides: tuple[float, float], middle: float, thick: float
    ) -> None:
        """Draw the bars of one category around `middle`, and their values at the right."""
        row: Sequence[Saying | None] = self.values[index]
        slot = max(thick / len(row), self._line()) if len(row) > 1 else thick
        bar = min(slot * (0.8 if len(row) > 1 else 1.0), self.style.size * THICKEST)
        head = middle + slot * len(row) / 2
        for series, value in enumerate(row):
            point = self.chart.series[series].points[index]
            center = head - slot * (series + 0.5)
            if point is not None and value is not None:
                self._bar(canvas, float(point.value), sides, center - bar / 2, bar, color(self.chart, series, index))
                room = self._value_width(sides[1] - sides[0] + 1e4)
                value.draw(canvas, sides[1] + self.style.size, center + self._line() / 2, room)

    def _bar(
        self, canvas: TaggedCanvas, datum: float, sides: tuple[float, float], foot: float, high: float, shade: str
    ) -> None:
        left, right = sides
        low, top = extent(self.chart)
        scale = (right - left) / (top - low)
        zero = left - low * scale
        with canvas.artifact():
            if low == 0.0 and len(self.chart.series) == 1:
                canvas.rect(left, foot, right - left, high, self.kit.theme.color("track"))
            start, end = sorted((zero, zero + datum * scale))
            if end - start > SLACK:
                canvas.rect(start, foot, end - start, high, self.kit.theme.color(shade))

    def _axis(
        self, canvas: TaggedCanvas, sides: tuple[float, float], foot: float, air: float, width: float
    ) -> None:
        """Draw the line of zero where bars go both ways."""
        low, high = extent(self.chart)
        if low < 0:
            zero = sides[0] - low * (sides[1] - sides[0]) / (high - low)
            head = foot + self.height(width, air) - self.key.height(width)
            with canvas.artifact():
                canvas.line(zero, foot, zero, head, self.kit.theme.grid.rule, self.kit.theme.color("ink"))
