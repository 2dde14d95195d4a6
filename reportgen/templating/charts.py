"""Charts from facts: an author's entry and the facts that it names in, a chart block out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from reportgen.document import Chart, ChartKind, Figure, Inlines, Point, Series, Text, Wording, Words
from reportgen.facts import Briefing, Fact
from reportgen.languages import Language
from reportgen.templating.environment import tell

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)

Alternative = Callable[[str, Sequence[tuple[str, str]]], str]
"""Makes a chart's alternative text from its title and its pairs of name and value."""


def chart_of(
    entry: Mapping[str, Any], briefing: Briefing, language: Language, alternative: Alternative
) -> Chart | None:
    """Build the chart that `entry` describes; tell every fault and return nothing where it cannot be drawn.

    `entry` has `facts` (ids), `title`, and optionally `id`, `kind`, `note` and `highlight` (a fact's id); what is
    drawn is each fact's value or, for a fact known by its change alone, that change.
    """
    kind = str(entry.get("kind", "bar"))
    ids = [str(name) for name in entry.get("facts", ())]
    facts = [briefing.facts[name] for name in ids if name in briefing.facts]
    faults = [name for name in ids if name not in briefing.facts]
    for name in faults:
        tell("fact-unknown", f"chart: there is no fact {name}", "use an id of the facts")
    if kind not in KINDS:
        tell("chart-kind", f"there is no chart “{kind}”", f"use one of {', '.join(KINDS)}")
    if faults or kind not in KINDS or not facts:
        return None
    title = str(entry.get("title", ""))
    return _drawn(kind, title, entry, facts, briefing, language, alternative)


def _drawn(
    kind: ChartKind,
    title: str,
    entry: Mapping[str, Any],
    facts: Sequence[Fact],
    briefing: Briefing,
    language: Language,
    alternative: Alternative,
) -> Chart:
    names = [language.name(briefing.indicator_of(fact), capital=True) for fact in facts]
    points = tuple(_point(fact, briefing, language) for fact in facts)
    highlight = str(entry.get("highlight", ""))
    pairs = [(name, _label(point)) for name, point in zip(names, points, strict=True)]
    return Chart(
        id=str(entry.get("id", "")),
        kind=kind,
        title=_words(language, title),
        categories=tuple(_words(language, name) for name in names),
        series=(Series(name=_words(language, title), points=points),),
        unit="%" if all(fact.obs_value is None for fact in facts) else "",
        highlight=next((index for index, fact in enumerate(facts) if fact.id == highlight), None),
        alt=_words(language, alternative(title, pairs)),
        note=_words(language, str(entry.get("note", ""))),
    )


def _point(fact: Fact, briefing: Briefing, language: Language) -> Point | None:
    if fact.obs_value is not None:
        figure = language.bare(fact, briefing.indicator_of(fact))
        return Point(value=fact.obs_value.scaleb(fact.unit_mult), label=_said(language, (figure,)))
    change = fact.change()
    if change is None:
        return None
    return Point(value=change.value, label=_said(language, (language.short_rate(fact),)))


def _label(point: Point | None) -> str:
    return "" if point is None else "".join(item.text for item in point.label[0].content if isinstance(item, Figure))


def _words(language: Language, text: str) -> Words:
    return _said(language, (Text(text),)) if text else ()


def _said(language: Language, content: Inlines) -> Words:
    return (Wording(language.code, content),)
