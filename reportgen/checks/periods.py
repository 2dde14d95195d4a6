"""Time in words: lines in, periods that are not those of their figures and trends that their numbers belie out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.proof import Line, Proof, Remark, Span
from reportgen.facts import Fact, Period
from reportgen.reading import PeriodReading, Reading

_COMPARED = re.compile(
    r"[比较超与]\s*$|\b(?:over|from|than|against|with|versus|since)\s+(?:that\s+(?:of|in)\s+)?(?:the\s+)?$"
)
_BEHIND = re.compile(r"\s*(?:的)?(?:同期|水平|相比|目标)|\s*(?:level|target)", re.IGNORECASE)
_RISING = {
    "zh": re.compile(r"逐[季月年](?:攀升|回升|上升|走高|提高|增长|加快|向好)"),
    "en": re.compile(
        r"\b(?:climb|ris|rose|accelerat|grew|pick)\w*\s+(?:up\s+)?(?:quarter by quarter|month by month|year by year)",
        re.IGNORECASE,
    ),
}
_FALLING = {
    "zh": re.compile(r"逐[季月年](?:回落|下降|走低|放缓|收窄)"),
    "en": re.compile(
        r"\b(?:fell|fall|declin|slow|narrow|drop)\w*\s+(?:quarter by quarter|month by month|year by year)",
        re.IGNORECASE,
    ),
}
_RECORD = {
    "zh": re.compile(r"新高|历史最高"),
    "en": re.compile(r"\b(?:record|all-time) highs?\b|\bnew highs?\b", re.IGNORECASE),
}
_FORECAST = {
    "zh": re.compile(r"预计|预期|预测|估计|估算|初步|有望|力争|将达"),
    "en": re.compile(
        r"\b(?:expect\w*|forecast\w*|estimat\w*|project(?:ed|ion)|predict\w*|likely|preliminary|will)\b", re.IGNORECASE
    ),
}


def period_text(proof: Proof) -> Iterator[Remark]:
    """Yield figures beside another period than their own, and periods that the languages say differently."""
    for line in proof.every:
        named = [it for it in proof.periods(line) if it.period and not it.running] if line.spans else []
        if named:
            yield from _misdated(proof, line, [it for it in named if not _is_compared(line, it)])
    for one, other in proof.aligned:
        yield from _unlike(proof, one, other)


def _misdated(proof: Proof, line: Line, named: Sequence[PeriodReading]) -> Iterator[Remark]:
    """Yield each figure whose sentence names periods, none of which is its own."""
    for span in line.spans:
        fact = proof.fact(span.figure)
        if fact is None or fact.constant or (span.figure and span.figure.side not in ("value", "change")):
            continue
        near = _near(line, span, named)
        if near and not any(it.period and _fits(it, it.period, fact) for it in near):
            said, own = near[-1].text, fact.time_period
            message = f"“{said}” is said of {fact.id}, which is of {own}"
            yield Remark(message, proof.at(line, said), "name the period of the data")


def _near(line: Line, span: Span, named: Sequence[PeriodReading]) -> list[PeriodReading]:
    """Return the periods of a sentence that can be a figure's: the last before it, in English the next, or else all."""
    start, end = line.sentence(span.start)
    inside = [it for it in named if start <= it.start < end]
    before = [it for it in inside if it.end <= span.start]
    after = [] if line.chinese else [it for it in inside if it.start >= span.end]
    return [*before[-1:], *after[:1]] if before else inside


def _fits(said: PeriodReading, period: Period, fact: Fact) -> bool:
    """Tell whether a fact may be said to be of `period`: its own, one of its days, or merely its year."""
    own = fact.time_period
    if (own.start, own.end) == (period.start, period.end):
        return True
    if own.frequency == "day":
        return period.start <= own.start <= period.end
    if period.frequency == "day":
        return own.start <= period.end <= own.end
    year = period.frequency == "year" and not re.search(r"全年|full year|whole year", said.text, re.IGNORECASE)
    return year and period.start <= own.start and own.end <= period.end


def _is_compared(line: Line, item: PeriodReading) -> bool:
    """Tell whether a period is what others are compared with."""
    before, after = line.simple[max(0, item.start - 16) : item.start].lower(), line.simple[item.end : item.end + 10]
    return bool(_COMPARED.search(before) or _BEHIND.match(after))


