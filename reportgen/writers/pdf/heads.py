"""What stands on a page around its boxes: the running head from the second page on, and the mark across every page."""

from __future__ import annotations

from math import atan2, hypot

from reportgen.document import Document, plain
from reportgen.themes import Style
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying
from reportgen.writers.pdf.values import faces

ROLE = "mark"
REACH = 0.8
"""The part of the sheet's diagonal that a mark takes."""
HIGH, LOW = 0.22, 0.11
"""The most of the sheet's width that the letters of a mark's first and second language are high."""
LEADING = 1.3
"""A mark's leading, in its letters' size."""
VEIL = 14
"""The opacity of a mark in percent: what lies under it stays legible."""


class RunningHead:
    """The title of `document` at the left over the type area, where the theme has a `header` role."""

    def __init__(self, kit: Kit, document: Document) -> None:
        self.kit = kit
        self.said = Saying(kit, document.title if "header" in kit.theme.styles else (), "header")

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the title and the rule under it as an artifact of the page (ISO 14289-1, 7.8)."""
        if not self.said.paragraphs:
            return
        page, grid = self.kit.theme.page, self.kit.theme.grid
        foot = page.height - page.top + grid.gutter * 1.25
        height = self.said.height(page.measure)
        with canvas.artifact("Pagination", "Header"):
            canvas.rect(page.left, foot, page.measure, grid.hairline, self.kit.theme.color("rule"))
            self.said.draw(canvas, page.left, foot + height + grid.gutter * 0.4, page.measure)


class Mark:
    """The words that stand across every page: a draft, an embargo; a veil, under which the page stays legible."""

    def __init__(self, kit: Kit, document: Document) -> None:
        page, style = kit.theme.page, kit.theme.style(ROLE)
        self.middle, self.angle = (page.width / 2, page.height / 2), atan2(page.height, page.width)
        texts = [text for wording in document.mark if (text := plain(wording.content))]
        most = [page.width * (LOW if index else HIGH) for index in range(len(texts))]
        self.lines = [_Line(kit, style, text, high) for text, high in zip(texts, most, strict=True)]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the lines from corner to corner as an artifact (ISO 32000-1, 14.8.2.2)."""
        if not self.lines:
            return
        with canvas.artifact("Pagination", "Watermark"), canvas.veiled(*self.middle, self.angle, VEIL):
            y = sum(line.size for line in self.lines) * LEADING / 2
            for line in self.lines:
                y -= line.size * LEADING
                line.draw(canvas, y + line.size * (LEADING - 1))


class _Line:
    """One language of a mark, as large as the diagonal allows, up to `most` points."""

    def __init__(self, kit: Kit, style: Style, text: str, most: float) -> None:
        page, self.color = kit.theme.page, kit.theme.color(style.color)
        self.parts = [(face, face.shape(part)) for face, part in faces(kit, style, text)]
        self.width = sum(glyph.advance for _, glyphs in self.parts for glyph in glyphs) / 1000
        self.size = min(hypot(page.width, page.height) * REACH / self.width, most)

    def draw(self, canvas: TaggedCanvas, y: float) -> None:
        """Draw the line, its middle over the origin, on the baseline `y`."""
        x = -self.width * self.size / 2
        for face, glyphs in self.parts:
            run = [(glyph, 0.0) for glyph in glyphs]
            canvas.show(x, y, face, self.size, self.color, run)
            x += sum(glyph.advance for glyph in glyphs) / 1000 * self.size
