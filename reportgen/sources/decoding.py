"""Bytes of a text file in, text with plain line feeds out, whether the file is UTF-8, UTF-16 or GB 18030."""

from __future__ import annotations

import codecs

from reportgen.errors import Place
from reportgen.sources.characters import forbidden
from reportgen.sources.faults import Faults

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, place: Place, faults: Faults) -> str | None:
    """Return the text of `data`, or note at `place` why there is none."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.add(
            "source-encoding",
            f"the text is neither UTF-8, UTF-16 nor GB 18030 (byte 0x{data[error.start]:02X} fits none)",
            Place(place.file, line),
            "save the file as UTF-8",
        )
        return None
    if not text.strip():
        faults.add("source-empty", "the file is empty", place, "fill it in or delete it")
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def refuse_forbidden(text: str, place: Place, faults: Faults) -> bool:
    """Note each forbidden character of a file's `text` with line and column, and tell whether there was none."""
    before = len(faults.findings)
    for offset, named in forbidden(text):
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        faults.add("source-character", f"{named} cannot be printed", Place(place.file, line, column), "delete it")
    return len(faults.findings) == before


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    # ASCII within UTF-16 has its zero bytes on one side only; a stray zero in another text is a fault of its own.
    even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
    if max(even, odd) > len(data[:400]) / 40 and not min(even, odd):
        return "utf-16-le" if odd else "utf-16-be"
    return "utf-8" if _is_utf8(data) else "gb18030"


def _is_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8, be it with some broken bytes, rather than GB 18030."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _is_broken_utf8(data)
    return True


def _is_broken_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return whole > broken
