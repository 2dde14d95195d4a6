"""About how wide words run: text, size and weight in, points out; enough to choose a layout, not to break lines."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# The advances of U+0020 to U+007E in thousandths of an em, in the Grotesque that Word's Latin fonts are metric to.
_ADVANCES = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_FIRST, _HAN, _OTHER = 0x20, 1000, 500
_BOLD = 1.066


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` set at `size` points."""
    return _thousandths(text) / 1000 * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def _thousandths(text: str) -> int:
    return sum(map(_advance, text))


def _advance(char: str) -> int:
    index = ord(char) - _FIRST
    if 0 <= index < len(_ADVANCES):
        return _ADVANCES[index]
    return _HAN if unicodedata.east_asian_width(char) in "WFA" else _OTHER
