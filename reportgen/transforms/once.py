"""Words that both languages write alike to words said once: 3.5% needs no translation under itself."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Block, Card, CardLine, Cell, Chart, Document, Series, Table, Words, plain
from reportgen.document.walk import rewrite


def say_once(document: Document) -> Document:
    """Leave out, in card values, chart labels and table cells, what repeats the leading language letter by letter."""
    return rewrite(document, _once) if len(document.langs) > 1 else document


def _once(block: Block) -> Block:
    match block:
        case Card():
            return replace(block, lines=tuple(_line(line) for line in block.lines))
        case Chart():
            return replace(block, series=tuple(_series(series) for series in block.series))
        case Table():
            return replace(block, body=tuple(tuple(_cell(cell) for cell in row) for row in block.body))
        case _:
            return block


def _line(line: CardLine) -> CardLine:
    return replace(line, words=_leading(line.words)) if line.role == "value" else line


def _cell(cell: Cell) -> Cell:
    words = _leading(cell.words)
    return cell if len(words) == len(cell.words) else replace(cell, words=words)


def _series(series: Series) -> Series:
    points = (point and replace(point, label=_leading(point.label)) for point in series.points)
    return replace(series, points=tuple(points))


def _leading(words: Words) -> Words:
    return words[:1] + tuple(other for other in words[1:] if plain(other.content) != plain(words[0].content))
