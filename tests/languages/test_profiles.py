"""One English, three houses: the same facts as Xinhua, the National Bureau of Statistics and China Daily print them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.document import plain
from reportgen.errors import UsageError
from reportgen.facts import Change, ChangeKind, ChangeUnit, Fact, Qualifier, Status
from reportgen.languages import LANGUAGES, PROFILES, Language, joined, language
from tests.languages.samples import DAILY, EN, NBS, fact, indicator, moved, paced, turned

MONEY = indicator("CNY")
RATE = indicator("PCT", measure="rate")
SHARE = indicator("PCT", measure="share")
Saying = Callable[[Language], str]


def amount(value: str, power: int, qualifier: Qualifier = "", status: Status = "A", unit: str = "CNY") -> Saying:
    return lambda house: house.amount(fact(value, power, qualifier, status), indicator(unit)).text


def change(value: str, kind: ChangeKind = "yoy", unit: ChangeUnit = "PCT", qualifier: Qualifier = "") -> Saying:
    return lambda house: house.change(moved(value, kind, unit, qualifier)).text


def clause(value: str, kind: ChangeKind = "yoy", unit: ChangeUnit = "PCT", qualifier: Qualifier = "") -> Saying:
    return lambda house: house.clause(moved(value, kind, unit, qualifier), MONEY).text


def lossy() -> Fact:
    return fact("-8.8", 8, changes=(Change("yoy", Decimal(12), start=Decimal(-10)),))


def respectively(house: Language) -> str:
    moves = [house.change(moved(value)) for value in ("5.2", "7.5", "10.8")]
    return plain(house.respectively(("wholesale", "retail", "catering"), moves))


SAYINGS: dict[str, Saying] = {
    "gdp": amount("1260582", 8),
    "district": amount("765.9", 8),
    "small": amount("8", 8),
    "trillion": amount("1.2", 12),
    "hedged": amount("1600", 8, "gt"),
    "forecast": amount("5", 0, "approx", "F", "PCT"),
    "share": amount("81.5", 0, unit="PCT"),
    "up": change("5.2"),
    "down": change("-6.7"),
    "flat": change("0"),
    "roughly flat": change("0.0", qualifier="approx"),
    "flat on the month": change("0", "mom"),
    "flat on the quarter": change("0", "qoq"),
    "flat on the previous year": change("0", "annual"),
    "up on the month": change("0.6", "mom", "PP"),
    "down on the quarter": change("-1.2", "qoq"),
    "up on the previous year": change("5.2", "annual"),
    "on average": change("3.5", "average"),
    "more than": change("80", qualifier="gt"),
    "times": change("1.2", unit="TIMES"),
    "grew": clause("5.5"),
    "fell": clause("-2.1"),
    "stayed": clause("0"),
    "points": clause("0.1", "mom", "PP"),
    "doubled": clause("1", unit="TIMES"),
    "tripled": clause("2", unit="TIMES", qualifier="lt"),
    "slowed": lambda house: house.pace(paced("5.6", "5.0")).text,
    "narrowed": lambda house: house.pace(paced("-4.8", "-1")).text,
    "loss": lambda house: house.change(lossy()).text,
    "loss in a sentence": lambda house: house.clause(lossy(), MONEY).text,
    "none": lambda house: house.change(turned("0", "5")).text,
    "range": lambda house: house.span(fact("15"), fact("30"), RATE).text,
    "range in a table": lambda house: house.span(fact("15"), fact("30"), RATE, short=True).text,
    "accounted": lambda house: house.part(fact("81.5"), SHARE, "the budget").text,
    "card": lambda house: house.short_rate(moved("3.2")).text,
    "movement": lambda house: house.movement(moved("3.2")).text,
    "percent": lambda house: house.percent(Decimal("3.2")),
    "dollars": lambda house: house.equivalent(fact("614.43", 9), fact("7.254"), 3).text,
    "list": lambda house: joined(("pork", "beef", "mutton", "poultry"), house.separators(4)),
    "respectively": respectively,
}

XINHUA_TABLE = {
    "gdp": "126,058.2 billion yuan",
    "district": "76.59 billion yuan",
    "small": "800 million yuan",
    "trillion": "1.2 trillion yuan",
    "hedged": "more than 160 billion yuan",
    "forecast": "an estimated 5 percent or so",
    "share": "81.5 percent",
    "up": "up 5.2 percent year on year",
    "down": "down 6.7 percent year on year",
    "flat": "flat year on year",
    "roughly flat": "roughly flat year on year",
    "flat on the month": "flat month on month",
    "flat on the quarter": "flat quarter on quarter",
    "flat on the previous year": "flat from the previous year",
    "up on the month": "up 0.6 percentage points month on month",
    "down on the quarter": "down 1.2 percent quarter on quarter",
    "up on the previous year": "up 5.2 percent over the previous year",
    "on average": "up 3.5 percent on average",
    "more than": "up more than 80 percent year on year",
    "times": "up 120 percent year on year",
    "grew": "grew 5.5 percent year on year",
    "fell": "fell 2.1 percent year on year",
    "stayed": "stayed flat year on year",
    "points": "rose 0.1 percentage points month on month",
    "doubled": "doubled year on year",
    "tripled": "nearly tripled year on year",
    "slowed": "growth slowed by 0.6 percentage points",
    "narrowed": "the decline narrowed by 3.8 percentage points",
    "loss": "losses narrowed 12 percent year on year",
    "loss in a sentence": "saw losses narrow 12 percent year on year",
    "none": "compared with none a year earlier",
    "range": "15 to 30 percent",
    "range in a table": "15–30%",
    "accounted": "accounted for 81.5 percent of the budget",
    "card": "3.2%",
    "movement": "up year on year",
    "percent": "3.2 percent",
    "dollars": "(about 84.7 billion U.S. dollars)",
    "list": "pork, beef, mutton and poultry",
    "respectively": (
        "wholesale, retail and catering up 5.2 percent, 7.5 percent and 10.8 percent year on year, respectively"
    ),
}

NBS_TABLE = {
    "gdp": "126,058.2 billion yuan",
    "district": "76.59 billion yuan",
    "small": "800 million yuan",
    "trillion": "1,200 billion yuan",
    "hedged": "more than 160 billion yuan",
    "forecast": "an estimated 5% or so",
    "share": "81.5%",
    "up": "up by 5.2% year on year",
    "down": "down by 6.7% year on year",
    "flat": "unchanged from a year earlier",
    "roughly flat": "basically unchanged from a year earlier",
    "flat on the month": "unchanged from the previous month",
    "flat on the quarter": "unchanged from the previous quarter",
    "flat on the previous year": "unchanged from the previous year",
    "up on the month": "up by 0.6 percentage points month on month",
    "down on the quarter": "down by 1.2% quarter on quarter",
    "up on the previous year": "up by 5.2% over the previous year",
    "on average": "up by 3.5% on average",
    "more than": "up by more than 80% year on year",
    "times": "up by 120% year on year",
    "grew": "increased by 5.5% year on year",
    "fell": "decreased by 2.1% year on year",
    "stayed": "remained unchanged from a year earlier",
    "points": "increased by 0.1 percentage points month on month",
    "doubled": "doubled year on year",
    "tripled": "nearly tripled year on year",
    "slowed": "growth slowed by 0.6 percentage points",
    "narrowed": "the decline narrowed by 3.8 percentage points",
    "loss": "losses narrowed by 12% year on year",
    "loss in a sentence": "saw losses narrow by 12% year on year",
    "none": "compared with none a year earlier",
    "range": "15% to 30%",
    "range in a table": "15–30%",
    "accounted": "accounted for 81.5% of the budget",
    "card": "3.2%",
    "movement": "up year on year",
    "percent": "3.2%",
    "dollars": "(about 84.7 billion U.S. dollars)",
    "list": "pork, beef, mutton, and poultry",
    "respectively": "wholesale, retail, and catering up by 5.2%, 7.5%, and 10.8% year on year, respectively",
}

DAILY_TABLE = {
    "gdp": "126,058.2 billion yuan",
    "district": "76.59 billion yuan",
    "small": "800 million yuan",
    "trillion": "1.2 trillion yuan",
    "hedged": "more than 160 billion yuan",
    "forecast": "an estimated 5 percent or so",
    "share": "81.5 percent",
    "up": "up 5.2 percent year-on-year",
    "down": "down 6.7 percent year-on-year",
    "flat": "flat with the figure a year earlier",
    "roughly flat": "roughly flat with the figure a year earlier",
    "flat on the month": "flat with the figure in the previous month",
    "flat on the quarter": "flat with the figure in the previous quarter",
    "flat on the previous year": "flat with the figure in the previous year",
    "up on the month": "up 0.6 percentage points month-on-month",
    "down on the quarter": "down 1.2 percent quarter-on-quarter",
    "up on the previous year": "up 5.2 percent over the previous year",
    "on average": "up 3.5 percent on average",
    "more than": "up more than 80 percent year-on-year",
    "times": "up 120 percent year-on-year",
    "grew": "increased 5.5 percent year-on-year",
    "fell": "decreased 2.1 percent year-on-year",
    "stayed": "stayed flat with the figure a year earlier",
    "points": "increased 0.1 percentage points month-on-month",
    "doubled": "doubled year-on-year",
    "tripled": "nearly tripled year-on-year",
    "slowed": "growth slowed by 0.6 percentage points",
    "narrowed": "the decline narrowed by 3.8 percentage points",
    "loss": "losses narrowed 12 percent year-on-year",
    "loss in a sentence": "saw losses narrow 12 percent year-on-year",
    "none": "compared with none a year earlier",
    "range": "15 to 30 percent",
    "range in a table": "15–30%",
    "accounted": "accounted for 81.5 percent of the budget",
    "card": "3.2%",
    "movement": "up year-on-year",
    "percent": "3.2 percent",
    "dollars": "($84.7 billion)",
    "list": "pork, beef, mutton, and poultry",
    "respectively": (
        "wholesale, retail, and catering up 5.2 percent, 7.5 percent, and 10.8 percent year-on-year, respectively"
    ),
}


@pytest.mark.parametrize("saying", SAYINGS)
def test_xinhua_says_it_so(saying: str) -> None:
    assert SAYINGS[saying](EN) == SAYINGS[saying](language("en", "xinhua")) == XINHUA_TABLE[saying]


@pytest.mark.parametrize("saying", SAYINGS)
def test_the_bureau_of_statistics_says_it_so(saying: str) -> None:
    assert SAYINGS[saying](NBS) == NBS_TABLE[saying]


@pytest.mark.parametrize("saying", SAYINGS)
def test_china_daily_says_it_so(saying: str) -> None:
    assert SAYINGS[saying](DAILY) == DAILY_TABLE[saying]


def test_the_customary_house_is_the_first() -> None:
    assert language("en") is LANGUAGES["en"]
    assert next(iter(PROFILES["en"].values())) == LANGUAGES["en"]
    assert list(PROFILES["en"]) == ["xinhua", "nbs", "chinadaily"]


@pytest.mark.parametrize(
    ("code", "profile", "hint"),
    [("en", "times", "use one of xinhua, nbs, chinadaily"), ("zh", "nbs", "leave the style out: it has one only")],
)
def test_an_unknown_house_is_an_error_that_names_the_known(code: str, profile: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"“{code}” has no style “{profile}”") as caught:
        language(code, profile)
    assert caught.value.findings[0].hint == hint
