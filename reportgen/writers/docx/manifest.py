"""What a draft said when it was written: body and galley in, parts that keep each paragraph's words and figures out.

The record is one element of plain text inside the file, since programs that save it again keep such a part whole, but
drop attributes and marked sections; a property of the file says the record's digest.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

import deflate

from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.package import Part, Relations
from reportgen.writers.docx.xml import DECLARATION, NAMES, OFFICE, W

FORMAT = 1
"""The version of the record; readers refuse others."""
NAMESPACE = "urn:reportgen:manifest"
PROPERTY = "reportgen.manifest"
"""The name of the property that holds the record's SHA-256."""

_ITEM = "customXml/item1.xml"
_ITEM_ID = "{7C6F3B2E-52D1-4E0A-9B53-1F6A0D3C8E21}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of one's own belong to (ECMA-376-1, 22.3.2.2)."""
_LEVEL = 6
_W, _R = f"{{{W}}}", f"{{{OFFICE}}}"

_SPOKEN = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_SPOKEN_TAGS = (f"{_W}t", *_SPOKEN)

Element = ElementTree.Element


def manifest(galley: Galley, body: str) -> tuple[Part, ...]:
    """Return the parts that hold the record of `body`, and relate the main part to them."""
    told = json.dumps(_record(galley, body), ensure_ascii=False, separators=(",", ":")).encode()
    payload = base64.b64encode(bytes(deflate.zlib_compress(told, _LEVEL))).decode("ascii")
    galley.relations["body"].add("customXml", f"../{_ITEM}")
    inside = Relations()
    inside.add("customXmlProps", "itemProps1.xml")
    item = f'<manifest xmlns="{NAMESPACE}"><format>{FORMAT}</format><payload>{payload}</payload></manifest>'
    store = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    store = f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM_ID}">{store}</ds:datastoreItem>'
    return (
        Part(_ITEM, "application/xml", f"{DECLARATION}{item}".encode(), inside),
        Part("customXml/itemProps1.xml", _PROPERTIES_TYPE, f"{DECLARATION}{store}".encode()),
        Part("docProps/custom.xml", _CUSTOM_TYPE, _property(payload)),
    )


def _property(payload: str) -> bytes:
    digest = sha256(payload.encode()).hexdigest()
    names = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    held = f'<property fmtid="{_FORMAT_ID}" pid="2" name="{PROPERTY}"><vt:lpwstr>{digest}</vt:lpwstr></property>'
    return f"{DECLARATION}<Properties {names}>{held}</Properties>".encode()


def _record(galley: Galley, body: str) -> dict[str, Any]:
    document = galley.document
    # The text is our own writer's, escaped already: there is no entity in it to expand.
    root = ElementTree.fromstring(f"<w:body {NAMES}>{body}</w:body>")  # noqa: S314
    return {
        "briefing": document.id,
        "langs": list(document.langs),
        "layout": document.layout,
        "issued": document.issued,
        "digest": document.digest,
        "passages": list(_passages(galley, root)),
        "notes": ["\n".join(_words(paragraph) for paragraph in note.paragraphs) for note in galley.notes],
    }


def _words(paragraph: str) -> str:
    """Return the words of a footnote's paragraph."""
    root = ElementTree.fromstring(f"<w:body {NAMES}>{paragraph}</w:body>")  # noqa: S314 - as above
    return "".join(_SPOKEN.get(item.tag, item.text or "") for item in root.iter() if item.tag in _SPOKEN_TAGS).strip()


@dataclass(slots=True)
class _Line:
    """A paragraph as it is read: its text so far, the marks that are open, those that are done, how deep in fields."""

    text: str = ""
    open: dict[str, tuple[str, int]] = field(default_factory=dict)
    anchors: list[str] = field(default_factory=list)
    figures: list[tuple[str, int, int]] = field(default_factory=list)
    drawing: str = ""
    fields: int = 0


def _passages(galley: Galley, root: Element) -> Iterator[dict[str, Any]]:
    """Yield every anchored paragraph of `root` that says or shows something; contents and the like are Word's own."""
    fields = 0
    for paragraph in root.iter(f"{_W}p"):
        line = _Line(fields=fields)
        for item in paragraph.iter():
            _read(galley, item, line)
        fields = line.fields
        if line.anchors and (line.text or line.drawing):
            yield _told(galley, line)


def _read(galley: Galley, item: Element, line: _Line) -> None:
    match item.tag.rpartition("}")[2]:
        case "bookmarkStart":
            line.open[item.get(f"{_W}id", "")] = (item.get(f"{_W}name", ""), len(line.text))
        case "bookmarkEnd":
            _close(line, *line.open.pop(item.get(f"{_W}id", "")))
        case "fldChar":
            line.fields += {"begin": 1, "end": -1}.get(item.get(f"{_W}fldCharType", ""), 0)
        case "t" if not line.fields and item.tag.startswith(_W):
            line.text += item.text or ""
        case "br" if item.tag.startswith(_W):
            line.text += "\n"
        case "tab" if item.tag.startswith(_W):
            line.text += "\t"
        case "chart" | "blip":
            rid = item.get(f"{_R}id") or item.get(f"{_R}embed") or ""
            line.drawing = _digest(galley, rid)
        case _:
            pass


def _close(line: _Line, name: str, start: int) -> None:
    if name.startswith("rgb_"):
        line.anchors.append(name)
    elif name.startswith("rgf_"):
        line.figures.append((name, start, len(line.text)))


def _digest(galley: Galley, rid: str) -> str:
    """Return the digest of the part that the main part knows as `rid`."""
    target = next(entry[1] for entry, known in galley.relations["body"].entries.items() if known == rid)
    return sha256(next(part.data for part in galley.parts if part.name == f"word/{target}")).hexdigest()


def _told(galley: Galley, line: _Line) -> dict[str, Any]:
    """Return a passage; its block is the innermost one, whose bookmark ends first."""
    told: dict[str, Any] = {
        "anchors": line.anchors,
        "block": galley.meanings[line.anchors[0]][0],
        "text": line.text,
        "figures": [[name, *galley.meanings[name], start, end] for name, start, end in line.figures],
    }
    return told | ({"drawing": line.drawing} if line.drawing else {})
