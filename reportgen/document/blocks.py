"""What stands on a page: blocks and the document, as frozen values; looks are named by `role` and never spelled."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportgen.document.inlines import Trend, Words
from reportgen.errors import Place

CardRole = Literal["label", "value", "change", "tag", "note", "graphic"]
ChartKind = Literal["bar", "column", "line", "combination", "ring", "sparkline", "progress"]
Align = Literal["start", "center", "end"]
Layout = Literal["single", "stacked", "parallel"]

REPORT_TITLE = "title"
"""The role of the heading that titles a whole report: it stands over all others and in no table of contents."""
AUTO = "#"
"""The `number` of a block that transforms are to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every block has: an `id`, a `role` that themes know, a `number` given by transforms, and its `origin`."""

    id: str = ""
    role: str = ""
    number: str = ""
    origin: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A title inside the document; `level` counts from 1."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """Running text, with an optional bold run-in `lead`, said separately in each language."""

    words: Words
    lead: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Node):
    """Items of blocks, numbered when `ordered`."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell over `colspan` columns and `rowspan` rows; `header` cells name their row or column."""

    words: Words
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """Rows of cells: `head` rows repeat on every page; `align` and `widths` (weights) have one entry a column."""

    caption: Words = ()
    head: tuple[tuple[Cell, ...], ...] = ()
    body: tuple[tuple[Cell, ...], ...] = ()
    align: tuple[Align, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Node):
    """A photograph or drawing: its bytes, `media_type` (`image/png`, `image/jpeg`), size in pixels and words."""

    data: bytes
    media_type: str
    width: int
    height: int
    alt: Words = ()
    caption: Words = ()
    credit: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One datum of a chart: the number that is drawn and the label that is read."""

    value: Decimal
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Named points, one a category; `None` where there is no datum.

    In a combination, a `secondary` series is a line on an axis of its own; `unit` is the series' where charts mix them.
    """

    name: Words
    points: tuple[Point | None, ...]
    secondary: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Node):
    """Series over categories, drawn natively by each writer; `highlight` is the category the eye should meet.

    `stacked` bars and columns stand on each other.  `whole` is what the points of a ring or a progress bar are parts
    of; a ring without it is whole itself.  Sparklines, progress bars and rings may also stand in a card.
    """

    kind: ChartKind
    title: Words
    categories: tuple[Words, ...]
    series: tuple[Series, ...]
    unit: str = ""
    highlight: int | None = None
    alt: Words = ()
    note: Words = ()
    stacked: bool = False
    whole: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """A line of a card; `trend` asks for a direction mark before it; with role `graphic` it is a small chart."""

    role: CardRole
    words: Words = ()
    trend: Trend = ""
    graphic: Chart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Node):
    """A 数读 item: two to five short lines around one large figure; role `feature` is a headline card."""

    lines: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel(Node):
    """Cards in a grid; transforms give `rows`, the number of cards in each row, top to bottom."""

    cards: tuple[Card, ...]
    title: Words = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A keyword item: a small `lead` and a large `main`, split by each language where it wants."""

    lead: Words
    main: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords(Node):
    """Numbered keyword items under a title."""

    items: tuple[Keyword, ...]
    title: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(Node):
    """The band that opens a page: `kicker` (slogan), `title`, `subtitle` (place and period), and a display `year`."""

    title: Words
    kicker: Words = ()
    subtitle: Words = ()
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """Blocks set apart beside a label, such as the key points."""

    label: Words
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Node):
    """Blocks side by side; `widths` are weights, one a column, equal where empty.

    Where `flow` is given, the blocks of the one column run on through that many, their feet balanced.
    """

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[int, ...] = ()
    flow: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Node):
    """A table of contents down to heading level `depth`."""

    title: Words = ()
    depth: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Node):
    """A new page."""


Block = (
    Heading
    | Paragraph
    | List
    | Table
    | Picture
    | Chart
    | Panel
    | Card
    | Keywords
    | Masthead
    | Callout
    | Columns
    | Contents
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report in one or two languages, `langs[0]` leading; `issued` is an ISO 8601 date, never the clock's.

    `footer` is the source line of every page; `digest` is the SHA-256 of the facts it was made from; `mark` stands
    across every page: a draft, an embargo.
    """

    id: str
    langs: tuple[str, ...]
    title: Words
    blocks: tuple[Block, ...]
    issued: str
    layout: Layout = "single"
    author: Words = ()
    footer: Words = ()
    digest: str = ""
    mark: Words = ()
