"""A theme to the same theme set a little smaller, for a page of panels that just misses its sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from reportgen.document import (
    Block,
    Card,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    Keywords,
    Masthead,
    PageBreak,
    Panel,
    Table,
)
from reportgen.themes import Style, Theme

SIZES = (0.88, 0.9, 0.91, 0.92, 0.94, 0.96, 0.98)
"""Sizes at which a page of panels may be set instead of the full one."""
CLOSER = 1.5
"""How leading shrinks against size: a page of short lines bears close ones better than small ones."""
CLOSE_WORTH = 4.0
"""What large figures are worth there: less, since height is what lacks."""


def opening(document: Document) -> Document:
    """Return `document` up to its first page break, after which an annex may follow the page of panels."""
    breaks = (index for index, block in enumerate(document.blocks) if isinstance(block, PageBreak))
    end = next(breaks, None)
    return document if end is None else replace(document, blocks=document.blocks[:end])


def is_panel_page(document: Document) -> bool:
    """Tell whether `document` means to be one sheet: a masthead, and panels, charts or keywords under it."""
    blocks = document.blocks
    shown = any(isinstance(block, Panel | Card | Columns | Chart | Keywords) for block in blocks)
    return bool(blocks) and isinstance(blocks[0], Masthead) and shown and not any(map(_is_paged, blocks))


def _is_paged(block: Block) -> bool:
    """Tell whether `block` belongs to documents of many pages."""
    return isinstance(block, Heading | PageBreak | Contents | Table)


def smaller(theme: Theme, size: float) -> Theme:
    """Return `theme` at `size` of its type, its gutters and its air; the sheet stays."""
    grid = theme.grid
    grid = replace(grid, gutter=grid.gutter * size, group_space=grid.group_space * size, pad=grid.pad * size)
    return replace(theme, grid=grid, styles=_smaller(theme.styles, size), following=_smaller(theme.following, size))


def _smaller(styles: Mapping[str, Style], size: float) -> dict[str, Style]:
    return {
        role: replace(
            style,
            size=style.size * size,
            leading=style.leading * size**CLOSER,
            before=style.before * size,
            after=style.after * size,
        )
        for role, style in styles.items()
    }


def largest(fits: Callable[[float], bool]) -> float | None:
    """Return the largest of the sizes at which the page `fits`, found by halving; None where the smallest does not."""
    low, high = -1, len(SIZES)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(SIZES[middle]) else (low, middle)
    return SIZES[low] if low >= 0 else None
