"""A card's lines: its label for the head of its row, and its value, change, tag and notes under it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import CardLine
from reportgen.writers.docx import looks
from reportgen.writers.docx.charts import graphic
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box
from reportgen.writers.docx.paragraphs import beside, fits, slot, voice
from reportgen.writers.docx.runs import run
from reportgen.writers.docx.seats import Seat
from reportgen.writers.docx.values import holds, value

_MARKS = {"up": ("▲", "RGRise"), "down": ("▼", "RGFall"), "flat": ("▬", "RGFlat")}
_MARK_WIDTH = 1.3
"""How wide a direction mark is with its space, in ems."""
_INSIDE = 0.75
"""The air under a card's rule, in gutters."""


def boxes(seat: Seat) -> tuple[Box, Box]:
    """Return the cells of a card: what names its figure, and the figure with what goes with it."""
    lines = seat.card.lines
    roles = [line.role for line in lines]
    at = roles.index("value") if "value" in roles else min(1, len(roles))
    return _head(seat, lines[:at]), _body(seat, lines[at:])


def level_roles(seats: Sequence[Seat]) -> frozenset[str]:
    """Return the roles whose lines hold all languages side by side in every card of the row."""
    lines = [(seat, line) for seat in seats for line in seat.card.lines if line.words]
    return frozenset(
        role for role in ("label", "value") if all(_holds(seat, line) for seat, line in lines if line.role == role)
    )


def _holds(seat: Seat, line: CardLine) -> bool:
    if line.role == "label":
        return fits(seat.galley, line.words, seat.role("label"), seat.room)
    return holds(seat, line)


def _head(seat: Seat, lines: tuple[CardLine, ...]) -> Box:
    theme = seat.galley.theme
    name, points = ("accent", theme.grid.heavy) if seat.feature else ("ink", theme.grid.rule)
    top = theme.grid.pad if seat.feature else theme.grid.gutter * _INSIDE
    rule = looks.rule(theme, "top", name, points) + _seam(seat, "bottom")
    return Box(_lines(seat, lines), borders=rule, fill=_fill(seat), pad=(top, seat.side, 0, seat.side))


def _body(seat: Seat, lines: tuple[CardLine, ...]) -> Box:
    bottom = seat.galley.theme.grid.pad if seat.feature else 0
    seam = _seam(seat, "top")
    return Box(_lines(seat, lines), borders=seam, fill=_fill(seat), pad=(0, seat.side, bottom, seat.side))


def _seam(seat: Seat, edge: str) -> str:
    """Return a rule in the colour of the tint, lest the paper shine through between the cells of one card."""
    return looks.rule(seat.galley.theme, edge, "tint", seat.galley.theme.grid.hairline) if seat.feature else ""


def _fill(seat: Seat) -> str:
    return "tint" if seat.feature else ""


def _lines(seat: Seat, lines: tuple[CardLine, ...]) -> str:
    return "".join(_line(seat, line) for line in lines)


def _line(seat: Seat, line: CardLine) -> str:
    if line.graphic is not None:
        with seat.galley.inside(line.graphic.id):
            return graphic(seat.galley, line.graphic, seat.room)
    role = seat.role(line.role)
    match line.role:
        case "value":
            return value(seat, line)
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
