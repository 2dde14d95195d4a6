"""Two neighbours to the joint between them: how wide it is, how far it gives, and whether a line may break there.

The model is half-width punctuation (CLREQ 3.1.6): every full-width mark is a box of half an em and its blank is glue,
so that the blank vanishes at the edges of a line and merges between marks.  Widths are in ems.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportgen.writers.pdf.classes import LATIN_KINDS, Kind

FORBIDDEN = 10_000
"""No break: a mark would begin or end a line against CLREQ 3.1.4."""
WORD = 9_500
"""No break: inside a word."""
BOUND = 9_000
"""No break: inside a figure, such as between a number and its unit."""
SOLID = 8_000
"""No break: inside a run that was given as one piece."""
UNBREAKABLE = SOLID
"""Penalties from here on are never taken while a line can be set without."""
EMERGENCY = 1_000
"""A break where there should be none, in a piece wider than the line."""
RELUCTANT = 60
"""A break that is right but not welcome."""
HYPHENATED = 120
"""A break inside a word, where its language allows one."""

AUTOSPACE = 0.25
"""The gap between Han and Latin (CLREQ 3.2.3): a quarter em, from an eighth to a half."""
AUTOSPACE_STRETCH = 0.1
HAN_STRETCH = 0.05
PUNCTUATION_STRETCH = 0.06

_ZERO_WIDTH_SPACE = "\u200b"
_NO_BREAK = ("\u00a0", "\u202f", "\u2060", "\ufeff")
WORD_SPACES = (" ", "\u00a0", "\u202f")
"""Spaces that are as wide as the face wants them."""


class Glue(NamedTuple):
    """A joint in ems: its `natural` width, how far it stretches and shrinks, and the `penalty` of a break there."""

    natural: float
    stretch: float
    shrink: float
    penalty: int


# Where blanks lie, as (natural, stretch, shrink): after these marks, before opening ones, around a middle dot.
_BLANK_AFTER = {
    Kind.CLOSE: (0.5, PUNCTUATION_STRETCH, 0.25),
    Kind.COMMA: (0.5, PUNCTUATION_STRETCH, 0.25),
    Kind.STOP: (0.5, PUNCTUATION_STRETCH, 0.1),
}
BESIDE_LATIN = 0.08
_BLANK_BEFORE = (0.5, PUNCTUATION_STRETCH, 0.25)
_BLANK_BEFORE_DASH = (0.25, 0.0, 0.125)
_BLANK_AROUND = (0.25, 0.0, 0.25)
_NO_START = frozenset(
    {Kind.CLOSE, Kind.COMMA, Kind.STOP, Kind.MIDDLE, Kind.DASH, Kind.CONNECTOR, Kind.SUFFIX, Kind.LATIN_CLOSE}
)
_NO_END = frozenset({Kind.OPEN, Kind.PREFIX, Kind.LATIN_OPEN})
_STIFF = frozenset({Kind.DASH, Kind.CONNECTOR, Kind.PREFIX, Kind.SUFFIX})
_TYPED = {" ": (0.25, 0.15, 0.08), "\u2009": (0.2, 0.0, 0.0), "\u3000": (1.0, 0.0, 0.25)}


@lru_cache(maxsize=4096)
def joint(before: Kind, after: Kind, space: str = "") -> Glue:
    """Return the joint between the kinds `before` and `after`, a typed `space` ("", " ", U+3000, …) between them.

    The width of a space between two Latin words is the face's own matter and is not told here.
    """
    return Glue(*_width(before, after, space), _penalty(before, after, space))


def _penalty(before: Kind, after: Kind, space: str) -> int:
    if space == _ZERO_WIDTH_SPACE:
        return 0
    if space in _NO_BREAK:
        return BOUND
    if after in _NO_START or before in _NO_END:
        return FORBIDDEN
    if before in LATIN_KINDS and after in LATIN_KINDS and not space:
        return WORD
    return 0


def _width(before: Kind, after: Kind, space: str) -> tuple[float, float, float]:
    if space == "\u3000":
        return _TYPED[space]
    if before in LATIN_KINDS and after in LATIN_KINDS:
        return _typed(space)
    if before in _BLANK_AFTER or after == Kind.OPEN or Kind.MIDDLE in (before, after):
        return _blank(before, after)
    if before == Kind.OPEN or after in _BLANK_AFTER:
        return 0.0, 0.0, 0.0
    if before in _STIFF or after in _STIFF:
        return 0.0, 0.0, 0.0
    return _plain(before, after, space)


def _blank(before: Kind, after: Kind) -> tuple[float, float, float]:
    """Return what is left of the blanks of one or two marks: between two, a single half em (GB/T 15834 5.1.10)."""
    if before == Kind.OPEN or after in _BLANK_AFTER:
        return 0.0, 0.0, 0.0
    if Kind.MIDDLE in (before, after):
        return _BLANK_AROUND
    if after == Kind.DASH:
        return _BLANK_BEFORE_DASH
    natural, stretch, shrink = _BLANK_AFTER.get(before, _BLANK_BEFORE)
    # Beside Latin the squeeze is slight: the mark's box, in another face, would lie on the word for readers of text.
    return natural, stretch, min(shrink, BESIDE_LATIN) if {before, after} & LATIN_KINDS else shrink


def _plain(before: Kind, after: Kind, space: str) -> tuple[float, float, float]:
    """Return the joint of two boxes without blanks: Han and Han, or Han and Latin."""
    if before == after == Kind.HAN:
        return _typed(space) if space in WORD_SPACES or space in _TYPED else (0.0, HAN_STRETCH, 0.0)
    if Kind.LATIN_OPEN in (before, after) or Kind.LATIN_CLOSE in (before, after):
        return _typed(space)
    return AUTOSPACE, AUTOSPACE_STRETCH, AUTOSPACE / 2


def _typed(space: str) -> tuple[float, float, float]:
    return _TYPED.get(" " if space in WORD_SPACES else space, (0.0, 0.0, 0.0))
