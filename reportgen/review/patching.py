"""Edits to a line into tracked changes in its own runs: what goes is struck out, what comes looks like its neighbour.

Nothing but runs is cut, wrapped or put between others, so that rejecting every change gives the line back as it was.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.review.lines import Line, Piece
from reportgen.review.merging import Edit
from reportgen.review.remarks import AUTHOR
from reportgen.review.said import Said
from reportgen.review.xml import XML_SPACE, Element, local, make, value, w

_INSIDE = {"ins", "hyperlink", "sdtContent", "smartTag", "moveTo"}


@dataclass(slots=True)
class Pen:
    """Who writes: every change is dated `stamp` (ISO 8601) and numbered."""

    stamp: str
    next: int
    count: int = 0

    def number(self) -> str:
        """Return an id that no other change or bookmark has."""
        self.next += 1
        return str(self.next)

    def wrap(self, kind: str) -> Element:
        """Return an empty `ins` or `del` of ours (ECMA-376-1, 17.13.5)."""
        self.count += 1
        return make(kind, None, id=self.number(), author=AUTHOR, date=self.stamp)


def pen_for(root: Element, stamp: str) -> Pen:
    """Return a pen whose numbers are new to `root`."""
    held = (value(item, "id") for item in root.iter() if local(item))
    return Pen(stamp, max((int(number) for number in held if number.isdecimal() and len(number) < 10), default=0))


def patch(line: Line, edit: Edit, names: Mapping[str, str], pen: Pen) -> None:
    """Make `edit`, whose places are the line's, as tracked changes; `names` are the bookmarks of figures by key.

    Edits of one line are made from its end, since places after an edit move.
    """
    gone = _isolated(line, edit.start, edit.end)
    look = _look(line, edit.start, gone)
    marks = [_strike(piece, pen) for piece in gone]
    if not edit.new.text:
        return
    coming = pen.wrap("ins")
    coming.extend(_runs(edit.new, look, {} if edit.figure else names, pen))
    if marks:
        # Digits typed at the edge of a figure stand outside its bookmark, the longest part of it inside.
        sizes = [piece.end - piece.start for piece in gone]
        marks[sizes.index(max(sizes)) if edit.figure else -1].addnext(coming)
    else:
        _insert(line, edit, coming)


def _runs(said: Said, look: Element | None, names: Mapping[str, str], pen: Pen) -> Iterator[Element]:
    """Yield runs of `said`, its figures in bookmarks."""
    at = 0
    for held in said.figures:
        yield from _run(said.text[at : held.start], look)
        name = names.get(held.key, "")
        number = pen.number() if name else ""
        if name:
            yield make("bookmarkStart", None, id=number, name=name)
        yield from _run(said.shown(held), look)
        if name:
            yield make("bookmarkEnd", None, id=number)
        at = held.end
    yield from _run(said.text[at:], look)


def _run(text: str, look: Element | None) -> Iterator[Element]:
    if not text:
        return
    run = make("r")
    if look is not None:
        run.append(copy.deepcopy(look))
    for number, part in enumerate(text.split("\n")):
        if number:
            make("br", run)
        if part:
            held = make("t", run)
            held.text = part
            held.set(XML_SPACE, "preserve")
    yield run


def _look(line: Line, at: int, gone: list[Piece]) -> Element | None:
    """Return the properties of the run that new words stand in for, or else of the one before or after."""
    near = gone or [piece for piece in line.pieces if piece.end <= at][-1:] or line.pieces[:1]
    run = near[0].element.getparent() if near else None
    return None if run is None else run.find(w("rPr"))


def _isolated(line: Line, start: int, end: int) -> list[Piece]:
    """Return the pieces from `start` to `end`, cut out where they are longer, each in a run of its own."""
    for at in (end, start):
        _cut(line, at)
    found = [piece for piece in line.pieces if start <= piece.start and piece.end <= end]
    for piece in found:
        _own_run(piece.element)
    return found


def _cut(line: Line, at: int) -> None:
    """Cut the piece that goes over the place `at` in two."""
    for index, piece in enumerate(line.pieces):
        if piece.start < at < piece.end:
            text = piece.element.text or ""
            rest = copy.deepcopy(piece.element)
            piece.element.text, rest.text = text[: at - piece.start], text[at - piece.start :]
            for held in (piece.element, rest):
                held.set(XML_SPACE, "preserve")
            rest.tail = None
            piece.element.addnext(rest)
            line.pieces.insert(index + 1, Piece(at, piece.end, rest))
            piece.end = at
            _own_run(rest)
            return


def _own_run(element: Element) -> None:
    """Give `element` a run of its own, looking like the one it stands in."""
    run = element.getparent()
    if run is None or local(run) != "r":
        return
    look = run.find(w("rPr"))
    content = [item for item in run if item is not look]
    at = content.index(element)
    if content[at + 1 :]:
        run.addnext(_sibling(look, content[at + 1 :]))
    if content[:at]:
        run.addprevious(_sibling(look, content[:at]))


def _sibling(look: Element | None, content: list[Element]) -> Element:
    made = make("r")
    if look is not None:
        made.append(copy.deepcopy(look))
    made.extend(content)
    return made


def _strike(piece: Piece, pen: Pen) -> Element:
    """Strike out the run of `piece` and return the mark around it."""
    run = piece.element.getparent()
    if run is None:
        raise AssertionError("text without a run")
    _unlock(run)
    if local(piece.element) == "t":
        piece.element.tag = w("delText")
        piece.element.set(XML_SPACE, "preserve")
    mark = pen.wrap("del")
    run.addprevious(mark)
    mark.append(run)
    return mark


def _unlock(run: Element) -> None:
    """Open the control around `run`, whose content its reader must be able to accept or reject."""
    for control in run.iterancestors(w("sdt")):
        lock = control.find(f"{w('sdtPr')}/{w('lock')}")
        if lock is not None and value(lock) in ("sdtContentLocked", "contentLocked"):
            lock.set(w("val"), "sdtLocked")


def _insert(line: Line, edit: Edit, coming: Element) -> None:
    """Put `coming` at the place of `edit`: words of a figure inside it, and others outside figures that end there."""
    before = [piece.element for piece in line.pieces if piece.end <= edit.start]
    after = [piece.element for piece in line.pieces if piece.start >= edit.start]
    if before:
        spot = _outermost(before[-1], after[0] if after else None)
        while not edit.figure and (following := spot.getnext()) is not None and local(following) == "bookmarkEnd":
            spot = following
        spot.addnext(coming)
    elif after:
        spot = _outermost(after[0], None)
        while not edit.figure and (earlier := spot.getprevious()) is not None and _is_figure(earlier):
            spot = earlier
        spot.addprevious(coming)
    else:
        line.elements[0].append(coming)


def _is_figure(mark: Element) -> bool:
    return local(mark) == "bookmarkStart" and value(mark, "name").startswith("rgf_")


def _outermost(element: Element, other: Element | None) -> Element:
    """Return the run of `element`, or the outermost control, change or link that holds it without `other`."""
    spot = element
    around = set(other.iterancestors()) if other is not None else set()
    while (parent := spot.getparent()) is not None and local(parent) in {"r", "sdt", *_INSIDE} and parent not in around:
        spot = parent
    return spot
