"""Written files opened again by other programs: python-docx for their words, lxml for their parts."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree

from reportgen.document import Document
from reportgen.writers.docx import write
from tests.writers.docx.samples import THEME, samples


@cache
def written(name: str) -> bytes:
    """Return the sample called `name` as a Word file."""
    return write(samples()[name], THEME)


def opened(data: bytes) -> Opened:
    return docx.Document(io.BytesIO(data))


def paragraphs(data: bytes) -> list[str]:
    """Return the text of every paragraph in reading order, in tables too, as python-docx reads it."""
    body = opened(data).element.body
    return ["".join(text.text or "" for text in item.iter(qn("w:t"))) for item in body.iter(qn("w:p"))]


def part(data: bytes, name: str) -> etree._Element:
    """Return the part called `name`, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(page: Document) -> etree._Element:
    """Write `page` and return its main part."""
    return part(write(page, THEME), "word/document.xml")


def values(tree: etree._Element, path: str, attribute: str = "w:val") -> list[str]:
    """Return `attribute` of every element at `path`, an XPath with the prefixes of Word."""
    return [item.get(qn(attribute), "") for item in tree.iterfind(path, {"w": qn("w:x")[1:-2]})]


def only(tree: etree._Element, path: str) -> etree._Element:
    """Return the first element at `path`, which must be there."""
    found = tree.find(path)
    assert found is not None, path
    return found


def said(tree: etree._Element) -> str:
    """Return all text of `tree`."""
    return "".join(str(text) for text in tree.itertext())
