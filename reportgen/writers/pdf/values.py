"""A card's figure to glyphs: the number large, its unit small on the same baseline, at the scale its row can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen.document import (
    Emphasis,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Piece,
    Reference,
    Strong,
    Text,
    Wording,
)
from reportgen.themes import Style
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.face import Glyph, Typeface
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import Run

STEP = 0.05
"""Sizes step down by this part of the full size, so that near sizes do not look like mistakes."""
UNIT_GAP = 0.3
"""The white before a Han unit, in its ems: a little more than between digits and Han in a line (CLREQ 3.2.4)."""
LEAST_UNIT = 0.8
"""The part of its full size under which no unit goes."""
SMALLEST = 0.55
"""Below this part of the full size a figure is no longer large on one line, and takes several."""
WRAPPED = 0.6, 0.3
"""The part of the full size that it has then at most, and at least however long its number."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs of one face at one size, `gap` points after what stands before."""

    face: Typeface
    style: Style
    glyphs: tuple[Glyph, ...]
    gap: float

    @property
    def width(self) -> float:
        """The advance in points, tracking included."""
        track = self.style.tracking * self.style.size * len(self.glyphs)
        return sum(glyph.advance for glyph in self.glyphs) * self.style.size / 1000 + track


class Value:
    """One wording of a card's value line, on one line; `role` names the number's look, `unit_role` the unit's."""

    def __init__(self, kit: Kit, wording: Wording, role: str, unit_role: str) -> None:
        self.kit, self.wording = kit, wording
        self.number, self.unit = kit.theme.style(role), kit.theme.style(unit_role)
        self.stretches = tuple(self._stretches())
        widths = [(stretch.style is self.number, stretch.gap + stretch.width) for stretch in self.stretches]
        self._numbers = sum(width for large, width in widths if large)
        self._units = sum(width for large, width in widths if not large)

    def width(self, factor: float = 1.0) -> float:
        """Return the width in points at `factor` of the full size."""
        return self._numbers * factor + self._units * max(factor, LEAST_UNIT)

    def _scale(self, stretch: Stretch, factor: float) -> float:
        """Return the factor of one stretch: words beside a number that steps down stay legible."""
        return factor if stretch.style is self.number else max(factor, LEAST_UNIT)

    def factor(self, room: float) -> float:
        """Return the largest step of the full size at which the line fits in `room` points."""
        if self.width() <= room:
            return 1.0
        steps = (step * STEP for step in range(round(1 / STEP), 0, -1))
        return next((step for step in steps if self.width(step) <= room), 0.0)

    def wrapped(self, room: float) -> Paragraph:
        """Return the figure on several lines, its longest number as large as fits in `room` points."""
        most, least = WRAPPED
        longest = max((stretch.width for stretch in self.stretches if stretch.style is self.number), default=0.0)
        number = scaled(self.number, max(min(most, room / longest if longest else most), least))
        unit, lang = scaled(self.unit, LEAST_UNIT), self.wording.lang
        sized = parts(self.wording.content, self.number, self.unit)
        runs = [Run(text, number if style is self.number else unit, lang) for text, style, _ in sized]
        return self.kit.of_runs(runs, number, lang)

    def draw(self, canvas: TaggedCanvas, x: float, baseline: float, factor: float) -> None:
        """Show the line from `x` on `baseline`, inside the element that is open."""
        x -= self._bearing() * factor
        with canvas.marked():
            for stretch, gap in zip(self.stretches, self._gaps_after(factor), strict=True):
                scale = self._scale(stretch, factor)
                size, track = stretch.style.size * scale, stretch.style.tracking * stretch.style.size * scale
                # The white belongs to the last glyph's advance, so that readers copy 9754户 and not 9754 户.
                run = [(glyph, track) for glyph in stretch.glyphs[:-1]] + [(stretch.glyphs[-1], track + gap)]
                canvas.show(x, baseline, stretch.face, size, self.kit.theme.color(stretch.style.color), run)
                x += stretch.width * scale + gap

    def _gaps_after(self, factor: float) -> list[float]:
        """Return the white after each stretch."""
        return [stretch.gap * self._scale(stretch, factor) for stretch in self.stretches[1:]] + [0.0]

    def _bearing(self) -> float:
        """Return the first glyph's left side bearing, taken out so that large figures hang at the edge."""
        if not self.stretches:
            return 0.0
        first = self.stretches[0]
        return first.face.bounds(first.glyphs[0].gid)[0] * first.style.size / 1000

    def _stretches(self) -> Iterator[Stretch]:
        for text, style, gap in parts(self.wording.content, self.number, self.unit):
            for face, part in faces(self.kit, style, text):
                yield Stretch(face, style, face.shape(part), gap)
                gap = 0.0


def scaled(style: Style, factor: float) -> Style:
    """Return `style` at `factor` of its size and leading."""
    return replace(style, size=style.size * factor, leading=style.leading * factor)


def faces(kit: Kit, style: Style, text: str) -> Iterator[tuple[Typeface, str]]:
    """Yield `text` in stretches with the face that sets each."""
    faced = ((kit.fonts.pick(style, char, not is_wide(char)), char) for char in text)
    for _, run in groupby(faced, key=lambda pair: pair[0].name):
        pairs = list(run)
        yield pairs[0][0], "".join(char for _, char in pairs)


def is_wide(char: str) -> bool:
    """Tell whether `char` takes a full em of Han text (UAX #11)."""
    return unicodedata.east_asian_width(char) in "WF"


def parts(content: Inlines, number: Style, unit: Style) -> Iterator[tuple[str, Style, float]]:
    """Yield the parts of a value line with their style and the gap before, in points."""
    flat = list(_flat(content))
    figures = any(isinstance(inline, Figure) for inline in flat)
    for inline in flat:
        if isinstance(inline, Figure):
            for piece in inline.pieces:
                yield _piece(piece, number, unit)
        elif isinstance(inline, Text | Reference) and inline.text:
            yield inline.text, unit if figures else number, 0.0


def _piece(piece: Piece, number: Style, unit: Style) -> tuple[str, Style, float]:
    if piece.kind == "number" or _is_sign(piece.text):
        return piece.text, number, 0.0
    wide = is_wide(piece.text[0])
    if piece.kind == "qualifier":
        return piece.text, number if wide else unit, 0.0
    return piece.text, unit, unit.size * UNIT_GAP if wide and piece.kind == "unit" else 0.0


def _is_sign(text: str) -> bool:
    """Tell whether a unit is a sign such as % that belongs to the number."""
    return not any(char.isalnum() or char.isspace() for char in text)


def _flat(content: Inlines) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Strong(content=inner) | Emphasis(content=inner) | Link(content=inner):
                yield from _flat(inner)
            case LineBreak():
                yield Text(" ")
            case Note():
                pass
            case _:
                yield inline
