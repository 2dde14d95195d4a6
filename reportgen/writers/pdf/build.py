"""Blocks to boxes: one case a block, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from reportgen.document import (
    REPORT_TITLE,
    Block,
    Callout,
    Card,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    Keywords,
    List,
    Masthead,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Table,
    Text,
    Wording,
    Words,
    plain,
)
from reportgen.document.walk import walk
from reportgen.themes import Style
from reportgen.writers.pdf.boxes import Anchored, Box, Mention, Stack, Tag
from reportgen.writers.pdf.callouts import callout_box
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.cards import panel_box
from reportgen.writers.pdf.charts import chart_box
from reportgen.writers.pdf.columns import columns_box
from reportgen.writers.pdf.contents import Entry, contents_box
from reportgen.writers.pdf.flowing import FlowBox
from reportgen.writers.pdf.keywords import keywords_box
from reportgen.writers.pdf.kit import Kit, separator
from reportgen.writers.pdf.lists import list_box
from reportgen.writers.pdf.masthead import MastheadBox
from reportgen.writers.pdf.pictures import picture_box
from reportgen.writers.pdf.runs import Run, runs_of
from reportgen.writers.pdf.tables import table_box
from reportgen.writers.pdf.text import Saying, TextBox, text_boxes
from reportgen.writers.pdf.values import is_wide

EN_SPACE = "\u2002"
DEEPEST = 6
"""The lowest heading that PDF names (ISO 32000-1, 14.8.4.3.2)."""


class PageStart(Box):
    """A mark in the flow: what follows begins a page."""

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return nothing: the mark takes no room."""
        return 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw nothing."""


class HeadingBox(Box):
    """A heading that stays with what follows, and that the outline lists."""

    keeps_next = True

    def __init__(self, saying: Saying, title: str, level: int) -> None:
        self.saying, self.title, self.level = saying, title, level
        self.before, self.after = saying.before, saying.after

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the words' height."""
        return self.saying.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Set the bookmark, then draw the words."""
        canvas.bookmark(self.title, self.level, top)
        self.saying.draw(canvas, x, top, width, air)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the words."""
        return self.saying.mentions()


@dataclass(slots=True)
class Builder:
    """Makes boxes; remembers the level of the last heading, so that none is skipped (ISO 14289-1, 7.4.2)."""

    kit: Kit
    document: Document
    pages: Mapping[str, int] = field(default_factory=dict)
    level: int = 0
    count: int = 0

    def boxes(self, blocks: Sequence[Block]) -> list[Box]:
        """Return the boxes of `blocks`, those that can be led to with their id."""
        found: list[Box] = []
        for block in blocks:
            for box in self._made(block):
                named = bool(block.id) and not isinstance(block, Heading | PageBreak | Masthead)
                found.append(Anchored(box, block.id) if named else box)
        return found

    def _made(self, block: Block) -> list[Box]:
        match block:
            case Masthead():
                return self._masthead(block)
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return self._paragraph(block)
            case List():
                return [list_box(self.kit, block, [self.boxes(item) for item in block.items])]
            case Callout():
                return [callout_box(self.kit, block, self.boxes(block.children))]
            case Columns(flow=count, columns=(column,)) if count:
                return [FlowBox(self.kit, Stack(self.boxes(column)), count)]
            case Columns():
                return [columns_box(self.kit, block, [self.boxes(column) for column in block.columns])]
            case PageBreak():
                return [PageStart()]
            case _:
                return [self._group(block)]

    def _group(self, block: Table | Picture | Chart | Panel | Card | Keywords | Contents) -> Box:
        match block:
            case Panel():
                return panel_box(self.kit, replace(block, title=numbered(block.number, block.title)), self._tag())
            case Card():
                return panel_box(self.kit, Panel(id=block.id, cards=(block,)), self._tag())
            case Keywords():
                return keywords_box(self.kit, block, self._tag())
            case Chart():
                return chart_box(self.kit, replace(block, title=numbered(block.number, block.title)))
            case Table():
                return table_box(self.kit, replace(block, caption=numbered(block.number, block.caption)))
            case Picture():
                return picture_box(self.kit, replace(block, caption=numbered(block.number, block.caption)))
            case Contents():
                return contents_box(self.kit, block, entries(self.document), self.pages, self._tag())
            case _:
                assert_never(block)

    def _tag(self) -> str:
        """Return the tag of a group's own title: one level under the last heading."""
        return f"H{min(self.level + 1, DEEPEST)}"

    def _masthead(self, block: Masthead) -> list[Box]:
        self.level = 1
        return [PageStart(), MastheadBox(self.kit, block)]

    def _heading(self, block: Heading) -> Box:
        under = block.role != REPORT_TITLE and self._is_titled
        level = min(block.level + under, self.level + 1, DEEPEST)
        self.level = level
        words = numbered(block.number, block.words)
        role = block.role or self.kit.theme.heading(block.level)
        saying = Saying(self.kit, words, role, tag=f"H{level}", beside=False)
        title = plain(words[0].content) if words else ""
        box = HeadingBox(saying, title, level)
        self.count += 1
        return Anchored(box, block.id or f"heading-{self.count}")

    @property
    def _is_titled(self) -> bool:
        """Tell whether something stands over all headings."""
        return any(isinstance(block, Masthead) or block.role == REPORT_TITLE for block in self.document.blocks)

    def _paragraph(self, block: Paragraph) -> list[Box]:
        role = block.role or "body"
        if not block.lead:
            return text_boxes(self.kit, block.words, role)
        leads = {wording.lang: wording for wording in block.lead}
        boxes: list[Box] = []
        for index, wording in enumerate(block.words):
            style = self.kit.style(role, wording.lang, index > 0)
            runs = list(runs_of(wording.content, style, wording.lang))
            if wording.lang in leads:
                lead = leads.pop(wording.lang)
                bold = self.kit.style("lead", lead.lang, index > 0)
                runs = [*runs_of(lead.content, bold, lead.lang), *_gap(lead, bold), *runs]
            text = self.kit.of_runs(runs, style, wording.lang)
            boxes.append(TextBox(self.kit, text, Tag("P", lang=wording.lang)))
        return boxes + text_boxes(self.kit, tuple(leads.values()), "lead")


def _gap(lead: Wording, style: Style) -> tuple[Run, ...]:
    """Return what parts a run-in lead from its text: nothing where a mark of full width does (CLREQ 4.2)."""
    said = plain(lead.content)
    closed = bool(said) and is_wide(said[-1]) and not said[-1].isalnum()
    return () if closed else (Run(separator(lead.lang), style, lead.lang),)


def numbered(number: str, words: Words) -> Words:
    """Return `words` behind the block's number, which the leading language says for all."""
    if not number:
        return words
    # A mark of full width, as in 一、, brings its own white.
    space = "" if is_wide(number[-1]) else EN_SPACE
    return tuple(replace(item, content=(Text(number + space), *item.content)) for item in words[:1]) + words[1:]


def entries(document: Document) -> list[Entry]:
    """Return every heading of `document` with the id that leads to it."""
    headings = [block for block in walk(document.blocks) if isinstance(block, Heading)]
    return [
        Entry(heading, heading.id or f"heading-{index}", numbered(heading.number, heading.words))
        for index, heading in enumerate(headings, 1)
        if heading.role != REPORT_TITLE
    ]
