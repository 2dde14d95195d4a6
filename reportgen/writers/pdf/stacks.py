"""The parts of stacked bars and columns to labels inside them, and stacked columns to a plot."""

from __future__ import annotations

from reportgen.document import Chart
from reportgen.document.stacks import segments
from reportgen.themes.marks import mark_of
from reportgen.writers.pdf.boxes import SLACK
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.plots import AxisPlot, Frame
from reportgen.writers.pdf.series import fill, value_words
from reportgen.writers.pdf.text import Saying

SEAM = 0.75
"""Points of paper between the parts of a stack."""
_DARK = ("accent", "soft", "ink", "grey")
_INSIDE, _ON_DARK = "chart.value.inside", "chart.value.inside.dark"


def draw_inside(
    canvas: TaggedCanvas, kit: Kit, chart: Chart, spot: tuple[int, int], box: tuple[float, float, float, float]
) -> None:
    """Draw the value at `spot` (series, category) in the middle of `box` (x, y, width, height), if it has the room."""
    point = chart.series[spot[0]].points[spot[1]]
    if point is None:
        return
    mark = mark_of(chart, spot[0])
    role = _ON_DARK if mark.color in _DARK else _INSIDE
    saying = Saying(kit, value_words(point.label), role, tag="Span", align="center", beside=False)
    wide, high = saying.widest + SLACK, saying.height(1e4)
    if wide + 2 > box[2] or high * 0.8 > box[3]:
        return
    x, top = box[0] + (box[2] - wide) / 2, box[1] + (box[3] + high) / 2
    if mark.hatched:
        with canvas.artifact():
            canvas.rect(x - 1.5, top - high * 0.88, wide + 3, high * 0.76, kit.theme.color(mark.color))
    saying.draw(canvas, x, top, wide)


def inside_height(kit: Kit, chart: Chart) -> float:
    """Return the height of the values inside a stack."""
    said = (value_words(point.label) for series in chart.series for point in series.points if point)
    return max((Saying(kit, words, _INSIDE, beside=False).height(1e4) for words in said), default=0.0)


class StackPlot(AxisPlot):
    """Upright columns of parts from zero."""

    def plot(self, canvas: TaggedCanvas, frame: Frame) -> None:
        """Draw the stacks, their values inside, and the axis."""
        count = len(self.labels)
        wide = min(frame.slot(0, count)[1] * 0.66, self.value_style.size * 6)
        for index in range(count):
            left, slot = frame.slot(index, count)
            for series, begin, end in segments(self.chart, index):
                low, high = sorted((frame.y(begin), frame.y(end)))
                box = (left + (slot - wide) / 2, low, wide, high - low)
                with canvas.artifact():
                    seam = min(SEAM, box[3] / 4)
                    fill(canvas, self.kit, mark_of(self.chart, series), (*box[:3], box[3] - seam))
                draw_inside(canvas, self.kit, self.chart, (series, index), box)
        self.base_line(canvas, frame, 0.0)
