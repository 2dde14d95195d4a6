"""English in a house style: facts and periods in, figures and words out, from one profile of words and switches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.document import Figure, Inline, Inlines, Text
from reportgen.facts import Change, ChangeKind, ChangeUnit, Fact, Indicator, Names, Period, Status
from reportgen.languages import lists
from reportgen.languages.catalogue import fixed_word
from reportgen.languages.english_periods import period_name
from reportgen.languages.english_words import capitalised, ordinal, title_case
from reportgen.languages.language import Script
from reportgen.languages.numbers import printed, scaled, shift, trimmed
from reportgen.languages.parts import (
    AnyKind,
    HedgeForm,
    Hedges,
    Parts,
    change_of,
    figure,
    hedge,
    indicator_name,
    named,
    rank_of,
    value_of,
)
from reportgen.languages.plurals import plural
from reportgen.languages.units import UnitWord, counted, unit_word

_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Tail:
    """What closes a change of one kind when it is `rising`, and when it is falling or flat."""

    rising: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A house's words and switches: `scales` are by power of ten, `tails` by the kind of change, `by` opens its number.

    `estimated_hedges` say a qualifier around a status word, where “an estimated about 5 percent” would be none.
    """

    name: str
    scales: Mapping[int, str]
    tails: Mapping[ChangeKind, Tail]
    hedges: Hedges
    short_hedges: Hedges
    estimated_hedges: Hedges
    statuses: Mapping[Status, str]
    status_notes: Mapping[Status, str]
    short_units: Mapping[ChangeUnit, str]
    percent: str = " percent"
    serial_comma: bool = False
    rising: str = "up"
    falling: str = "down"
    by: str = ""
    flat: str = "flat"
    roughly_flat: str = "roughly flat"
    ranking: str = "ranking"
    remaining: str = "remaining"
    missing: str = "not available"


