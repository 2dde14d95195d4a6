"""Two editions of a briefing in, what became of each fact out: revised, new, dropped or the same, in any language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts import Briefing, Change, Fact, Indicator, Rank
from reportgen.languages import Language, language

_NOTHING = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A side of a fact that is not as it was: `value`, `rank`, `period`, `status`, `unit` or a kind of change.

    `difference` is what the new number is above the old one, in base units or, of changes, percentage points; it is
    None where there are not two numbers of one unit.
    """

    fact: str
    side: str
    difference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the facts from the `old` edition to the `new` one, by id; `same` is how many are as they were."""

    old: Briefing
    new: Briefing
    revised: tuple[Revision, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    same: int


def compare(old: Briefing, new: Briefing) -> Comparison:
    """Compare two editions fact by fact; a number printed with other decimals or at another scale is the same."""
    common = [name for name in new.facts if name in old.facts]
    revised = {name: tuple(_revisions(old, new, name)) for name in common}
    return Comparison(
        old,
        new,
        tuple(revision for revisions in revised.values() for revision in revisions),
        tuple(name for name in new.facts if name not in old.facts),
        tuple(name for name in old.facts if name not in new.facts),
        sum(not revisions for revisions in revised.values()),
    )


def _revisions(old: Briefing, new: Briefing, name: str) -> Iterator[Revision]:
    before, after = old.facts[name], new.facts[name]
    units = old.indicator_of(before).unit_measure, new.indicator_of(after).unit_measure
    sides = _sides(before, units[0]), _sides(after, units[1])
    for side in dict.fromkeys((*sides[1], *sides[0])):
        one, other = (known.get(side) for known in sides)
        if one != other:
            yield Revision(name, side, _difference(side, one, other) if units[0] == units[1] else None)


def _sides(fact: Fact, unit: str) -> Mapping[str, tuple[object, ...]]:
    """Return everything that is compared of a fact; what it does not state is left out."""
    stated: dict[str, tuple[object, ...] | None] = {
        "value": None if fact.base_value is None else (fact.base_value, fact.qualifier),
        **{change.kind: _moved(change) for change in fact.changes},
        "rank": _placed(fact.rank) if fact.rank else None,
        "period": (fact.time_period.code,),
        "status": (fact.obs_status,),
        "unit": (unit,),
    }
    return {side: value for side, value in stated.items() if value is not None}


def _moved(change: Change) -> tuple[object, ...]:
    return change.value, change.unit, change.qualifier


def _placed(rank: Rank) -> tuple[object, ...]:
    return rank.position, rank.scope, rank.held


def _difference(side: str, one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> Decimal | None:
    if one is None or other is None or side in ("rank", "period", "status", "unit"):
        return None
    before, after = one[0], other[0]
    alike = side == "value" or one[1] == other[1] != "TURN"
    if not alike or not isinstance(before, Decimal) or not isinstance(after, Decimal) or before == after:
        return None
    return after - before


def tell(comparison: Comparison, lang: str) -> Iterator[str]:
    """Yield the lines that say `comparison` in one language; raise SourceError where a name has no such language."""
    teller = _Teller(comparison, language(lang, comparison.new.style.get(lang, "")))
    spoken, old, new = teller.language, comparison.old, comparison.new
    alike = old.id == new.id
    yield spoken.word("editions", new=new.file if alike else new.id, old=old.file if alike else old.id)
    yield teller.head("revised", len({revision.fact for revision in comparison.revised}))
    yield from (f"  {teller.revision(revision)}" for revision in comparison.revised)
    yield teller.head("added", len(comparison.added))
    yield from (f"  {teller.whole(new, new.facts[name])}" for name in comparison.added)
    yield teller.head("dropped", len(comparison.dropped))
    yield from (f"  {teller.whole(old, old.facts[name])}" for name in comparison.dropped)
    yield teller.head("same", comparison.same)


def said(comparison: Comparison, revision: Revision, lang: str) -> tuple[str, str]:
    """Return what the old and the new edition say of a revised side, "" where one says nothing."""
    teller = _Teller(comparison, language(lang, comparison.new.style.get(lang, "")))
    return teller.both(revision)


class _Teller:
    """Says facts and revisions in one language."""

    def __init__(self, comparison: Comparison, spoken: Language) -> None:
        self.comparison, self.language = comparison, spoken

    def head(self, key: str, number: int) -> str:
        return f"{self.language.word(key)}{self.language.word('colon')}{number}"

    def name(self, edition: Briefing, fact: Fact) -> str:
        return f"{self.language.name(edition.indicator_of(fact), capital=True)} [{fact.id}]"

    def both(self, revision: Revision) -> tuple[str, str]:
        editions = self.comparison.old, self.comparison.new
        before, after = (self.side(edition, edition.facts[revision.fact], revision.side) for edition in editions)
        return before, after

    def revision(self, revision: Revision) -> str:
        """Say `GDP [gdp]: 71.23 billion yuan → 76.59 billion yuan (+5.36 billion yuan)`."""
        new = self.comparison.new
        fact = new.facts[revision.fact]
        nothing = self.language.word("not-available")
        before, after = (text or nothing for text in self.both(revision))
        line = f"{self.name(new, fact)}{self.language.word('colon')}{before} → {after}"
        if revision.difference is None:
            return line
        blank = " " if self.language.script == "Latn" else ""
        return f"{line}{blank}{self.language.aside(self.gap(fact, revision))}"

    def gap(self, fact: Fact, revision: Revision) -> str:
        """Say a difference in the new fact's unit and scale, and that of two rates in percentage points."""
        difference = revision.difference or Decimal(0)
        measured = self.comparison.new.indicator_of(fact)
        points = revision.side != "value" or measured.unit_measure == "PCT"
        value, scale = (difference, 0) if points else (difference.scaleb(-fact.unit_mult), fact.unit_mult)
        made = Fact(fact.id, fact.indicator, fact.ref_area, fact.time_period, value, scale)
        counted = Indicator(measured.id, measured.names, "PP") if points else measured
        return ("+" if difference > 0 else "") + self.language.bare(made, counted).text

    def whole(self, edition: Briefing, fact: Fact) -> str:
        shown = (self.side(edition, fact, side) for side in ("value", *(it.kind for it in fact.changes), "rank"))
        texts = [text for text in shown if text] or [self.language.word("not-available")]
        return f"{self.name(edition, fact)}{self.language.word('colon')}{' · '.join(texts)}"

    def side(self, edition: Briefing, fact: Fact, side: str) -> str:
        """Say one side of a fact, or nothing where it has none."""
        match side:
            case "value":
                stated = fact.obs_value is not None
                return self.language.bare(fact, edition.indicator_of(fact)).text if stated else _NOTHING
            case "rank":
                return self.language.rank(fact, edition.scopes).text if fact.rank else _NOTHING
            case "period":
                return self.language.period(fact.time_period)
            case "status":
                return self.language.word(f"status-{fact.obs_status.lower()}")
            case "unit":
                return edition.indicator_of(fact).unit_measure
            case _:
                moved = next((change for change in fact.changes if change.kind == side), None)
                return self.language.change(fact, moved.kind).text if moved else _NOTHING
