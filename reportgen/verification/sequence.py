"""Figures in reading order, of a file and of what its briefing makes, in; those that took another's place out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from reportgen.checks import Proof
from reportgen.checks.pairing import STRICT
from reportgen.document import Chart, Document
from reportgen.facts import Briefing
from reportgen.reading import Reading, difference, read
from reportgen.verification.passages import Passage

_FLANK = 2
"""How many neighbours on each side have to be as the briefing has them."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A figure of a file, its `text`, `where` it stands, and what the briefing says there: the text `expected`."""

    text: str
    where: str
    expected: str


@dataclass(frozen=True, slots=True)
class _Shown:
    reading: Reading
    where: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What two figures have in common that are the same, in one language."""
        return self.reading.kind, f"{abs(self.reading.value).normalize():f}", self.reading.unit


def swaps(passages: Sequence[Passage], briefing: Briefing, drafts: Iterable[Document]) -> Iterator[Swap]:
    """Yield figures that stand where `drafts` have another: between the same neighbours, one for one, outside charts.

    A figure that was added, left out or moved with its sentence took nobody's place.
    """
    made = [_drafted(briefing, document) for document in drafts]
    for lang in dict.fromkeys(passage.lang for passage in passages):
        shown = [
            _Shown(reading, passage.where)
            for passage in passages
            if passage.lang == lang and not passage.bare
            for reading in read(passage.text, lang)
            if reading.kind in STRICT
        ]
        pairs = [(_aligned(shown, expected), expected) for spoken, expected in made if spoken == lang]
        if pairs:  # two scripts of one language are read alike; the file is in the one that it is nearer to
            yield from _replaced(*max(pairs, key=lambda pair: pair[0].ratio()), shown)


def _drafted(briefing: Briefing, document: Document) -> tuple[str, list[_Shown]]:
    lang = document.langs[0]
    lines = Proof({lang: document}, briefing).lines[lang]
    # each format tells a chart in its own way: as labels, as a description, as data
    readings = chain.from_iterable(line.readings for line in lines if not isinstance(line.block, Chart))
    return lang.partition("-")[0], [_Shown(reading) for reading in readings if reading.kind in STRICT]


def _aligned(shown: Sequence[_Shown], expected: Sequence[_Shown]) -> SequenceMatcher[tuple[str, str, str]]:
    return SequenceMatcher(None, [it.key for it in shown], [it.key for it in expected], autojunk=False)


def _replaced(
    matcher: SequenceMatcher[tuple[str, str, str]], expected: Sequence[_Shown], shown: Sequence[_Shown]
) -> Iterator[Swap]:
    codes = [("equal", 0, _FLANK, 0, _FLANK), *matcher.get_opcodes(), ("equal", 0, _FLANK, 0, _FLANK)]
    for before, (kind, start, end, begin, stop), after in zip(codes, codes[1:], codes[2:], strict=False):
        flanked = all(other == "equal" and till - since >= _FLANK for other, since, till, _, _ in (before, after))
        if kind == "replace" and flanked and end - start == stop - begin:
            for one, other in zip(shown[start:end], expected[begin:stop], strict=True):
                if difference(one.reading, other.reading) == "value":
                    yield Swap(one.reading.text, one.where, other.reading.text)
