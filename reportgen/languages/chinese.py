"""Chinese in either script: facts and periods in, figures and words out, from one table of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reportgen.document import Figure, Inline, Inlines, Text
from reportgen.facts import Fact, Indicator, Names, Period, converted
from reportgen.languages import lists
from reportgen.languages.catalogue import fixed_word
from reportgen.languages.chinese_clauses import change_parts, graded, moving, multiple, pace, part, rate
from reportgen.languages.chinese_periods import period_name
from reportgen.languages.chinese_words import NUMERALS, ChineseWords
from reportgen.languages.columns import Column, column_cells, column_scale
from reportgen.languages.language import Script
from reportgen.languages.marks import quotation_marks, work_marks
from reportgen.languages.numbers import decimals, printed, scaled, shift
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
    spanned,
    unhedged,
    value_of,
)
from reportgen.languages.units import counted, unit_word

_DECIMALS = 4
"""A number brought to 万 or 亿 from another power of ten keeps at most as many decimals as 万 has zeros."""


@dataclass(frozen=True, slots=True)
class Chinese:
    """Chinese as newspapers print it (GB/T 15835): the source's own 万 and 亿, digits ungrouped, no spaces."""

    code: str
    script: Script
    names: tuple[str, str]
    locale: str
    words: ChineseWords

    def amount(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value: 765.9亿元, 超80%; `form` suffix gives 4000余万元, crossing 突破1600亿元."""
        if fact.obs_status == "M":
            return figure(fact, "value", [("word", self.words.missing)])
        number, scale = self._scaled(value_of(fact, form), fact.unit_mult)
        unit = counted(indicator, indicator.counters, self.code).other
        said = hedge(self.words.hedges, fact.qualifier, form)
        if said.inside and (decimals(number) or indicator.unit_measure in ("PCT", "PP")):
            said = hedge(self.words.hedges, fact.qualifier)  # 5.5余万 and 80余% are not Chinese
        parts: Parts = (
            ("word", self.words.statuses.get(fact.obs_status, "")),
            ("qualifier", said.before),
            ("number", printed(number)),
            ("qualifier", said.inside),
            ("unit", scale + unit),
            ("qualifier", said.after),
        )
        return figure(fact, "value", parts)

    def bare(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value with its measure word, which Chinese never leaves out."""
        return self.amount(fact, indicator, form)

    def running(self, fact: Fact, indicator: Indicator, form: HedgeForm = "", opening: bool = False) -> Figure:
        """Say the value in a sentence, which Chinese does as anywhere else."""
        del opening
        return self.amount(fact, indicator, form)

    def attributive(self, fact: Fact, indicator: Indicator, level: bool = False, article: bool = False) -> Figure:
        """Say the value before a noun: 100亿元; its class where `level`: 百亿级, 亿元级."""
        del article
        number, scale = self._scaled(unhedged(fact), fact.unit_mult)
        unit = counted(indicator, indicator.counters, self.code).other
        money = indicator.unit_measure == "CNY"
        grade = graded(self.words, shift(number, self._power(scale)), unit, money) if level else ""
        if grade:
            return figure(fact, "value", [("number", grade)])
        ends = unit + (self.words.level if level else "")
        return figure(fact, "value", [("number", printed(number)), ("unit", scale + ends)])

    def span(self, low: Fact, high: Fact, indicator: Indicator, short: bool = False) -> Figure:
        """Say a range with scale and percent at both ends: 15%—30%, 9亿—16亿元 (GB/T 15835 5.1.3)."""
        del short
        ends = spanned(low, high)
        unit = counted(indicator, indicator.counters, self.code).other
        first, last = (self._scaled(value, fact.unit_mult) for value, fact in zip(ends, (low, high), strict=True))
        both = unit if indicator.unit_measure == "PCT" else ""
        parts: Parts = (
            ("number", printed(first[0])),
            ("unit", first[1] + both),
            ("word", "至" if ends[0] < 0 else "—"),
            ("number", printed(last[0])),
            ("unit", last[1] + unit),
        )
        return replace(figure(low, "value", parts), shared=(high.id,))

    def equivalent(self, fact: Fact, rate: Fact, digits: int) -> Figure:
        """Say the value in U.S. dollars at the stored `rate`: （约合107亿美元）."""
        value = value_of(converted(fact, rate, digits))
        number, scale = self._generated(value)
        unit = scale + unit_word("USD", self.code).other
        return figure(
            fact,
            "value",
            [
                ("word", "（"),
                ("qualifier", self.words.worth),
                ("number", printed(number)),
                ("unit", unit),
                ("word", "）"),
            ],
        )

    def column(self, facts: Sequence[Fact], indicator: Indicator) -> Column:
        """Put values under one head at one scale, decimals kept: 亿元 over 765.9 and 4007.0."""
        scale = column_scale(facts, sorted(self.words.scales, reverse=True), _DECIMALS)
        unit = self.words.scales[scale] + counted(indicator, indicator.counters, self.code).other
        notes = {status: f"（{word}）" for status, word in self.words.statuses.items()}
        cells = column_cells(facts, scale, self.words.hedges, notes, self.words.missing, grouping=False)
        return Column(unit, cells, scale)

    def change(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved: 同比增长3.2%, 同比持平, 上升0.1个百分点, 扭亏为盈."""
        change = change_of(fact, kind)
        return figure(fact, "change", change_parts(self.words, self.code, fact, change), change.trend)

    def clause(self, fact: Fact, indicator: Indicator, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved as a sentence does, the verb by what is measured: 增长, 上升, 提高, 翻一番."""
        change = change_of(fact, kind)
        return figure(fact, "change", change_parts(self.words, self.code, fact, change, indicator), change.trend)

    def pace(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how a growth rate goes on: 增速回落0.6个百分点, 降幅收窄3.8个百分点, 由降转升."""
        change = change_of(fact, kind)
        return figure(fact, "change", pace(self.words, self.code, fact, change), change.trend)

    def multiple(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the level as a multiple of its base: 上年同期的2.2倍."""
        change = change_of(fact, kind)
        return figure(fact, "change", multiple(self.words, self.code, fact, change), change.trend)

    def part(self, fact: Fact, indicator: Indicator, whole: str = "") -> Figure:
        """Say a share or a contribution: 占全区的81.5%, 拉动GDP增长2.1个百分点."""
        amount = tuple((piece.kind, piece.text) for piece in self.amount(fact, indicator).pieces)
        return figure(fact, "value", part(self.words, fact, indicator, whole, amount))

    def rate(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the number of a change: 3.2%, 超80%, 0.1个百分点, 1.2倍."""
        return self.short_rate(fact, kind)

    def short_rate(self, fact: Fact, kind: AnyKind = "", signed: bool = False) -> Figure:
        """Say the number of a change as charts and cards show it."""
        change = rate_of(fact, kind)
        return figure(fact, "change", rate(self.words, self.code, change, signed), change.trend)

    def movement(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say a change without its number: 同比增长, 同比持平."""
        change = change_of(fact, kind)
        return figure(fact, "change", (("word", moving(self.words, fact, change)),), change.trend)

    def rank(self, fact: Fact, scopes: Mapping[str, Names]) -> Figure:
        """Say the rank: 全市第一, 保持全国第五, 全国第17位."""
        rank = rank_of(fact)
        held = self.words.held if rank.held else ""
        scope = named(scopes, rank.scope, self.code, "scope")
        parts: Parts = (
            ("word", held + scope),
            ("number", self.ordinal(rank.position)),
            ("unit", "" if rank.position <= len(NUMERALS) else "位"),
        )
        return figure(fact, "rank", parts)

    def period(self, period: Period, short: bool = False, year: bool = True) -> str:
        """Name `period`: 2023年上半年; tables use the same form."""
        del short
        return period_name(period, year)

    def date(self, day: date) -> str:
        """Write `day` without leading zeros: 2024年1月15日."""
        from babel.dates import format_date

        return format_date(day, "long", self.locale)

    def number(self, value: Decimal, grouping: bool | None = None) -> str:
        """Write `value` ungrouped, unless `grouping` asks for it."""
        return printed(value, bool(grouping))

    def percent(self, value: Decimal) -> str:
        """Write `value`, already in percent: 3.2%."""
        return printed(value) + unit_word("PCT", self.code).other

    def ordinal(self, number: int) -> str:
        """Write 第一 to 第十 in characters, then 第11 in digits."""
        return "第" + (NUMERALS[number - 1] if 1 <= number <= len(NUMERALS) else str(number))

    def name(self, indicator: Indicator, capital: bool = False) -> str:
        """Name `indicator`; Chinese has no capitals."""
        del capital
        return indicator_name(indicator, self.code)

    def area(self, areas: Mapping[str, Names], code: str) -> str:
        """Name the area `code`."""
        return named(areas, code, self.code, "area")

    def separators(self, count: int) -> tuple[str, ...]:
        """Return the marks of a list: 、 between all items."""
        return ("、",) * max(0, count - 1)

    def respectively(self, names: Sequence[str], figures: Sequence[Figure]) -> Inlines:
        """Say 甲、乙、丙分别同比增长…; two names or mixed directions as clauses; one shared figure with 均."""
        lists.paired(names, figures)
        cuts = [lists.cut(item) for item in figures]
        who = lists.joined(names, self.separators(len(names)))
        if len(names) > 1 and len({item.text for item in figures}) == 1:
            return (Text(who + self.words.alike), figures[0])
        if len(names) < 3 or len({(item.before, item.after) for item in cuts}) > 1:
            clauses = [(Text(name), item) for name, item in zip(names, figures, strict=True)]
            return tuple(inline for index, pair in enumerate(clauses) for inline in self._clause(index, pair))
        said = lists.series([item.core for item in cuts], self.separators(len(cuts)))
        return (Text(who + self.words.respectively + cuts[0].before), *said)

    def capitalised(self, text: str) -> str:
        """Return `text`; Chinese has no capitals."""
        return text

    def title_case(self, text: str) -> str:
        """Return `text`; Chinese has no capitals."""
        return text

    def quoted(self, text: str, work: bool = False) -> str:
        """Put `text` in quotation marks, quotations in it in single ones (GB/T 15834); a `work` in 《》."""
        return work_marks(text) if work else quotation_marks(text)

    def aside(self, text: str) -> str:
        """Put `text` in full-width brackets."""
        return f"（{text}）"

    def word(self, key: str, **values: str) -> str:
        """Return a fixed word."""
        return fixed_word(self.code, key, values)

    def _scaled(self, value: Decimal, power: int) -> tuple[Decimal, str]:
        if power in self.words.scales:
            return value, self.words.scales[power]
        return self._generated(shift(value, power))

    def _generated(self, value: Decimal) -> tuple[Decimal, str]:
        powers = sorted((key for key in self.words.scales if key), reverse=True)
        number, chosen = scaled(value, powers, _DECIMALS)
        return number, self.words.scales[chosen]

    def _power(self, scale: str) -> int:
        return next(power for power, word in self.words.scales.items() if word == scale)

    def _clause(self, index: int, pair: tuple[Inline, Inline]) -> Inlines:
        return (Text("，"), *pair) if index else pair
