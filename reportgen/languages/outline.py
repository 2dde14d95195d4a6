"""What stands before a heading in each language: a language, a depth and a count in, the mark of the outline out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.languages.chinese_words import NUMERALS

Mark = Callable[[int], str]

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def outline_mark(lang: str, level: int, count: int) -> str:
    """Return the mark of the heading number `count`, from 1, at `level`, from 1; the deepest serves all below it.

    Chinese counts 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3), English I. 1. (1) (a).
    """
    marks = _CHINESE if lang.partition("-")[0] == "zh" else _ENGLISH
    return marks[min(level, len(marks)) - 1](count)


def numeral(count: int) -> str:
    """Write `count` from 1 to 99 in Han numerals: 十二; larger ones in digits."""
    tens, ones = divmod(count, 10)
    if not 0 < count < 100:
        return str(count)
    last = NUMERALS[ones - 1] if ones else ""
    return last if not tens else ("十" if tens == 1 else f"{NUMERALS[tens - 1]}十") + last


def roman(count: int) -> str:
    """Write `count` from 1 in Roman numerals: XIV."""
    written = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written


def letters(count: int) -> str:
    """Write `count` from 1 in letters: c, and aa after z."""
    rest, last = divmod(count - 1, 26)
    return (letters(rest) if rest else "") + chr(ord("a") + last)


_CHINESE: Sequence[Mark] = (
    lambda count: f"{numeral(count)}、",
    lambda count: f"（{numeral(count)}）",
    lambda count: f"{count}.",
    lambda count: f"（{count}）",
)
_ENGLISH: Sequence[Mark] = (
    lambda count: f"{roman(count)}.",
    lambda count: f"{count}.",
    lambda count: f"({count})",
    lambda count: f"({letters(count)})",
)
