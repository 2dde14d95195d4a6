"""A structural lint of Word files: what schema validators let through, and Word or a screen reader does not.

Each rule has a code, so that the tests of the lint can seed one fault and name what must be found.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/footer1.xml", "word/header1.xml")
BOOKMARK = re.compile(r"[A-Za-z_\u4e00-\u9fff]\w{0,39}")
_DIRECT_RUN = {"b", "i", "color", "sz", "u", "shd", "bdr", "vertAlign", "highlight"}
_DIRECT_PARAGRAPH = {"spacing", "ind", "jc", "pBdr", "shd", "tabs"}
_INLINE_FONTS = {"hint"}


def lint(data: bytes) -> list[str]:
    """Return every fault of the Word file `data`, each as a code and a place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        files = {name: archive.read(name) for name in names}
    faults = list(_package(names, files))
    trees = {name: etree.fromstring(files[name]) for name in _STORIES if name in files}
    return faults + list(_document(trees, files))


def _package(names: list[str], files: dict[str, bytes]) -> Iterator[str]:
    yield from (f"zip-duplicate {name}" for name, count in Counter(names).items() if count > 1)
    if names[0] != "[Content_Types].xml":
        yield f"zip-order {names[0]}"
    types = etree.fromstring(files["[Content_Types].xml"])
    overrides = {item.get("PartName", "")[1:]: item.get("ContentType", "") for item in types if item.get("PartName")}
    yield from (f"type-without-part {name}" for name in overrides if name not in files)
    if not overrides.get("word/document.xml", "").endswith("document.main+xml"):
        yield "type-main word/document.xml"
    for name in names:
        if name.endswith(".rels"):
            yield from _relations(name, files)


def _relations(name: str, files: dict[str, bytes]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    source = posixpath.join(folder, posixpath.basename(name)[:-5])
    known = set()
    for item in etree.fromstring(files[name]):
        known.add(item.get("Id", ""))
        target = posixpath.normpath(posixpath.join(folder, item.get("Target", "")))
        if item.get("TargetMode") != "External" and target not in files:
            yield f"relation-target {target}"
    used = re.findall(rb'\br:(?:id|embed)="([^"]+)"', files.get(source, b""))
    yield from (f"relation-dangling {rid.decode()}" for rid in set(used) if rid.decode() not in known)


def _document(trees: dict[str, etree._Element], files: dict[str, bytes]) -> Iterator[str]:
    styles = {item.get(f"{_W}styleId") for item in etree.fromstring(files["word/styles.xml"]).iter(f"{_W}style")}
    numbers = {item.get(f"{_W}numId") for item in etree.fromstring(files["word/numbering.xml"]).iter(f"{_W}num")}
    notes = {item.get(f"{_W}id") for item in trees["word/footnotes.xml"].iter(f"{_W}footnote")}
    for tree in trees.values():
        yield from _named(tree, "style", ("pStyle", "rStyle", "tblStyle"), styles)
        yield from _named(tree, "numbering", ("numId",), numbers)
        yield from _cells(tree)
        yield from _direct(tree)
        yield from _fields(tree)
        for mark in tree.iter(f"{_W}footnoteReference"):
            if mark.get(f"{_W}id") not in notes:
                yield f"note-dangling {mark.get(f'{_W}id')}"
    yield from _bookmarks(list(trees.values()))
    yield from _drawings(list(trees.values()))


def _named(tree: etree._Element, what: str, tags: tuple[str, ...], known: set[str | None]) -> Iterator[str]:
    for tag in tags:
        for item in tree.iter(f"{_W}{tag}"):
            if item.get(f"{_W}val") not in known:
                yield f"{what}-undefined {item.get(f'{_W}val')}"


def _cells(tree: etree._Element) -> Iterator[str]:
    for cell in tree.iter(f"{_W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{_W}p":
            yield "cell-end a cell does not end with a paragraph"
    for table in tree.iter(f"{_W}tbl"):
        columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in table.findall(f"{_W}tr"):
            spans = (cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(f"{_W}tc"))
            covered = sum(1 if span is None else int(span.get(f"{_W}val", 1)) for span in spans)
            if covered != columns:
                yield f"row-span {covered} of {columns} columns"
        if table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None and table.find(f"{_W}tblPr/{_W}tblCaption") is None:
            yield "table-caption a table with a head has no name"
        following = table.getnext()
        if following is not None and following.tag == f"{_W}tbl":
            yield "tables-touch two tables stand without a paragraph between"


def _direct(tree: etree._Element) -> Iterator[str]:
    """Yield formatting that is not a named style's; font hints, languages and list numbers are no looks."""
    for kind, forbidden in (("rPr", _DIRECT_RUN), ("pPr", _DIRECT_PARAGRAPH)):
        for properties in tree.iter(f"{_W}{kind}"):
            for item in properties:
                name = etree.QName(item).localname
                if name in forbidden:
                    yield f"direct-formatting {name}"
                if name == "rFonts" and {etree.QName(key).localname for key in item.attrib} - _INLINE_FONTS:
                    yield "direct-formatting rFonts"


def _fields(tree: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(f"{_W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{_W}fldCharType", ""), 0)
    if depth:
        yield f"field-balance {depth}"


def _bookmarks(trees: list[etree._Element]) -> Iterator[str]:
    starts = [mark for tree in trees for mark in tree.iter(f"{_W}bookmarkStart")]
    ends = Counter(mark.get(f"{_W}id") for tree in trees for mark in tree.iter(f"{_W}bookmarkEnd"))
    names = Counter(mark.get(f"{_W}name", "") for mark in starts)
    yield from (f"bookmark-duplicate {name}" for name, count in names.items() if count > 1)
    yield from (f"bookmark-name {name}" for name in names if not BOOKMARK.fullmatch(name))
    if Counter(mark.get(f"{_W}id") for mark in starts) != ends or any(count > 1 for count in ends.values()):
        yield "bookmark-balance starts and ends differ"
    for link in (link for tree in trees for link in tree.iter(f"{_W}hyperlink")):
        anchor = link.get(f"{_W}anchor")
        if anchor is not None and anchor not in names:
            yield f"link-anchor {anchor}"


def _drawings(trees: list[etree._Element]) -> Iterator[str]:
    drawings = [item for tree in trees for item in tree.iter(f"{_WP}docPr")]
    ids = Counter(item.get("id") for item in drawings)
    yield from (f"drawing-id {number}" for number, count in ids.items() if count > 1)
    yield from (f"drawing-alt {item.get('name')}" for item in drawings if not item.get("descr"))
    floating = [name for tree in trees for name in ("anchor",) if tree.find(f".//{_WP}{name}") is not None]
    yield from (f"floating {name}" for name in floating)
