"""English values in sentences: counts in words, amounts before nouns, ranges and dollars, from a house's words."""

from __future__ import annotations

from decimal import Decimal

from reportgen.errors import TemplateError
from reportgen.facts import Fact, Indicator
from reportgen.languages.english_clauses import LOCALE, unit_said
from reportgen.languages.english_profile import Profile
from reportgen.languages.english_words import capitalised, spelled
from reportgen.languages.numbers import decimals, printed, scaled, shift, trimmed
from reportgen.languages.parts import Hedge, HedgeForm, Parts, hedge, spanned, unhedged, value_of
from reportgen.languages.plurals import plural
from reportgen.languages.units import UnitWord, counted, unit_word

_DECIMALS = 3
_SPELLED = 10
_MOST = 999
_SPOKEN = ("YEAR",)
"""Units of measure that go with small numbers in words, as counted things do."""


def digits_of(profile: Profile, value: Decimal) -> tuple[str, str]:
    """Return the digits of `value`, in base units, and its scale's word: 76.59 and billion."""
    number, power = scaled(value, sorted(profile.scales, reverse=True), _DECIMALS)
    return printed(trimmed(number), grouping=True), profile.scales.get(power, "")


def _spaced(word: str) -> str:
    return f" {word}" if word else ""


def amount(profile: Profile, fact: Fact, indicator: Indicator, form: HedgeForm, noun: bool = True) -> Parts:
    """Say the value of `fact`, with the `noun` that it counts or without."""
    if fact.obs_status == "M":
        return (("word", profile.missing),)
    digits, scale = digits_of(profile, shift(value_of(fact, form), fact.unit_mult))
    word = counted(indicator, indicator.nouns, "en")
    unit = unit_said(profile, indicator.unit_measure, word, digits + _spaced(scale))
    counts = word.kind == "count"
    status, said = _opening(profile, fact, form)
    return (
        ("qualifier", said.before),
        ("word", status),
        ("number", digits),
        ("unit", _spaced(scale) if counts else _spaced(scale) + unit),
        ("qualifier", said.after),
        ("word", unit if counts and noun else ""),
    )


def _opening(profile: Profile, fact: Fact, form: HedgeForm) -> tuple[str, Hedge]:
    status = profile.statuses.get(fact.obs_status, "")
    return status, hedge(profile.estimated_hedges if status else profile.hedges, fact.qualifier, form)


def running(profile: Profile, fact: Fact, indicator: Indicator, form: HedgeForm, opening: bool) -> Parts:
    """Say the value in a sentence: counts below ten in words; `opening` it, no digit stands first."""
    parts = tuple((kind, text) for kind, text in amount(profile, fact, indicator, form) if text)
    count = _count(fact, indicator)
    if count is not None and (count < _SPELLED or (opening and parts[0][0] == "number" and count <= _MOST)):
        parts = tuple((kind, spelled(count) if kind == "number" else text) for kind, text in parts)
    if not opening:
        return parts
    if parts[0][1][0].isalpha():
        return ((parts[0][0], capitalised(parts[0][1])), *parts[1:])
    message = f"fact “{fact.id}”: {''.join(text for _, text in parts)} cannot open an English sentence"
    raise TemplateError.of("sentence-start", message, fact.origin, "recast the sentence, so that a word opens it")


def _count(fact: Fact, indicator: Indicator) -> int | None:
    """Return the whole number of things that `fact` counts, which words may say; None for any other value."""
    kind = counted(indicator, indicator.nouns, "en").kind
    if fact.obs_status == "M" or (kind != "count" and indicator.unit_measure not in _SPOKEN):
        return None
    value = shift(value_of(fact), fact.unit_mult)
    return int(value) if value >= 0 and not decimals(trimmed(value)) else None


def attributive(profile: Profile, fact: Fact, indicator: Indicator, level: bool, article: bool) -> Parts:
    """Say the value before a noun, hyphened and singular: a 10-billion-yuan project; “level” after it if asked."""
    digits, scale = digits_of(profile, shift(unhedged(fact), fact.unit_mult))
    word = counted(indicator, indicator.nouns, "en")
    one = "percent" if indicator.unit_measure == "PCT" else word.one
    tail = "-".join(part for part in (scale, one.replace(" ", "-")) if part)
    return (
        ("word", _article(digits) if article else ""),
        ("number", digits),
        ("unit", f"-{tail}" if tail else ""),
        ("word", " level" if level else ""),
    )


def _article(digits: str) -> str:
    """Return the article before a spoken number: an 8, an 11, an 18, and with thousands an 80,000; else a."""
    leading = digits.partition(",")[0].partition(".")[0]
    return "an " if leading.startswith("8") or leading in ("11", "18") else "a "


def span(profile: Profile, low: Fact, high: Fact, indicator: Indicator, short: bool) -> Parts:
    """Say a range, what both ends share once: 15 to 30 percent, 15–30% in a table, from −2 to 3 percent."""
    ends = spanned(low, high)
    pairs = [digits_of(profile, shift(value, fact.unit_mult)) for value, fact in zip(ends, (low, high), strict=True)]
    (first, first_scale), (last, last_scale) = pairs
    word = counted(indicator, indicator.nouns, "en")
    dash = short and ends[0] >= 0 and first_scale == last_scale
    return (
        ("word", "from " if ends[0] < 0 else ""),
        ("number", first),
        ("unit", _between(profile, indicator, dash) if first_scale == last_scale else _spaced(first_scale)),
        ("word", "–" if dash else " to "),
        ("number", last),
        ("unit", _spaced(last_scale) + _end(profile, indicator, word, last, short)),
    )


def _between(profile: Profile, indicator: Indicator, dash: bool) -> str:
    """Return the sign of percent that a house which uses it puts at both ends of a range in a sentence."""
    return profile.percent if indicator.unit_measure == "PCT" and profile.percent == "%" and not dash else ""


def _end(profile: Profile, indicator: Indicator, word: UnitWord, digits: str, short: bool) -> str:
    if short and indicator.unit_measure in ("PCT", "PP"):
        return profile.short_units["PCT" if indicator.unit_measure == "PCT" else "PP"]
    return unit_said(profile, indicator.unit_measure, word, digits)


def equivalent(profile: Profile, converted: Fact) -> Parts:
    """Say dollars in brackets as the house does: (about 8.3 trillion U.S. dollars), ($84.7 billion)."""
    digits, scale = digits_of(profile, value_of(converted))
    opening, qualifier, closing = profile.dollars
    word = unit_word("USD", "en")
    unit = "" if "$" in opening else f" {plural(LOCALE, digits + _spaced(scale), word.one, word.other)}"
    return (
        ("word", opening),
        ("qualifier", qualifier),
        ("number", digits),
        ("unit", _spaced(scale) + unit),
        ("word", closing),
    )


def column_unit(profile: Profile, power: int, indicator: Indicator) -> str:
    """Return the head of a column: billion yuan, million visits, %."""
    word = counted(indicator, indicator.nouns, "en")
    short = {"PCT": "%", "PP": "percentage points"}.get(indicator.unit_measure)
    return " ".join(part for part in (profile.scales.get(power, ""), short or word.other) if part)
