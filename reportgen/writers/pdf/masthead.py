"""A masthead to the band of accent that opens a page, bled to three edges, with the year in outline at its right."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Masthead
from reportgen.writers.pdf.boxes import SLACK, Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.face import Glyph, Typeface
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.runs import runs_of
from reportgen.writers.pdf.text import Saying
from reportgen.writers.pdf.values import faces, scaled

OUTLINE = 0.012
"""The year's stroke, in ems of its size."""
NEAR = 0.67
"""The part of the measure that words may take where a year stands at their right."""
SMALLEST = 0.7
"""The part of its full size to which a title steps down before it breaks over two lines."""


class MastheadBox(Box):
    """Kicker, title and subtitle on the band; the year is decoration, since the words say the period."""

    airy = True

    def __init__(self, kit: Kit, masthead: Masthead) -> None:
        self.kit, self.year = kit, masthead.year
        self.after = kit.group
        self.kicker = Saying(kit, masthead.kicker, "masthead.kicker")
        self.subtitle = Saying(kit, masthead.subtitle, "masthead.subtitle")
        self.words = masthead.title
        self._titles: dict[float, Saying] = {}

    def _title(self, room: float) -> Saying:
        """Return the title, its size stepped down while that saves it a line break."""
        if room not in self._titles:
            self._titles[room] = self._sized(room)
        return self._titles[room]

    def _sized(self, room: float) -> Saying:
        full = Saying(self.kit, self.words, "masthead.title", tag="H1", beside=False)
        if not full.paragraphs or full.paragraphs[0].natural_width() <= room:
            return full
        style = self.kit.theme.style("masthead.title")
        factor = max(room / full.paragraphs[0].natural_width() - SLACK, SMALLEST)
        smaller, first = scaled(style, factor), self.words[0]
        lead = self.kit.of_runs(runs_of(first.content, smaller, first.lang), smaller, first.lang)
        full.paragraphs = (lead, *full.paragraphs[1:])
        return full

    def _lines(self, width: float) -> list[tuple[Saying, float]]:
        """Return the lines that say something, each with its room: the year takes the right."""
        room = width * NEAR if self.year else width
        lines = [
            (self.kicker, width),
            (self._title(room), room),
            (self.subtitle, width if self._is_raised(width) else room),
        ]
        return [(line, own) for line, own in lines if line.paragraphs]

    def _is_raised(self, width: float) -> bool:
        """Tell whether the subtitle's languages share a line only if that runs under the year."""
        return bool(self.year) and width * NEAR < self.subtitle.natural_width() <= width

    def _pads(self, air: float) -> tuple[float, float]:
        """Return the white above the first and under the last line, from the sheet's edge."""
        page, gutter = self.kit.theme.page, self.kit.theme.grid.gutter
        return page.top * 0.55 + gutter * 0.5 * air, gutter * (1.2 + 0.6 * air)

    @property
    def _gap(self) -> float:
        return self.kit.theme.grid.gutter * 0.4

    def _band(self, width: float, air: float) -> float:
        lines = self._lines(width)
        words = sum(line.height(room) for line, room in lines) + self._gap * (len(lines) - 1)
        return max(sum(self._pads(air)) + words, self.kit.theme.page.top)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the part of the band that reaches into the type area."""
        return self._band(width, air) - self.kit.theme.page.top

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the band from the sheet's upper edge, the year, then the words."""
        page, theme, band = self.kit.theme.page, self.kit.theme, self._band(width, air)
        with canvas.artifact():
            canvas.rect(0, page.height - band, page.width, band, theme.color("accent"))
        if self.year:
            self._draw_year(canvas, x, width, band)
        y = page.height - self._pads(air)[0]
        for line, room in self._lines(width):
            line.draw(canvas, x, y, room)
            y -= line.height(room) + self._gap

    def _draw_year(self, canvas: TaggedCanvas, x: float, width: float, band: float) -> None:
        """Outline the year at the right edge, as large as the band and what the words leave allow."""
        style, kit, page = self.kit.theme.style("masthead.year"), self.kit, self.kit.theme.page
        parts = [(face, face.shape(text)) for face, text in faces(kit, style, self.year)]
        widths = [sum(glyph.advance / 1000 + style.tracking for glyph in glyphs) for _, glyphs in parts]
        size = min(style.size, self._year_size(width, band, sum(widths), kit.fonts.latin(style).cap_height / 1000))
        lift = self._lift(width)
        left = x + width - sum(widths) * size + _bearing(parts) * size
        foot = page.height - band
        with canvas.artifact(), canvas.clip(0, foot, page.width, band):
            for (face, glyphs), wide in zip(parts, widths, strict=True):
                run = [(glyph, style.tracking * size) for glyph in glyphs]
                canvas.show(left, foot + lift, face, size, kit.theme.color(style.color), run, outline=OUTLINE * size)
                left += wide * size

    def _lift(self, width: float) -> float:
        """Return the year's baseline over the foot of the band."""
        foot = self.kit.theme.grid.gutter * 1.2
        return foot + self.subtitle.height(width) + self._gap if self._is_raised(width) else foot

    def _year_size(self, width: float, band: float, natural: float, capital: float) -> float:
        """Return the larger of two sizes: under the kicker as wide as title and subtitle leave, or beside all three."""
        gap, high = self.kit.theme.grid.gutter * 2.5, band - self._lift(width) - self._pads(0.0)[0]
        kicker = self.kicker.height(width) + 2 * self._gap
        under = min((width - self._widest(width) - gap) / natural, (high - kicker) / capital)
        widest = max(self._widest(width), self.kicker.natural_width())
        return max(under, min((width - widest - gap) / natural, high / capital))

    def _widest(self, width: float) -> float:
        """Return how far to the right title and subtitle reach."""
        room = width * NEAR
        beside = self.subtitle.natural_width() if self.subtitle.is_beside(room) else 0.0
        lines = (self._title(room),) if self._is_raised(width) else (self._title(room), self.subtitle)
        return max([beside, *(min(line.widest, room) for line in lines)])


def _bearing(parts: Sequence[tuple[Typeface, Sequence[Glyph]]]) -> float:
    """Return the last glyph's right side bearing in ems, so that a large year ends at the edge."""
    face, glyphs = parts[-1]
    return (glyphs[-1].advance - face.bounds(glyphs[-1].gid)[2]) / 1000
