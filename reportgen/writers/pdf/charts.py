"""A chart to a figure: its title under a rule, a plot with direct labels, its note, and its words as Alt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.document import CardLine, Chart, Words, plain
from reportgen.errors import Finding, Place, WriterError
from reportgen.writers.pdf.bars import BarPlot
from reportgen.writers.pdf.boxes import Box, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.keywords import RuledTitle
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.plots import ColumnPlot, ComboPlot, LinePlot
from reportgen.writers.pdf.rings import GraphicLine, GraphicPlot, RingPlot
from reportgen.writers.pdf.series import values
from reportgen.writers.pdf.stacks import StackPlot
from reportgen.writers.pdf.text import Saying, text_boxes

SPILL = 0.001
"""By how much rounded parts may pass their whole."""


def chart_box(kit: Kit, chart: Chart) -> Stack:
    """Return `chart` with title and note; raise WriterError with everything that keeps it from being drawn."""
    alt = alt_text(kit, chart)
    if faults := tuple(_faults(chart, alt)):
        raise WriterError(faults)
    boxes: list[Box] = [FigureBox(_plot(kit, chart), Tag("Figure", alt=alt))]
    if chart.title:
        boxes.insert(0, RuledTitle(kit, Saying(kit, chart.title, "chart.title")))
    boxes += text_boxes(kit, chart.note, "chart.note")
    return Stack(boxes, before=kit.group, after=kit.group)


def _faults(chart: Chart, alt: str) -> Iterator[Finding]:
    where = Place(block=chart.id)
    if not chart.categories or not chart.series:
        yield Finding("chart-empty", "the chart has no datum", where, "give it a category and a series")
    elif not alt:
        message = "the chart has no words for those who do not see it"
        yield Finding("chart-alt", message, where, "give it a title, labels or alt words")
    for series in chart.series:
        if len(series.points) != len(chart.categories):
            message = f"a series has {len(series.points)} points over {len(chart.categories)} categories"
            yield Finding("chart-points", message, where, "give one point a category, none where there is no datum")
    yield from _kind_faults(chart, where)


def _kind_faults(chart: Chart, where: Place) -> Iterator[Finding]:
    data = values(chart)
    if chart.kind == "combination" and len({series.secondary for series in chart.series}) < 2:
        yield Finding("chart-series", "a combination needs columns and a line", where, "make one series secondary")
    if chart.kind in ("ring", "progress"):
        if any(datum < 0 for datum in data):
            yield Finding("chart-share", f"a {chart.kind} cannot show a loss", where, "draw bars")
        elif chart.whole is not None and sum(data) > float(chart.whole) * (1 + SPILL):
            message = f"the parts of a {chart.kind} make up more than its whole of {chart.whole}"
            yield Finding("chart-share", message, where, "give the whole that they are parts of")


def _plot(kit: Kit, chart: Chart) -> Box:
    match chart.kind:
        case "bar":
            return BarPlot(kit, chart)
        case "column":
            return StackPlot(kit, chart) if chart.stacked else ColumnPlot(kit, chart)
        case "combination":
            return ComboPlot(kit, chart)
        case "ring":
            return RingPlot(kit, chart)
        case "sparkline" | "progress":
            return GraphicPlot(kit, chart)
        case "line":
            return LinePlot(kit, chart)
        case _:
            assert_never(chart.kind)


def graphic(kit: Kit, line: CardLine) -> GraphicLine:
    """Return the small chart of a card's `line`; raise WriterError where it is none, or cannot be drawn."""
    chart = line.graphic
    if chart is None or chart.kind not in ("sparkline", "progress", "ring"):
        hint = "use a sparkline, a progress bar or a ring"
        raise WriterError.of("card-graphic", "a card’s graphic line holds no small chart", hint=hint)
    alt = alt_text(kit, chart)
    if faults := tuple(_faults(chart, alt)):
        raise WriterError(faults)
    return GraphicLine(kit, chart, alt)


class FigureBox(Box):
    """A drawing inside one Figure element, described by its Alt (ISO 14289-1, 7.3)."""

    def __init__(self, plot: Box, tag: Tag) -> None:
        self.plot, self.tag = plot, tag
        self.airy = plot.airy

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the drawing's height."""
        return self.plot.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw inside the element."""
        with self.tag.open(canvas):
            self.plot.draw(canvas, x, top, width, air)

    def fitted(self, width: float, room: float) -> Box | None:
        """Return a lower drawing where the plot can be set lower."""
        other = self.plot.fitted(width, room)
        return FigureBox(other, self.tag) if other is not None else None

    def least(self, width: float) -> float:
        """Return the height of the plot's least part."""
        return self.plot.least(width)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split the plot where it can be split; both parts are one figure."""
        head, tail = self.plot.split(width, room)
        if head is None or tail is None:
            return None, self
        return FigureBox(head, self.tag), FigureBox(tail, self.tag)


def alt_text(kit: Kit, chart: Chart) -> str:
    """Return the chart's own description in the leading language, else its title and every label."""
    if own := _leading(kit, chart.alt):
        return own
    parts = [_leading(kit, chart.title)]
    for series in chart.series:
        name = f"{_leading(kit, series.name)} " if len(chart.series) > 1 else ""
        pairs = zip(chart.categories, series.points, strict=False)
        parts += [f"{name}{_leading(kit, label)} {_leading(kit, point.label)}" for label, point in pairs if point]
    return "; ".join(part for part in parts if part)


def _leading(kit: Kit, words: Words) -> str:
    said: Sequence[str] = [plain(wording.content) for wording in words if wording.lang == kit.langs[0]]
    return said[0] if said else plain(words[0].content) if words else ""
