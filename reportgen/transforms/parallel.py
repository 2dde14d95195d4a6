"""A stacked bilingual document to one whose languages face each other in columns of equal standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar, assert_never

from reportgen.document import (
    Block,
    Callout,
    Card,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    Keywords,
    List,
    Masthead,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Table,
    Words,
)
from reportgen.document.walk import rewrite_words

_Node = TypeVar("_Node")
_ABREAST = 2
"""Cards of one language side by side in a row that holds both languages."""


def parallel(document: Document) -> Document:
    """Return `document` with each language in a column of its own, item facing item.

    The masthead, tables and pictures keep the whole width and say both; a panel becomes rows that hold the same cards
    in each language.
    """
    blocks = tuple(block for stacked in document.blocks for block in _faced(stacked, document.langs))
    return replace(document, blocks=blocks, layout="parallel")


def _faced(block: Block, langs: tuple[str, ...]) -> Iterator[Block]:
    match block:
        case Heading(role="title"):
            yield block
        case Masthead() | Table() | Picture() | Contents() | PageBreak():
            yield block
        case Panel():
            yield _panel(block, langs)
        case Columns():
            for column in block.columns:
                for inner in column:
                    yield from _faced(inner, langs)
        case Heading() | Paragraph() | List() | Chart() | Card() | Keywords() | Callout():
            yield Columns(id=block.id, columns=tuple((_in(block, lang),) for lang in langs))
        case _:
            assert_never(block)


def _panel(panel: Panel, langs: tuple[str, ...]) -> Panel:
    """Return the panel with rows of the same cards in each of `langs`, those of one language standing together."""
    groups = [panel.cards[start : start + _ABREAST] for start in range(0, len(panel.cards), _ABREAST)]
    cards = tuple(_in(card, lang) for group in groups for lang in langs for card in group)
    return replace(panel, cards=cards, rows=tuple(len(group) * len(langs) for group in groups))


def _in(node: _Node, lang: str) -> _Node:
    """Return `node` as it speaks in `lang` alone, its ids told apart by the language."""

    def only(words: Words) -> Words:
        return tuple(wording for wording in words if wording.lang == lang)

    spoken = rewrite_words(node, only)
    if isinstance(spoken, (Card, Heading, Paragraph, List, Chart, Keywords, Callout)) and spoken.id:
        return replace(spoken, id=f"{spoken.id}.{lang}")
    return spoken
