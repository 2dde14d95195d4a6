"""Boxes to a set line, its glue stretched or shrunk, and set lines to glyphs and tags on a canvas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.themes import Theme
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.breaking import Measure
from reportgen.writers.pdf.classes import LATIN_KINDS, Kind, han_kind, is_wide
from reportgen.writers.pdf.face import Glyph, Typeface
from reportgen.writers.pdf.runs import Run
from reportgen.writers.pdf.shaping import Unit
from reportgen.writers.pdf.streams import Stream

if TYPE_CHECKING:
    from reportgen.writers.pdf.canvas import RGB, TaggedCanvas

OVERLAP = 0.09
"""By how much boxes may lie on each other, in ems, before readers are told that they belong together."""
DOT, DOT_DROP = 0.07, 0.29
"""The radius of an emphasis dot, and how far its middle lies under the baseline, in ems."""
LOOSEST = 6.0
"""A line that would have to stretch further, as a multiple of its stretch, is better left ragged."""


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its `text`, where its ink begins and how wide it is in points, and its units.

    `owners` has the index of each unit's run.  `air` has the points from each unit to the next and the space typed
    there; the last unit's space is drawn too, so that words stay apart in extracted text.  `ratio` is how far the glue
    is stretched or shrunk, `lacks` how far it would have to be to fill the measure, 0 on a last line.
    """

    text: str
    left: float
    width: float
    units: tuple[Unit, ...]
    owners: tuple[int, ...]
    air: tuple[tuple[float, str], ...]
    ratio: float = 0.0
    lacks: float = 0.0


EMPTY_LINE = Line("", 0.0, 0.0, (), (), ())


def set_line(
    stream: Stream, sums: Measure, start: int, end: int, indent: float, width: float, align: Alignment
) -> Line:
    """Return the units `start` to `end` as a line in a measure of `width`, of which `indent` stays empty."""
    measure, last = width - indent, end == sums.boxes
    full = sums.ratio(start, end, measure)
    ratio = _ratio(full, last, align)
    gaps = stream.gaps[start:end]
    give = [gap.stretch if ratio > 0 else gap.shrink for gap in gaps]
    air = [(gap.natural + ratio * by, gap.space) for gap, by in zip(gaps, give, strict=True)]
    if last:
        air.append((0.0, ""))
    set_width = sums.natural(start, end) + ratio * sum(give[: end - start - 1])
    units = tuple(stream.units[start:end])
    return Line(
        text="".join(unit.text + space for unit, (_, space) in zip(units, air, strict=True)),
        left=indent + _lead(align, measure - set_width),
        width=set_width,
        units=units,
        owners=tuple(stream.owners[start:end]),
        air=tuple(air),
        ratio=ratio,
        lacks=0.0 if last else full,
    )


def _ratio(full: float, last: bool, align: Alignment) -> float:
    """Return the stretch of a line that `full` would fill: it shrinks where it must, and stretches if justified."""
    if full <= 0:
        return max(full, -1.0)
    return full if align == "justify" and not last and full <= LOOSEST else 0.0


def _lead(align: Alignment, slack: float) -> float:
    return {"center": slack / 2, "end": slack}.get(align, 0.0)


@dataclass(frozen=True, slots=True)
class Strip:
    """Glyphs that are shown at once: one line, one run, one face; every glyph with the points of air after it."""

    x: float
    y: float
    face: Typeface
    run: Run
    size: float
    glyphs: list[tuple[Glyph, float]]
    width: float


def draw_lines(
    canvas: TaggedCanvas,
    placed: Sequence[tuple[float, float, Line]],
    runs: Sequence[Run],
    theme: Theme,
) -> None:
    """Draw lines, each at its x and baseline, inside the open element.

    A change of language opens a Span with /Lang, a link its Link; one over several lines is one element.
    """
    strips = [strip for x, y, line in placed for strip in _strips(line, runs, x + line.left, y)]
    for (strip_lang, target), group in groupby(strips, lambda strip: (strip.run.lang, strip.run.target)):
        with _language(canvas, "" if strip_lang == canvas.lang else strip_lang), _link(canvas, target):
            _show(canvas, list(group), theme, target)


def _language(canvas: TaggedCanvas, lang: str) -> AbstractContextManager[object]:
    return canvas.element("Span", lang=lang) if lang else nullcontext()


def _link(canvas: TaggedCanvas, target: str) -> AbstractContextManager[object]:
    return canvas.element("Link") if target else nullcontext()


