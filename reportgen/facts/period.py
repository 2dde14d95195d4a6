"""The time a fact is about: SDMX and ISO 8601 codes in, a frozen period with first and last day out."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Frequency = Literal["year", "half", "quarter", "month", "day", "months"]

_CODE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-S(?P<half>[12])|-Q(?P<quarter>[1-4])|-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:/P(?P<span>\d{1,2})M)?)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of days from `start` to `end`, both included.

    `code` is as the data give it: `2023`, `2023-S1`, `2023-Q3`, `2023-06`, `2023-06-30` (an instant) or
    `2023-01-01/P9M` (months counted from a first day).
    """

    start: date
    end: date
    frequency: Frequency
    code: str

    def __str__(self) -> str:
        return self.code

    @property
    def months(self) -> int:
        """Whole months that the period covers; 0 for a day."""
        if self.frequency == "day":
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


def parse_period(code: str) -> Period:
    """Read a period code; raise ValueError, saying what would be read, for anything else."""
    match = _CODE.fullmatch(code)
    if not match:
        raise ValueError("write 2023, 2023-S1, 2023-Q3, 2023-06, 2023-06-30 or 2023-01-01/P9M")
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    year = part["year"]
    if "half" in part:
        return _months(year, part["half"] * 6 - 5, 6, "half", code)
    if "quarter" in part:
        return _months(year, part["quarter"] * 3 - 2, 3, "quarter", code)
    if "span" in part:
        if part["day"] != 1 or not part["span"]:
            raise ValueError("a span of months begins on the first of a month and lasts at least one")
        return _months(year, part["month"], part["span"], "months", code)
    if "day" in part:
        day = date(year, part["month"], part["day"])
        return Period(day, day, "day", code)
    if "month" in part:
        return _months(year, part["month"], 1, "month", code)
    return _months(year, 1, 12, "year", code)


def _months(year: int, month: int, count: int, frequency: Frequency, code: str) -> Period:
    last = year * 12 + month - 1 + count - 1
    final = date(last // 12, last % 12 + 1, 1)
    end = final + timedelta(calendar.monthrange(final.year, final.month)[1] - 1)
    return Period(date(year, month, 1), end, frequency, code)
