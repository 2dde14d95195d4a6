"""A briefing of thirty-one regions and their total, four quarters and three shares, all of made-up values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen.facts import Briefing, Change, Fact, Indicator, MeasureType, parse_period
from tests.briefings import briefing

COUNT = 31
TOTAL = "CN"
GROWTH = tuple(Decimal(index * 37 % 23 * 4 - 20).scaleb(-1) for index in range(COUNT))
"""Growth from −2.0 to 6.8 percent, some of it shared by several regions."""
QUARTERS = ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4")
_NAMES: Mapping[str, tuple[str, str, str]] = {
    "GDP": ("地区生产总值", "gross domestic product", "CNY"),
    "RETAIL": ("社会消费品零售总额", "retail sales of consumer goods", "CNY"),
    "VISITS": ("接待游客", "tourist visits", "VISIT"),
    "SHARE": ("第三产业占比", "share of services", "PCT"),
    "JOBLESS": ("登记失业率", "registered unemployment rate", "PCT"),
}


def regions() -> Briefing:
    """Return facts `gdp-0` … `gdp-30` and `gdp-cn`, `gdp-q1` … `retail-q4`, `share-0` … and `jobless-0` …."""
    made = briefing(*_regions(), *_quarters(), *_shares(), languages=("zh", "en"))
    areas = {f"R{index}": {"zh": f"甲{index}区", "en": f"Region {index}"} for index in range(COUNT)}
    areas |= {TOTAL: {"zh": "全国", "en": "China"}}
    indicators = {
        name: Indicator(
            name, {"zh": zh, "en": en}, unit, measure_type=_kind(unit), higher_is="worse" if name == "JOBLESS" else ""
        )
        for name, (zh, en, unit) in _NAMES.items()
    }
    return replace(made, areas=areas, indicators=indicators)


def _kind(unit: str) -> MeasureType:
    kinds: dict[str, MeasureType] = {"CNY": "amount", "VISIT": "count", "PCT": "share"}
    return kinds[unit]


def made(name: str, indicator: str, area: str, period: str, value: str, yoy: Decimal | None = None) -> Fact:
    """Return one observation, amounts in 亿."""
    changes = () if yoy is None else (Change("yoy", yoy),)
    scale = 8 if _NAMES[indicator][2] == "CNY" else 0
    return Fact(name, indicator, area, parse_period(period), Decimal(value), unit_mult=scale, changes=changes)


def _regions() -> list[Fact]:
    facts = [
        made(f"gdp-{index}", "GDP", f"R{index}", "2023-S1", f"{1000 + index * 77 % 400}.5", GROWTH[index])
        for index in range(COUNT)
    ]
    facts += [
        made(f"retail-{index}", "RETAIL", f"R{index}", "2023-S1", f"{300 + index * 13}.0", -GROWTH[index])
        for index in range(COUNT)
    ]
    facts.append(made("gdp-cn", "GDP", TOTAL, "2023-S1", "36000.5", Decimal("5.5")))
    facts += [made(f"jobless-{index}", "JOBLESS", f"R{index}", "2023-S1", f"{index % 5 + 2}.1") for index in range(6)]
    return facts


def _quarters() -> list[Fact]:
    return [
        made(f"{name.lower()}-q{at}", name, "R1", period, f"{base + at * 10}.5", Decimal(at) - Decimal("1.5"))
        for name, base in (("GDP", 300), ("RETAIL", 100))
        for at, period in enumerate(QUARTERS, 1)
    ]


def _shares() -> list[Fact]:
    return [
        made(f"share-{at}", "SHARE", f"R{at}", "2023-S1", value) for at, value in enumerate(("53.0", "40.1", "6.9"))
    ]
