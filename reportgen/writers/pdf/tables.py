"""A table to ruled rows that split between pages, the head repeated on each, numbers aligned at their end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from reportgen.document import Table
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.tablegrid import Placed, alignments, column_count, groups, placed, shares
from reportgen.writers.pdf.text import Saying, once

TABULAR = (("tnum", 1),)


class Grid:
    """What all parts of one table share: its cells as sayings, its columns, its structure elements."""

    def __init__(self, kit: Kit, table: Table) -> None:
        self.kit, self.table = kit, table
        self.columns = column_count(table)
        self.head, self.body = placed(table.head, self.columns), placed(table.body, self.columns)
        self.align = alignments(table, self.body, self.columns)
        self.sayings = {
            id(spot): self._saying(spot, "table.head" if section is self.head else "table.cell")
            for section in (self.head, self.body)
            for row in section
            for spot in row
        }
        # A head without a body is no head (ISO 32000-1, 14.8.4.3.4).
        self.tag, self.body_tag = Tag("Table"), Tag("TBody")
        self.head_tag = Tag("THead") if self.body else self.body_tag
        self._widths: dict[float, list[float]] = {}
        self._heights: dict[tuple[bool, float], list[float]] = {}
        self._feet: dict[float, list[float]] = {}

    def _saying(self, spot: Placed, role: str) -> Saying:
        spanned = set(self.align[spot.column : spot.column + spot.cell.colspan])
        align = spanned.pop() if len(spanned) == 1 else "start"
        features = TABULAR if align == "end" else ()
        return Saying(self.kit, once(spot.cell.words), role, tag="", beside=False, align=align, features=features)

    @property
    def pad(self) -> float:
        """The white above and under a row's words."""
        return self.kit.theme.grid.gutter * 0.45

    @property
    def gutter(self) -> float:
        """The white between columns."""
        return self.kit.theme.grid.gutter * 2

    def widths(self, width: float) -> list[float]:
        """Return the columns' widths, by the table's weights or by what the cells need."""
        if width not in self._widths:
            free = width - self.gutter * (self.columns - 1)
            weights = self.table.widths
            self._widths[width] = (
                [free * weight / sum(weights) for weight in weights] if weights else shares(self._naturals(), free)
            )
        return self._widths[width]

    def _naturals(self) -> list[float]:
        found = [self.kit.theme.style("table.cell").size] * self.columns
        for spot in (spot for row in (*self.head, *self.body) for spot in row if spot.cell.colspan == 1):
            found[spot.column] = max(found[spot.column], self.sayings[id(spot)].widest + SLACK)
        return found

    def place(self, spot: Placed, width: float) -> tuple[float, float]:
        """Return a cell's left edge and width in a table `width` points wide."""
        widths, gutter = self.widths(width), self.gutter
        left = sum(widths[: spot.column]) + gutter * spot.column
        span = widths[spot.column : spot.column + spot.cell.colspan]
        return left, sum(span) + gutter * (len(span) - 1)

    def heights(self, rows: Sequence[Sequence[Placed]], width: float) -> list[float]:
        """Return the heights of `rows` of one section, measured once for the whole section."""
        if not rows:
            return []
        section = self.head if any(rows[0] is row for row in self.head) else self.body
        key = (section is self.head, width)
        if key not in self._heights:
            self._heights[key] = self._measured(section, width)
        first = rows[0][0].row
        return self._heights[key][first : first + len(rows)]

    @cached_property
    def ends(self) -> list[int]:
        """The rows of the body before which it may part: where no cell goes on."""
        return [end for _, end in groups(self.body)]

    def feet(self, width: float) -> list[float]:
        """Return how far under the body's top each of its rows begins, and where the last one ends."""
        if width not in self._feet:
            self._feet[width] = list(accumulate(self.heights(self.body, width), initial=0.0))
        return self._feet[width]

    def _measured(self, rows: Sequence[Sequence[Placed]], width: float) -> list[float]:
        """Return the rows' heights; a cell over several rows stretches the last of them."""
        found = [2 * self.pad + self.kit.theme.style("table.cell").leading] * len(rows)
        for spot in sorted((spot for row in rows for spot in row), key=lambda spot: spot.cell.rowspan):
            need = self.sayings[id(spot)].height(self.place(spot, width)[1]) + 2 * self.pad
            span = range(spot.row, spot.row + spot.cell.rowspan)
            found[span[-1]] += max(need - sum(found[index] for index in span), 0.0)
        return found


