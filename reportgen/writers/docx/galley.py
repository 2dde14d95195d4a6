"""What the writing of one document gathers: counters, anchors, notes, parts, relationships and faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

from reportgen.document import Card, Document
from reportgen.errors import Finding, Place
from reportgen.themes import Theme
from reportgen.writers.docx.fit import Gauge
from reportgen.writers.docx.package import Part, Relations
from reportgen.writers.docx.xml import ILLEGAL, escape

Spans = dict[tuple[Card, ...], tuple[int, ...]]
"""How many columns of the grid each card of a row takes, found once for all settings of a page."""
Story = Literal["body", "note", "footer"]

_NAME = 40
"""How long a bookmark's name may be in Word."""


@dataclass(slots=True)
class Footnote:
    """A footnote by the language that began it, and its paragraphs, one a language."""

    lang: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Galley:
    """The tray that one document is set on; it lives as long as one call of `write`."""

    document: Document
    theme: Theme
    ids: frozenset[str]
    day: date
    gauge: Gauge
    lean: float = 0.0
    spans: Spans = field(default_factory=dict)
    controls: bool = False
    parts: list[Part] = field(default_factory=list)
    relations: dict[Story, Relations] = field(
        default_factory=lambda: {"body": Relations(), "note": Relations(), "footer": Relations()}
    )
    notes: list[Footnote] = field(default_factory=list)
    noted: dict[str, Footnote] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    ordered: list[int] = field(default_factory=list)
    story: Story = "body"
    block: str = ""
    pending: list[str] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    count: int = 0
    tallest: float = 0.0

    @property
    def leading(self) -> str:
        """The document's leading language."""
        return self.document.langs[0]

    @property
    def links(self) -> Relations:
        """The relationships of the story that is being set."""
        return self.relations[self.story]

    def next_id(self) -> int:
        """Return a number that no other bookmark or drawing of the document has."""
        self.count += 1
        return self.count

    def fault(self, code: str, message: str, hint: str = "", words: str = "") -> None:
        """Note what stops the document; the writing goes on, so that all faults are told at once."""
        self.faults.append(Finding(code, message, Place(block=self.block, words=words), hint))

    def text(self, text: str) -> str:
        """Return `text` escaped; a character that XML cannot hold is a fault of the block."""
        if bad := ILLEGAL.search(text):
            self.fault(
                "docx-character",
                f"Word cannot hold the character U+{ord(bad[0]):04X}",
                "remove it from the data or the text",
                ILLEGAL.sub("�", text),
            )
            return escape(ILLEGAL.sub("", text))
        return escape(text)

    @contextmanager
    def inside(self, block: str) -> Iterator[None]:
        """Set what is written meanwhile under the block of that id; its first paragraph becomes its anchor."""
        before = self.block
        self.block = block or before
        if block:
            self.pending.append(block)
        yield
        self.block = before

    def blank(self) -> Galley:
        """Return a galley for the same document with nothing on it, to measure what would be written."""
        given = (self.document, self.theme, self.ids, self.day, self.gauge, self.lean, self.spans, self.controls)
        return Galley(*given)

    @contextmanager
    def beside(self, tallest: float) -> Iterator[None]:
        """Set what is written meanwhile as columns, the tallest of them `tallest` points high."""
        before, self.tallest = self.tallest, tallest
        yield
        self.tallest = before

    @contextmanager
    def telling(self, story: Story) -> Iterator[None]:
        """Set what is written meanwhile in a note or footer, which have links of their own."""
        before, self.story = self.story, story
        yield
        self.story = before

    def anchors(self) -> list[str]:
        """Return the bookmark names of the next paragraph: of the blocks that begin there, or its own."""
        if self.story != "body":
            return []
        begun, self.pending = self.pending, []
        return [self.mark("rgb", name) for name in begun or [self.block] if name]

    def mark(self, kind: str, *meaning: str) -> str:
        """Return a bookmark name for the `kind` (`rgb` block, `rgf` figure) of thing that `meaning` names in parts."""
        name = self.unique(kind, "_".join(meaning))
        self.meanings[name] = meaning
        return name

    def unique(self, kind: str, name: str) -> str:
        """Return a bookmark name for the `kind` (`rgb` block, `rgf` figure) of thing called `name`, used once only."""
        wanted = bookmark(kind, name)
        ordinal = self.names.get(wanted, 0) + 1
        self.names[wanted] = ordinal
        return wanted if ordinal == 1 else self.unique(kind, f"{name}_{ordinal}")


def bookmark(kind: str, name: str) -> str:
    """Return a name that Word allows: letters, digits and underscores, 40 at most; longer ones end in a digest."""
    plain = f"{kind}_" + re.sub(r"[^A-Za-z0-9_\u4e00-\u9fff]", "_", name)
    if len(plain) <= _NAME:
        return plain
    return f"{plain[: _NAME - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
