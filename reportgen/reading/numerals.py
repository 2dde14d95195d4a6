"""Numbers in digits, Chinese numerals and English number words: a spelling in, an exact Decimal out."""

from __future__ import annotations

import re
from decimal import Decimal

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""Digits, with commas or spaces between thousands (12,345 and 12 345) or without."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 1, "百": 2, "千": 3}
_MYRIADS = {"亿": 8, "万": 4}
_LONGEST = 40
HAN = r"[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?"
"""A run of Chinese numerals, well formed or not."""

_SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ROUND = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_SMALL, 1)}
_WORDS |= {word: value * 10 for value, word in enumerate(_ROUND, 2)}
_POWERS = {"hundred": 2, "thousand": 3}

_BELOW_TEN = "|".join(_SMALL[:9])
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_ROUND)})(?:[- ](?:{_BELOW_TEN})\b)?|(?:{'|'.join(reversed(_SMALL))}))\b"
_BELOW_THOUSAND = rf"(?:(?:{_BELOW_HUNDRED}|an?)[- ]hundred(?:(?: and)? {_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
ENGLISH = rf"\b(?:(?:{_BELOW_THOUSAND}|an?)[- ]thousand(?:,?(?: and)? {_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
"""A well-formed English number below a million in words: twenty-three, a hundred and eight, two thousand."""

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ROUND_ORDINALS = [f"{word[:-1]}ieth" for word in _ROUND]
_ORDINAL_WORDS = {word: value for value, word in enumerate(_ORDINALS, 1)}
_ORDINAL_WORDS |= {word: value * 10 for value, word in enumerate(_ROUND_ORDINALS, 2)}
ENGLISH_ORDINAL = (
    rf"\b(?:(?:(?:{'|'.join(_ROUND)})[- ])?(?:{'|'.join(_ORDINALS[:9])})|{'|'.join(_ORDINALS[9:] + _ROUND_ORDINALS)})\b"
)
"""An English ordinal below a hundred in words."""

_WORD = re.compile(r"[a-z]+")


def shift(value: Decimal, places: int) -> Decimal:
    """Return `value` × 10^`places` exactly, whatever the precision of the decimal context."""
    sign, digits, exponent = value.as_tuple()
    power = int(exponent) + places
    return Decimal((sign, digits + (0,) * power, min(power, 0)))


def arabic(text: str) -> Decimal:
    """Read digits with any separators of thousands and a sign."""
    return Decimal(text.replace(",", "").replace(" ", "").replace("−", "-"))


def han(text: str) -> Decimal | None:
    """Read Chinese numerals (一百零八, 三千五, 二〇二三, 三点二); None where they form no number."""
    whole, point, decimals = text.partition("点")
    value = _positional(whole) if len(whole) > 1 and all(sign in _DIGITS for sign in whole) else _written(whole)
    if value is None or not point:
        return value
    return value + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in decimals))


def han_or_arabic(text: str) -> Decimal | None:
    """Read a number in digits or in Chinese numerals; None where they form no number."""
    return arabic(text) if text[0].isascii() else han(text)


def english(text: str) -> Decimal:
    """Read English number words as `ENGLISH` matches them, in lower case."""
    total = section = 0
    for word in _WORD.findall(text):
        if word == "hundred":
            section = max(section, 1) * 100
        elif word == "thousand":
            total, section = max(section, 1) * 1000, 0
        else:
            section += _WORDS.get(word, 0)
    return Decimal(total + section)


def english_ordinal(text: str) -> Decimal:
    """Read an English ordinal as `ENGLISH_ORDINAL` matches it, in lower case."""
    return Decimal(sum(_ORDINAL_WORDS.get(word, _WORDS.get(word, 0)) for word in _WORD.findall(text)))


def _positional(text: str) -> Decimal:
    return Decimal("".join(str(_DIGITS[sign]) for sign in text))


def _written(text: str) -> Decimal | None:
    """Read a number with 亿 and 万; a last digit after a power is of the power below (一万二 is 12,000)."""
    if len(text) > _LONGEST:
        return None
    for mark, power in _MYRIADS.items():
        head, found, tail = text.rpartition(mark)
        if found:
            high = _written(head) if head else Decimal(1)
            low = (
                shift(Decimal(_DIGITS[tail]), power - 1) if tail in _DIGITS else _written(tail) if tail else Decimal(0)
            )
            if high is None or low is None or head.endswith(mark) or tail.startswith("万"):
                return None
            return shift(high, power) + low
    return _section(text)


def _section(text: str) -> Decimal | None:
    """Read a number below ten thousand in 千, 百 and 十, each at most once and in this order."""
    total, digit, last, zero = 0, -1, 4, False
    for sign in text:
        if sign in _TENS:
            if _TENS[sign] >= last or digit == 0:
                return None
            total, digit, last = total + max(digit, 1) * 10 ** _TENS[sign], -1, _TENS[sign]
        elif digit > 0:
            return None
        elif sign in "零〇":
            digit, zero = -1, True
        else:
            digit = _DIGITS[sign]
    shorthand = digit > 0 and total and last > 1 and not zero
    return Decimal(total + (digit * 10 ** (last - 1) if shorthand else max(digit, 0)))
