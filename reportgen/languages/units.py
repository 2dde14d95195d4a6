"""The words of a unit in one language: a unit code or an indicator in, its word and kind out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from reportgen.errors import Place, SourceError
from reportgen.facts import Indicator, Names

UnitKind = Literal["measure", "count"]
_FILE = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit's word for one and for other numbers; a `count` is a noun that a card may leave out."""

    kind: UnitKind
    one: str
    other: str


def unit_word(code: str, language: str, where: Place | None = None) -> UnitWord:
    """Return the word of unit `code`; raise SourceError where the table has none in `language`."""
    units = _units()
    if code not in units:
        known = ", ".join(sorted(units))
        raise SourceError.of("unit-unknown", f"there is no unit “{code}”", where, f"use one of {known}")
    if language not in units[code]:
        raise SourceError.of("unit-word", f"unit “{code}” has no word in “{language}”", where)
    return _word(units[code]["kind"], units[code][language])


def counted(indicator: Indicator, own: Names, language: str) -> UnitWord:
    """Return the word that counts `indicator`: its `own` (counters or nouns), or else its unit's."""
    unit = unit_word(indicator.unit_measure, language, indicator.origin)
    return _word(unit.kind, own[language]) if own.get(language) else unit


def unit_codes() -> tuple[str, ...]:
    """Return every unit code that has words, in the table's order."""
    return tuple(_units())


def _word(kind: str, forms: str) -> UnitWord:
    one, _, other = forms.partition("|")
    return UnitWord("count" if kind == "count" else "measure", one, other or one)


@cache
def _units() -> dict[str, dict[str, str]]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
