"""The notes of a document to numbered lines at its end, under a short rule."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Document, Emphasis, Inlines, Link, Note, Strong
from reportgen.document.walk import slots, walk
from reportgen.writers.pdf.boxes import Box, Stack, Tag
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


def notes_box(kit: Kit, document: Document) -> Stack | None:
    """Return the notes of `document`, language by language in reading order; None where there is none."""
    found = [
        (wording.lang, note)
        for block in walk(document.blocks)
        for words in slots(block)
        for wording in words
        for note in _notes(wording.content)
    ]
    if not found:
        return None
    ordered = sorted(found, key=lambda pair: document.langs.index(pair[0]) if pair[0] in document.langs else 0)
    return Stack([ShortRule(kit), *(_line(kit, lang, note) for lang, note in ordered)], before=kit.group)


def _line(kit: Kit, lang: str, note: Note) -> Box:
    style = kit.style("note", lang, lang != kit.langs[0])
    runs = [Run(f"{note.number} ", style, lang), *runs_of(note.content, style, lang)]
    return TextBox(kit, kit.of_runs(runs, style, lang, "start"), Tag("P", lang=lang))


def _notes(content: Inlines) -> Iterator[Note]:
    for inline in content:
        match inline:
            case Note():
                yield inline
            case Strong(content=inner) | Emphasis(content=inner) | Link(content=inner):
                yield from _notes(inner)
            case _:
                pass
