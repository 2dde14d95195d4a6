"""The English phrases that stand beside a number, in lower case."""

from __future__ import annotations

import re

from reportgen.reading.context import Phrases, Surroundings

_PLAIN = str.maketrans(
    "０１２３４５６７８９．，％－：／\u00a0\u2009\u202f\u2002\u3000’＄￥\u2011\u2010", "0123456789.,%-:/     '$¥--"
)

_SMALL = {sign: sign + 32 for sign in range(ord("A"), ord("Z") + 1)}


def plain(text: str) -> str:
    """Return `text` with half-width digits, plain spaces and hyphens, character for character."""
    return text.translate(_PLAIN)


def small(text: str) -> str:
    """Return `text` with small Latin letters, character for character."""
    return text.translate(_SMALL)


_BEFORE: Phrases = {
    ("qualifier", "gt"): (
        "more than|over|above|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpasses|surpass|topping|topped|"
        "tops|top|upwards of|in excess of|just over|well over|slightly more than|slightly over|greater than|"
        "higher than|well above|just above|passed|crossed|breaking|broke|broken through|broke through"
    ),
    ("qualifier", "ge"): (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|no lower than|not lower than"
    ),
    ("qualifier", "lt"): (
        "nearly|almost|close to|less than|fewer than|under|below|just under|approaching|slightly less than|lower than|"
        "just below|short of|nearing|approached"
    ),
    ("qualifier", "le"): (
        "at most|no more than|not more than|up to|a maximum of|not exceeding|within|no higher than|not higher than|"
        "did not exceed|as much as up to"
    ),
    ("qualifier", "approx"): (
        "about|around|approximately|roughly|some|circa|or so|in the region of|in the neighborhood of|basically|broadly|"
        "largely|more or less|almost flat at"
    ),
    ("direction", "up"): (
        "up|rose|rise|rises|rising|risen|grew|grow|grows|growing|grown|growth|increase|increased|increases|increasing|"
        "climbed|climb|climbing|climbs|gained|gain|gaining|jumped|jump|jumping|surged|surge|surging|soared|soaring|soar|"
        "expanded|expand|expanding|expands|expansion|advanced|higher|added|went up|widened|widening|widen|accelerated|"
        "accelerating|rebounded|rebounding|picked up|lifted|raised|raising|hike|leapt|growth rate"
    ),
    ("direction", "down"): (
        "down|fell|fall|falls|falling|fallen|dropped|drop|drops|dropping|declined|decline|declines|declining|decreased|"
        "decrease|decreases|decreasing|slid|slipped|shrank|shrunk|shrinking|slowed|slowing|slow|narrowed|narrowing|narrow|"
        "lower|contracted|contracting|contraction|reduced|reducing|reduction|reduce|cut|cutting|eased|easing|plunged|"
        "lost|dipped|tumbled|retreated|went down|moderated|shortened"
    ),
    ("base", "yoy"): "year on year|year-on-year|yoy|year over year|year-over-year",
    ("base", "mom"): "month on month|month-on-month|mom|month over month|month-over-month",
    ("base", "qoq"): "quarter on quarter|quarter-on-quarter|qoq|quarter over quarter",
    ("base", "annual"): "over the previous year|from the previous year|over the year before",
    ("base", "average"): "average|averaging|on average|averaged|average annual|an average of|annual average|mean",
    ("forecast", "yes"): (
        "estimated|an estimated|expected|an expected|expected to reach|expected to be|projected|a projected|forecast|"
        "expected to hit|expected to exceed|expected to total|is set to reach|expected to grow by|anticipated"
    ),
    (
        "cumulative",
        "yes",
    ): "a cumulative total of|cumulative|cumulative total of|a cumulative|cumulatively|a total of|total of",
    ("neutral", ""): (
        "by|of|to|at|a|an|the|was|were|is|are|be|reached|reaching|reach|reaches|totaled|totalled|totaling|totalling|hit|"
        "stood at|came to|amounted to|amounting to|total|both|all|as much as|as many as|as high as|with|only|just|each|"
        "a further|another|an additional|rate of|margin of|rate|pace of|overall|sharply|slightly|further|again|also|"
        "steadily|significantly|rapidly|modestly|respectively|and|stood|remained|stayed|remaining|a preliminary|"
        "preliminary|worth|for|in value|in total|has|have|had|held|standing at|grew to|went up to|sharp|slight|rapid"
    ),
    ("direction", "flat"): "flat at|unchanged at|steady at",
    (
        "stop",
        "",
    ): "the top|among the top|in the top|top of|spread over|over the past|over the last|over the next|under the",
}
_AFTER: Phrases = {
    ("qualifier", "ge"): "or more|or above|or higher|and above|or over|or better|and more|and over",
    ("qualifier", "le"): "or less|or fewer|or below|or lower|or under|and below|at most",
    ("qualifier", "approx"): "or so|or thereabouts|or about",
    ("qualifier", "gt"): "plus|+",
    ("base", "yoy"): (
        "year on year|year-on-year|yoy|y/y|year over year|year-over-year|from a year earlier|from a year ago|"
        "than a year earlier|over a year earlier|from the same period last year|over the same period last year|"
        "compared with the same period last year|from the same period of the previous year|on a yearly basis|"
        "compared with a year earlier|over the same period of last year|from the same period of last year|on the year"
    ),
    ("base", "mom"): (
        "month on month|month-on-month|mom|m/m|month over month|month-over-month|from the previous month|"
        "over the previous month|from a month earlier|than the previous month|on a monthly basis|from last month"
    ),
    ("base", "qoq"): (
        "quarter on quarter|quarter-on-quarter|qoq|q/q|quarter over quarter|from the previous quarter|"
        "over the previous quarter|on a quarterly basis|from a quarter earlier"
    ),
    ("base", "annual"): (
        "over the previous year|from the previous year|from the year before|over the year before|over last year|"
        "from last year|compared with the previous year|than the previous year|compared with last year|than last year"
    ),
    ("base", "average"): "on average|a year on average|average|on annual average",
    ("direction", "up"): (
        "increase|growth|rise|faster|higher|more|gain|jump|surge|expansion|increases|rises|hike|quicker|growth rate|"
        "of growth"
    ),
    ("direction", "down"): (
        "decrease|decline|drop|fall|slower|lower|less|fewer|reduction|cut|contraction|loss|decreases|declines|drops|falls"
    ),
    ("cumulative", "yes"): "in total|cumulatively|altogether",
    ("neutral", ""): "in all|respectively|than that|,|a|an|of|annual",
}
_FORECASTS = re.compile(
    r"\b(?:expected|estimated|projected|forecast|anticipated|predicted|set) (?:to|that|at|for|a|an)\b[^,.;:!?]{0,40}$|"
    r"\b(?:expected|estimated|projected|forecast) $"
)

_TOTALS = re.compile(r"\b(?:cumulative|cumulatively)\b[^,.;:!?\d]{0,40}$")
_TOTALLED = re.compile(r"[^,.;:!?\d]{0,40}\b(?:in total|cumulatively|altogether)\b")

SURROUNDINGS = Surroundings(_BEFORE, _AFTER, _FORECASTS, _TOTALS, _TOTALLED, spaced=True)
