"""A document's headings to a table of contents: links with the numbers of the pages where the headings stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.document import Contents, Heading, Words, plain
from reportgen.writers.pdf.boxes import SLACK, Box, Space, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying

INDENT = 1.6
"""Ems by which a level of headings is set in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, the id it is found by, and its words as printed."""

    heading: Heading
    id: str
    words: Words


class EntryBox(Box):
    """One line: the heading's words, its page at the right, all of it a link."""

    def __init__(self, kit: Kit, entry: Entry, page: str) -> None:
        self.kit, self.entry, self.page = kit, entry, page
        self.saying = Saying(kit, entry.words, "contents", tag="Span")
        self.style = kit.theme.style("contents")

    def _sides(self, width: float) -> tuple[float, float]:
        """Return the indent and the words' room."""
        indent = (self.entry.heading.level - 1) * INDENT * self.style.size
        return indent, width - indent - self.style.size * 3

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the words' height."""
        return self.saying.height(self._sides(width)[1], air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the words, the page number on the last line's right, and the link over both."""
        indent, room = self._sides(width)
        high = self.height(width, air)
        said = plain(self.entry.words[0].content) if self.entry.words else self.page
        with canvas.element("TOCI"), canvas.element("Reference"), canvas.element("Link"):
            self.saying.draw(canvas, x + indent, top, room)
            face = self.kit.fonts.latin(self.style)
            left = x + width - face.width(self.page, self.style.size)
            with canvas.marked():
                color = self.kit.theme.color(self.style.color)
                canvas.text(left, top - self.saying.baseline(room), face, self.style.size, color, self.page)
            self._leader(canvas, x + indent, left, top - self.saying.baseline(room), room)
            canvas.link(x, top - high, width, high, f"#{self.entry.id}", said)

    def _leader(self, canvas: TaggedCanvas, left: float, right: float, baseline: float, room: float) -> None:
        """Draw dots from the words to the page number, where the words take one line."""
        gap = self.style.size * 0.6
        start = left + self.saying.natural_width() + gap
        if self.saying.natural_width() <= room and start < right - gap:
            hair = self.kit.theme.grid.hairline
            with canvas.artifact():
                canvas.line(start, baseline, right - gap, baseline, hair, self.kit.theme.color("grey"), (hair, gap / 2))


def contents_box(kit: Kit, contents: Contents, entries: Sequence[Entry], pages: Mapping[str, int], tag: str) -> Stack:
    """Return the `entries` down to the depth of `contents`, with the `pages` of their ids as far as they are known."""
    chosen = [entry for entry in entries if entry.heading.level <= contents.depth]
    listed = Stack([EntryBox(kit, entry, str(pages.get(entry.id, 0))) for entry in chosen], Tag("TOC"))
    boxes: list[Box] = [listed] if chosen else []
    if contents.title:
        title = Saying(kit, contents.title, "contents.title", tag=tag)
        title.keeps_next = True
        boxes.insert(0, title)
    space = kit.theme.style("contents").leading + SLACK
    return Stack(boxes, before=Space(space), after=Space(space))
