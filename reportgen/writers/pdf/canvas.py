"""Drawing calls to a tagged PDF, PDF/UA-1 and PDF/A at once (ISO 14289-1, ISO 19005-2).

Whatever is drawn is either marked content of a structure element or an artifact; the canvas refuses anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import quote

from reportgen.document import Document, Picture
from reportgen.errors import Finding, WriterError
from reportgen.themes import Theme
from reportgen.writers.pdf import attachments, images
from reportgen.writers.pdf.attachments import Attachment
from reportgen.writers.pdf.container import Container
from reportgen.writers.pdf.embed import EmbeddedFonts
from reportgen.writers.pdf.face import Glyph, Typeface
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.metadata import metadata, output_intent
from reportgen.writers.pdf.operators import RGB, Operators
from reportgen.writers.pdf.pieces import Piece, Seam
from reportgen.writers.pdf.profile import srgb
from reportgen.writers.pdf.structure import Element, Structure
from reportgen.writers.pdf.syntax import numbers, text_string, utf16

__all__ = ["RGB", "Element", "TaggedCanvas"]

_UNMARKED = "draw inside marked() or artifact(): a tagged page has nothing else"
_URI_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that stay as they are; a URI in PDF is 7-bit ASCII (ISO 32000-1, 12.6.4.7)."""


