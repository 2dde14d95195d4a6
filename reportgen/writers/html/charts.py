"""A chart in, an inline SVG out, its lengths in points: direct labels, a zero line, one bar that meets the eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from reportgen.document import Chart, Point, Words, plain
from reportgen.writers.html.inlines import Pen, said_plainly, unlike
from reportgen.writers.html.markup import Html, element, join
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
    thick = _BAR if len(chart.series) == 1 else _BAR - 1
    track = _box(left, middle - thick / 2, scale.length, thick, "track")
    return track + _box(left + start, middle - thick / 2, end - start, thick, _fill(chart, *spot))  # type: ignore[return-value]


def _columns(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of upright columns, the value above each and the category below."""
    scale, top = _scale(chart, PLOT), _line_height(pen) + 2
    pitch = _room(pen) / len(chart.categories)
    width = min(pitch * 0.62 / len(chart.series), 44.0)
    parts = [_box(0, top + PLOT - scale.at(0), _room(pen), 0.5, "ink")]
    for row, index, point in _points(chart):
        middle = pitch * (row + 0.5) + (index - (len(chart.series) - 1) / 2) * width
        low, high = sorted((scale.at(0), scale.at(point.value)))
        parts.append(_box(middle - width / 2 + 0.5, top + PLOT - high, width - 1, high - low, _fill(chart, row, index)))
        parts.append(_label(point.label, middle, top + PLOT - high - top / 2, "middle", "chart.value", pen))
    below, bottom = _below(chart, top + PLOT + 4, pen)
    return bottom, parts + below


def _lines(chart: Chart, pen: Pen) -> tuple[float, list[Html]]:
    """Return the height and parts of lines over the categories; each value stands above its dot."""
    scale, top = _scale(chart, PLOT), _line_height(pen) + 2
    pitch = _room(pen) / len(chart.categories)
    parts = [_box(0, top + PLOT - scale.at(0), _room(pen), 0.5, "rule")]
    for index, series in enumerate(chart.series):
        spots = [
            (pitch * (row + 0.5), top + PLOT - scale.at(point.value)) if point else None
            for row, point in enumerate(series.points)
        ]
        parts += [_path(run, _fill(chart, None, index)) for run in _runs(spots)]
    for row, index, point in _points(chart):
        x, y = pitch * (row + 0.5), top + PLOT - scale.at(point.value)
        parts.append(element("circle", cx=_n(x), cy=_n(y), r="2.5", class_=f"fill-{_fill(chart, row, index)}"))
        parts.append(_label(point.label, x, y - top / 2 - 2, "middle", "chart.value", pen))
    below, bottom = _below(chart, top + PLOT + 4, pen)
    return bottom, parts + below


def _below(chart: Chart, top: float, pen: Pen) -> tuple[list[Html], float]:
    pitch, height = _room(pen) / len(chart.categories), _stack_height(chart.categories, pen)
    middles = ((pitch * (row + 0.5), words) for row, words in enumerate(chart.categories))
    return [_label(words, x, top + height / 2, "middle", "chart.label", pen) for x, words in middles], top + height


def _legend(chart: Chart, top: float, pen: Pen) -> Html:
    parts, x, middle = [], 0.0, top + _GAP + _line_height(pen) / 2
    for index, series in enumerate(chart.series):
        name = series.name[:1]
        parts.append(_box(x, middle - 4, 8, 8, _fill(chart, None, index)))
        parts.append(_label(name, x + 12, middle, "start", "chart.label", pen))
        x += 24 + _width(name, "chart.label", pen)
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


def _box(x: float, y: float, width: float, height: float, color: str) -> Html:
    return element("rect", x=_n(x), y=_n(y), width=_n(width), height=_n(height), class_=f"fill-{color}")


def _n(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
