"""Figures in English: a text in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reportgen.reading import english_dates, stamps, units
from reportgen.reading.english_rules import SCANNER
from reportgen.reading.english_words import SURROUNDINGS, plain, small
from reportgen.reading.model import PeriodReading, Reading

_LISTED = re.compile(r"\s*(?:,|and|, and)\s*(?:more than|about|nearly|over|almost|around)?\s*")
_LEVEL = re.compile(r"[ -](?:as|the|that|what|its|higher|larger|more|last|those|over|from|of|compared|their|greater)\b")
_NOUNS = re.compile(r"(?:[ -][A-Za-z][A-Za-z'-]*){1,5}")
_STOPS = frozenset(
    [
        "and",
        "or",
        "in",
        "of",
        "to",
        "by",
        "for",
        "with",
        "at",
        "the",
        "was",
        "were",
        "is",
        "are",
        "a",
        "an",
        "from",
        "on",
        "as",
        "than",
        "that",
        "which",
        "this",
        "these",
        "those",
        "per",
        "up",
        "down",
        "over",
        "under",
        "who",
        "it",
        "its",
        "their",
        "has",
        "have",
        "had",
        "will",
        "would",
        "be",
        "been",
        "year",
        "month",
        "more",
        "less",
        "so",
        "percent",
        "respectively",
        "total",
    ]
)


def read(text: str) -> Iterator[Reading]:
    """Yield the figures of `text` in order."""
    said = plain(text)
    times = english_dates.stamps(said)
    masked = stamps.masked(said, times)
    dated = [item for time in times if (item := stamps.reading(text, time))]
    found = sorted([*SCANNER.scan(masked), *dated], key=lambda item: item.start)
    yield from _closed(list(_opened(text, small(masked), found)), small(masked))


def read_periods(text: str, issued: date | None) -> Iterator[PeriodReading]:
    """Yield the times that `text` names."""
    return stamps.resolved(text, english_dates.stamps(plain(text)), issued)


def _opened(text: str, masked: str, found: list[Reading]) -> Iterator[Reading]:
    """Yield `found` with their words and with what stands beside them; a list shares the verb that opens it."""
    last: Reading | None = None
    for item in found:
        last = _placed(text, masked, item, last)
        yield last


def _placed(text: str, masked: str, item: Reading, last: Reading | None) -> Reading:
    words = text[item.start : item.end]
    if item.kind in ("code", "name", "date", "time", "period", "year"):
        return replace(item, text=words)
    context = SURROUNDINGS.of(masked, item.start, item.end, last.end if last else 0)
    item = replace(
        item,
        text=words,
        qualifier=item.qualifier or context.qualifier,
        direction=item.direction or context.direction,
        base=context.base,
        forecast=context.forecast,
        cumulative=context.cumulative,
    )
    item = _counted(item, masked)
    if last and not item.direction and _joined(masked, last, item):
        return replace(item, direction=last.direction, base=item.base or last.base)
    return item


def _closed(found: list[Reading], masked: str) -> list[Reading]:
    """Return `found`, each list sharing the base that closes it (5 percent, 7 percent and 9 percent year on year)."""
    for index in range(len(found) - 2, -1, -1):
        item, after = found[index], found[index + 1]
        if after.base and not item.base and _joined(masked, item, after):
            found[index] = replace(item, base=after.base)
    return found


def _joined(masked: str, one: Reading, other: Reading) -> bool:
    return one.kind == other.kind and bool(_LISTED.fullmatch(masked[one.end : other.start]))


def _counted(item: Reading, masked: str) -> Reading:
    """Return `item` as a count where its “times” compare nothing, and with the noun that it counts."""
    if item.kind == "multiple" and masked.endswith("times", 0, item.end):
        level = item.direction or item.value % 1 or _LEVEL.match(masked, item.end)
        return item if level else replace(item, kind="amount", unit="times")
    if item.unit or item.kind not in ("amount", "count-word"):
        return item
    following = _NOUNS.match(masked, item.end)
    return replace(item, unit=_noun(following[0])) if following else item


def _noun(text: str) -> str:
    """Return the unit code of the noun that `text` counts, or else its first plural."""
    words: list[str] = []
    for word in text.replace("-", " ").split():
        if word in _STOPS:
            break
        words.append(word)
    pairs = [*(" ".join(pair) for pair in pairwise(words)), *words]
    plural = next((word for word in words if word.endswith("s") and not word.endswith("ss")), words[0] if words else "")
    return next((units.NOUNS[word] for word in pairs if word in units.NOUNS), plural)