class TableBox(Box):
    """The rows `first` to `end` of a table's body under its head, which is content once and repeated as an artifact."""

    def __init__(self, grid: Grid, first: int = 0, end: int | None = None) -> None:
        self.grid, self.first = grid, first
        self.end = len(grid.body) if end is None else end
        self.rows = grid.body[self.first : self.end]

    def _head(self, width: float) -> float:
        return sum(self.grid.heights(self.grid.head, width))

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height of head and rows."""
        feet = self.grid.feet(width)
        return self._head(width) + feet[self.end] - feet[self.first] + self.grid.kit.theme.grid.rule

    def least(self, width: float) -> float:
        """Return the height of the head and the first rows that hold together."""
        feet, ends = self.grid.feet(width), self.grid.ends
        end = ends[bisect_right(ends, self.first)] if self.rows else self.first
        return self._head(width) + feet[end] - feet[self.first]

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split between rows that no cell holds together."""
        feet, ends = self.grid.feet(width), self.grid.ends
        room += feet[self.first] - self._head(width) - self.grid.kit.theme.grid.rule
        fits = bisect_right(ends, room + SLACK, key=feet.__getitem__)
        if not fits or ends[fits - 1] <= self.first:
            return None, self
        cut = min(ends[fits - 1], self.end)
        return TableBox(self.grid, self.first, cut), TableBox(self.grid, cut, self.end)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the rows, and of the head where it is content."""
        for row in (*(self.grid.head if self.first == 0 else ()), *self.rows):
            for spot in row:
                yield from self.grid.sayings[id(spot)].mentions()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw head, rows and rules."""
        grid = self.grid
        with grid.tag.open(canvas):
            if grid.head and self.first == 0:
                with grid.head_tag.open(canvas):
                    self._section(canvas, grid.head, x, top, width)
            elif grid.head:
                with canvas.artifact("Pagination"):
                    self._section(canvas, grid.head, x, top, width)
            self._rules(canvas, x, top, width)
            if self.rows:
                with grid.body_tag.open(canvas):
                    self._section(canvas, self.rows, x, top - self._head(width), width)

    def _section(
        self, canvas: TaggedCanvas, rows: Sequence[Sequence[Placed]], x: float, top: float, width: float
    ) -> None:
        for row, height in zip(rows, self.grid.heights(rows, width), strict=True):
            with canvas.element("TR"):
                for spot in row:
                    self._cell(canvas, spot, x, top, width, head=rows is self.grid.head)
            top -= height

    def _cell(self, canvas: TaggedCanvas, spot: Placed, x: float, top: float, width: float, *, head: bool) -> None:
        left, own = self.grid.place(spot, width)
        saying = self.grid.sayings[id(spot)]
        is_header = head or spot.cell.header
        with canvas.element("TH" if is_header else "TD", lang=saying.lang, attributes=_attributes(spot, head)):
            saying.draw_lines(canvas, x + left, top - self.grid.pad, own)

    def _rules(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw a strong line over the head, a line under it, and hairlines between rows."""
        theme = self.grid.kit.theme
        rule, hair = theme.grid.rule, theme.grid.hairline
        foot = top - self._head(width)
        with canvas.artifact():
            canvas.rect(x, top - rule, width, rule, theme.color("ink"))
            if self.grid.head:
                canvas.rect(x, foot, width, hair, theme.color("ink"))
            self._hairlines(canvas, self.grid.head, x, top, width)
            foot = self._hairlines(canvas, self.rows, x, foot, width)
            if self.rows:
                canvas.rect(x, foot - rule, width, rule, theme.color("ink"))

    def _hairlines(
        self, canvas: TaggedCanvas, rows: Sequence[Sequence[Placed]], x: float, y: float, width: float
    ) -> float:
        """Draw a line under each cell but those of the last row, and return the foot of the rows."""
        first = rows[0][0].row if rows else 0
        for index, height in enumerate(self.grid.heights(rows, width), first + 1):
            y -= height
            if index < first + len(rows):
                ended = [spot for row in rows for spot in row if spot.row + spot.cell.rowspan == index]
                self._under(canvas, ended, x, y, width)
        return y

    def _under(self, canvas: TaggedCanvas, ended: Sequence[Placed], x: float, y: float, width: float) -> None:
        """Draw the line under the cells that end at one row, whole between neighbours."""
        theme, starts = self.grid.kit.theme, {spot.column for spot in ended}
        for spot in ended:
            left, own = self.grid.place(spot, width)
            reach = own + (self.grid.gutter if spot.column + spot.cell.colspan in starts else 0.0)
            canvas.rect(x + left, y, reach, theme.grid.hairline, theme.color("rule"))


def _attributes(spot: Placed, head: bool) -> str:
    """Return a cell's table attributes: what a header names, and how far it spans (ISO 32000-1, 14.8.5.7)."""
    parts = [f"/ColSpan {spot.cell.colspan}"] if spot.cell.colspan > 1 else []
    parts += [f"/RowSpan {spot.cell.rowspan}"] if spot.cell.rowspan > 1 else []
    if head or spot.cell.header:
        parts.insert(0, f"/Scope /{'Column' if head else 'Row'}")
    return " ".join(["/O /Table", *parts]) if parts else ""


class CaptionBox(Box):
    """A table's caption, the first child of its Table element."""

    keeps_next = True

    def __init__(self, saying: Saying, tag: Tag) -> None:
        self.saying, self.tag = saying, tag
        self.after = saying.after

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the words' height."""
        return self.saying.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the words."""
        with self.tag.open(canvas):
            self.saying.draw(canvas, x, top, width, air)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the words."""
        return self.saying.mentions()


def table_box(kit: Kit, table: Table) -> Stack:
    """Return `table` under its caption; a table without cells is its caption alone."""
    grid = Grid(kit, table)
    caption = Saying(kit, table.caption, "table.caption", tag="Caption" if grid.columns else "P")
    boxes: list[Box] = [TableBox(grid)] if grid.columns else []
    if caption.paragraphs:
        boxes.insert(0, CaptionBox(caption, grid.tag) if grid.columns else caption)
    return Stack(boxes, before=kit.group, after=kit.group)
