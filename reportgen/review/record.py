"""The record that a draft carries of itself: parts in, what each paragraph said when it was written out."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from reportgen.errors import Place, SourceError
from reportgen.review.said import Held, Said
from reportgen.review.xml import Element, parsed
from reportgen.writers.docx.manifest import FORMAT, NAMESPACE, PROPERTY

LARGEST = 50_000_000
"""How many bytes a record may unpack to."""
_ITEM = re.compile(r"customXml/item\d+\.xml")
_CUSTOM = "docProps/custom.xml"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure of a passage: its bookmark, its fact and side, where it stood, and a `key` that is its own there."""

    anchor: str
    fact: str
    side: str
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchored paragraph: its bookmarks, its block, its text, its figures, and the digest of a drawing in it."""

    anchors: tuple[str, ...]
    block: str
    text: str
    figures: tuple[Mark, ...] = ()
    drawing: str = ""

    @property
    def said(self) -> Said:
        """The text with its figures held apart."""
        return Said(self.text, tuple(Held(mark.key, mark.start, mark.end) for mark in self.figures))


@dataclass(frozen=True, slots=True)
class Record:
    """What a draft was made from, and every anchored paragraph of it in reading order; `part` is where it stands."""

    briefing: str
    langs: tuple[str, ...]
    layout: str
    issued: str
    digest: str
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    part: str = ""


def record_of(parts: Mapping[str, bytes], file: str = "") -> Record:
    """Return the record in `parts`; raise SourceError where there is none, or where it is damaged."""
    place = Place(file=file)
    found = next(_records(parts), None)
    if found is None:
        hint = "give a file that reportgen wrote, or ask for the draft again without “Inspect Document”"
        raise SourceError.of("review-not-ours", "it carries no record of reportgen", place, hint)
    name, root = found
    version, payload = ((root.findtext(f"{{{NAMESPACE}}}{tag}") or "").strip() for tag in ("format", "payload"))
    if version != str(FORMAT):
        hint = "review it with the reportgen that wrote it, or a later one"
        raise SourceError.of("review-record", f"its record is of version “{version}”, not {FORMAT}", place, hint)
    told = _digest(parts.get(_CUSTOM, b""))
    payload = "".join(payload.split())
    if told and told != sha256(payload.encode()).hexdigest():
        raise _damaged("it is not the one that was written", place)
    return _record(payload, name, place)


def _records(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Element]]:
    for name in sorted(parts):
        if _ITEM.fullmatch(name) and NAMESPACE.encode() in parts[name]:
            try:
                root = parsed(parts[name])
            except ValueError:
                continue  # another program's part, or one that is no record any more
            if root.tag == f"{{{NAMESPACE}}}manifest":
                yield name, root


def _digest(custom: bytes) -> str:
    """Return the digest that the property of the file says, "" where the property is gone."""
    if not custom:
        return ""
    try:
        root = parsed(custom)
    except ValueError:
        return ""
    held = (item for item in root if item.get("name") == PROPERTY)
    return next(("".join(str(text) for text in item.itertext()).strip() for item in held), "")


def _record(payload: str, name: str, place: Place) -> Record:
    try:
        unpacked = zlib.decompressobj().decompress(base64.b64decode(payload, validate=True), LARGEST)
        told = json.loads(unpacked)
        passages = tuple(_passage(item) for item in told["passages"])
        briefing, layout, issued, digest = (str(told[key]) for key in ("briefing", "layout", "issued", "digest"))
        notes = tuple(map(str, told["notes"]))
        return Record(briefing, tuple(map(str, told["langs"])), layout, issued, digest, passages, notes, name)
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise _damaged(f"{type(error).__name__}: {error}", place) from error


def _passage(item: Mapping[str, Any]) -> Passage:
    count: Counter[str] = Counter()
    marks: list[Mark] = []
    text = str(item["text"])
    for anchor, fact, side, start, end in item["figures"]:
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"the figure {anchor} stands outside its text")
        stem = f"{fact}.{side}"
        count[stem] += 1
        marks.append(Mark(anchor, fact, side, start, end, f"{stem}#{count[stem]}"))
    return Passage(tuple(item["anchors"]), item["block"], text, tuple(marks), item.get("drawing", ""))


def _damaged(why: str, place: Place) -> SourceError:
    hint = "ask for the draft again, as it was saved"
    return SourceError.of("review-record", f"its record is damaged: {why}", place, hint)  # type: ignore[return-value]
