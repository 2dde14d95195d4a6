"""Composed Markdown to blocks: each fence becomes the block that its name promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast, get_args

from reportgen.document import (
    AUTO,
    REPORT_TITLE,
    Block,
    Callout,
    Card,
    CardLine,
    CardRole,
    Chart,
    Columns,
    Contents,
    Figure,
    Heading,
    Inlines,
    Keyword,
    Keywords,
    Masthead,
    PageBreak,
    Panel,
    Paragraph,
    Trend,
    Words,
    figures,
    plain,
)
from reportgen.errors import Finding, Place
from reportgen.templating.fences import Fence, FenceError, Prose, parse_fences
from reportgen.templating.markdown import MarkdownError, Reader

CARD_ROLES: tuple[CardRole, ...] = tuple(role for role in get_args(CardRole) if role != "graphic")
PARAGRAPH_ROLES = ("occasion", "speaker", "salutation", "standfirst", "byline", "slogan")
"""Paragraphs that are known by what they do on a page; a fence of that name holds each."""


class BlockReader:
    """Reads the composed text of `file`; `findings` gathers what cannot be read, `footer` the text of that fence."""

    def __init__(self, reader: Reader, file: str) -> None:
        self.reader = reader
        self.file = file
        self.findings: list[Finding] = []
        self.footer: Words = ()

    def read(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of `text`; what cannot be read becomes a finding and is left out."""
        try:
            return self._children(parse_fences(text))
        except FenceError as error:
            self._fault("fence", str(error))
            return ()

    def _children(self, fence: Fence) -> tuple[Block, ...]:
        return tuple(block for child in fence.children for block in self._child(child))

    def _child(self, child: Fence | Prose) -> tuple[Block, ...]:
        try:
            if isinstance(child, Prose):
                return self.reader.blocks(child.text)
            if child.name in ("title", "label", "graphic"):
                return ()
            if child.name not in FENCES:
                self._fault("fence", f"there is no fence “{child.name}”", f"use one of {', '.join(FENCES)}")
                return ()
            return FENCES[child.name](self, child)
        except MarkdownError as error:
            self._fault("markdown", str(error))
            return ()

    def _fault(self, code: str, message: str, hint: str = "") -> None:
        self.findings.append(Finding(code, message, Place(file=self.file), hint))

    def _attribute(self, fence: Fence, name: str) -> str:
        return self.reader.slots.plain(fence.attributes.get(name, ""))

    def _role(self, fence: Fence) -> str:
        return self._attribute(fence, "role") or fence.role

    def _spans(self, fence: Fence, roles: tuple[str, ...]) -> list[tuple[str, Inlines]]:
        spans = [(role, content) for role, content in self.reader.spans(fence.prose()) if content]
        for role, content in spans:
            if role not in roles:
                words = f"[{plain(content)}]{{.{role}}}"
                self._fault("card-role", f"{words} is no line of a {fence.name}", f"use one of {', '.join(roles)}")
        return [(role, content) for role, content in spans if role in roles]

    def _slot(self, spans: list[tuple[str, Inlines]], role: str) -> Words:
        return next((self.reader.words(content) for name, content in spans if name == role), ())

    def _title(self, fence: Fence, name: str = "title") -> Words:
        return next((self.reader.words(self.reader.inlines(inner.prose())) for inner in fence.fences(name)), ())

    def masthead(self, fence: Fence) -> tuple[Block, ...]:
        """Return the band that opens the page."""
        spans = self._spans(fence, ("kicker", "title", "subtitle", "year"))
        year = plain(next((content for role, content in spans if role == "year"), ()))
        kicker, title, subtitle = (self._slot(spans, role) for role in ("kicker", "title", "subtitle"))
        return (Masthead(id=self._attribute(fence, "id"), year=year, kicker=kicker, title=title, subtitle=subtitle),)

    def callout(self, fence: Fence) -> tuple[Block, ...]:
        """Return blocks beside their label."""
        label = self._title(fence, "label")
        return (
            Callout(
                id=self._attribute(fence, "id"), role=self._role(fence), label=label, children=self._children(fence)
            ),
        )

    def panel(self, fence: Fence) -> tuple[Block, ...]:
        """Return the cards of a panel under its title."""
        cards = tuple(self._card(card) for card in fence.fences("card"))
        return (Panel(id=self._attribute(fence, "id"), title=self._title(fence), cards=cards),)

    def card(self, fence: Fence) -> tuple[Block, ...]:
        """Return a card that stands alone."""
        return (self._card(fence),)

    def _card(self, fence: Fence) -> Card:
        spans = self._spans(fence, CARD_ROLES)
        lines = tuple(
            CardLine(role=cast(CardRole, role), words=self.reader.words(content), trend=_trend(role, content))
            for role, content in spans
        )
        return Card(id=self._attribute(fence, "id"), role=self._role(fence), lines=(*lines, *self._graphics(fence)))

    def _graphics(self, fence: Fence) -> tuple[CardLine, ...]:
        """Return the small charts of a card, each in a fence `graphic`."""
        blocks = tuple(block for inner in fence.fences("graphic") for block in self._children(inner))
        kinds = ("sparkline", "progress", "ring")
        if any(not isinstance(block, Chart) or block.kind not in kinds for block in blocks):
            self._fault("card-graphic", "a card’s graphic is no small chart", f"use one of {', '.join(kinds)}")
        charts = (block for block in blocks if isinstance(block, Chart))
        return tuple(CardLine(role="graphic", graphic=chart) for chart in charts)

    def keywords(self, fence: Fence) -> tuple[Block, ...]:
        """Return the numbered keyword items."""
        items = []
        for inner in fence.fences("keyword"):
            spans = self._spans(inner, ("lead", "main"))
            items.append(Keyword(lead=self._slot(spans, "lead"), main=self._slot(spans, "main")))
        return (Keywords(id=self._attribute(fence, "id"), title=self._title(fence), items=tuple(items)),)

    def columns(self, fence: Fence) -> tuple[Block, ...]:
        """Return blocks side by side; `widths="5 6"` gives their weights."""
        columns = tuple(self._children(column) for column in fence.fences("column"))
        widths = tuple(int(part) for part in self._attribute(fence, "widths").split() if part.isdigit())
        if widths and len(widths) != len(columns):
            self._fault(
                "fence", f"{len(widths)} widths are given for {len(columns)} columns", "give one width a column"
            )
        weights = widths if len(widths) == len(columns) else (1,) * len(columns)
        kept = [(column, weight) for column, weight in zip(columns, weights, strict=True) if column]
        if not kept:
            return ()
        return (Columns(columns=tuple(column for column, _ in kept), widths=tuple(weight for _, weight in kept)),)

    def numbered(self, fence: Fence) -> tuple[Block, ...]:
        """Return blocks whose headings are numbered."""
        return tuple(
            replace(block, number=AUTO) if isinstance(block, Heading) else block for block in self._children(fence)
        )

    def title(self, fence: Fence) -> tuple[Block, ...]:
        """Return the title of a whole report, which heads all its headings."""
        words = self.reader.words(self.reader.inlines(fence.prose()))
        return (Heading(id=self._attribute(fence, "id"), role=REPORT_TITLE, level=1, words=words),) if words else ()

    def contents(self, fence: Fence) -> tuple[Block, ...]:
        """Return a table of contents; `depth=1` says how deep it goes."""
        depth = self._attribute(fence, "depth") or "2"
        if not (depth.isascii() and depth.isdigit() and 0 < int(depth) < 10):
            self._fault("fence", f"the depth of contents is “{depth}”", "write a number from 1 to 9")
            return ()
        return (Contents(id=self._attribute(fence, "id"), title=self._title(fence), depth=int(depth)),)

    def page_break(self, fence: Fence) -> tuple[Block, ...]:  # noqa: ARG002
        """Return the beginning of a new page."""
        return (PageBreak(),)

    def told(self, fence: Fence) -> tuple[Block, ...]:
        """Return paragraphs in the role that their fence is called by."""
        return tuple(
            replace(block, role=fence.name) if isinstance(block, Paragraph) else block
            for block in self._children(fence)
        )

    def flow(self, fence: Fence) -> tuple[Block, ...]:
        """Return blocks that run on from column to column; `columns=3` says through how many."""
        count = self._attribute(fence, "columns") or "2"
        if count not in ("2", "3", "4"):
            self._fault("fence", f"text cannot run through “{count}” columns", "write a number from 2 to 4")
            return ()
        blocks = self._children(fence)
        return (Columns(id=self._attribute(fence, "id"), columns=(blocks,), flow=int(count)),) if blocks else ()

    def foot(self, fence: Fence) -> tuple[Block, ...]:
        """Keep the line that stands at the foot of every page."""
        self.footer = self.reader.words(self.reader.inlines(fence.prose()))
        return ()


FENCES: Mapping[str, Callable[[BlockReader, Fence], tuple[Block, ...]]] = {
    "masthead": BlockReader.masthead,
    "callout": BlockReader.callout,
    "panel": BlockReader.panel,
    "card": BlockReader.card,
    "keywords": BlockReader.keywords,
    "columns": BlockReader.columns,
    "flow": BlockReader.flow,
    "report-title": BlockReader.title,
    "contents": BlockReader.contents,
    "numbered": BlockReader.numbered,
    "page-break": BlockReader.page_break,
    "footer": BlockReader.foot,
} | dict.fromkeys(PARAGRAPH_ROLES, BlockReader.told)
"""The blocks that are not prose, by the name of their fence."""


def _trend(role: str, content: Inlines) -> Trend:
    """Return the direction that a change line's own figure gives it."""
    if role != "change":
        return ""
    return next((figure.trend for figure in figures(content) if isinstance(figure, Figure) and figure.trend), "")
