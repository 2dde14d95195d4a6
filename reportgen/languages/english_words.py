"""English word forms: numbers and texts in, ordinals and capitals out."""

from __future__ import annotations

import re

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ARTICLES = {"a", "an", "the"}
_JOINERS = {"and", "as", "but", "nor", "or", "so", "yet"}
_PREPOSITIONS = {
    "at",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "off",
    "on",
    "out",
    "over",
    "per",
    "to",
    "up",
    "via",
    "with",
}
_MINOR = _ARTICLES | _JOINERS | _PREPOSITIONS
_WORD = re.compile(r"[^\W_](?:[^\s\-–—/]*[^\W_])?")


def ordinal(number: int) -> str:
    """Write first to tenth in words, then 11th, 12th, 13th, 21st, 22nd, 111th."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def capitalised(text: str) -> str:
    """Return `text` with its first letter large, past any opening quotation mark or bracket."""
    match = _WORD.search(text)
    return text[: match.start()] + _raised(text[match.start() :]) if match else text


def title_case(text: str) -> str:
    """Return `text` in title case: small words stay small but at either end and after a colon; GDP and 5G stay."""
    ends = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    parts: list[str] = []
    done = 0
    for start, end in ends:
        opens = start == ends[0][0] or end == ends[-1][1] or _opens(text[:start])
        word = text[start:end]
        parts += (text[done:start], _raised(word) if opens or word not in _MINOR else word)
        done = end
    return "".join((*parts, text[done:]))


def _opens(before: str) -> bool:
    return before.rstrip(" “‘(").endswith((":", "—", "?", "!", "."))


def _raised(word: str) -> str:
    return word if word[1:2].isupper() else word[:1].upper() + word[1:]


def spelled(number: int) -> str:
    """Write a whole `number` from 0 to 999 in words: twenty-three, seven hundred forty-four."""
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" {spelled(rest)}" if rest else "")
