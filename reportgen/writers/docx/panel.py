"""数读 items into tables: each row of cards is a table whose header row names the figures of the row below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from reportgen.document import Card, Panel, plain
from reportgen.writers.docx.cards import boxes, level_roles
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import grid, gutters, shares, spaced
from reportgen.writers.docx.paragraphs import ROW_GAP, title
from reportgen.writers.docx.seats import Seat
from reportgen.writers.docx.values import breaks, stepped
from reportgen.writers.docx.xml import twips

_ROW = 3
WIDEST = 4
"""How many cards a row holds at most, and so how narrow a card may be."""


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
    seats = _seats(galley, cards, shares(width, [1] * len(cards), gutter))
    if not any(seat.step for seat in seats) or seats[0].feature or not 1 < len(cards) < WIDEST:
        return _row(galley, seats)
    if cards not in galley.spans:
        galley.spans[cards] = _best(galley, cards, width)
    return _row(galley, _seats(galley, cards, _widths(galley, galley.spans[cards], width)))


def _best(galley: Galley, cards: tuple[Card, ...], width: int) -> tuple[int, ...]:
    """Return the columns of the theme's grid that each of `cards` takes, so that the row stands best.

    Best is that fewest figures break, then that the row is lowest, its figures largest and its columns most even.
    """
    even = galley.theme.grid.columns / len(cards)

    def cost(spans: Sequence[int]) -> tuple[int, float, int, float]:
        seats = _seats(galley.blank(), cards, _widths(galley, spans, width))
        height = galley.gauge.story(_row(seats[0].galley, seats), width / 20)
        uneven = sum(abs(span - even) for span in spans)
        return sum(map(breaks, seats)), round(height), sum(seat.step for seat in seats), uneven

    return min(_spans(galley.theme.grid.columns, len(cards)), key=cost)


def _spans(total: int, count: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to share `total` columns of the grid among `count` cards, none narrower than a row's narrowest."""
    least = total // WIDEST
    each = range(least, total - least * (count - 1) + 1)
    return (spans for spans in product(each, repeat=count) if sum(spans) == total)


def _widths(galley: Galley, spans: Sequence[int], width: int) -> list[int]:
    """Return the widths of `spans` columns of the grid, the gutters inside them with them."""
    gutter = twips(galley.theme.grid.gutter)
    column = (width - gutter * (galley.theme.grid.columns - 1)) / galley.theme.grid.columns
    return shares(width, [span * column + (span - 1) * gutter for span in spans], gutter)


def _seats(galley: Galley, cards: tuple[Card, ...], columns: Sequence[int]) -> list[Seat]:
    seats = stepped([Seat(galley, card, len(cards), column) for card, column in zip(cards, columns, strict=True)])
    level = level_roles(seats)
    return [replace(seat, level=level) for seat in seats]


def _row(galley: Galley, seats: Sequence[Seat]) -> str:
    heads, bodies = [], []
    for seat in seats:
        with galley.inside(seat.card.id):
            head, body = boxes(seat)
        heads.append(head)
        bodies.append(body)
    gutter = twips(galley.theme.grid.gutter)
    columns = gutters([seat.column for seat in seats], gutter)
    caption = _caption(galley, [seat.card for seat in seats])
    return grid(galley.theme, columns, [spaced(heads), spaced(bodies)], head=int(bool(caption)), caption=caption)


def _caption(galley: Galley, cards: Sequence[Card]) -> str:
    firsts = (card.lines[0].words[0] for card in cards if card.lines and card.lines[0].words)
    return galley.text(" | ".join(filter(None, (plain(wording.content) for wording in firsts))))
