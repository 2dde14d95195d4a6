"""Headings to numbered headings: each that asks for a number gets the mark of its level in each language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from unicodedata import east_asian_width

from reportgen.document import AUTO, Block, Document, Heading, Text, Wording, Words
from reportgen.document.walk import rewrite
from reportgen.languages import outline_mark


def number_headings(document: Document) -> Document:
    """Give each heading whose number is `AUTO` the mark that its languages put before it: 一、 | I.

    `number` is the leading language's mark; another language says its own at the head of its words. Headings that say
    only one language, as those side by side do, are counted for that language alone.
    """
    counts: dict[str, Counter[int]] = {}

    def numbered(block: Block) -> Block:
        if not isinstance(block, Heading) or block.number != AUTO or not block.words:
            return block
        lang = block.words[0].lang
        count = _counted(counts.setdefault(lang, Counter()), block.level)
        mark = outline_mark(lang, block.level, count)
        return replace(block, number=mark, words=_others(block.words, block.level, count))

    return rewrite(document, numbered)


def _counted(counts: Counter[int], level: int) -> int:
    """Count a heading at `level`, and begin anew below it."""
    for deeper in [known for known in counts if known > level]:
        del counts[deeper]
    counts[level] += 1
    return counts[level]


def _others(words: Words, level: int, count: int) -> Words:
    return words[:1] + tuple(_marked(wording, outline_mark(wording.lang, level, count)) for wording in words[1:])


def _marked(wording: Wording, mark: str) -> Wording:
    # A mark of full width, as in 一、, brings its own white.
    space = "" if east_asian_width(mark[-1]) in "WF" else " "
    return replace(wording, content=(Text(mark + space), *wording.content))
