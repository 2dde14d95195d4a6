"""Blocks into the XML of Word's story: one case a block, each as wide as its column."""

from __future__ import annotations

from typing import assert_never

from reportgen.document import (
    Block,
    Callout,
    Card,
    Chart,
    Columns,
    Contents,
    Heading,
    Keywords,
    List,
    Masthead,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Table,
    plain,
)
from reportgen.document.walk import slots, walk
from reportgen.writers.docx import looks
from reportgen.writers.docx.charts import chart
from reportgen.writers.docx.contents import contents
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.grids import Box, grid, gutters, shares, spaced
from reportgen.writers.docx.keywords import keywords
from reportgen.writers.docx.lists import bullets, led
from reportgen.writers.docx.masthead import masthead
from reportgen.writers.docx.panel import card_row, panel
from reportgen.writers.docx.paragraphs import GAP, TAIL, apart, counted, paragraph, slot, spoken, voice
from reportgen.writers.docx.pictures import picture
from reportgen.writers.docx.runs import run, runs
from reportgen.writers.docx.sections import COLUMN_GAP, section_break
from reportgen.writers.docx.tables import table
from reportgen.writers.docx.xml import twips

_SLACK = 1.1
"""What a label is given beyond its measure, lest it break where Word puts a wider font."""
_UNBROKEN = 0.6
"""How much of a page columns may take and still be kept on one."""

GROUPS = (Masthead, Callout, Panel, Card, Keywords, Chart, Columns, Table, Picture)
"""The blocks that stand with air around them."""


def story(galley: Galley, blocks: tuple[Block, ...], width: int) -> str:
    """Return `blocks` one under the other, `width` twips wide; tables never touch, which would join them."""
    written = ""
    for index, block in enumerate(blocks):
        if index:
            written += _between(blocks[index - 1], block)
        written = apart(written, draw(galley, block, width))
    return written + (TAIL if written.endswith("</w:tbl>") else "")


def _between(above: Block, block: Block) -> str:
    """Return what stands between two blocks: air around groups, but none around columns of running text."""
    if isinstance(block, Columns) and block.flow:
        return ""
    return GAP if any(isinstance(each, GROUPS) and not _is_text(each) for each in (above, block)) else ""


def _is_text(block: Block) -> bool:
    """Tell whether `block` is columns that hold nothing but running text, such as two languages side by side."""
    return isinstance(block, Columns) and not any(
        isinstance(inner, GROUPS) for inner in walk((block,)) if inner is not block
    )


def draw(galley: Galley, block: Block, width: int) -> str:
    """Return one block."""
    with galley.inside(block.id):
        return _drawn(galley, block, width)


def _drawn(galley: Galley, block: Block, width: int) -> str:
    match block:
        case Heading():
            return _heading(galley, block)
        case Paragraph():
            return _paragraph(galley, block)
        case List():
            return bullets(galley, block, width, lambda inner, room: draw(galley, inner, room))
        case Table():
            return table(galley, block, width)
        case Picture():
            return picture(galley, block, width)
        case Chart():
            return chart(galley, block, width)
        case Panel():
            return panel(galley, block, width)
        case Card():
            return card_row(galley, (block,), width)
        case Keywords():
            return keywords(galley, block, width)
        case Masthead():
            return masthead(galley, block, width)
        case Callout():
            return _callout(galley, block, width)
        case Columns(flow=count, columns=(column,)) if count:
            return _flow(galley, column, count, width)
        case Columns():
            return _columns(galley, block, width)
        case Contents():
            return contents(galley, block)
        case PageBreak():
            return '<w:p><w:pPr><w:pStyle w:val="RGTail"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
        case _:
            assert_never(block)


def _heading(galley: Galley, block: Heading) -> str:
    written = ""
    for index, wording in enumerate(block.words):
        follow = index > 0
        speech = voice(galley, wording.lang, follow)
        number = run(galley, counted(block.number), speech) if block.number and not follow else ""
        name = looks.style_id(looks.style_name(f"heading.{block.level}", follow))
        style = looks.paragraph_style(galley.theme, block.role, follow) if block.role else name
        keep = "<w:keepNext/>" if block.role else ""
        written += paragraph(galley, style, number + runs(galley, wording.content, speech), keep)
    return written


def _paragraph(galley: Galley, block: Paragraph) -> str:
    role = block.role or "body"
    styles = [looks.paragraph_style(galley.theme, spoken(galley, block.words, role))]
    styles += [looks.paragraph_style(galley.theme, role, True)] * (len(block.words) - 1)
    return "".join(
        paragraph(galley, style, led(galley, block, at)) for at, style in enumerate(styles[: len(block.words)])
    )


def _callout(galley: Galley, block: Callout, width: int) -> str:
    """Return `block` as its label, under a rule, beside what it is about."""
    theme = galley.theme
    style = theme.style("callout.label")
    longest = max((looks.advance(style, plain(said.content)) for said in block.label), default=0.0)
    label = min(max(longest * _SLACK, style.size * 5), width / 20 / 4)
    gutter = theme.grid.group_space
    columns = [twips(label), twips(gutter), width - twips(label + gutter)]
    rule = looks.rule(theme, "top", style.color, theme.grid.heavy)
    head = Box(slot(galley, block.label, "callout.label"), borders=rule, pad=(theme.grid.gutter / 2, 0, 0, 0))
    return grid(theme, columns, [[head, Box(), Box(story(galley, block.children, columns[2]))]])


def _flow(galley: Galley, column: tuple[Block, ...], count: int, width: int) -> str:
    """Return a section of its own in `count` columns, which Word balances, between two section breaks (17.6.4)."""
    gutter = twips(galley.theme.grid.group_space * COLUMN_GAP)
    one = (width - gutter * (count - 1)) // count
    return section_break(1) + story(galley, column, one) + section_break(count)


def _columns(galley: Galley, block: Columns, width: int) -> str:
    """Return `block` as a layout table; it breaks over pages only where it is taller than most of one."""
    if not block.columns:
        return ""
    gutter = twips(galley.theme.grid.group_space)
    columns = shares(width, _weights(galley, block), gutter)
    tallest = _tallest(galley, block, columns)
    with galley.beside(tallest):
        boxes = [Box(story(galley, inner, room)) for inner, room in zip(block.columns, columns, strict=True)]
    breaks = tallest > galley.theme.page.height * _UNBROKEN
    return grid(galley.theme, gutters(columns, gutter), [spaced(boxes)], breaks=breaks)


def _tallest(galley: Galley, block: Columns, columns: list[int]) -> float:
    """Return the height of the tallest of `columns` (twips), written on a galley that is thrown away."""
    trial = galley.blank()
    pairs = zip(block.columns, columns, strict=True)
    return max(galley.gauge.story(story(trial, inner, room), room / 20) for inner, room in pairs)


def _weights(galley: Galley, block: Columns) -> list[float]:
    """Return the columns' weights, the wordiest one heavier by the galley's lean."""
    given = block.widths if len(block.widths) == len(block.columns) else (1,) * len(block.columns)
    amounts = [
        sum(len(plain(said.content)) for block in walk(column) for words in slots(block) for said in words)
        for column in block.columns
    ]
    most = amounts.index(max(amounts))
    return [weight * (1 + galley.lean) if index == most else weight for index, weight in enumerate(given)]
