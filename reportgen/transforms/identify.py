"""Blocks to blocks that can be named: every block gets an id that stays the same for the same document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reportgen.document import Block, Document
from reportgen.document.walk import rewrite


def identify(document: Document) -> Document:
    """Give an id to each block without one, after its kind and its place among its kind, and tell equal ids apart."""
    given: Counter[str] = Counter()

    def identified(block: Block) -> Block:
        stem = block.id or type(block).__name__.lower()
        given[stem] += 1
        name = stem if block.id and given[stem] == 1 else f"{stem}-{given[stem]}"
        return block if name == block.id else replace(block, id=name)

    return rewrite(document, identified)
