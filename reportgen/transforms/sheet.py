"""A document and its briefing to the document with an annex: a table of every figure and where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast
from unicodedata import east_asian_width

from reportgen.document import (
    Align,
    Cell,
    Document,
    Figure,
    Heading,
    PageBreak,
    Side,
    Table,
    Text,
    Wording,
    Words,
    figures,
    plain,
    wording,
)
from reportgen.document.walk import slots, walk
from reportgen.errors import Place
from reportgen.facts import Briefing, Fact
from reportgen.languages import Language, language

SHEET = "figures-sheet"
"""The id of the annex's heading, and the fixed word that it says."""

_HEADS = ("fact", "indicator", "shown", "period", "source", "cell", "status", "rounding")
_WIDEST = 16
_AIR = 4
"""The most that a column's longest line counts for its width, and the space beside it, in half-width characters."""

_SIDES: tuple[Side, ...] = ("value", "change", "rank", "period")


@dataclass(slots=True)
class _Entry:
    """A fact, all that each language shows of it, and the digits it was rounded to."""

    fact: Fact
    shown: dict[str, list[str]] = field(default_factory=dict)
    digits: int = 0


def with_sheet(document: Document, briefing: Briefing) -> Document:
    """Return `document` with a new page that lists each figure of it, fact by fact in reading order.

    The table says the fact's id, its indicator, the figures as printed, its period, source, cell, status and rounding;
    a column that has nothing to say is left out, and so is the annex of a document without figures.
    """
    entries = tuple(_entries(document, briefing).values())
    if not entries:
        return document
    spoken = tuple(language(lang, briefing.style.get(lang, "")) for lang in document.langs)
    heading = Heading(id=SHEET, level=1, words=_word(spoken, SHEET))
    table = _table(_Writer(briefing, spoken), entries)
    return replace(document, blocks=(*document.blocks, PageBreak(id=f"{SHEET}-page"), heading, table))


def _entries(document: Document, briefing: Briefing) -> Mapping[str, _Entry]:
    found: dict[str, _Entry] = {}
    for lang, figure in _figures(document):
        for name in (figure.fact, *figure.shared):
            if name not in briefing.facts:
                continue
            entry = found.setdefault(name, _Entry(briefing.facts[name]))
            texts = entry.shown.setdefault(lang, [])
            if figure.text not in texts:
                texts.append(figure.text)
            entry.digits = entry.digits or figure.digits
    return found


def _figures(document: Document) -> Iterator[tuple[str, Figure]]:
    for block in walk(document.blocks):
        for words in slots(block):
            for said in words:
                yield from ((said.lang, it) for it in figures(said.content) if it.side in _SIDES)


def _table(writer: _Writer, entries: Sequence[_Entry]) -> Table:
    rows = [{head: cast(Words, getattr(writer, head)(entry)) for head in _HEADS} for entry in entries]
    heads = [head for head in _HEADS if any(row[head] for row in rows)]
    start: Align = "start"
    return Table(
        id=f"{SHEET}-table",
        head=(tuple(Cell(words=_word(writer.spoken, head), header=True) for head in heads),),
        body=tuple(tuple(Cell(words=row[head]) for head in heads) for row in rows),
        align=(start,) * len(heads),
        widths=tuple(_width([_word(writer.spoken, head), *(row[head] for row in rows)]) for head in heads),
    )


def _width(column: Sequence[Words]) -> int:
    """Return the weight of a column: its longest line, up to a measure, and its longest word in any case."""
    lines = [plain(said.content) for words in column for said in words]
    words = [part for line in lines for part in line.split()]
    return _AIR + max(min(_WIDEST, max(map(_units, lines))), max(map(_word_units, words)))


def _units(text: str) -> int:
    """Return how wide `text` is, in half-width characters (UAX #11)."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _word_units(word: str) -> int:
    """Return how wide the widest part of `word` is that no line should break; Chinese breaks anywhere."""
    return max(map(_units, re.split(r"[\u3000-\u9fff\uff00-\uffef]", word)))


class _Writer:
    """Says what stands in each column, in every language of the document; what they write alike is said once."""

    def __init__(self, briefing: Briefing, spoken: Sequence[Language]) -> None:
        self.briefing, self.spoken = briefing, spoken
        self.final = all(fact.obs_status == "A" for fact in briefing.facts.values())

    def fact(self, entry: _Entry) -> Words:
        return self.once(entry.fact.id)

    def indicator(self, entry: _Entry) -> Words:
        measured = self.briefing.indicator_of(entry.fact)
        return _words((lang.code, lang.name(measured, capital=True)) for lang in self.spoken)

    def shown(self, entry: _Entry) -> Words:
        return _words((lang.code, " · ".join(entry.shown.get(lang.code, ()))) for lang in self.spoken)

    def period(self, entry: _Entry) -> Words:
        return _words((lang.code, lang.period(entry.fact.time_period, short=True)) for lang in self.spoken)

    def source(self, entry: _Entry) -> Words:
        if entry.fact.source:
            return self.once(entry.fact.source)
        sources = self.briefing.indicator_of(entry.fact).sources
        return _words((lang.code, sources.get(lang.code, "")) for lang in self.spoken)

    def cell(self, entry: _Entry) -> Words:
        where = entry.fact.origin
        return self.once(str(Place(where.file.rpartition("/")[2], where.line, cell=where.cell)))

    def status(self, entry: _Entry) -> Words:
        if self.final:
            return ()
        return _word(self.spoken, f"status-{entry.fact.obs_status.lower()}")

    def rounding(self, entry: _Entry) -> Words:
        if not entry.digits:
            return ()
        measured = self.briefing.indicator_of(entry.fact)
        return _words(
            (
                lang.code,
                lang.word("rounded-to", digits=str(entry.digits), value=lang.bare(entry.fact, measured).text),
            )
            for lang in self.spoken
        )

    def once(self, text: str) -> Words:
        return wording(self.spoken[0].code, text)


def _word(spoken: Sequence[Language], key: str) -> Words:
    return _words((lang.code, lang.word(key)) for lang in spoken)


def _words(pairs: Iterator[tuple[str, str]]) -> Words:
    """Return what each language says, the silent left out, and those after the first that repeat it too."""
    said = [(lang, text) for lang, text in pairs if text]
    return tuple(Wording(lang, (Text(text),)) for lang, text in said if (lang, text) == said[0] or text != said[0][1])
