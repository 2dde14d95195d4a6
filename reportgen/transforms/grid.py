"""Panels to panels with rows: how many cards stand side by side, so that no row is left with a lonely one."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from reportgen.document import Block, Document, Panel
from reportgen.document.walk import rewrite

WIDEST = 4
"""The most cards in a row."""

_WIDEST_FEATURES = 2


def arrange_panels(document: Document) -> Document:
    """Give every panel its rows, headline cards in rows of their own."""
    return rewrite(document, _arranged)


def _arranged(block: Block) -> Block:
    if not isinstance(block, Panel) or block.rows:
        return block
    rows: list[int] = []
    for role, cards in groupby(block.cards, key=lambda card: card.role):
        rows += even_rows(len(list(cards)), _WIDEST_FEATURES if role == "feature" else WIDEST)
    return replace(block, rows=tuple(rows))


def even_rows(count: int, widest: int = WIDEST) -> tuple[int, ...]:
    """Split `count` cards into as few rows of at most `widest` as there can be, as even as can be, wider rows last."""
    if count <= 0:
        return ()
    rows = -(-count // widest)
    narrow, wider = divmod(count, rows)
    return (narrow,) * (rows - wider) + (narrow + 1,) * wider
