"""数读 items into tables: each row of cards is a table whose header row names the figures of the row below."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Card, CardLine, Figure, Panel, Piece, Wording, figures, plain
from reportgen.writers.docx import looks, measure
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, gutters, shares, spaced
from reportgen.writers.docx.paragraphs import ROW_GAP, beside, paragraph, slot, voice
from reportgen.writers.docx.runs import Pick, run, runs
from reportgen.writers.docx.xml import twips

_MARKS = {"up": ("▲", "RGRise"), "down": ("▼", "RGFall"), "flat": ("▬", "RGFlat")}
_ROW = 3
_RULES = {"feature": ("accent", 2.25)}
_PLAIN_RULE = ("ink", 1.5)


def panel(galley: Galley, block: Panel, width: int) -> str:
    """Return `block` as its title and one table a row of cards, with air between."""
    title = slot(galley, block.title, "panel.title")
    return title + ROW_GAP.join(card_row(galley, cards, width) for cards in _rows(galley, block))


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
    for card, column in zip(cards, columns, strict=True):
        top, bottom = _split(card)
        with galley.inside(card.id):
            heads.append(_box(galley, card, top, column, first=True))
            bodies.append(_box(galley, card, bottom, column, first=False))
    rows = [spaced(heads), spaced(bodies)]
    return grid(galley.theme, gutters(columns, gutter), rows, head=1, caption=_caption(galley, cards))


def _split(card: Card) -> tuple[tuple[CardLine, ...], tuple[CardLine, ...]]:
    roles = [line.role for line in card.lines]
    at = roles.index("value") if "value" in roles else min(1, len(roles))
    return card.lines[:at], card.lines[at:]


def _caption(galley: Galley, cards: tuple[Card, ...]) -> str:
    firsts = (card.lines[0].words[0] for card in cards if card.lines and card.lines[0].words)
    return galley.text(" | ".join(plain(wording.content) for wording in firsts))


def _box(galley: Galley, card: Card, lines: tuple[CardLine, ...], column: int, *, first: bool) -> Box:
    feature = card.role == "feature"
    gutter = galley.theme.grid.gutter
    side = gutter * 1.5 if feature else 0.0
    inner = "".join(_line(galley, card, line, column / 20 - 2 * side) for line in lines)
    name, points = _RULES.get(card.role, _PLAIN_RULE)
    top, bottom = (gutter if feature else gutter * 0.75, 0.0) if first else (0.0, gutter if feature else gutter / 2)
    return Box(
        inner,
        borders=looks.rule(galley.theme, "top", name, points) if first else "",
        fill="tint" if feature else "",
        pad=(top, side, bottom, side),
    )


def _line(galley: Galley, card: Card, line: CardLine, room: float) -> str:
    role = looks.card_role(galley.theme, card.role, line.role)
    match line.role:
        case "value":
            return _value(galley, card, line, room)
        case "change" | "tag":
            mark = _mark(galley, line)
            return beside(galley, line.words, role, room, mark, galley.theme.style(role).size * 1.3 if mark else 0)
        case _:
            return slot(galley, line.words, role)


def _mark(galley: Galley, line: CardLine) -> str:
    if not line.trend:
        return ""
    mark, style = _MARKS[line.trend]
    return run(galley, f"{mark} ", voice(galley, galley.leading, False, style))


def _value(galley: Galley, card: Card, line: CardLine, room: float) -> str:
    role = looks.card_role(galley.theme, card.role, "value")
    unit = looks.card_role(galley.theme, card.role, "unit")
    return "".join(_number(galley, wording, role, unit, room, index > 0) for index, wording in enumerate(line.words))


def _number(galley: Galley, wording: Wording, role: str, unit: str, room: float, follow: bool) -> str:
    style = looks.paragraph_style(galley.theme, role, follow)
    if follow:
        return paragraph(galley, style, runs(galley, wording.content, voice(galley, wording.lang, True)))
    step = _step(galley, wording, role, unit, room)
    number = looks.step_style(galley.theme, role, step) if step else ""
    speech = voice(galley, wording.lang, False, number, _pick(number, looks.run_style(galley.theme, unit)))
    return paragraph(galley, style, runs(galley, wording.content, speech))


def _pick(number: str, unit: str) -> Pick:
    """Return what sets a unit small and its number large; a sign such as % is one with its number."""
    return lambda _, piece: unit if _is_small(piece) else number


def _is_small(piece: Piece) -> bool:
    return piece.kind == "unit" and any(char.isalpha() for char in piece.text)


def _step(galley: Galley, wording: Wording, role: str, unit: str, room: float) -> int:
    """Return how many sizes down the value must go to stand on one line of `room` points."""
    style, small = galley.theme.style(role), galley.theme.style(unit)
    shown: list[Figure] = list(figures(wording.content))
    units = sum(
        measure.width(piece.text, small.size, looks.is_bold(small))
        for figure in shown
        for piece in figure.pieces
        if _is_small(piece)
    )
    unit_text = "".join(piece.text for figure in shown for piece in figure.pieces if _is_small(piece))
    large = measure.width(plain(wording.content), 1, looks.is_bold(style)) - measure.width(unit_text, 1, True)
    sizes = ((step, looks.step_size(style, step)) for step in range(looks.STEPS + 1))
    return next((step for step, size in sizes if large * size + units <= room), looks.STEPS)
