"""A house's English: its words and switches in one table, so that another house is another table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts import ChangeKind, ChangeUnit, MeasureType, Status
from reportgen.languages.parts import Hedges
from reportgen.languages.turns import Pace, Turn


@dataclass(frozen=True, slots=True)
class Tail:
    """What closes a change of one kind when it is `rising`, when it is falling, and, if another, when it is `level`."""

    rising: str
    otherwise: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A house's words and switches: `scales` are by power of ten, `tails` by the kind of change, `by` opens its number.

    `estimated_hedges` say a qualifier around a status word, where “an estimated about 5 percent” would be none.  `rose`
    is the verb of a sentence by what is measured; `folds` say whole multiples; `turns` are said beside a name and
    `turned` in a sentence, before `earlier`; `levels` name what a multiple is counted from; `dollars` stand around a
    converted amount.
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
    rose: Mapping[MeasureType, str]
    folds: Mapping[Decimal, str]
    turns: Mapping[Turn, str]
    turned: Mapping[Turn, str]
    paces: Mapping[Pace, str]
    earlier: Mapping[ChangeKind, str]
    levels: Mapping[ChangeKind, str]
    dollars: tuple[str, str, str]
    percent: str = " percent"
    serial_comma: bool = False
    rising: str = "up"
    falling: str = "down"
    fell: str = "fell"
    stayed: str = "stayed"
    by: str = ""
    flat: str = "flat"
    roughly_flat: str = "roughly flat"
    ranking: str = "ranking"
    remaining: str = "remaining"
    missing: str = "not available"
