"""Rules over a text, from left to right: patterns and what to make of them in, everything found out, in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from re import Match, Pattern
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything that ends somewhere in the text."""

    @property
    def end(self) -> int:
        """The first place after it."""


Item = TypeVar("Item", bound=Spanned)
_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Item]):
    """A pattern and what it makes; `build` returns None where the next rule shall try the same place."""

    pattern: str
    build: Callable[[Match[str]], Item | None]


class Scanner(Generic[Item]):
    """Rules in order of precedence, found with one pattern; each place is tried once by each rule.

    `opening` tells at which places any rule can begin: it is what makes long stretches without numbers cheap.
    Patterns are compiled when the first text comes.
    """

    def __init__(self, rules: Sequence[Rule[Item]], opening: str) -> None:
        self._given = tuple(rules)
        self._opening = opening

    @cached_property
    def _rules(self) -> list[tuple[Pattern[str], Callable[[Match[str]], Item | None]]]:
        return [(re.compile(rule.pattern), rule.build) for rule in self._given]

    @cached_property
    def _any(self) -> Pattern[str]:
        either = (f"(?P<r{index}>{_NAMED.sub('(?:', rule.pattern)})" for index, rule in enumerate(self._given))
        return re.compile(f"(?={self._opening})(?:{'|'.join(either)})")

    def scan(self, text: str) -> Iterator[Item]:
        """Yield what the rules make of `text`, in order and without overlaps."""
        place = 0
        while found := self._any.search(text, place):
            item = self._made(text, found)
            if item:
                yield item
            place = max(item.end if item else found.end(), found.start() + 1)

    def _made(self, text: str, found: Match[str]) -> Item | None:
        first = int(str(found.lastgroup)[1:])
        for pattern, build in self._rules[first:]:
            match = pattern.match(text, found.start())
            item = build(match) if match else None
            if item:
                return item
        return None
