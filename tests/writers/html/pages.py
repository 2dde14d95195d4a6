"""Pages read back as a strict reader would: every tag closed in order, attributes kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from reportgen.document import Block, Document
from reportgen.themes import load_theme
from reportgen.writers.html import write
from tests.documents import words

VOID = {"br", "col", "hr", "img", "link", "meta"}
THEME = load_theme("newsprint-red")


@dataclass
class Element:
    """An element with the text that it holds, its children's too."""

    name: str
    attributes: dict[str, str]
    path: tuple[str, ...]
    lang: str
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Elements in document order; raises AssertionError for a tag that is closed out of order or never."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute of {tag} is given twice"
        path = tuple(element.name for element in self.open)
        lang = given.get("lang") or (self.open[-1].lang if self.open else "")
        element = Element(tag, given, path, lang)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"{tag} is closed out of order"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, name: str = "", **attributes: str) -> list[Element]:
        """Return the elements called `name` whose attributes hold the words of `attributes`."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if name in ("", element.name)
            and all(value in element.attributes.get(key, "").split() for key, value in wanted.items())
        ]

    def one(self, name: str = "", **attributes: str) -> Element:
        """Return the only such element."""
        (element,) = self.all(name, **attributes)
        return element


def read(data: bytes) -> Page:
    """Return a page, read strictly."""
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    assert not page.open, f"never closed: {[element.name for element in page.open]}"
    return page


def page_of(*blocks: Block, lang: str = "en") -> Page:
    """Return the page of a document of `blocks`."""
    document = Document(id="d", langs=(lang,), title=words(lang, "Title"), blocks=blocks, issued="2023-08-25")
    return read(write(document, THEME))
