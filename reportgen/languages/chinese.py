"""Chinese in either script: facts and periods in, figures and words out, from one table of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.document import Figure, Inline, Inlines, Text
from reportgen.facts import Change, ChangeKind, ChangeUnit, Fact, Indicator, Names, Period, Status
from reportgen.languages import lists
from reportgen.languages.catalogue import fixed_word
from reportgen.languages.chinese_periods import period_name
from reportgen.languages.language import Script
from reportgen.languages.numbers import decimals, printed, scaled, shift
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
from reportgen.languages.units import counted, unit_word

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_DECIMALS = 4
"""A number brought to 万 or 亿 from another power of ten keeps at most as many decimals as 万 has zeros."""


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """The words of one script; `kinds` and `flat_kinds` open a change by its kind, `scales` are by power of ten."""

    scales: Mapping[int, str]
    kinds: Mapping[ChangeKind, str]
    flat_kinds: Mapping[ChangeKind, str]
    rising: Mapping[ChangeUnit, str]
    falling: Mapping[ChangeUnit, str]
    hedges: Hedges
    statuses: Mapping[Status, str]
    flat: str = "持平"
    roughly_flat: str = "基本持平"
    missing: str = "暂无数据"
    held: str = "保持"
    respectively: str = "分别"
    alike: str = "均"


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
        number, scale = self._scaled(value_of(fact), fact.unit_mult)
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

    def change(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved: 同比增长3.2%, 同比持平, 上升0.1个百分点."""
        change = change_of(fact, kind)
        rate = self._rate(change) if change.value else ()
        return figure(fact, "change", (("word", self._moving(fact, change)), *rate), change.trend)

    def rate(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the number of a change: 3.2%, 超80%, 0.1个百分点."""
        change = change_of(fact, kind)
        return figure(fact, "change", self._rate(change), change.trend)

    def short_rate(self, fact: Fact, kind: AnyKind = "", signed: bool = False) -> Figure:
        """Say the number of a change as charts and cards show it."""
        change = change_of(fact, kind)
        return figure(fact, "change", self._rate(change, signed), change.trend)

    def movement(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say a change without its number: 同比增长, 同比持平."""
        change = change_of(fact, kind)
        return figure(fact, "change", (("word", self._moving(fact, change)),), change.trend)

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

    def word(self, key: str, **values: str) -> str:
        """Return a fixed word."""
        return fixed_word(self.code, key, values)

    def _scaled(self, value: Decimal, power: int) -> tuple[Decimal, str]:
        if power in self.words.scales:
            return value, self.words.scales[power]
        powers = sorted((key for key in self.words.scales if key), reverse=True)
        number, chosen = scaled(shift(value, power), powers, _DECIMALS)
        return number, self.words.scales[chosen]

    def _rate(self, change: Change, signed: bool = False) -> Parts:
        said = hedge(self.words.hedges, change.qualifier)
        return (
            ("qualifier", said.before),
            ("number", printed(change.value, signed=signed)),
            ("unit", unit_word(change.unit, self.code).other),
            ("qualifier", said.after),
        )

    def _moving(self, fact: Fact, change: Change) -> str:
        status = "" if fact.obs_value is not None else self.words.statuses.get(fact.obs_status, "")
        if not change.value:
            flat = self.words.roughly_flat if change.qualifier else self.words.flat
            return status + self.words.flat_kinds[change.kind] + flat
        verbs = self.words.rising if change.value > 0 else self.words.falling
        return status + self.words.kinds[change.kind] + verbs[change.unit]

    def _clause(self, index: int, pair: tuple[Inline, Inline]) -> Inlines:
        return (Text("，"), *pair) if index else pair
