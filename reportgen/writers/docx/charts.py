"""Charts into native, editable DrawingML: a chart in, a drawing and its parts out (ECMA-376-1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.document import Chart, Point, Series
from reportgen.writers.docx.chartfit import Size
from reportgen.writers.docx.chartlabels import MANY, called, format_code, joined, numbers, values
from reportgen.writers.docx.chartspace import space
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.package import Part, Relations
from reportgen.writers.docx.paragraphs import paragraph, slot, title
from reportgen.writers.docx.pictures import drawing
from reportgen.writers.docx.workbook import workbook
from reportgen.writers.docx.xml import emus

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SLOT = 2.2
"""The height of a bar and its air, in leadings of the labels."""
_STRETCH = 1.7
"""How much higher than its natural height a chart may become to fill its column."""
_UPRIGHT = 0.55
"""The height of columns and lines, as a share of the width."""
_ROUND = 0.42
"""The height of a ring, as a share of the width."""
_SMALL = {"sparkline": (14.0, 3.0), "progress": (1e3, 1.4), "ring": (5.0, 5.0)}
"""The greatest width and the height of a card's graphic, in ems of its labels."""
_SPILL = Decimal("1.001")
"""How much rounded parts may make up of their whole."""


def chart(galley: Galley, block: Chart, width: int) -> str:
    """Return `block` as its title, a chart with its workbook inside, and its note."""
    head = title(galley, block.title, "chart.title", width / 20)
    if _is_faulty(galley, block):
        return head
    size = _SMALL[block.kind] if block.kind in ("sparkline", "progress") else None
    high = size[1] * galley.theme.style("card.label").size if size else _height(galley, block, width / 20)
    held = _held(galley, block, width / 20, high, small=bool(size))
    return head + paragraph(galley, "RGHolder", held) + slot(galley, block.note, "chart.note")


def graphic(galley: Galley, block: Chart, room: float) -> str:
    """Return the small chart of a card that has `room` points of width."""
    if block.kind not in _SMALL:
        galley.fault("card-graphic", f"a card cannot hold a {block.kind}", f"use one of {', '.join(_SMALL)}")
    if block.kind not in _SMALL or _is_faulty(galley, block):
        return ""
    ems = galley.theme.style("card.label").size
    wide, high = (most * ems for most in _SMALL[block.kind])
    return paragraph(galley, "RGHolder", _held(galley, block, min(room, wide), high, small=True))


def _is_faulty(galley: Galley, block: Chart) -> bool:
    faults = list(_faults(block))
    for message, hint, words in faults:
        galley.fault("docx-chart", message, hint, words)
    return bool(faults) or not block.series or not block.categories


def _faults(block: Chart) -> Iterator[tuple[str, str, str]]:
    for series in block.series:
        if len(series.points) != len(block.categories):
            message = f"a series has {len(series.points)} points for {len(block.categories)} categories"
            yield message, "give each category a point, or None", joined(series.name, " ")
    data = numbers(block)
    if block.kind == "combination" and len({series.secondary for series in block.series}) < 2:
        yield "a combination needs columns and a line", "make one series secondary", ""
    if block.kind in ("ring", "progress"):
        if any(datum < 0 for datum in data):
            yield f"a {block.kind} cannot show a loss", "draw bars", ""
        elif block.whole is not None and sum(data) > block.whole * _SPILL:
            yield f"the parts make up more than their whole of {block.whole}", "give the whole of these parts", ""


def _held(galley: Galley, block: Chart, width: float, height: float, *, small: bool) -> str:
    rid = _parts(galley, _completed(block), (width, height), small=small)
    held = f'<a:graphicData uri="{_DRAWING_CHART}"><c:chart r:id="{rid}"/></a:graphicData>'
    return drawing(galley, held, block.alt or block.title, emus(width), emus(height))


def _completed(block: Chart) -> Chart:
    """Return a ring or a progress bar with the rest of its whole as a part without a label."""
    if block.kind not in ("ring", "progress"):
        return block
    total = block.whole if block.whole is not None else Decimal(100) if block.kind == "progress" else None
    rest = total - sum(numbers(block), Decimal(0)) if total is not None else Decimal(0)
    if rest <= 0:
        return block
    point = Point(value=rest, label=())
    if block.kind == "ring":
        series = replace(block.series[0], points=(*block.series[0].points, point))
        return replace(block, categories=(*block.categories, ()), series=(series,))
    blank = (None,) * (len(block.categories) - 1)
    return replace(block, series=(*block.series, Series(name=(), points=(point, *blank))))


def _height(galley: Galley, block: Chart, width: float) -> float:
    """Return the height of the drawing: its natural one, or more where it stands beside a taller column."""
    words = title(galley.blank(), block.title, "chart.title", width) + slot(galley.blank(), block.note, "chart.note")
    natural = _natural(galley, block, width)
    return max(natural, min(galley.tallest - galley.gauge.story(words, width), natural * _STRETCH))


def _natural(galley: Galley, block: Chart, width: float) -> float:
    if block.kind == "ring":
        return min(width * _ROUND, 160.0)
    if block.kind != "bar":
        return min(width * _UPRIGHT, galley.theme.page.height * 0.3)
    lines = 1 if len(block.categories) > MANY else max(len(words) for words in block.categories)
    beside = 1 if block.stacked else len(block.series)
    row = galley.theme.style("chart.label").leading * max(_SLOT, lines + 1.0) * max(1.0, beside * 0.7)
    rows = row * len(block.categories) + (row if len(block.series) > 1 else 0)
    return min(rows, galley.theme.page.measure * 1.25)


def _parts(galley: Galley, block: Chart, size: Size, *, small: bool) -> str:
    number = 1 + sum(part.content_type == _CHART_TYPE for part in galley.parts)
    inside = Relations()
    sheet = f"embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    rid = inside.add("package", f"../{sheet}")
    book = workbook(
        tuple(called(block)),
        tuple((joined(series.name, " "), values(series)) for series in block.series),
        tuple(format_code(block, index) for index in range(len(block.series))),
        galley.day,
    )
    galley.parts.append(Part(f"word/{sheet}", _SHEET_TYPE, book))
    told = space(galley, block, rid, size, small=small).encode()
    galley.parts.append(Part(f"word/charts/chart{number}.xml", _CHART_TYPE, told, inside))
    return galley.links.add("chart", f"charts/chart{number}.xml")
