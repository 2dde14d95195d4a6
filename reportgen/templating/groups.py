"""Facts by what an author asks for: a list of ids or a selection in, facts and what tells them apart out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, get_args

from reportgen.document import Figure, Inlines, Piece, Text
from reportgen.facts import Briefing, Fact
from reportgen.languages import Language
from reportgen.templating.environment import tell

By = Literal["indicator", "area", "period"]
Side = Literal["value", "change"]

DIMENSIONS: tuple[By, ...] = get_args(By)
"""What rows and categories can be named after, in the order in which it is guessed."""


def chosen(asked: Any, briefing: Briefing, what: str) -> tuple[Fact, ...]:
    """Return the facts that `asked` names: ids, or `{indicator: …, area: …, period: …}`, each one code or several.

    `what` is the block that asks; an unknown id and a selection of nothing are told, and give nothing.
    """
    if isinstance(asked, Mapping):
        return _selected(asked, briefing, what)
    ids = [str(name) for name in _several(asked)]
    unknown = [name for name in ids if name not in briefing.facts]
    for name in unknown:
        tell("fact-unknown", f"{what}: there is no fact {name}", "use an id of the facts")
    return () if unknown else tuple(briefing.facts[name] for name in ids)


def _selected(asked: Mapping[str, Any], briefing: Briefing, what: str) -> tuple[Fact, ...]:
    unknown = sorted(set(asked) - set(DIMENSIONS))
    for name in unknown:
        tell("select", f"{what}: facts cannot be selected by {name}", f"use one of {', '.join(DIMENSIONS)}")
    wanted = {by: {str(code) for code in _several(asked[by])} for by in DIMENSIONS if by in asked}
    found = tuple(
        fact for fact in briefing.facts.values() if all(code_of(fact, by) in codes for by, codes in wanted.items())
    )
    if not found:
        tell("select", f"{what}: no fact is selected", "name codes of the facts’ columns")
    return () if unknown else found


def _several(asked: Any) -> Sequence[Any]:
    return asked if isinstance(asked, (list, tuple)) else (asked,)


def code_of(fact: Fact, by: By) -> str:
    """Return the code of the indicator, area or period of `fact`."""
    match by:
        case "indicator":
            return fact.indicator
        case "area":
            return fact.ref_area
        case "period":
            return fact.time_period.code


def dimension(asked: Any, facts: Sequence[Fact], what: str) -> By:
    """Return what tells `facts` apart: as `asked`, or else the first dimension in which they differ."""
    named = str(asked or "")
    if named in DIMENSIONS:
        return next(by for by in DIMENSIONS if by == named)
    if named:
        tell("by", f"{what}: nothing is named by {named}", f"use one of {', '.join(DIMENSIONS)}")
    return next((by for by in DIMENSIONS if len({code_of(fact, by) for fact in facts}) > 1), "indicator")


def names(facts: Sequence[Fact], by: By, briefing: Briefing, language: Language) -> list[str]:
    """Return what each of `facts` is called beside the others; a period says its year where that changes."""
    match by:
        case "indicator":
            return [_short(fact, briefing, language) for fact in facts]
        case "area":
            return [language.area(briefing.areas, fact.ref_area) for fact in facts]
        case "period":
            years = [0, *(fact.time_period.start.year for fact in facts)]
            return [
                language.period(fact.time_period, short=True, year=fact.time_period.start.year != before)
                for fact, before in zip(facts, years, strict=False)
            ]


def _short(fact: Fact, briefing: Briefing, language: Language) -> str:
    indicator = briefing.indicator_of(fact)
    short = indicator.short.get(language.code, "")
    return language.capitalised(short) if short else language.name(indicator, capital=True)


def side(fact: Fact, show: Side) -> Decimal | None:
    """Return the number of a side of `fact`: its value in base units, or its first change that has a number."""
    if show == "value":
        return None if fact.obs_status == "M" else fact.base_value
    change = fact.change()
    return None if change is None or change.unit == "TURN" else change.value


def placed(numbers: Sequence[Decimal | None], lowest_first: bool = False) -> list[int | None]:
    """Return the place of each number from 1; equal ones share a place and leave the next free, `None` has none."""
    known = sorted((number for number in numbers if number is not None), reverse=not lowest_first)
    return [None if number is None else known.index(number) + 1 for number in numbers]


def with_unit(name: str, unit: str, facts: Sequence[Fact], language: Language) -> Inlines:
    """Return `name` with the `unit` of `facts` in brackets, as their figure, so that no one takes it for an amount."""
    if not name or not unit or not facts:
        return (Text(name),) if name else ()
    before, _, after = language.aside(unit).partition(unit)
    gap = "" if language.code.startswith("zh") else " "
    shown = Figure(facts[0].id, "name", (Piece("unit", unit),), shared=tuple(fact.id for fact in facts[1:]))
    return Text(f"{name}{gap}{before}"), shown, Text(after)
