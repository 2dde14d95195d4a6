"""Times that a text names: what was said of year, month and day in, readings and periods out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.facts import Period, parse_period
from reportgen.reading.model import Kind, PeriodReading, Reading


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as it is said, from `start` to `end` of the text.

    `year` is 0 where none is said and `offset` is then the years from the year of issue (今年 0, 去年 -1); `months`
    counts from `month`, `last` is the end of a range (of years, or of days), `closing` its last day alone (年末,
    6月末), and `part` is what a year is divided into (half, quarter).
    """

    start: int
    end: int
    kind: Kind
    year: int = 0
    offset: int | None = None
    month: int = 0
    months: int = 1
    day: int = 0
    last: int = 0
    part: str = ""
    closing: bool = False
    running: bool = False
    value: int = 0
    spoken: bool = False
    """Only words and no number: 今年, 全年, so far."""


def masked(text: str, times: Iterable[Stamp]) -> str:
    """Return `text` with the numbers of its `times` blotted out; 上年 stays, for it is what a change is from."""
    parts: list[str] = []
    place = 0
    for time in (time for time in times if not time.spoken):
        parts += (text[place : time.start], "\0" * (time.end - time.start))
        place = time.end
    return "".join((*parts, text[place:]))


def reading(text: str, stamp: Stamp) -> Reading | None:
    """Return `stamp` as a reading of `text`; None for a time without a number."""
    if stamp.spoken:
        return None
    value, high = Decimal(_value(stamp)), Decimal(stamp.last) if stamp.last else None
    if stamp.kind == "date" and stamp.last:
        high = value - stamp.day + stamp.last
    return Reading(text[stamp.start : stamp.end], stamp.start, stamp.end, stamp.kind, value, value, high=high)


def _value(stamp: Stamp) -> int:
    match stamp.kind:
        case "year":
            return stamp.year
        case "date":
            return stamp.year * 10000 + stamp.month * 100 + stamp.day
        case "period":
            return stamp.year * 10000 + stamp.month * 100 + stamp.months
        case _:
            return stamp.value


def resolved(text: str, stamps: Iterable[Stamp], issued: date | None) -> Iterator[PeriodReading]:
    """Yield the periods of `stamps`; a time without a year has that of the time before it, or else of the issue."""
    current = 0
    for stamp in stamps:
        if stamp.kind not in ("year", "date", "period"):
            continue
        year = stamp.year or _relative(stamp, issued) or current or (issued.year if issued else 0)
        current = year if stamp.offset is None else current or year
        period = _period(stamp, year, issued)
        yield PeriodReading(text[stamp.start : stamp.end], stamp.start, stamp.end, period, stamp.running)


def _relative(stamp: Stamp, issued: date | None) -> int:
    return issued.year + stamp.offset if issued and stamp.offset is not None else 0


def _period(stamp: Stamp, year: int, issued: date | None) -> Period | None:
    if stamp.running and not stamp.month:
        return parse_period(issued.isoformat()) if issued else None
    if not year:
        return None
    try:
        return parse_period(_code(stamp, year, issued))
    except ValueError:
        return None


def _code(stamp: Stamp, year: int, issued: date | None) -> str:
    """Write the period code of `stamp` in `year` (SDMX and ISO 8601, as the data give it)."""
    if stamp.running:
        return f"{year}-01-01/P{issued.month if issued and issued.year == year else 12}M"
    month = stamp.month or 1
    if stamp.closing:
        final = month + (stamp.months if stamp.kind != "year" else 12) - 1
        return f"{year}-{final:02}-{monthrange(year, min(final, 12))[1]:02}"
    if stamp.kind == "year" and stamp.last:
        return f"{year}-01-01/P{(stamp.last - year + 1) * 12}M"
    if stamp.kind == "year":
        return f"{year}"
    if stamp.kind == "date":
        return f"{year}-{month:02}" + (f"-{stamp.day:02}" if stamp.day else "")
    if stamp.part == "half":
        return f"{year}-S{1 + month // 7}"
    if stamp.part == "quarter":
        return f"{year}-Q{1 + month // 3}"
    return f"{year}" if stamp.months == 12 else f"{year}-{month:02}-01/P{stamp.months}M"
