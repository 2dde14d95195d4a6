"""What was written, what is written now and what an editor made of it in; edits to the last and conflicts out.

Words are merged token by token, figures by their values: a figure is one token whatever it shows, so that a revised
number and a rewritten sentence never get into each other's way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.review.said import Atom, Held, Said, Token, tokens


@dataclass(frozen=True, slots=True)
class Edit:
    """Put what `new` says from `start` to `end` of the editor's text; `figure` where that is a figure's value alone."""

    start: int
    end: int
    new: Said
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both changed the same: what `base` said, what is `new`, and the editor's own, which is `kept`."""

    base: str
    new: str
    kept: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The edits to make, in reading order and none over another, and what could not be merged."""

    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch where one side at least has changed: tokens of the base, of ours and of theirs."""

    base: Sequence[Token]
    ours: Sequence[Token]
    theirs: Sequence[Token]
    at: int


def merge(base: Said, ours: Said, theirs: Said) -> Merged:
    """Return how to bring what `ours` changed of `base` into `theirs`; a conflict keeps what `theirs` says."""
    edits: list[Edit] = []
    conflicts: list[Conflict] = []
    for chunk in chunks(tokens(base), tokens(ours), tokens(theirs)):
        was, new, kept = (_words(side) for side in (chunk.base, chunk.ours, chunk.theirs))
        if was == new or new == kept:
            continue
        if was == kept and not _overridden(chunk.theirs, base, theirs):
            edits.append(_edit(chunk, ours))
        else:
            texts = (_text(chunk.base, base), _text(chunk.ours, ours), _text(chunk.theirs, theirs))
            conflicts.append(Conflict(*texts))
    _values(base, ours, theirs, edits, conflicts)
    return Merged(tuple(sorted(edits, key=lambda edit: (edit.start, edit.end))), tuple(conflicts))


def applied(theirs: Said, edits: Sequence[Edit]) -> str:
    """Return the text of `theirs` with `edits` made."""
    text = theirs.text
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.new.text + text[edit.end :]
    return text


def chunks(base: list[Token], ours: list[Token], theirs: list[Token]) -> Iterator[Chunk]:
    """Yield what stands between the tokens that all three share, in reading order."""
    mine, other = _matches(base, ours), _matches(base, theirs)
    shared = [(at, mine[at], other[at]) for at in range(len(base)) if at in mine and at in other]
    b = o = t = 0
    for ib, io, it in (*shared, (len(base), len(ours), len(theirs))):
        if base[b:ib] or ours[o:io] or theirs[t:it]:
            place = theirs[t].start if t < len(theirs) else (theirs[-1].end if theirs else 0)
            yield Chunk(base[b:ib], ours[o:io], theirs[t:it], place)
        b, o, t = ib + 1, io + 1, it + 1


def _matches(one: list[Token], other: list[Token]) -> dict[int, int]:
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}


def _words(side: Sequence[Token]) -> list[str | Atom]:
    return [token.word for token in side]


def _text(side: Sequence[Token], said: Said) -> str:
    return said.text[side[0].start : side[-1].end] if side else ""


def _overridden(side: Sequence[Token], base: Said, theirs: Said) -> bool:
    """Tell whether the editor gave a figure of `side` another value, which must not go with the words around it."""
    was, now = base.shows, theirs.shows
    return any(isinstance(token.word, Atom) and was.get(token.word.key) != now[token.word.key] for token in side)


def _edit(chunk: Chunk, ours: Said) -> Edit:
    start, end = (chunk.theirs[0].start, chunk.theirs[-1].end) if chunk.theirs else (chunk.at, chunk.at)
    if not chunk.ours:
        return Edit(start, end, Said(""))
    first, last = chunk.ours[0].start, chunk.ours[-1].end
    inside = (held for held in ours.figures if first <= held.start and held.end <= last)
    moved = tuple(Held(held.key, held.start - first, held.end - first) for held in inside)
    return Edit(start, end, Said(ours.text[first:last], moved))


def _values(base: Said, ours: Said, theirs: Said, edits: list[Edit], conflicts: list[Conflict]) -> None:
    """Merge the values of the figures that stand in `theirs` and in `ours`."""
    was, new, kept = base.shows, ours.shows, theirs.shows
    gone = [(edit.start, edit.end) for edit in edits]
    for held in theirs.figures:
        key = held.key
        if key not in new or new[key] in (was.get(key), kept[key]):
            continue
        if any(start <= held.start and held.end <= end for start, end in gone):
            continue
        if kept[key] == was.get(key):
            edits.append(Edit(held.start, held.end, Said(new[key], (Held(key, 0, len(new[key])),)), key))
        else:
            conflicts.append(Conflict(was.get(key, ""), new[key], kept[key], key))
