"""Files of a briefing: a path in, the bytes of each file that makes it up out, read within caps."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.errors import Finding, Place, SourceError
from reportgen.sources.faults import Faults, nearest

HEADS = ("briefing.yaml", "briefing.yml", "briefing.json", "briefing.xlsx")
"""The files that make a folder a briefing."""

SHARED_GLOSSARY = "shared-glossary.csv"
"""What a briefing calls `data/glossary.csv`, which all briefings of a project share."""

LARGEST_TEXT = 10_000_000
LARGEST_BINARY = 50_000_000
LARGEST_BRIEFING = 300_000_000
"""Caps in bytes on one text file, one workbook or picture, and all files of a briefing together."""

_PICTURES = (".png", ".jpg", ".jpeg")
_BINARY = (*_PICTURES, ".xlsx")
_DATA = re.compile(
    r"briefing\.(yaml|yml|json|xlsx)|(facts|indicators|glossary|previous)\.(csv|tsv|xlsx)|text\.[^.]+\.md"
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's `data`, its `name` within the briefing, `/` between folders, and its place for findings."""

    name: str
    data: bytes
    place: Place

    @property
    def suffix(self) -> str:
        """The ending that says how the file is read."""
        return Path(self.name).suffix.lower()

    @property
    def binary(self) -> bool:
        """Whether the bytes are no text."""
        return self.suffix in _BINARY


def find(project: Path) -> tuple[Path, ...]:
    """Return every folder of `project`/data that holds a briefing, sorted by name."""
    folders = {head.parent for name in HEADS for head in (project / "data").glob(f"*/{name}") if head.is_file()}
    return tuple(sorted(folders))


def gather(path: Path, faults: Faults) -> tuple[SourceFile, ...]:
    """Read what makes up the briefing at `path`, a folder or one file, sorted by name."""
    path, project = path.absolute(), project_of(path)
    if path.is_file():
        # A user who names a link means the file that it leads to.
        found, home = [path], path.resolve().parent
    elif path.is_dir():
        found, home = _members(path), path.resolve()
    else:
        raise _absent(path)
    folder, files, total = path if path.is_dir() else path.parent, [], 0
    named = [(member, _name(member, folder), home) for member in found]
    shared = project / "data" / "glossary.csv"
    if folder.parent == shared.parent and shared.is_file():
        named.append((shared, SHARED_GLOSSARY, shared.parent.resolve()))
    for member, name, within in named:
        file = _read(member, within, SourceFile(name, b"", Place(member.relative_to(project).as_posix())), faults)
        total += len(file.data) if file else 0
        if total > LARGEST_BRIEFING:
            message = f"the briefing's files are larger than {LARGEST_BRIEFING:,} bytes together"
            faults.add("source-too-large", message, place_of(path), "use smaller pictures")
            break
        files += [file] if file else []
    return tuple(sorted(files, key=lambda file: file.name))


def _name(member: Path, folder: Path) -> str:
    # Some file systems store é as two characters; a name means the same, and hashes the same, on all of them.
    return unicodedata.normalize("NFC", member.relative_to(folder).as_posix())


def project_of(path: Path) -> Path:
    """Return the folder that places count from: the one that holds `data/`, or else the one that holds `path`."""
    path = path.absolute()
    folder = path.parent if path.is_file() else path
    above = next((place for place in (folder, folder.parent) if place.name == "data"), path)
    return above.parent


def place_of(path: Path) -> Place:
    """Call `path` as a user of the project does, on whatever machine."""
    return Place(path.absolute().relative_to(project_of(path)).as_posix())


def _members(folder: Path) -> list[Path]:
    if not any((folder / name).is_file() for name in HEADS):
        near = nearest("briefing.yaml", sorted(entry.name for entry in folder.iterdir()))
        hint = "add briefing.yaml" + (f"; {near}" if near.startswith("did") else "")
        raise SourceError.of("no-briefing", "the folder holds no briefing", place_of(folder), hint)
    data = [entry for entry in folder.iterdir() if _DATA.fullmatch(entry.name)]
    pictures = [*folder.glob("*"), *folder.glob("pictures/*")]
    return sorted({*data, *(entry for entry in pictures if entry.suffix.lower() in _PICTURES)})


def _read(path: Path, home: Path, file: SourceFile, faults: Faults) -> SourceFile | None:
    """Return `file` with the bytes of `path`, which may lead nowhere out of `home`, or note why there are none."""
    place, largest = file.place, LARGEST_BINARY if file.binary else LARGEST_TEXT
    if not path.resolve().is_relative_to(home):
        faults.add("source-outside", "the file is a link out of the briefing's folder", place, "copy the file here")
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            faults.add("source-unreadable", "this is no regular file", place, "put a file in its place")
            return None
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        faults.add("source-unreadable", f"the file cannot be read: {error.strerror}", place, "check its permissions")
        return None
    if len(data) > largest:
        faults.add("source-too-large", f"the file is larger than {largest:,} bytes", place, "make it smaller")
        return None
    if not data:
        faults.add("source-empty", "the file is empty", place, "fill it in or delete it")
        return None
    return replace(file, data=data)


def _absent(path: Path) -> SourceError:
    siblings = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    hint = nearest(path.name, sorted(siblings), "give a folder that holds briefing.yaml")
    return SourceError(Finding("no-briefing", "there is no such briefing", place_of(path), hint))
