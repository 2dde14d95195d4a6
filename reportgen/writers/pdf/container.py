"""Pages and numbered objects to the bytes of a PDF file, through ReportLab's object model, whose privates end here.

Bodies of objects are given as PDF syntax in bytes.  Every stream is deflated by libdeflate: one version of it gives
the same bytes on every machine, which the system's zlib does not promise.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

import deflate
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

VERSION = (1, 7)
_LEVEL = 6

# ReportLab lets the environment switch comments and line breaks of its output on; the same document is the same bytes.
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0


def packed(content: bytes) -> bytes:
    """Return `content` as a zlib stream (FlateDecode)."""
    return bytes(deflate.zlib_compress(content, _LEVEL))


class _Body(pdfdoc.PDFObject):
    """An indirect object whose body is known as bytes, at the latest when the file is written."""

    __RefOnly__ = 1

    def __init__(self, body: bytes | None = None) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        if self.body is None:
            raise RuntimeError("an object of the file was reserved and never filled")
        return self.body


_PAGE_ENTRIES = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
_CATALOG_ENTRIES = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]


class _Page(pdfdoc.PDFPage):
    __NoDefault__ = _PAGE_ENTRIES


class _Catalog(pdfdoc.PDFCatalog):
    __NoDefault__ = _CATALOG_ENTRIES


class _Canvas(Canvas):
    def _make_preamble(self) -> None:
        # The stock preamble selects Helvetica, which PDF/A lets nobody use without embedding it.
        self._preamble = ""


def _canvas(width: float, height: float, lang: str) -> Any:
    return _Canvas(
        io.BytesIO(), pagesize=(width, height), invariant=1, pageCompression=0, pdfVersion=VERSION, lang=lang
    )


class Container:
    """A PDF file being written: `width` and `height` of its pages in points, `lang` a BCP 47 tag."""

    def __init__(self, width: float, height: float, lang: str) -> None:
        self._canvas = _canvas(width, height, lang)
        self._doc = self._canvas._doc
        self._doc.Catalog.__class__ = _Catalog
        self._digest = hashlib.sha256()
        self._images: dict[str, int] = {}
        self._veils: dict[int, int] = {}
        self._last_level = -1
        self._bookmarks = 0

    @property
    def page(self) -> int:
        """The number of the page that is open, from 1."""
        return int(self._canvas._pageNumber)

    def reserve(self) -> int:
        """Return the number of an object whose body follows with `fill`."""
        return self.add(None)

    def add(self, body: bytes | None) -> int:
        """Add an object and return its number."""
        name = f"O{self._doc.objectcounter + 1}"
        self._doc.Reference(_Body(body), name)
        if body is not None:
            self._digest.update(body)
        return int(self._doc.idToObjectNumberAndVersion[name][0])

    def fill(self, number: int, body: bytes) -> None:
        """Give the object `number`, reserved before, its body."""
        self._doc.idToObject[f"O{number}"].body = body
        self._digest.update(body)

    def stream(self, content: bytes, entries: bytes = b"", plain: bool = False) -> int:
        """Add a stream with `entries` in its dictionary, deflated unless `plain`, and return its number."""
        if not plain:
            content, entries = packed(content), entries + b" /Filter /FlateDecode"
        # An end-of-line marker must stand before endstream (ISO 19005-2, 6.1.7.1); CR LF cannot be taken for data.
        head = b"<<%b /Length %d>>\nstream\n" % (entries, len(content))
        return self.add(head + content + b"\r\nendstream")

    def image(self, key: str, content: bytes, entries: bytes) -> None:
        """Embed an image once under the resource name `key`; `entries` name its size, colours and filter."""
        if key not in self._images:
            self._images[key] = self.stream(content, b"/Type /XObject /Subtype /Image " + entries, plain=True)

    def has_image(self, key: str) -> bool:
        """Tell whether the image `key` is embedded already."""
        return key in self._images

    def font(self, name: str, number: int) -> None:
        """Make the font object `number` known to every page under the resource `name`."""
        self._doc.idToObject["BasicFonts"].dict[name] = _reference(self._doc, number)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add an entry to the outline at the height `y`; a skipped `level` (from 1) is taken as the next one down."""
        self._last_level = min(max(level - 1, 0), self._last_level + 1)
        self._bookmarks += 1
        key = f"bookmark-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(y, 3))
        self._canvas.addOutlineEntry(title, key, self._last_level)
        self._canvas.showOutline()

    def close_page(
        self, operators: str, annotations: Sequence[int], images: Sequence[str], veils: Sequence[int] = ()
    ) -> None:
        """End the open page, drawn by `operators`, and open the next one; `veils` are opacities in percent it uses."""
        index = self.page - 1
        self._canvas.showPage()
        page = self._doc.Pages.pages[-1]
        page.__class__ = _Page
        page.Contents = _reference(self._doc, self.stream(operators.encode("ascii")))
        page.Annots = (
            pdfdoc.PDFArray([_reference(self._doc, number) for number in annotations]) if annotations else None
        )
        used = {key: _reference(self._doc, self._images[key]) for key in images}
        page.ExtGState = pdfdoc.PDFDictionary({f"G{veil}": self._veil(veil) for veil in veils}) if veils else None
        page.XObjects = pdfdoc.PDFDictionary(used) if used else None
        page.Trans = None
        # Tab order follows the structure (ISO 14289-1, 7.18.3).
        page.StructParents, page.Tabs = index, pdfdoc.PDFName("S")

    def _veil(self, percent: int) -> Any:
        """Return the graphics state that fills with an opacity in `percent` (ISO 32000-1, 11.6.4.4)."""
        if percent not in self._veils:
            self._veils[percent] = self.add(b"<</Type /ExtGState /ca 0.%02d>>" % percent)
        return _reference(self._doc, self._veils[percent])

    def page_object(self, page: int) -> int:
        """Return the object number of a closed `page`."""
        return int(self._doc.idToObjectNumberAndVersion[f"Page{page}"][0])

    def finish(self, catalog: Mapping[str, bytes | int], info: bytes) -> bytes:
        """Return the file with the information dictionary `info` and `catalog` entries: object numbers, or bodies.

        The file's ID is a digest of its content (ISO 32000-1, 14.4).
        """
        for key, value in catalog.items():
            entry = _reference(self._doc, value) if isinstance(value, int) else _Body(value)
            setattr(self._doc.Catalog, key, entry)
        self._canvas.addPageLabel(0, style="ARABIC", start=1)
        self._doc.info = _Info(info)
        self._digest.update(info)
        identifier = self._digest.hexdigest()[:32].upper().encode("ascii")
        self._doc._ID = b"[<%b> <%b>]" % (identifier, identifier)
        return bytes(self._doc.GetPDFData(self._canvas))


class _Info(_Body):
    """The information dictionary, written as given."""

    def digest(self, md5: Any) -> None:
        """Leave ReportLab's own signature alone: the file's ID is made of its content."""


def _reference(doc: Any, number: int) -> Any:
    return pdfdoc.PDFObjectReference(doc.numberToId[number])