@dataclass(frozen=True, slots=True)
class English:
    """English for readers abroad: millions, billions and trillions, no thousand, and words instead of minus signs."""

    code: str
    script: Script
    names: tuple[str, str]
    locale: str
    profile: Profile

    def amount(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value in full: 76.59 billion yuan, more than 9,754 new market entities."""
        return self._value(fact, indicator, form, with_noun=True)

    def bare(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value without the noun it counts: 40.879 million; a unit of measure stays."""
        return self._value(fact, indicator, form, with_noun=False)

    def change(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved: up 3.2 percent year on year, flat year on year, down 0.1 percentage points."""
        change = change_of(fact, kind)
        if not change.value:
            return self.movement(fact, kind)
        rate = self._rate(change, self._status(fact))
        parts: Parts = (("word", f"{self._verb(change)} {self.profile.by}"), *rate, ("word", self._tail(change)))
        return figure(fact, "change", parts, change.trend)

    def rate(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the number of a change: 3.2 percent, more than 80 percent."""
        change = change_of(fact, kind)
        return figure(fact, "change", self._rate(change), change.trend)

    def short_rate(self, fact: Fact, kind: AnyKind = "", signed: bool = False) -> Figure:
        """Say the number of a change as charts and cards show it, with its printed decimals: 3.0%, over 80%."""
        change = change_of(fact, kind)
        parts: Parts = (
            ("qualifier", hedge(self.profile.short_hedges, change.qualifier).before),
            ("number", printed(change.value, grouping=True, signed=signed)),
            ("unit", self.profile.short_units[change.unit]),
        )
        return figure(fact, "change", parts, change.trend)

    def movement(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say a change without its number: up year on year, flat from the previous year."""
        change = change_of(fact, kind)
        note = "" if fact.obs_value is not None else self.profile.status_notes.get(fact.obs_status, "")
        parts: Parts = (("word", self._verb(change)), ("word", self._tail(change)), ("word", note))
        return figure(fact, "change", parts, change.trend)

    def rank(self, fact: Fact, scopes: Mapping[str, Names]) -> Figure:
        """Say the rank: ranking first in the municipality, remaining fifth nationwide."""
        rank = rank_of(fact)
        scope = named(scopes, rank.scope, self.code, "scope")
        verb = self.profile.remaining if rank.held else self.profile.ranking
        parts: Parts = (("word", f"{verb} "), ("number", self.ordinal(rank.position)), ("word", f" {scope}"))
        return figure(fact, "rank", parts)

    def period(self, period: Period, short: bool = False, year: bool = True) -> str:
        """Name `period`: the first half of 2023; H1 2023 where `short`."""
        return period_name(period, self.locale, short, year)

    def date(self, day: date) -> str:
        """Write `day`: January 15, 2024."""
        from babel.dates import format_date

        return format_date(day, "long", self.locale)

    def number(self, value: Decimal, grouping: bool | None = None) -> str:
        """Write `value` with commas from 1,000, unless `grouping` is false."""
        return printed(value, grouping is not False)

    def percent(self, value: Decimal) -> str:
        """Write `value`, already in percent: 3.2 percent."""
        return printed(trimmed(value), grouping=True) + self.profile.percent

    def ordinal(self, number: int) -> str:
        """Write first to tenth in words, then 11th, 12th, 21st."""
        return ordinal(number)

    def name(self, indicator: Indicator, capital: bool = False) -> str:
        """Name `indicator`, with a `capital` where it opens a line."""
        name = indicator_name(indicator, self.code)
        return capitalised(name) if capital else name

    def area(self, areas: Mapping[str, Names], code: str) -> str:
        """Name the area `code`."""
        return named(areas, code, self.code, "area")

    def separators(self, count: int) -> tuple[str, ...]:
        """Return the marks of a list: commas, and “and” before the last item."""
        if count < 2:
            return ()
        last = ", and " if self.profile.serial_comma and count > 2 else " and "
        return (", ",) * (count - 2) + (last,)

    def respectively(self, names: Sequence[str], figures: Sequence[Figure]) -> Inlines:
        """Say “a, b and c up …, respectively”; two names or mixed directions as clauses; a shared figure with both."""
        lists.paired(names, figures)
        cuts = [lists.cut(item) for item in figures]
        marks = self.separators(len(names))
        who = lists.joined(names, marks)
        if len(names) > 1 and len({item.text for item in figures}) == 1:
            return (Text(f"{who} {'both' if len(names) == 2 else 'all'} "), figures[0])
        if len(names) < 3 or len({(item.before, item.after) for item in cuts}) > 1:
            return self._clauses(names, figures)
        said = lists.series([item.core for item in cuts], marks)
        return (Text(f"{who} {cuts[0].before}"), *said, Text(f"{cuts[0].after}, respectively"))

    def capitalised(self, text: str) -> str:
        """Return `text` with its first letter large."""
        return capitalised(text)

    def title_case(self, text: str) -> str:
        """Return `text` in title case."""
        return title_case(text)

    def word(self, key: str, **values: str) -> str:
        """Return a fixed word."""
        return fixed_word(self.code, key, values)

    def _value(self, fact: Fact, indicator: Indicator, form: HedgeForm, with_noun: bool) -> Figure:
        if fact.obs_status == "M":
            return figure(fact, "value", [("word", self.profile.missing)])
        value = shift(value_of(fact), fact.unit_mult)
        number, power = scaled(value, sorted(self.profile.scales, reverse=True), _DECIMALS)
        digits = printed(trimmed(number), grouping=True)
        scale = f" {self.profile.scales[power]}" if power else ""
        word = counted(indicator, indicator.nouns, self.code)
        unit = self._unit(indicator.unit_measure, word, digits + scale)
        noun = word.kind == "count"
        status = self.profile.statuses.get(fact.obs_status, "")
        hedges = self.profile.estimated_hedges if status else self.profile.hedges
        said = hedge(hedges, fact.qualifier, form)
        parts: Parts = (
            ("qualifier", said.before),
            ("word", status),
            ("number", digits),
            ("unit", scale if noun else scale + unit),
            ("qualifier", said.after),
            ("word", unit if noun and with_noun else ""),
        )
        return figure(fact, "value", parts)

    def _unit(self, code: str, word: UnitWord, digits: str) -> str:
        if code == "PCT":
            return self.profile.percent
        return f" {plural(self.locale, digits, word.one, word.other)}" if word.other else ""

    def _rate(self, change: Change, status: str = "") -> Parts:
        digits = printed(trimmed(change.value), grouping=True, signed=False)
        hedges = self.profile.estimated_hedges if status else self.profile.hedges
        said = hedge(hedges, change.qualifier)
        return (
            ("qualifier", said.before),
            ("word", status),
            ("number", digits),
            ("unit", self._unit(change.unit, unit_word(change.unit, self.code), digits)),
            ("qualifier", said.after),
        )

    def _status(self, fact: Fact) -> str:
        return "" if fact.obs_value is not None else self.profile.statuses.get(fact.obs_status, "")

    def _verb(self, change: Change) -> str:
        if not change.value:
            return self.profile.roughly_flat if change.qualifier else self.profile.flat
        return self.profile.rising if change.value > 0 else self.profile.falling

    def _tail(self, change: Change) -> str:
        tail = self.profile.tails[change.kind]
        return tail.rising if change.value > 0 else tail.otherwise

    def _clauses(self, names: Sequence[str], figures: Sequence[Figure]) -> Inlines:
        marks = ("", *self.separators(len(names)))
        clauses = zip(marks, names, figures, strict=True)
        pieces: list[Inline] = []
        for mark, name, item in clauses:
            pieces += (Text(f"{mark}{name} "), item)
        return tuple(pieces)
