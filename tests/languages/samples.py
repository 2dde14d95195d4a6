"""Facts, changes and indicators that the tests of the languages are about."""

from __future__ import annotations

from decimal import Decimal

from reportgen.facts import (
    Change,
    ChangeKind,
    ChangeUnit,
    Fact,
    Indicator,
    MeasureType,
    Qualifier,
    Rank,
    Status,
    parse_period,
)
from reportgen.languages import LANGUAGES, language

ZH, HANT, EN = LANGUAGES["zh"], LANGUAGES["zh-Hant"], LANGUAGES["en"]
NBS, DAILY = language("en", "nbs"), language("en", "chinadaily")

SCOPES = {
    "CQ": {"zh": "全市", "zh-Hant": "全市", "en": "in the municipality"},
    "CN": {"zh": "全国", "zh-Hant": "全國", "en": "nationwide"},
}


def fact(
    value: str = "",
    power: int = 0,
    qualifier: Qualifier = "",
    status: Status = "A",
    changes: tuple[Change, ...] = (),
    rank: Rank | None = None,
) -> Fact:
    """One observation of the first half of 2023; no value where `value` is empty."""
    return Fact(
        id="f",
        indicator="i",
        ref_area="500103",
        time_period=parse_period("2023-S1"),
        obs_value=Decimal(value) if value else None,
        unit_mult=power,
        obs_status=status,
        qualifier=qualifier,
        changes=changes,
        rank=rank,
    )


def moved(
    value: str,
    kind: ChangeKind = "yoy",
    unit: ChangeUnit = "PCT",
    qualifier: Qualifier = "",
    status: Status = "A",
) -> Fact:
    """A fact of which only the change is known."""
    return fact(status=status, changes=(Change(kind, Decimal(value), unit, qualifier),))


def turned(before: str, now: str) -> Fact:
    """A fact whose level in 亿元 went from `before` to `now`, of which no percentage can be made."""
    change = Change("yoy", Decimal(now) - Decimal(before), "TURN", start=Decimal(before))
    return fact(now, 8, changes=(change,))


def paced(before: str, now: str, kind: ChangeKind = "growth") -> Fact:
    """A fact known by its growth rate and the one before."""
    return fact(changes=(Change(kind, Decimal(now), before=Decimal(before)),))


def indicator(unit: str, counter: str = "", noun: str = "", measure: MeasureType = "amount") -> Indicator:
    """What is measured in `unit`, counted by `counter` in Chinese and by `noun` (one|other) in English."""
    return Indicator(
        id="i",
        names={"zh": "地区生产总值", "zh-Hant": "地區生產總值", "en": "gross domestic product (GDP)"},
        unit_measure=unit,
        measure_type=measure,
        counters={"zh": counter} if counter else {},
        nouns={"en": noun} if noun else {},
    )
