"""Parts and their relationships into an Open Packaging archive (ECMA-376-2): parts in, the bytes of a .docx out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportgen.writers.docx.archive import Member, archive, member
from reportgen.writers.docx.xml import DECLARATION, OFFICE, escape

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def word_type(name: str) -> str:
    """Return the content type of the WordprocessingML part `name`, such as `styles`."""
    return f"{_WORD}.{name}+xml"


@dataclass(slots=True)
class Relations:
    """The relationships of one part, numbered as they are added; the same target is named once."""

    entries: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """Return the id of the relationship of `kind` (`image`, or a whole URI) to `target`."""
        uri = kind if "/" in kind else f"{OFFICE}/{kind}"
        return self.entries.setdefault((uri, target, external), f"rId{len(self.entries) + 1}")

    def xml(self) -> bytes:
        """Return the relationships part."""
        lines = (_relationship(rid, *entry) for entry, rid in self.entries.items())
        root = f'<Relationships xmlns="{_PACKAGE}/relationships">'
        return f"{DECLARATION}{root}{''.join(lines)}</Relationships>".encode()


def _relationship(rid: str, kind: str, target: str, external: bool) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{rid}" Type="{kind}" Target="{escape(target)}"{mode}/>'


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its `name` in the archive, its content type, its bytes, and what it relates to."""

    name: str
    content_type: str
    data: bytes
    relations: Relations | None = None

    def members(self) -> Iterable[Member]:
        """Yield the part's files, compressed."""
        yield member(self.name, self.data)
        if self.relations and self.relations.entries:
            folder, name = posixpath.split(self.name)
            yield member(f"{folder}/_rels/{name}.rels", self.relations.xml())


@dataclass(frozen=True, slots=True)
class Packed:
    """A part whose files are compressed already, kept from one document to the next."""

    name: str
    content_type: str
    files: tuple[Member, ...]

    def members(self) -> Iterable[Member]:
        """Yield the part's files."""
        return self.files


def packed(part: Part) -> Packed:
    """Compress `part` for many documents."""
    return Packed(part.name, part.content_type, tuple(part.members()))


def package(parts: Iterable[Part | Packed]) -> bytes:
    """Return the archive of `parts`, the content types first and the rest by name."""
    parts = sorted(parts, key=lambda part: part.name)
    root = Relations()
    root.add("officeDocument", "word/document.xml")
    root.add(f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    root.add("extended-properties", "docProps/app.xml")
    root.add("custom-properties", "docProps/custom.xml")
    first = [member("[Content_Types].xml", _content_types(parts)), member("_rels/.rels", root.xml())]
    return archive(first + [item for part in parts for item in part.members()])


def _content_types(parts: Iterable[Part | Packed]) -> bytes:
    defaults = "".join(f'<Default Extension="{key}" ContentType="{kind}"/>' for key, kind in _DEFAULTS.items())
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if _DEFAULTS.get(part.name.rpartition(".")[2]) != part.content_type
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'.encode()
