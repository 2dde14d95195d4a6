"""A passage's seat in, its text there with every figure that is still to be found out.

A bookmark or control says where a figure stands. Digits typed at its edge are its own. Where it is gone, the figure is
looked for by the words around it, and found only where as many numbers stand between them as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.review.lines import Line, Span
from reportgen.review.record import Mark, Passage
from reportgen.review.said import NUMBER, Atom, Held, Said, Token, apart, tokens
from reportgen.review.seating import Seat

_EDGE = "0123456789.,%％"


@dataclass(frozen=True, slots=True)
class Holding:
    """What a passage says now; `found` are the keys of figures that were found by the words around them."""

    said: Said
    found: frozenset[str] = frozenset()


def holding(seat: Seat, lines: Sequence[Line]) -> Holding:
    """Return what the passage of `seat` says now."""
    text, spans = _joined(seat, lines)
    there = ((mark, spans[mark.anchor]) for mark in seat.passage.figures if mark.anchor in spans)
    marked = [_widened(Held(mark.key, *span), mark, seat.passage.text, text) for mark, span in there]
    said = Said(text, tuple(apart(marked)))
    kept = {held.key for held in said.figures}
    lost = [mark for mark in seat.passage.figures if mark.key not in kept]
    if not lost or not text:
        return Holding(said)
    found = recovered(seat.passage, said, lost)
    return Holding(Said(text, tuple(apart([*said.figures, *found]))), frozenset(held.key for held in found))


def _joined(seat: Seat, lines: Sequence[Line]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the seat's text, its segments one after the other, and where its bookmarks stand in it."""
    text, places = "", {}
    for segment in seat.segments:
        line = lines[segment.line]
        for span in _ranked(line.spans):
            start, end = max(span.start, segment.start), min(span.end, segment.end)
            if start < end and span.name.startswith("rgf_"):
                shift = len(text) - segment.start
                places[span.name] = (start + shift, end + shift)
        text += line.text[segment.start : segment.end]
    return text, places


def _ranked(spans: Sequence[Span]) -> list[Span]:
    """Return copies first and controls last, so that the surest word for a figure is the last one."""
    return sorted(spans, key=lambda span: (not span.copy, span.control))


def _widened(held: Held, mark: Mark, base: str, text: str) -> Held:
    """Return `held` with the digits at its edges, where the figure had none beside it when it was written."""
    start, end = held.start, held.end
    if base[mark.end : mark.end + 1] not in _EDGE or mark.end == len(base):
        while end < len(text) and _is_digit(text, end):
            end += 1
    if mark.start == 0 or base[mark.start - 1] not in _EDGE:
        while start > 0 and _is_part(text, start - 1):
            start -= 1
    return Held(held.key, start, end)


def _is_digit(text: str, at: int) -> bool:
    """Tell whether the character at `at` goes on a number: a digit, a sign of percent, or a point before a digit."""
    return _is_part(text, at) or (text[at] in "%％" and at > 0 and text[at - 1].isdecimal())


def _is_part(text: str, at: int) -> bool:
    """Tell whether the character at `at` is a digit, or a point between digits."""
    between = at > 0 and text[at - 1].isdecimal() and text[at + 1 : at + 2].isdecimal()
    return text[at].isdecimal() or (text[at] in ".," and between)


def recovered(passage: Passage, now: Said, lost: Sequence[Mark]) -> list[Held]:
    """Return where the figures `lost` stand in `now`, those that can be told for sure."""
    keys = {mark.key for mark in lost}
    kept = tuple(held for held in passage.said.figures if held.key not in keys)
    before, after = tokens(Said(passage.text, kept)), tokens(now)
    pairs = _pairs(before, after)
    found = []
    for mark in lost:
        inside = [at for at, token in enumerate(before) if mark.start <= token.start and token.end <= mark.end]
        if inside and (held := _located(mark, passage.text, now.text, inside, pairs, (before, after))):
            found.append(held)
    return found


def _pairs(before: list[Token], after: list[Token]) -> dict[int, int]:
    """Return which token of `after` each of `before` has become, numbers counting as equal."""
    first, second = ([_class(token) for token in side] for side in (before, after))
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        pairs |= {block.a + step: block.b + step for step in range(block.size)}
    return pairs


def _class(token: Token) -> str | Atom:
    return "0" if isinstance(token.word, str) and NUMBER.fullmatch(token.word) else token.word


def _located(
    mark: Mark, base: str, now: str, inside: list[int], pairs: dict[int, int], sides: tuple[list[Token], list[Token]]
) -> Held | None:
    """Return where the figure of the tokens `inside` stands, from its first token that is still there to its last."""
    before, after = sides
    there = [pairs[at] for at in inside if at in pairs]
    if not there:
        there = _between(inside, pairs, len(before), len(after))
    if not there:
        return None
    held = Held(mark.key, after[there[0]].start, after[there[-1]].end)
    count = [len(NUMBER.findall(text)) for text in (base[mark.start : mark.end], now[held.start : held.end])]
    same = base[mark.start : mark.end] == now[held.start : held.end]
    atoms = any(isinstance(token.word, Atom) for token in after[there[0] : there[-1] + 1])
    sure = same or (count[0] == count[1] > 0 and _neighbours(inside, there, pairs, len(before), len(after)))
    return held if sure and not atoms else None


def _between(inside: list[int], pairs: dict[int, int], most: int, end: int) -> list[int]:
    """Return the tokens that now stand where those `inside` stood, between neighbours that are both still there."""
    left = pairs.get(inside[0] - 1, None if inside[0] else -1)
    right = pairs.get(inside[-1] + 1, None if inside[-1] + 1 < most else end)
    return list(range(left + 1, right)) if left is not None and right is not None else []


def _neighbours(inside: list[int], there: list[int], pairs: dict[int, int], most: int, end: int) -> bool:
    """Tell whether a neighbour of the figure, at one side at least, is still beside it."""
    left = pairs.get(inside[0] - 1, None if inside[0] else -1)
    right = pairs.get(inside[-1] + 1, None if inside[-1] + 1 < most else end)
    return left == there[0] - 1 or right == there[-1] + 1
