"""数读 items into tables: each row of cards is a table whose header row names the figures of the row below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.document import Card, Panel, plain
from reportgen.writers.docx.cards import boxes, level_roles
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import grid, gutters, shares, spaced
from reportgen.writers.docx.paragraphs import ROW_GAP, title
from reportgen.writers.docx.seats import Seat
from reportgen.writers.docx.values import stepped
from reportgen.writers.docx.xml import twips

_ROW = 3


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
    seats = stepped([Seat(galley, card, len(cards), column) for card, column in zip(cards, columns, strict=True)])
    level = level_roles(seats)
    heads, bodies = [], []
    for seat in seats:
        with galley.inside(seat.card.id):
            head, body = boxes(replace(seat, level=level))
        heads.append(head)
        bodies.append(body)
    rows = [spaced(heads), spaced(bodies)]
    return grid(galley.theme, gutters(columns, gutter), rows, head=1, caption=_caption(galley, cards))


def _caption(galley: Galley, cards: tuple[Card, ...]) -> str:
    firsts = (card.lines[0].words[0] for card in cards if card.lines and card.lines[0].words)
    return galley.text(" | ".join(plain(wording.content) for wording in firsts))