def _show(canvas: TaggedCanvas, strips: list[Strip], theme: Theme, target: str) -> None:
    with canvas.marked():
        for strip in strips:
            color = theme.color(strip.run.color or strip.run.style.color)
            canvas.show(strip.x, strip.y, strip.face, strip.size, color, strip.glyphs)
            if strip.run.dotted:
                _dot(canvas, strip, color)
    if target:
        contents = "".join(glyph.text for strip in strips for glyph, _ in strip.glyphs)
        for strip in strips:
            low = strip.y + strip.face.descent * strip.size / 1000
            height = (strip.face.ascent - strip.face.descent) * strip.size / 1000
            canvas.link(strip.x, low, strip.width, height, target, contents)


def _dot(canvas: TaggedCanvas, strip: Strip, color: RGB) -> None:
    """Draw a dot under each Han character of a strip, centred; marks have none (CLREQ 3.4.4)."""
    x, em = strip.x, strip.size
    for glyph, extra in strip.glyphs:
        wide = glyph.advance * em / 1000
        if glyph.text and is_wide(glyph.text[0], strip.run.lang) and han_kind(glyph.text[0]) == Kind.HAN:
            canvas.disc(x + wide / 2, strip.y - DOT_DROP * em, DOT * em, color)
        x += wide + extra


def _strips(line: Line, runs: Sequence[Run], x: float, y: float) -> Iterator[Strip]:
    """Yield the strips of a line whose ink begins at `x` on the baseline `y`."""
    lead, shown = _shown(line)
    x += lead
    for (owner, face), group in groupby(shown, lambda item: (line.owners[item[2]], line.units[item[2]].face)):
        items, run = list(group), runs[owner]
        size = line.units[items[0][2]].size
        glyphs = [(glyph, extra) for glyph, extra, _ in items]
        width = sum(glyph.advance * size / 1000 + extra for glyph, extra in glyphs)
        yield Strip(x, y + run.rise, face, run, size, _clustered(glyphs, size), width)
        x += width


def _shown(line: Line) -> tuple[float, list[tuple[Glyph, float, int]]]:
    """Return how far before the line's edge its first box begins, and its glyphs with the points after each.

    Every glyph comes with the index of its unit.  Marks that were set in half an em have their face's whole box here:
    their blank is the font's own, and no reader takes it for a gap.
    """
    lead, shown = 0.0, list[tuple[Glyph, float, int]]()
    for index, (unit, (air, space)) in enumerate(zip(line.units, line.air, strict=True)):
        for glyph, extra in _with_air(unit, air, space, hyphenated=index == len(line.units) - 1):
            before, whole, after = (0.0, glyph, 0.0) if unit.head in LATIN_KINDS else _boxed(glyph, unit)
            if before and shown:
                shown[-1] = (shown[-1][0], shown[-1][1] + before, shown[-1][2])
            elif before:
                lead = before
            shown.append((whole, extra + after, index))
    return lead, shown


def _boxed(glyph: Glyph, unit: Unit) -> tuple[float, Glyph, float]:
    """Return a Han glyph in its face's own box, and by how many points that moves the pen before and after it."""
    natural, em = unit.face.advance(glyph.gid), unit.size / 1000
    if natural == glyph.advance:
        return 0.0, glyph, 0.0
    before = glyph.offset * em
    return before, Glyph(glyph.gid, glyph.text, natural), (glyph.advance - natural) * em - before


def _clustered(glyphs: list[tuple[Glyph, float]], size: float) -> list[tuple[Glyph, float]]:
    """Return `glyphs`, those whose boxes lie on each other as one cluster with one text.

    Where two marks meet, readers that go by boxes would take the second for the beginning of another line.
    """
    first = 0
    for index in range(1, len(glyphs)):
        if glyphs[index - 1][1] < -OVERLAP * size:
            (head, air), (glyph, after) = glyphs[first], glyphs[index]
            glyphs[first] = (replace(head, text=head.text + glyph.text), air)
            glyphs[index] = (replace(glyph, text=""), after)
        else:
            first = index
    return glyphs


def _with_air(unit: Unit, air: float, space: str, *, hyphenated: bool) -> list[tuple[Glyph, float]]:
    """Return a unit's glyphs, tracking between them and `air` after them, in which a typed space keeps its glyph."""
    glyphs = unit.glyphs + (unit.hyphen if hyphenated else ())
    shown = [(glyph, unit.tracking) for glyph in glyphs]
    if not space:
        shown[-1] = (glyphs[-1], unit.tracking + air)
        return shown
    blank = _blank(unit.face, space)
    return [*shown, (blank, air - blank.advance * unit.size / 1000)]


def _blank(face: Typeface, space: str) -> Glyph:
    """Return the glyph of a typed space; no-break spaces read as plain ones, so that a search finds the words."""
    char = space if space == "\u3000" and face.gid(space) else " "
    gid = face.gid(char)
    return Glyph(gid, char, face.advance(gid))
