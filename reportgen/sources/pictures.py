"""Bytes of a picture in, the picture with its type and size out, read from its header and never from its name."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from reportgen.facts import Media
from reportgen.sources.faults import Faults
from reportgen.sources.files import SourceFile

MOST_PIXELS = 50_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_OTHERS = {b"GIF8": "GIF", b"RIFF": "WebP", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF"}
# ITU-T T.81, table B.1: start-of-frame markers carry the size; C4, C8 and CC among them are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
_START_OF_SCAN = 0xDA


class _BrokenError(Exception):
    """The picture is not what it begins as."""


def read_picture(file: SourceFile, faults: Faults) -> Media | None:
    """Return the picture that `file` is, or note why it cannot be printed."""
    try:
        media = _measure(file)
    except (_BrokenError, struct.error, IndexError) as error:
        reason = str(error) if isinstance(error, _BrokenError) else "it ends too early"
        faults.add("broken-picture", f"the picture cannot be used: {reason}", file.place, "save it anew as PNG or JPEG")
        return None
    if not 0 < media.width * media.height <= MOST_PIXELS:
        message = f"the picture has {media.width} × {media.height} pixels"
        faults.add("picture-size", message, file.place, f"scale it to at most {MOST_PIXELS:,} pixels")
        return None
    return media


def _measure(file: SourceFile) -> Media:
    if file.data.startswith(_PNG):
        return Media(file.name, file.data, "image/png", *_png_size(file.data))
    if file.data.startswith(_JPEG):
        return Media(file.name, file.data, "image/jpeg", *_jpeg_size(file.data))
    other = next((name for magic, name in _OTHERS.items() if file.data.startswith(magic)), "")
    raise _BrokenError(f"it is a {other} file, whatever its name says" if other else "it is neither PNG nor JPEG")


def _png_size(data: bytes) -> tuple[int, int]:
    """Return width and height from IHDR once every chunk is whole (ISO/IEC 15948, 5.3 and 11.2.1)."""
    width, height = 0, 0
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
        if kind == b"IEND":
            return width, height
    raise _BrokenError("it ends too early")


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    view, offset = memoryview(data), len(_PNG)
    while offset < len(data):
        length, kind = struct.unpack(">I4s", view[offset : offset + 8])
        body = view[offset + 8 : offset + 8 + length]
        (checksum,) = struct.unpack(">I", view[offset + 8 + length : offset + 12 + length])
        if zlib.crc32(body, zlib.crc32(kind)) != checksum:
            raise _BrokenError(f"its part {kind.decode('latin-1')} is damaged")
        yield kind, body
        offset += length + 12


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return width and height from the frame header (ITU-T T.81, B.2.2) of a file that has its end marker."""
    size = (0, 0)
    for marker, start, body in _segments(data):
        if marker in _FRAMES:
            height, width, components = struct.unpack(">HHB", body[1:6])
            if components == 4:
                raise _BrokenError("its colours are CMYK; save it in RGB")
            size = width, height
        if marker == _START_OF_SCAN:
            if data.find(b"\xff\xd9", start) < 0:
                raise _BrokenError("it ends too early")
            return size
    raise _BrokenError("it ends too early")


def _segments(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield marker code, offset and body of each segment up to the first scan."""
    offset = 2
    while offset < len(data):
        if data[offset] != 0xFF:
            raise _BrokenError("its header is damaged")
        marker = data[offset + 1]
        offset += 1 if marker == 0xFF else 2
        if marker == 0xFF or marker in _BARE:
            continue
        (length,) = struct.unpack(">H", data[offset : offset + 2])
        yield marker, offset, data[offset + 2 : offset + length]
        offset += length