def _unlike(proof: Proof, one: Sequence[Line], other: Sequence[Line]) -> Iterator[Remark]:
    """Yield periods of less than a year that each language has and the other has not."""
    here, there = _said(proof, one), _said(proof, other)
    for code in sorted((here.keys() - there.keys()) if there.keys() - here.keys() else ()):
        line, words = here[code]
        theirs = next(iter(sorted(there.keys() - here.keys())))
        message = f"{line.lang} says “{words}” where {there[theirs][0].lang} says “{there[theirs][1]}”"
        yield Remark(message, proof.at(there[theirs][0], there[theirs][1]), "name the same period in each language")


def _said(proof: Proof, lines: Sequence[Line]) -> dict[str, tuple[Line, str]]:
    found: dict[str, tuple[Line, str]] = {}
    for line in lines:
        for item in proof.periods(line):
            if item.period and not item.running and item.period.frequency in ("half", "quarter", "months"):
                found.setdefault(f"{item.period.start:%m}-{item.period.end:%m}", (line, item.text))
    return found


def trend_words(proof: Proof) -> Iterator[Remark]:
    """Yield words for a steady rise or fall, or a record, that the numbers beside them or the data contradict."""
    for line in proof.every:
        side = "zh" if line.chinese else "en"
        for pattern, way in ((_RISING[side], 1), (_FALLING[side], -1)):
            for match in pattern.finditer(line.masked):
                start, end = line.sentence(match.start())
                numbers = [item for item in line.readings if start <= item.start < end and item.kind == "percent"]
                if any((two.value - one.value) * way <= 0 for one, two in pairwise(numbers)):
                    said = ", ".join(item.text for item in numbers)
                    yield Remark(f"“{match[0]}” is not what {said} do", proof.at(line, match[0]), "say what they do")
        yield from _records(proof, line, side)


def _records(proof: Proof, line: Line, side: str) -> Iterator[Remark]:
    for match in _RECORD[side].finditer(line.masked):
        start, end = line.sentence(match.start())
        for span in line.spans:
            fact = proof.fact(span.figure)
            if fact and start <= span.start < end and (higher := _higher(proof, fact)):
                message = f"“{match[0]}” is said of {fact.id}, yet {higher.id} ({higher.time_period}) is no smaller"
                yield Remark(message, proof.at(line, match[0]), "mend a figure, or say less")


def _higher(proof: Proof, fact: Fact) -> Fact | None:
    """Return an earlier value of the same kind that is at least as large."""
    size = fact.base_value
    everything = (*proof.briefing.facts.values(), *proof.briefing.previous.values())
    return next(
        (
            other
            for other in everything
            if (other.indicator, other.ref_area) == (fact.indicator, fact.ref_area)
            and other.time_period.end < fact.time_period.end
            and other.base_value is not None
            and size is not None
            and other.base_value >= size
        ),
        None,
    )


def forecasts(proof: Proof) -> Iterator[Remark]:
    """Yield forecasts and estimates that are not told as such, and finished figures that are told as forecasts."""
    for line in proof.every:
        for span in line.spans:
            fact = proof.fact(span.figure)
            if fact is None or span.figure is None or span.figure.side not in ("value", "change"):
                continue
            start, end = line.sentence(span.start)
            marked = _FORECAST["zh" if line.chinese else "en"].search(line.simple[start:end])
            if fact.obs_status in ("E", "F") and not marked and not _is_marked(proof, line):
                message = f"{fact.id} is a forecast or estimate, and {line.lang} does not say so"
                yield Remark(message, proof.at(line, _words(line, span)), "write 预计 | is expected to")
            elif fact.obs_status == "A" and any(item.forecast for item in line.within(span)):
                message = f"{fact.id} is a finished figure, and {line.lang} says that it is expected"
                yield Remark(message, proof.at(line, _words(line, span)), "leave 预计 out, or set obs_status to F")


def _is_marked(proof: Proof, line: Line) -> bool:
    """Tell whether another line of the same block, such as a card's, marks the forecast."""
    side = "zh" if line.chinese else "en"
    return any(_FORECAST[side].search(other.simple) for other in proof.of[line.lang].get(line.block.id, ()))


def _words(line: Line, span: Span) -> str:
    return line.text[span.start : span.end]


def echoes(proof: Proof) -> Iterator[Remark]:
    """Yield figures of a headline that the text below does not repeat."""
    for lines in proof.lines.values():
        body = Counter(_key(item) for line in lines if not line.heading for item in line.readings)
        for line in lines:
            for item in line.authored if line.heading else ():
                if item.kind in ("amount", "percent", "points", "multiple") and not body[_key(item)]:
                    message = f"the headline says “{item.text}”, and nothing below does"
                    yield Remark(message, proof.at(line, item.text), "repeat the figure, or name the fact by round")


def _key(item: Reading) -> tuple[str, Decimal]:
    return item.kind, item.value
