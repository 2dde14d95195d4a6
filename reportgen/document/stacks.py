"""A stacked chart to where each part of its stacks begins and ends, the same for every writer that draws it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.blocks import Chart


def segments(chart: Chart, category: int) -> Iterator[tuple[int, float, float]]:
    """Yield the series, start and end of each part of a category's stack; gains and losses lead away from zero."""
    gains = losses = 0.0
    for index, series in enumerate(chart.series):
        if (point := series.points[category]) is None:
            continue
        datum = float(point.value)
        start = gains if datum >= 0 else losses
        yield index, start, start + datum
        if datum >= 0:
            gains += datum
        else:
            losses += datum
