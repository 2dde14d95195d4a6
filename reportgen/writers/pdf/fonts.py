"""A theme and a character to the face that sets it: the script's own, else the other, else any of the theme's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, assert_never

from reportgen.document import (
    Chart,
    Document,
    Emphasis,
    Figure,
    Inlines,
    LineBreak,
    Link,
    Masthead,
    Note,
    Reference,
    Strong,
    Text,
    Wording,
)
from reportgen.errors import Finding, Place, WriterError
from reportgen.themes import Style, Theme
from reportgen.writers.pdf.face import Typeface, open_face

_UNDRAWN = frozenset("\n\t\r\u00ad\u200b\u200c\u200d\u2060\ufeff") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""Characters without a glyph of their own: layout and shaping take them away."""


class Fonts:
    """The faces of a theme, opened when first asked for."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._picked: dict[tuple[str, str, str, bool], Typeface] = {}
        self._known: set[str] = set(_UNDRAWN)

    def han(self, style: Style) -> Typeface:
        """Return the face of Han characters and their marks in `style`."""
        return open_face(style.pair.han, self.theme.folder)

    def latin(self, style: Style) -> Typeface:
        """Return the face of Latin letters and digits in `style`."""
        return open_face(style.pair.latin, self.theme.folder)

    def pick(self, style: Style, char: str, latin: bool) -> Typeface:
        """Return the face that sets `char` in `style`, of the Latin script first where `latin`.

        Raises WriterError, naming the character, where no face of the theme has it: a page never shows a box.
        """
        key = (style.family.name, style.weight, char, latin)
        found = self._picked.get(key)
        if found is None:
            found = self._picked[key] = self._find(style, char, latin)
        return found

    def _find(self, style: Style, char: str, latin: bool) -> Typeface:
        own = (self.latin(style), self.han(style)) if latin else (self.han(style), self.latin(style))
        if char in _UNDRAWN:
            return own[0]
        for face in (*own, *self._others(style)):
            if _has(face, char):
                return face
        raise WriterError(self._missing([(char, Place())]))

    def _others(self, style: Style) -> Iterator[Typeface]:
        """Yield the faces of the other families at the weight of `style`, then every face of the theme."""
        for family in self.theme.families.values():
            pair = family.pair(style.weight)
            yield open_face(pair.han, self.theme.folder)
            yield open_face(pair.latin, self.theme.folder)
        yield from self._all()

    def _all(self) -> Iterator[Typeface]:
        for family in self.theme.families.values():
            for pair in family.faces.values():
                yield open_face(pair.han, self.theme.folder)
                yield open_face(pair.latin, self.theme.folder)

    def require(self, document: Document) -> None:
        """Raise WriterError with every character of `document` that no face has, each where it first stands."""
        missing: dict[str, Place] = {}
        for block, text in _texts(document, ""):
            for char in self._unknown(text):
                missing.setdefault(char, Place(block=block, words=_around(text, char)))
        if missing:
            raise WriterError(self._missing(missing.items()))

    def _unknown(self, text: str) -> list[str]:
        """Return the characters of `text` that no face has, in their order."""
        fresh = dict.fromkeys(char for char in text if char not in self._known)
        unknown = [char for char in fresh if not any(_has(face, char) for face in self._all())]
        self._known.update(fresh.keys() - set(unknown))
        return unknown

    def _missing(self, places: Iterable[tuple[str, Place]]) -> list[Finding]:
        hint = f"use another character, or give the theme “{self.theme.name}” a face that has it"
        return [Finding("glyph-missing", f"no face has {_named(char)}", where, hint) for char, where in places]


def _has(face: Typeface, char: str) -> bool:
    """Tell whether `face` sets `char`; some fonts map control characters to blanks, which no text should hold."""
    return face.gid(char) > 0 and unicodedata.category(char) != "Cc"


def _named(char: str) -> str:
    name = unicodedata.name(char, "unnamed")
    shown = f"“{char}” " if char.isprintable() else ""
    return f"{shown}U+{ord(char):04X} ({name.lower()})"


def _around(text: str, char: str) -> str:
    """Return the words around the first `char` of `text`, for the eye to find."""
    start = max(text.index(char) - 8, 0)
    return text[start : text.index(char) + 9]


def _texts(node: Any, block: str) -> Iterator[tuple[str, str]]:
    """Yield every printed text below `node` with the id of the block it stands in."""
    match node:
        case Wording():
            for text in _said(node.content):
                yield block, text
        case tuple():
            for item in node:
                yield from _texts(item, block)
        case _ if is_dataclass(node):
            yield from _node_texts(node, getattr(node, "id", "") or block)


def _node_texts(node: Any, block: str) -> Iterator[tuple[str, str]]:
    match node:
        case Masthead(year=own) | Chart(unit=own):
            yield block, own
    for spec in fields(node):
        value = getattr(node, spec.name)
        if spec.name != "origin" and not isinstance(value, str):
            yield from _texts(value, block)


def _said(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(text=text) | Reference(text=text):
                yield text
            case Figure():
                yield inline.text
            case Note(content=inner) | Strong(content=inner) | Emphasis(content=inner) | Link(content=inner):
                yield from _said(inner)
            case LineBreak():
                pass
            case _:
                assert_never(inline)
