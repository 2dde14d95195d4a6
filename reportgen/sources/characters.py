"""Characters that no output may carry: text in, the first offender of each spot out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# XML 1.0 (section 2.2, Char) forbids the C0 controls, the surrogates, U+FFFE and U+FFFF; C1 is never meant.
# Overrides and isolates reorder what a reader sees.  Private use is where templating keeps its slots.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc-\uffff\ud800-\udfff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_PLAIN = re.compile("[\\s\x20-\x7e\u00a0-\u024f\u2010-\u2027\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*")
_NEWER_HAN = range(0x20000, 0x40000)
_KINDS = {
    "Cc": "control character",
    "Cf": "invisible formatting character",
    "Co": "private-use character",
    "Cs": "half of a surrogate pair",
    "Cn": "unassigned character",
    "Zl": "line separator",
    "Zp": "paragraph separator",
    "So": "placeholder character",
}


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the description of each character of `text` that cannot be printed as meant."""
    if _PLAIN.fullmatch(text) and not _SUSPECT.search(text):
        return
    for offset, char in enumerate(text):
        if _SUSPECT.match(char) or _unassigned(char):
            yield offset, describe(char)


def describe(char: str) -> str:
    """Name `char` by code point, name and kind."""
    name = unicodedata.name(char, "")
    return f"{_KINDS.get(unicodedata.category(char), 'character')} U+{ord(char):04X}" + (f" {name}" if name else "")


def _unassigned(char: str) -> bool:
    # Planes 2 and 3 are Han by plan: characters newer than this Python's Unicode tables are no fault there.
    return unicodedata.category(char) == "Cn" and ord(char) not in _NEWER_HAN
