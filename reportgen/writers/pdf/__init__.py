"""A document to a PDF that is set like a newspaper page, tagged and archival (PDF/UA-1 and PDF/A-2a)."""

from __future__ import annotations

from reportgen.document import Contents, Document
from reportgen.document.walk import walk
from reportgen.themes import Theme
from reportgen.writers.pdf.boxes import Box
from reportgen.writers.pdf.build import Builder
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.flow import Sheet, draw, paginate
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.footer import Footer
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.notes import notes_box

MEDIA_TYPE = "application/pdf"
PASSES = 4
"""Layouts after which page numbers in a table of contents have come to rest: they can only move by its own length."""


def write(document: Document, theme: Theme) -> bytes:
    """Return `document` in the look of `theme` as a PDF file; raise WriterError where it cannot be set."""
    fonts = Fonts(theme)
    canvas = TaggedCanvas(document, theme, fonts)
    kit = Kit(theme, fonts, document.langs)
    footer = Footer(kit, document)
    draw(canvas, kit, _sheets(kit, document, footer), footer)
    return canvas.finish()


def _sheets(kit: Kit, document: Document, footer: Footer) -> list[Sheet]:
    """Lay the document out, again with true page numbers where it has a table of contents."""
    room = kit.theme.page.height - kit.theme.page.top - footer.top
    pages: dict[str, int] = {}
    for _ in range(PASSES):
        sheets = paginate(kit, _boxes(kit, document, pages), room)
        found = _found(sheets)
        if found == pages or not any(isinstance(block, Contents) for block in walk(document.blocks)):
            break
        pages = found
    return sheets


def _boxes(kit: Kit, document: Document, pages: dict[str, int]) -> list[Box]:
    boxes = Builder(kit, document, pages).boxes(document.blocks)
    notes = notes_box(kit, document)
    return [*boxes, notes] if notes else boxes


def _found(sheets: list[Sheet]) -> dict[str, int]:
    """Return the page of every id."""
    pages: dict[str, int] = {}
    for number, sheet in enumerate(sheets, 1):
        sheet.content.find(lambda name, number=number: pages.setdefault(name, number))  # type: ignore[misc]
    return pages
