"""What a text says in figures: the readings that the readers of every language give out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.document import Trend
from reportgen.facts import Period, Qualifier

Kind = Literal[
    "amount",  # 765.9亿元, 9,754 market entities: digits with a unit, a counter or nothing
    "count-word",  # 两栋, 六大, twelve enterprises: a small count that is spelled out
    "percent",  # 3.2%, 三成, 百分之三, 3 per mille; `value` in percent
    "points",  # 0.1个百分点, 25 basis points; `value` in percentage points
    "fraction",  # 三分之一, 一半, two-thirds; `value` in percent
    "multiple",  # 1.2倍, 翻一番, doubled; `value` is the new level over the old one
    "ordinal",  # 第五, fifth, 二十大
    "year",  # 2023年, 2023, the 1990s
    "date",  # 7月28日, July 28, August 2023; `value` is YYYYMMDD, zero where a part is not said
    "period",  # 上半年, Q3, January to June; `value` is YYYYMMNN: first month and number of months
    "time",  # 12:30; `value` is HHMM
    "code",  # 33618, PM2.5, 5G, an address, a telephone or version number: no figure
    "name",  # 5号线, top 100, “三服务”: a name that holds a number
]
Base = Literal["", "yoy", "mom", "qoq", "annual", "average"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of a text.

    `text` are its words, from `start` to `end` of the source (hedges outside the number are not in them).  `value` is
    exact and in base units; `printed` × 10^`scale` is what was printed before any growth was made a multiple (亿 = 8,
    billion = 9, 成 = 1, ‰ = -1, basis points = -2).  `high` is the upper end of a range.  `unit` is a unit code where
    it can be told, or else the printed counter or noun.  `qualifier` is the hedge right beside the number; `direction`
    and `base` are those of the verb that governs it; `forecast` and `cumulative` tell 预计 and 累计.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: Decimal
    printed: Decimal
    scale: int = 0
    high: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = ""
    direction: Trend = ""
    base: Base = ""
    forecast: bool = False
    cumulative: bool = False

    @property
    def growth(self) -> Decimal:
        """The change in percent that a multiple stands for: doubled is 100."""
        return (self.value - 1) * 100


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """One time that a text names, from `start` to `end` of the source.

    `period` is None where the year is nowhere said.  `running` marks what is still going on when the text is issued
    (今年以来, 截至目前): its period is counted to the end of the month of issue, or is the day of issue.
    """

    text: str
    start: int
    end: int
    period: Period | None
    running: bool = False
