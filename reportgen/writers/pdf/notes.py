"""The notes of a document to numbered lines, which stand under a short rule at the foot of the page of their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document import Document, Emphasis, Inlines, Link, Note, Strong, Words
from reportgen.document.walk import slots, walk
from reportgen.writers.pdf.boxes import Box, Mention, Space, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.runs import Run, runs_of
from reportgen.writers.pdf.text import TextBox

RULE_SHARE = 0.2
"""The part of the measure that the rule over the notes takes."""


class ShortRule(Box):
    """The rule that parts notes from the text."""

    keeps_next = True

    def __init__(self, kit: Kit) -> None:
        self.kit = kit

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the rule and the white under it."""
        return self.kit.theme.grid.gutter * 0.75

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the rule."""
        grid = self.kit.theme.grid
        with canvas.artifact():
            canvas.rect(x, top - grid.hairline, width * RULE_SHARE, grid.hairline, self.kit.theme.color("grey"))


def note_boxes(kit: Kit, document: Document) -> dict[Mention, Box]:
    """Return the notes of `document`, language by language in reading order."""
    found = [
        (wording.lang, note)
        for block in walk(document.blocks)
        for words in slots(block)
        for wording in words
        for note in _notes(wording.content)
    ]
    ordered = sorted(found, key=lambda pair: document.langs.index(pair[0]) if pair[0] in document.langs else 0)
    return {(lang, note.number): _line(kit, lang, note) for lang, note in ordered}


def mentions_of(words: Words) -> Iterator[Mention]:
    """Yield the notes whose numbers stand in `words`."""
    for wording in words:
        yield from ((wording.lang, note.number) for note in _notes(wording.content))


def foot_of(kit: Kit, notes: Sequence[Box]) -> Stack:
    """Return `notes` under their rule, as they stand at the foot of a page."""
    return Stack([ShortRule(kit), *notes], before=Space(kit.theme.grid.gutter * 1.5))


def _line(kit: Kit, lang: str, note: Note) -> Box:
    style = kit.style("note", lang, lang != kit.langs[0])
    runs = [Run(f"{note.number} ", style, lang), *runs_of(note.content, style, lang)]
    return TextBox(kit, kit.of_runs(runs, style, lang, "start"), Tag("Note", lang=lang))


def _notes(content: Inlines) -> Iterator[Note]:
    for inline in content:
        match inline:
            case Note():
                yield inline
            case Strong(content=inner) | Emphasis(content=inner) | Link(content=inner):
                yield from _notes(inner)
            case _:
                pass
