"""Figures with unit, scale, period, change and source, kept as the statistician printed them; Decimal, never float."""

from reportgen.facts.briefing import Briefing, Content, Media, Unit
from reportgen.facts.model import (
    CHANGE_KINDS,
    CHANGE_UNITS,
    MEASURE_TYPES,
    QUALIFIERS,
    STATUSES,
    Change,
    ChangeKind,
    ChangeUnit,
    Fact,
    Indicator,
    MeasureType,
    Names,
    Qualifier,
    Rank,
    Status,
)
from reportgen.facts.period import Frequency, Period, parse_period
from reportgen.facts.rounding import converted, rounded
from reportgen.facts.truth import Untruth, untrue_change, untrue_crossing, untrue_value

__all__ = [
    "CHANGE_KINDS",
    "CHANGE_UNITS",
    "MEASURE_TYPES",
    "QUALIFIERS",
    "STATUSES",
    "Briefing",
    "Change",
    "ChangeKind",
    "ChangeUnit",
    "Content",
    "Fact",
    "Frequency",
    "Indicator",
    "MeasureType",
    "Media",
    "Names",
    "Period",
    "Qualifier",
    "Rank",
    "Status",
    "Unit",
    "Untruth",
    "converted",
    "parse_period",
    "rounded",
    "untrue_change",
    "untrue_crossing",
    "untrue_value",
]
