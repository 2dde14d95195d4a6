"""Passages, a briefing and what it would print in; for each figure the facts that say it, or that none does, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Literal

from reportgen.checks import Proof
from reportgen.checks.pairing import STRICT
from reportgen.checks.traces import Sayings, untraceable
from reportgen.document import Document, Figure, Paragraph, Side, figures, wording
from reportgen.document.walk import slots, walk
from reportgen.facts import Briefing, Fact
from reportgen.reading import Kind, Reading, read
from reportgen.verification.passages import Passage, unlabelled
from reportgen.verification.sequence import Swap, swaps

Key = tuple[Kind, Decimal, str]
State = Literal["traced", "untraceable", "stale"]


@dataclass(frozen=True, slots=True)
class Trace:
    """One figure of a file: its `text`, `where` it stands, in which language, and the ids of the `facts` that say it.

    Where it is `stale`, the facts are those whose previous value it is; where it is `untraceable`, the one whose digits
    it has at another scale, if there is one.
    """

    text: str
    where: str
    lang: str
    state: State
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the figures of one file; `missing` are sides of facts that the briefing shows and it does not.

    `swapped` are figures of one fact that stand where the briefing shows another.
    """

    traces: tuple[Trace, ...]
    missing: tuple[tuple[str, Side], ...] = ()
    swapped: tuple[Swap, ...] = ()

    def of(self, state: State) -> tuple[Trace, ...]:
        """Return the figures in one state."""
        return tuple(trace for trace in self.traces if trace.state == state)

    @property
    def holds(self) -> bool:
        """Whether every figure comes from a fact as it now stands."""
        return all(trace.state == "traced" for trace in self.traces)


def verify(
    passages: Sequence[Passage],
    briefing: Briefing,
    drafts: Iterable[Document],
    previous: Mapping[str, Fact] | None = None,
) -> Verification:
    """Trace every figure of `passages` to the facts of `briefing`, or to the `previous` edition of them.

    `drafts` are the documents that the briefing makes: what they say of a fact in other words or digits than the data's
    (rounded, in dollars) is traced to it, and they tell which facts should be there.  Dates, names, codes, and what the
    briefing allows, are no figures.
    """
    drafts = tuple(drafts)
    drafted = tuple(_figures(drafts))
    tracer = _Tracer(passages, briefing, drafted, briefing.previous if previous is None else previous)
    traces = tuple(tracer.traces())
    odd = {(trace.text, trace.where) for trace in traces if trace.state != "traced"}
    swapped = (swap for swap in swaps(tracer.passages, briefing, drafts) if (swap.text, swap.where) not in odd)
    return Verification(traces, tuple(_missing(drafted, tracer.read)), tuple(swapped))


class _Tracer:
    def __init__(
        self,
        passages: Sequence[Passage],
        briefing: Briefing,
        drafted: Iterable[tuple[str, Figure]],
        previous: Mapping[str, Fact],
    ) -> None:
        self.passages = passages = tuple(unlabelled(passages))
        self.now = Sayings(briefing)
        self.then = Sayings(replace(briefing, facts=previous))
        self.drafted = _said(drafted)
        self.bare = _bare(briefing)
        self.odd = _odd(passages, briefing)
        self.read: set[Key] = set()

    def traces(self) -> Iterator[Trace]:
        for index, passage in enumerate(self.passages):
            if passage.bare:
                yield from self.datum(passage)
                continue
            for reading in read(passage.text, passage.lang):
                self.read.add(_key(reading))
                trace = self.trace(passage, reading, (str(index), reading.text) in self.odd)
                if trace:
                    yield trace

    def trace(self, passage: Passage, reading: Reading, odd: bool) -> Trace | None:
        """Trace one reading; None where it is no figure that data must stand behind."""
        if not odd and reading.kind not in STRICT and reading.kind != "ordinal":
            return None
        facts = _names(said.fact for said in self.now.of(reading)) or self.drafted.get(_key(reading), ())
        if facts:
            return Trace(reading.text, passage.where, passage.lang, "traced", facts)
        if not odd:
            return None
        stale = _names(said.fact for said in self.then.of(reading))
        near = self.now.nearest(reading)
        state: State = "stale" if stale else "untraceable"
        return Trace(reading.text, passage.where, passage.lang, state, stale or ((near,) if near else ()))

    def datum(self, passage: Passage) -> Iterator[Trace]:
        """Trace a number of a chart's data, which has no unit, to any fact with such a number."""
        try:
            facts = self.bare.get(Decimal(passage.text), ())
        except InvalidOperation:
            return
        yield Trace(passage.text, passage.where, passage.lang, "traced" if facts else "untraceable", facts)


def _odd(passages: Sequence[Passage], briefing: Briefing) -> set[tuple[str, str]]:
    """Return the passages, by index, and words in which the checks find no fact behind a number."""
    texts: dict[str, list[Paragraph]] = {}
    for index, passage in enumerate(passages):
        if not passage.bare:
            paragraph = Paragraph(id=str(index), words=wording(passage.lang, passage.text))
            texts.setdefault(passage.lang, []).append(paragraph)
    documents = {
        lang: Document(
            id=briefing.id, langs=(lang,), title=(), blocks=tuple(blocks), issued=briefing.issued.isoformat()
        )
        for lang, blocks in texts.items()
    }
    return {(remark.where.block, remark.where.words) for remark in untraceable(Proof(documents, briefing))}


def _figures(drafts: Iterable[Document]) -> Iterator[tuple[str, Figure]]:
    for document in drafts:
        for block in walk(document.blocks):
            for words in slots(block):
                for said in words:
                    yield from ((said.lang, figure) for figure in figures(said.content))


def _missing(drafted: Iterable[tuple[str, Figure]], found: set[Key]) -> Iterator[tuple[str, Side]]:
    """Yield sides of facts of which nothing that they say in any language was `found`."""
    wanted: dict[tuple[str, Side], set[Key]] = {}
    for lang, figure in drafted:
        for name in (figure.fact, *figure.shared):
            wanted.setdefault((name, figure.side), set()).update(map(_key, read(figure.text, lang)))
    return (side for side, keys in wanted.items() if keys and not keys & found)


def _said(drafted: Iterable[tuple[str, Figure]]) -> Mapping[Key, tuple[str, ...]]:
    """Return the facts that drafted figures show, by what can be read in them."""
    found: dict[Key, dict[str, None]] = {}
    for lang, figure in drafted:
        for reading in read(figure.text, lang):
            found.setdefault(_key(reading), {}).update(dict.fromkeys((figure.fact, *figure.shared)))
    return {key: tuple(names) for key, names in found.items()}


def _key(reading: Reading) -> Key:
    return reading.kind, abs(reading.value), reading.unit


def _bare(briefing: Briefing) -> Mapping[Decimal, tuple[str, ...]]:
    """Return the facts by each number that they hold, whatever its unit and scale."""
    found: dict[Decimal, dict[str, None]] = {}
    for fact in briefing.facts.values():
        numbers = (fact.obs_value, fact.base_value, *(change.value for change in fact.changes))
        for number in (number for number in numbers if number is not None):
            found.setdefault(number, {})[fact.id] = None
    return {number: tuple(names) for number, names in found.items()}


def _names(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.id for fact in facts))
