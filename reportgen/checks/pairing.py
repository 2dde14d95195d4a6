"""Figures of one block in two languages, set side by side: a proof in, what does not agree out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.proof import Line, Proof, Remark
from reportgen.document import Figure
from reportgen.reading import Difference, Kind, Reading, difference

STRICT: frozenset[Kind] = frozenset({"amount", "percent", "points", "fraction", "multiple"})
"""What every language must say; other kinds are only compared where both languages have as many of them."""

_TIMES: frozenset[Kind] = frozenset({"date", "period", "year", "time"})
_ORDER: tuple[Difference, ...] = (
    *("qualifier", "direction", "base", "rounding", "scale", "range", "unit", "value", "kind"),
)
_CODES: dict[Difference, str] = {
    "qualifier": "qualifier-parity",
    "direction": "direction",
    "base": "base-marker",
    "rounding": "rounding-parity",
    "scale": "scale-slip",
}
_HINTS = {
    "qualifier-parity": "say the same hedge beside the figure in each language",
    "direction": "say the same direction in each language",
    "base-marker": "compare with the same base in each language",
    "rounding-parity": "print as many digits in each language, or round the fact for both",
    "scale-slip": "move the decimal point as the scale words ask: 亿 is 10^8, billion 10^9",
    "percent-points": "a difference of two rates is in 百分点, percentage points; a growth in percent",
    "figure-parity": "say the same figures in every language of a block",
}


@dataclass(frozen=True, eq=False)
class Mention:
    """A reading where it stands, and the figure that wrote it, if data did."""

    line: Line
    reading: Reading
    figure: Figure | None
    grown: bool = False
    """Whether characters of an author have joined those of the figure: {{ gdp.rate }}个百分点."""


@dataclass(frozen=True, slots=True)
class Discord:
    """A remark, and the code of the check that makes it."""

    code: str
    remark: Remark


def discords(proof: Proof) -> tuple[Discord, ...]:
    """Return everything in which the figures of aligned blocks do not agree."""
    return tuple(found for one, other in proof.aligned for found in _Pair(proof, one, other).discords())


def told(proof: Proof, code: str) -> Iterator[Remark]:
    """Yield the remarks of one check."""
    return (discord.remark for discord in proof.once(discords) if discord.code == code)


class _Pair:
    """A block in two languages; what agrees is struck out on both sides until only discord is left."""

    def __init__(self, proof: Proof, one: Sequence[Line], other: Sequence[Line]) -> None:
        self.proof, self.lines = proof, (one, other)
        self.left, self.right = _mentions(one), _mentions(other)

    def discords(self) -> Iterator[Discord]:
        yield from self.data()
        yield from self.strike()
        yield from self.unequal()
        yield from self.unshown()
        yield from self.unsaid()

    def data(self) -> Iterator[Discord]:
        """Strike out figures that show the same side of the same fact, unless what an author wrote around differs."""
        there: dict[tuple[str, str], list[Mention]] = {}
        for mention in self.right:
            there.setdefault(_side(mention), []).append(mention)
        for mention in tuple(self.left):
            twins = there.get(_side(mention), []) if mention.figure else []
            if twins:
                twin = twins.pop(0)
                self.left.remove(mention)
                self.right.remove(twin)
                found = difference(mention.reading, twin.reading)
                if found in ("qualifier", "direction", "base") or (found and (mention.grown or twin.grown)):
                    yield self.unlike(found, mention, twin)

    def strike(self) -> Iterator[Discord]:
        """Strike out readings that say the same, be they an author's or data's, those of one kind first.

        Growth may go without a verb, a fall may not: one that only one language says is told.
        """
        for alike in (True, False):
            for mention in tuple(self.left):
                one = mention.reading
                others = (it for it in self.right if not alike or it.reading.kind == one.kind)
                twin = next((it for it in others if not difference(one, it.reading)), None)
                if twin:
                    self.left.remove(mention)
                    self.right.remove(twin)
                    if {one.direction, twin.reading.direction} == {"down", ""} and one.kind in ("percent", "points"):
                        yield self.unlike("direction", mention, twin)

    def unshown(self) -> Iterator[Discord]:
        """Yield sides of facts that one language shows and the other neither shows nor says."""
        shown = [_shown(lines) for lines in self.lines]
        for missing, silent, speaking in ((shown[0] - shown[1], 1, 0), (shown[1] - shown[0], 0, 1)):
            unsaid = {
                (mention.figure.fact, mention.figure.side) for mention in (*self.left, *self.right) if mention.figure
            }
            for fact, side in sorted(missing):
                lines, others = self.lines[speaking], self.lines[silent]
                if (fact, side) in unsaid or not _is_read(lines, fact, side):
                    message = f"the {side} of {fact} is shown in {_lang(lines)} but not in {_lang(others)}"
                    where = self.proof.at(lines[0], "") if lines else self.proof.at(others[0], "")
                    yield Discord("figure-parity", Remark(message, where, _HINTS["figure-parity"]))

    def unequal(self) -> Iterator[Discord]:
        """Yield pairs of what is left, the likest first; where data wrote both, the facts themselves are blamed."""
        ranked = sorted(
            ((_ORDER.index(found), i, j, found) for i, j, found in self.candidates()),
        )
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        for _, i, j, found in ranked:
            if i not in taken_left and j not in taken_right:
                taken_left.add(i)
                taken_right.add(j)
                yield self.unlike(found, self.left[i], self.right[j])
        self.left = [item for index, item in enumerate(self.left) if index not in taken_left]
        self.right = [item for index, item in enumerate(self.right) if index not in taken_right]

    def candidates(self) -> Iterator[tuple[int, int, Difference]]:
        even = {group for group in _GROUPS if _count(self.left, group) == _count(self.right, group)}
        for i, one in enumerate(self.left):
            for j, other in enumerate(self.right):
                if one.figure and other.figure:
                    continue
                found = difference(one.reading, other.reading)
                if found and _comparable(one.reading, other.reading, even):
                    yield i, j, found

    def unsaid(self) -> Iterator[Discord]:
        """Yield what only one language says, where it is a figure that every language must say."""
        for mentions, others in ((self.left, self.lines[1]), (self.right, self.lines[0])):
            for mention in mentions:
                if mention.figure is None and mention.reading.kind in STRICT:
                    words, lang = mention.reading.text, mention.line.lang
                    message = f"“{words}” is said in {lang} but not in {_lang(others)}"
                    where = self.proof.at(mention.line, words)
                    yield Discord("figure-parity", Remark(message, where, _HINTS["figure-parity"]))

    def unlike(self, found: Difference, one: Mention, other: Mention) -> Discord:
        code = _CODES.get(found, "figure-parity")
        if {one.reading.kind, other.reading.kind} == {"percent", "points"}:
            code = "percent-points"
        message = f"{one.line.lang} says “{_around(one)}” where {other.line.lang} says “{_around(other)}”"
        blamed = other if one.figure else one
        return Discord(code, Remark(message, self.proof.at(blamed.line, blamed.reading.text), _HINTS[code]))


_GROUPS: tuple[frozenset[Kind], ...] = (
    STRICT,
    frozenset({"ordinal"}),
    frozenset({"count-word"}),
    frozenset({"name", "code"}),
    *(frozenset({kind}) for kind in sorted(_TIMES)),
)


def _comparable(one: Reading, other: Reading, even: set[frozenset[Kind]]) -> bool:
    """Tell whether two readings that differ can be meant to be the same."""
    if one.kind in STRICT and other.kind in STRICT:
        return True
    return any(one.kind in group and other.kind in group for group in even)


def _count(mentions: Iterable[Mention], group: frozenset[Kind]) -> int:
    return sum(mention.reading.kind in group for mention in mentions)


def _mentions(lines: Iterable[Line]) -> list[Mention]:
    found = []
    for line in lines:
        for reading in line.readings:
            span = line.over(reading)
            if span is None or span.figure:
                grown = span is not None and not (span.start <= reading.start and reading.end <= span.end)
                found.append(Mention(line, reading, span.figure if span else None, grown))
    return found


def _side(mention: Mention) -> tuple[str, str]:
    return (mention.figure.fact, mention.figure.side) if mention.figure else ("", "")


def _shown(lines: Iterable[Line]) -> Counter[tuple[str, str]]:
    figures = (span.figure for line in lines for span in line.spans if span.figure)
    return Counter((fact, figure.side) for figure in figures for fact in (figure.fact, *figure.shared))


def _is_read(lines: Iterable[Line], fact: str, side: str) -> bool:
    """Tell whether a number can be read where a fact's side is shown."""
    spans = ((line, span) for line in lines for span in line.spans if span.figure)
    return any(
        line.within(span)
        for line, span in spans
        if span.figure and (span.figure.fact, span.figure.side) == (fact, side)
    )


def _lang(lines: Sequence[Line]) -> str:
    return lines[0].lang if lines else "the other language"


def _around(mention: Mention) -> str:
    """Return a reading with the words right before and after it, where the hedge or the verb stands."""
    text, reading = mention.line.text, mention.reading
    near = 6 if mention.line.chinese else 16
    start, end = max(0, reading.start - near), reading.end + near // 2
    return text[start:end].strip(" ，。,.;；") or reading.text
