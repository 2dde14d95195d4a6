"""Shares of a whole to a ring beside its parts, and small charts to the graphics of cards."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from reportgen.document import Chart
from reportgen.themes.marks import ACCENT, Mark, mark_of
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.series import fill, stroke, value_words, values
from reportgen.writers.pdf.text import Line, Saying, once

HOLE = 0.62
"""A ring's inner radius, in its outer one."""
LARGEST = 132.0
"""Points that a ring is wide at most."""
SEAM = 0.012
"""Turns of paper between two shares."""
_STEP = 1 / 120

Sector = tuple[float, float, float, float, float]


def ring(canvas: TaggedCanvas, kit: Kit, chart: Chart, place: tuple[float, float, float]) -> None:
    """Draw the shares around a middle at a radius (`place`: x, y, radius), clockwise from the top, on a pale ring.

    It is for the caller to mark it, as an artifact or as the content of its figure.
    """
    x, y, radius = place
    data = values(chart)
    whole = float(chart.whole) if chart.whole else sum(data)
    turn = 0.0
    if chart.whole:
        canvas.polygon(_sector(x, y, radius, 0.0, 1.0), kit.theme.color("track"))
    for index, point in enumerate(chart.series[0].points):
        if point is None or not whole:
            continue
        share = float(point.value) / whole
        gap = min(SEAM, share / 3) if len(data) > 1 else 0.0
        canvas.polygon(_sector(x, y, radius, turn, turn + share - gap), kit.theme.color(_shade(chart, index).color))
        turn += share


def _shade(chart: Chart, index: int) -> Mark:
    return mark_of(chart, 0, index)


def _sector(x: float, y: float, radius: float, start: float, end: float) -> list[tuple[float, float]]:
    """Return the corners of a part of a ring between two turns."""
    steps = max(2, round((end - start) / _STEP))
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    outer = [(x + radius * sin(2 * pi * turn), y + radius * cos(2 * pi * turn)) for turn in turns]
    inner = [(x + (corner[0] - x) * HOLE, y + (corner[1] - y) * HOLE) for corner in reversed(outer)]
    return outer + inner


