"""A chart in, an inline SVG out, its lengths in points: direct labels, a zero line, one bar that meets the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import assert_never

from reportgen.document import Chart, Point, Words, plain
from reportgen.writers.html.inlines import Pen, said_plainly, unlike
from reportgen.writers.html.markup import Html, element, join, text
from reportgen.writers.html.measure import ems

WIDEST = 360.0
"""The greatest width of a drawing, so that its labels stay readable when the page is narrow."""

PLOT = 150.0
"""The height of the plot of columns and lines."""

_COLORS = ("bar", "soft", "rule", "grey")
_GAP = 16.0
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


def drawing(chart: Chart, pen: Pen) -> Html:
    """Return the picture of `chart`, named for readers who do not see it by its `alt` or its title."""
    match chart.kind:
        case "bar":
            height, parts = _bars(chart, pen)
        case "column":
            height, parts = _columns(chart, pen)
        case "line":
            height, parts = _lines(chart, pen)
        case _:
            assert_never(chart.kind)
    legend = _legend(chart, height, pen) if len(chart.series) > 1 else Html("")
    height += _line_height(pen) + _GAP if legend else 0
    name = said_plainly(chart.alt, " ") or said_plainly(chart.title)
    return element(
        "svg",
        join(parts),
        legend,
        viewBox=f"0 0 {_n(_room(pen))} {_n(height)}",
        style=f"--width:{_n(_room(pen))}pt",
        role="img",
        aria_label=name,
    )


def _room(pen: Pen) -> float:
    return min(pen.width, WIDEST)


def _bars(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of horizontal bars: category, track with bar, and value at the right edge."""
    names = max(_width(words, "chart.label", pen) for words in chart.categories)
    values = max((_width(point.label, "chart.value", pen) for _, _, point in _points(chart)), default=0.0)
    left = min(names + _GAP, _room(pen) * 0.42)
    scale = _scale(chart, _room(pen) - left - values - _GAP)
    pitch = max(_stack_height(chart.categories, pen), _BAR * len(chart.series)) + _GAP
    parts = []
    for row, words in enumerate(chart.categories):
        parts.append(_label(words, 0, row * pitch + (pitch - _GAP) / 2, "start", "chart.label", pen))
        for index, series in enumerate(chart.series):
            point = series.points[row]
            if point is None:
                continue
            middle = row * pitch + (pitch - _GAP) / 2 + (index - (len(chart.series) - 1) / 2) * _BAR
            parts.append(_bar(chart, point, (row, index), (left, middle, scale)))
            parts.append(_label(point.label, _room(pen), middle, "end", "chart.value", pen))
    return pitch * len(chart.categories) - _GAP, parts


def _bar(chart: Chart, point: Point, spot: tuple[int, int], place: tuple[float, float, Scale]) -> Html:
    left, middle, scale = place
    start, end = sorted((scale.at(0), scale.at(point.value)))
    top, thick = middle - _BAR / 2, _BAR if len(chart.series) == 1 else _BAR - 1
    track = _box(left, top, scale.length, thick, "track")
    return join((track, _box(left + start, top, end - start, thick, _fill(chart, *spot), point.label)))


