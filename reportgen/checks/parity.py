"""What one language says and another does not: blocks that are not built alike, and figures that only one shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from reportgen.document import Block, Document, figures
from reportgen.document.walk import slots, walk
from reportgen.errors import Finding, Place
from reportgen.facts import Briefing

_Shown = Counter[tuple[str, str]]


def structure_parity(documents: Mapping[str, Document], briefing: Briefing) -> Iterator[Finding]:
    """Yield the first block at which each language departs from the leading one in kind or id."""
    (lead, first), *others = documents.items()
    for lang, other in others:
        pairs = zip_longest(walk(first.blocks), walk(other.blocks))
        odd = next(((one, two) for one, two in pairs if _kind(one) != _kind(two)), None)
        if odd:
            one, two = (_kind(block) for block in odd)
            message = f"{lead} has {one} where {lang} has {two}"
            yield Finding("structure-parity", message, Place(file=briefing.file), "give both languages the same parts")


def figure_parity(documents: Mapping[str, Document], briefing: Briefing) -> Iterator[Finding]:
    """Yield each block whose languages do not show the same sides of the same facts equally often."""
    (lead, first), *others = documents.items()
    for lang, other in others:
        for one, two in zip(walk(first.blocks), walk(other.blocks), strict=False):
            here, there = _shown(one), _shown(two)
            for missing, silent, speaking in ((here - there, lang, lead), (there - here, lead, lang)):
                for fact, side in sorted(missing):
                    where = Place(file=briefing.file, block=one.id)
                    message = f"the {side} of {fact} is shown in {speaking} but not in {silent}"
                    yield Finding("figure-parity", message, where, "show the same facts in every language of a block")


def unused_facts(documents: Mapping[str, Document], briefing: Briefing) -> Iterator[Finding]:
    """Yield the facts that no language shows."""
    shown = {fact for document in documents.values() for block in walk(document.blocks) for fact, _ in _shown(block)}
    for fact in briefing.facts.values():
        if fact.id not in shown:
            yield Finding("unused-fact", f"fact {fact.id} is not shown", fact.origin, severity="info")


def _kind(block: Block | None) -> str:
    return f"{type(block).__name__.lower()} {block.id}".strip() if block else "nothing"


def _shown(block: Block) -> _Shown:
    content = (wording.content for words in slots(block) for wording in words)
    shown = (figure for inlines in content for figure in figures(inlines))
    return Counter((fact, figure.side) for figure in shown for fact in (figure.fact, *figure.shared))