class RingPlot(Box):
    """A ring, and beside it its parts in order: swatch, name and value, so that no legend is needed."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit, self.chart = kit, chart
        self.style = kit.theme.style("chart.label")
        pairs = [(words, point) for words, point in zip(chart.categories, chart.series[0].points, strict=True) if point]
        self.indexes = [index for index, point in enumerate(chart.series[0].points) if point]
        self.names = [Saying(kit, once(words), "chart.label", tag="Span", beside=False) for words, _ in pairs]
        self.values = [
            Saying(kit, value_words(point.label), "chart.value", tag="Span", beside=False, align="end")
            for _, point in pairs
        ]
        self.widest = max((value.widest for value in self.values), default=0.0) + SLACK

    def _side(self, width: float) -> float:
        return min(LARGEST, width * 0.4)

    def _room(self, width: float) -> float:
        """Return the width of the names."""
        indent = self._side(width) + self.style.size * 3.6
        wanted = max((name.widest for name in self.names), default=0.0) + self.style.size
        return min(max(width - indent - self.widest, width * 0.15), wanted)

    def _row(self, index: int, width: float) -> float:
        high = max(self.names[index].height(self._room(width)), self.values[index].height(1e4))
        return high + self.style.size * 0.5

    def _rows(self, width: float) -> float:
        return sum(self._row(index, width) for index in range(len(self.names)))

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height of the ring, or of its parts where they are many."""
        return max(self._side(width), self._rows(width)) + self.style.size * 0.5

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the ring, then its parts."""
        high, side = self.height(width, air), self._side(width)
        with canvas.artifact():
            ring(canvas, self.kit, self.chart, (x + side / 2, top - high / 2, side / 2))
        y = top - (high - self._rows(width)) / 2
        left = x + side + self.style.size * 1.6
        for index in range(len(self.names)):
            self._part(canvas, index, left, y, width)
            y -= self._row(index, width)

    def _part(self, canvas: TaggedCanvas, index: int, left: float, top: float, width: float) -> None:
        swatch, room = self.style.size * 0.8, self._room(width)
        mark = _shade(self.chart, self.indexes[index])
        with canvas.artifact():
            foot = top - self.names[index].baseline(room)
            fill(canvas, self.kit, mark, (left, foot, swatch, swatch))
        start = left + self.style.size * 1.4
        self.names[index].draw(canvas, start, top, room)
        drop = self.names[index].baseline(room) - self.values[index].baseline(self.widest)
        self.values[index].draw(canvas, start + room + self.style.size * 0.6, top - drop, self.widest)


class GraphicPlot(Box):
    """A small chart without words: a sparkline, a progress bar or a ring."""

    def __init__(self, kit: Kit, chart: Chart) -> None:
        self.kit, self.chart = kit, chart
        self.em = kit.theme.style("card.label").size

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height that such a chart wants."""
        ems = {"sparkline": 2.6, "progress": 1.2, "ring": 4.4}[self.chart.kind]
        return self.em * ems

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the chart at the left; without a word in it, it is itself the content of its figure."""
        with canvas.marked():
            self._draw(canvas, x, top, width, self.height(width, air))

    def _draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, high: float) -> None:
        match self.chart.kind:
            case "sparkline":
                self._sparkline(canvas, x, top - high, min(width, self.em * 14), high)
            case "progress":
                self._progress(canvas, x, top - high, width)
            case _:
                radius = high / 2 - self.em * 0.2
                ring(canvas, self.kit, self.chart, (x + radius, top - high / 2, radius))

    def _progress(self, canvas: TaggedCanvas, x: float, foot: float, width: float) -> None:
        thick = self.em * 0.55
        canvas.rect(x, foot + self.em * 0.2, width, thick, self.kit.theme.color("rule"))
        part = min(max(share_of(self.chart), 0.0), 1.0) * width
        canvas.rect(x, foot + self.em * 0.2, part, thick, self.kit.theme.color(ACCENT.color))

    def _sparkline(self, canvas: TaggedCanvas, x: float, foot: float, width: float, high: float) -> None:
        """Draw the course in grey and its last point in the accent colour."""
        weight, pad = self.kit.theme.grid.heavy, self.em * 0.4
        spots = list(spread(self.chart, (x + weight, foot + pad, width - 2 * weight, high - 2 * pad)))
        for run in _stretches(spots):
            stroke(canvas, self.kit, Mark("bar"), run, weight * 0.6)
        known = [spot for spot in spots if spot is not None]
        for spot in known[-1:]:
            canvas.disc(*spot, weight * 0.9, self.kit.theme.color(ACCENT.color))


def share_of(chart: Chart) -> float:
    """Return the part of the whole that the data make up."""
    whole = float(chart.whole) if chart.whole else 100.0
    return sum(values(chart)) / whole


def spread(chart: Chart, box: tuple[float, float, float, float]) -> Iterator[tuple[float, float] | None]:
    """Yield where each point of the first series stands in `box` (x, y, width, height), nothing for a gap."""
    data = values(chart)
    low, high = min(data, default=0.0), max(data, default=1.0)
    points = chart.series[0].points
    for index, point in enumerate(points):
        across = index / max(len(points) - 1, 1)
        up = (float(point.value) - low) / (high - low) if point and high > low else 0.5
        yield (box[0] + across * box[2], box[1] + up * box[3]) if point else None


def _stretches(spots: list[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for spot in [*spots, None]:
        if spot is not None:
            run.append(spot)
        else:
            if len(run) > 1:
                yield run
            run = []


class GraphicLine(Line):
    """A small chart as a line of a card, told in words to those who do not see it."""

    def __init__(self, kit: Kit, chart: Chart, alt: str) -> None:
        self.plot, self.alt = GraphicPlot(kit, chart), alt

    def natural_width(self) -> float:
        """Return no width: a graphic takes what there is."""
        return 0.0

    def baseline(self, width: float) -> float:
        """Return the graphic's height, since it stands on the baseline."""
        return self.plot.height(width)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the graphic's height."""
        return self.plot.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the graphic inside a Figure."""
        with canvas.element("Figure", alt=self.alt):
            self.plot.draw(canvas, x, top, width, air)
