"""Which colour and pattern a chart's mark wears: one accent and greys that stay apart in print without colour."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import Chart


@dataclass(frozen=True, slots=True)
class Mark:
    """A colour's name; `hatched` areas and `dashes` (in line widths) tell apart what grey print would make alike."""

    color: str
    hatched: bool = False
    dashes: tuple[float, ...] = ()


ACCENT = Mark("accent")
_AREAS = (Mark("bar"), Mark("rule"), Mark("soft", hatched=True), Mark("track"), Mark("grey", hatched=True))
_LINES = (
    Mark("bar"),
    Mark("soft", dashes=(4, 2)),
    Mark("grey", dashes=(1.5, 1.5)),
    Mark("ink", dashes=(6, 2, 1.5, 2)),
)


def mark_of(chart: Chart, series: int, category: int | None = None) -> Mark:
    """Return the mark of a series at a `category`: the accent is for the highlight, or for the last of several series.

    In a combination it is for the lines, and in a ring for the highlighted share, or the first.
    """
    if chart.kind == "ring":
        return _share(chart, category or 0)
    if len(chart.series) == 1:
        return _alone(chart, category)
    if chart.series[series].secondary or (chart.kind != "combination" and series == len(chart.series) - 1):
        return ACCENT
    palette = _LINES if chart.kind == "line" else _AREAS
    return palette[series % len(palette)]


def _alone(chart: Chart, category: int | None) -> Mark:
    if chart.kind in ("line", "sparkline", "progress"):
        return ACCENT
    return ACCENT if category is not None and category == chart.highlight else _AREAS[0]


def _share(chart: Chart, category: int) -> Mark:
    lit = chart.highlight or 0
    if category == lit:
        return ACCENT
    return _AREAS[(category - (category > lit)) % len(_AREAS)]
