"""A chart in, an inline SVG out, its lengths in points: direct labels, a zero line, one bar that meets the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import assert_never

from reportgen.document import Chart, Point, Words, plain
from reportgen.document.stacks import segments
from reportgen.themes.marks import mark_of
from reportgen.writers.html.inlines import Pen, unlike
from reportgen.writers.html.markup import Html, element, join
from reportgen.writers.html.measure import ems
from reportgen.writers.html.rings import graphic, ring_with_parts
from reportgen.writers.html.shapes import (
    DARK,
    SEAM,
    Box,
    box,
    fill,
    label_lines,
    number,
    path,
    picture,
    runs,
    tip,
)

WIDEST = 360.0
"""The greatest width of a drawing, so that its labels stay readable when the page is narrow."""

PLOT = 150.0
"""The height of the plot of columns and lines."""

_LINE_SHARE = 0.3
"""The part of a combination's plot in which its lines run, over the columns."""
_GROUP = 0.88
"""The part of a category's pitch that a group of columns takes."""
_GAP = 16.0
_MANY = 12
"""Rows of bars from which they stand closer."""
_BAR = 15.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to lengths: `low` and `high` hold zero, so that a bar's length is its value."""

    low: float
    high: float
    length: float

    def at(self, value: Decimal | float) -> float:
        """Return the distance of `value` from the low end."""
        return (float(value) - self.low) / (self.high - self.low) * self.length


@dataclass(frozen=True, slots=True)
class _Lower(Scale):
    """The scale of a combination's columns, which reach up to `part` of the plot's length."""

    part: float

    def at(self, value: Decimal | float) -> float:
        """Return the distance of `value` from the low end."""
        return (float(value) - self.low) / (self.high - self.low) * self.part


