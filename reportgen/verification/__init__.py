"""A finished file and its briefing in, where each of its figures comes from out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from reportgen.errors import Place, ReportError, UsageError
from reportgen.verification.passages import Passage
from reportgen.verification.sequence import Swap
from reportgen.verification.tracing import State, Trace, Verification, verify

READERS = {".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
"""The module that reads files of each suffix."""

LARGEST = 200_000_000
"""A cap on the file, in bytes."""

__all__ = ["READERS", "Passage", "State", "Swap", "Trace", "Verification", "read_file", "verify"]


def read_file(path: Path) -> tuple[Passage, ...]:
    """Return the passages of the finished file at `path`; raise UsageError where it cannot be read."""
    where = Place(file=str(path))
    module = READERS.get(path.suffix.lower())
    if module is None:
        message = f"figures cannot be read back from “{path.suffix or path.name}”"
        raise UsageError.of("file-unreadable", message, where, f"give a file that ends in {', '.join(READERS)}")
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError.of("file-unreadable", f"the file is larger than {LARGEST:,} bytes", where)
        data = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise UsageError.of("file-unreadable", message, where) from error
    reader = import_module(f"reportgen.verification.{module}")
    passages = cast(Callable[[bytes], Iterator[Passage]], reader.passages)
    try:
        return tuple(passages(data))
    except ReportError as error:
        first = error.findings[0]
        raise UsageError.of(first.code, first.message, where, first.hint) from error
