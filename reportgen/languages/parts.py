"""Facts to the parts of a figure: what is stated and asked for in, pieces out; what is not stated is an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.document import Figure, Piece, PieceKind, Side, Trend
from reportgen.errors import Place, SourceError, TemplateError
from reportgen.facts import (
    Change,
    ChangeKind,
    Fact,
    Indicator,
    Names,
    Qualifier,
    Rank,
    Untruth,
    untrue_change,
    untrue_crossing,
    untrue_value,
)
from reportgen.languages.numbers import shift

AnyKind = ChangeKind | Literal[""]
"""The kind of change that is asked for; empty takes a fact's first."""

HedgeForm = Literal["", "crossing", "crossed", "suffix"]
"""How a qualifier is said: plainly (超, more than), as a first crossing (突破, surpassing; as the sentence's verb
surpassed), after the number (余)."""

Parts = tuple[tuple[PieceKind, str], ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A qualifier's words `before` the number, `inside` (between number and unit) and `after` the unit."""

    before: str = ""
    inside: str = ""
    after: str = ""


Hedges = Mapping[tuple[Qualifier, HedgeForm], Hedge]


def hedge(hedges: Hedges, qualifier: Qualifier, form: HedgeForm = "") -> Hedge:
    """Return how `hedges` say `qualifier` in `form`, or plainly where they have no such form."""
    return hedges.get((qualifier, form)) or hedges.get((qualifier, ""), Hedge())


def figure(fact: Fact, side: Side, parts: Iterable[tuple[PieceKind, str]], trend: Trend = "") -> Figure:
    """Make the figure that shows `side` of `fact`; empty parts are left out."""
    return Figure(fact.id, side, tuple(Piece(kind, text) for kind, text in parts if text), trend)


def refuse_untruth(fact: Fact, untruth: Untruth | None) -> None:
    """Raise SourceError where there is an `untruth` about `fact`."""
    if untruth:
        raise SourceError.of("untrue", f"fact “{fact.id}”: {untruth.message}", fact.origin, untruth.hint)


def value_of(fact: Fact, form: HedgeForm = "") -> Decimal:
    """Return the value that `fact` states; raise SourceError where it states none, or one that cannot be true."""
    if fact.obs_value is None or not fact.obs_value.is_finite():
        hint = "give its obs_value, or show its change or rank"
        raise SourceError.of("value-missing", f"fact “{fact.id}” has no value", fact.origin, hint)
    if not fact.digits:
        refuse_untruth(fact, untrue_value(fact))
    if form in ("crossing", "crossed"):
        refuse_untruth(fact, untrue_crossing(fact))
    return fact.obs_value


def change_of(fact: Fact, kind: AnyKind = "") -> Change:
    """Return the change of `kind`, or the first; raise SourceError where `fact` has none or it cannot be true."""
    change = fact.change(kind or None)
    if change is None or not change.value.is_finite():
        asked = f"change of kind “{kind}”" if kind else "change"
        has = ", ".join(item.kind for item in fact.changes)
        raise SourceError.of(
            "change-missing", f"fact “{fact.id}” has no {asked}", fact.origin, f"it has {has}" if has else ""
        )
    if not fact.digits:  # a rounded level may pass the one that the change starts from
        refuse_untruth(fact, untrue_change(fact, change))
    return change


def rate_of(fact: Fact, kind: AnyKind = "") -> Change:
    """Return a change that has a number; raise SourceError for a turn, which has none."""
    change = change_of(fact, kind)
    if change.unit == "TURN":
        hint = "show its change in words"
        raise SourceError.of("change-turn", f"fact “{fact.id}” turned: no rate can tell it", fact.origin, hint)
    return change


def unhedged(fact: Fact) -> Decimal:
    """Return the value of a fact that stands where no qualifier can; raise TemplateError where it has one."""
    value = value_of(fact)
    if fact.qualifier:
        message = f"fact “{fact.id}” says “{fact.qualifier}”, which cannot stand here"
        raise TemplateError.of("qualifier-place", message, fact.origin, "say its amount instead")
    return value


def spanned(low: Fact, high: Fact) -> tuple[Decimal, Decimal]:
    """Return the values of both ends of a range; raise TemplateError where the second is not the greater."""
    ends = unhedged(low), unhedged(high)
    if shift(ends[0], low.unit_mult) >= shift(ends[1], high.unit_mult):
        message = f"no range leads from fact “{low.id}” to fact “{high.id}”"
        raise TemplateError.of("range", message, low.origin, "name the lower one first")
    return ends


def no_part(fact: Fact, indicator: Indicator) -> Exception:
    """Return the error that `indicator` measures no part of anything."""
    message = f"fact “{fact.id}” is no part of a whole"
    hint = f"give {indicator.id} the measure_type share or contribution, and the unit PCT (a contribution may be PP)"
    return SourceError.of("part", message, fact.origin, hint)


def rank_of(fact: Fact) -> Rank:
    """Return the rank of `fact`; raise SourceError where it has none."""
    if fact.rank is None:
        raise SourceError.of("rank-missing", f"fact “{fact.id}” has no rank", fact.origin)
    return fact.rank


def said_name(names: Names, language: str, what: str, where: Place | None = None) -> str:
    """Return the name in `language`; raise SourceError, saying `what` lacks it."""
    if not names.get(language):
        has = ", ".join(sorted(names)) or "none"
        raise SourceError.of("name-missing", f"{what} has no name in “{language}”", where, f"it has {has}")
    return names[language]


def named(names: Mapping[str, Names], code: str, language: str, what: str) -> str:
    """Return what `code` is called in `language`; raise SourceError for a code that `names` do not hold."""
    if code not in names:
        known = ", ".join(sorted(names)) or "none"
        raise SourceError.of("code-unknown", f"there is no {what} “{code}”", hint=f"known are {known}")
    return said_name(names[code], language, f"{what} “{code}”")


def indicator_name(indicator: Indicator, language: str) -> str:
    """Return what `indicator` is called in `language`."""
    return said_name(indicator.names, language, f"indicator “{indicator.id}”", indicator.origin)
