"""Figures in Chinese, simplified or traditional: a text in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportgen.facts import Qualifier
from reportgen.reading import chinese_dates, stamps, units
from reportgen.reading.chinese_rules import SCANNER
from reportgen.reading.chinese_words import SURROUNDINGS, plain
from reportgen.reading.context import Context
from reportgen.reading.model import PeriodReading, Reading

_DAYS = frozenset({"YEAR", "MONTH", "WEEK", "DAY", "HOUR", "QUARTER"})
_GREW = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|增|涨|升|翻|高|多)(?:了|近|约|超|超过|逾|达|将近|接近|不到|至少){0,3}$"
)
_STEPS = ("迈上", "登上", "站上", "跃上")  # 迈上千亿台阶 is no hedge, and 上千人 is one
_EACH = re.compile(rf"每({'|'.join(sorted(units.CHINESE, key=len, reverse=True))})[^，。；,;\d]{{0,8}}$")
_LISTED = re.compile(r"\s*(?:、|和|及|与|以及)\s*(?:超过|超|近|约|逾|突破|达)?\s*")


def read(text: str) -> Iterator[Reading]:
    """Yield the figures of `text` in order."""
    said = plain(text)
    times = chinese_dates.stamps(said)
    masked = stamps.masked(said, times)
    dated = [item for time in times if (item := stamps.reading(text, time))]
    found = sorted([*SCANNER.scan(masked), *dated], key=lambda item: item.start)
    last: Reading | None = None
    for item in found:
        last = _placed(text, masked, item, last)
        yield last


def read_periods(text: str, issued: date | None) -> Iterator[PeriodReading]:
    """Yield the times that `text` names."""
    return stamps.resolved(text, chinese_dates.stamps(plain(text)), issued)


def _placed(text: str, masked: str, item: Reading, last: Reading | None) -> Reading:
    """Return `item` with its words and with what stands beside it."""
    words = text[item.start : item.end]
    if item.kind in ("code", "name", "date", "time", "period", "year"):
        return replace(item, text=words)
    floor = last.end if last else 0
    context = SURROUNDINGS.of(masked, item.start, item.end, floor)
    window = masked[max(floor, item.start - 16) : item.start]
    item = replace(
        item,
        text=words,
        unit=_unit(item, window),
        value=item.value + 1 if _grown(item, window) else item.value,
        high=item.high + 1 if item.high is not None and _grown(item, window) else item.high,
        qualifier=item.qualifier or _hedge(item, words, window, context),
        direction=item.direction or context.direction,
        base=context.base,
        forecast=context.forecast,
        cumulative=context.cumulative,
    )
    if last and not item.direction and last.kind == item.kind and _LISTED.fullmatch(masked[last.end : item.start]):
        return replace(item, direction=last.direction, base=item.base or last.base)
    return item


def _unit(item: Reading, window: str) -> str:
    """Return the unit, per another where the words before say so (每吨上涨约245元)."""
    each = _EACH.search(window) if units.measure(item.unit) and "每" in window else None
    code = units.CHINESE[each[1]] if each else ""
    return f"{item.unit}_PER_{code}" if units.measure(code) else item.unit


def _grown(item: Reading, window: str) -> bool:
    """Tell whether a multiple says by how much something grew (增长1.2倍), and not to what (增长到1.2倍)."""
    return item.kind == "multiple" and not item.direction and bool(_GREW.search(window))


def _hedge(item: Reading, words: str, window: str, context: Context) -> Qualifier:
    if item.unit in _DAYS and window.endswith("近") and not window.endswith("接近"):
        return ""  # 近三年 are the last three years
    if context.qualifier or item.kind not in ("amount", "count-word") or not plain(words).startswith(tuple("百千万")):
        return context.qualifier
    if window.endswith(_STEPS):
        return ""
    return "gt" if window.endswith("过") else "ge" if window.endswith("上") else ""