def _columns(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of upright columns, each with its value at its end and its category below."""
    plot = _plot(chart, pen)
    width = min(plot.pitch * 0.62 / len(chart.series), 44.0)
    parts = [_box(0, plot.y(0), _room(pen), 0.5, "ink")]
    for row, index, point in _points(chart):
        middle = plot.x(row) + (index - (len(chart.series) - 1) / 2) * width
        high, low = sorted((plot.y(0), plot.y(point.value)))
        parts.append(_box(middle - width * 0.47, high, width * 0.94, low - high, _fill(chart, row, index), point.label))
        parts.append(_value(chart, plot, (row, index), middle, pen))
    return _with_categories(chart, plot, parts, pen)


def _lines(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of lines over the categories, each dot with its value on its outer side."""
    plot = _plot(chart, pen)
    parts = [_box(0, plot.y(0), _room(pen), 0.5, "rule")]
    for index, series in enumerate(chart.series):
        spots = [(plot.x(row), plot.y(point.value)) if point else None for row, point in enumerate(series.points)]
        parts += [_path(run, _fill(chart, None, index)) for run in _runs(spots)]
    for row, index, point in _points(chart):
        x, y = plot.x(row), plot.y(point.value)
        color = f"fill-{_fill(chart, row, index)}"
        parts.append(element("circle", _tip(point.label), cx=_n(x), cy=_n(y), r="2.5", class_=color))
        parts.append(_value(chart, plot, (row, index), x, pen))
    return _with_categories(chart, plot, parts, pen)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where columns and lines stand: a `pitch` for each category, `air` above and a `foot` below for the values.

    Every `step`th value and category is written, so that none is set over the next.
    """

    scale: Scale
    pitch: float
    air: float
    foot: float
    step: int

    def x(self, row: int) -> float:
        return self.pitch * (row + 0.5)

    def y(self, value: Decimal | float) -> float:
        return self.air + self.scale.length - self.scale.at(value)


def _plot(chart: Chart, pen: Pen) -> _Plot:
    pitch = _room(pen) / max(1, len(chart.categories))
    names = [_width(words, "chart.label", pen) for words in chart.categories]
    values = [_width(point.label, "chart.value", pen) for _, _, point in _points(chart)]
    beside = len(chart.series) if chart.kind == "column" else 1
    widest = max([*names, *(width * beside for width in values)], default=0.0)
    air = _line_height(pen) + 4
    foot = air if any(_hangs(chart, row, point) for row, _, point in _points(chart)) else 4.0
    return _Plot(_scale(chart, PLOT), pitch, air, foot, max(1, ceil(widest / pitch)))


def _value(chart: Chart, plot: _Plot, spot: tuple[int, int], x: float, pen: Pen) -> Html:
    """Return the value at `spot` (category, series), on that side of it where nothing else is drawn."""
    row, index = spot
    point = chart.series[index].points[row]
    if point is None or (row % plot.step and row != chart.highlight):
        return Html("")
    reach = plot.air / 2 + (1 if chart.kind == "line" else 0)
    y = plot.y(point.value) + (reach if _hangs(chart, row, point) else -reach)
    return _label(point.label, x, y, "middle", "chart.value", pen)


def _hangs(chart: Chart, row: int, point: Point) -> bool:
    """Tell whether a value goes below its mark: a loss, a line under another one, or a valley of the only line."""
    if chart.kind == "column" or point.value < 0:
        return point.value < 0
    rivals = [other.value for series in chart.series if (other := series.points[row])]
    around = [
        other.value for near in (row - 1, row + 1) for other in chart.series[0].points[max(0, near) : near + 1] if other
    ]
    if len(chart.series) > 1:
        return point.value < max(rivals)
    return len(around) > 1 and point.value < min(around)


def _with_categories(chart: Chart, plot: _Plot, parts: list[Html], pen: Pen) -> tuple[float, list[Html]]:
    top, height = plot.air + PLOT + plot.foot, _stack_height(chart.categories, pen)
    shown = list(enumerate(chart.categories))[:: plot.step]
    labels = (_label(words, plot.x(row), top + height / 2, "middle", "chart.label", pen) for row, words in shown)
    return top + height, [*parts, *labels]


def _legend(chart: Chart, top: float, pen: Pen) -> Html:
    parts, x, middle = [], 0.0, top + _GAP + _line_height(pen) / 2
    for index, series in enumerate(chart.series):
        parts.append(_box(x, middle - 4, 8, 8, _fill(chart, None, index)))
        for wording in unlike(series.name):
            parts.append(_label((wording,), x + 12, middle, "start", "chart.label", pen))
            x += _width((wording,), "chart.label", pen) + 6
        x += 20
    return join(parts)


def _points(chart: Chart) -> Iterator[tuple[int, int, Point]]:
    """Yield every datum with its category and series, by category."""
    for row in range(len(chart.categories)):
        for index, series in enumerate(chart.series):
            point = series.points[row]
            if point is not None:
                yield row, index, point


def _scale(chart: Chart, length: float) -> Scale:
    values = [float(point.value) for _, _, point in _points(chart)]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return Scale(low, high if high > low else low + 1, length)


def _fill(chart: Chart, row: int | None, index: int) -> str:
    is_met = chart.highlight == row if row is not None and chart.highlight is not None else False
    return "accent" if is_met and not index else _COLORS[index % len(_COLORS)]


def _label(words: Words, x: float, middle: float, anchor: str, role: str, pen: Pen) -> Html:
    """Return each wording as a line of text, all of them together centred on the height `middle`."""
    words = unlike(words)
    styles = [pen.theme.style(role, follow=bool(index)) for index in range(len(words))]
    y = middle - sum(style.leading for style in styles) / 2
    parts = []
    for index, (wording, style) in enumerate(zip(words, styles, strict=True)):
        name = style.role.replace(".", "-") + (" follow" if index else "")
        base = y + style.leading / 2 + style.size * 0.36
        content = pen.svg_inlines(wording.content)
        parts.append(element("text", content, x=_n(x), y=_n(base), text_anchor=anchor, class_=name, lang=wording.lang))
        y += style.leading
    return join(parts)


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


def _line_height(pen: Pen) -> float:
    return pen.theme.style("chart.label").leading


def _runs(spots: list[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """Yield the stretches of `spots` between those that are missing."""
    run: list[tuple[float, float]] = []
    for spot in [*spots, None]:
        if spot:
            run.append(spot)
        elif run:
            yield run
            run = []


def _path(spots: list[tuple[float, float]], color: str) -> Html:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in spots)
    return element("polyline", points=points, class_=f"line-{color}")


def _box(x: float, y: float, width: float, height: float, color: str, label: Words = ()) -> Html:
    place = {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height)}
    return element("rect", *([_tip(label)] if label else []), **place, class_=f"fill-{color}")


def _tip(label: Words) -> Html:
    """Return what a reader sees who points at a mark: its value, also where there is no room to write it."""
    return element("title", text(said_plainly(unlike(label))))


def _n(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
