"""Words with figures in them: a text and its figures' places in, tokens out, each figure as one that cannot be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)*|\d[\d,]*(?:\.\d+)?|[^\S\n]+|.", re.DOTALL)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Held:
    """A figure in a text: its key, and where it begins and ends."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the figures in it, in reading order, none over another."""

    text: str
    figures: tuple[Held, ...] = ()

    def shown(self, held: Held) -> str:
        """Return how the figure is printed."""
        return self.text[held.start : held.end]

    @property
    def shows(self) -> dict[str, str]:
        """How each figure is printed, by key."""
        return {held.key: self.shown(held) for held in self.figures}


@dataclass(frozen=True, slots=True)
class Atom:
    """A figure as a token: equal to itself whatever value it shows."""

    key: str


Word = str | Atom


@dataclass(frozen=True, slots=True)
class Token:
    """A Han character, a word, a number, a mark, a space or a figure, and where it stands."""

    word: Word
    start: int
    end: int


def tokens(said: Said) -> list[Token]:
    """Return `said` in tokens."""
    found: list[Token] = []
    at = 0
    for held in apart(said.figures):
        found += _plain(said.text, at, held.start)
        found.append(Token(Atom(held.key), held.start, held.end))
        at = held.end
    return found + _plain(said.text, at, len(said.text))


def apart(figures: Sequence[Held]) -> list[Held]:
    """Return `figures` in reading order, without those that begin inside another."""
    kept: list[Held] = []
    for held in sorted(figures, key=lambda it: (it.start, it.end)):
        if not kept or held.start >= kept[-1].end:
            kept.append(held)
    return kept


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
