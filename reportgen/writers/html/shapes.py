"""The shapes that a drawing is made of: marks, lines and labels in, SVG out, its lengths in points."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Chart, Words
from reportgen.themes.marks import Mark
from reportgen.writers.html.inlines import Pen, said_plainly, unlike
from reportgen.writers.html.markup import Html, element, join, text

SEAM = 0.75
"""Points of paper between the parts of a stack."""
HATCH = 4.0
"""Points between the lines of a hatched area."""
DARK = ("accent", "soft", "ink", "grey")
"""The colours on which a value is set in the colour for dark ground."""

Box = tuple[float, float, float, float]
Spot = tuple[float, float]


def picture(chart: Chart, parts: list[Html], width: float, height: float) -> Html:
    """Return the drawing of `chart`, named for those who do not see it by its `alt` or its title."""
    name = said_plainly(chart.alt, " ") or said_plainly(chart.title)
    view = f"0 0 {number(width)} {number(height)}"
    style = f"--width:{number(width)}pt"
    return element("svg", join(parts), viewBox=view, style=style, role="img", aria_label=name)


def fill(place: Box, mark: Mark, label: Words = ()) -> Html:
    """Return an area in the look of `mark`."""
    drawn = box(*place, mark.color, label)
    return join((drawn, _hatch(place))) if mark.hatched else drawn


def box(x: float, y: float, width: float, height: float, color: str, label: Words = ()) -> Html:
    """Return a box in a colour, with what it says to those who point at it."""
    place = {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}
    return element("rect", *([tip(label)] if label else []), **place, class_=f"fill-{color}")


def _hatch(place: Box) -> Html:
    """Return lines of the paper's colour that slope over a box and end at its edges."""
    x, y, width, height = place
    lines = []
    for step in range(1, int((width + height) / HATCH) + 1):
        along = step * HATCH
        start = x + max(0.0, along - height), y + height - min(height, along)
        end = x + min(width, along), y + height - max(0.0, along - width)
        lines.append(f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}")
    return element("path", d="".join(lines), class_="line-paper", stroke_width="0.8")


def tip(label: Words) -> Html:
    """Return what a reader sees who points at a mark: its value, also where there is no room to write it."""
    return element("title", text(said_plainly(unlike(label))))


def path(spots: list[Spot], mark: Mark) -> Html:
    """Return a line through `spots` in the look of `mark`."""
    points = " ".join(f"{number(x)},{number(y)}" for x, y in spots)
    dashes = " ".join(number(dash * 1.5) for dash in mark.dashes)
    return element("polyline", points=points, class_=f"line-{mark.color}", stroke_dasharray=dashes)


def runs(spots: list[Spot | None]) -> Iterator[list[Spot]]:
    """Yield the stretches of `spots` between those that are missing."""
    run: list[Spot] = []
    for spot in [*spots, None]:
        if spot:
            run.append(spot)
        elif run:
            yield run
            run = []


def label_lines(words: Words, x: float, middle: float, anchor: str, role: str, pen: Pen) -> Html:
    """Return each wording as a line of text, all of them together centred on the height `middle`."""
    words = unlike(words)
    styles = [pen.theme.style(role, follow=bool(index)) for index in range(len(words))]
    y = middle - sum(style.leading for style in styles) / 2
    parts = []
    for index, (wording, style) in enumerate(zip(words, styles, strict=True)):
        name = style.role.replace(".", "-") + (" follow" if index else "")
        base = y + style.leading / 2 + style.size * 0.36
        content = pen.svg_inlines(wording.content)
        parts.append(
            element("text", content, x=number(x), y=number(base), text_anchor=anchor, class_=name, lang=wording.lang)
        )
        y += style.leading
    return join(parts)


def number(length: float) -> str:
    """Return a length with no more digits than a screen shows."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
