"""A callout to a label under an accent rule, at the left of the blocks that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.document import Callout
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, Tag, opened
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Saying, TextBox

LABEL_COLUMNS = 2
"""Grid columns that the label takes."""
WIDEST = 0.3
"""The part of the width to which the label's column grows rather than break a short label."""


class CalloutBox(Box):
    """A label column and a text column; a rest on the next page keeps the text's column and has no label."""

    airy = True

    def __init__(self, kit: Kit, label: Saying | None, body: Stack, tag: Tag) -> None:
        self.kit, self.label, self.body, self.tag = kit, label, body, tag
        self.before = self.after = kit.group

    def _columns(self, width: float) -> tuple[float, float]:
        label = self.kit.span(width, LABEL_COLUMNS)
        if self.label:
            label = max(label, min(self.label.widest + SLACK, width * WIDEST))
        return label, width - label - self.kit.theme.grid.gutter * 1.5

    def _drop(self) -> float:
        """Return how far the label starts under the rule: on the text's first baseline where that is lower."""
        pad = self.kit.theme.grid.gutter * 0.75
        if self.label and (text := _first_text(self.body)):
            return max(pad, text.paragraph.first_baseline() + self._lower() - self.label.baseline(0.0))
        return pad

    def _lower(self) -> float:
        """Return how far the text starts under the rule."""
        return self.kit.theme.grid.gutter * 0.25

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the taller column's height."""
        label, body = self._columns(width)
        own = self._drop() + self.label.height(label) if self.label else 0.0
        return max(own, self._lower() + self.body.height(body, air))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the label, then what it names."""
        label, body = self._columns(width)
        with opened(canvas, self.tag):
            if self.label:
                heavy = self.kit.theme.grid.heavy
                with canvas.artifact():
                    canvas.rect(x, top - heavy, label, heavy, self.kit.theme.color("accent"))
                self.label.draw(canvas, x, top - self._drop(), label)
            self.body.draw(canvas, x + width - body, top - self._lower(), body, air)

    def least(self, width: float) -> float:
        """Return the height of label and first lines."""
        label, body = self._columns(width)
        own = self._drop() + self.label.height(label) if self.label else 0.0
        return max(own, self._lower() + self.body.least(body))

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split the text; the label stays with its head."""
        label, body = self._columns(width)
        if self.label and self._drop() + self.label.height(label) > room:
            return None, self
        head, tail = self.body.split(body, room - self._lower())
        if head is None:
            return None, self
        first = CalloutBox(self.kit, self.label, _stack(head), self.tag)
        return first, CalloutBox(self.kit, None, _stack(tail), self.tag) if tail is not None else None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids inside."""
        self.body.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of label and blocks."""
        if self.label:
            yield from self.label.mentions()
        yield from self.body.mentions()


def _first_text(box: Box) -> TextBox | None:
    """Return the paragraph that opens `box`."""
    while isinstance(box, Stack) and box.boxes:
        box = box.boxes[0]
    return box if isinstance(box, TextBox) else None


def _stack(box: Box) -> Stack:
    return box if isinstance(box, Stack) else Stack([box])


def callout_box(kit: Kit, callout: Callout, children: Sequence[Box]) -> CalloutBox:
    """Return `children` beside the label of `callout`."""
    label = Saying(kit, callout.label, "callout.label", beside=False)
    return CalloutBox(kit, label if label.paragraphs else None, Stack(children), Tag("Sect"))
