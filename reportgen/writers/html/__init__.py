"""A document and a theme in, one self-contained HTML page out: no script, nothing fetched from elsewhere."""

from __future__ import annotations

from reportgen.document import Block, Document, Masthead
from reportgen.themes import Theme
from reportgen.writers.html.blocks import block, blocks
from reportgen.writers.html.inlines import Pen, said_plainly
from reportgen.writers.html.look import style_sheet
from reportgen.writers.html.markup import Html, element, join, optional, text

MEDIA_TYPE = "text/html; charset=utf-8"

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write(document: Document, theme: Theme) -> bytes:
    """Return the page of `document` in the look of `theme`, as UTF-8; raise WriterError where it cannot be one."""
    pen = Pen(document, theme, theme.page.measure)
    body = _body(document.blocks, pen)
    lang = document.langs[0]
    page = element("html", _head(document, theme), body, lang=lang)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document, theme: Theme) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(said_plainly(document.title))),
        _meta("author", said_plainly(document.author)),
        _meta("dcterms.issued", document.issued),
        _meta("dcterms.identifier", document.id),
        element("style", Html(style_sheet(theme))),
    )


def _meta(name: str, content: str) -> Html:
    return element("meta", name_=name, content=content) if content else Html("")


def _body(content: tuple[Block, ...], pen: Pen) -> Html:
    head = content[:1] if content and isinstance(content[0], Masthead) else ()
    return element(
        "body",
        join(block(item, pen) for item in head),
        element("main", blocks(content[len(head) :], pen)),
        optional("section", optional("ol", join(pen.notes)), class_="notes"),
        optional("footer", pen.words(pen.document.footer, "footer", "p")),
    )
