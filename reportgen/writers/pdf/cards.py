"""A panel to rows of cards on the grid, in which labels, figures and changes of a row stand on common baselines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.document import Card, CardLine, Panel
from reportgen.errors import Place, WriterError
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Space, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.cardlines import MarkedLine, Plate, ValueLine
from reportgen.writers.pdf.charts import graphic
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.text import Line, Lines, Saying

MOST = 4
"""Cards in a row where the document does not say how many."""
GAIN = 12.0
"""Points that unequal widths must save before a row leaves equal ones."""
ALIKE = 0.65
"""The part of the full size down to which a whole row follows its longest figure; a longer one goes down alone."""
NARROWEST = 3
"""Grid columns under which no card goes."""


class CardColumn:
    """One card of a row: its lines by band, and its look."""

    def __init__(self, kit: Kit, card: Card, count: int) -> None:
        self.kit, self.feature = kit, card.role == "feature"
        self.look = card.role if f"{card.role}.value" in kit.theme.styles else "card"
        self.count = count
        self.bands: dict[str, Line] = {}
        for band, lines in _banded(card.lines):
            made = [self._line(line) for line in lines]
            self.bands[band] = made[0] if len(made) == 1 else Lines(made)

    @property
    def value(self) -> ValueLine | None:
        """The card's large figure."""
        line = self.bands.get("value")
        return line if isinstance(line, ValueLine) else None

    def _line(self, line: CardLine) -> Line:
        role = f"{self.look}.{line.role}"
        match line.role:
            case "value":
                return ValueLine(self.kit, line, self.look, self.count)
            case "change":
                return MarkedLine(self.kit, line, role)
            case "tag":
                tag = role if role in self.kit.theme.styles else "card.tag"
                return Plate(self.kit, line, tag, "card.note")
            case "label" | "note":
                known = role in self.kit.theme.styles
                return MarkedLine(self.kit, line, role if known else f"card.{line.role}")
            case "graphic":
                return graphic(self.kit, line)
            case _:
                assert_never(line.role)


def _banded(lines: Sequence[CardLine]) -> Iterator[tuple[str, Sequence[CardLine]]]:
    """Yield what stands before the figure, the figure, and each line after it."""
    cut = next((index for index, line in enumerate(lines) if line.role == "value"), None)
    if cut is None:
        cut = next((index for index, line in enumerate(lines) if line.role != "label"), len(lines))
        tail = lines[cut:]
    else:
        tail = lines[cut + 1 :]
    if lines[:cut]:
        yield "label", lines[:cut]
    if cut < len(lines) and lines[cut].role == "value":
        yield "value", lines[cut : cut + 1]
    for index, line in enumerate(tail):
        yield f"tail{index:03}", (line,)


