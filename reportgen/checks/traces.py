"""Where numbers come from: numbers that no fact stands behind, and facts that nothing shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.checks.pairing import STRICT
from reportgen.checks.proof import Line, Proof, Remark, of_fact
from reportgen.facts import Briefing, Change, Fact
from reportgen.reading import Kind, Reading
from reportgen.reading.units import alike

_RANKED = re.compile(
    r"(?:全[国市省区县球州]|世界|[东中西]部|排[名在]?|位[列居次]|[居列获]|名列|保持)[^，。；、\d]{0,4}$"
    r"|\b(?:rank(?:s|ed|ing)?|came|placed|was|is|stood|remain(?:s|ed|ing)?)\s+(?:the\s+)?$"
)
_CLASS = re.compile(r"[十百千]?[万萬亿億]元?[级級]?|10*-[bm]illion-\w+|10* [bm]illion yuan or more", re.IGNORECASE)
_DURATIONS = frozenset({"YEAR", "MONTH", "QUARTER", "WEEK", "DAY", "HOUR", "MINUTE"})
_CALLED = re.compile(
    r"(?:图|表|附件|附表|附图|专栏|专题|编号|邮编|文号|〕)\s*$|[A-Za-z]$|\b[A-Z]{2,}/?[A-Z]*[ -]$"
    r"|\b(?i:figure|table|annex|appendix|page|box|chart|section|chapter|code|no\.|number|part|note)\s+$"
)
_CALLS = re.compile(r"后|[A-Za-z]")
_OPENED = re.compile(r"^\s*[（(]$|[“‘][^”’]{0,6}$")
_CLOSED = re.compile(r"[）)]|[^“‘]{0,6}[”’]")
_SCOPED = re.compile(r"\s*(?:place\s+)?(?:in|among|nationwide|worldwide|across|within)\b")


class Said(NamedTuple):
    """A number that a fact says, and the unit code that it has, if any."""

    fact: Fact
    value: Decimal
    unit: str = ""


class Sayings:
    """What the facts of a briefing say, by kind of reading and value."""

    def __init__(self, briefing: Briefing) -> None:
        self._known: dict[tuple[Kind, Decimal], list[Said]] = {}
        self.briefing = briefing
        for fact in briefing.facts.values():
            for kind, said in _sayings(fact, briefing):
                self._known.setdefault((kind, abs(said.value)), []).append(said)

    def of(self, reading: Reading) -> tuple[Said, ...]:
        """Return what facts say the number of a reading, or, for a range, its lower end."""
        if reading.high is not None and not self._alike(reading, reading.high):
            return ()
        return self._alike(reading, reading.value)

    def _alike(self, reading: Reading, value: Decimal) -> tuple[Said, ...]:
        kind: Kind = "percent" if reading.kind == "fraction" else reading.kind
        found = self._known.get((kind, abs(value)), [])
        if kind == "multiple":
            found = [*found, *self._known.get(("percent", abs(reading.growth)), [])]
        elif kind == "percent":
            grown = value / 100 + 1
            found = [*found, *self._known.get(("multiple", grown), [])]
        return tuple(said for said in found if alike(said.unit, reading.unit) or not said.unit)

    def nearest(self, reading: Reading) -> str:
        """Return the id of the fact whose printed digits are a reading's, whatever the scale, or else ""."""
        digits = _digits(reading.printed)
        kin = (said.fact.id for all_said in self._known.values() for said in all_said if _digits(said.value) == digits)
        return next(kin, "")


def sayings(proof: Proof) -> Sayings:
    """Return what the facts of a proof's briefing say."""
    return Sayings(proof.briefing)


def untraceable(proof: Proof) -> Iterator[Remark]:
    """Yield each number of an author that no fact says, that is no date, code or name, and that nothing allows."""
    known, before = proof.once(sayings), Sayings(replace(proof.briefing, facts=proof.briefing.previous))
    free = _allowed(proof.briefing)
    for line in proof.every:
        wanted = [item for item in line.authored if _is_statistic(line, item)]
        held = [match.span() for match in free.finditer(line.text)] if free and wanted else []
        for reading in wanted:
            if not known.of(reading) and not _is_held(reading, held):
                message = f"no fact says “{reading.text}”"
                if old := before.of(reading):
                    message = f"“{reading.text}” is what {old[0].fact.id} said in the previous edition"
                hint = f"{_advice(known.nearest(reading))}; or list it in allow_numbers"
                yield Remark(message, proof.at(line, reading.text), hint)


