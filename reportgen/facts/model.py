"""Figures as a statistician brings them, after SDMX: observations, changes, ranks and what they measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from reportgen.document import Trend
from reportgen.errors import Place
from reportgen.facts.period import Period

Qualifier = Literal["", "gt", "ge", "lt", "le", "approx"]
Status = Literal["A", "P", "E", "F", "B", "M"]
ChangeKind = Literal["yoy", "mom", "qoq", "annual", "average", "growth"]
ChangeUnit = Literal["PCT", "PP", "TIMES", "TURN"]
MeasureType = Literal["amount", "count", "rate", "index", "share", "contribution"]

Tendency = Literal["", "better", "worse", "neutral"]

QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
STATUSES: tuple[Status, ...] = get_args(Status)
TENDENCIES: tuple[Tendency, ...] = get_args(Tendency)
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
CHANGE_UNITS: tuple[ChangeUnit, ...] = get_args(ChangeUnit)
MEASURE_TYPES: tuple[MeasureType, ...] = get_args(MeasureType)

Names = Mapping[str, str]
"""One name in several languages: BCP 47 tag to text."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: its `names`, its unit, and how its observations are counted in each language.

    `unit_measure` is a code of `languages/units.toml` (`CNY`, `PCT`, `VISIT`, …); by language, `counters` overrides the
    unit's measure word (Chinese 家, 户), `nouns` its counted noun (English `one|other`), and `short` is the name on a
    card.  `higher_is` says whether a larger value is better, worse or neither, and so which end ranks first.
    """

    id: str
    names: Names
    unit_measure: str
    measure_type: MeasureType = "amount"
    stock_flow: Literal["S", "F", ""] = ""
    price_basis: Literal["current", "constant", ""] = ""
    counters: Names = field(default_factory=dict)
    nouns: Names = field(default_factory=dict)
    short: Names = field(default_factory=dict)
    sources: Names = field(default_factory=dict)
    higher_is: Tendency = ""
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """How a fact moved: `value` signed, as printed, in percent (`PCT`), percentage points (`PP`) or `TIMES`.

    `growth` is a change whose base the source does not state; `average` is a mean growth rate.  `TIMES` is the increase
    as a multiple of the base (1.2 = +120 percent).  `TURN` has no percentage, for its base is zero or of the other sign
    (扭亏为盈): there `value` is the difference of the levels.  `before` is the same change one period earlier; `start`
    is the level that is compared with, in the fact's own unit and scale, and a loss where it is below zero.
    """

    kind: ChangeKind
    value: Decimal
    unit: ChangeUnit = "PCT"
    qualifier: Qualifier = ""
    base: str = ""
    before: Decimal | None = None
    start: Decimal | None = None

    @property
    def trend(self) -> Trend:
        """The direction of the sign."""
        return "up" if self.value > 0 else "down" if self.value < 0 else "flat"


@dataclass(frozen=True, slots=True)
class Rank:
    """A `position` from 1 among the areas of `scope` (a code of the briefing's `scopes`), `held` if not new."""

    position: int
    scope: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation.

    `obs_value` keeps the decimals that were printed and is `None` where only a change or rank is known; the value in
    base units is `obs_value` × 10^`unit_mult` (4 = 万, 8 = 亿; SDMX CL_UNIT_MULT).  `exact` is the unrounded figure, in
    the same scale, that a printed one with a qualifier stands for; `digits` are the significant digits that a rounded
    fact keeps, 0 where it is as printed.  `is_part_of` is the id of a whole that this fact is part of; `additive` parts
    make up that whole.  An `annualised` level may not be added up, a `constant` never grows stale, and an `internal`
    fact need not be shown.
    """

    id: str
    indicator: str
    ref_area: str
    time_period: Period
    obs_value: Decimal | None = None
    unit_mult: int = 0
    obs_status: Status = "A"
    qualifier: Qualifier = ""
    changes: tuple[Change, ...] = ()
    rank: Rank | None = None
    cumulative: bool = False
    source: str = ""
    note: str = ""
    exact: Decimal | None = None
    digits: int = 0
    is_part_of: str = ""
    additive: bool = False
    annualised: bool = False
    constant: bool = False
    internal: bool = False
    origin: Place = field(default_factory=Place, compare=False)

    @property
    def base_value(self) -> Decimal | None:
        """The value in base units, exactly."""
        return None if self.obs_value is None else self.obs_value.scaleb(self.unit_mult)

    def change(self, kind: ChangeKind | None = None) -> Change | None:
        """Return the change of `kind`, or the first where no kind is asked for."""
        return next((change for change in self.changes if kind in (None, change.kind)), None)
