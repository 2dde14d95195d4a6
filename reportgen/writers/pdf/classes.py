"""A character to its class in line composition (CLREQ 3.1): which may begin or end a line, which has a blank.

The classes of Chinese marks name where their blank half lies: an opening bracket has it before its ink, a comma after.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache


class Kind(IntEnum):
    """How a character behaves in a line."""

    HAN = 0
    OPEN = 1
    CLOSE = 2
    COMMA = 3
    STOP = 4
    MIDDLE = 5
    DASH = 6
    CONNECTOR = 7
    PREFIX = 8
    SUFFIX = 9
    LATIN = 10
    LATIN_OPEN = 11
    LATIN_CLOSE = 12


LATIN_KINDS = frozenset({Kind.LATIN, Kind.LATIN_OPEN, Kind.LATIN_CLOSE})
HALVED = frozenset({Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.STOP, Kind.MIDDLE})
"""Kinds set in a box of half an em, their blank being glue (CLREQ 3.1.6)."""

_MARKS = {
    Kind.OPEN: "“‘（《〈「『【〔〖［｛｟",
    Kind.CLOSE: "”’）》〉」』】〕〗］｝｠",
    Kind.COMMA: "，、；：",
    Kind.STOP: "。！？．",
    Kind.MIDDLE: "·・‧",
    Kind.DASH: "—―⸺…‥",
    Kind.CONNECTOR: "～〜／－",
    Kind.PREFIX: "￥＄￡￠№＃",
    Kind.SUFFIX: "％‰℃℉°′″々〻ーゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ",
}
_KINDS = {char: kind for kind, chars in _MARKS.items() for char in chars}
_LATIN_OPENING = "([{<“‘«‹"
_LATIN_CLOSING = ",;:!?)]}>%”»›…–—/"
_LATIN_EITHER = ".’'\"-"

# The first row is Han wherever it stands (East Asian Width W and F), the second only in a Chinese run (width A):
# there quotes, dashes and signs take the Han face and its full width, in an English run the Latin face.
_WIDE = "\u1100-\u115f\u2e80-\u2fff\u3001-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
_WIDE += "\uffe0-\uffe6\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003fffd"
_WIDE_IN_HAN = "·—―‖‘’“”‥…‧‰′″※℃℉№\u2160-\u217f\u2190-\u2199\u2200-\u220f\u221a-\u22a5\u2460-\u27bf"

BLANK = " \t\r\f\v"
SPACES = "\u00a0\u202f\u2009\u3000\u200b\u2060\ufeff"
"""Spaces that say more than a blank: no break, thin, ideographic, and those without width."""
UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Characters that steer line breaking and are never drawn."""
_SPACE = f"[{BLANK}]+|[{SPACES}]"
_VARIANT = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
_NEITHER = f"{BLANK}\n{SPACES}"
_HAN_TOKEN = re.compile(
    f"\n|{_SPACE}|[—―]+|[…‥]+|(?:[^{_NEITHER}{_WIDE}{_WIDE_IN_HAN}]|(?<=[A-Za-z])’(?=[A-Za-z]))+"
    f"|[{_WIDE}{_WIDE_IN_HAN}]{_VARIANT}"
)
_LATIN_TOKEN = re.compile(f"\n|{_SPACE}|[^{_NEITHER}{_WIDE}]+|[{_WIDE}]{_VARIANT}")
_HAN_TEXT = re.compile(f"[{_WIDE}]")
_HAN_OR_SIGN = re.compile(f"[{_WIDE}{_WIDE_IN_HAN}]")


def token_pattern(lang: str) -> re.Pattern[str]:
    """Return what cuts a run of `lang` (BCP 47) into spaces, words, and single Han characters and marks."""
    return _HAN_TOKEN if writes_han(lang) else _LATIN_TOKEN


@lru_cache(maxsize=64)
def writes_han(lang: str) -> bool:
    """Tell whether `lang` (BCP 47) is written in Han characters, and so sets quotes and dashes full-width."""
    return lang.partition("-")[0].lower() in ("zh", "yue", "ja", "ko")


def is_wide(char: str, lang: str) -> bool:
    """Tell whether `char` stands on the Han em square in a run of `lang`."""
    return bool((_HAN_OR_SIGN if writes_han(lang) else _HAN_TEXT).match(char))


@lru_cache(maxsize=8192)
def han_kind(char: str) -> Kind:
    """Return the class of a character that a Han face sets."""
    return _KINDS.get(char, Kind.HAN)


@lru_cache(maxsize=8192)
def head_kind(word: str) -> Kind:
    """Return the class of a Latin word's beginning: whether it may start a line and wants air before it."""
    first, rest = word[0], word[1:2]
    if first in _LATIN_OPENING:
        return Kind.LATIN_OPEN
    if first in _LATIN_CLOSING or (first in _LATIN_EITHER and not rest.isalnum()):
        return Kind.LATIN_CLOSE
    return Kind.LATIN


@lru_cache(maxsize=8192)
def tail_kind(word: str) -> Kind:
    """Return the class of a Latin word's end: whether it may end a line and wants air after it."""
    last = word[-1]
    if last in _LATIN_OPENING:
        return Kind.LATIN_OPEN
    # A percent sign belongs to its number, and wants the same air on its right as the number has on its left.
    if last != "%" and (last in _LATIN_CLOSING or last in _LATIN_EITHER):
        return Kind.LATIN_CLOSE
    return Kind.LATIN
