"""The geometry of a page: boxes that know their height at a width, draw themselves and split between two pages.

Lengths are points; a box is told the width it gets and how much `air` the page can spend, from 0 (tight) to 1 (the most
the theme allows), so that one number opens a whole page evenly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from reportgen.writers.pdf.canvas import Element, TaggedCanvas

SLACK = 0.01
"""Points by which a height may miss its room, so that rounding never breaks a page."""


Mention = tuple[str, str]
"""A note by its language and its number there."""

CLOSE = 0.2
"""Points by which a foot may miss the foot that it aims at."""


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical white: `base` points, and up to `stretch` more where the page has air."""

    base: float = 0.0
    stretch: float = 0.0

    def at(self, air: float) -> float:
        """Return the points at `air`."""
        return self.base + self.stretch * air


class Tag:
    """A structure element that the parts of one box share: begun by the first, gone on with after a page break."""

    def __init__(self, kind: str, *, lang: str = "", alt: str = "", attributes: str = "") -> None:
        self.kind, self.lang, self.alt, self.attributes = kind, lang, alt, attributes
        self._element: Element | None = None

    @contextmanager
    def open(self, canvas: TaggedCanvas) -> Iterator[None]:
        """Make the element current."""
        if self._element is not None:
            with canvas.reopen(self._element):
                yield
            return
        with canvas.element(self.kind, lang=self.lang, alt=self.alt, attributes=self.attributes) as element:
            self._element = element
            yield


@contextmanager
def opened(canvas: TaggedCanvas, tag: Tag | None) -> Iterator[None]:
    """Make `tag` current, or nothing where there is none."""
    if tag is None:
        yield
        return
    with tag.open(canvas):
        yield


class Box:
    """What stands on a page; a plain box is of one piece and asks for nothing."""

    before: Space = Space()
    after: Space = Space()
    keeps_next: bool = False
    airy: bool = False

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the points that the box takes at `width`."""
        raise NotImplementedError

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the box with its upper left corner at (`x`, `top`)."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Return the height of the smallest part that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:  # noqa: ARG002
        """Return the part that fits in `room` points, and the rest; (None, self) where no part does."""
        return None, self

    def fitted(self, width: float, room: float) -> Box | None:  # noqa: ARG002
        """Return the box changed, within taste, so that it fits in `room` points; None where it cannot."""
        return None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids that stand in this box."""

    def mentions(self) -> Iterator[Mention]:
        """Yield the notes whose numbers stand in this box."""
        yield from ()


class Stack(Box):
    """Boxes below each other, inside one structure element where `tag` is given."""

    def __init__(
        self, boxes: Sequence[Box], tag: Tag | None = None, *, before: Space | None = None, after: Space | None = None
    ) -> None:
        self.boxes = tuple(boxes)
        self.tag = tag
        self.before = before or (self.boxes[0].before if self.boxes else Space())
        self.after = after or (self.boxes[-1].after if self.boxes else Space())
        self.airy = any(box.airy for box in self.boxes)
        self.keeps_next = bool(self.boxes) and self.boxes[-1].keeps_next

    def gaps(self, air: float) -> list[float]:
        """Return the white above each box; none above the first."""
        pairs = zip(self.boxes, self.boxes[1:], strict=False)
        return [0.0] + [max(one.after.at(air), other.before.at(air)) for one, other in pairs]

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the boxes' heights and the white between them."""
        if not self.boxes:
            return 0.0
        return sum(self.gaps(air)) + sum(box.height(width, air) for box in self.boxes)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the boxes downwards from `top`."""
        with opened(canvas, self.tag):
            for box, gap in zip(self.boxes, self.gaps(air) if self.boxes else (), strict=True):
                top -= gap
                box.draw(canvas, x, top, width, air)
                top -= box.height(width, air)

    def least(self, width: float) -> float:
        """Return the height of the first box's least part, with what must not be parted from it."""
        height = 0.0
        for box, gap in zip(self.boxes, self.gaps(0.0) if self.boxes else (), strict=True):
            if not box.keeps_next:
                return height + gap + box.least(width)
            height += gap + box.height(width)
        return height

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Fill `room`, then split the box that no longer fits; a title is never left behind at the foot."""
        placed: list[Box] = []
        rest: list[Box] = list(self.boxes)
        for gap in self.gaps(0.0):
            box = rest[0]
            room -= gap
            if box.height(width) > room + SLACK:
                head, tail = self._last(box, width, room)
                if head is not None:
                    placed.append(head)
                    rest[:1] = [tail] if tail is not None else []
                break
            room -= box.height(width)
            placed.append(rest.pop(0))
            if not rest:
                break
        while rest and placed and placed[-1].keeps_next:
            rest.insert(0, placed.pop())
        return self._part(placed), self._part(rest)

    @staticmethod
    def _last(box: Box, width: float, room: float) -> tuple[Box | None, Box | None]:
        fitted = box.fitted(width, room)
        return (fitted, None) if fitted is not None else box.split(width, room)

    def _part(self, boxes: Sequence[Box]) -> Box | None:
        return self.like(boxes) if boxes else None

    def like(self, boxes: Sequence[Box]) -> Stack:
        """Return a stack of other `boxes` in the same structure element."""
        return Stack(boxes, self.tag, before=self.before, after=self.after)

    def fitted(self, width: float, room: float) -> Box | None:
        """Change the one box that can be changed so that the whole fits."""
        excess = self.height(width) - room
        for index, box in enumerate(self.boxes):
            if (other := box.fitted(width, box.height(width) - excess)) is not None:
                return self.like([*self.boxes[:index], other, *self.boxes[index + 1 :]])
        return None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids of all boxes."""
        for box in self.boxes:
            box.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of all boxes."""
        for box in self.boxes:
            yield from box.mentions()


class Anchored(Box):
    """A box that a link or the table of contents leads to by its `id`."""

    def __init__(self, box: Box, id: str, *, mark: bool = True) -> None:  # noqa: A002
        self.box, self.id, self.mark = box, id, mark
        self.before, self.after = box.before, box.after
        self.keeps_next, self.airy = box.keeps_next, box.airy

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the box's height."""
        return self.box.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Set the destination at the box's head, then draw it."""
        if self.mark:
            canvas.destination(self.id, top)
        self.box.draw(canvas, x, top, width, air)

    def least(self, width: float) -> float:
        """Return the box's least part."""
        return self.box.least(width)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split the box; its first part keeps the id."""
        head, tail = self.box.split(width, room)
        return (Anchored(head, self.id, mark=self.mark), tail) if head is not None else (None, self)

    def fitted(self, width: float, room: float) -> Box | None:
        """Change the box within taste."""
        other = self.box.fitted(width, room)
        return Anchored(other, self.id, mark=self.mark) if other is not None else None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the id, and those inside."""
        seen(self.id)
        self.box.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the box."""
        return self.box.mentions()


def solve(height: Callable[[float], float], target: float, most: float) -> float:
    """Return the air from 0 to `most` at which a rising `height` reaches `target`, never passing it.

    Heights are straight lines bent where another column becomes the tallest, so that chords close in fast.
    """
    low, high = 0.0, most
    low_height, high_height = height(low), height(high)
    if high_height <= target:
        return most
    while target - low_height > CLOSE and high - low > CLOSE / 1000:
        middle = low + (high - low) * (target - low_height) / (high_height - low_height)
        reached = height(middle)
        if reached > target:
            high, high_height = middle, reached
        elif middle == low:
            break
        else:
            low, low_height = middle, reached
    return low
