"""Bytes of a zip file in, its parts out, inflated within caps that hold against files made to expand."""

from __future__ import annotations

import io
import zipfile
import zlib

MOST_PARTS = 2_000
LARGEST_PART = 50_000_000
LARGEST_TOTAL = 200_000_000
STEEPEST = 200
"""How many times its stored size a large part may have."""

_SMALL = 1_000_000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class ArchiveError(Exception):
    """The file is no archive that may be opened; the first argument says why, the second what would work."""


class Archive:
    """The parts of an Office Open XML package (ECMA-376 part 2) by lower-case name, for names compare so (6.2.2.3)."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raise ArchiveError where it is no zip file or breaks a cap."""
        if data.startswith(_COMPOUND):
            raise ArchiveError("it is locked with a password, or of Excel 97", "save it as .xlsx, unlocked")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ArchiveError(f"it is no workbook ({error})", "save it as .xlsx") from error
        self._entries = {entry.filename.lower().lstrip("/"): entry for entry in self._zip.infolist()}
        _check(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they compare."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """Return the part `name`, or None where there is none; raise ArchiveError where it is broken."""
        entry = self._entries.get(name.lower().lstrip("/"))
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ArchiveError(f"its part {name} is damaged ({error})", "save it anew") from error
        if len(data) > entry.file_size:
            raise ArchiveError(f"its part {name} is larger than it says", "save it anew")
        return data


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse by the sizes that the directory states; `read` never inflates more than these."""
    if len(entries) > MOST_PARTS:
        raise ArchiveError(f"it has more than {MOST_PARTS} parts", "save it anew")
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise ArchiveError("it has two parts of one name", "save it anew")
    for entry in entries:
        steep = entry.file_size > _SMALL and entry.file_size > entry.compress_size * STEEPEST
        if entry.file_size > LARGEST_PART or steep:
            raise ArchiveError(f"its part {entry.filename} unpacks to {entry.file_size:,} bytes", "take data out of it")
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise ArchiveError(f"it unpacks to more than {LARGEST_TOTAL:,} bytes", "take data out of it")
