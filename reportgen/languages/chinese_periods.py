"""Periods in Chinese: a period in, its name out (2023年前三季度, 2023年1—6月, 2023年6月末)."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from reportgen.facts import Period

_QUARTERS = "一二三四"


def period_name(period: Period, year: bool = True) -> str:
    """Name `period`, with its `year` or without; a span over two years always has both."""
    start = period.start
    head = f"{start.year}年" if year else ""
    match period.frequency:
        case "year":
            return head or "全年"
        case "half":
            return head + ("上半年" if start.month == 1 else "下半年")
        case "quarter":
            return f"{head}{_QUARTERS[start.month // 3]}季度"
        case "month":
            return f"{head}{start.month}月"
        case "day":
            return head + _instant(period, year)
        case "months":
            return _span(period, head)
    assert_never(period.frequency)


def _instant(period: Period, year: bool) -> str:
    day = period.end
    if (day.month, day.day) == (12, 31):
        return "末" if year else "年末"
    if (day + timedelta(1)).day == 1:
        return f"{day.month}月末"
    return f"{day.month}月{day.day}日"


def _span(period: Period, head: str) -> str:
    start, end = period.start, period.end
    if start.year != end.year:
        return f"{start.year}年{start.month}月—{end.year}年{end.month}月"
    if (start.month, end.month) == (1, 9):
        return head + "前三季度"
    if start.month == end.month:
        return f"{head}{start.month}月"
    return f"{head}{start.month}—{end.month}月"
