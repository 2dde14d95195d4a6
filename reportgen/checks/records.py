"""The data themselves: facts in, those that stand twice, are counted differently, have grown stale or are odd out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reportgen.checks.proof import Proof, Remark, of_fact
from reportgen.facts import Fact, Indicator


def duplicate_facts(proof: Proof) -> Iterator[Remark]:
    """Yield facts that say the same thing twice, and, as errors, those that say it differently."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in proof.briefing.facts.values():
        period = fact.time_period
        groups[fact.indicator, fact.ref_area, period.start, period.end, fact.annualised, fact.obs_status].append(fact)
    for facts in groups.values():
        for one, two in combinations(facts, 2):
            if conflict := _conflict(one, two):
                message = f"{two.id} and {one.id} measure the same, and their {conflict} differ"
                yield Remark(message, of_fact(two), "keep the right one", "error")
            elif conflict is not None:
                message = f"{two.id} says what {one.id} says"
                yield Remark(message, of_fact(two), f"show {one.id} twice instead", "warning")


def _conflict(one: Fact, two: Fact) -> str | None:
    """Return in what two facts on the same thing differ, "" where they agree, or None where they say other things."""
    said = False
    if one.base_value is not None and two.base_value is not None:
        said = True
        if one.base_value != two.base_value:
            return "values"
    for change in one.changes:
        other = two.change(change.kind)
        if other and other.unit == change.unit and other.base == change.base:
            said = True
            if other.value != change.value:
                return f"changes ({change.kind})"
    if one.rank and two.rank and one.rank.scope == two.rank.scope:
        said = True
        if one.rank.position != two.rank.position:
            return "ranks"
    return "" if said else None


def unit_counters(proof: Proof) -> Iterator[Remark]:
    """Yield indicators that are counted with another word than those which count the same noun."""
    known: dict[tuple[str, str, str], Indicator] = {}
    for indicator in proof.briefing.indicators.values():
        for lang, counter in indicator.counters.items():
            for noun in indicator.nouns.values():
                first = known.setdefault((lang, indicator.unit_measure, noun), indicator)
                if first.counters.get(lang) != counter:
                    message = f"{indicator.id} is counted in {counter}, but {first.id} in {first.counters.get(lang)}"
                    yield Remark(message, indicator.origin, f"use one counter_{lang} for one noun", "warning")
    yield from _miscounted(proof)


def _miscounted(proof: Proof) -> Iterator[Remark]:
    """Yield figures that an author counts in people where the data count visits."""
    for line in proof.english:
        for span in line.spans:
            fact = proof.fact(span.figure)
            after = line.text[span.end : span.end + 12].lower().lstrip()
            indicator = proof.briefing.indicators.get(fact.indicator) if fact else None
            people = after.startswith(("people", "persons", "visitors", "tourists "))
            if (
                people
                and indicator
                and indicator.unit_measure == "VISIT"
                and span.figure
                and span.figure.side == "value"
            ):
                words = line.text[span.start : span.end + 8].strip()
                yield Remark(f"{indicator.id} counts visits (人次), not people", proof.at(line, words), "say visits")


def stale(proof: Proof) -> Iterator[Remark]:
    """Yield facts older at issue than the briefing allows, and those left as they were in the previous edition."""
    briefing = proof.briefing
    limit = briefing.rules.max_age_days
    for fact in briefing.facts.values():
        if fact.constant:
            continue
        age = (briefing.issued - fact.time_period.end).days
        if limit and age > limit:
            hint = f"bring it up to date, or mark it constant; max_age_days is {limit}"
            yield Remark(f"{fact.id} was {age} days old at issue", of_fact(fact), hint)
        before = briefing.previous.get(fact.id)
        if before and before.time_period != fact.time_period and _unchanged(fact, before):
            message = f"{fact.id} has every digit of the previous edition ({before.time_period})"
            yield Remark(message, of_fact(fact), "was it forgotten? mark it constant where it never changes")


def _unchanged(fact: Fact, before: Fact) -> bool:
    digits = fact.obs_value.as_tuple().digits if fact.obs_value is not None else ()
    same = (fact.base_value, fact.changes) == (before.base_value, before.changes)
    return same and (len(digits) >= 3 or bool(fact.changes))
