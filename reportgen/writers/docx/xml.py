"""Text and measures into WordprocessingML: names, escaping and units; strings in, XML strings out."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
    f'xmlns:pic="{DRAWING}/picture" xmlns:c="{DRAWING}/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
"""The namespaces that every part of ours declares at its root (ECMA-376-1, Annex A)."""

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 cannot hold (section 2.2): most control characters and lone surrogates."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Return `text` as XML character data that is safe in attributes too."""
    return text.translate(_ENTITIES)


def twips(points: float) -> int:
    """Return `points` in twentieths of a point, the measure of WordprocessingML."""
    return round(points * 20)


def emus(points: float) -> int:
    """Return `points` in English Metric Units, the measure of DrawingML (ECMA-376-1, 20.1.10.16)."""
    return round(points * 12700)
