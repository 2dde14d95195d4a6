"""The fourth station, check: the documents of all languages and their briefing in, findings out."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.checks import (
    counts,
    currency,
    directions,
    glossary,
    growth,
    order,
    parity,
    periods,
    punctuation,
    ranks,
    records,
    sides,
    totals,
    traces,
    translations,
    wording,
)
from reportgen.checks.proof import Proof, Rule
from reportgen.checks.suppressed import unsuppressed
from reportgen.document import Document
from reportgen.errors import Finding
from reportgen.facts import Briefing

CHECKS: Mapping[str, Rule] = {
    # what the languages say
    "missing-side": Rule(sides.missing_sides, "a language is silent where another speaks", "error", "L36"),
    "structure-parity": Rule(parity.structure_parity, "the languages are built differently", "error", "L36"),
    "figure-parity": Rule(parity.figure_parity, "the languages do not say the same figures", "error", "L01"),
    "rounding-parity": Rule(parity.rounding_parity, "a figure has fewer digits in one language", "warning", "L02"),
    "scale-slip": Rule(parity.scale_slips, "a figure is off by a power of ten in one language", "error", "L03"),
    "qualifier-parity": Rule(parity.qualifier_parity, "a figure is hedged in one language only", "error", "L04"),
    "emphasis-parity": Rule(parity.emphasis_parity, "the languages stress different figures", "warning", "L28"),
    "half-translated": Rule(wording.half_translated, "words of the other language were left", "error", "L33"),
    "glossary": Rule(glossary.glossary, "a term is not said as the glossary says it", "warning", "L26"),
    "names": Rule(glossary.names, "a name is spelled in two ways, or names two things", "warning", "L27"),
    "translation-stale": Rule(translations.stale, "one language was changed and another was not", "warning", "L36"),
    "first-mention": Rule(glossary.first_mentions, "a gloss comes after the first mention", "warning", "L27"),
    # where numbers come from
    "untraceable": Rule(traces.untraceable, "a number in the text that no fact says", "error", "L22"),
    "unused-fact": Rule(traces.unused_facts, "a figure that no page shows", "info", "L23"),
    "placeholder": Rule(wording.placeholders, "something was never filled in", "error", "L20"),
    "missing-unit": Rule(wording.missing_units, "千亿 of what is not said", "warning", "L16"),
    "echo": Rule(periods.echoes, "a headline's figure that the text does not repeat", "warning", "L38"),
    # how figures move
    "direction": Rule(directions.direction, "a verb goes against its number", "error", "L06"),
    "percent-points": Rule(directions.percent_points, "percent for points, or points of a level", "error", "L07"),
    "growth-recomputed": Rule(growth.growth_recomputed, "a change that its levels belie", "error", "L08"),
    "base-zero": Rule(growth.base_zero, "a percentage of nothing, or of a loss", "error", "L09"),
    "multiples": Rule(directions.multiples, "“N times more”, 下降N倍", "error", "L10"),
    "base-marker": Rule(directions.base_markers, "growth without what it is compared with", "warning", "L32"),
    "stacked-hedges": Rule(wording.stacked_hedges, "two hedges on one figure", "warning", "L05"),
    "forecast": Rule(periods.forecasts, "a forecast not told as one, or a fact told as one", "error", "L29"),
    "trend-words": Rule(periods.trend_words, "a trend or record that the numbers belie", "warning", "L30"),
    # what must add up
    "parts-total": Rule(totals.parts_total, "parts that do not make up their whole", "error", "L11"),
    "cumulative-order": Rule(totals.cumulative_order, "a flow smaller over a longer time", "error", "L12"),
    "annualised": Rule(totals.annualised_sums, "annualised levels added up", "error", "L13"),
    "identity": Rule(totals.identities, "a product of figures that does not hold", "warning", "L31"),
    "magnitude": Rule(totals.magnitude, "a value far from its history or its peers", "warning", "L17"),
    "duplicate-fact": Rule(records.duplicate_facts, "the same thing measured twice", "error", "L21"),
    "unit-counter": Rule(records.unit_counters, "one noun counted with two words, visits as people", "error", "L16"),
    "stale": Rule(records.stale, "a figure too old, or left from the previous edition", "warning", "L19"),
    "unstated-measure": Rule(growth.unstated_measures, "growth of what is not stated", "info", "L22"),
    # ranks, lists and time
    "rank-recomputed": Rule(ranks.rank_recomputed, "a rank that the values belie", "error", "L14"),
    "rank-form": Rule(ranks.rank_forms, "第1 beside 第一", "warning", "L14"),
    "superlative": Rule(ranks.superlatives, "a superlative without evidence", "warning", "L15"),
    "claim": Rule(ranks.unproven_claims, "a claim without scope, or that its evidence belies", "warning", "L15"),
    "order": Rule(order.sorted_lists, "a list that is not sorted as it says", "error", "L37"),
    "declared-count": Rule(counts.declared_counts, "seven are declared, and six follow", "error", "L24"),
    "respectively": Rule(counts.respectively, "names and values that are not equally many", "error", "L25"),
    "period-text": Rule(periods.period_text, "a figure under another period than its own", "error", "L18"),
    # marks
    "punctuation": Rule(punctuation.punctuation, "marks and widths of GB/T 15834 and 15835", "warning", "L34"),
    "currency": Rule(currency.currency, "another form of money, dollars without a rate", "warning", "L35"),
}
"""Every check by the code of its findings; the numbers are those of the catalogue of editorial checks."""


def check(documents: Mapping[str, Document], briefing: Briefing) -> tuple[Finding, ...]:
    """Return what all checks find in the order of the table; `documents` are by language, the leading one first."""
    proof = Proof(documents, briefing)
    found = (finding for code, rule in CHECKS.items() for finding in rule.findings(code, proof))
    return tuple(unsuppressed(found, briefing.rules.suppressions))


__all__ = ["CHECKS", "Proof", "Rule", "check"]
