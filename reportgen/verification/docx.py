"""Bytes of a Word file in, its passages out: paragraphs, cells, notes, headers, and what its charts hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reportgen.errors import UsageError
from reportgen.sources.archive import Archive, ArchiveError
from reportgen.sources.xml_parts import Element, XmlError, elements
from reportgen.verification.passages import Passage, is_neutral, passage, spoken

_PARTS = re.compile(r"word/(?:(document|footnotes|endnotes|header|footer)(\d*)|charts/(chart)(\d+))\.xml")
_ORDER = ("document", "chart", "footnotes", "endnotes", "header", "footer")
_BLANKS = frozenset({"tab", "br", "cr", "noBreakHyphen"})
_COUNTED = re.compile(r"\s*(?:PAGE|NUMPAGES|PAGEREF|SECTIONPAGES|SEQ|NOTEREF)\b")

Piece = tuple[str, str]
"""Characters and the language that they are marked with, "" where none is."""


def passages(data: bytes) -> Iterator[Passage]:
    """Yield the passages of a Word file, its body first; deleted text is not read, inserted text is.

    Raises UsageError where the file is no Word file.
    """
    try:
        archive = Archive(data)
        for part, where in _parts(archive):
            yield from _part(archive.read(part) or b"", where)
    except (ArchiveError, XmlError) as error:
        raise UsageError.of("file-damaged", f"this is no Word file that can be opened: {error}") from error


def _parts(archive: Archive) -> list[tuple[str, str]]:
    found = []
    for name in archive.names:
        match = _PARTS.fullmatch(name)
        if match:
            kind, number = match[1] or match[3], match[2] or match[4] or ""
            found.append((_ORDER.index(kind), len(number), number, name, f"{kind} {number}".strip()))
    return [(name, where) for *_, name, where in sorted(found)]


def _part(data: bytes, where: str) -> Iterator[Passage]:
    reader = _Reader(where)
    for element, around in elements(data):
        yield from reader.end(element, around)


class _Reader:
    """Hands the pieces of each element on to the one around it until a paragraph or datum has them all."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.pieces: dict[int, list[Piece]] = {}
        self.langs: dict[int, tuple[str, str]] = {}
        self.code = ""
        self.counted = False

    def end(self, element: Element, around: Element) -> Iterator[Passage]:
        pieces = self.pieces.pop(id(element), [])
        match element.tag:
            case "t":
                pieces = [] if self.counted else [(element.text, "")]
            case "fldChar" | "instrText":
                self.field(element)
            case "fldSimple" if _COUNTED.match(element.get("instr")):
                pieces = []
            case "v":
                pieces = [(element.text, "number" if around.tag == "pt" else "")]
            case tag if tag in _BLANKS and around.tag == "r":
                pieces = [(" ", "")]
            case "lang" | "rPr":
                self.mark(element, around)
            case "r":
                pieces = self.marked(element, pieces)
            case "p":
                yield from self.paragraph(pieces)
                return
            case "pt" if around.tag in ("numCache", "numLit", "strCache", "strLit"):
                yield from self.datum("".join(text for text, _ in pieces), around.tag)
                return
        if pieces:
            self.pieces.setdefault(id(around), []).extend(pieces)

    def field(self, element: Element) -> None:
        """Follow a field from its code to its result, which is no text where Word counts it (ECMA-376-1, 17.16)."""
        match element.get("fldCharType"):
            case "separate":
                self.counted = bool(_COUNTED.match(self.code))
            case "begin" | "end":
                self.code, self.counted = "", False
            case _:
                self.code += element.text

    def mark(self, element: Element, around: Element) -> None:
        """Hand a run's language up: from w:lang or a DrawingML attribute to its properties, and on to the run."""
        if element.tag == "lang":
            self.langs[id(around)] = (element.get("val"), element.get("eastAsia"))
            return
        given = self.langs.pop(id(element), None) or (element.get("lang"), element.get("altLang"))
        if around.tag == "r":
            self.langs[id(around)] = given

    def marked(self, run: Element, pieces: list[Piece]) -> list[Piece]:
        latin, asian = self.langs.pop(id(run), ("", ""))
        text = "".join(text for text, _ in pieces)
        if not text:
            return []
        chinese = spoken(text) == "zh"
        return [(text, "" if is_neutral(text) else (asian or "zh") if chinese else (latin or "en"))]

    def paragraph(self, pieces: list[Piece]) -> Iterator[Passage]:
        """Yield the text of a paragraph, parted where its language changes; figures go with what is before them."""
        tagged, last = [], next((tag for _, tag in pieces if tag), "")
        for text, tag in pieces:
            last = tag or last
            tagged.append((text, last))
        for tag, group in groupby(tagged, key=lambda piece: piece[1]):
            made = passage("".join(text for text, _ in group), tag, self.where)
            if made:
                yield made

    def datum(self, text: str, cache: str) -> Iterator[Passage]:
        if cache.startswith("num"):
            yield Passage(text.strip(), "en", self.where, bare=True)
        elif made := passage(text, "", self.where):
            yield made
