"""List items to hanging blocks behind their number or bullet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.document import List
from reportgen.writers.pdf.boxes import Box, Mention, Space, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import Run

BULLET = "•"
ORDERED, UNORDERED = "/O /List /ListNumbering /Decimal", "/O /List /ListNumbering /Disc"


class ItemBox(Box):
    """One item; a rest on the next page keeps the indent and has no label."""

    def __init__(self, label: Paragraph | None, indent: float, body: Stack, tags: tuple[Tag, Tag]) -> None:
        self.label, self.indent, self.body, self.tags = label, indent, body, tags
        self.before, self.after = Space(), body.after

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the taller of label and blocks."""
        own = self.label.height(self.indent) if self.label else 0.0
        return max(own, self.body.height(width - self.indent, air))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the label, then the blocks."""
        item, body = self.tags
        with item.open(canvas):
            if self.label:
                self.label.draw(canvas, x, top, self.indent, tag="Lbl")
            with body.open(canvas):
                self.body.draw(canvas, x + self.indent, top, width - self.indent, air)

    def least(self, width: float) -> float:
        """Return the height of the first block's least part."""
        return self.body.least(width - self.indent)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split the blocks."""
        head, tail = self.body.split(width - self.indent, room)
        if head is None:
            return None, self
        first = ItemBox(self.label, self.indent, _stack(head), self.tags)
        return first, ItemBox(None, self.indent, _stack(tail), self.tags) if tail is not None else None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids inside."""
        self.body.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the blocks."""
        return self.body.mentions()


def _stack(box: Box) -> Stack:
    return box if isinstance(box, Stack) else Stack([box])


def list_box(kit: Kit, block: List, items: Sequence[Sequence[Box]]) -> Stack:
    """Return the `items` of `block`, made to boxes, behind their labels."""
    style = kit.style("body", kit.langs[0])
    texts = [f"{index}." if block.ordered else BULLET for index in range(1, len(items) + 1)]
    labels = [kit.of_runs([Run(text, style, kit.langs[0])], style, kit.langs[0], "start") for text in texts]
    indent = max([style.size * 0.7, *(label.natural_width() for label in labels)]) + style.size * 0.55
    boxes = [
        ItemBox(label, indent, Stack(item), (Tag("LI"), Tag("LBody")))
        for label, item in zip(labels, items, strict=True)
    ]
    after = Space(style.after)
    tag = Tag("L", attributes=ORDERED if block.ordered else UNORDERED)
    return Stack(boxes, tag, before=Space(), after=after)
