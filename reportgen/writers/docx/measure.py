"""About how wide words run: text, size and weight in, points out; close enough to choose a layout, never to break lines."""

from __future__ import annotations

import unicodedata

_NARROW, _UPPER, _LOWER, _DIGIT, _PERCENT, _HAN = 0.29, 0.68, 0.53, 0.56, 0.89, 1.0
_BOLD = 1.06


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` set at `size` points in a Hei and Grotesque pair."""
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1.0)


def _ems(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return _HAN
    if char.isdigit():
        return _DIGIT
    if char == "%":
        return _PERCENT
    if char.isalpha():
        return _UPPER if char.isupper() else _LOWER
    return _NARROW
