"""Members into a ZIP file whose bytes depend on nothing but the members: names and bytes in, an archive out.

The deflate streams come from libdeflate, pinned by the project, since the interpreter's zlib differs from one build to
another; dates are the first that ZIP can say and no host system is named (ECMA-376-2, Annex B).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

import deflate

_VERSION, _STORED, _DEFLATED, _UTF8, _FIRST_DAY = 20, 0, 8, 0x800, 0x21
_LEVEL = 6
_PACKED_ALREADY = (".png", ".jpeg", ".xlsx")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, compressed once and written as often as wanted."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    def head(self) -> bytes:
        """Return the fields that a local header and the central directory share (APPNOTE 4.4)."""
        flags = 0 if self.name.isascii() else _UTF8
        sizes = (self.crc, len(self.packed), self.size, len(self.name.encode()), 0)
        return struct.pack("<HHHHHLLLHH", _VERSION, flags, self.method, 0, _FIRST_DAY, *sizes)


def member(name: str, data: bytes) -> Member:
    """Compress `data` under `name`; pictures and workbooks, which are compressed already, are stored."""
    crc = deflate.crc32(data)
    if name.endswith(_PACKED_ALREADY) or not data:
        return Member(name, _STORED, crc, len(data), data)
    return Member(name, _DEFLATED, crc, len(data), bytes(deflate.deflate_compress(data, _LEVEL)))


def archive(members: Iterable[Member]) -> bytes:
    """Return the ZIP file of `members` in the order given."""
    body, directory, count = bytearray(), bytearray(), 0
    for item in members:
        name, head = item.name.encode(), item.head()
        directory += b"PK\x01\x02" + struct.pack("<H", _VERSION) + head
        directory += struct.pack("<HHHLL", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + head + name + item.packed
        count += 1
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def repacked(data: bytes) -> bytes:
    """Return the ZIP file `data` with the same members in the same order, packed as ours are."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return archive(member(name, source.read(name)) for name in source.namelist())
