"""Sums, orders and products that must hold: facts in, those that do not add up out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from reportgen.checks.intervals import NOTHING, Interval, level
from reportgen.checks.proof import Proof, Remark, of_fact
from reportgen.facts import Briefing, Fact, Identity

_FAR = {"history": 8, "peers": 50}
"""How many times the middle of the others a value may be before its scale is doubted: places differ by nature."""


def parts_total(proof: Proof) -> Iterator[Remark]:
    """Yield wholes that their additive parts do not make up within rounding, and parts larger than their whole."""
    facts = proof.briefing.facts
    for name, parts in _parts(proof.briefing).items():
        whole = level(facts[name])
        if whole is None:
            continue
        for part in parts:
            size = level(part)
            if size and size.low > whole.high and whole.high > 0 and _one_unit(proof.briefing, facts[name], part):
                yield Remark(f"the part {part.id} is larger than its whole {name}", of_fact(part), "mend one of them")
        adding = [part for part in parts if part.additive]
        sizes = [level(part) for part in adding]
        if adding and not any(part.annualised for part in adding) and None not in sizes:
            total = reduce(Interval.__add__, (size for size in sizes if size), NOTHING)
            if not total.meets(whole):
                said = " + ".join(part.id for part in adding)
                message = f"{said} make {_middle(total)}, but {name} is {_middle(whole)}"
                yield Remark(message, of_fact(facts[name]), "mend a figure, or mark the parts not additive")


def annualised_sums(proof: Proof) -> Iterator[Remark]:
    """Yield annualised levels that are said to add up, which they never do."""
    for fact in proof.briefing.facts.values():
        if fact.annualised and fact.additive and fact.is_part_of:
            message = f"{fact.id} is annualised and cannot be added up to {fact.is_part_of}"
            yield Remark(message, of_fact(fact), "leave additive empty: the whole is the mean of such parts")


def cumulative_order(proof: Proof) -> Iterator[Remark]:
    """Yield flows that are smaller over a longer part of the same year."""
    groups: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in proof.briefing.facts.values():
        indicator = proof.briefing.indicators.get(fact.indicator)
        period = fact.time_period
        flows = indicator and indicator.stock_flow == "F" and indicator.measure_type in ("amount", "count")
        if flows and period.months and (period.start.month, period.start.day) == (1, 1) and not fact.annualised:
            groups[fact.indicator, fact.ref_area, period.start.year].append(fact)
    for facts in groups.values():
        yield from _falling(sorted(facts, key=lambda fact: fact.time_period.end))


def _falling(facts: Sequence[Fact]) -> Iterator[Remark]:
    for one, two in pairwise(facts):
        before, after = level(one), level(two)
        if before and after and before.low >= 0 and after.high < before.low and one.time_period != two.time_period:
            message = f"{two.id} ({two.time_period}) is smaller than {one.id} ({one.time_period}), which it holds"
            yield Remark(message, of_fact(two), "mend one of them: a flow of the same year only grows")


def identities(proof: Proof) -> Iterator[Remark]:
    """Yield wholes that are not the product of the factors which the briefing names."""
    for identity in proof.briefing.rules.identities:
        whole, product = _level(proof.briefing, identity.whole), _product(proof.briefing, identity)
        if whole and product and not whole.meets(product):
            factors = " × ".join(identity.factors)
            message = f"{factors} is {_middle(product)}, but {identity.whole} is {_middle(whole)}"
            yield Remark(message, of_fact(proof.briefing.facts[identity.whole]), "mend one of the figures")


def magnitude(proof: Proof) -> Iterator[Remark]:
    """Yield values many times as large or as small as the middle of their own history or of their peers."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in (*proof.briefing.previous.values(), *proof.briefing.facts.values()):
        if fact.base_value:
            groups["history", fact.indicator, fact.ref_area, str(fact.time_period.months)].append(fact)
            groups["peers", fact.indicator, str(fact.time_period), fact.is_part_of].append(fact)
    for key, facts in groups.items():
        least = 1 if key[0] == "history" else 3
        for fact in facts:
            others = sorted(abs(it.base_value) for it in facts if it is not fact and it.base_value)
            if proof.briefing.facts.get(fact.id) is fact and fact.base_value and len(others) >= least:
                ratio = abs(fact.base_value) / _median(others)
                if not 1 < ratio * _FAR[key[0]] < _FAR[key[0]] ** 2:
                    message = f"{fact.id} is {ratio:.2g} times the middle of its {key[0]}"
                    yield Remark(message, of_fact(fact), "is unit_mult right? suppress this where the figure is")


def _median(values: Sequence[Decimal]) -> Decimal:
    """Return the middle of sorted values."""
    return (values[len(values) // 2] + values[(len(values) - 1) // 2]) / 2


def _parts(briefing: Briefing) -> Mapping[str, list[Fact]]:
    parts: dict[str, list[Fact]] = defaultdict(list)
    for fact in briefing.facts.values():
        if fact.is_part_of in briefing.facts:
            parts[fact.is_part_of].append(fact)
    return parts


def _one_unit(briefing: Briefing, one: Fact, other: Fact) -> bool:
    units = {
        briefing.indicators[fact.indicator].unit_measure
        for fact in (one, other)
        if fact.indicator in briefing.indicators
    }
    return len(units) == 1


def _level(briefing: Briefing, name: str) -> Interval | None:
    """Return the level of a fact, a percentage as a share of one."""
    fact = briefing.facts.get(name)
    found = level(fact) if fact else None
    indicator = briefing.indicators.get(fact.indicator) if fact else None
    share = indicator and indicator.unit_measure == "PCT"
    return found.scaled(Decimal("0.01")) if found and share else found


def _product(briefing: Briefing, identity: Identity) -> Interval | None:
    factors = [_level(briefing, name) for name in identity.factors]
    known = [factor for factor in factors if factor]
    if not known or len(known) < len(factors) or any(factor.low < 0 for factor in known):
        return None
    return reduce(Interval.times, known)


def _middle(found: Interval) -> str:
    if not found.low.is_finite():
        return f"at most {found.high.normalize():f}"
    if not found.high.is_finite():
        return f"at least {found.low.normalize():f}"
    return f"{((found.low + found.high) / 2).normalize():f}"
