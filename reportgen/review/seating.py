"""The passages of a record and the lines of a returned draft in, each passage in its seat there out.

A bookmark says where a passage stands. Where an editor's program has dropped it, the passage is looked for by its words
between its neighbours, and seated only where no other passage or line could be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reportgen.review.lines import Line
from reportgen.review.record import Passage
from reportgen.review.said import NUMBER, Said, tokens

ALIKE, AFAR = 0.5, 0.75
"""How much of its words a passage must have kept to be found between its neighbours, and anywhere else."""
CLEAR = 0.15
"""How much less alike the next best must be."""
_TAIL = 0.6
_LARGEST = 250_000
"""How many pairs of passages and lines are compared at most."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the line of that index."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Seat:
    """Where a passage stands in the draft: nowhere where `segments` are none; `recovered` where no bookmark said so."""

    passage: Passage
    segments: list[Segment] = field(default_factory=list)
    recovered: bool = False
    emptied: bool = False


def seated(passages: Sequence[Passage], lines: Sequence[Line]) -> list[Seat]:
    """Return the seat of each of `passages`, in their order."""
    seats = [Seat(passage) for passage in passages]
    _by_bookmarks(seats, lines)
    _cut_short(seats, lines)
    _by_words(seats, lines)
    _tails(seats, lines)
    return seats


def free_lines(seats: Sequence[Seat], lines: Sequence[Line]) -> list[int]:
    """Return the lines that say something and belong to no seat."""
    taken = {segment.line for seat in seats for segment in seat.segments}
    return [at for at, line in enumerate(lines) if at not in taken and line.text.strip() and not line.made]


def _by_bookmarks(seats: list[Seat], lines: Sequence[Line]) -> None:
    owners = {anchor: at for at, seat in enumerate(seats) for anchor in seat.passage.anchors}
    exact = {span.name for line in lines for span in line.spans if not span.copy}
    for number, line in enumerate(lines):
        starts: dict[int, int] = {}
        for span in line.spans:
            owner = owners.get(span.name)
            if owner is not None and not (span.copy and span.name in exact):
                starts[owner] = min(starts.get(owner, span.start), span.start)
        _share(seats, number, line, starts)


def _share(seats: list[Seat], number: int, line: Line, starts: dict[int, int]) -> None:
    """Give each passage of a line its part: all of it to one, else from its own beginning to the next one's."""
    ranked = sorted(starts, key=lambda owner: (starts[owner], owner))
    edges = [0, *(starts[owner] for owner in ranked[1:]), len(line.text)]
    for at, owner in enumerate(ranked):
        segment = Segment(number, edges[at], edges[at + 1])
        if segment.end > segment.start or seats[owner].passage.drawing:
            seats[owner].segments.append(segment)
        else:
            seats[owner].emptied = True


def _cut_short(seats: list[Seat], lines: Sequence[Line]) -> None:
    """Take from each seat what does not stand right under the rest of it: its bookmark has lost its end."""
    for seat in seats:
        for at in range(1, len(seat.segments)):
            above, below = seat.segments[at - 1].line, seat.segments[at].line
            if any(line.text.strip() for line in lines[above + 1 : below]):
                del seat.segments[at:]
                break


def _by_words(seats: list[Seat], lines: Sequence[Line]) -> None:
    """Seat passages without a bookmark: equal texts first, then alike ones in the same gap, then clear ones afar."""
    for gap, free in _gaps(seats, lines):
        _equal(seats, gap, free, lines)
    for gap, free in _gaps(seats, lines):
        _alike(seats, gap, free, lines, ALIKE)
    lost = [at for at, seat in enumerate(seats) if not seat.segments and seat.passage.text.strip()]
    _alike(seats, lost, free_lines(seats, lines), lines, AFAR)


def _gaps(seats: list[Seat], lines: Sequence[Line]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield runs of lost passages with the free lines between the seats around them, where these are in order."""
    free = free_lines(seats, lines)
    lost: list[int] = []
    floor = -1
    for at, seat in enumerate(seats):
        if seat.segments:
            if lost:
                ceiling = seat.segments[0].line
                yield lost, [line for line in free if floor < line < ceiling]
            lost, floor = [], seat.segments[-1].line
        elif seat.passage.text.strip():
            lost.append(at)
    if lost:
        yield lost, [line for line in free if line > floor]


def _equal(seats: list[Seat], gap: list[int], free: list[int], lines: Sequence[Line]) -> None:
    texts = [seats[at].passage.text.strip() for at in gap]
    said = [lines[at].text.strip() for at in free]
    for block in SequenceMatcher(None, texts, said, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            _seat(seats[gap[block.a + step]], free[block.b + step], lines)


def _alike(seats: list[Seat], gap: list[int], free: list[int], lines: Sequence[Line], least: float) -> None:
    """Seat each passage of `gap` in the free line that is most like it, where both have no near second."""
    if not gap or not free or len(gap) * len(free) > _LARGEST:
        return
    table = {(at, line): likeness(seats[at].passage.text, lines[line].text, least) for at in gap for line in free}
    for (at, line), score in sorted(table.items(), key=lambda item: -item[1]):
        if score < least:
            return
        rivals = [other for pair, other in table.items() if pair != (at, line) and (pair[0] == at or pair[1] == line)]
        if not seats[at].segments and max(rivals, default=0.0) <= score - CLEAR:
            _seat(seats[at], line, lines)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return how much alike two texts are, from 0 to 1, numbers counting as equal; 0 where it is less than `least`."""
    first, second = words(one), words(other)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def words(text: str) -> list[str]:
    """Return the words of `text`, each number as the same one and spaces left out."""
    found = (str(token.word) for token in tokens(Said(text)))
    return ["0" if NUMBER.fullmatch(word) else word for word in found if not word.isspace()]


def _seat(seat: Seat, line: int, lines: Sequence[Line]) -> None:
    seat.segments.append(Segment(line, 0, len(lines[line].text)))
    seat.recovered = True


def _tails(seats: list[Seat], lines: Sequence[Line]) -> None:
    """Give a passage the free line under it that holds the rest of its own words: some marks end before the split."""
    free = set(free_lines(seats, lines))
    for seat in seats:
        while seat.segments and (below := seat.segments[-1].line + 1) in free:
            if not _is_tail(seat, lines[below], lines):
                break
            seat.segments.append(Segment(below, 0, len(lines[below].text)))
            free.discard(below)


def _is_tail(seat: Seat, line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether most of `line` is what the passage says and its seat has lost."""
    base, tail = Counter(words(seat.passage.text)), Counter(words(line.text))
    for segment in seat.segments:
        base -= Counter(words(lines[segment.line].text[segment.start : segment.end]))
    return (base & tail).total() >= _TAIL * max(tail.total(), 2)
