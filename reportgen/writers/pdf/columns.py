"""Columns to stacks side by side: tops aligned, feet balanced with air, weights moved where the page asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.document import Columns
from reportgen.errors import Place, WriterError
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, solve
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit

OPEN = 6.0
"""How far a short column may open, in airs of the page, to end where its neighbour ends."""
SHIFTS = (0.9, 0.8, 0.7, 0.6, 0.55)
"""What a column may give up of its weight so that the whole fits on the page."""


class ColumnsBox(Box):
    """Stacks of boxes side by side, with a wide gutter between them."""

    airy = True

    def __init__(self, kit: Kit, stacks: Sequence[Stack], weights: Sequence[float]) -> None:
        self.kit, self.stacks, self.weights = kit, tuple(stacks), tuple(weights)
        self.before = self.after = kit.group

    @property
    def _gutter(self) -> float:
        return self.kit.theme.grid.gutter * 2.5

    def widths(self, width: float) -> list[float]:
        """Return the width of each column."""
        free = width - self._gutter * (len(self.stacks) - 1)
        return [free * weight / sum(self.weights) for weight in self.weights]

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the tallest column's height."""
        pairs = zip(self.stacks, self.widths(width), strict=True)
        return max((stack.height(one, air) for stack, one in pairs), default=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw column after column, each with the air that brings its foot to the foot of the tallest."""
        target = self.height(width, air)
        for stack, one in zip(self.stacks, self.widths(width), strict=True):
            stack.draw(canvas, x, top, one, self._air(stack, one, target, air))
            x += one + self._gutter

    def _air(self, stack: Stack, width: float, target: float, air: float) -> float:
        if not stack.airy or stack.height(width, air) >= target - SLACK:
            return air
        return solve(lambda more: stack.height(width, more), target, OPEN)

    def least(self, width: float) -> float:
        """Return the height of the columns' first parts."""
        pairs = zip(self.stacks, self.widths(width), strict=True)
        return max((stack.least(one) for stack, one in pairs), default=0.0)

    def fitted(self, width: float, room: float) -> Box | None:
        """Move the weights so that the whole fits, the first that does: a short column gives to a tall one."""
        heights = [stack.height(one) for stack, one in zip(self.stacks, self.widths(width), strict=True)]
        tallest = heights.index(max(heights))
        for shift in SHIFTS if len(heights) > 1 else ():
            others = [weight if index == tallest else weight * shift for index, weight in enumerate(self.weights)]
            whole = ColumnsBox(self.kit, self.stacks, self._filled(others, tallest))
            now = [stack.height(one) for stack, one in zip(self.stacks, whole.widths(width), strict=True)]
            if max(now) <= room + SLACK:
                return whole
            if any(height > room + SLACK for index, height in enumerate(now) if index != tallest):
                return None  # those that give only grow from here
        return None

    def _filled(self, weights: list[float], index: int) -> list[float]:
        spare = sum(self.weights) - sum(weights)
        return [weight + (spare if at == index else 0.0) for at, weight in enumerate(weights)]

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split each column by itself; a column of which nothing fits sends all to the next page."""
        heads, tails = [], []
        for stack, one in zip(self.stacks, self.widths(width), strict=True):
            head, tail = (stack, None) if stack.height(one) <= room + SLACK else stack.split(one, room)
            if head is None:
                return None, self
            heads.append(head if isinstance(head, Stack) else Stack([head]))
            tails.append(tail if isinstance(tail, Stack) else Stack([tail] if tail is not None else []))
        rest = ColumnsBox(self.kit, tails, self.weights) if any(tail.boxes for tail in tails) else None
        return ColumnsBox(self.kit, heads, self.weights), rest

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids of every column."""
        for stack in self.stacks:
            stack.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of every column."""
        for stack in self.stacks:
            yield from stack.mentions()


def columns_box(kit: Kit, columns: Columns, stacks: Sequence[Sequence[Box]]) -> ColumnsBox:
    """Return `stacks` side by side; raise WriterError where the weights do not match them."""
    weights = columns.widths or (1,) * len(stacks)
    if len(weights) != len(stacks) or any(weight <= 0 for weight in weights):
        message = f"there are {len(stacks)} columns and {len(weights)} widths"
        raise WriterError.of("columns-widths", message, Place(block=columns.id), "give one positive width a column")
    return ColumnsBox(kit, [Stack(boxes) for boxes in stacks], weights)
