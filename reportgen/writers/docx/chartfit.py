"""Which labels of a chart have the room: its size in, the points and categories that say something out."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Chart, Point, Words, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.scripts import is_han

Size = tuple[float, float]
"""The width and height of a drawing, in points."""
_PLOT = 0.94
"""The part of a drawing's width in which its columns stand."""
_DEEP, _LONG = 0.72, 0.75
"""The part of a drawing's height that stacked columns may take, and of its width that stacked bars may."""


def told(galley: Galley, block: Chart, index: int, size: Size) -> frozenset[int]:
    """Return the points of a series that carry a label: all where they fit, else the highlight, extremes and ends."""
    points = {at: point for at, point in enumerate(block.series[index].points) if point is not None}
    if block.kind in ("bar", "ring") and not block.stacked:
        return frozenset(points)
    if block.stacked:
        return frozenset(at for at, point in points.items() if _is_inside(galley, block, (index, at), size))
    lines = [at for at, series in enumerate(block.series) if block.kind == "line" or series.secondary]
    if index in lines:
        ends = {min(points, default=0), max(points, default=0)}
        return _chosen(galley, block, points, _pitch(block, size)) if index == lines[-1] else frozenset(ends)
    return _chosen(galley, block, points, _pitch(block, size) / (len(block.series) - len(lines)))


def _pitch(block: Chart, size: Size) -> float:
    return size[0] * _PLOT / len(block.categories)


def _chosen(galley: Galley, block: Chart, points: dict[int, Point], slot: float) -> frozenset[int]:
    widths = {at: _width(galley, point.label, "chart.value") for at, point in points.items()}
    if max(widths.values(), default=0.0) <= slot:
        return frozenset(points)
    highest, lowest = (pick(points, key=lambda at: points[at].value) for pick in (max, min))
    chosen: set[int] = set()
    for at in (block.highlight, highest, lowest, max(points), min(points)):
        if at in widths and not any((widths[at] + widths[it]) / 2 > abs(at - it) * slot for it in chosen - {at}):
            chosen.add(at)
    return frozenset(chosen)


def _is_inside(galley: Galley, block: Chart, spot: tuple[int, int], size: Size) -> bool:
    """Tell whether the part of a stack holds its label."""
    point = block.series[spot[0]].points[spot[1]]
    if point is None:
        return False
    whole = max(_stack(block, at) for at in range(len(block.categories))) or Decimal(1)
    share = float(abs(point.value) / whole)
    if block.kind == "bar":
        return _width(galley, point.label, "chart.value.inside") <= share * size[0] * _LONG
    return len(point.label) * galley.theme.style("chart.value.inside").leading <= share * size[1] * _DEEP


def _stack(block: Chart, at: int) -> Decimal:
    return sum((abs(point.value) for series in block.series if (point := series.points[at])), Decimal(0))


def stride(galley: Galley, block: Chart, size: Size) -> int:
    """Return how many categories share one label on the axis, so that none is turned or parted inside a word."""
    if block.kind == "bar":
        return 1
    widest = max((_least(galley, words) for words in block.categories), default=0.0)
    return max(1, -(-int(widest) // max(int(_pitch(block, size)), 1)))


def _least(galley: Galley, words: Words) -> float:
    """Return the width that a category needs: its longest word, or half a line of Han text."""
    style = galley.theme.style("chart.label")
    needs = [0.0]
    for wording in words:
        text = plain(wording.content)
        parts = [text[: (len(text) + 1) // 2]] if is_han(wording.lang) else text.split()
        needs += [looks.advance(style, part) for part in parts]
    return max(needs)


def _width(galley: Galley, words: Words, role: str) -> float:
    style = galley.theme.style(role)
    return max((looks.advance(style, plain(wording.content)) for wording in words), default=0.0)
