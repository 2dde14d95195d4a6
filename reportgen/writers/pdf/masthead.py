"""A masthead to the band of accent colour that opens a page, bled to three edges, with the year in outline at its right."""

from __future__ import annotations

from reportgen.document import Masthead
from reportgen.writers.pdf.boxes import Box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying

OUTLINE = 0.012
"""The year's stroke, in ems of its size."""
NEAR = 0.62
"""The part of the measure that words may take where a year stands at their right."""


class MastheadBox(Box):
    """Kicker, title and subtitle on the band; the year is decoration, since the words say the period."""

    airy = True

    def __init__(self, kit: Kit, masthead: Masthead) -> None:
        self.kit, self.year = kit, masthead.year
        self.after = kit.group
        self.kicker = Saying(kit, masthead.kicker, "masthead.kicker")
        self.title = Saying(kit, masthead.title, "masthead.title", tag="H1", beside=False)
        self.subtitle = Saying(kit, masthead.subtitle, "masthead.subtitle")
        self.lines = [line for line in (self.kicker, self.title, self.subtitle) if line.paragraphs]

    def _pads(self, air: float) -> tuple[float, float]:
        """Return the white above the first and under the last line, from the sheet's edge."""
        page, gutter = self.kit.theme.page, self.kit.theme.grid.gutter
        return page.top * 0.55 + gutter * 0.5 * air, gutter * (1.2 + 0.6 * air)

    def _room(self, width: float) -> float:
        """Return the width that words take before they wrap: short titles leave the right to the year."""
        return width * NEAR if self.year and self.title.natural_width() <= width * NEAR else width

    def _heights(self, width: float) -> list[float]:
        return [line.height(self._line_room(line, width)) for line in self.lines]

    def _line_room(self, line: Saying, width: float) -> float:
        return width if line is self.kicker else self._room(width)

    def _band(self, width: float, air: float) -> float:
        gaps = self.kit.theme.grid.gutter * 0.4 * (len(self.lines) - 1)
        return sum(self._pads(air)) + sum(self._heights(width)) + gaps

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the part of the band that reaches into the type area."""
        return max(self._band(width, air) - self.kit.theme.page.top, 0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the band from the sheet's upper edge, the year, then the words."""
        page, theme = self.kit.theme.page, self.kit.theme
        band = max(self._band(width, air), page.top)
        with canvas.artifact():
            canvas.rect(0, page.height - band, page.width, band, theme.color("accent"))
        if self.year:
            self._draw_year(canvas, x, page.height - band, width, band)
        y = page.height - self._pads(air)[0]
        for line, height in zip(self.lines, self._heights(width), strict=True):
            line.draw(canvas, x, y, self._line_room(line, width))
            y -= height + theme.grid.gutter * 0.4

    def _draw_year(self, canvas: TaggedCanvas, x: float, foot: float, width: float, band: float) -> None:
        """Outline the year at the right edge, as large as the band and what the title leaves allow."""
        style, kit = self.kit.theme.style("masthead.year"), self.kit
        face = kit.fonts.latin(style)
        natural = face.width(self.year, 1.0) + style.tracking * len(self.year)
        free = width - min(self._widest(width), width * NEAR) - kit.theme.grid.gutter * 2
        high = band - 2 * kit.theme.grid.gutter
        size = min(style.size, free / natural, high * 1000 / face.cap_height)
        left = x + width - natural * size
        run = [(glyph, style.tracking * size) for glyph in face.shape(self.year)]
        with canvas.artifact(), canvas.clip(0, foot, kit.theme.page.width, band):
            canvas.show(left, foot + kit.theme.grid.gutter, face, size, kit.theme.color(style.color), run, outline=OUTLINE * size)

    def _widest(self, width: float) -> float:
        lines = (self.title, self.subtitle)
        widths = [min(part.natural_width(), width) for line in lines for part in line.paragraphs]
        return max(widths, default=0.0)
