"""Plain text to the places where it holds together: figures with their units, dates, ordinals (no clause of CLREQ).

CLREQ leaves “digits and their prefix and suffix” without rules; these are the house's own, for both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reportgen.writers.pdf.spacing import BOUND, RELUCTANT

_SCALES = "万亿|[十百千万亿]"
_COUNTERS = (
    "人次|条次|人民币|美元|欧元|日元|港元|元|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|米|公顷|亩|公斤|千克|斤|吨|"
    "千瓦时|千瓦|兆瓦|度|个百分点|百分点|个基点|个方面|个月|个|户|家|名|位|人|条|件|项|次|倍|成|周年|年度|年|季度|月份|月底|月末|"
    "月|日|号线|号|时|分|秒|岁|届|层|栋|座|辆|台|套|所|间|张|种|类|批|部|册|只|支|笔|宗|亿|强|级|天|场|站|篇|名次|米²|%"
)
_SCALE_WORDS = "hundred|thousand|million|billion|trillion|percentage|basis|square|cubic|metric"
_UNIT_WORDS = (
    "percent|per cent|points?|yuan|RMB|U\\.S\\. dollars|US dollars|dollars|euros|kilomet(?:er|re)s?|met(?:er|re)s?|"
    "miles?|tons?|tonnes?|hectares?|acres?|mu|people|times|kWh|kW|km|kg|%"
)
_MONTHS = (
    "Jan(?:uary|\\.)|Feb(?:ruary|\\.)|March|Mar\\.|April|Apr\\.|May|June|July|Aug(?:ust|\\.)|Sept(?:ember|\\.)|"
    "Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)"
)
_NUMBER = r"[+\-−±]?[¥￥$€£]?\d[\d,.:]*\d|[+\-−±]?[¥￥$€£]?\d"
_UNIT = rf"[余多]?(?:{_SCALES})*[余多]?(?:{_COUNTERS})?(?:/(?:{_COUNTERS}))?"
_HAN_FIGURE = rf"[近超约逾]?(?:{_NUMBER})[%％‰]?{_UNIT}"
_GAP = "[ \u00a0\u202f]"

_PHRASES = re.compile(rf"\b(?:[Yy]ear|[Qq]uarter|[Mm]onth){_GAP}on{_GAP}(?:year|quarter|month)\b")
_BOUND = re.compile(
    rf"第(?:\d+|[一二三四五六七八九十百]+)(?:{_COUNTERS})?"
    rf"|(?P<year>\d{{2,4}}年)?\d{{1,2}}月\d{{1,2}}[日号]"
    rf"|(?P<only>\d{{4}}年)\d{{1,2}}月"
    rf"|(?:\b(?:{_MONTHS}){_GAP}\d{{1,2}}\b)"
    rf"|(?:\b(?:No|Nos|Fig|Table|Figure|Line|Chapter|Section|H|Q)\.?{_GAP}\d[\d.]*)"
    rf"|(?:{_HAN_FIGURE})(?:[～—–~\-](?:{_HAN_FIGURE}))?"
    rf"(?:{_GAP}(?:{_SCALE_WORDS}))*(?:{_GAP}(?:{_UNIT_WORDS})\b)?"
)


@lru_cache(maxsize=2048)
def bonds(text: str) -> Mapping[int, int]:
    """Return the penalty of a line break before an index of `text`, where a figure, date or ordinal goes on there."""
    loose = {place: RELUCTANT for found in _PHRASES.finditer(text) for place in range(found.start() + 1, found.end())}
    return loose | {place: penalty for found in _BOUND.finditer(text) for place, penalty in _held(found)}


def _held(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the places inside one figure or date; a date may part after its year, if it must."""
    year = max(found.end("year"), found.end("only"))
    for place in range(found.start() + 1, found.end()):
        yield place, RELUCTANT if place == year else BOUND
