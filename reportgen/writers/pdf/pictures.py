"""A picture to a figure as wide as its pixels allow, with its caption and credit under it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Picture, plain
from reportgen.errors import Place, WriterError
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.images import require_size
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Line, Saying

COARSEST = 96
"""Pixels an inch below which a picture is set smaller rather than blurred."""
TALLEST = 0.6
"""The most of the type area's height that a picture takes."""


class PictureBox(Box):
    """The picture itself, at its own ratio of sides, inside a Figure element."""

    def __init__(self, kit: Kit, picture: Picture, tag: Tag, most: float) -> None:
        self.kit, self.picture, self.tag, self.most = kit, picture, tag, most

    def _size(self, width: float) -> tuple[float, float]:
        pixels, rows = self.picture.width, self.picture.height
        wide = min(width, pixels * 72 / COARSEST, self.most * pixels / rows)
        return wide, wide * rows / pixels

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the picture's height and the white under it."""
        return self._size(width)[1] + self.kit.theme.grid.gutter * 0.6

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Paint the picture at the left edge."""
        wide, high = self._size(width)
        with self.tag.open(canvas), canvas.marked():
            canvas.image(self.picture, x, top - high, wide, high)

    def fitted(self, width: float, room: float) -> Box | None:
        """Set the picture smaller, down to half."""
        own = self._size(width)[1]
        most = room - self.kit.theme.grid.gutter * 0.6 - SLACK
        return PictureBox(self.kit, self.picture, self.tag, most) if own / 2 <= most < own else None


class Captioned(Line):
    """A caption with the credit at its right where both fit on a line, else under it."""

    def __init__(self, caption: Saying, credit: Saying, gap: float) -> None:
        self.caption, self.credit, self.gap = caption, credit, gap
        self.after = caption.after

    def natural_width(self) -> float:
        """Return the width of both on a line."""
        return self.caption.natural_width() + self.gap + self.credit.natural_width()

    def baseline(self, width: float) -> float:
        """Return the caption's baseline."""
        return self.caption.baseline(width)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height on one line or on two."""
        if self.natural_width() <= width:
            return max(self.caption.height(width, air), self.credit.height(width, air))
        return self.caption.height(width, air) + self.credit.height(width, air)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of caption and credit."""
        yield from self.caption.mentions()
        yield from self.credit.mentions()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw caption and credit."""
        self.caption.draw(canvas, x, top, width, air)
        if self.natural_width() <= width:
            own = self.credit.natural_width()
            drop = self.caption.baseline(width) - self.credit.baseline(width) if self.caption.paragraphs else 0.0
            self.credit.draw(canvas, x + width - own - SLACK, top - drop, own + 2 * SLACK, air)
        else:
            self.credit.draw(canvas, x, top - self.caption.height(width), width, air)


def picture_box(kit: Kit, picture: Picture) -> Stack:
    """Return `picture` with its words; raise WriterError where nothing describes it (ISO 14289-1, 7.3).

    Raises WriterError, too, where its size is none or beyond all use.
    """
    words = picture.alt or picture.caption
    alt = plain(words[0].content) if words else ""
    if not alt:
        message = "the picture has no description for those who do not see it"
        raise WriterError.of("picture-alt", message, Place(block=picture.id), "give it alt words or a caption")
    require_size(picture, picture.width, picture.height)
    page = kit.theme.page
    most = (page.height - page.top - page.bottom) * TALLEST
    boxes: list[Box] = [PictureBox(kit, picture, Tag("Figure", alt=alt), most)]
    caption = Saying(kit, picture.caption, "caption", tag="P")
    credit = Saying(kit, picture.credit, "credit")
    if caption.paragraphs or credit.paragraphs:
        boxes[0].keeps_next = True
        boxes.append(Captioned(caption, credit, kit.theme.grid.gutter * 2))
    return Stack(boxes, before=kit.group, after=kit.group)
