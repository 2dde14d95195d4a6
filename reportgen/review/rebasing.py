"""An editor's draft and the same draft of revised data in, the editor's own file with tracked updates out.

Only what must change is written anew; every other part of the file stays byte for byte as the editor left it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.errors import Place, UsageError
from reportgen.review.merging import Conflict, Edit, Merged, merge
from reportgen.review.notes import compared
from reportgen.review.opening import MAIN, opened
from reportgen.review.pairing import Pairs, paired
from reportgen.review.patching import Pen, patch, pen_for
from reportgen.review.reading import PassageReview, Reading, judged, reading
from reportgen.review.record import Passage, Record, record_of
from reportgen.review.remarks import Remarks
from reportgen.review.said import Said, tokens
from reportgen.review.saying import Telling, telling
from reportgen.review.striking import add_paragraph, strike_out
from reportgen.review.taking import taken_over
from reportgen.review.xml import value, w, written


@dataclass(frozen=True, slots=True)
class Rebased:
    """The file brought up to date: how many tracked changes and comments of ours it holds, and what conflicts."""

    data: bytes
    changes: int
    comments: int
    conflicts: tuple[tuple[str, Conflict], ...]


def rebase(edited: bytes, fresh: bytes, file: str = "") -> Rebased:
    """Return the draft `edited` with what `fresh` says otherwise as tracked changes, and conflicts as comments.

    Rejecting the changes gives the words back as they were.  Raises SourceError for a draft that cannot be read, and
    UsageError where the two are not the same briefing in the same languages.
    """
    held = reading(edited, file)
    package = opened(fresh)
    new = record_of(package.parts)
    _refuse_another(held.record, new, file)
    work = _Rebase(held, new, paired(held.record.passages, new.passages))
    work.run()
    changed = {MAIN: written(held.package.root)} | work.remarks.changed()
    changed |= taken_over(held.package, held.record, package, new)
    return Rebased(held.package.saved(changed), work.pen.count, work.remarks.added, tuple(work.conflicts))


def _refuse_another(old: Record, new: Record, file: str) -> None:
    if (old.briefing, old.langs, old.layout) != (new.briefing, new.langs, new.layout):
        told = [f"{it.briefing} in {'+'.join(it.langs)}, {it.layout}" for it in (old, new)]
        message = f"the draft is of {told[0]}, and the new one of {told[1]}"
        raise UsageError.of("review-other", message, Place(file=file), "give the draft of the same page")


class _Rebase:
    """The work on one draft: what is written into it, and with which pen."""

    def __init__(self, held: Reading, new: Record, pairs: Pairs) -> None:
        self.held, self.new, self.pairs = held, new, pairs
        stamp = f"{new.issued}T00:00:00Z"
        self.pen: Pen = pen_for(held.package.root, stamp)
        self.remarks = Remarks(held.package.parts, stamp)
        self.say: Telling = telling(new.langs[0])
        self.conflicts: list[tuple[str, Conflict]] = []
        self.reviews: list[PassageReview] = list(judged(held).passages)
        self.jobs: list[tuple[int, Edit, dict[str, str]]] = []

    def run(self) -> None:
        """Bring every passage up to date."""
        _rename(self.held, _names(self.held.record, self.new, self.pairs))
        for at, seat in enumerate(self.held.seats):
            if seat.segments:
                self._passage(at)
        # From the end of each line, since the places after an edit move.
        for line, edit, names in sorted(self.jobs, key=lambda job: (job[0], -job[1].start, -job[1].end)):
            patch(self.held.lines[line], edit, names, self.pen)
        for note in compared(self.held.record.notes, self.new.notes):
            for first in self.held.lines[:1]:
                self.remarks.add(first.elements[0], self.say.note.format(base=note.base, now=note.now))
        for there, above in reversed(self.pairs.coming.items()):
            self._come(self.new.passages[there], above)

    def _passage(self, at: int) -> None:
        passage = self.held.seats[at].passage
        if at not in self.pairs.same:
            self._drop(at)
            return
        fresh = self.new.passages[self.pairs.same[at]]
        merged = merge(passage.said, fresh.said, self.held.holdings[at].said)
        self._write(at, merged, fresh)
        for conflict in merged.conflicts:
            self.conflicts.append((passage.block, conflict))
            self._remark(at, self.say.conflict(conflict))
        if passage.drawing and fresh.drawing and passage.drawing != fresh.drawing:
            self._remark(at, self.say.drawing)

    def _write(self, at: int, merged: Merged, fresh: Passage) -> None:
        names = {mark.key: mark.anchor for mark in fresh.figures}
        said = self.held.holdings[at].said
        for whole in merged.edits:
            for edit in _finer(whole, said):
                self._place(at, edit, names)

    def _place(self, at: int, edit: Edit, names: dict[str, str]) -> None:
        """Note `edit`, whose places are the passage's, for the lines that hold it: new words in the first of them."""
        for number, (line, part) in enumerate(_parts(self.held, at, edit)):
            mine = part if not number else Edit(part.start, part.end, Said(""))
            self.jobs.append((line, mine, names))

    def _drop(self, at: int) -> None:
        """Strike out a passage that is no longer made, unless the editor has worked on it."""
        said = self.held.holdings[at].said
        if self.reviews[at].changed or self.held.seats[at].passage.drawing:
            self._remark(at, self.say.dropped)
            return
        self._place(at, Edit(0, len(said.text), Said("")), {})
        for segment in self.held.seats[at].segments:
            strike_out(self.held.lines[segment.line].elements[-1], self.pen)

    def _come(self, passage: Passage, above: int) -> None:
        """Put a new passage after the one `above` it, or tell of it there where no paragraph of its own can stand."""
        near = [at for at in range(above, -1, -1) if self.held.seats[at].segments]
        lines = [self.held.lines[self.held.seats[at].segments[-1].line] for at in near[:1]] or self.held.lines[:1]
        if not lines:
            return
        if not add_paragraph(lines[0].elements[-1], passage, self.pen):
            self.remarks.add(lines[0].elements[0], self.say.coming(passage.text))

    def _remark(self, at: int, text: str) -> None:
        line = self.held.lines[self.held.seats[at].segments[0].line]
        self.remarks.add(line.elements[0], text)


