"""Inlines to runs: stretches of text in one style and one language, the paragraph's raw material."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from reportgen.document import (
    Emphasis,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Reference,
    Strong,
    Text,
)
from reportgen.themes import Style
from reportgen.writers.pdf.classes import writes_han

NOTE_SIZE = 0.62
"""A note's number against the text around it."""
NOTE_RISE = 0.36
"""How far a note's number is raised, in ems of the text around it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style: a `solid` run stays whole where it can; `rise` is in points; `color` overrides the style's.

    A `dotted` run has a dot under each Han character.
    """

    text: str
    style: Style
    lang: str
    color: str = ""
    solid: bool = False
    rise: float = 0.0
    target: str = ""
    fact: str = ""
    dotted: bool = False


def runs_of(content: Inlines, style: Style, lang: str) -> tuple[Run, ...]:
    """Return the runs that say `content` in `style` and `lang`; a line break is a run of one line feed."""
    return tuple(run for inline in content for run in _runs(inline, Run("", style, lang)) if run.text)


def _runs(inline: Inline, like: Run) -> Iterator[Run]:
    """Yield the runs of one inline, made after the pattern `like`."""
    match inline:
        case Text(text=text, lang=lang):
            yield replace(like, text=text, lang=lang or like.lang)
        case Figure(fact=fact, text=text):
            yield replace(like, text=text, solid=True, fact=fact)
        case Reference(text=text, target=target):
            yield replace(like, text=text, target=f"#{target}")
        case LineBreak():
            yield replace(like, text="\n")
        case Note(number=number):
            yield _raised(number, like)
        case Link(content=content, target=target):
            yield from _inner(content, replace(like, target=target))
        case Emphasis(content=content) if like.style.emphasis == "dots" and writes_han(like.lang):
            yield from _inner(content, replace(like, dotted=True))
        case Strong(content=content) | Emphasis(content=content):
            # Emphasis is bold too: Han characters are never slanted (CLREQ 3.4.4), and no face here is an italic.
            yield from _inner(content, replace(like, style=_bold(like.style)))
        case _:
            assert_never(inline)


def _inner(content: Inlines, like: Run) -> Iterator[Run]:
    for inline in content:
        yield from _runs(inline, like)


def _raised(number: str, like: Run) -> Run:
    size = like.style.size
    small = replace(like.style, size=size * NOTE_SIZE)
    return replace(like, text=number, style=small, rise=size * NOTE_RISE, solid=True)


def _bold(style: Style) -> Style:
    return style if style.weight in ("bold", "black") else replace(style, weight="bold")
