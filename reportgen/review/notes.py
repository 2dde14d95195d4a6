"""The footnotes of a returned draft against those of its record: both in, what became of each out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from reportgen.review.lines import lines_of
from reportgen.review.seating import ALIKE, likeness
from reportgen.review.xml import Element, make, parsed, value, w

NoteStatus = Literal["edited", "deleted", "added"]
_PART = "word/footnotes.xml"


@dataclass(frozen=True, slots=True)
class NoteReview:
    """A footnote that was changed: what happened to it, what it said and what it says."""

    status: NoteStatus
    base: str
    now: str


def notes_of(parts: Mapping[str, bytes], root: Element) -> list[str]:
    """Return the text of each footnote that the main part `root` refers to, in that order."""
    marks = [value(mark, "id") for mark in root.iter(w("footnoteReference")) if not _is_gone(mark)]
    if not marks or _PART not in parts:
        return []
    try:
        notes = {value(note, "id"): note for note in parsed(parts[_PART]).iter(w("footnote"))}
    except ValueError:
        return []
    return [_text(notes[mark]) for mark in marks if mark in notes]


def compared(base: Sequence[str], now: Sequence[str]) -> Iterator[NoteReview]:
    """Yield what became of the notes `base`; those that stay as they were are not told."""
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, base, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = list(base[i1:i2]), list(now[j1:j2])
        while old and new and (len(old) == len(new) or likeness(old[0], new[0]) >= ALIKE):
            yield NoteReview("edited", old.pop(0), new.pop(0))
        yield from (NoteReview("deleted", text, "") for text in old)
        yield from (NoteReview("added", "", text) for text in new)


def _is_gone(mark: Element) -> bool:
    return any(True for _ in mark.iterancestors(w("del"), w("moveFrom")))


def _text(note: Element) -> str:
    """Return the words of `note` with tracked changes accepted, a line a paragraph."""
    story = make("document")
    make("body", story).extend(list(note))
    return "\n".join(line.text.strip() for line in lines_of(story))
