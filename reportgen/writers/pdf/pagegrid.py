"""The grid of official documents: so many lines a page, so many characters a line, and every block on whole lines.

GB/T 9704-2012, 5.2.4, sets 22 lines of 28 characters; the theme's page says how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor

from reportgen.themes import Style, Theme
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Space
from reportgen.writers.pdf.build import PageStart
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.classes import writes_han
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.masthead import MastheadBox


def has_grid(theme: Theme, langs: Sequence[str]) -> bool:
    """Tell whether pages in `langs` stand on the grid of `theme`: it is one of Han characters alone."""
    return bool(theme.page.lines) and all(map(writes_han, langs))


def gridded(theme: Theme, pitch: float) -> Theme:
    """Return `theme` with its running text on lines `pitch` points apart, a whole number of characters a line."""
    size = theme.style("body").size
    return replace(
        theme,
        styles={
            role: _on_grid(style, theme, pitch) if style.size == size and not role.endswith(".en") else style
            for role, style in theme.styles.items()
        },
    )


def _on_grid(style: Style, theme: Theme, pitch: float) -> Style:
    page = theme.page
    if not page.chars:
        return replace(style, leading=pitch)
    # Tracking stands between characters, of which a line has one fewer gap.
    tracking = (page.measure - page.chars * style.size) / (page.chars - 1) / style.size
    return replace(style, leading=pitch, tracking=tracking, indent=style.indent * (1 + tracking))


def snapped(boxes: Sequence[Box], pitch: float) -> list[Box]:
    """Return `boxes` on whole lines, `pitch` points apart; page starts and bands stay as they are."""
    return [box if isinstance(box, PageStart | MastheadBox) else Snapped(box, pitch) for box in boxes]


class Snapped(Box):
    """A box that takes a whole number of lines, in the middle of them."""

    def __init__(self, box: Box, pitch: float) -> None:
        self.box, self.pitch = box, pitch
        self.before, self.after = Space(self._up(box.before.base)), Space(self._up(box.after.base))
        self.keeps_next = box.keeps_next

    def _up(self, height: float) -> float:
        return ceil((height - SLACK) / self.pitch) * self.pitch

    def _down(self, height: float) -> float:
        return floor((height + SLACK) / self.pitch) * self.pitch

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height of the lines."""
        return self._up(self.box.height(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the box in the middle of its lines."""
        self.box.draw(canvas, x, top - (self.height(width) - self.box.height(width)) / 2, width)

    def least(self, width: float) -> float:
        """Return the lines of the least part."""
        return self._up(self.box.least(width))

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split the box at a whole line."""
        head, tail = self.box.split(width, self._down(room))
        if head is None:
            return None, self
        return Snapped(head, self.pitch), Snapped(tail, self.pitch) if tail is not None else None

    def fitted(self, width: float, room: float) -> Box | None:
        """Change the box within taste."""
        other = self.box.fitted(width, self._down(room))
        return Snapped(other, self.pitch) if other is not None else None

    def find(self, seen: Callable[[str], None]) -> None:
        """Tell `seen` the ids inside."""
        self.box.find(seen)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the box."""
        return self.box.mentions()


def on_grid(kit: Kit, room: float) -> Kit:
    """Return `kit` with its theme on the grid of a type area `room` points high."""
    return replace(kit, theme=gridded(kit.theme, room / kit.theme.page.lines))
