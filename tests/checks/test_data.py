"""What the data say: each check catches what it must, and is silent on what it must not catch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reportgen.facts import Briefing, Claim, Fact, Identity, Rules
from tests.checks.pages import INDICATORS, briefing, caught, fact, found

H1, H1_22 = "2023-S1", "2022-S1"
TWO_COUNTERS = {**INDICATORS, "ALL": replace(INDICATORS["ALL"], counters={"zh": "个"}, nouns={"en": "store|stores"})}
TWO_COUNTERS["NEW"] = replace(INDICATORS["NEW"], nouns={"en": "store|stores"})
YEAR = {"when": "2023"}
DENSE = Rules(identities=(Identity("gdp", ("density", "land")),))
LAND = fact("land", "23.24", "LAND", **YEAR)


def parts(*values: str, whole: str, additive: bool = True) -> tuple[Fact, ...]:
    """A whole and its parts, in 亿元."""
    made = (
        fact(f"part{index}", f"{value}e8", area=f"a{index}", is_part_of="whole", additive=additive)
        for index, value in enumerate(values)
    )
    return (fact("whole", f"{whole}e8"), *made)


def ranked(*places: tuple[str, int], indicator: str = "GDP") -> tuple[Fact, ...]:
    """Facts of several areas, each with a value and a rank among them."""
    return tuple(
        fact(f"f{index}", f"{value}e8", indicator, area=f"a{index}", rank=place)
        for index, (value, place) in enumerate(places)
    )


CAUGHT: list[tuple[str, tuple[Fact, ...], dict[str, Any]]] = [
    ("growth-recomputed", (fact("gdp", "765.9e8", yoy="2.3", start="742.2"),), {}),
    ("growth-recomputed", (fact("gdp", "765.9e8", yoy="2.3"), fact("old", "742.2e8", when=H1_22)), {}),
    ("growth-recomputed", (fact("rate", "5.3", "JOBLESS", yoy="0.4", unit="PP", start="5.1"),), {}),
    ("base-zero", (fact("gain", "5e8", yoy="266.7"), fact("loss", "-3e8", when=H1_22)), {}),
    ("base-zero", (fact("gain", "5e8", yoy="100"), fact("none", "0e8", when=H1_22)), {}),
    ("percent-points", (fact("visits", "8000e4", "VISITS", yoy="19", unit="PP"),), {}),
    ("parts-total", parts("192.7", "1944.7", "4070.0", whole="6144.3"), {}),
    ("parts-total", parts("700", whole="600", additive=False), {}),
    ("annualised", (fact("y", "4e8", **YEAR), fact("q", "1e8", is_part_of="y", additive=True, annualised=True)), {}),
    ("cumulative-order", (fact("h", "410.2e8"), fact("n", "398.5e8", when="2023-01-01/P9M")), {}),
    ("identity", (fact("gdp", "1200e8", **YEAR), fact("density", "70e8", "DENSITY", **YEAR), LAND), {"rules": DENSE}),
    ("magnitude", (fact("gdp", "7659e8"), fact("old", "742.2e8", when=H1_22)), {}),
    ("magnitude", tuple(fact(f"f{n}", f"{v}e8", area=f"a{n}") for n, v in enumerate(("10", "11", "12", "1080"))), {}),
    ("duplicate-fact", (fact("one", None, yoy="3.2"), fact("two", None, yoy="3.4")), {}),
    ("duplicate-fact", (fact("one", "765.9e8"), fact("two", "765.9e8")), {}),
    ("unit-counter", (fact("new", "40", "NEW"), fact("all", "256", "ALL")), {"indicators": TWO_COUNTERS}),
    ("stale", (fact("gdp", "1e8", when="2020"),), {"rules": Rules(max_age_days=400)}),
    ("stale", (fact("v", "4087.9e4", "VISITS"),), {"previous": {"v": fact("v", "4087.9e4", "VISITS", when=H1_22)}}),
    ("unstated-measure", (fact("trade", None, "TRADE", yoy="5.2"),), {}),
    ("unused-fact", (fact("gdp", "1e8"),), {}),
    ("rank-recomputed", ranked(("30", 1), ("20", 3), ("10", 2)), {}),
    ("rank-recomputed", ranked(("30", 1), ("20", 1)), {}),
    ("rank-recomputed", ranked(("30", 1), ("20", 2), indicator="SMOG"), {}),
    ("claim", (), {"rules": Rules(claims=(Claim(("最高",)),))}),
    ("claim", ranked(("9", 5),), {"rules": Rules(claims=(Claim(("最高",), "first", "China", "f0"),))}),
]  # fmt: skip
SILENT: list[tuple[str, tuple[Fact, ...], dict[str, Any]]] = [
    ("growth-recomputed", (fact("gdp", "765.9e8", yoy="3.2", start="742.2"),), {}),
    ("growth-recomputed", (fact("gdp", "765.9e8", yoy="3.2"), fact("old", "742.2e8", when="2022-Q2")), {}),
    ("growth-recomputed", (fact("gdp", "1600e8", yoy="35", start="1200", qualifier="gt"),), {}),
    ("base-zero", (fact("gain", "5e8", yoy="8", unit="TURN", start="-3"),), {}),
    ("percent-points", (fact("rate", "5.0", "JOBLESS", yoy="0.1", unit="PP"),), {}),
    ("parts-total", parts("192.7", "1944.7", "4007.0", whole="6144.3"), {}),
    ("parts-total", parts("1012415.2", whole="1015986", additive=False), {}),
    ("annualised", (fact("year", "4e8", **YEAR), fact("q", "4e8", is_part_of="year", annualised=True)), {}),
    ("cumulative-order", (fact("h", "765.9e8"), fact("y", "1600e8", **YEAR, qualifier="gt")), {}),
    ("identity", (fact("gdp", "1600e8", **YEAR, qualifier="gt"),
                  fact("density", "70e8", "DENSITY", **YEAR, qualifier="gt"), LAND), {"rules": DENSE}),
    ("identity", (fact("gdp", "210.4e8", **YEAR), fact("density", "9e8", "DENSITY", **YEAR), LAND), {"rules": DENSE}),
    ("magnitude", (fact("new", "1050e8", yoy="42"), fact("old", "742.2e8", when=H1_22)), {}),
    ("magnitude", tuple(fact(f"f{n}", f"{v}e8", area=f"a{n}") for n, v in enumerate(("2.4", "28", "30", "129"))), {}),
    ("duplicate-fact", (fact("new", "256", "NEW"), fact("entities", "256", "ENTITIES")), {}),
    ("duplicate-fact", (fact("h", None, yoy="3.2"), fact("p", None, "PREMIUM", yoy="3.2")), {}),
    ("unit-counter", (fact("new", "40", "NEW"), fact("all", "256", "ALL")), {}),
    ("stale", (fact("tower", "458", "LAND", when="2020", constant=True),), {"rules": Rules(max_age_days=400)}),
    ("stale", (fact("v", "4087.9e4", "VISITS"),), {"previous": {"v": fact("v", "3800.1e4", "VISITS", when=H1_22)}}),
    ("unstated-measure", (fact("rate", "5.0", "JOBLESS", yoy="0.1", unit="PP"),), {}),
    ("unused-fact", (fact("gdp", "1e8", internal=True),), {}),
    ("rank-recomputed", ranked(("30", 1), ("20", 2), ("20", 2), ("10", 4)), {}),
    ("rank-recomputed", ranked(("30", 2), ("20", 5)), {}),
    ("rank-recomputed", ranked(("30", 2), ("20", 1), indicator="SMOG"), {}),
    ("claim", ranked(("9", 1),), {"rules": Rules(claims=(Claim(("最高",), "first", "China", "f0"),))}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "facts", "more"), CAUGHT, ids=[f"{row[0]}-{n}" for n, row in enumerate(CAUGHT)])
def test_it_is_caught(code: str, facts: tuple[Fact, ...], more: dict[str, Any]) -> None:
    assert caught(code, "", "", *facts, **more)


@pytest.mark.parametrize(("code", "facts", "more"), SILENT, ids=[f"{row[0]}-{n}" for n, row in enumerate(SILENT)])
def test_it_is_let_through(code: str, facts: tuple[Fact, ...], more: dict[str, Any]) -> None:
    assert caught(code, "", "", *facts, **more) == []


def test_real_growth_may_differ_from_what_prices_of_the_day_make() -> None:
    (finding,) = caught("growth-recomputed", "", "", fact("real", "105.9e8", "REAL", yoy="3.9", start="100"))
    assert finding.severity == "info"


def test_figures_that_disagree_are_worse_than_figures_that_stand_twice() -> None:
    (same,) = caught("duplicate-fact", "", "", fact("one", "1e8"), fact("two", "1e8"))
    (other,) = caught("duplicate-fact", "", "", fact("one", "1e8"), fact("two", "2e8"))
    assert (same.severity, other.severity) == ("warning", "error")


def test_age_is_counted_to_the_day_of_issue_and_not_to_today() -> None:
    old: Briefing = briefing((fact("gdp", "1e8"),), rules=Rules(max_age_days=60), issued=date(2023, 8, 25))
    new = replace(old, issued=date(2023, 9, 25))
    assert [len([it for it in found({"zh": ""}, told) if it.code == "stale"]) for told in (old, new)] == [0, 1]
