"""The words of Chinese: one table, which each script fills with its own characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts import ChangeKind, ChangeUnit, MeasureType, Status
from reportgen.languages.parts import Hedges
from reportgen.languages.turns import Pace, Turn

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
HALF = Decimal("-0.5")


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """The words of one script; `kinds` and `flat_kinds` open a change by its kind, `scales` are by power of ten.

    `verbs` rise and fall by what is measured, before `rising` and `falling` by unit; `bases` name what a change is
    counted from; `folds` say whole multiples; `none` closes a base of zero.
    """

    scales: Mapping[int, str]
    kinds: Mapping[ChangeKind, str]
    flat_kinds: Mapping[ChangeKind, str]
    rising: Mapping[ChangeUnit, str]
    falling: Mapping[ChangeUnit, str]
    hedges: Hedges
    statuses: Mapping[Status, str]
    bases: Mapping[ChangeKind, str]
    verbs: Mapping[MeasureType, tuple[str, str]]
    folds: Mapping[Decimal, str]
    turns: Mapping[Turn, str]
    paces: Mapping[Pace, str]
    none: str
    contributing: str
    driving: str
    worth: str
    flat: str = "持平"
    roughly_flat: str = "基本持平"
    missing: str = "暂无数据"
    held: str = "保持"
    respectively: str = "分别"
    alike: str = "均"
    half: str = "一半"
    accounting: str = "占"
    level: str = "级"
