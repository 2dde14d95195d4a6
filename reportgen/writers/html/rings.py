"""Shares of a whole to a ring beside its parts, and small charts to the graphics of cards."""

from __future__ import annotations

from math import cos, pi, sin

from reportgen.document import Chart, Words, plain
from reportgen.errors import Place, WriterError
from reportgen.themes.marks import ACCENT, Mark, mark_of
from reportgen.writers.html.inlines import Pen, unlike
from reportgen.writers.html.markup import Html, element
from reportgen.writers.html.measure import ems
from reportgen.writers.html.shapes import box, fill, label_lines, number, path, picture, runs

HOLE = 0.62
"""A ring's inner radius, in its outer one."""
LARGEST = 132.0
"""Points that a ring is wide at most."""
_SEAM = 0.012
_SPILL = 1.001
_WIDE, _HIGH = 140.0, 26.0
"""The size of a sparkline in points."""
_BAR = 6.0


def ring_with_parts(chart: Chart, pen: Pen, room: float) -> tuple[float, list[Html]]:
    """Return the height and parts of a ring, and beside it its parts in order: swatch, name and value."""
    side = min(LARGEST, room * 0.4)
    shown = [(row, point) for row, point in enumerate(chart.series[0].points) if point]
    pitches = [max(_high(chart.categories[row], "chart.label", pen), 15.0) + 6 for row, _ in shown]
    height = max(side, sum(pitches))
    names = max((_wide(chart.categories[row], "chart.label", pen) for row, _ in shown), default=0.0)
    values = max((_wide(point.label, "chart.value", pen) for _, point in shown), default=0.0)
    left = side + 18
    right = min(left + 14 + names * 1.06 + 18 + values, room)
    parts = ring(chart, side / 2, height / 2, side / 2)
    y = (height - sum(pitches)) / 2
    for (row, point), pitch in zip(shown, pitches, strict=True):
        middle = y + pitch / 2
        parts.append(fill((left, middle - 4, 8, 8), mark_of(chart, 0, row)))
        parts.append(label_lines(chart.categories[row], left + 14, middle, "start", "chart.label", pen))
        parts.append(label_lines(point.label, right, middle, "end", "chart.value", pen))
        y += pitch
    return height, parts


def ring(chart: Chart, x: float, y: float, radius: float) -> list[Html]:
    """Return the shares around a middle, clockwise from the top, on a pale ring where they are parts of more."""
    data = [float(point.value) if point else 0.0 for point in chart.series[0].points]
    whole = _whole(chart, data)
    parts = [_sector(x, y, radius, 0.0, 0.999, Mark("track"))] if chart.whole is not None else []
    turn = 0.0
    for row, datum in enumerate(data):
        share = datum / whole if whole else 0.0
        gap = min(_SEAM, share / 3) if len(data) > 1 else 0.0
        if share > 0:
            parts.append(_sector(x, y, radius, turn, min(turn + share - gap, turn + 0.999), mark_of(chart, 0, row)))
        turn += share
    return parts


def _whole(chart: Chart, data: list[float]) -> float:
    """Return what the data are parts of; raise WriterError where they are no parts of it."""
    total = float(chart.whole) if chart.whole is not None else 100.0 if chart.kind == "progress" else sum(data)
    if min(data, default=0.0) < 0 or sum(data) > total * _SPILL:
        hint = "give the whole that they are parts of, or draw bars"
        raise WriterError.of("chart-share", f"the data make no parts of {number(total)}", Place(block=chart.id), hint)
    return total


def _sector(x: float, y: float, radius: float, start: float, end: float, mark: Mark) -> Html:
    """Return a part of a ring between two turns."""
    large = int(end - start > 0.5)
    (ax, ay), (bx, by) = _at(x, y, radius, start), _at(x, y, radius, end)
    (cx, cy), (dx, dy) = _at(x, y, radius * HOLE, end), _at(x, y, radius * HOLE, start)
    outer, inner = number(radius), number(radius * HOLE)
    points = [number(value) for value in (ax, ay, bx, by, cx, cy, dx, dy)]
    drawn = (
        f"M{points[0]} {points[1]}A{outer} {outer} 0 {large} 1 {points[2]} {points[3]}"
        f"L{points[4]} {points[5]}A{inner} {inner} 0 {large} 0 {points[6]} {points[7]}Z"
    )
    return element("path", d=drawn, class_=f"fill-{mark.color}")


def _at(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    return x + radius * sin(2 * pi * turn), y - radius * cos(2 * pi * turn)


def graphic(chart: Chart, pen: Pen) -> Html:
    """Return a small chart without words; raise WriterError where `chart` is none."""
    em = pen.theme.style("card.label").size
    match chart.kind:
        case "sparkline":
            return picture(chart, _sparkline(chart), _WIDE, _HIGH)
        case "progress":
            return picture(chart, _progress(chart), _WIDE, _BAR)
        case "ring":
            side = em * 4.2
            return picture(chart, ring(chart, side / 2, side / 2, side / 2), side, side)
        case _:
            hint = "use a sparkline, a progress bar or a ring"
            raise WriterError.of("card-graphic", f"a card cannot hold a {chart.kind}", Place(block=chart.id), hint)


def _progress(chart: Chart) -> list[Html]:
    data = [float(point.value) for point in chart.series[0].points if point]
    share = sum(data) / _whole(chart, data)
    return [box(0, 0, _WIDE, _BAR, "rule"), box(0, 0, _WIDE * share, _BAR, ACCENT.color)]


def _sparkline(chart: Chart) -> list[Html]:
    """Return the course in grey and its last point in the accent colour."""
    points = chart.series[0].points
    data = [float(point.value) for point in points if point]
    low, high = min(data, default=0.0), max(data, default=1.0)
    spots: list[tuple[float, float] | None] = []
    for row, point in enumerate(points):
        up = (float(point.value) - low) / (high - low) if point and high > low else 0.5
        across = 3 + (_WIDE - 6) * row / max(len(points) - 1, 1)
        spots.append((across, _HIGH - 4 - up * (_HIGH - 8)) if point else None)
    parts = [path(run, Mark("bar")) for run in runs(spots)]
    known = [spot for spot in spots if spot]
    dots = (element("circle", cx=number(x), cy=number(y), r="2.6", class_="fill-accent") for x, y in known[-1:])
    return [*parts, *dots]


def _wide(words: Words, role: str, pen: Pen) -> float:
    said = enumerate(unlike(words))
    sizes = ((pen.theme.style(role, follow=bool(index)).size, plain(wording.content)) for index, wording in said)
    return max((ems(text) * size for size, text in sizes), default=0.0)


def _high(words: Words, role: str, pen: Pen) -> float:
    return sum(pen.theme.style(role, follow=bool(index)).leading for index in range(len(unlike(words))))
