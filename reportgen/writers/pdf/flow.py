"""Boxes to pages: filled top to bottom with their notes at the foot, opened with air so that a page ends on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import Finding, WriterError
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, solve
from reportgen.writers.pdf.build import PageStart
from reportgen.writers.pdf.footer import Footer
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.notes import foot_of

EMPTY = 0.12
"""The part of a page that may stay empty under boxes at full air; a page with more is not meant to be full."""
CALM = 0.4
"""The air of a page that is not meant to be full."""
MOST_CARRIED = 0.5
"""The part of a page that notes left over from the page before may take."""
HALVINGS = 5
"""How often the room that notes leave is halved to find the most text that fits over them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its boxes, and the notes at its foot."""

    body: Stack
    foot: Stack | None = None

    def foot_height(self, width: float) -> float:
        """Return what the notes take with the white over them."""
        return self.foot.before.base + self.foot.height(width) if self.foot else 0.0


def page_room(kit: Kit, footer: Footer) -> float:
    """Return the height of the type area between the upper margin and the foot."""
    return kit.theme.page.height - kit.theme.page.top - footer.top


def paginate(kit: Kit, boxes: Sequence[Box], room: float, notes: Mapping[Mention, Box]) -> list[Sheet]:
    """Return the pages that hold `boxes`, `room` points high, each with the `notes` that it mentions.

    Raises WriterError for a box that no page can hold.
    """
    filler = _Filler(kit, room, notes)
    sheets = [sheet for part in _parts(boxes) for sheet in filler.sheets(part)]
    return filler.ended(sheets)


def _parts(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield what stands between forced page starts; the first start of a document starts nothing new."""
    part: list[Box] = []
    for box in boxes:
        if not isinstance(box, PageStart):
            part.append(box)
        elif part:
            yield part
            part = []
    yield part


class _Filler:
    """Fills page after page; keeps the notes that no page has yet, and those that go over to the next one."""

    def __init__(self, kit: Kit, room: float, notes: Mapping[Mention, Box]) -> None:
        self.kit, self.width, self.room = kit, kit.theme.page.measure, room
        self.waiting = dict(notes)
        self.carried: list[Box] = []

    def sheets(self, boxes: list[Box]) -> Iterator[Sheet]:
        """Yield the pages of `boxes`."""
        while True:
            body, boxes = self._body(boxes)
            wanted = [*self.carried, *self._noted(body)]
            for mention in body.mentions():
                self.waiting.pop(mention, None)
            foot, self.carried = self._foot(wanted, self.room - body.height(self.width))
            yield Sheet(body, foot)
            if not boxes:
                return

    def ended(self, sheets: list[Sheet]) -> list[Sheet]:
        """Return `sheets` with the notes that are left: on the last page, or on more."""
        left = [*self.carried, *self.waiting.values()]
        if left:
            last = sheets[-1]
            known = list(last.foot.boxes[1:]) if last.foot else []
            foot, left = self._foot([*known, *left], self.room - last.body.height(self.width))
            sheets = [*sheets[:-1], replace(last, foot=foot)]
        while left:
            foot, left = self._foot(left, self.room)
            if foot is None:
                raise _too_small(left[0], self.width, self.room)
            sheets.append(Sheet(Stack([]), foot))
        return sheets

    def _noted(self, body: Stack) -> list[Box]:
        said = set(body.mentions())
        return [note for mention, note in self.waiting.items() if mention in said]

    def _need(self, body: Stack) -> float:
        """Return the height of the notes that `body` brings, after those carried over."""
        wanted = [*self.carried, *self._noted(body)]
        return Sheet(body, foot_of(self.kit, wanted) if wanted else None).foot_height(self.width)

    def _body(self, boxes: list[Box]) -> tuple[Stack, list[Box]]:
        """Return as many of `boxes` as fit on a page with the notes they bring, and the rest."""
        most = self.room - min(self._need(Stack([])), self.room * MOST_CARRIED)
        body, rest = self._filled(boxes, most)
        need = self._need(body)
        if body.height(self.width) + need <= self.room + SLACK:
            return body, rest
        return self._under(boxes, self.room - need, most) or self._least(boxes)

    def _under(self, boxes: list[Box], low: float, high: float) -> tuple[Stack, list[Box]] | None:
        """Return the most of `boxes` that leaves room for its notes, between a room that does and one that does not."""
        found = None
        for tried in range(HALVINGS + 1):
            room = (low + high) / 2 if tried else low
            made = self._split(boxes, room)
            if made and made[0].height(self.width) + self._need(made[0]) <= self.room + SLACK:
                low, found = room, made
            elif tried:
                high = room
            else:
                return None
        return found

    def _least(self, boxes: list[Box]) -> tuple[Stack, list[Box]]:
        """Return the least part of `boxes` that may stand on a page: its notes are longer than what is left."""
        least = Stack(boxes).least(self.width)
        return self._split(boxes, least) or self._filled(boxes, self.room)

    def _filled(self, boxes: list[Box], room: float) -> tuple[Stack, list[Box]]:
        made = self._split(boxes, room) or self._split(boxes, self.room)
        if made:
            return made
        raise _too_small(Stack(boxes), self.width, self.room)

    def _split(self, boxes: list[Box], room: float) -> tuple[Stack, list[Box]] | None:
        """Return what of `boxes` fits in `room`, and the rest; looks no further than the first that does not fit."""
        height, end = 0.0, 0
        while end < len(boxes) and height <= room + SLACK:
            white = max(boxes[end - 1].after.base, boxes[end].before.base) if end else 0.0
            height += white + boxes[end].height(self.width)
            end += 1
        if height <= room + SLACK:
            return Stack(boxes), []
        head, tail = Stack(boxes[:end]).split(self.width, room) if end else (None, None)
        if not isinstance(head, Stack):
            return None
        return head, [*(tail.boxes if isinstance(tail, Stack) else ()), *boxes[end:]]

    def _foot(self, wanted: list[Box], room: float) -> tuple[Stack | None, list[Box]]:
        """Return the notes that fit in `room` under their rule, and those that go over to the next page."""
        if not wanted:
            return None, []
        whole = foot_of(self.kit, wanted)
        room -= whole.before.base
        if whole.height(self.width) <= room + SLACK:
            return whole, []
        head, tail = whole.split(self.width, room)
        if not isinstance(head, Stack):
            return None, wanted
        return head, list(tail.boxes) if isinstance(tail, Stack) else []


def _too_small(box: Box, width: float, room: float) -> WriterError:
    message = f"a block is {box.least(width):.0f} points high, and a page holds {room:.0f}"
    hint = "shorten its words, or choose a theme with a larger page"
    return WriterError((Finding("page-too-small", message, hint=hint),))


def air_of(sheet: Sheet, width: float, room: float) -> float:
    """Return the air that fills the page, or a calm measure of it where even the most leaves a large hole."""
    page, room = sheet.body, room - sheet.foot_height(width)
    if not page.airy:
        return 0.0
    if room - page.height(width, 1.0) > room * EMPTY:
        return CALM
    return solve(lambda air: page.height(width, air), room, 1.0)
