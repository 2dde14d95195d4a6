"""Columns of a table: facts of one indicator in, their numbers at one scale and the unit over them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.document import Figure
from reportgen.facts import Fact, Status
from reportgen.languages.numbers import decimals, printed, shift, trimmed
from reportgen.languages.parts import Hedges, figure, hedge, value_of


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of a column, with their printed decimals, the `unit` at its head, and the `power` of ten in it."""

    unit: str
    cells: tuple[Figure, ...]
    power: int = 0


def column_scale(facts: Sequence[Fact], scales: Sequence[int], places: int) -> int:
    """Return the one power of ten of `scales` (descending) for all `facts`: their own, where they share it.

    Otherwise it is the largest that one of them reaches and that gives none more than `places` decimals; else 0.
    """
    own = {fact.unit_mult for fact in facts if fact.obs_status != "M"}
    if len(own) == 1 and own <= set(scales):
        return own.pop()
    return common_scale(facts, scales, places)


def common_scale(facts: Sequence[Fact], scales: Sequence[int], places: int) -> int:
    """Return the largest power of `scales` that one fact reaches and that needs at most `places` decimals in all."""
    stated = [shift(value_of(fact), fact.unit_mult) for fact in facts if fact.obs_status != "M"]
    for power in scales:
        numbers = [trimmed(shift(value, -power)).copy_abs() for value in stated]
        if any(number >= 1 for number in numbers) and all(decimals(number) <= places for number in numbers):
            return power
    return 0


def column_cells(
    facts: Sequence[Fact], power: int, hedges: Hedges, notes: Mapping[Status, str], missing: str, grouping: bool
) -> tuple[Figure, ...]:
    """Return the numbers of `facts` at 10^`power` with all their decimals and a minus as U+2212."""
    return tuple(_cell(fact, power, hedges, notes, missing, grouping) for fact in facts)


def _cell(fact: Fact, power: int, hedges: Hedges, notes: Mapping[Status, str], missing: str, grouping: bool) -> Figure:
    if fact.obs_status == "M":
        return figure(fact, "value", [("word", missing)])
    said = hedge(hedges, fact.qualifier)
    digits = printed(shift(value_of(fact), fact.unit_mult - power), grouping)
    note = notes.get(fact.obs_status, "")
    return figure(
        fact,
        "value",
        [("qualifier", said.before), ("number", digits), ("qualifier", said.inside + said.after), ("word", note)],
    )