class TaggedCanvas:
    """A document's pages, drawn in points from the bottom left corner; one page is always open."""

    def __init__(self, document: Document, theme: Theme, fonts: Fonts, standard: str = "a-2a") -> None:
        self._metadata = metadata(document, standard)
        fonts.require(document)
        lang = document.langs[0]
        self._container = Container(theme.page.width, theme.page.height, lang)
        self._structure = Structure(lang)
        self._fonts = EmbeddedFonts()
        self._attached: list[Attachment] = []
        self._destinations: dict[str, tuple[int, float]] = {}
        self._links: list[tuple[int, bytes, str]] = []
        self._silent = False
        self._marking = False
        self._opened = False
        self._open_page()

    def _open_page(self) -> None:
        self._ink = Operators()
        self._seam = Seam()
        self._annotations: list[int] = []
        self._images: dict[str, None] = {}
        self._veils: dict[int, None] = {}

    @property
    def page(self) -> int:
        """The number of the open page, from 1."""
        return self._container.page

    @property
    def lang(self) -> str:
        """The language in force in the current element."""
        return self._structure.current.lang

    @contextmanager
    def element(
        self, kind: str, *, lang: str = "", alt: str = "", actual: str = "", title: str = "", attributes: str = ""
    ) -> Iterator[Element]:
        """Open a structure element of a standard `kind` below the current one.

        `alt` describes it, `actual` is what it says, `attributes` the inside of an attribute dictionary, such as
        `/O /Table /Scope /Column`.  Inside an artifact an element is nothing.
        """
        if self._silent:
            yield Element(kind, None, lang or self.lang)
            return
        with self.reopen(self._structure.child(kind, lang, alt, actual, title, attributes)) as element:
            yield element

    @contextmanager
    def reopen(self, element: Element) -> Iterator[Element]:
        """Go on with an `element` begun before, such as a paragraph over a page break."""
        if self._silent:
            yield element
            return
        if self._marking:
            raise RuntimeError(f"{element.kind} cannot begin inside marked content; end that first")
        self._structure.stack.append(element)
        try:
            yield element
        finally:
            self._structure.stack.pop()

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Draw content of the current element (ISO 32000-1, 14.7.4)."""
        if self._silent:
            yield
            return
        with self._marks():
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """Draw what is no content: rules, grounds, page numbers; `kind` Pagination, Layout, Page or Background."""
        if self._silent:
            yield
            return
        self._silent = True
        try:
            with self._marks():
                self._open(f"/Artifact <</Type /{kind}{f' /Subtype /{subtype}' if subtype else ''}>>")
                yield
        finally:
            self._silent = False

    @contextmanager
    def _marks(self) -> Iterator[None]:
        if self._marking:
            raise RuntimeError("marked content cannot stand inside marked content")
        self._marking = True
        try:
            yield
        finally:
            self._close()
            self._marking = False

    def _open(self, tag: str) -> None:
        self._ink.add(f"{tag} BDC")
        self._opened = True

    def _close(self) -> None:
        if self._opened:
            self._ink.add("EMC")
            self._opened = False

    @property
    def _drawn(self) -> Operators:
        """The operators of the open page, inside marked content (ISO 14289-1, 7.1), opened when first drawn in."""
        if not self._marking:
            raise RuntimeError(_UNMARKED)
        if not self._opened:
            self._open(f"/{self._structure.current.kind} <</MCID {self._structure.mark(self.page)}>>")
        return self._ink

    def _saying(self, text: str) -> Operators:
        """Return the operators inside fresh marked content that says `text` (ISO 32000-1, 14.9.4)."""
        if not self._marking:
            raise RuntimeError(_UNMARKED)
        self._close()
        actual = utf16(text, mark=True).decode("ascii")
        self._open(f"/Span <</MCID {self._structure.mark(self.page)} /ActualText <{actual}>>>")
        return self._ink

    def show(
        self,
        x: float,
        y: float,
        face: Typeface,
        size: float,
        color: RGB,
        run: Sequence[tuple[Glyph, float]],
        *,
        outline: float = 0.0,
    ) -> None:
        """Show glyphs on a baseline, each with its extra advance in points; stroked `outline` points wide, or filled.

        Raises WriterError for a glyph that the face lacks.
        """
        if not run:
            return
        font = self._fonts[face]
        for left, piece in self._seam.pieces(x, y, face, size, run) if not self._silent else ((x, Piece(run)),):
            ink = self._saying(piece.text) if piece.text else self._drawn
            ink.show(left, y, font, size, color, piece.run, outline)
            if piece.text:
                self._close()

    def text(self, x: float, y: float, face: Typeface, size: float, color: RGB, text: str) -> float:
        """Show one unbroken `text` in one face and return its width in points."""
        self.show(x, y, face, size, color, [(glyph, 0.0) for glyph in face.shape(text)])
        return face.width(text, size)

    def rect(self, x: float, y: float, width: float, height: float, fill: RGB) -> None:
        """Fill a box."""
        self._drawn.rect(x, y, width, height, fill)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, color: RGB, dash: Sequence[float] = ()
    ) -> None:
        """Stroke a straight line; `dash` gives lengths on and off."""
        self._drawn.polyline(((x1, y1), (x2, y2)), width, color, tuple(dash))

    def polygon(self, points: Sequence[tuple[float, float]], fill: RGB) -> None:
        """Fill the area that `points` enclose."""
        self._drawn.polygon(points, fill)

    def polyline(self, points: Sequence[tuple[float, float]], width: float, color: RGB) -> None:
        """Stroke a line through `points`."""
        self._drawn.polyline(points, width, color)

    def disc(self, x: float, y: float, radius: float, fill: RGB) -> None:
        """Fill a circle around (`x`, `y`)."""
        self._drawn.disc(x, y, radius, fill)

    @contextmanager
    def clip(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Paint only inside a box; open it inside one marked content, or around several."""
        ink, marking = self._drawn if self._marking else self._ink, self._marking
        ink.save()
        ink.clip(x, y, width, height)
        yield
        if ink is not self._ink or marking != self._marking:
            raise RuntimeError("a clip ends on the page and in the marked content where it began")
        ink.restore()

    @contextmanager
    def veiled(self, x: float, y: float, angle: float, percent: int) -> Iterator[None]:
        """Fill with an opacity in `percent` (1 to 99) around the origin (`x`, `y`), turned by `angle` radians."""
        ink = self._drawn
        self._veils[percent] = None
        ink.save()
        ink.turn(x, y, angle)
        ink.add(f"/G{percent} gs")
        yield
        ink.restore()

    def image(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Paint `picture` over a box; equal pictures are embedded once."""
        name = images.embed(picture, self._container)
        self._images[name] = None
        self._drawn.image(name, x, y, width, height)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add an outline entry of a `level`, from 1, that leads to the height `y` of the open page."""
        self._container.bookmark(title, level, y)

    def destination(self, id: str, y: float) -> None:  # noqa: A002
        """Name the height `y` of the open page, so that links to `#id` lead there; the first of a name holds."""
        self._destinations.setdefault(id, (self.page, y))

    def link(self, x: float, y: float, width: float, height: float, target: str, contents: str) -> None:
        """Make a box lead to `target`, an address or `#id`; the current element is a Link (ISO 14289-1, 7.18.5)."""
        if self._silent:
            return
        if self._structure.current.kind != "Link":
            raise RuntimeError("a link belongs inside a Link element")
        number = self._container.reserve()
        self._structure.annotate(self.page, number)
        self._annotations.append(number)
        box = numbers(x, y, x + width, y + height).encode("ascii")
        # /F 4 lets it be printed (ISO 19005-2, 6.3.2); /Contents says where it leads (ISO 14289-1, 7.18.1).
        body = b"/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%b] /Contents %b"
        self._links.append((number, body % (box, text_string(contents)), target))

    def attach(self, attachment: Attachment) -> None:
        """Let a file travel inside this one, which PDF/A-3 alone of the archival standards allows (ISO 19005-3)."""
        if self._metadata.standard != "a-3a":
            raise RuntimeError(f"{self._metadata.standard} lets no file be attached; write a-3a")
        self._attached.append(attachment)

    def new_page(self) -> None:
        """End the open page and open the next one."""
        if self._marking:
            raise RuntimeError("marked content cannot go over a page; end it and mark anew")
        self._container.close_page(str(self._ink), self._annotations, tuple(self._images), tuple(self._veils))
        self._structure.close_page()
        self._open_page()

    def finish(self) -> bytes:
        """Return the finished file; raise WriterError for every link that leads nowhere."""
        if self._structure.current is not self._structure.root:
            raise RuntimeError(f"{self._structure.current.kind} is still open")
        if self._ink or self.page == 1:
            self.new_page()
        self._write_links()
        root = self._structure.write(self._container)
        self._fonts.write(self._container)
        return self._container.finish(self._catalog(root), self._metadata.info())

    def _write_links(self) -> None:
        self._require_destinations()
        keys = self._structure.annotation_keys()
        for number, body, target in self._links:
            body += b" /StructParent %d %b" % (keys[number], self._leading_to(target))
            self._container.fill(number, b"<<" + body + b">>")

    def _require_destinations(self) -> None:
        named = {target[1:] for _, _, target in self._links if target[:1] == "#"}
        if lost := sorted(named - self._destinations.keys()):
            hint = "link to the id of a block of this document"
            raise WriterError(Finding("link-target", f"no block is called “{name}”", hint=hint) for name in lost)

    def _leading_to(self, target: str) -> bytes:
        if target[:1] != "#":
            return b"/A <</S /URI /URI %b>>" % text_string(quote(target, safe=_URI_SAFE))
        page, y = self._destinations[target[1:]]
        top = numbers(y).encode("ascii")
        return b"/Dest [%d 0 R /XYZ null %b null]" % (self._container.page_object(page), top)

    def _catalog(self, root: int) -> dict[str, bytes | int]:
        profile = self._container.stream(srgb(), b"/N 3")
        packet = self._container.stream(self._metadata.xmp(), b"/Type /Metadata /Subtype /XML", plain=True)
        return {
            "StructTreeRoot": root,
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": packet,
            "OutputIntents": output_intent(profile),
            **attachments.embed(self._container, self._attached, self._metadata.issued),
        }
