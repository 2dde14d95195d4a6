"""Words of change around figures: lines in, verbs that data or numbers contradict and multiples that mislead out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.checks.growth import points_on_levels
from reportgen.checks.pairing import told
from reportgen.checks.proof import Line, Proof, Remark, Span
from reportgen.checks.traces import sayings
from reportgen.document import Trend
from reportgen.reading import Reading, read

_SIGNED = {
    "zh": re.compile(r"(?:下降|减少|回落|下滑|降低|下跌|收窄|增长|上升|提高|提升|增加)了?[约近超达]?\s*[-−－–]\s*\d"),
    "en": re.compile(
        r"\b(?:fell|fall|down|dropped|declined|decreased|slipped|shrank|narrowed|lost|up|rose|grew|increased|gained|climbed)"
        r"\s+(?:by\s+|about\s+|nearly\s+)?[-−–]\s?\d",
        re.IGNORECASE,
    ),
}
_RATE = {
    "zh": re.compile(
        r"率|比重|占比|份额|增速|增幅|降幅|涨幅|跌幅|拉动|贡献|利差|比例|指数|加快|放缓|[快慢]于|(?<![季年月角])度"
    ),
    "en": re.compile(
        r"\b(?:rates?|ratios?|shares?|proportions?|growth|declines?|percentage|contribut\w+|margins?|index|spread|penetration"
        r"|pace|account\w*|faster|slower|utilization)\b",
        re.IGNORECASE,
    ),
}
_MULTIPLES = {
    "zh": re.compile(r"(?:减少|下降|降低|缩减|减|降)了?\s*(?:[1-9]\d*(?:\.\d+)?|[一二两三四五六七八九十]+)倍"),
    "en": re.compile(
        r"\b(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)\s+times\s+"
        r"(?:more|higher|greater|larger|bigger|faster|less|fewer|lower|smaller)\b"
        r"|\b(?:rose|rises?|grew|grow|increased?|up|jumped|soared|surged|climbed|fell|declined|decreased|dropped)\s+(?:by\s+)?"
        r"(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)\s+times\b"
        r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)-?fold\b",
        re.IGNORECASE,
    ),
}
_GROWTH = re.compile(r"(?:增长|下降|减少|上升)(?:了|约|近|超过?)?$")
_BASED = re.compile(r"同比|环比|比上[年月季半]|较上[年月季半]|比\d|较\d|同期|平均|年均|累计|以来|目标|预期")


def direction(proof: Proof) -> Iterator[Remark]:
    """Yield verbs that the sign of the data, the sign of the number or the other language contradicts."""
    yield from told(proof, "direction")
    for line in proof.every:
        for match in _SIGNED[_side(line)].finditer(line.simple):
            yield Remark(f"“{match[0]}…” says the sign twice", proof.at(line, match[0]), "leave out the minus sign")
        for span in line.spans:
            yield from _contradicted(proof, line, span)
    yield from _misled(proof)


def _contradicted(proof: Proof, line: Line, span: Span) -> Iterator[Remark]:
    """Yield a figure that an author's verb turns round."""
    figure = span.figure
    if figure is None or figure.trend not in ("up", "down") or _own(figure.text, line.lang):
        return
    for item in line.within(span):
        if (
            item.direction
            and item.direction != figure.trend
            and item.kind in ("percent", "points", "amount", "fraction")
        ):
            words = line.text[max(0, span.start - 8) : span.end].strip()
            message = f"the text says {_WAYS[item.direction]} where {figure.fact} goes {figure.trend}"
            yield Remark(message, proof.at(line, words), "use the verb of the data, or {{ ….change }}")


_WAYS: dict[Trend, str] = {"up": "up", "down": "down", "flat": "unchanged", "": ""}


@lru_cache(maxsize=4096)
def _own(text: str, lang: str) -> bool:
    """Tell whether a figure brings its own words of change."""
    return any(item.direction for item in read(text, lang)) or not any(True for _ in read(text, lang))


def _misled(proof: Proof) -> Iterator[Remark]:
    """Yield hand-written changes whose verb goes the other way than every fact with that number."""
    known = proof.once(sayings)
    for line in proof.every:
        for item in line.authored:
            if item.kind in ("percent", "points") and item.direction in ("up", "down"):
                ways = {_way(said.value) for said in known.of(item) if said.fact.changes}
                if ways and item.direction not in ways:
                    message = f"“{item.text}” is said to go {item.direction}, but the data go {', '.join(sorted(ways))}"
                    yield Remark(message, proof.at(line, item.text), "use the verb of the data, or {{ ….change }}")


def _way(value: object) -> str:
    return "down" if str(value).startswith("-") else "up"


def percent_points(proof: Proof) -> Iterator[Remark]:
    """Yield percentage points on levels, in the data or an author's text, and percent for points between languages."""
    yield from points_on_levels(proof)
    yield from told(proof, "percent-points")
    for line in proof.every:
        for item in line.authored:
            if item.kind == "points" and not _is_of_rate(line, item):
                message = f"“{item.text}” is said of no rate"
                yield Remark(message, proof.at(line, item.text), "a level changes by percent, a rate by points")


def _is_of_rate(line: Line, item: Reading) -> bool:
    """Tell whether a word for a rate, or a percentage, stands near a difference of rates."""
    start, end = line.sentence(item.start)
    first, last = max(start, item.start - (24 if line.chinese else 90)), min(end, item.end + 30)
    around = f"{line.simple[first : item.start]} {line.simple[item.end : last]}"
    percent = any(other.kind == "percent" and first <= other.start < last for other in line.readings)
    return percent or bool(_RATE["zh" if line.chinese else "en"].search(around))


def multiples(proof: Proof) -> Iterator[Remark]:
    """Yield multiples that readers take for different numbers, and falls by a multiple, which cannot be."""
    for line in proof.every:
        for match in _MULTIPLES[_side(line)].finditer(line.simple):
            hint = "下降用百分数" if line.chinese else "say “rose 120 percent” or “2.2 times the year-earlier level”"
            yield Remark(f"“{match[0]}” is no clear multiple", proof.at(line, line.text[slice(*match.span())]), hint)


def base_markers(proof: Proof) -> Iterator[Remark]:
    """Yield growth that an author leaves without its base where most growth of the page has one."""
    yield from told(proof, "base-marker")
    grown = [
        (line, item) for line in proof.chinese for item in line.readings if item.kind == "percent" and item.direction
    ]
    bare = [(line, item) for line, item in grown if not line.over(item) and _is_bare(line, item)]
    if sum(bool(item.base) for _, item in grown) > len(bare):
        for line, item in bare:
            yield Remark(f"“{item.text}” has no base", proof.at(line, item.text), "write 同比, 环比 or 比上年")


def _is_bare(line: Line, item: Reading) -> bool:
    if item.kind != "percent" or item.base or item.forecast:
        return False
    start, _ = line.sentence(item.start)
    before = re.split("[，,]", line.simple[max(start, item.start - 16) : item.start])[-1]
    return bool(_GROWTH.search(before)) and not _BASED.search(before)


def _side(line: Line) -> str:
    return "zh" if line.chinese else "en"
