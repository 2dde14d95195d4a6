"""Names and figures side by side: equally many of both in, the inlines of one sentence part out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from reportgen.document import Figure, Inline, Inlines, Piece, Text
from reportgen.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Shared:
    """A figure cut in three: the words before it, its `core` from qualifier to unit, and the words after it."""

    before: str
    core: Figure
    after: str


def cut(figure: Figure) -> Shared:
    """Cut the leading and trailing word pieces from `figure`; one of words alone is all core."""
    pieces = figure.pieces
    solid = [index for index, piece in enumerate(pieces) if piece.kind != "word"]
    if not solid:
        return Shared("", figure, "")
    start, stop = solid[0], solid[-1] + 1
    core = replace(figure, pieces=pieces[start:stop])
    return Shared(_text(pieces[:start]), core, _text(pieces[stop:]))


def paired(names: Sequence[str], figures: Sequence[Figure]) -> None:
    """Raise TemplateError unless there is one of `figures` for each of `names`, and at least one."""
    if not names or len(names) != len(figures):
        message = f"{len(names)} names cannot go respectively with {len(figures)} figures"
        raise TemplateError.of("respectively", message, hint="give one figure for each name")


def series(items: Sequence[Inline], separators: Sequence[str]) -> Inlines:
    """Return `items` with `separators` between them."""
    pairs = zip_longest(items, (Text(mark) for mark in separators))
    return tuple(inline for pair in pairs for inline in pair if inline is not None)


def joined(items: Sequence[str], separators: Sequence[str]) -> str:
    """Return the texts `items` with `separators` between them."""
    return "".join(text for pair in zip_longest(items, separators, fillvalue="") for text in pair)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
