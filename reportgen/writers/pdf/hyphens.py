"""An English word to the places where it may be broken with a hyphen, by the patterns that TeX uses too."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

SHORTEST = 6
"""Letters under which no word is broken."""
LEFT, RIGHT = 2, 3
"""Letters that stay together before and after the hyphen."""
_PATTERNS = {"en": "en_US", "en-US": "en_US", "en-GB": "en_GB"}


@lru_cache(maxsize=8192)
def hyphens_of(token: str, lang: str) -> frozenset[int]:
    """Return how far into `token` its word may be broken; names, codes and compounds with a hyphen stay whole."""
    word = token.strip("“”‘’\"'()[],.;:!?…")
    if lang not in _PATTERNS or len(word) < SHORTEST or not (word.isalpha() and word.isascii() and word.islower()):
        return frozenset()
    before = token.index(word)
    return frozenset(before + int(place) for place in _patterns(_PATTERNS[lang]).positions(word))


@lru_cache(maxsize=2)
def _patterns(name: str) -> Pyphen:
    from pyphen import Pyphen  # only pages that need to break a word pay for the patterns

    return Pyphen(lang=name, left=LEFT, right=RIGHT)
