"""Blocks in, semantic HTML out: one function a block."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import assert_never
from unicodedata import east_asian_width

from reportgen.document import (
    REPORT_TITLE,
    Block,
    Callout,
    Card,
    Cell,
    Chart,
    Columns,
    Contents,
    Heading,
    Keyword,
    Keywords,
    List,
    Masthead,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Table,
)
from reportgen.writers.html.cards import panel_row
from reportgen.writers.html.charts import drawing
from reportgen.writers.html.inlines import Pen, said_plainly
from reportgen.writers.html.markup import Html, element, join, optional, text


def blocks(content: Iterable[Block], pen: Pen) -> Html:
    """Return `content` in order."""
    return join((block(item, pen) for item in content), Html("\n"))


def block(item: Block, pen: Pen) -> Html:
    """Return one block as HTML."""
    match item:
        case Heading():
            return _heading(item, pen)
        case Paragraph():
            return _paragraph(item, pen)
        case List():
            return _list(item, pen)
        case Table():
            return _table(item, pen)
        case Picture():
            return _picture(item, pen)
        case Chart():
            return _chart(item, pen)
        case Panel():
            return _panel(item, pen)
        case Card():
            return panel_row((item,), pen)
        case Keywords():
            return _keywords(item, pen)
        case Masthead():
            return _masthead(item, pen)
        case Callout():
            return _callout(item, pen)
        case Columns():
            return _columns(item, pen)
        case Contents():
            return _contents(item, pen)
        case PageBreak():
            return element("hr", class_="page-break")
        case _:
            assert_never(item)


def _level(level: int, pen: Pen) -> str:
    """Return the heading element of `level`; under a masthead or a title, which is `h1`, they move one down."""
    titled = any(isinstance(item, Masthead) or item.role == REPORT_TITLE for item in pen.document.blocks)
    return f"h{min(6, level + titled)}"


def _title(content: Html, level: int, pen: Pen) -> Html:
    return optional(_level(level, pen), content)


def _heading(heading: Heading, pen: Pen) -> Html:
    number = element("span", text(_counted(heading.number)), class_="number") if heading.number else None
    words = pen.words(heading.words, heading.role or pen.theme.heading(heading.level), start=number)
    return element("h1" if heading.role == REPORT_TITLE else _level(heading.level, pen), words, id=heading.id)


def _counted(number: str) -> str:
    """Return a heading's `number` with the white after it; a mark of full width, as in 一、, brings its own."""
    return number if east_asian_width(number[-1]) in "WF" else f"{number} "


def _paragraph(paragraph: Paragraph, pen: Pen) -> Html:
    leads = {wording.lang: pen.inlines(wording.content, wording.lang) for wording in paragraph.lead}
    parts = []
    for index, wording in enumerate(paragraph.words):
        look = pen.look("lead", wording.lang, follow=bool(index))
        lead = optional("strong", leads.get(wording.lang, Html("")), class_=look)
        parts.append(pen.words((wording,), paragraph.role or "body", "p", lead, follow=bool(index)))
    return element("div", *parts, id=paragraph.id) if paragraph.id else join(parts)


def _list(given: List, pen: Pen) -> Html:
    items = (element("li", blocks(item, pen)) for item in given.items)
    return element("ol" if given.ordered else "ul", join(items), id=given.id)


def _table(table: Table, pen: Pen) -> Html:
    total = sum(table.widths)
    columns = (element("col", style=f"width:{100 * width / total:.2f}%") for width in table.widths)
    body = (join(_cell(cell, align, "row", pen) for cell, align in _aligned(row, table)) for row in table.body)
    head = (join(_cell(cell, align, "col", pen) for cell, align in _aligned(row, table)) for row in table.head)
    return element(
        "figure",
        optional("figcaption", pen.words(table.caption, "caption")),
        element(
            "table",
            optional("colgroup", join(columns)),
            optional("thead", join(element("tr", row) for row in head)),
            element("tbody", join(element("tr", row) for row in body)),
        ),
        class_="table",
        id=table.id,
    )


def _aligned(row: tuple[Cell, ...], table: Table) -> Iterator[tuple[Cell, str]]:
    column = 0
    for cell in row:
        yield cell, next(islice(table.align, column, None), "start")
        column += cell.colspan


def _cell(cell: Cell, align: str, scope: str, pen: Pen) -> Html:
    is_header = cell.header or scope == "col"
    return element(
        "th" if is_header else "td",
        pen.words(cell.words, "table.head" if is_header else "table.cell"),
        scope=scope if is_header else "",
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        class_=f"align-{align}",
    )


