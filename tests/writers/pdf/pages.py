"""Finished PDF files to what their pages show: every character with its box, every filled shape, every element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from reportgen.document import Block, Document
from reportgen.themes import load_theme
from reportgen.writers.pdf import write
from tests.documents import words
from tests.writers.pdf.judges import opened

THEME = load_theme("newsprint-red")


@dataclass(frozen=True)
class Char:
    """A character and its box in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def made(*blocks: Block, lang: str = "zh") -> Document:
    """A document of `blocks` in one language."""
    title, footer = words(lang, "报告"), words(lang, "数据来源：统计局")
    return Document(id="d", langs=(lang,), title=title, blocks=blocks, issued="2023-08-25", footer=footer)


@cache
def file_of(document: Document) -> bytes:
    """The PDF of a document, made once."""
    return write(document, THEME)


def pages(document: Document) -> list[str]:
    """The text of every page, as PDFium copies it."""
    file = pypdfium2.PdfDocument(file_of(document))
    return [str(page.get_textpage().get_text_range()).replace("\r\n", "\n") for page in file]


def chars(document: Document, page: int = 0) -> list[Char]:
    """The visible characters of a page, from 0, in their order."""
    text = pypdfium2.PdfDocument(file_of(document))[page].get_textpage()
    whole = [(text.get_text_range(index, 1), text.get_charbox(index)) for index in range(text.count_chars())]
    return [Char(char, *box) for char, box in whole if char.strip() and box[2] > box[0]]


def find(found: list[Char], text: str) -> list[Char]:
    """The characters of the first place where `text` stands."""
    at = "".join(char.text for char in found).index(text)
    return found[at : at + len(text)]


def elements(data: bytes) -> Iterator[pikepdf.Dictionary]:
    """Every structure element, in reading order."""
    root = opened(data).Root.StructTreeRoot
    yield from _below(root)


def _below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids: pikepdf.Object | list[pikepdf.Object] = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def kinds(document: Document) -> list[str]:
    """The kinds of all elements, in reading order."""
    return [str(element.S)[1:] for element in elements(file_of(document))]
