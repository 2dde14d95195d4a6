"""Tables as Word wants them: cells and widths in, fixed-layout table XML out (ECMA-376-1, 17.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.themes import Theme
from reportgen.writers.docx.looks import shade
from reportgen.writers.docx.paragraphs import TAIL
from reportgen.writers.docx.styles import LAYOUT_TABLE
from reportgen.writers.docx.xml import twips


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: what is in it, how many columns it covers, its rules, fill and inner margins in points."""

    inner: str = ""
    span: int = 1
    borders: str = ""
    fill: str = ""
    pad: tuple[float, float, float, float] = (0, 0, 0, 0)
    foot: bool = False
    merge: str = ""


def shares(width: int, weights: Sequence[float], gutter: int = 0) -> list[int]:
    """Split `width` twips, less the gutters between, by `weights`; the shares add up exactly."""
    free, total, edges, run = width - gutter * (len(weights) - 1), sum(weights), [0], 0.0
    for weight in weights:
        run += weight
        edges.append(round(free * run / total))
    return [after - before for before, after in pairwise(edges)]


def spaced(boxes: Sequence[Box]) -> list[Box]:
    """Return `boxes` with an empty one, the gutter, between each two."""
    return [item for box in boxes for item in (Box(), box)][1:]


def gutters(columns: Sequence[int], gutter: int) -> list[int]:
    """Return `columns` with the width of a gutter between each two."""
    return [item for column in columns for item in (gutter, column)][1:]


def grid(
    theme: Theme,
    columns: Sequence[int],
    rows: Sequence[Sequence[Box]],
    *,
    style: str = LAYOUT_TABLE,
    head: int = 0,
    caption: str = "",
    indent: int = 0,
    breaks: bool = False,
) -> str:
    """Return a table of `columns` (twips) whose first `head` rows are headers; `caption` (escaped) names it.

    Rows stay whole on a page unless the table `breaks`.
    """
    look = f'<w:tblLook w:val="{"0620" if head else "0600"}" w:firstRow="{int(bool(head))}" w:lastRow="0" '
    look += 'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    named = f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{caption}"/>' if caption else ""
    inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    properties = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{inset}'
    properties += f'<w:tblLayout w:type="fixed"/>{look}{named}'
    widths = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    lines = "".join(_row(theme, columns, row, index < head, breaks) for index, row in enumerate(rows))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{lines}</w:tbl>"


def _row(theme: Theme, columns: Sequence[int], boxes: Sequence[Box], head: bool, breaks: bool) -> str:
    cells, at = "", 0
    for box in boxes:
        cells += _cell(theme, box, sum(columns[at : at + box.span]))
        at += box.span
    kept = ("" if breaks else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr>{f'<w:trPr>{kept}</w:trPr>' if kept else ''}{cells}</w:tr>"


def _cell(theme: Theme, box: Box, width: int) -> str:
    inner = box.inner if box.inner.endswith("</w:p>") else box.inner + TAIL
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    properties += f'<w:vMerge w:val="{box.merge}"/>' if box.merge else ""
    properties += f"<w:tcBorders>{box.borders}</w:tcBorders>" if box.borders else ""
    properties += shade(theme, box.fill) if box.fill else ""
    properties += _padding(box.pad) if any(box.pad) else ""
    properties += '<w:vAlign w:val="bottom"/>' if box.foot else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _padding(pad: tuple[float, float, float, float]) -> str:
    edges = zip(("top", "left", "bottom", "right"), (pad[0], pad[3], pad[2], pad[1]), strict=True)
    margins = "".join(f'<w:{edge} w:w="{twips(size)}" w:type="dxa"/>' for edge, size in edges)
    return f"<w:tcMar>{margins}</w:tcMar>"
