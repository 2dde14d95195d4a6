"""Notes and references to numbered ones: footnotes in reading order, references by the number of their target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

from reportgen.document import (
    Document,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    Wording,
    Words,
)
from reportgen.document.walk import rewrite_words, walk


def number_notes(document: Document) -> Document:
    """Give footnotes numbers from 1 in each language, and fill references with the number of the block they mean."""
    counters = {lang: count(1) for lang in document.langs}
    numbers = {block.id: block.number for block in walk(document.blocks) if block.number}

    def numbered(words: Words) -> Words:
        return tuple(_numbered(wording, counters.setdefault(wording.lang, count(1)), numbers) for wording in words)

    return rewrite_words(document, numbered)


def _numbered(wording: Wording, counter: count[int], numbers: Mapping[str, str]) -> Wording:
    content = _mapped(wording.content, lambda inline: _marked(inline, counter, numbers))
    return wording if content is wording.content else replace(wording, content=content)


def _marked(inline: Inline, counter: count[int], numbers: Mapping[str, str]) -> Inline:
    match inline:
        case Note():
            return replace(inline, number=str(next(counter)))
        case Reference(target=target) if target in numbers:
            return replace(inline, text=numbers[target])
        case _:
            return inline


def _mapped(content: Inlines, change: Callable[[Inline], Inline]) -> Inlines:
    changed = tuple(_mapped_one(inline, change) for inline in content)
    return changed if any(new is not old for new, old in zip(changed, content, strict=True)) else content


def _mapped_one(inline: Inline, change: Callable[[Inline], Inline]) -> Inline:
    match inline:
        case Strong() | Emphasis() | Link():
            inner = _mapped(inline.content, change)
            return change(inline if inner is inline.content else replace(inline, content=inner))
        case _:
            return change(inline)
