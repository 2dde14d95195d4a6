"""What every plot needs of a chart: its extent with zero, its marks, its labels said once, and a key of series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.document import Chart, Words
from reportgen.themes.marks import Mark, mark_of
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying, once

HATCH = 3.0
"""Points between the lines of a hatched area."""


def values(chart: Chart) -> list[float]:
    """Return every datum; drawing alone may turn decimals into binary fractions."""
    return [float(point.value) for series in chart.series for point in series.points if point is not None]


def extent(chart: Chart) -> tuple[float, float]:
    """Return the lowest and highest datum, or the ends of its stacks, with zero between them: bars start at zero."""
    data = [0.0, *(stack_ends(chart) if chart.stacked else values(chart))]
    low, high = min(data), max(data)
    return (low, high) if high > low else (low, low + 1.0)


def stack_ends(chart: Chart) -> list[float]:
    """Return how far the gains of each category reach, and its losses."""
    ends = []
    for index in range(len(chart.categories)):
        data = [float(point.value) for series in chart.series if (point := series.points[index]) is not None]
        ends += [sum(datum for datum in data if datum > 0), sum(datum for datum in data if datum < 0)]
    return ends


def value_words(words: Words) -> Words:
    """Return the value labels that differ: a rate needs no second one, an amount at another scale does."""
    return once(words)


def fill(canvas: TaggedCanvas, kit: Kit, mark: Mark, box: tuple[float, float, float, float]) -> None:
    """Fill `box` (x, y, width, height) with a mark, hatched in the colour of the paper where the mark is."""
    x, y, width, height = box
    canvas.rect(x, y, width, height, kit.theme.color(mark.color))
    if not mark.hatched:
        return
    with canvas.clip(x, y, width, height):
        steps = int((width + height) / HATCH) + 1
        for step in range(1, steps + 1):
            start = x + step * HATCH
            canvas.line(start, y, start - height, y + height, HATCH * 0.25, kit.theme.color("paper"))


def stroke(canvas: TaggedCanvas, kit: Kit, mark: Mark, places: list[tuple[float, float]], weight: float) -> None:
    """Stroke a line through `places` in the look of a mark."""
    if not mark.dashes:
        canvas.polyline(places, weight, kit.theme.color(mark.color))
        return
    for one, other in pairwise(places):
        canvas.line(*one, *other, weight, kit.theme.color(mark.color), [dash * weight for dash in mark.dashes])


class Key:
    """Names of several series with their swatches; a single series needs none."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit, self.chart = kit, chart
        names = [Saying(kit, series.name, "chart.note") for series in chart.series] if len(chart.series) > 1 else []
        self.names = [(index, name) for index, name in enumerate(names) if name.paragraphs]
        self.style = kit.theme.style("chart.note")

    def _places(self, width: float) -> Iterator[tuple[Saying, int, float, int, float]]:
        """Yield each name with its series, left edge, line and room."""
        x, line, swatch = 0.0, 0, self.style.size * 1.5
        for index, name in self.names:
            room = min(name.natural_width(), width - swatch)
            if x and x + swatch + room > width:
                x, line = 0.0, line + 1
            yield name, index, x, line, room
            x += swatch + room + self.style.size * 1.5

    def height(self, width: float) -> float:
        """Return the height of the lines of names."""
        lines = [line for _, _, _, line, _ in self._places(width)]
        return (max(lines) + 1) * self.style.leading + self.style.size * 0.5 if lines else 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw swatches as artifacts and names as text."""
        for name, index, left, line, room in self._places(width):
            head = top - line * self.style.leading
            with canvas.artifact():
                self._swatch(canvas, index, x + left, head - name.baseline(room))
            name.tag = "Span"
            name.draw(canvas, x + left + self.style.size * 1.5, head, room + 0.1)

    def _swatch(self, canvas: TaggedCanvas, index: int, x: float, foot: float) -> None:
        """Draw a square for areas, and a stroke for lines."""
        mark, side = mark_of(self.chart, index), self.style.size * 0.8
        if self.chart.kind == "line" or self.chart.series[index].secondary:
            middle = foot + side * 0.45
            stroke(canvas, self.kit, mark, [(x, middle), (x + side * 1.5, middle)], self.kit.theme.grid.heavy * 0.6)
        else:
            fill(canvas, self.kit, mark, (x, foot, side, side))
