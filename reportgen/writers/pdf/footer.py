"""The foot of a page: the source line at the left, said to readers once, and the page number at the right."""

from __future__ import annotations

from reportgen.document import Document
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying

FOOT = 7 / 25.4 * 72
"""The white between the type area and a page number without a rule (GB/T 9704-2012, 7.5)."""


class Footer:
    """Draws the foot of every page of one document."""

    def __init__(self, kit: Kit, document: Document) -> None:
        self.kit = kit
        self.style = kit.theme.style("footer")
        self.source = Saying(kit, document.footer, "footer")

    @property
    def _room(self) -> float:
        return self.kit.theme.page.measure - self._aside

    @property
    def _aside(self) -> float:
        """The width that is kept for the page number."""
        return self.style.size * 6

    @property
    def rule(self) -> float:
        """The height over the sheet's lower edge of the rule that parts the foot from the page."""
        lines = max(self.source.height(self._room), self.style.leading)
        margin = self.kit.theme.page.bottom
        if not self.kit.theme.folio.ruled:
            return margin - FOOT
        return max(margin * 0.9, margin * 0.38 + lines + self._pad)

    @property
    def _pad(self) -> float:
        return self.kit.theme.grid.gutter * 0.7

    @property
    def top(self) -> float:
        """The height over the sheet's lower edge where the type area ends."""
        if not self.kit.theme.folio.ruled:
            return self.kit.theme.page.bottom
        return self.rule + self.kit.theme.grid.gutter * 1.25

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw the foot of `page`; the source line is content on the last page and an artifact before it."""
        left, right = self.kit.theme.page.left, self.kit.theme.page.width - self.kit.theme.page.right
        grid, top, folio = self.kit.theme.grid, self.rule - self._pad, self.kit.theme.folio
        text = folio.form.format(page=page, pages=pages)
        turned = folio.outer and page % 2 == 0
        with canvas.artifact("Pagination", "Footer"):
            if folio.ruled:
                canvas.rect(left, self.rule, right - left, grid.hairline, self.kit.theme.color("rule"))
            self._number(canvas, (left, right), top, text, turned)
            if page < pages:
                self.source.draw(canvas, left + turned * self._aside, top, self._room)
        if page == pages:
            self.source.draw(canvas, left + turned * self._aside, top, self._room)

    def _number(self, canvas: TaggedCanvas, sides: tuple[float, float], top: float, text: str, turned: bool) -> None:
        """Draw the number at the right, or `turned` at the left; at an outer edge it stands in by an em (GB/T 9704)."""
        face, size = self.kit.fonts.latin(self.style), self.style.size
        drop = (self.style.leading + face.cap_height * size / 1000) / 2
        baseline = top - (self.source.baseline(self._room) if self.source.paragraphs else drop)
        inset = size if self.kit.theme.folio.outer else 0.0
        x = sides[0] + inset if turned else sides[1] - inset - face.width(text, size)
        canvas.text(x, baseline, face, size, self.kit.theme.color(self.style.color), text)
