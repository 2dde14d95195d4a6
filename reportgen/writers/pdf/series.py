"""What every plot needs of a chart: its extent with zero, its colours, its labels said once, and a key of series."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Chart, Words
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying

GREYS = ("bar", "rule", "soft", "grey")


def values(chart: Chart) -> list[float]:
    """Return every datum; drawing alone may turn decimals into binary fractions."""
    return [float(point.value) for series in chart.series for point in series.points if point is not None]


def extent(chart: Chart) -> tuple[float, float]:
    """Return the lowest and highest datum with zero between them, since bars start at zero."""
    data = [0.0, *values(chart)]
    low, high = min(data), max(data)
    return (low, high) if high > low else (low, low + 1.0)


def color(chart: Chart, series: int, category: int) -> str:
    """Return a mark's colour: one accent, on the highlight or on the last of several series."""
    if len(chart.series) == 1:
        return "accent" if category == chart.highlight else "bar"
    return "accent" if series == len(chart.series) - 1 else GREYS[series % len(GREYS)]


def value_words(words: Words) -> Words:
    """Return the leading language's value label: a number needs no second one beside a bar."""
    return words[:1]


class Key:
    """Names of several series with their swatches; a single series needs none."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit = kit
        names = [Saying(kit, series.name, "chart.note") for series in chart.series] if len(chart.series) > 1 else []
        self.names = [name for name in names if name.paragraphs]
        self.colors = [color(chart, index, -1) for index in range(len(chart.series))]
        self.style = kit.theme.style("chart.note")

    def _places(self, width: float) -> Iterator[tuple[Saying, str, float, int, float]]:
        """Yield each name with its colour, left edge, line and room."""
        x, line, swatch = 0.0, 0, self.style.size * 1.2
        for name, shade in zip(self.names, self.colors, strict=False):
            room = min(name.natural_width(), width - swatch)
            if x and x + swatch + room > width:
                x, line = 0.0, line + 1
            yield name, shade, x, line, room
            x += swatch + room + self.style.size * 1.5

    def height(self, width: float) -> float:
        """Return the height of the lines of names."""
        lines = [line for _, _, _, line, _ in self._places(width)]
        return (max(lines) + 1) * self.style.leading + self.style.size * 0.5 if lines else 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw swatches as artifacts and names as text."""
        side = self.style.size * 0.8
        for name, shade, left, line, room in self._places(width):
            head = top - line * self.style.leading
            with canvas.artifact():
                foot = head - name.baseline(room)
                canvas.rect(x + left, foot, side, side, self.kit.theme.color(shade))
            name.tag = "Span"
            name.draw(canvas, x + left + self.style.size * 1.2, head, room + 0.1)
