"""A document to a PDF that is set like a newspaper page, tagged and archival (PDF/UA-1 and PDF/A)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import Contents, Document
from reportgen.document.walk import walk
from reportgen.themes import Theme
from reportgen.writers.pdf.attachments import Attachment
from reportgen.writers.pdf.build import Builder
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.fitting import CLOSE_WORTH, is_panel_page, largest, opening, smaller
from reportgen.writers.pdf.flow import Sheet, air_of, page_room, paginate
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.footer import Footer
from reportgen.writers.pdf.heads import Mark, RunningHead
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.masthead import MastheadBox
from reportgen.writers.pdf.notes import note_boxes
from reportgen.writers.pdf.pagegrid import has_grid, on_grid, snapped

MEDIA_TYPE = "application/pdf"
DEFAULT_STANDARD = "a-2a"
PASSES = 4
"""Layouts after which page numbers in a table of contents have come to rest: they can only move by its own length."""


def write(
    document: Document, theme: Theme, *, standard: str = DEFAULT_STANDARD, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Return `document` in the look of `theme` as a PDF file of a `standard`; raise WriterError where it cannot be set.

    `attachments` travel inside an a-3a file.
    """
    fonts = Fonts(theme)
    canvas = TaggedCanvas(document, theme, fonts, standard)
    for attachment in attachments:
        canvas.attach(attachment)
    kit = Kit(theme, fonts, document.langs)
    if has_grid(theme, document.langs):
        kit = on_grid(kit, page_room(kit, Footer(kit, document)))
    kit, sheets = _fitted(kit, document)
    _draw(canvas, kit, sheets, document)
    return canvas.finish()


def _draw(canvas: TaggedCanvas, kit: Kit, sheets: Sequence[Sheet], document: Document) -> None:
    """Draw every page with its running head, its notes, its foot and the mark across it."""
    footer, head, mark = Footer(kit, document), RunningHead(kit, document), Mark(kit, document)
    page, room = kit.theme.page, page_room(kit, footer)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            canvas.new_page()
            if not _opens_with_band(sheet):
                head.draw(canvas)
        sheet.body.draw(canvas, page.left, page.height - page.top, page.measure, air_of(sheet, page.measure, room))
        if sheet.foot:
            top = page.height - page.top - room + sheet.foot.height(page.measure)
            sheet.foot.draw(canvas, page.left, top, page.measure)
        footer.draw(canvas, number, len(sheets))
        mark.draw(canvas)


def _opens_with_band(sheet: Sheet) -> bool:
    """Tell whether a masthead stands where the running head would."""
    return bool(sheet.body.boxes) and isinstance(sheet.body.boxes[0], MastheadBox)


def _fitted(kit: Kit, document: Document) -> tuple[Kit, list[Sheet]]:
    """Lay the document out; where it opens with a page of panels that misses its sheet by little, a little smaller."""
    first = opening(document)
    sheets = _sheets(kit, first)
    if len(sheets) == 2 and is_panel_page(first):
        kit, sheets = _closer(kit, first) or (kit, sheets)
    return kit, sheets if first is document else _sheets(kit, document)


def _closer(kit: Kit, document: Document) -> tuple[Kit, list[Sheet]] | None:
    """Lay the document out on one sheet at the largest size that allows it; nothing where none does."""
    tried: dict[float, tuple[Kit, list[Sheet]]] = {}

    def fits(size: float) -> bool:
        close = replace(kit, theme=smaller(kit.theme, size), worth=CLOSE_WORTH)
        tried[size] = close, _sheets(close, document)
        return len(tried[size][1]) == 1

    size = largest(fits)
    return tried[size] if size else None


def _sheets(kit: Kit, document: Document) -> list[Sheet]:
    """Lay the document out, again with true page numbers where it has a table of contents."""
    room = page_room(kit, Footer(kit, document))
    pages: dict[str, int] = {}
    for _ in range(PASSES):
        boxes = Builder(kit, document, pages).boxes(document.blocks)
        if has_grid(kit.theme, kit.langs):
            boxes = snapped(boxes, room / kit.theme.page.lines)
        sheets = paginate(kit, boxes, room, note_boxes(kit, document))
        found = _found(sheets)
        if found == pages or not any(isinstance(block, Contents) for block in walk(document.blocks)):
            break
        pages = found
    return sheets


def _found(sheets: list[Sheet]) -> dict[str, int]:
    """Return the page of every id, the first where a block goes over pages."""
    pages: dict[str, int] = {}
    for number, sheet in enumerate(sheets, 1):
        names: list[str] = []
        sheet.body.find(names.append)
        pages = dict.fromkeys(names, number) | pages
    return pages
