"""Files that travel inside a PDF/A-3 file to its embedded files and the catalogue entries that name them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportgen.writers.pdf.container import Container
from reportgen.writers.pdf.syntax import text_string


@dataclass(frozen=True, slots=True, order=True)
class Attachment:
    """A file `name` of `media_type` that holds the data a document shows; `says` tells what is in it."""

    name: str
    data: bytes
    media_type: str
    says: str


def embed(container: Container, attachments: Sequence[Attachment], issued: date) -> dict[str, bytes]:
    """Embed `attachments` by name and return the catalogue entries that name them (ISO 19005-3, 6.8)."""
    if not attachments:
        return {}
    files = [(file.name, _specification(container, file, issued)) for file in sorted(attachments)]
    tree = b" ".join(b"%b %d 0 R" % (text_string(name), number) for name, number in files)
    return {
        "AF": b"[%b]" % b" ".join(b"%d 0 R" % number for _, number in files),
        "Names": b"<</EmbeddedFiles <</Names [%b]>>>>" % tree,
    }


def _specification(container: Container, file: Attachment, issued: date) -> int:
    """Add a file with its specification, related to the document as its data (ISO 32000-2, 7.11.3)."""
    kind = file.media_type.replace("/", "#2F").encode("ascii")
    check = hashlib.md5(file.data, usedforsecurity=False).hexdigest().encode("ascii")
    day = text_string(f"D:{issued:%Y%m%d}000000Z")
    params = b"/Params <</Size %d /CheckSum <%b> /CreationDate %b /ModDate %b>>" % (len(file.data), check, day, day)
    stream = container.stream(file.data, b"/Type /EmbeddedFile /Subtype /%b %b" % (kind, params))
    name, says = text_string(file.name), text_string(file.says)
    body = b"/Type /Filespec /F %b /UF %b /Desc %b /AFRelationship /Data" % (name, name, says)
    return container.add(b"<<%b /EF <</F %d 0 R /UF %d 0 R>>>>" % (body, stream, stream))
