"""What the words beside a number do to it: a text and a place in, hedge, direction, base and flags out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from re import Pattern
from typing import Literal, cast

from reportgen.document import Trend
from reportgen.facts import Qualifier
from reportgen.reading.model import Base

Effect = Literal["qualifier", "direction", "base", "forecast", "cumulative", "neutral", "stop"]
Phrases = Mapping[tuple[Effect, str], str]
"""Phrases by what they do (and to which value), as one string with `|` between them."""

_STEPS = 8
_WINDOW = 72


@dataclass(frozen=True, slots=True)
class Context:
    """Hedge, direction, base and flags of a number."""

    qualifier: Qualifier = ""
    direction: Trend = ""
    base: Base = ""
    forecast: bool = False
    cumulative: bool = False


@dataclass(frozen=True)
class Surroundings:
    """A language's phrases `before` and `after` a number; `spaced` languages have their words apart.

    `forecasts` and `totals` find, from the start of a clause up to the number, that it is expected and not yet so, or
    counted up over time; `totalled` finds the latter behind it.
    """

    before: Phrases
    after: Phrases
    forecasts: Pattern[str]
    totals: Pattern[str]
    totalled: Pattern[str]
    spaced: bool

    def of(self, text: str, start: int, end: int, floor: int) -> Context:
        """Return the context of the number at `start` to `end`; words before `floor` belong to another number."""
        found: dict[Effect, str] = {}
        low = max(floor, start - _WINDOW)
        window = text[low:start]
        self._back(window, found)
        self._forth(text[end : end + _WINDOW], found)
        if self.forecasts.search(window):
            found["forecast"] = "yes"
        if self.totals.search(window) or self.totalled.match(text, end):
            found["cumulative"] = "yes"
        return Context(
            cast(Qualifier, found.get("qualifier", "")),
            cast(Trend, found.get("direction", "")),
            cast(Base, found.get("base", "")),
            "forecast" in found,
            "cumulative" in found,
        )

    def _back(self, window: str, found: dict[Effect, str]) -> None:
        """Walk back from the number phrase by phrase; a hedge counts only until a verb or a base is passed."""
        rest, hedged = window.rstrip(" “"), True
        for _ in range(_STEPS):
            size = self._last(rest)
            if not size:
                return
            effect, value = self._befores[rest[-size:]]
            if effect == "stop":
                return
            if effect != "qualifier" or hedged:
                found.setdefault(effect, value)
            hedged = hedged and effect not in ("direction", "base")
            rest = rest[:-size].rstrip(" ")

    def _last(self, rest: str) -> int:
        """Return the length of the longest phrase at the end of `rest`; 0 where there is none."""
        for size in range(min(self._longest_before, len(rest)), 0, -1):
            if self.spaced and size < len(rest) and rest[-size - 1].isalnum():
                continue
            if rest[-size:] in self._befores:
                return size
        return 0

    def _forth(self, window: str, found: dict[Effect, str]) -> None:
        rest = window
        for _ in range(_STEPS):
            rest = rest.lstrip(" ")
            size = self._first(rest)
            if not size:
                return
            effect, value = self._afters[rest[:size]]
            if effect == "stop":
                return
            found.setdefault(effect, value)
            rest = rest[size:]

    def _first(self, rest: str) -> int:
        for size in range(min(self._longest_after, len(rest)), 0, -1):
            if self.spaced and rest[size : size + 1].isalnum() and rest[size - 1].isalnum():
                continue
            if rest[:size] in self._afters:
                return size
        return 0

    @cached_property
    def _befores(self) -> dict[str, tuple[Effect, str]]:
        return _inverted(self.before)

    @cached_property
    def _afters(self) -> dict[str, tuple[Effect, str]]:
        return _inverted(self.after)

    @cached_property
    def _longest_before(self) -> int:
        return max(map(len, self._befores))

    @cached_property
    def _longest_after(self) -> int:
        return max(map(len, self._afters))


def _inverted(phrases: Phrases) -> dict[str, tuple[Effect, str]]:
    return {phrase.strip(): key for key, listed in phrases.items() for phrase in listed.split("|")}
