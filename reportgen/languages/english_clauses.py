"""English sentences about changes: a fact, its change and a house's words in, the parts of a figure out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts import Change, Fact, Indicator
from reportgen.languages.english_profile import Profile
from reportgen.languages.numbers import printed, shift, trimmed
from reportgen.languages.parts import Parts, hedge, no_part
from reportgen.languages.plurals import plural
from reportgen.languages.turns import multiple_of, pace_of, turn_of
from reportgen.languages.units import UnitWord, unit_word

LOCALE = "en_US"
_LOSSES = ("narrower-loss", "wider-loss")


def unit_said(profile: Profile, code: str, word: UnitWord, digits: str) -> str:
    """Return the `word` of the unit `code` after `digits`, with its blank."""
    if code == "PCT":
        return profile.percent
    return f" {plural(LOCALE, digits, word.one, word.other)}" if word.other else ""


def percentage(change: Change) -> Change:
    """Return `change` in percent where it is in times, for English never says “N times more”: 120 percent."""
    return replace(change, value=shift(change.value, 2), unit="PCT") if change.unit == "TIMES" else change


def rate(profile: Profile, change: Change, status: str = "") -> Parts:
    """Say the number of `change`: 3.2 percent, more than 80 percent, 0.1 percentage points."""
    change = percentage(change)
    digits = printed(trimmed(change.value), grouping=True, signed=False)
    said = hedge(profile.estimated_hedges if status else profile.hedges, change.qualifier)
    return (
        ("qualifier", said.before),
        ("word", status),
        ("number", digits),
        ("unit", unit_said(profile, change.unit, unit_word(change.unit, "en"), digits)),
        ("qualifier", said.after),
    )


def change_parts(profile: Profile, fact: Fact, change: Change, indicator: Indicator | None = None) -> Parts:
    """Say `change` beside a name (up 3.2 percent), or of an `indicator` in a sentence (rose 3.2 percent, doubled)."""
    turn = turn_of(fact, change)
    if turn and turn not in _LOSSES:
        return (
            ("word", (profile.turned if indicator else profile.turns)[turn]),
            ("word", profile.earlier[change.kind]),
        )
    if not change.value:
        return wordless(profile, fact, change, sentence=indicator is not None)
    if indicator and change.unit == "TIMES" and change.value in profile.folds:
        return _folded(profile, fact, change)
    verb = verb_of(profile, fact, change, indicator)
    number = rate(profile, change, status_of(profile, fact))
    return (("word", f"{verb} {profile.by}"), *number, ("word", tail_of(profile, change)))


def wordless(profile: Profile, fact: Fact, change: Change, sentence: bool = False) -> Parts:
    """Say a change without its number: up year on year, flat from the previous year, losses narrowed year on year."""
    verb = verb_of(profile, fact, change)
    note = "" if fact.obs_value is not None else profile.status_notes.get(fact.obs_status, "")
    opening = f"{profile.stayed} {verb}" if sentence else verb
    turn = turn_of(fact, change)
    tail = profile.earlier[change.kind] if turn and turn not in _LOSSES else tail_of(profile, change)
    return (("word", opening), ("word", tail), ("word", note))


def verb_of(profile: Profile, fact: Fact, change: Change, indicator: Indicator | None = None) -> str:
    """Return up or rose, down or fell, flat, or what a loss does."""
    if turn := turn_of(fact, change):
        return (profile.turned if indicator else profile.turns)[turn]
    if not change.value:
        return profile.roughly_flat if change.qualifier else profile.flat
    if indicator:
        measure = "rate" if change.unit == "PP" else indicator.measure_type
        return profile.rose[measure] if change.value > 0 else profile.fell
    return profile.rising if change.value > 0 else profile.falling


def tail_of(profile: Profile, change: Change) -> str:
    """Return what closes `change`: year on year, from the previous year."""
    tail = profile.tails[change.kind]
    if not change.value:
        return tail.level or tail.otherwise
    return tail.rising if change.value > 0 else tail.otherwise


def status_of(profile: Profile, fact: Fact) -> str:
    """Return the words of an estimate where the change alone is known, for otherwise the value has them."""
    return "" if fact.obs_value is not None else profile.statuses.get(fact.obs_status, "")


def _folded(profile: Profile, fact: Fact, change: Change) -> Parts:
    said = hedge(profile.hedges, change.qualifier)
    note = "" if fact.obs_value is not None else profile.status_notes.get(fact.obs_status, "")
    fold = profile.folds[change.value] + said.after
    return (("qualifier", said.before), ("word", fold), ("word", tail_of(profile, change)), ("word", note))


def pace(profile: Profile, fact: Fact, change: Change) -> Parts:
    """Say how `change` goes on: growth slowed by 0.6 percentage points, the decline narrowed by …."""
    case, points = pace_of(fact, change)
    if not points:
        return (("word", profile.paces[case]),)
    digits = printed(trimmed(points), grouping=True)
    unit = unit_said(profile, "PP", unit_word("PP", "en"), digits)
    return (("word", f"{profile.paces[case]} by "), ("number", digits), ("unit", unit))


def multiple(profile: Profile, fact: Fact, change: Change) -> Parts:
    """Say the level against its base: 2.2 times the year-earlier level, nearly double the year-earlier level."""
    times = multiple_of(fact, change)
    said = hedge(profile.hedges, change.qualifier)
    words = {Decimal(2): "double", Decimal("0.5"): "half"}
    digits = words.get(times) or printed(trimmed(times), grouping=True)
    return (
        ("qualifier", said.before),
        ("number", digits),
        ("unit", "" if times in words else " times"),
        ("qualifier", said.after),
        ("word", profile.levels[change.kind]),
    )


def part(fact: Fact, indicator: Indicator, whole: str, amount: Parts) -> Parts:
    """Say `amount` as part of the `whole`: accounted for 81.5 percent of …, contributed 2.1 percentage points to …."""
    match indicator.measure_type, indicator.unit_measure:
        case "share", "PCT":
            opening, closing = "accounted for ", "of"
        case "contribution", "PP":
            opening, closing = "contributed ", "to"
        case "contribution", "PCT":
            opening, closing = "contributed ", "of"
        case _:
            raise no_part(fact, indicator)
    return (("word", opening), *amount, ("word", f" {closing} {whole}" if whole else ""))
