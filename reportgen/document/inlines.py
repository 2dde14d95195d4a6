"""What stands inside a line: text, emphasis, links, notes and figures, as frozen values without any look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Trend = Literal["", "up", "down", "flat"]
Side = Literal["value", "change", "rank", "period", "name"]
PieceKind = Literal["qualifier", "number", "unit", "word"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; `lang` is a BCP 47 tag where it differs from the wording around."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the weight of a line."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; Chinese sets them in Kai or with dots, never slanted (CLREQ 3.4.4)."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to the address `target`."""

    content: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of the block `target`; transforms fill `text` with its number."""

    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; transforms give the `number`."""

    content: Inlines
    number: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a shown figure, so that a card can set the number large and its unit small."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the data in the text: which `fact`, which `side` of it, and how it is shown.

    It is never parsed back from its text: checks, Word controls, PDF spans and previews read this node.
    `trend` is the direction of a change, from the sign of the data; `shared` are further facts that show the same, said
    once for all (甲和乙增长3%); `digits` are the significant digits that a block had it rounded to, 0 for as stored.
    """

    fact: str
    side: Side
    pieces: tuple[Piece, ...]
    trend: Trend = ""
    shared: tuple[str, ...] = ()
    digits: int = 0

    @property
    def text(self) -> str:
        """The figure as it is printed."""
        return "".join(piece.text for piece in self.pieces)


Inline = Text | Strong | Emphasis | Link | Reference | Note | LineBreak | Figure
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing said in the language `lang` (BCP 47)."""

    lang: str
    content: Inlines


Words = tuple[Wording, ...]
"""One thing said in each of the document's languages, the leading one first; empty where nothing is said."""


def plain(content: Inlines) -> str:
    """Return the characters of `content`, notes left out and line breaks as spaces."""
    return "".join(_plain(inline) for inline in content)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Reference(text=text):
            return text
        case Figure():
            return inline.text
        case Strong(content=content) | Emphasis(content=content) | Link(content=content):
            return plain(content)
        case Note():
            return ""
        case LineBreak():
            return " "


def figures(content: Inlines) -> Iterator[Figure]:
    """Yield every figure of `content` in reading order, those in notes too."""
    for inline in content:
        match inline:
            case Figure():
                yield inline
            case Strong(content=inner) | Emphasis(content=inner) | Link(content=inner) | Note(content=inner):
                yield from figures(inner)
            case _:
                pass


def said(words: Words, lang: str) -> Inlines:
    """Return what `words` say in `lang`; nothing where that language is silent."""
    return next((wording.content for wording in words if wording.lang == lang), ())


def wording(lang: str, text: str) -> Words:
    """Return plain `text` as words of one language."""
    return (Wording(lang, (Text(text),)),) if text else ()