class CardRow(Box):
    """Cards side by side that hang from a rule; features stand on a tint under a rule of the accent colour."""

    airy = True

    def __init__(self, kit: Kit, cards: Sequence[Card]) -> None:
        self.kit = kit
        self.cards = tuple(CardColumn(kit, card, len(cards)) for card in cards)
        names = {name for card in self.cards for name in card.bands}
        self.bands = sorted(names, key=lambda name: ({"label": 0, "value": 1}.get(name, 2), name))
        self.featured = any(card.feature for card in self.cards)
        self.before = self.after = kit.row
        self._set: tuple[float, tuple[float, ...]] | None = None
        self._measured: dict[str, tuple[float, float]] = {}

    def widths(self, width: float) -> tuple[float, ...]:
        """Return the cards' widths: equal, or other spans of the grid where a long figure needs the room."""
        if self._set is None or self._set[0] != width:
            self._choose(width)
        return self._set[1] if self._set else ()

    def _choose(self, width: float) -> None:
        """Give the cards equal widths, or spans of the grid where a long figure gains more than the row's height."""
        count, gutter = len(self.cards), self.kit.theme.grid.gutter
        equal = ((width - gutter * (count - 1)) / count,) * count
        best, least = equal, self._cost(width, equal) - GAIN
        if self._factor(equal) < 1.0:
            for spans in _spans(count, self.kit.theme.grid.columns):
                widths = tuple(self.kit.span(width, span) for span in spans)
                if (cost := self._cost(width, widths)) < least:
                    best, least = widths, cost
        self._cost(width, best)

    def _cost(self, width: float, widths: tuple[float, ...]) -> float:
        """Set the row at `widths`, and return its height less what the size of its figures is worth."""
        self._set = (width, widths)
        self._settle(widths)
        sizes = [card.value.style.size for card in self.cards if card.value]
        return self.height(width) - self.kit.worth * max(sizes, default=0.0) * self._factor(widths)

    def _inset(self, card: CardColumn) -> float:
        return self.kit.theme.grid.pad if card.feature else 0.0

    def _rooms(self, widths: Sequence[float]) -> list[float]:
        return [width - 2 * self._inset(card) for card, width in zip(self.cards, widths, strict=True)]

    def _factor(self, widths: Sequence[float]) -> float:
        """Return the size, as a part of the full one, at which every figure of the row fits."""
        return min(self._factors(widths), default=1.0)

    def _factors(self, widths: Sequence[float]) -> list[float]:
        """Return the size at which each figure fits; without a tint, the white beside it is its own to keep."""
        pairs = [(card.value, room) for card, room in zip(self.cards, self._rooms(widths), strict=True) if card.value]
        keep = 0.0 if self.featured or len(self.cards) == 1 else self.kit.theme.grid.gutter
        return [line.value.factor(room - keep) if line.value else 1.0 for line, room in pairs]

    def _settle(self, widths: Sequence[float]) -> None:
        """Give every figure of the row one size, and its second language one place."""
        self._measured.clear()
        rooms = self._rooms(widths)
        for band in self.bands:
            self._settle_band(band, rooms)
        pairs = [(card.value, room) for card, room in zip(self.cards, rooms, strict=True) if card.value]
        factors = self._factors(widths)
        common = min((factor for factor in factors if factor >= ALIKE), default=1.0)
        for (value, _), factor in zip(pairs, factors, strict=True):
            value.factor = min(factor, common)
        beside = all(value.natural_width() <= room + SLACK and not value.wraps(room) for value, room in pairs)
        for value, _ in pairs:
            value.beside = beside

    def _settle_band(self, band: str, rooms: Sequence[float]) -> None:
        """Put the second language under the first in the whole row where one card has no room beside."""
        lines = [(card.bands[band], room) for card, room in zip(self.cards, rooms, strict=True) if band in card.bands]
        sayings = [pair for line, room in lines for pair in line.sayings(room)]
        beside = all(saying.natural_width() <= room + SLACK for saying, room in sayings)
        for saying, _ in sayings:
            saying.beside = beside

    def _metrics(self, band: str, rooms: Sequence[float]) -> tuple[float, float]:
        """Return the highest ascent and the deepest foot of a band, measured once for the row's widths."""
        if band not in self._measured:
            self._measured[band] = self._measure(band, rooms)
        return self._measured[band]

    def _measure(self, band: str, rooms: Sequence[float]) -> tuple[float, float]:
        lines = [(card.bands[band], room) for card, room in zip(self.cards, rooms, strict=True) if band in card.bands]
        ascent = max(line.baseline(room) for line, room in lines)
        return ascent, max(line.height(room) - line.baseline(room) for line, room in lines)

    def _pads(self, air: float) -> tuple[float, float]:
        """Return the white above the labels and under the last line."""
        pad = self.kit.theme.grid.pad
        if self.featured:
            return pad * (0.75 + 0.45 * air), pad * (0.8 + 0.6 * air)
        return pad * (0.45 + 0.3 * air), pad * 0.6 * air

    def _gap(self, band: str, air: float) -> float:
        gutter = self.kit.theme.grid.gutter
        if any(isinstance(card.bands.get(band), Plate) for card in self.cards):
            return gutter * (0.4 + 0.4 * air)
        return {"label": 0.0, "value": gutter * (0.15 + 0.5 * air)}.get(band, gutter * (0.15 + 0.35 * air))

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the bands' heights with the white above, between and below."""
        rooms = self._rooms(self.widths(width))
        bands = sum(sum(self._metrics(band, rooms)) + self._gap(band, air) for band in self.bands)
        return sum(self._pads(air)) + bands

    def mentions(self) -> Iterator[Mention]:
        """Yield those of every card's lines."""
        for card in self.cards:
            for line in card.bands.values():
                yield from line.mentions()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the cards one after the other, which is their reading order."""
        widths = self.widths(width)
        lefts = [x + sum(widths[:index]) + self.kit.theme.grid.gutter * index for index in range(len(widths))]
        tops = self._tops(top, self._rooms(widths), air)
        foot = top - self.height(width, air)
        for card, left, card_width in zip(self.cards, lefts, widths, strict=True):
            self._ground(canvas, card, left, top, card_width, foot)
            with canvas.element("LI"), canvas.element("LBody"):
                self._lines(canvas, card, left + self._inset(card), card_width - 2 * self._inset(card), tops)

    def _tops(self, top: float, rooms: Sequence[float], air: float) -> dict[str, float]:
        """Return the baseline of every band."""
        baselines, y = {}, top - self._pads(air)[0]
        for band in self.bands:
            ascent, foot = self._metrics(band, rooms)
            y -= self._gap(band, air)
            baselines[band] = y - ascent
            y -= ascent + foot
        return baselines

    def _lines(
        self, canvas: TaggedCanvas, card: CardColumn, x: float, width: float, baselines: dict[str, float]
    ) -> None:
        for band in self.bands:
            if (line := card.bands.get(band)) is not None:
                line.draw(canvas, x, baselines[band] + line.baseline(width), width)

    def _ground(self, canvas: TaggedCanvas, card: CardColumn, x: float, top: float, width: float, foot: float) -> None:
        grid, theme = self.kit.theme.grid, self.kit.theme
        with canvas.artifact():
            if card.feature:
                canvas.rect(x, foot, width, top - foot, theme.color("tint"))
            rule = grid.heavy if card.feature else grid.rule
            color = theme.color("accent" if card.feature else "ink")
            canvas.rect(x, top - rule, width, rule, color)


def _spans(count: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to give `count` cards the grid's `columns`: 3·6·3, 4·5·3 and their like."""
    if count == 1:
        yield (columns,)
        return
    for first in range(NARROWEST, columns - NARROWEST * (count - 1) + 1):
        for rest in _spans(count - 1, columns - first):
            yield (first, *rest)