def _picture(picture: Picture, pen: Pen) -> Html:
    data = base64.b64encode(picture.data).decode("ascii")
    image = element(
        "img",
        src=f"data:{picture.media_type};base64,{data}",
        alt=said_plainly(picture.alt) or said_plainly(picture.caption),
        width=str(picture.width),
        height=str(picture.height),
    )
    words = join((pen.words(picture.caption, "caption"), pen.words(picture.credit, "credit")))
    return element("figure", image, optional("figcaption", words), class_="picture", id=picture.id)


def _chart(chart: Chart, pen: Pen) -> Html:
    title = optional("figcaption", pen.words(chart.title, "chart.title"))
    note = pen.words(chart.note, "chart.note", "p")
    return element("figure", title, drawing(chart, pen), note, class_="chart", id=chart.id)


def _panel(panel: Panel, pen: Pen) -> Html:
    cards = iter(panel.cards)
    rows = [tuple(islice(cards, count)) for count in panel.rows or (len(panel.cards),)]
    rest = tuple(cards)
    content = join(panel_row(row, pen) for row in (*rows, rest) if row)
    return element(
        "section", _title(pen.words(panel.title, "panel.title"), 1, pen), content, class_="panel", id=panel.id
    )


def _keywords(keywords: Keywords, pen: Pen) -> Html:
    items = (_keyword(item, pen) for item in keywords.items)
    title = _title(pen.words(keywords.title, "panel.title"), 1, pen)
    return element("section", title, element("ol", join(items)), class_="keywords", id=keywords.id)


def _keyword(keyword: Keyword, pen: Pen) -> Html:
    """Return one item; each language says its lead and main together, so that neither is read across the other."""
    leads = {wording.lang: (wording,) for wording in keyword.lead}
    pairs = (
        element(
            "div",
            pen.words(leads.get(wording.lang, ()), "keyword.lead", follow=bool(index)),
            text(" "),
            pen.words((wording,), "keyword.main", follow=bool(index)),
            class_="keyword-main follow" if index else "",
        )
        for index, wording in enumerate(keyword.main)
    )
    return element("li", join(pairs))


def _masthead(masthead: Masthead, pen: Pen) -> Html:
    words = element(
        "div",
        pen.words(masthead.kicker, "masthead.kicker", "p"),
        optional("h1", pen.words(masthead.title, "masthead.title")),
        pen.words(masthead.subtitle, "masthead.subtitle", "p"),
    )
    year = optional("p", text(masthead.year), class_="masthead-year", aria_hidden="true")
    return element("header", element("div", words, year), class_="masthead", id=masthead.id)


def _callout(callout: Callout, pen: Pen) -> Html:
    label = _title(pen.words(callout.label, "callout.label"), 1, pen)
    return element("section", label, element("div", blocks(callout.children, pen)), class_="callout", id=callout.id)


def _columns(columns: Columns, pen: Pen) -> Html:
    if columns.flow:
        inner = join(blocks(column, replace(pen, width=pen.width / columns.flow)) for column in columns.columns)
        return element("div", inner, class_="flow", style=f"--count:{columns.flow}", id=columns.id)
    weights = columns.widths or (1,) * len(columns.columns)
    tracks = " ".join(f"minmax(0,{weight}fr)" for weight in weights)
    widths = (pen.width * weight / sum(weights) for weight in weights)
    parts = (
        element("div", blocks(column, replace(pen, width=width)))
        for column, width in zip(columns.columns, widths, strict=True)
    )
    return element("div", join(parts), class_="columns", style=f"--tracks:{tracks}", id=columns.id)


def _contents(contents: Contents, pen: Pen) -> Html:
    listed = (heading for heading in _headings(pen.document.blocks) if heading.role != REPORT_TITLE)
    shown = (heading for heading in listed if heading.level <= contents.depth)
    items = (element("li", _entry(heading, pen), class_=f"level-{heading.level}") for heading in shown)
    title = _title(pen.words(contents.title, "contents.title"), 1, pen)
    return element("nav", title, element("ol", join(items)), class_="contents", id=contents.id)


def _entry(heading: Heading, pen: Pen) -> Html:
    number = text(_counted(heading.number)) if heading.number else None
    words = pen.words(heading.words, "contents", start=number)
    return element("a", words, href=f"#{heading.id}") if heading.id else words


def _headings(content: Iterable[Block]) -> Iterator[Heading]:
    for item in content:
        match item:
            case Heading():
                yield item
            case Columns():
                for column in item.columns:
                    yield from _headings(column)
            case Callout():
                yield from _headings(item.children)
            case _:
                pass