def _finer(edit: Edit, said: Said) -> Iterator[Edit]:
    """Yield the parts of a figure that change, so that its unit keeps its look; other edits as they are."""
    if not edit.figure:
        yield edit
        return
    old, new = tokens(Said(said.text[edit.start : edit.end])), tokens(Said(edit.new.text))
    first, second = ([str(token.word) for token in side] for side in (old, new))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "equal":
            start = edit.start + (old[i1].start if i1 < len(old) else len(said.text[edit.start : edit.end]))
            text = "".join(str(token.word) for token in new[j1:j2])
            end = edit.start + old[i2 - 1].end if i2 > i1 else start
            yield Edit(start, end, Said(text), edit.figure)


def _parts(held: Reading, at: int, edit: Edit) -> Iterator[tuple[int, Edit]]:
    """Yield the lines that `edit` of the passage goes over, each with its part in the line's own places."""
    shift = 0
    segments = held.seats[at].segments
    for number, segment in enumerate(segments):
        size = segment.end - segment.start
        start, end = max(edit.start - shift, 0), min(edit.end - shift, size)
        last = number == len(segments) - 1
        holds = start < end or (edit.start == edit.end and (start < size or last) and start == end)
        if holds:
            offset = segment.start
            yield segment.line, Edit(start + offset, end + offset, edit.new, edit.figure)
            if edit.start == edit.end:
                return
        shift += size


def _names(old: Record, new: Record, pairs: Pairs) -> dict[str, str]:
    """Return the new bookmark of each old one that stands for the same thing."""
    names: dict[str, str] = {}
    for here, there in pairs.same.items():
        one, other = old.passages[here], new.passages[there]
        names |= dict(zip(one.anchors, other.anchors, strict=False))
        anchors = {mark.key: mark.anchor for mark in other.figures}
        names |= {mark.anchor: anchors[mark.key] for mark in one.figures if mark.key in anchors}
    return {name: other for name, other in names.items() if name != other}


def _rename(held: Reading, names: dict[str, str]) -> None:
    for mark in held.package.root.iter(w("bookmarkStart")):
        if (name := value(mark, "name")) in names:
            mark.set(w("name"), names[name])
