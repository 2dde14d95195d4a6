"""Blocks that run on from column to column: one stack to columns with balanced feet, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.columns import ColumnsBox
from reportgen.writers.pdf.kit import Kit

CLOSE = 1.0
"""Points by which the balanced height may miss the least one that holds all."""


class FlowBox(Box):
    """A stack in `count` columns of equal width, filled one after the other (CLREQ 2.5, bottoms aligned)."""

    def __init__(self, kit: Kit, stack: Stack, count: int) -> None:
        self.kit, self.stack, self.count = kit, stack, count
        self.before = self.after = kit.group
        self._heights: dict[float, float] = {}

    def _column(self, width: float) -> float:
        return self._beside([Stack([])] * self.count).widths(width)[0]

    def _beside(self, parts: Sequence[Stack]) -> ColumnsBox:
        """Return `parts` side by side, the columns after them empty."""
        stacks = [*parts, *(Stack([]) for _ in range(self.count - len(parts)))]
        return ColumnsBox(self.kit, stacks, (1,) * self.count)

    def _filled(self, width: float, high: float) -> tuple[list[Stack], Box | None]:
        """Return the columns that `high` points hold, and what is left."""
        one = self._column(width)
        parts: list[Stack] = []
        left: Box | None = self.stack
        for _ in range(self.count):
            if left is None:
                break
            head, rest = (left, None) if left.height(one) <= high + SLACK else left.split(one, high)
            if head is None:
                break
            parts.append(head if isinstance(head, Stack) else Stack([head]))
            left = rest
        return parts, left

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the least height at which the columns hold everything."""
        if width not in self._heights:
            self._heights[width] = self._balanced(width)
        return self._heights[width]

    def _balanced(self, width: float) -> float:
        high = self.stack.height(self._column(width))
        low = high / self.count
        while high - low > CLOSE:
            middle = (low + high) / 2
            if self._filled(width, middle)[1] is None:
                high = middle
            else:
                low = middle
        return self._beside(self._filled(width, high)[0]).height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw column after column."""
        parts, _ = self._filled(width, self.height(width) + SLACK)
        self._beside(parts).draw(canvas, x, top, width)

    def least(self, width: float) -> float:
        """Return the least part of what stands first."""
        return self.stack.least(self._column(width))

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Fill the columns of this page; the rest is balanced on the next."""
        parts, rest = self._filled(width, room)
        if not parts:
            return None, self
        tail = rest if isinstance(rest, Stack) or rest is None else Stack([rest])
        return self._beside(parts), FlowBox(self.kit, tail, self.count) if tail is not None else None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids inside."""
        self.stack.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those inside."""
        yield from self.stack.mentions()
