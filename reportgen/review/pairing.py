"""The passages of two records in, which is which out: those that say the same, else those of one block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.review.record import Passage
from reportgen.review.seating import ALIKE, likeness


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which new passage each old one has become, and where each of those that are new stands: after which old one."""

    same: dict[int, int]
    coming: dict[int, int]


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> Pairs:
    """Return the pairs of `old` and `new` passages; what has no partner was dropped, or is coming."""
    same: dict[int, int] = {}
    first, second = ([_shape(passage) for passage in side] for side in (old, new))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            same |= dict(zip(range(i1, i2), range(j1, j2), strict=True))
        elif kind == "replace":
            same |= _rewritten(old, new, range(i1, i2), range(j1, j2))
    _elsewhere(old, new, same)
    return Pairs(same, dict(_coming(new, same)))


def _coming(new: Sequence[Passage], same: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield each new passage without a partner, and the old one it stands after, -1 at the beginning."""
    known = {there: here for here, there in same.items()}
    above = -1
    for at, passage in enumerate(new):
        if at in known:
            above = known[at]
        elif passage.text.strip():
            yield at, above


def _shape(passage: Passage) -> tuple[str, ...]:
    """Return the block and the words of `passage`, its figures by name and not by value."""
    parts, at = [passage.block], 0
    for mark in passage.figures:
        parts += [passage.text[at : mark.start], f"{mark.fact}.{mark.side}"]
        at = mark.end
    return (*parts, passage.text[at:])


def _rewritten(old: Sequence[Passage], new: Sequence[Passage], here: range, there: range) -> dict[int, int]:
    """Pair passages of one block that stand between the same neighbours: in order where as many, else the like ones."""
    same: dict[int, int] = {}
    for block in dict.fromkeys(old[at].block for at in here):
        mine = [at for at in here if old[at].block == block]
        others = [at for at in there if new[at].block == block]
        if len(mine) == len(others):
            same |= dict(zip(mine, others, strict=True))
        else:
            same |= _alike(old, new, mine, others)
    return same


def _alike(old: Sequence[Passage], new: Sequence[Passage], mine: list[int], others: list[int]) -> dict[int, int]:
    """Pair the most alike first, none across another."""
    same: dict[int, int] = {}
    scores = {(one, other): _likeness(old[one], new[other]) for one in mine for other in others}
    for (one, other), score in sorted(scores.items(), key=lambda item: -item[1]):
        level = all((one < here) == (other < there) and one != here and other != there for here, there in same.items())
        if score >= ALIKE and level:
            same[one] = other
    return same


def _elsewhere(old: Sequence[Passage], new: Sequence[Passage], same: dict[int, int]) -> None:
    """Pair what is left of a block that stands elsewhere now, where as much of it is left."""
    taken = set(same.values())
    for block in dict.fromkeys(passage.block for at, passage in enumerate(old) if at not in same):
        mine = [at for at, passage in enumerate(old) if passage.block == block and at not in same]
        others = [at for at, passage in enumerate(new) if passage.block == block and at not in taken]
        if len(mine) == len(others):
            same |= dict(zip(mine, others, strict=True))


def _likeness(one: Passage, other: Passage) -> float:
    first, second = ({(mark.fact, mark.side) for mark in passage.figures} for passage in (one, other))
    shared = len(first & second) / len(first | second) if first | second else 0.0
    return max(likeness(one.text, other.text), shared)