def _advice(near: str) -> str:
    return f"mend it, or write {{{{ {near.replace('-', '_')} }}}}" if near else "add a fact and name it here"


def unused_facts(proof: Proof) -> Iterator[Remark]:
    """Yield the facts that no language shows, unless they are internal."""
    shown = {
        fact
        for line in proof.every
        for span in line.spans
        if span.figure
        for fact in (span.figure.fact, *span.figure.shared)
    }
    serving = {fact.is_part_of for fact in proof.briefing.facts.values()}
    for fact in proof.briefing.facts.values():
        if fact.id not in shown and not fact.internal and fact.id not in serving:
            yield Remark(f"fact {fact.id} is not shown", of_fact(fact), "show it, or mark it internal")


def _sayings(fact: Fact, briefing: Briefing) -> Iterator[tuple[Kind, Said]]:
    indicator = briefing.indicators.get(fact.indicator)
    unit = indicator.unit_measure if indicator else ""
    levels = [fact.obs_value, fact.exact, *(change.start for change in fact.changes)]
    for level in (value for value in levels if value is not None):
        kinds: dict[str, Kind] = {"PCT": "percent", "PP": "points", "TIMES": "multiple"}
        kind = kinds.get(unit, "amount")
        yield kind, Said(fact, level if kind != "amount" else level.scaleb(fact.unit_mult), unit)
    for change in fact.changes:
        yield from _changes(fact, change, unit)
    if fact.rank:
        yield "ordinal", Said(fact, Decimal(fact.rank.position))


def _changes(fact: Fact, change: Change, unit: str) -> Iterator[tuple[Kind, Said]]:
    for value in filter(None, (change.value, change.before, change.before and change.value - change.before)):
        match change.unit:
            case "PCT":
                yield "percent", Said(fact, value, "PCT")
                yield "points", Said(fact, value, "PP")
            case "PP":
                yield "points", Said(fact, value, "PP")
            case "TIMES":
                yield "multiple", Said(fact, value + 1)
            case "TURN":
                yield "amount", Said(fact, value.scaleb(fact.unit_mult), unit)


def _is_statistic(line: Line, reading: Reading) -> bool:
    """Tell whether a reading must come from data: a figure or a rank, but no class (百亿级), duration or label."""
    if reading.kind not in STRICT:
        return _is_rank(line, reading)
    return not (_CLASS.fullmatch(reading.text) or reading.unit in _DURATIONS or _is_label(line, reading))


def _is_label(line: Line, reading: Reading) -> bool:
    """Tell whether a number without a unit only calls something: 图3, No. 12, H1N1, “双10”, (1), 80后."""
    if reading.unit or reading.kind != "amount" or reading.value != reading.printed:
        return False
    before, after = line.simple[max(0, reading.start - 16) : reading.start], line.simple[reading.end : reading.end + 8]
    return bool(_CALLED.search(before) or _CALLS.match(after) or (_OPENED.search(before) and _CLOSED.match(after)))


def _is_rank(line: Line, reading: Reading) -> bool:
    """Tell whether an ordinal ranks, as opposed to counting sessions, phases or sectors."""
    if reading.kind != "ordinal":
        return False
    before, after = line.simple[: reading.start], line.simple[reading.end :]
    return bool(_RANKED.search(before[-24:])) and (line.chinese or bool(_SCOPED.match(after[:16])))


def _allowed(briefing: Briefing) -> re.Pattern[str] | None:
    """Return the pattern of the words whose numbers are free: allowances, terms, and names of the briefing."""
    names = [item.names for item in briefing.indicators.values()] + [term.names for term in briefing.glossary]
    names += [*briefing.areas.values(), *briefing.scopes.values(), *(it.short for it in briefing.indicators.values())]
    said = {text for sides in names for text in sides.values()}
    said |= {allowance.words for allowance in briefing.rules.allowances}
    said |= {words for claim in briefing.rules.claims for words in claim.words}
    free = sorted((text for text in said if _has_number(text)), key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, free))) if free else None


def _has_number(text: str) -> bool:
    return bool(re.search(r"[\d一二三四五六七八九十百千万亿半成倍]|[a-z]", text))


def _is_held(reading: Reading, held: Iterable[tuple[int, int]]) -> bool:
    return any(start <= reading.start and reading.end <= end for start, end in held)


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).strip("0")
