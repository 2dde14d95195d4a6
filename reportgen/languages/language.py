"""What every language can say: facts, periods and names in, figures and words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from reportgen.document import Figure, Inlines
from reportgen.facts import Fact, Indicator, Names, Period
from reportgen.languages.columns import Column
from reportgen.languages.parts import AnyKind, HedgeForm

Script = Literal["Hans", "Hant", "Latn"]


class Language(Protocol):
    """A language of reports; every formatter keeps the value exactly and only moves its decimal point."""

    @property
    def code(self) -> str:
        """The BCP 47 tag that facts and texts use."""

    @property
    def script(self) -> Script:
        """The ISO 15924 script."""

    @property
    def names(self) -> tuple[str, str]:
        """The language's own name and its English name."""

    @property
    def locale(self) -> str:
        """The CLDR locale that Babel knows."""

    def amount(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value of `fact` in full: 9754户 | 9,754 market entities."""

    def bare(self, fact: Fact, indicator: Indicator, form: HedgeForm = "") -> Figure:
        """Say the value without the noun that it counts: 9754户 | 9,754."""

    def running(self, fact: Fact, indicator: Indicator, form: HedgeForm = "", opening: bool = False) -> Figure:
        """Say the value in a sentence: 6家 | six enterprises; `opening` it: Twelve enterprises.

        Raises TemplateError where the figure cannot open a sentence.
        """

    def attributive(self, fact: Fact, indicator: Indicator, level: bool = False, article: bool = False) -> Figure:
        """Say the value before a noun: 100亿元 | 10-billion-yuan; as a class where `level`: 百亿级.

        Raises TemplateError for a value with a qualifier.
        """

    def span(self, low: Fact, high: Fact, indicator: Indicator, short: bool = False) -> Figure:
        """Say a range: 15%—30% | 15 to 30 percent; `short` for tables; raise TemplateError where there is none."""

    def equivalent(self, fact: Fact, rate: Fact, digits: int) -> Figure:
        """Say the value in U.S. dollars at `rate` (yuan for one), to `digits` significant digits, in brackets."""

    def column(self, facts: Sequence[Fact], indicator: Indicator) -> Column:
        """Put the values of `facts` under one head at one scale, with their printed decimals."""

    def change(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved: 同比增长3.2% | up 3.2 percent year on year."""

    def clause(self, fact: Fact, indicator: Indicator, kind: AnyKind = "") -> Figure:
        """Say how `fact` moved as a sentence does, by what is measured: 上升0.1% | rose 0.1 percent."""

    def pace(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say how a growth rate goes on: 增速回落0.6个百分点 | growth slowed by 0.6 percentage points.

        Raises SourceError where the change one period earlier is not given.
        """

    def multiple(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the level as a multiple of its base: 上年同期的2.2倍 | 2.2 times the year-earlier level."""

    def part(self, fact: Fact, indicator: Indicator, whole: str = "") -> Figure:
        """Say a share or contribution: 占全区的81.5% | accounted for 81.5 percent of the `whole`."""

    def rate(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say the number of a change, without its direction: 超80% | more than 80 percent."""

    def short_rate(self, fact: Fact, kind: AnyKind = "", signed: bool = False) -> Figure:
        """Say the number of a change as charts and cards show it: 超80% | over 80%; `signed` shows a minus."""

    def movement(self, fact: Fact, kind: AnyKind = "") -> Figure:
        """Say a change without its number: 同比增长 | up year on year."""

    def rank(self, fact: Fact, scopes: Mapping[str, Names]) -> Figure:
        """Say the rank of `fact`: 全市第一 | ranking first in the municipality."""

    def period(self, period: Period, short: bool = False, year: bool = True) -> str:
        """Name `period`: 2023年上半年 | the first half of 2023; `short` for tables, `year` off where it is known."""

    def date(self, day: date) -> str:
        """Write `day` in full: 2024年1月15日 | January 15, 2024."""

    def number(self, value: Decimal, grouping: bool | None = None) -> str:
        """Write `value` with its printed decimals; `grouping` is the language's own custom where it is `None`."""

    def percent(self, value: Decimal) -> str:
        """Write `value`, already in percent: 3.2% | 3.2 percent."""

    def ordinal(self, number: int) -> str:
        """Write the ordinal of `number` from 1: 第一 | first."""

    def name(self, indicator: Indicator, capital: bool = False) -> str:
        """Name `indicator`, with a `capital` where it opens a line."""

    def area(self, areas: Mapping[str, Names], code: str) -> str:
        """Name the area `code`."""

    def separators(self, count: int) -> tuple[str, ...]:
        """Return the `count` - 1 marks that stand between the items of a list."""

    def respectively(self, names: Sequence[str], figures: Sequence[Figure]) -> Inlines:
        """Say which of `figures` belongs to which of `names`, saying what they share once.

        Raises TemplateError where they are not equally many.
        """

    def capitalised(self, text: str) -> str:
        """Return `text` as it opens a line."""

    def title_case(self, text: str) -> str:
        """Return `text` as a document's or panel's title."""

    def quoted(self, text: str, work: bool = False) -> str:
        """Put `text` in quotation marks, or the title of a `work` in the language's marks for titles."""

    def aside(self, text: str) -> str:
        """Put `text` in brackets."""

    def word(self, key: str, **values: str) -> str:
        """Return the fixed word `key` of the catalogue, its `{…}` filled with `values`; raise TemplateError else."""
