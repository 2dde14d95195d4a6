"""The third station, refine: documents to documents that are numbered, named and arranged for any writer."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Document
from reportgen.transforms.grid import arrange_panels, even_rows
from reportgen.transforms.identify import identify
from reportgen.transforms.mark import Mark, with_mark
from reportgen.transforms.notes import number_notes
from reportgen.transforms.once import say_once
from reportgen.transforms.outline import number_headings
from reportgen.transforms.parallel import parallel
from reportgen.transforms.sheet import with_sheet
from reportgen.transforms.weave import weave

TRANSFORMS: tuple[Callable[[Document], Document], ...] = (
    identify,
    number_headings,
    number_notes,
    arrange_panels,
    say_once,
)
"""What every document goes through, in this order."""


def refine(document: Document) -> Document:
    """Put `document` through all transforms."""
    for transform in TRANSFORMS:
        document = transform(document)
    return document


__all__ = [
    "TRANSFORMS",
    "Mark",
    "arrange_panels",
    "even_rows",
    "identify",
    "number_headings",
    "number_notes",
    "parallel",
    "refine",
    "say_once",
    "weave",
    "with_mark",
    "with_sheet",
]