@dataclass(frozen=True, slots=True)
class _Upper(Scale):
    """The scale of a combination's lines, which begin at `foot` of the plot's length."""

    foot: float

    def at(self, value: Decimal | float) -> float:
        """Return the distance of `value` from the plot's low end."""
        share = (float(value) - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.foot + share * (self.length - self.foot)


def drawing(chart: Chart, pen: Pen) -> Html:
    """Return the picture of `chart`, named for readers who do not see it by its `alt` or its title."""
    match chart.kind:
        case "bar":
            height, parts = _bars(chart, pen)
        case "column":
            height, parts = _columns(chart, pen)
        case "line":
            height, parts = _lines(chart, pen)
        case "combination":
            height, parts = _combination(chart, pen)
        case "ring":
            height, parts = ring_with_parts(chart, pen, _room(pen))
        case "sparkline" | "progress":
            return graphic(chart, pen)
        case _:
            assert_never(chart.kind)
    legend = _legend(chart, height, pen) if len(chart.series) > 1 else Html("")
    height += _legend_height(chart, pen) if legend else 0
    return picture(chart, [*parts, legend], _room(pen), height)


def _room(pen: Pen) -> float:
    return min(pen.width, WIDEST)


def _bars(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of horizontal bars: category, track with bar, and value at the right edge."""
    names = max(_width(words, "chart.label", pen) for words in chart.categories)
    beside = 1 if chart.stacked else len(chart.series)
    values = max((_width(point.label, "chart.value", pen) for _, _, point in _points(chart)), default=0.0)
    left = min(names + _GAP, _room(pen) * 0.42)
    scale = _scale(chart, _room(pen) - left - (0.0 if chart.stacked else values + _GAP))
    thick = max(_BAR, _value_height(chart, pen))
    gap = _GAP if len(chart.categories) <= _MANY else _GAP * 0.3
    pitch = max(_stack_height(chart.categories, pen), thick * beside) + gap
    parts = []
    for row, words in enumerate(chart.categories):
        parts.append(label_lines(words, 0, row * pitch + (pitch - gap) / 2, "start", "chart.label", pen))
        if chart.stacked:
            high = max(thick, _BAR * 1.2)
            top = row * pitch + (pitch - gap - high) / 2
            for index, start, end in segments(chart, row):
                near, far = sorted((left + scale.at(start), left + scale.at(end)))
                parts.append(_part(chart, (row, index), (near, top, far - near, high), pen))
            continue
        for index, series in enumerate(chart.series):
            point = series.points[row]
            if point is None:
                continue
            middle = row * pitch + (pitch - gap) / 2 + (index - (len(chart.series) - 1) / 2) * thick
            parts.append(_bar(chart, point, (row, index), (left, middle, scale)))
            parts.append(label_lines(point.label, _room(pen), middle, "end", "chart.value", pen))
    return pitch * len(chart.categories) - gap, parts


def _bar(chart: Chart, point: Point, spot: tuple[int, int], place: tuple[float, float, Scale]) -> Html:
    left, middle, scale = place
    start, end = sorted((scale.at(0), scale.at(point.value)))
    top, thick = middle - _BAR / 2, _BAR if len(chart.series) == 1 else _BAR - 1
    track = box(left, top, scale.length, thick, "track")
    return join((track, fill((left + start, top, end - start, thick), mark_of(chart, spot[1], spot[0]), point.label)))


def _part(chart: Chart, spot: tuple[int, int], place: Box, pen: Pen) -> Html:
    """Return a part of a stack, with its value inside where it has the room."""
    row, index = spot
    point, mark = chart.series[index].points[row], mark_of(chart, index)
    label = point.label if point else ()
    x, y, width, height = place
    drawn = fill((x, y, max(width - SEAM, width / 2), max(height - SEAM, height / 2)), mark, label)
    role = "chart.value.inside.dark" if mark.color in DARK else "chart.value.inside"
    if _width(label, role, pen) + 2 > width or len(unlike(label)) * pen.theme.style(role).leading > height + 1:
        return drawn
    middle = y + (height - SEAM) / 2
    ground = Html("")
    if mark.hatched:
        wide, high = _width(label, role, pen) + 3, len(unlike(label)) * pen.theme.style(role).leading * 0.8
        ground = box(x + (width - wide) / 2, middle - high / 2, wide, high, mark.color)
    return join((drawn, ground, label_lines(label, x + width / 2, middle, "middle", role, pen)))


def _columns(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of upright columns, each with its value at its end and its category below."""
    plot = _plot(chart, pen)
    return _with_categories(
        chart, plot, _stacks(chart, plot, pen) if chart.stacked else _uprights(chart, plot, pen), pen
    )


def _uprights(chart: Chart, plot: _Plot, pen: Pen) -> list[Html]:
    """Return the columns of every category beside each other, and their values."""
    shown = [index for index, series in enumerate(chart.series) if not series.secondary]
    width = min(plot.pitch * (0.62 if len(shown) == 1 else _GROUP) / len(shown), 44.0)
    parts = []
    for row, index, point in _points(chart):
        if index not in shown:
            continue
        middle = plot.x(row) + (shown.index(index) - (len(shown) - 1) / 2) * width
        high, low = sorted((plot.y(0), plot.y(point.value)))
        place = (middle - width * 0.47, high, width * 0.94, low - high)
        parts.append(fill(place, mark_of(chart, index, row), point.label))
        parts.append(_value(chart, plot, (row, index), middle, pen))
    return [*parts, box(0, plot.y(0), _room(pen), 0.5, "ink")]


def _stacks(chart: Chart, plot: _Plot, pen: Pen) -> list[Html]:
    """Return the columns with their parts on each other."""
    width = min(plot.pitch * 0.66, 56.0)
    parts = []
    for row in range(len(chart.categories)):
        for index, start, end in segments(chart, row):
            high, low = sorted((plot.y(start), plot.y(end)))
            parts.append(_part(chart, (row, index), (plot.x(row) - width / 2, high, width, low - high), pen))
    return [*parts, box(0, plot.y(0), _room(pen), 0.5, "ink")]


def _combination(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of columns and, over them on a scale of their own, lines."""
    columns = replace(chart, series=tuple(series for series in chart.series if not series.secondary))
    lines = replace(chart, series=tuple(series for series in chart.series if series.secondary))
    full = _plot(chart, pen)
    own = _scale(columns, PLOT)
    room = PLOT * (1 - _LINE_SHARE) - _value_height(chart, pen) - 10
    lower = replace(full, scale=_Lower(own.low, own.high, PLOT, room))
    data = [float(point.value) for _, _, point in _points(lines)]
    low, high = min(data, default=0.0), max(data, default=0.0)
    upper = replace(full, scale=_Upper(low, high, PLOT, PLOT * (1 - _LINE_SHARE)))
    parts = _uprights(chart, lower, pen)
    return _with_categories(chart, full, [*parts, *_strokes(chart, upper, pen, secondary=True)], pen)


def _lines(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of lines over the categories, each dot with its value on its outer side."""
    plot = _plot(chart, pen)
    parts = [box(0, plot.y(0), _room(pen), 0.5, "rule"), *_strokes(chart, plot, pen, secondary=False)]
    return _with_categories(chart, plot, parts, pen)


def _strokes(chart: Chart, plot: _Plot, pen: Pen, *, secondary: bool) -> list[Html]:
    """Return the lines, broken at gaps, a dot at every datum, and its value."""
    shown = [index for index, series in enumerate(chart.series) if series.secondary == secondary]
    parts = []
    for index in shown:
        points = chart.series[index].points
        spots = [(plot.x(row), plot.y(point.value)) if point else None for row, point in enumerate(points)]
        parts += [path(run, mark_of(chart, index)) for run in runs(spots)]
    for row, index, point in _points(chart):
        if index in shown:
            x, y = plot.x(row), plot.y(point.value)
            color = f"fill-{mark_of(chart, index, row).color}"
            parts.append(element("circle", tip(point.label), cx=number(x), cy=number(y), r="2.5", class_=color))
            parts.append(_value(chart, plot, (row, index), x, pen))
    return parts


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where columns and lines stand: a `pitch` for each category, `air` above and a `foot` below for the values.

    Every `step`th value and every `skip`th category is written, so that none is set over the next; `only` is the one
    series of columns whose values are written where those of all have no room.
    """

    scale: Scale
    pitch: float
    air: float
    foot: float
    step: int
    skip: int
    only: int | None = None

    def x(self, row: int) -> float:
        return self.pitch * (row + 0.5)

    def y(self, value: Decimal | float) -> float:
        return self.air + self.scale.length - self.scale.at(value)


def _plot(chart: Chart, pen: Pen) -> _Plot:
    pitch = _room(pen) / max(1, len(chart.categories))
    names = [_width(words, "chart.label", pen) for words in chart.categories]
    values = [_width(point.label, "chart.value", pen) for _, _, point in _points(chart)]
    beside = 1
    if chart.kind in ("column", "combination") and not chart.stacked:
        beside = sum(not series.secondary for series in chart.series)
    widest = max(values, default=0.0)
    only = _last_column(chart) if beside > 1 and widest * beside > pitch * _GROUP else None
    step = ceil(widest / pitch)
    skip = ceil(max(names, default=0.0) / pitch)
    air = max(_line_height(pen), _value_height(chart, pen)) + 4
    foot = air if any(_hangs(chart, row, point) for row, _, point in _points(chart)) else 4.0
    return _Plot(_scale(chart, PLOT), pitch, air, foot, max(1, step), max(1, skip), only)


def _value(chart: Chart, plot: _Plot, spot: tuple[int, int], x: float, pen: Pen) -> Html:
    """Return the value at `spot` (category, series), on that side of it where nothing else is drawn."""
    row, index = spot
    point = chart.series[index].points[row]
    is_silent = plot.only is not None and index != plot.only and not chart.series[index].secondary
    if point is None or is_silent or (row % plot.step and row != chart.highlight):
        return Html("")
    reach = plot.air / 2 + (1 if chart.kind == "line" else 0)
    y = plot.y(point.value) + (reach if _hangs(chart, row, point) else -reach)
    return _middle(point.label, x, y, "chart.value", pen)


def _hangs(chart: Chart, row: int, point: Point) -> bool:
    """Tell whether a value goes below its mark: a loss, a line under another one, or a valley of the only line."""
    if chart.kind != "line" or point.value < 0:
        return point.value < 0 and not (chart.kind == "combination" and _is_secondary(chart, row, point))
    rivals = [other.value for series in chart.series if (other := series.points[row])]
    around = [
        other.value for near in (row - 1, row + 1) for other in chart.series[0].points[max(0, near) : near + 1] if other
    ]
    if len(chart.series) > 1:
        return point.value < max(rivals)
    return len(around) > 1 and point.value < min(around)


def _last_column(chart: Chart) -> int:
    return max(index for index, series in enumerate(chart.series) if not series.secondary)


def _is_secondary(chart: Chart, row: int, point: Point) -> bool:
    return any(series.points[row] is point for series in chart.series if series.secondary)


def _with_categories(chart: Chart, plot: _Plot, parts: list[Html], pen: Pen) -> tuple[float, list[Html]]:
    top, height = plot.air + PLOT + plot.foot, _stack_height(chart.categories, pen)
    shown = list(enumerate(chart.categories))[:: plot.skip]
    labels = (_middle(words, plot.x(row), top + height / 2, "chart.label", pen) for row, words in shown)
    return top + height, [*parts, *labels]


def _middle(words: Words, x: float, y: float, role: str, pen: Pen) -> Html:
    """Return a label in the middle over `x`, or as near to it as the drawing's sides let it."""
    half = _width(words, role, pen) / 2
    return label_lines(words, min(max(x, half), max(_room(pen) - half, half)), y, "middle", role, pen)


def _legend(chart: Chart, top: float, pen: Pen) -> Html:
    parts, x, middle = [], 0.0, top + _GAP + _line_height(pen) / 2
    for index, series in enumerate(chart.series):
        width = 16 + sum(_width((wording,), "chart.label", pen) + 6 for wording in unlike(series.name))
        if x and x + width > _room(pen):
            x, middle = 0.0, middle + _line_height(pen)
        mark = mark_of(chart, index)
        if chart.kind == "line" or series.secondary:
            parts.append(path([(x, middle), (x + 9, middle)], mark))
        else:
            parts.append(fill((x, middle - 4, 8, 8), mark))
        for wording in unlike(series.name):
            parts.append(label_lines((wording,), x + 12, middle, "start", "chart.label", pen))
            x += _width((wording,), "chart.label", pen) + 6
        x += 20
    return join(parts)


def _legend_height(chart: Chart, pen: Pen) -> float:
    x, rows = 0.0, 1
    for series in chart.series:
        width = 16 + sum(_width((wording,), "chart.label", pen) + 6 for wording in unlike(series.name))
        if x and x + width > _room(pen):
            x, rows = 0.0, rows + 1
        x += width + 16
    return rows * _line_height(pen) + _GAP


def _points(chart: Chart) -> Iterator[tuple[int, int, Point]]:
    """Yield every datum with its category and series, by category."""
    for row in range(len(chart.categories)):
        for index, series in enumerate(chart.series):
            point = series.points[row]
            if point is not None:
                yield row, index, point


def _scale(chart: Chart, length: float) -> Scale:
    values = [float(point.value) for _, _, point in _points(chart)]
    if chart.stacked:
        values = [end for row in range(len(chart.categories)) for _, _, end in segments(chart, row)]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return Scale(low, high if high > low else low + 1, length)


def _width(words: Words, role: str, pen: Pen) -> float:
    return max(
        (ems(plain(it.content)) * pen.theme.style(role, follow=bool(index)).size for index, it in enumerate(words)),
        default=0.0,
    )


def _stack_height(all_words: Iterable[Words], pen: Pen) -> float:
    return max(
        sum(pen.theme.style("chart.label", follow=bool(index)).leading for index in range(len(words)))
        for words in all_words
    )


def _value_height(chart: Chart, pen: Pen) -> float:
    """Return the height of the values, whose languages stand on each other where they differ."""
    lines = max((len(unlike(point.label)) for _, _, point in _points(chart)), default=1)
    return sum(pen.theme.style("chart.value", follow=bool(index)).leading for index in range(lines))


def _line_height(pen: Pen) -> float:
    return pen.theme.style("chart.label").leading
