"""Words that both languages write alike to words said once: 3.5% needs no translation under itself."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Block, Card, CardLine, Chart, Document, Series, Words, plain
from reportgen.document.walk import rewrite


def say_once(document: Document) -> Document:
    """Leave out, in card values and chart labels, what repeats the leading language character for character."""
    return rewrite(document, _once) if len(document.langs) > 1 else document


def _once(block: Block) -> Block:
    match block:
        case Card():
            return replace(block, lines=tuple(_line(line) for line in block.lines))
        case Chart():
            return replace(block, series=tuple(_series(series) for series in block.series))
        case _:
            return block


def _line(line: CardLine) -> CardLine:
    return replace(line, words=_leading(line.words)) if line.role == "value" else line


def _series(series: Series) -> Series:
    points = (point and replace(point, label=_leading(point.label)) for point in series.points)
    return replace(series, points=tuple(points))


def _leading(words: Words) -> Words:
    return words[:1] + tuple(other for other in words[1:] if plain(other.content) != plain(words[0].content))
