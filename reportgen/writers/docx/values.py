"""A card's large figure: number, sign and unit in their sizes, as large as its room lets it stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import CardLine, Figure, Piece, Wording, Words, figures, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.paragraphs import paragraph, voice
from reportgen.writers.docx.runs import Pick, Voice, run, runs
from reportgen.writers.docx.seats import Seat

_BREAK = "<w:r><w:br/></w:r>"
_LIST = 3
"""How many figures are a list, which may stand on two lines."""


def stepped(seats: Sequence[Seat]) -> list[Seat]:
    """Return `seats` with the size of their figures: headline cards step down together, since their rank is equal."""
    steps = [max((_step(seat, line) for line in seat.card.lines if line.role == "value"), default=0) for seat in seats]
    if any(seat.feature for seat in seats):
        steps = [max(steps, default=0)] * len(steps)
    return [replace(seat, step=step) for seat, step in zip(seats, steps, strict=True)]


def breaks(seat: Seat) -> bool:
    """Tell whether the figure of the card stands on more than one line."""
    values = [line.words[0] for line in seat.card.lines if line.role == "value" and line.words]
    return any(_width(seat, wording, seat.step) > seat.room for wording in values)


def value(seat: Seat, line: CardLine) -> str:
    """Return the value of a card, the other languages beside it where the row is level, else under it."""
    galley, role, level = seat.galley, seat.role("value"), "value" in seat.level
    words = said_once(line.words)
    leading = "".join(_number(seat, wording) for wording in words[:1])
    others = [runs(galley, wording.content, _aside(seat, wording, level)) for wording in words[1:]]
    gap = run(galley, "\u2002", voice(galley, galley.leading, True, looks.run_style(galley.theme, role, True)))
    if level:
        leading += "".join(gap + other for other in others)
    under = looks.paragraph_style(galley.theme, role, True)
    written = paragraph(galley, _line_style(seat), leading) if words else ""
    return written + ("" if level else "".join(paragraph(galley, under, other) for other in others))


def holds(seat: Seat, line: CardLine) -> bool:
    """Tell whether the value can hold all languages side by side at its full size."""
    words = said_once(line.words)
    follow = seat.galley.theme.style(seat.role("value"), True)
    beyond = sum(looks.advance(follow, plain(wording.content)) + follow.size for wording in words[1:])
    return _width(seat, words[0], 0) + beyond <= seat.room


def said_once(words: Words) -> Words:
    """Return `words` without what only repeats the numbers above it: 40 under 40家 tells nobody more."""
    return words[:1] + tuple(other for other in words[1:] if not _repeats(words[0], other))


def _repeats(first: Wording, other: Wording) -> bool:
    said, again = ([piece for figure in figures(words.content) for piece in figure.pieces] for words in (first, other))
    numbers, others = ([piece.text for piece in pieces if piece.kind == "number"] for pieces in (said, again))
    return bool(others) and numbers == others and not any(char.isalpha() for piece in again for char in piece.text)


def _aside(seat: Seat, wording: Wording, level: bool) -> Voice:
    style = looks.run_style(seat.galley.theme, seat.role("value"), True) if level else ""
    return voice(seat.galley, wording.lang, True, style)


def _line_style(seat: Seat) -> str:
    """Return the style of the value's paragraph: lines of the full size, unless it must break, then of its own."""
    own = seat.step if breaks(seat) or seat.feature else 0
    return looks.stepped_style(seat.galley.theme, seat.role("value"), own)


def _number(seat: Seat, wording: Wording) -> str:
    galley, role = seat.galley, seat.role("value")
    number = looks.stepped_run(galley.theme, role, seat.step) if seat.step else ""
    pick = _pick(number, looks.run_style(galley.theme, seat.role("unit")))
    speech = voice(galley, wording.lang, False, number, pick)
    whole = _width(seat, wording, seat.step) <= seat.room
    lines = (wording,) if whole else _lines(wording)
    return _BREAK.join(runs(galley, line.content, speech) for line in lines)


def _lines(wording: Wording) -> tuple[Wording, ...]:
    """Return a list of figures as two lines of as many; one or two figures stay as they are."""
    places = [index for index, inline in enumerate(wording.content) if isinstance(inline, Figure)]
    if len(places) < _LIST:
        return (wording,)
    middle = places[-(-len(places) // 2)]
    return replace(wording, content=wording.content[:middle]), replace(wording, content=wording.content[middle:])


def _pick(number: str, unit: str) -> Pick:
    """Return what sets a unit small and its number large; a sign such as % is one with its number."""
    return lambda piece: unit if _is_small(piece) else number


def _is_small(piece: Piece) -> bool:
    return piece.kind == "unit" and any(char.isalpha() for char in piece.text)


def _step(seat: Seat, line: CardLine) -> int:
    """Return how many sizes down the value must go to stand on one line, or, where none is small enough, in pieces."""
    if not line.words or not looks.is_stepped(seat.role("value")):
        return 0
    wording, steps = line.words[0], range(looks.STEPS + 1)
    whole = (step for step in steps if _width(seat, wording, step) <= seat.room)
    pieces = (step for step in steps if _widest(seat, wording, step) <= seat.room)
    return next(whole, next(pieces, looks.STEPS))


def _width(seat: Seat, wording: Wording, step: int) -> float:
    """Return how wide the value is, `step` sizes down, its units always small."""
    style, small = (seat.galley.theme.style(seat.role(line)) for line in ("value", "unit"))
    pieces = [piece for figure in figures(wording.content) for piece in figure.pieces if _is_small(piece)]
    units = "".join(piece.text for piece in pieces)
    large = looks.stepped(style, step)
    return looks.advance(large, plain(wording.content)) - looks.advance(large, units) + looks.advance(small, units)


def _widest(seat: Seat, wording: Wording, step: int) -> float:
    """Return how wide the widest line of a list is, or the widest number with its sign, `step` sizes down."""
    style = looks.stepped(seat.galley.theme.style(seat.role("value")), step)
    if len(lines := _lines(wording)) > 1:
        return max(_width(seat, line, step) for line in lines)
    numbers = (
        "".join(piece.text for piece in figure.pieces if not _is_small(piece)) for figure in figures(wording.content)
    )
    return max((looks.advance(style, number) for number in numbers), default=0.0)
