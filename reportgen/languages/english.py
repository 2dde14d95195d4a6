"""English in a house style: facts and periods in, figures and words out, from one profile of words and switches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reportgen.document import Figure, Inline, Inlines, Text
from reportgen.facts import Fact, Indicator, Names, Period, converted
from reportgen.languages import english_amounts as amounts
from reportgen.languages import english_clauses as clauses
from reportgen.languages import lists
from reportgen.languages.catalogue import fixed_word
from reportgen.languages.columns import Column, column_cells, common_scale
from reportgen.languages.english_periods import period_name
from reportgen.languages.english_profile import Profile
from reportgen.languages.english_words import capitalised, ordinal, title_case
from reportgen.languages.language import Script
from reportgen.languages.marks import quotation_marks
from reportgen.languages.numbers import printed, trimmed
from reportgen.languages.parts import (
    AnyKind,
    HedgeForm,
    Parts,
    change_of,
    figure,
    hedge,
    indicator_name,
    named,
    rank_of,
    rate_of,
)

_DECIMALS = 3


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
        return figure(fact, "value", amounts.amount(self.profile, fact, indicator, form))

    def bare(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value without the noun it counts: 40.879 million; a unit of measure stays."""
        return figure(fact, "value", amounts.amount(self.profile, fact, indicator, form, noun=False))

    def running(self, fact: Fact, indicator: Indicator, form: HedgeForm = "", opening: bool = False) -> Figure:
        """Say the value in a sentence: six enterprises, 41 projects; `opening` it: Forty-one projects.

        Raises TemplateError where a figure with digits would have to open the sentence.
        """
        return figure(fact, "value", amounts.running(self.profile, fact, indicator, form, opening))

    def attributive(self, fact: Fact, indicator: Indicator, level: bool = False, article: bool = False) -> Figure:
        """Say the value before a noun: 10-billion-yuan; with `article` and `level`: a 10-billion-yuan level."""
        return figure(fact, "value", amounts.attributive(self.profile, fact, indicator, level, article))

    def span(self, low: Fact, high: Fact, indicator: Indicator, short: bool = False) -> Figure:
        """Say a range: 15 to 30 percent; in tables 15–30%; from −2 to 3 percent."""
        parts = amounts.span(self.profile, low, high, indicator, short)
        return replace(figure(low, "value", parts), shared=(high.id,))

    def equivalent(self, fact: Fact, rate: Fact, digits: int) -> Figure:
        """Say the value in U.S. dollars at the stored `rate`: (about 8.3 trillion U.S. dollars)."""
        return figure(fact, "value", amounts.equivalent(self.profile, converted(fact, rate, digits)))

    def column(self, facts: Sequence[Fact], indicator: Indicator) -> Column:
        """Put values under one head at one scale, decimals kept: billion yuan over 76.59 and 400.70."""
        profile = self.profile
        power = common_scale(facts, sorted(profile.scales, reverse=True), _DECIMALS)
        unit = amounts.column_unit(profile, power, indicator)
        notes = profile.status_notes
        cells = column_cells(facts, power, profile.short_hedges, notes, profile.missing, grouping=True)
        return Column(unit, cells, power)

    def change(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved: up 3.2 percent year on year, flat year on year, down 0.1 percentage points."""
        change = change_of(fact, kind)
        return figure(fact, "change", clauses.change_parts(self.profile, fact, change), change.trend)

    def clause(self, fact: Fact, indicator: Indicator, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved as a sentence does: grew 3.2 percent year on year, doubled, swung to a loss."""
        change = change_of(fact, kind)
        return figure(fact, "change", clauses.change_parts(self.profile, fact, change, indicator), change.trend)

    def pace(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how a growth rate goes on: growth slowed by 0.6 percentage points, returned to growth."""
        change = change_of(fact, kind)
        return figure(fact, "change", clauses.pace(self.profile, fact, change), change.trend)

    def multiple(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the level as a multiple of its base: 2.2 times the year-earlier level."""
        change = change_of(fact, kind)
        return figure(fact, "change", clauses.multiple(self.profile, fact, change), change.trend)

    def part(self, fact: Fact, indicator: Indicator, whole: str = "") -> Figure:
        """Say a share or a contribution: accounted for 81.5 percent of the `whole`."""
        amount = amounts.amount(self.profile, fact, indicator, "")
        return figure(fact, "value", clauses.part(fact, indicator, whole, amount))

    def rate(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the number of a change: 3.2 percent, more than 80 percent."""
        change = rate_of(fact, kind)
        return figure(fact, "change", clauses.rate(self.profile, change), change.trend)

    def short_rate(self, fact: Fact, kind: AnyKind = "", signed: bool = False) -> Figure:
        """Say the number of a change as charts and cards show it, with its printed decimals: 3.0%, over 80%."""
        change = clauses.percentage(rate_of(fact, kind))
        parts: Parts = (
            ("qualifier", hedge(self.profile.short_hedges, change.qualifier).before),
            ("number", printed(change.value, grouping=True, signed=signed)),
            ("unit", self.profile.short_units[change.unit]),
        )
        return figure(fact, "change", parts, change.trend)

    def movement(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say a change without its number: up year on year, flat from the previous year."""
        change = change_of(fact, kind)
        return figure(fact, "change", clauses.wordless(self.profile, fact, change), change.trend)

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

    def quoted(self, text: str, work: bool = False) -> str:
        """Put `text`, or the title of a `work`, in curly quotation marks."""
        del work
        return quotation_marks(text)

    def aside(self, text: str) -> str:
        """Put `text` in brackets."""
        return f"({text})"

    def word(self, key: str, **values: str) -> str:
        """Return a fixed word."""
        return fixed_word(self.code, key, values)

    def _clauses(self, names: Sequence[str], figures: Sequence[Figure]) -> Inlines:
        marks = ("", *self.separators(len(names)))
        clauses = zip(marks, names, figures, strict=True)
        pieces: list[Inline] = []
        for mark, name, item in clauses:
            pieces += (Text(f"{mark}{name} "), item)
        return tuple(pieces)
