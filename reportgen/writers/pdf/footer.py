"""The foot of a page: the source line at the left, said to readers once, and the page number at the right."""

from __future__ import annotations

from reportgen.document import Document
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying


class Footer:
    """Draws the foot of every page of one document."""

    def __init__(self, kit: Kit, document: Document) -> None:
        self.kit = kit
        self.style = kit.theme.style("footer")
        self.source = Saying(kit, document.footer, "footer")

    @property
    def _room(self) -> float:
        return self.kit.theme.page.measure - self.style.size * 6

    @property
    def rule(self) -> float:
        """The height over the sheet's lower edge of the rule that parts the foot from the page."""
        lines = max(self.source.height(self._room), self.style.leading)
        margin = self.kit.theme.page.bottom
        return max(margin * 0.9, margin * 0.38 + lines + self._pad)

    @property
    def _pad(self) -> float:
        return self.kit.theme.grid.gutter * 0.7

    @property
    def top(self) -> float:
        """The height over the sheet's lower edge where the type area ends."""
        return self.rule + self.kit.theme.grid.gutter * 1.25

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw the foot of `page`; the source line is content on the last page and an artifact before it."""
        left, right = self.kit.theme.page.left, self.kit.theme.page.width - self.kit.theme.page.right
        grid, top = self.kit.theme.grid, self.rule - self._pad
        with canvas.artifact("Pagination", "Footer"):
            canvas.rect(left, self.rule, right - left, grid.hairline, self.kit.theme.color("rule"))
            self._number(canvas, right, top, f"{page} / {pages}")
            if page < pages:
                self.source.draw(canvas, left, top, self._room)
        if page == pages:
            self.source.draw(canvas, left, top, self._room)

    def _number(self, canvas: TaggedCanvas, right: float, top: float, text: str) -> None:
        face, size = self.kit.fonts.latin(self.style), self.style.size
        drop = (self.style.leading + face.cap_height * size / 1000) / 2
        baseline = top - (self.source.baseline(self._room) if self.source.paragraphs else drop)
        canvas.text(right - face.width(text, size), baseline, face, size, self.kit.theme.color(self.style.color), text)
