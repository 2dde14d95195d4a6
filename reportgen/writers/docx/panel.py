"""数读 items into tables: each row of cards is a table whose header row names the figures of the row below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document import Card, CardLine, Panel, Piece, Wording, Words, figures, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, gutters, shares, spaced
from reportgen.writers.docx.paragraphs import ROW_GAP, beside, fits, paragraph, slot, title, voice
from reportgen.writers.docx.runs import Pick, Voice, run, runs
from reportgen.writers.docx.xml import twips

_MARKS = {"up": ("▲", "RGRise"), "down": ("▼", "RGFall"), "flat": ("▬", "RGFlat")}
_ROW = 3
_MARK_WIDTH = 1.3
"""How wide a direction mark is with its space, in ems."""
_INSIDE = 0.75
"""The air under a card's rule, in gutters."""


def panel(galley: Galley, block: Panel, width: int) -> str:
    """Return `block` as its title and one table a row of cards, with air between."""
    head = title(galley, block.title, "panel.title", width / 20)
    return head + ROW_GAP.join(card_row(galley, cards, width) for cards in _rows(galley, block))


def _rows(galley: Galley, block: Panel) -> Iterator[tuple[Card, ...]]:
    counts = block.rows or (_ROW,) * -(-len(block.cards) // _ROW)
    if block.rows and sum(block.rows) != len(block.cards):
        message = f"the rows hold {sum(block.rows)} cards and the panel has {len(block.cards)}"
        galley.fault("docx-panel", message, "let the layout transform give the rows")
    start = 0
    for count in counts:
        yield block.cards[start : start + count]
        start += count


def card_row(galley: Galley, cards: tuple[Card, ...], width: int) -> str:
    """Return `cards` side by side: their labels as the header row, their figures under them on common baselines."""
    gutter = twips(galley.theme.grid.gutter)
    columns = shares(width, [1] * len(cards), gutter)
    heads, bodies = [], []
    seats = [Seat(galley, card, len(cards), column) for card, column in zip(cards, columns, strict=True)]
    level = _level(seats)
    for card, seat in zip(cards, seats, strict=True):
        top, bottom = _split(card)
        seat = replace(seat, level=level)
        with galley.inside(card.id):
            heads.append(_head(seat, top))
            bodies.append(_body(seat, bottom))
    rows = [spaced(heads), spaced(bodies)]
    return grid(galley.theme, gutters(columns, gutter), rows, head=1, caption=_caption(galley, cards))


def _split(card: Card) -> tuple[tuple[CardLine, ...], tuple[CardLine, ...]]:
    roles = [line.role for line in card.lines]
    at = roles.index("value") if "value" in roles else min(1, len(roles))
    return card.lines[:at], card.lines[at:]


def _caption(galley: Galley, cards: tuple[Card, ...]) -> str:
    firsts = (card.lines[0].words[0] for card in cards if card.lines and card.lines[0].words)
    return galley.text(" | ".join(plain(wording.content) for wording in firsts))


@dataclass(frozen=True, slots=True)
class Seat:
    """A card in its row: how many stand there, how wide its column is (twips), and which lines hold all languages.

    A line that cannot hold all languages in one card holds one in every card, so that the row's baselines agree.
    """

    galley: Galley
    card: Card
    neighbours: int
    column: int
    level: frozenset[str] = frozenset()

    @property
    def feature(self) -> bool:
        """Whether the card is a headline on a tint."""
        return self.card.role == "feature"

    @property
    def side(self) -> float:
        """The space at both sides of the card's words."""
        return self.galley.theme.grid.pad if self.feature else 0.0

    @property
    def room(self) -> float:
        """The width of the card's words."""
        return self.column / 20 - 2 * self.side

    def role(self, line: str) -> str:
        """Return the role of the card's `line`; figures and units may look otherwise in fuller rows."""
        role = looks.card_role(self.galley.theme, self.card.role, line)
        return looks.known_role(self.galley.theme, f"{role}.{self.neighbours}")


def _head(seat: Seat, lines: tuple[CardLine, ...]) -> Box:
    theme = seat.galley.theme
    name, points = ("accent", theme.grid.heavy) if seat.feature else ("ink", theme.grid.rule)
    top = theme.grid.pad if seat.feature else theme.grid.gutter * _INSIDE
    rule = looks.rule(theme, "top", name, points)
    return Box(_lines(seat, lines), borders=rule, fill=_fill(seat), pad=(top, seat.side, 0, seat.side))


def _body(seat: Seat, lines: tuple[CardLine, ...]) -> Box:
    bottom = seat.galley.theme.grid.pad if seat.feature else 0
    return Box(_lines(seat, lines), fill=_fill(seat), pad=(0, seat.side, bottom, seat.side))


def _fill(seat: Seat) -> str:
    return "tint" if seat.feature else ""


def _lines(seat: Seat, lines: tuple[CardLine, ...]) -> str:
    return "".join(_line(seat, line) for line in lines)


def _line(seat: Seat, line: CardLine) -> str:
    role = seat.role(line.role)
    match line.role:
        case "value":
            return _value(seat, line)
        case "label" if "label" in seat.level and line.words:
            return beside(seat.galley, line.words, role, seat.room)
        case "change" | "tag":
            mark = _mark(seat.galley, line)
            indent = seat.galley.theme.style(role).size * _MARK_WIDTH if mark else 0
            return beside(seat.galley, line.words, role, seat.room, mark, indent)
        case _:
            return slot(seat.galley, line.words, role)


def _mark(galley: Galley, line: CardLine) -> str:
    if not line.trend:
        return ""
    mark, style = _MARKS[line.trend]
    return run(galley, f"{mark} ", voice(galley, galley.leading, False, style))


def _level(seats: list[Seat]) -> frozenset[str]:
    """Return the roles whose lines hold all languages side by side in every card of the row."""
    lines = [(seat, line) for seat in seats for line in seat.card.lines if line.words]
    return frozenset(
        role for role in ("label", "value") if all(_holds(seat, line) for seat, line in lines if line.role == role)
    )


def _holds(seat: Seat, line: CardLine) -> bool:
    if line.role == "label":
        return fits(seat.galley, line.words, seat.role("label"), seat.room)
    follow = seat.galley.theme.style(seat.role("value"), True)
    beyond = sum(looks.advance(follow, plain(wording.content)) + follow.size for wording in _said_once(line.words)[1:])
    return _width(seat, line.words[0], 0) + beyond <= seat.room


def _value(seat: Seat, line: CardLine) -> str:
    galley, role = seat.galley, seat.role("value")
    line = replace(line, words=_said_once(line.words))
    level = "value" in seat.level
    leading = "".join(_number(seat, wording) for wording in line.words[:1])
    others = [runs(galley, wording.content, _aside(seat, wording, level)) for wording in line.words[1:]]
    gap = run(galley, "\u2002", voice(galley, galley.leading, True, looks.run_style(galley.theme, role, True)))
    if level:
        leading += "".join(gap + other for other in others)
    style, under = (looks.paragraph_style(galley.theme, role, follow) for follow in (False, True))
    written = paragraph(galley, style, leading) if line.words else ""
    return written + ("" if level else "".join(paragraph(galley, under, other) for other in others))


def _said_once(words: Words) -> Words:
    """Return `words` without what only repeats the numbers above it: 40 under 40家 tells nobody more."""
    return words[:1] + tuple(other for other in words[1:] if not _repeats(words[0], other))


def _repeats(first: Wording, other: Wording) -> bool:
    said, again = ([piece for figure in figures(words.content) for piece in figure.pieces] for words in (first, other))
    numbers, others = ([piece.text for piece in pieces if piece.kind == "number"] for pieces in (said, again))
    silent = not any(char.isalpha() for char in plain(other.content))
    return bool(others) and numbers == others and silent


def _aside(seat: Seat, wording: Wording, level: bool) -> Voice:
    style = looks.run_style(seat.galley.theme, seat.role("value"), True) if level else ""
    return voice(seat.galley, wording.lang, True, style)


def _number(seat: Seat, wording: Wording) -> str:
    galley, role, unit = seat.galley, seat.role("value"), seat.role("unit")
    step = _step(seat, wording)
    number = looks.stepped_run(galley.theme, role, step) if step else ""
    speech = voice(galley, wording.lang, False, number, _pick(number, looks.run_style(galley.theme, unit)))
    return runs(galley, wording.content, speech)


def _pick(number: str, unit: str) -> Pick:
    """Return what sets a unit small and its number large; a sign such as % is one with its number."""
    return lambda piece: unit if _is_small(piece) else number


def _is_small(piece: Piece) -> bool:
    return piece.kind == "unit" and any(char.isalpha() for char in piece.text)


def _step(seat: Seat, wording: Wording) -> int:
    """Return how many sizes down the value must go to stand on one line."""
    if seat.role("value") not in looks.STEPPED:
        return 0
    fitting = (step for step in range(looks.STEPS) if _width(seat, wording, step) <= seat.room)
    return next(fitting, looks.STEPS)


def _width(seat: Seat, wording: Wording, step: int) -> float:
    """Return how wide the value is, `step` sizes down, its units always small."""
    style, small = (seat.galley.theme.style(seat.role(line)) for line in ("value", "unit"))
    pieces = [piece for figure in figures(wording.content) for piece in figure.pieces if _is_small(piece)]
    units = "".join(piece.text for piece in pieces)
    large = looks.stepped(style, step)
    return looks.advance(large, plain(wording.content)) - looks.advance(large, units) + looks.advance(small, units)
