"""The passages of two records in, which is which out: those that say the same, else those of one block."""

from __future__ import annotations

from collections.abc import Sequence
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
    same = _by_shape(old, new)
    _by_name(old, new, same)
    known = {there: here for here, there in same.items()}
    coming, above = {}, -1
    for at in range(len(new)):
        if at in known:
            above = known[at]
        elif new[at].text.strip():
            coming[at] = above
    return Pairs(same, coming)


def _by_shape(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Pair passages of the same block and shape in reading order: words with figures as atoms, values left out."""
    first, second = ([_shape(passage) for passage in side] for side in (old, new))
    same: dict[int, int] = {}
    for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        same |= {block.a + step: block.b + step for step in range(block.size)}
    return same


def _shape(passage: Passage) -> tuple[str, ...]:
    parts, at = [passage.block], 0
    for mark in passage.figures:
        parts += [passage.text[at : mark.start], f"{mark.fact}.{mark.side}"]
        at = mark.end
    return (*parts, passage.text[at:])


def _by_name(old: Sequence[Passage], new: Sequence[Passage], same: dict[int, int]) -> None:
    """Pair what is left of each block between partners: the most alike first, then by its figures or alone."""
    taken = set(same.values())
    blocks = {passage.block for passage in new}
    for block in dict.fromkeys(passage.block for passage in old if passage.block in blocks):
        here = [at for at, passage in enumerate(old) if passage.block == block and at not in same]
        there = [at for at, passage in enumerate(new) if passage.block == block and at not in taken]
        scores = {(one, other): _likeness(old[one], new[other]) for one in here for other in there}
        for (one, other), score in sorted(scores.items(), key=lambda item: -item[1]):
            if score >= ALIKE and one not in same and other not in taken:
                same[one] = other
                taken.add(other)
        left = [[at for at in side if at not in done] for side, done in ((here, same), (there, taken))]
        if len(left[0]) == len(left[1]):
            same |= dict(zip(*left, strict=True))
            taken.update(left[1])


def _likeness(one: Passage, other: Passage) -> float:
    facts = ({(mark.fact, mark.side) for mark in passage.figures} for passage in (one, other))
    first, second = facts
    shared = len(first & second) / len(first | second) if first | second else 0.0
    return max(likeness(one.text, other.text), shared)
