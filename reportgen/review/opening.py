"""Bytes of a returned Word file in, its parts out; what cannot be a draft of ours, or is a trap, is refused by name."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from reportgen.errors import Place, SourceError
from reportgen.review.xml import Element, parsed
from reportgen.sources.archive import Archive, ArchiveError
from reportgen.writers.docx.archive import archive, member
from reportgen.writers.docx.xml import W

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file: its parts by name, in their order, and the root of its main part."""

    parts: dict[str, bytes]
    root: Element

    def saved(self, changed: dict[str, bytes]) -> bytes:
        """Return the file with the parts `changed`, the others as they are; equal parts give equal bytes."""
        parts = self.parts | changed
        names = [TYPES, *(name for name in parts if name != TYPES)]
        return archive(member(name, parts[name]) for name in names)


def opened(data: bytes, file: str = "") -> Package:
    """Open the Word file `data`, called `file`; raise SourceError where it is none, or not one to be trusted."""
    place = Place(file=file)
    parts = _parts(data, place)
    _refuse_macros(parts, place)
    if MAIN not in parts:
        raise _refused("review-no-word", "it is no Word document", place, "give the .docx that was sent back")
    try:
        root = parsed(parts[MAIN])
    except ValueError as error:
        raise _refused("review-xml", f"its words cannot be read: {error}", place, "save it again in Word") from error
    if root.tag == _STRICT:
        hint = "save it as “Word Document (*.docx)”"
        raise _refused("review-strict", "it was saved as Strict Open XML, whose words have other names", place, hint)
    if root.tag != f"{{{W}}}document" or root.find(f"{{{W}}}body") is None:
        raise _refused("review-no-word", "its main part is no Word document", place, "save it again in Word")
    return Package(parts, root)


def _parts(data: bytes, place: Place) -> dict[str, bytes]:
    if data.startswith(_COMPOUND):
        hint = "take the password off, or save it as .docx"
        raise _refused("review-locked", "it is locked with a password, or in the format of Word 97", place, hint)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            names = [name for name in source.namelist() if not name.endswith("/")]
        inside = Archive(data)
        return {name: inside.read(name) or b"" for name in names}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        hint = "give the .docx that was sent back; if it is, ask for it again"
        raise _refused("review-no-word", f"it is no whole Word file: {error}", place, hint) from error
    except ArchiveError as error:
        raise _refused("review-archive", str(error.args[0]), place, str(error.args[-1])) from error


def _refuse_macros(parts: dict[str, bytes], place: Place) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in parts) or b"macroEnabled" in parts.get(TYPES, b""):
        hint = "save it as “Word Document (*.docx)”, without macros"
        raise _refused("review-macros", "it holds macros, which a draft never has", place, hint)


def _refused(code: str, message: str, place: Place, hint: str) -> SourceError:
    return SourceError.of(code, message, place, hint)  # type: ignore[return-value]
