"""A document into the body of a Word file: set as the theme says, or with other air and measure where a page asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from reportgen.document import Block, Columns, Document, Masthead, PageBreak, Panel
from reportgen.document.walk import walk
from reportgen.errors import Finding, WriterError
from reportgen.themes import Theme
from reportgen.writers.docx.blocks import story
from reportgen.writers.docx.fixed import Reference, reference
from reportgen.writers.docx.galley import Galley, Spans
from reportgen.writers.docx.sections import sectioned
from reportgen.writers.docx.styles import BLEED
from reportgen.writers.docx.xml import twips

_SHARED = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
    ("numbering", "numbering.xml"),
    ("footnotes", "footnotes.xml"),
)


class Way(NamedTuple):
    """A way to set a page: sizes at `scale`, gaps at `air` of the theme's, the wordiest column heavier by `lean`."""

    scale: float = 1.0
    air: float = 1.0
    lean: float = 0.0


_PLAIN = Way()
_OPENED = (Way(air=2.0), Way(air=1.7), Way(air=1.4), Way(air=1.2))
_CLOSED = (
    Way(1.0, 1.0, 0.3),
    Way(0.97, 0.9, 0.4),
    Way(0.94, 0.9, 0.5),
    Way(0.91, 0.8, 0.6),
    Way(0.88, 0.8, 0.7),
    Way(0.86, 0.7, 0.8),
    Way(0.84, 0.7, 0.8),
    Way(0.82, 0.7, 0.8),
)
_HOPELESS = 1.45
"""How many pages a panel may run over and still be tried on one."""
_TWO = 1.9
"""How many pages a panel may take and still have its first one filled."""
_SAFE = 0.965
"""How full a page may be reckoned, since lines are guessed."""
_TWO_CLOSED = 1.8
"""How full two pages may be reckoned, since no row of cards parts at the foot of the first."""

Setting = tuple[Galley, Reference, str]


def composed(document: Document, theme: Theme, controls: bool = False) -> Setting:
    """Return the galley, the shared parts and the body of `document`, its figures in `controls` where wanted.

    A page of figures that opens with a masthead is opened up to fill its page, or drawn in a little to end on it; other
    documents, and those that would have to shrink too far, stand as the theme says.  An annex after a page break is
    set as that page is.
    """
    whole = _Page(document, theme, _issued(document), controls)
    opening = whole.until_break()
    way = _way(opening) if _is_page(opening.document) else _PLAIN
    return whole.set(way)


def _way(page: _Page) -> Way:
    """Return how a page of figures is set."""
    plain = page.set(_PLAIN)
    full = _pages(plain)
    if plain[0].faults:
        return _PLAIN
    if full > _TWO:
        return page.first(_CLOSED, _TWO_CLOSED)
    if full > _HOPELESS:
        return page.in_two()
    return page.first(_OPENED if full <= _SAFE else _CLOSED)


@dataclass(frozen=True, slots=True)
class _Page:
    """A document that is set in one way and another; what was found for one way is kept for the next."""

    document: Document
    theme: Theme
    day: date
    controls: bool = False
    spans: Spans = field(default_factory=dict)
    settings: dict[Way, Setting] = field(default_factory=dict)

    def until_break(self) -> _Page:
        """Return the page up to the first page break: itself where there is none."""
        blocks = self.document.blocks
        end = next((index for index, block in enumerate(blocks) if isinstance(block, PageBreak)), None)
        return self if end is None else self._of(blocks[:end])

    def _of(self, blocks: tuple[Block, ...]) -> _Page:
        return _Page(replace(self.document, blocks=blocks), self.theme, self.day, self.controls, self.spans)

    def set(self, way: Way) -> Setting:
        """Return the document set in one way."""
        if way not in self.settings:
            self.settings[way] = self._set(way)
        return self.settings[way]

    def _set(self, way: Way) -> Setting:
        shared = reference(self.theme, self.document.langs, way.scale, way.air)
        ids = frozenset(block.id for block in walk(self.document.blocks) if block.id)
        # Languages that face each other stand equal, whatever their words need.
        lean = 0.0 if self.document.layout == "parallel" else way.lean
        gauge = shared.gauge
        galley = Galley(self.document, shared.theme, ids, self.day, gauge, lean, self.spans, self.controls)
        for kind, target in _SHARED:
            galley.relations["body"].add(kind, target)
        body = story(galley, self.document.blocks, twips(self.theme.page.measure))
        return galley, shared, sectioned(galley, body)

    def first(self, ways: tuple[Way, ...], room: float = _SAFE) -> Way:
        """Return the first of `ways`, which are ever tighter, that takes no more than `room` pages; else the plain."""
        found = _PLAIN
        low, high = 0, len(ways)
        while low < high:
            middle = (low + high) // 2
            if _pages(self.set(ways[middle])) <= room:
                found, high = ways[middle], middle
            else:
                low = middle + 1
        return found

    def in_two(self) -> Way:
        """Return the way with the air that fills the first page, the last block standing on the second."""
        opening = self._of(self.document.blocks[:-1])
        return next((way for way in _OPENED if _pages(opening.set(way)) <= _SAFE), _PLAIN)


def _is_page(document: Document) -> bool:
    """Tell whether `document` is one page of figures by its making: a masthead, a panel, and no break between."""
    if any(isinstance(block, Columns) and block.flow for block in document.blocks):
        return False
    kinds = {type(block) for block in walk(document.blocks)}
    return (
        bool(document.blocks) and isinstance(document.blocks[0], Masthead) and Panel in kinds and PageBreak not in kinds
    )


def _pages(setting: Setting) -> float:
    """Return about how many pages the body takes."""
    galley, _, body = setting
    page = galley.theme.page
    return galley.gauge.story(body, page.measure) / (page.height - page.top * BLEED - page.bottom)


def _issued(document: Document) -> date:
    try:
        return date.fromisoformat(document.issued)
    except ValueError as error:
        message = f"the date of issue “{document.issued}” is not a date"
        raise WriterError(Finding("docx-issued", message, hint="write it as 2023-08-25")) from error
