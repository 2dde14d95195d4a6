"""Elements opened and closed to the structure tree of a tagged PDF (ISO 32000-1, 14.7; ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from reportgen.writers.pdf.syntax import text_string

_NAMES = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
KINDS = frozenset(_NAMES.split())
"""The standard structure types (ISO 32000-1, 14.8.4); anything else would need a role map."""

_KEPT_EMPTY = frozenset(("TH", "TD"))
"""A cell without content still holds its place in the row."""


class Content(NamedTuple):
    """Marked content `mcid` on `page`."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """The annotation that is the object `number` on `page`."""

    page: int
    number: int


class Objects(Protocol):
    """Where the tree's objects go."""

    def reserve(self) -> int:
        """Return the number of an object whose body follows."""

    def fill(self, number: int, body: bytes) -> None:
        """Give an object its body."""

    def page_object(self, page: int) -> int:
        """Return the object number of a page."""


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; `lang` is the language in force, `own_lang` the one it states itself."""

    kind: str
    parent: Element | None
    lang: str
    own_lang: str = ""
    alt: str = ""
    actual: str = ""
    title: str = ""
    attributes: str = ""
    kids: list[Element | Content | Annotation] = field(default_factory=list)
    number: int = 0

    def descendants(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.descendants()


class Structure:
    """The tree that grows while pages are drawn; `current` is the innermost open element."""

    def __init__(self, lang: str) -> None:
        self.root = Element("Document", None, lang)
        self.stack = [self.root]
        self._pages: list[list[Element]] = []
        self._marked: list[Element] = []
        self._annotated: list[tuple[int, Element]] = []

    @property
    def current(self) -> Element:
        """The innermost open element."""
        return self.stack[-1]

    def child(self, kind: str, lang: str, alt: str, actual: str, title: str, attributes: str) -> Element:
        """Append a new element of `kind`, one of `KINDS`, to the current one."""
        if kind not in KINDS:
            raise ValueError(f"{kind} is not a standard structure type")
        parent = self.current
        own = lang if lang != parent.lang else ""
        element = Element(kind, parent, lang or parent.lang, own, alt, actual, title, attributes)
        parent.kids.append(element)
        return element

    def mark(self, page: int) -> int:
        """Give the current element marked content on `page`; return its identifier, counted from 0 on each page."""
        mcid = len(self._marked)
        self._marked.append(self.current)
        self.current.kids.append(Content(page, mcid))
        return mcid

    def annotate(self, page: int, number: int) -> None:
        """Give the current element the annotation object `number` on `page`."""
        self.current.kids.append(Annotation(page, number))
        self._annotated.append((number, self.current))

    def close_page(self) -> None:
        """End a page: marked content is counted anew."""
        self._pages.append(self._marked)
        self._marked = []

    def annotation_keys(self) -> dict[int, int]:
        """Return the parent-tree key of each annotation object; the keys before them are the pages'."""
        return {number: len(self._pages) + index for index, (number, _) in enumerate(self._annotated)}

    def write(self, objects: Objects) -> int:
        """Write the tree and the parent tree; return the number of the structure tree root."""
        _prune(self.root)
        root = objects.reserve()
        elements = list(self.root.descendants())
        for element in elements:
            element.number = objects.reserve()
        notes = {f"note-{index}": element for index, element in enumerate(_notes(elements), 1)}
        names = {element.number: name for name, element in notes.items()}
        for element in elements:
            objects.fill(element.number, _body(element, root, objects, names.get(element.number, "")))
        objects.fill(root, self._root(notes))
        return root

    def _root(self, notes: dict[str, Element]) -> bytes:
        parents = [b"%d [%b]" % (page, _references(marked)) for page, marked in enumerate(self._pages)]
        keys = self.annotation_keys()
        parents += [b"%d %d 0 R" % (keys[number], element.number) for number, element in self._annotated]
        body = b"/Type /StructTreeRoot /K [%d 0 R] /ParentTree <</Nums [%b]>> /ParentTreeNextKey %d" % (
            self.root.number,
            b" ".join(parents),
            len(parents),
        )
        return b"<<" + body + _id_tree(notes) + b">>"


def _prune(element: Element) -> None:
    """Take away elements that nothing was drawn in."""
    for kid in [kid for kid in element.kids if isinstance(kid, Element)]:
        _prune(kid)
        if not kid.kids and kid.kind not in _KEPT_EMPTY:
            element.kids.remove(kid)


def _notes(elements: list[Element]) -> Iterator[Element]:
    """Yield the notes: each must have an ID of its own (ISO 14289-1, 7.9)."""
    return (element for element in elements if element.kind == "Note")


def _id_tree(notes: dict[str, Element]) -> bytes:
    if not notes:
        return b""
    pairs = [b"%b %d 0 R" % (text_string(name), notes[name].number) for name in sorted(notes)]
    limits = text_string(min(notes)) + b" " + text_string(max(notes))
    return b" /IDTree <</Kids [<</Limits [%b] /Names [%b]>>]>>" % (limits, b" ".join(pairs))


def _references(elements: list[Element]) -> bytes:
    return b" ".join(b"%d 0 R" % element.number for element in elements)


def _body(element: Element, root: int, objects: Objects, name: str) -> bytes:
    """Return the dictionary of one element (ISO 32000-1, table 323)."""
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), 0)
    parts = [b"/Type /StructElem /S /%b" % element.kind.encode(), b"/P %d 0 R" % _parent(element, root)]
    if page:
        parts.append(b"/Pg %d 0 R" % objects.page_object(page))
    if element.kids:
        parts.append(b"/K [%b]" % b" ".join(_kid(kid, page, objects) for kid in element.kids))
    if element.attributes:
        parts.append(b"/A <<%b>>" % element.attributes.encode("ascii"))
    lang = element.lang if element.parent is None else element.own_lang
    texts = {b"Lang": lang, b"Alt": element.alt, b"ActualText": element.actual, b"T": element.title, b"ID": name}
    parts += [b"/%b %b" % (key, text_string(text)) for key, text in texts.items() if text]
    return b"<<" + b" ".join(parts) + b">>"


def _parent(element: Element, root: int) -> int:
    return element.parent.number if element.parent else root


def _kid(kid: Element | Content | Annotation, page: int, objects: Objects) -> bytes:
    match kid:
        case Element():
            return b"%d 0 R" % kid.number
        case Content():
            if kid.page == page:
                return b"%d" % kid.mcid
            return b"<</Type /MCR /Pg %d 0 R /MCID %d>>" % (objects.page_object(kid.page), kid.mcid)
        case Annotation():
            return b"<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>>" % (kid.number, objects.page_object(kid.page))
