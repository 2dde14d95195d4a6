"""Whether a story fits one page: WordprocessingML in, its height in points out, read as Word would set it.

Every style of ours has an exact line pitch, so a height is a count of lines; only the lines of a paragraph are guessed,
from the widths of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from xml.etree import ElementTree

from reportgen.writers.docx.measure import width
from reportgen.writers.docx.xml import DRAWING, NAMES, W

Element = ElementTree.Element

_W = f"{{{W}}}"
_EXTENT = f".//{{{DRAWING}/wordprocessingDrawing}}extent"
_EMU, _TWIP = 12700, 20
_RAGGED = 1.5
"""How many ems of a line a Latin paragraph leaves empty where a word does not fit any more."""
_HAN = re.compile("[\u3000-\u9fff]")


@dataclass(frozen=True, slots=True)
class Pitch:
    """What a style says about height, in points."""

    line: float
    before: float
    after: float
    left: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Gauge:
    """The pitches of a document's styles by id."""

    pitches: dict[str, Pitch]

    def story(self, xml: str, measure: float) -> float:
        """Return the height of the paragraphs and tables in `xml`, `measure` points wide."""
        # The text is our own writer's, escaped already: there is no entity in it to expand.
        root = ElementTree.fromstring(f"<w:body {NAMES}>{xml}</w:body>")  # noqa: S314
        return self._stack(root, measure)

    def _stack(self, parent: Element, room: float) -> float:
        total = 0.0
        for child in parent:
            if child.tag == f"{_W}p":
                total += self._paragraph(child, room)
            elif child.tag == f"{_W}tbl":
                total += sum(self._row(row) for row in child.findall(f"{_W}tr"))
        return total

    def _row(self, row: Element) -> float:
        return max((self._cell(cell) for cell in row.findall(f"{_W}tc")), default=0.0)

    def _cell(self, cell: Element) -> float:
        room = _number(cell, f"{_W}tcPr/{_W}tcW", "w") / _TWIP
        pads = {edge: _number(cell, f"{_W}tcPr/{_W}tcMar/{_W}{edge}", "w") / _TWIP for edge in _EDGES}
        return self._stack(cell, room - pads["left"] - pads["right"]) + pads["top"] + pads["bottom"]

    def _paragraph(self, paragraph: Element, room: float) -> float:
        extent = paragraph.find(_EXTENT)
        pitch = self._pitch(paragraph, f"{_W}pPr/{_W}pStyle", _NOTHING)
        if extent is not None:
            return int(extent.get("cy", 0)) / _EMU + pitch.before + pitch.after
        lines = sum(max(1, ceil(length)) for length in self._lines(paragraph, pitch, room - pitch.left))
        return pitch.before + pitch.after + lines * pitch.line

    def _lines(self, paragraph: Element, pitch: Pitch, room: float) -> Iterator[float]:
        """Yield the lines, not rounded, that each piece between forced breaks fills."""
        room = max(room, pitch.size, 1.0)
        total, latin = 0.0, True
        for run in paragraph.iter(f"{_W}r"):
            if run.find(f"{_W}br") is not None:
                yield total / room
                total = 0.0
            text = "".join(part.text or "" for part in run.findall(f"{_W}t"))
            own = self._pitch(run, f"{_W}rPr/{_W}rStyle", pitch)
            latin = latin and not _HAN.search(text)
            total += width(text, own.size or pitch.size, own.bold)
        ragged = pitch.size * _RAGGED if latin and total > room else 0.0
        yield total / max(room - ragged, 1.0)

    def _pitch(self, element: Element, path: str, otherwise: Pitch) -> Pitch:
        found = element.find(path)
        return otherwise if found is None else self.pitches.get(found.get(f"{_W}val", ""), otherwise)


_EDGES = ("top", "right", "bottom", "left")
_NOTHING = Pitch(0.0, 0.0, 0.0, 0.0, 0.0, False)


def _number(element: Element, path: str, name: str) -> float:
    found = element.find(path)
    return 0.0 if found is None else float(found.get(f"{_W}{name}", 0))


@lru_cache(maxsize=32)
def gauge(styles: bytes) -> Gauge:
    """Read the pitches of the styles part `styles`."""
    root = ElementTree.fromstring(styles)  # noqa: S314
    found: dict[str, Pitch] = {}
    for style in root.findall(f"{_W}style"):
        parent = style.find(f"{_W}basedOn")
        above = found.get(parent.get(f"{_W}val", ""), _NOTHING) if parent is not None else _NOTHING
        found[style.get(f"{_W}styleId", "")] = _read(style, above)
    return Gauge(found)


def _read(style: Element, above: Pitch) -> Pitch:
    spacing = style.find(f"{_W}pPr/{_W}spacing")
    said = {name: float(spacing.get(f"{_W}{name}", 0)) / _TWIP for name in _SAID} if spacing is not None else {}
    bold = style.find(f"{_W}rPr/{_W}b")
    return Pitch(
        said.get("line", above.line),
        said.get("before", above.before),
        said.get("after", above.after),
        _number(style, f"{_W}pPr/{_W}ind", "left") / _TWIP or above.left,
        _number(style, f"{_W}rPr/{_W}sz", "val") / 2 or above.size,
        above.bold if bold is None else bold.get(f"{_W}val") != "0",
    )


_SAID = ("line", "before", "after")