def balanced(count: int, most: int = MOST) -> tuple[int, ...]:
    """Return rows for `count` cards, none longer than `most` and none shorter by more than one."""
    rows = -(-count // most)
    return tuple(count // rows + (index >= rows - count % rows) for index in range(rows)) if rows else ()


def panel_box(kit: Kit, panel: Panel, title_tag: str) -> Stack:
    """Return the rows of `panel` under its title; raise WriterError where `rows` do not add up to its cards."""
    rows = panel.rows or _rows(panel.cards)
    if sum(rows) != len(panel.cards) or any(row < 1 for row in rows):
        message = f"the panel has {len(panel.cards)} cards, and its rows hold {sum(rows)}"
        raise WriterError.of("panel-rows", message, Place(block=panel.id), "let the rows add up to the cards")
    boxes: list[Box] = []
    start = 0
    for row in rows:
        boxes.append(CardRow(kit, panel.cards[start : start + row]))
        start += row
    listed = Stack(boxes, Tag("L"), before=Space(), after=kit.group)
    if not panel.title:
        listed.before = kit.group
        return listed
    title = Saying(kit, panel.title, "panel.title", tag=title_tag)
    title.keeps_next = True
    return Stack([title, listed], before=kit.group, after=kit.group)


def _rows(cards: Sequence[Card]) -> tuple[int, ...]:
    """Return rows that keep leading feature cards apart from the others."""
    features = next((index for index, card in enumerate(cards) if card.role != "feature"), len(cards))
    return balanced(features, 2) + balanced(len(cards) - features)
