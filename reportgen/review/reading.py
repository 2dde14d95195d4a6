"""A returned Word file in, what its editor did to each passage and figure out; nothing is changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportgen.review.holding import Holding, holding
from reportgen.review.lines import Line, lines_of
from reportgen.review.notes import NoteReview, compared, notes_of
from reportgen.review.opening import Package, opened
from reportgen.review.record import Passage, Record, record_of
from reportgen.review.remarks import remarks_of
from reportgen.review.said import Said, tokens
from reportgen.review.seating import Seat, free_lines, seated
from reportgen.review.xml import w

Status = Literal["unchanged", "edited", "split", "joined", "moved", "deleted", "recovered"]
FigureStatus = Literal["unchanged", "overridden", "missing"]


@dataclass(frozen=True, slots=True)
class FigureReview:
    """A figure: its fact and side, what it said and says; `recovered` where its place was found by the words around."""

    fact: str
    side: str
    base: str
    now: str
    status: FigureStatus
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class PassageReview:
    """A paragraph of a block: what happened to it, what it said and says, and its figures."""

    block: str
    anchor: str
    statuses: tuple[Status, ...]
    base: str
    now: str
    figures: tuple[FigureReview, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the editor did anything to its words, its place or its figures."""
        touched = any(status not in ("unchanged", "recovered") for status in self.statuses)
        return touched or any(figure.status != "unchanged" for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Addition:
    """A paragraph that the editor added, and the block it stands after, "" at the beginning."""

    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a reader and the block it is about, "" where that is none of ours."""

    author: str
    text: str
    block: str


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor made of a draft of `briefing`.

    `notes` are the footnotes that were changed; `tracked` counts the tracked changes that are still open.
    """

    briefing: str
    langs: tuple[str, ...]
    layout: str
    issued: str
    digest: str
    passages: tuple[PassageReview, ...]
    additions: tuple[Addition, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[NoteReview, ...] = ()
    tracked: int = 0

    @property
    def changed(self) -> tuple[PassageReview, ...]:
        """The passages that the editor did something to."""
        return tuple(passage for passage in self.passages if passage.changed)


@dataclass(frozen=True, slots=True)
class Reading:
    """A returned draft opened: its parts, its record, its lines, and the seat and words of every passage."""

    package: Package
    record: Record
    lines: list[Line]
    seats: list[Seat]
    holdings: list[Holding]


def read(data: bytes, file: str = "") -> Review:
    """Return what an editor did to the draft `data`, called `file`; tracked changes count as accepted.

    Raises SourceError where the file is none of ours, locked, damaged, or not one to be trusted.
    """
    return judged(reading(data, file))


def reading(data: bytes, file: str = "") -> Reading:
    """Open the draft `data` and find every passage of its record in it; raise SourceError as `read` does."""
    package = opened(data, file)
    record = record_of(package.parts, file)
    lines = lines_of(package.root)
    seats = seated(record.passages, lines)
    return Reading(package, record, lines, seats, [holding(seat, lines) for seat in seats])


def judged(held: Reading) -> Review:
    """Return the review of the draft `held`."""
    record = held.record
    moved = set(_moved(held.seats))
    shared = _shared(held.seats)
    drawings = sum(1 for _ in held.package.root.iter(w("drawing"), w("pict")))
    whole = drawings >= sum(bool(passage.drawing) for passage in record.passages)
    passages = []
    for at, (seat, words) in enumerate(zip(held.seats, held.holdings, strict=True)):
        statuses = tuple(_statuses(seat, words.said, at in moved, at in shared, whole))
        passages.append(_passage(seat.passage, words, statuses))
    tracked = sum(1 for _ in held.package.root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")))
    head = (record.briefing, record.langs, record.layout, record.issued, record.digest)
    notes = compared(record.notes, notes_of(held.package.parts, held.package.root))
    return Review(*head, tuple(passages), tuple(_additions(held)), tuple(_remarks(held)), tuple(notes), tracked)


def _statuses(seat: Seat, now: Said, moved: bool, joined: bool, whole: bool) -> Iterator[Status]:
    """Yield what happened to a passage; a drawing whose mark is gone still stands where as many as before do."""
    if not seat.segments:
        yield "unchanged" if seat.passage.drawing and not seat.passage.text and whole else "deleted"
        return
    if seat.recovered:
        yield "recovered"
    if moved:
        yield "moved"
    if joined:
        yield "joined"
    if len({segment.line for segment in seat.segments}) > 1:
        yield "split"
    if prose(seat.passage.said) != prose(now):
        yield "edited"
    elif not (moved or joined or seat.recovered or len(seat.segments) > 1):
        yield "unchanged"


def prose(said: Said) -> list[object]:
    """Return the words of `said` with its figures as atoms, without the spaces at its ends."""
    found: list[object] = [token.word for token in tokens(said)]
    while found and isinstance(found[-1], str) and found[-1].isspace():
        found.pop()
    while found and isinstance(found[0], str) and found[0].isspace():
        found.pop(0)
    return found


def _passage(passage: Passage, now: Holding, statuses: tuple[Status, ...]) -> PassageReview:
    if "deleted" in statuses or not now.said.text:
        return PassageReview(passage.block, passage.anchors[0], statuses, passage.text, now.said.text)
    shown = now.said.shows
    figures = []
    for mark in passage.figures:
        base, said = passage.text[mark.start : mark.end], shown.get(mark.key, "")
        status: FigureStatus = "missing" if mark.key not in shown else "unchanged" if said == base else "overridden"
        figures.append(FigureReview(mark.fact, mark.side, base, said, status, mark.key in now.found))
    return PassageReview(passage.block, passage.anchors[0], statuses, passage.text, now.said.text, tuple(figures))


def _moved(seats: Sequence[Seat]) -> Iterator[int]:
    """Yield the seats that are out of order: those that no longest rising run of places holds."""
    places = [((seat.segments[0].line, seat.segments[0].start), at) for at, seat in enumerate(seats) if seat.segments]
    tops: list[tuple[int, int]] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for place, at in places:
        rank = bisect_left(tops, place)
        tops[rank : rank + 1] = [place]
        ends[rank : rank + 1] = [at]
        before[at] = ends[rank - 1] if rank else -1
    kept, at = set(), ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    yield from (at for _, at in places if at not in kept)


def _shared(seats: Sequence[Seat]) -> set[int]:
    """Return the seats that stand in a line with another."""
    owners: dict[int, set[int]] = {}
    for at, seat in enumerate(seats):
        for segment in seat.segments:
            owners.setdefault(segment.line, set()).add(at)
    return {at for group in owners.values() if len(group) > 1 for at in group}


def _owners(seats: Sequence[Seat]) -> dict[int, str]:
    """Return the block that each line belongs to."""
    return {segment.line: seat.passage.block for seat in seats for segment in seat.segments}


def _additions(held: Reading) -> Iterator[Addition]:
    owners = _owners(held.seats)
    for at in free_lines(held.seats, held.lines):
        above = max((line for line in owners if line < at), default=-1)
        yield Addition(held.lines[at].text, owners.get(above, ""))


def _remarks(held: Reading) -> Iterator[Remark]:
    said = remarks_of(held.package.parts)
    owners = _owners(held.seats)
    for at, line in enumerate(held.lines):
        for number in line.remarks:
            if number in said:
                yield Remark(*said[number], owners.get(at, ""))
