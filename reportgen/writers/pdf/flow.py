"""Boxes to pages: filled top to bottom, opened with air so that a page ends on purpose, and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.errors import WriterError
from reportgen.writers.pdf.boxes import SLACK, Box, Stack, solve
from reportgen.writers.pdf.build import PageStart
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.footer import Footer
from reportgen.writers.pdf.kit import Kit

EMPTY = 0.12
"""The part of a page that may stay empty under boxes at full air; a page with more is not meant to be full."""
CALM = 0.4
"""The air of a page that is not meant to be full."""


def page_room(kit: Kit, footer: Footer) -> float:
    """Return the height of the type area between the upper margin and the foot."""
    return kit.theme.page.height - kit.theme.page.top - footer.top


def paginate(kit: Kit, boxes: Sequence[Box], room: float) -> list[Stack]:
    """Return the pages that hold `boxes`, `room` points high; raise WriterError for a box that no page can hold."""
    return [page for part in _parts(boxes) for page in _pages(part, kit.theme.page.measure, room)]


def _parts(boxes: Sequence[Box]) -> Iterator[Stack]:
    """Yield what stands between forced page starts; the first start of a document starts nothing new."""
    part: list[Box] = []
    for box in boxes:
        if not isinstance(box, PageStart):
            part.append(box)
        elif part:
            yield Stack(part)
            part = []
    yield Stack(part)


def _pages(part: Stack, width: float, room: float) -> Iterator[Stack]:
    rest: Box | None = part
    while rest is not None:
        if rest.height(width) <= room + SLACK:
            head, rest = rest, None
        else:
            head, rest = _filled(rest, width, room)
        yield head if isinstance(head, Stack) else Stack([head])


def _filled(rest: Box, width: float, room: float) -> tuple[Box, Box | None]:
    head, tail = rest.split(width, room)
    if head is not None:
        return head, tail
    message = f"a block is {rest.least(width):.0f} points high, and a page holds {room:.0f}"
    raise WriterError.of("page-too-small", message, hint="shorten its words, or choose a theme with a larger page")


def _air(page: Stack, width: float, room: float) -> float:
    """Return the air that fills the page, or a calm measure of it where even the most leaves a large hole."""
    if not page.airy:
        return 0.0
    if room - page.height(width, 1.0) > room * EMPTY:
        return CALM
    return solve(lambda air: page.height(width, air), room, 1.0)


def draw(canvas: TaggedCanvas, kit: Kit, sheets: Sequence[Stack], footer: Footer) -> None:
    """Draw every page and its foot."""
    page, room = kit.theme.page, page_room(kit, footer)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            canvas.new_page()
        air = _air(sheet, page.measure, room)
        sheet.draw(canvas, page.left, page.height - page.top, page.measure, air)
        footer.draw(canvas, number, len(sheets))
