"""A document's body in, its paragraphs out as they read with every tracked change accepted, with marks and places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.review.xml import Element, local, value, w

_GONE = {"del", "moveFrom"}
_ASIDE = {"pPr", "rPr", "tblPr", "tcPr", "trPr", "tblGrid", "sectPr", "sdtEndPr", "delText", "delInstrText"}
_COPY = re.compile(r"_Copy_\d+$")
_LINK = re.compile(r"\s*HYPERLINK\b")


@dataclass(slots=True)
class Piece:
    """A stretch of a line and the element that holds it: `w:t`, `w:tab` or a break."""

    start: int
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Span:
    """What a bookmark or control covers of a line; `copy` where another program made it of one that is there too."""

    name: str
    start: int
    end: int
    opened: bool
    control: bool = False
    copy: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph as it reads; `elements` are several where the mark between them is deleted."""

    elements: list[Element]
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    made: bool = False

    def add(self, text: str, element: Element) -> None:
        """Put `text`, which `element` holds, at the end."""
        self.pieces.append(Piece(len(self.text), len(self.text) + len(text), element))
        self.text += text


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    here: bool
    control: bool = False
    copy: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of reading: lines so far, marks that are open, how deep in deleted text and in fields."""

    lines: list[Line] = field(default_factory=list)
    line: Line | None = None
    open: dict[str, _Open] = field(default_factory=dict)
    controls: list[_Open | None] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    gone: int = 0
    made: int = 0
    fields: list[str] = field(default_factory=list)
    joining: bool = False

    def visit(self, element: Element) -> None:
        """Read `element` and what is in it."""
        name = local(element)
        if name in _ASIDE:
            return
        match name:
            case "p":
                self._paragraph(element)
            case "sdt":
                self._control(element)
            case "bookmarkStart":
                self._begin(value(element, "id"), value(element, "name"))
            case "bookmarkEnd":
                self._end(self.open.pop(value(element, "id"), None))
            case "fldSimple":
                self._inside(element, "" if _LINK.match(value(element, "instr")) else "made")
            case "fldChar" | "instrText":
                self._field(name, element)
            case "t" | "tab" | "br" | "cr" | "noBreakHyphen":
                self._text(name, element)
            case "commentReference" if self.line is not None:
                self.line.remarks.append(value(element, "id"))
            case _:
                self._children(element, name)

    def _children(self, element: Element, name: str) -> None:
        self.gone += name in _GONE
        for child in element:
            # The same words stand twice in alternate content: once for programs that know it, once for others.
            if not (isinstance(child.tag, str) and child.tag.endswith("}Fallback")):
                self.visit(child)
        self.gone -= name in _GONE

    def _paragraph(self, element: Element) -> None:
        outer, joined = self.line, self.joining and self.line is not None
        if joined and self.line is not None:
            self.line.elements.append(element)
            outer = None
        else:
            self.line = Line([element], made=bool(self.made))
            self.lines.append(self.line)
            for mark in (*self.open.values(), *filter(None, self.controls)):
                mark.start, mark.here = 0, False
        line = self.line
        self.joining = False
        self._children(element, "p")
        if _mark_deleted(element):
            self.line, self.joining = line, True
            return
        for mark in (*self.open.values(), *filter(None, self.controls)):
            self._cover(mark)
        self.line = outer

    def _begin(self, number: str, name: str) -> None:
        copy = bool(_COPY.search(name))
        plain = _COPY.sub("", name)
        if name in self.names:
            self._go_on(number, plain)
        if not plain.startswith(("rgb_", "rgf_")) or name in self.names:
            return
        self.names.add(name)
        self.open[number] = _Open(plain, len(self.line.text) if self.line else 0, self.line is not None, copy=copy)

    def _go_on(self, number: str, name: str) -> None:
        """Let the open mark `name` end where mark `number` does: LibreOffice begins it anew in a split paragraph."""
        for key in [key for key, mark in self.open.items() if mark.name == name]:
            self.open[number] = self.open.pop(key)

    def _end(self, mark: _Open | None) -> None:
        if mark:
            self._cover(mark)

    def _cover(self, mark: _Open) -> None:
        """Note what `mark` covers of the line; where it only ends at the line's head it covers nothing of it."""
        if self.line is not None and (mark.here or len(self.line.text) > mark.start):
            span = Span(mark.name, mark.start, len(self.line.text), mark.here, mark.control, mark.copy)
            self.line.spans.append(span)

    def _control(self, element: Element) -> None:
        properties = element.find(w("sdtPr"))
        made = properties is not None and properties.find(w("docPartObj")) is not None
        tags = () if properties is None else (value(properties.find(w(key))) for key in ("tag", "alias"))
        name = next((tag for tag in tags if tag.startswith("rgf_")), "")
        mark = _Open(name, len(self.line.text) if self.line else 0, self.line is not None, control=True)
        self.controls.append(mark if name else None)
        self.made += made
        self._children(element, "sdt")
        self.made -= made
        if done := self.controls.pop():
            self._cover(done)

    def _field(self, name: str, element: Element) -> None:
        """Keep track of fields: what a program works out itself is no one's words, but a link's words are."""
        kind = value(element, "fldCharType")
        if name == "instrText" and self.fields and self.fields[-1] == "begun":
            self.fields[-1] = "" if _LINK.match(element.text or "") else "made"
        elif kind == "begin":
            self.fields.append("begun")
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _inside(self, element: Element, kind: str) -> None:
        self.fields.append(kind)
        self._children(element, "fldSimple")
        self.fields.pop()

    def _text(self, name: str, element: Element) -> None:
        if self.line is None or self.gone or any(self.fields):
            return
        said = {"t": element.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(name, "\n")
        if said:
            self.line.add(said, element)


def _mark_deleted(paragraph: Element) -> bool:
    """Tell whether the paragraph runs on into the next, its mark being deleted (ECMA-376-1, 17.13.5.15)."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
    following = paragraph.getnext()
    while following is not None and local(following) not in {"p", "tbl", "sectPr", "sdt"}:
        following = following.getnext()
    return mark is not None and following is not None and local(following) == "p"


def lines_of(root: Element) -> list[Line]:
    """Return the paragraphs of the main part `root` in reading order, those in tables too."""
    walk = _Walk()
    body = root.find(w("body"))
    if body is not None:
        for child in body:
            walk.visit(child)
    return walk.lines
