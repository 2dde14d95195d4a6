"""Text in, its width in ems out, as near as can be told without the reader's fonts."""

from __future__ import annotations

from unicodedata import east_asian_width

_NARROW = frozenset(" .,:;'’!|()iljtfI")


def ems(text: str) -> float:
    """Return the width of `text` in ems: 1 for a Han character, a little more than the mean for Latin ones."""
    return sum(_advance(char) for char in text)


def _advance(char: str) -> float:
    if east_asian_width(char) in "WF":
        return 1.0
    if char == "%":
        return 0.95
    return 0.32 if char in _NARROW else 0.62
