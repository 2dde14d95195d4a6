"""Periods in English: a period in, its name out (the first three quarters of 2023; Q1–Q3 2023 for tables)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import assert_never

from reportgen.facts import Period
from reportgen.languages.english_words import ordinal


def period_name(period: Period, locale: str, short: bool = False, year: bool = True) -> str:
    """Name `period`, with its `year` or without; a span over two years always has both."""
    number = str(period.start.year) if year else ""
    match period.frequency:
        case "year":
            return number or ("FY" if short else "the full year")
        case "half":
            return _part(period, 6, "half", "H", number, short)
        case "quarter":
            return _part(period, 3, "quarter", "Q", number, short)
        case "month":
            return _spaced(_month(period.start, locale), number)
        case "day":
            return _instant(period.end, locale, short, year)
        case "months":
            return _span(period, locale, number, short)
    assert_never(period.frequency)


def _part(period: Period, months: int, word: str, letter: str, year: str, short: bool) -> str:
    index = period.start.month // months + 1
    return _spaced(f"{letter}{index}", year) if short else _of(f"the {ordinal(index)} {word}", year)


def _instant(day: date, locale: str, short: bool, year: bool) -> str:
    number = str(day.year) if year else ""
    if (day + timedelta(1)).day != 1:
        dated = _spaced(f"{_month(day, locale)} {day.day}{',' if year else ''}", number)
        return dated if short else f"on {dated}"
    end = "end of" if short else "at the end of"
    if day.month == 12:
        return f"{end} {number or 'the year'}"
    return _spaced(f"{end} {_month(day, locale)}", number)


def _span(period: Period, locale: str, year: str, short: bool) -> str:
    start, end = period.start, period.end
    first, last = _month(start, locale), _month(end, locale)
    to = "–" if short else " to "
    if start.year != end.year:
        return f"{first} {start.year}{' – ' if short else to}{last} {end.year}"
    if (start.month, end.month) == (1, 9):
        return _spaced("Q1–Q3", year) if short else _of("the first three quarters", year)
    return _spaced(first if first == last else f"{first}{to}{last}", year)


def _month(day: date, locale: str) -> str:
    from babel.dates import get_month_names

    return str(get_month_names("wide", "stand-alone", locale)[day.month])


def _spaced(text: str, year: str) -> str:
    return f"{text} {year}" if year else text


def _of(text: str, year: str) -> str:
    return f"{text} of {year}" if year else text
