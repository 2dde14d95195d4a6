"""Bytes of a PDF in, its passages out: by its structure tree, or line by line where it has none (ISO 32000-1, 14.8)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.errors import UsageError
from reportgen.verification.passages import Passage, passage

Element = Any
_INLINE = frozenset({"Span", "Em", "Strong", "Link", "Quote", "Code", "Reference", "Sub"})
_UNREAD = frozenset({"Lbl", "TOC"})
"""Numbers of items and notes, and contents, which repeat headings beside the numbers of their pages."""

_DEEPEST = 200


@dataclass(slots=True)
class _Run:
    """Text that goes on in one language; `strings` are its marked contents in reading order."""

    tag: str
    strings: list[str] = field(default_factory=list)


def passages(data: bytes) -> Iterator[Passage]:
    """Yield the passages of a PDF in the order of its structure; what is marked as an artifact is not read.

    Raises UsageError where PDF cannot be read, or this file cannot.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError as error:
        hint = "install it with: pip install 'reportgen[verify]'"
        raise UsageError.of("pdf-reader", "reading PDF needs pypdfium2, which is not installed", hint=hint) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UsageError.of("file-damaged", f"this is no PDF that can be opened: {error}") from error
    with document:
        for number, page in enumerate(document, 1):
            yield from _page(page, f"page {number}")


def _page(page: Any, where: str) -> Iterator[Passage]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    count = max(0, pdfium.FPDF_StructTree_CountChildren(tree)) if tree else 0
    if not count:
        lines = text.get_text_bounded().splitlines()
        found: Iterator[Passage | None] = (passage(line, "", where) for line in lines)
    else:
        walker = _Walker(pdfium, _contents(pdfium, text))
        for index in range(count):
            walker.walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), "", 0)
        found = (passage("".join(run.strings), run.tag, where) for run in walker.runs)
    yield from filter(None, found)
    if tree:
        pdfium.FPDF_StructTree_Close(tree)


def _contents(pdfium: Any, text: Any) -> dict[int, str]:
    """Return the characters of each marked content; blanks that the layout makes belong to what is before them."""
    found: dict[int, list[str]] = {}
    marked = -1
    for index in range(text.count_chars()):
        made = pdfium.FPDFText_GetTextObject(text, index)
        marked = pdfium.FPDFPageObj_GetMarkedContentID(made) if made else marked
        found.setdefault(marked, []).append(chr(pdfium.FPDFText_GetUnicode(text, index)))
    return {number: "".join(signs) for number, signs in found.items()}


class _Walker:
    """Gathers the `runs` of a page's structure elements: a new one wherever a block or another language begins."""

    def __init__(self, pdfium: Any, contents: dict[int, str]) -> None:
        self.pdfium, self.contents = pdfium, contents
        self.runs: list[_Run] = []

    def walk(self, element: Element, tag: str, depth: int) -> None:
        if not element or depth > _DEEPEST:
            return
        kind = self.string(self.pdfium.FPDF_StructElement_GetType, element)
        if kind in _UNREAD:
            return
        own = self.string(self.pdfium.FPDF_StructElement_GetLang, element) or tag
        inline = kind in _INLINE and own == tag
        if not inline:
            self.runs.append(_Run(own))
            self.alternative(element, own)
        for index in range(self.pdfium.FPDF_StructElement_CountChildren(element)):
            self.child(element, index, own, depth)
        if not inline:
            self.runs.append(_Run(tag))

    def child(self, element: Element, index: int, tag: str, depth: int) -> None:
        inner = self.pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if inner:
            self.walk(inner, tag, depth + 1)
            return
        number = self.pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if number >= 0:  # a child that is neither stands on another page
            self.runs[-1].strings.append(self.contents.get(number, ""))

    def alternative(self, element: Element, tag: str) -> None:
        """Take what a picture or chart is described with, which says its figures too (ISO 14289-1, 7.3)."""
        described = self.string(self.pdfium.FPDF_StructElement_GetAltText, element)
        if described:
            self.runs += [_Run(tag, [described]), _Run(tag)]

    def string(self, get: Callable[..., int], element: Element) -> str:
        """Return a string of an element, which PDFium writes as UTF-16LE with a null at its end."""
        size = get(element, None, 0)
        if size <= 2:
            return ""
        buffer = ctypes.create_string_buffer(size)
        get(element, buffer, size)
        return buffer.raw[: size - 2].decode("utf-16-le", "replace")
