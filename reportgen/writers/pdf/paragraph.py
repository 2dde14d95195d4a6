"""Runs of mixed Chinese and English to lines set like a typesetter's, measured and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.themes import Style, Theme
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.breaking import EPSILON, Measure, best_breaks, measure
from reportgen.writers.pdf.classes import LATIN_KINDS, Kind, writes_han
from reportgen.writers.pdf.emergency import fitted
from reportgen.writers.pdf.face import Features
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.lines import EMPTY_LINE, Line, draw_lines, set_line
from reportgen.writers.pdf.runs import Run
from reportgen.writers.pdf.sense import by_sense
from reportgen.writers.pdf.shaping import Unit
from reportgen.writers.pdf.streams import Stream, streams_of

if TYPE_CHECKING:
    from reportgen.writers.pdf.canvas import TaggedCanvas

HAN_BOX = 760.0
"""Twice the height of the centre of the Han em square, which stands on 1/1000 em −120 to 880, over the baseline."""
NARROWEST_JUSTIFIED = 22.0
"""Ems below which an English measure is set ragged: justified, it would be full of rivers."""
LOOSE_LATIN = 1.2
"""How far a line of an English paragraph may be stretched before words are broken to set it closer."""
LOOSEST_LATIN = 3.0
"""An English paragraph that has a line stretched further than this is set ragged as a whole, not torn by rivers."""
Measured = tuple[tuple[Stream, Measure], ...]
_MARKS = frozenset({Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.STOP, Kind.MIDDLE, Kind.DASH, Kind.LATIN_CLOSE})


class Paragraph:
    """A paragraph in the look of `style`, of which `align` and `indent` (ems) can be told otherwise.

    A `balanced` one has lines of like width when it is ragged, as titles and labels want; a centred one always has.
    Lengths are in points.  Raises WriterError where the theme has no glyph for a character.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        style: Style,
        fonts: Fonts,
        theme: Theme,
        *,
        lang: str,
        align: Alignment | None = None,
        indent: float | None = None,
        features: Features = (),
    ) -> None:
        self.runs, self.style, self.theme, self.lang = tuple(runs), style, theme, lang
        self.align: Alignment = align or style.align
        self.indent = (style.indent if indent is None else indent) * style.size
        self._center = (fonts.latin(style).cap_height + HAN_BOX) / 4000
        self._fonts, self._features = fonts, features
        self._plain = _measured(streams_of(self.runs, fonts, features))
        self._hyphenated: Measured = ()
        self._natural = self._widest()
        self._lines: dict[float, tuple[Line, ...]] = {}

    def natural_width(self) -> float:
        """Return the width of the paragraph set without any break but its forced ones."""
        return self._natural

    def _widest(self) -> float:
        widths = [sums.natural(0, sums.boxes) for _, sums in self._plain if sums.boxes]
        if widths and self._plain[0][0].units:
            widths[0] += self.indent
        return max(widths, default=0.0)

    def break_lines(self, width: float) -> tuple[Line, ...]:
        """Return the paragraph's lines in a measure of `width`; none is wider, but for a glyph that is itself."""
        if width not in self._lines:
            self._lines[width] = tuple(self._broken(width))
        return self._lines[width]

    def height(self, width: float) -> float:
        """Return the height of the lines in a measure of `width`."""
        return self.count(width) * self.style.leading

    def count(self, width: float) -> int:
        """Return how many lines there are in a measure of `width`, which takes no breaking where each fits on one."""
        if width not in self._lines and self.natural_width() <= width:
            return len(self._plain) if any(stream.units for stream, _ in self._plain) else 0
        return len(self.break_lines(width))

    def first_baseline(self) -> float:
        """Return how far the first baseline lies under the paragraph's top.

        Capitals and Han squares are centred in the leading on a common centre, so that one style has one baseline
        whatever the script, and two styles of one leading differ only by their size.
        """
        return self.style.leading / 2 + self._center * self.style.size

    def draw(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        width: float,
        first: int = 0,
        last: int | None = None,
        tag: str = "P",
    ) -> None:
        """Draw the lines `first` to `last` from `top` down, in a structure element `tag`, or in the open one for ""."""
        lines = self.break_lines(width)[first:last]
        baseline = top - self.first_baseline()
        placed = [(x, baseline - index * self.style.leading, line) for index, line in enumerate(lines)]
        if not tag:
            draw_lines(canvas, placed, self.runs, self.theme)
            return
        with canvas.element(tag, lang=self.lang):
            draw_lines(canvas, placed, self.runs, self.theme)

    def _alignment(self, width: float) -> Alignment:
        """Return how lines are aligned in a measure of `width`."""
        narrow = width < NARROWEST_JUSTIFIED * self.style.size and not writes_han(self.lang)
        return "start" if self.align == "justify" and narrow else self.align

    def _broken(self, width: float) -> list[Line]:
        if not any(stream.units for stream, _ in self._plain):
            return []
        align = self._alignment(width)
        lines = self._aligned(width, align, self._plain)
        if align != "justify" or writes_han(self.lang):
            return lines
        if _loosest(lines) > LOOSE_LATIN:
            if not self._hyphenated:
                self._hyphenated = _measured(streams_of(self.runs, self._fonts, self._features, hyphenates=True))
            lines = min(lines, self._aligned(width, align, self._hyphenated), key=_loosest)
        return self._aligned(width, "start", self._plain) if _loosest(lines) > LOOSEST_LATIN else lines

    def _aligned(self, width: float, align: Alignment, streams: Measured) -> list[Line]:
        lines: list[Line] = []
        for stream, sums in streams:
            indent = 0.0 if lines or align in ("center", "end") else self.indent
            lines += _set(stream, sums, width, indent, align) if stream.units else [EMPTY_LINE]
        return lines


def _loosest(lines: Sequence[Line]) -> float:
    return max((line.lacks for line in lines), default=0.0)


def _set(stream: Stream, sums: Measure, width: float, indent: float, align: Alignment) -> list[Line]:
    """Return the lines of one stream, of which `sums` are the measure, the first one indented."""
    first, ends = width - indent, [sums.boxes]
    if sums.natural(0, sums.boxes) > first + EPSILON:
        stream = fitted(stream, min(first, width))
        if align != "justify":
            stream = by_sense(stream, width)
        sums = _sums(stream)
        ends = best_breaks(sums, width, first, justified=align == "justify", even_last=align == "center")
    return [
        set_line(stream, sums, start, end, 0.0 if start else indent, width, align)
        for start, end in pairwise([0, *ends])
    ]


def _measured(streams: Sequence[Stream]) -> Measured:
    return tuple((stream, _sums(stream)) for stream in streams)


def _sums(stream: Stream) -> Measure:
    units = stream.units
    return measure([unit.width for unit in units], [unit.end for unit in units], stream.gaps, _lonely(units))


def _lonely(units: list[Unit]) -> int:
    """Return the first unit from which on there is but one Han character besides marks (CLREQ 3.1.8)."""
    seen = False
    for index in range(len(units) - 1, -1, -1):
        if units[index].head in LATIN_KINDS and units[index].tail not in _MARKS and len(units[index].text) > 2:
            return index + 1
        if units[index].head not in _MARKS:
            if seen:
                return index + 1
            seen = True
    return 0
