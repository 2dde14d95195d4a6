"""Documents to bytes: one writer a format, each reading the same document and the same theme."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol, cast

from reportgen.document import Document
from reportgen.themes import Theme


class Writer(Protocol):
    """What a writer's module offers."""

    MEDIA_TYPE: str

    def write(self, document: Document, theme: Theme, **settings: Any) -> bytes:
        """Return the finished file; equal arguments give equal bytes, and `settings` are of one format alone."""


WRITERS = {
    "pdf": "reportgen.writers.pdf",
    "docx": "reportgen.writers.docx",
    "html": "reportgen.writers.html",
}
"""The module of each format's writer, imported only when that format is asked for."""


def writer(format_name: str) -> Writer:
    """Return the writer of `format_name`, one of `WRITERS`."""
    return cast(Writer, import_module(WRITERS[format_name]))
