"""A document and a theme in, a Word file out: native charts, tables and styles that an editor can go on with."""

from __future__ import annotations

from reportgen.document import Document, Words, plain
from reportgen.errors import WriterError
from reportgen.themes import Theme
from reportgen.writers.docx.composing import composed
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.lists import numbering
from reportgen.writers.docx.manifest import manifest
from reportgen.writers.docx.package import Part, package, word_type
from reportgen.writers.docx.scripts import word_tag
from reportgen.writers.docx.xml import DECLARATION, NAMES

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_SEPARATORS = "".join(
    f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
    for number, name in ((-1, "separator"), (0, "continuationSeparator"))
)


def write(document: Document, theme: Theme, *, controls: bool = False) -> bytes:
    """Return `document` in the looks of `theme` as a .docx file; equal documents and themes give equal bytes.

    With `controls` each figure stands in a locked content control.  The file holds a record of what it says, so that
    it can be compared with what an editor makes of it.

    Raises WriterError with every fault at once: characters that XML cannot hold, broken pictures, tables and charts
    that do not add up, references to nothing.
    """
    galley, shared, body = composed(document, theme, controls)
    core = _core(galley)
    if galley.faults:
        raise WriterError(galley.faults)
    record = manifest(galley, body)
    main = f"{DECLARATION}<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()
    notes = f"{DECLARATION}<w:footnotes {NAMES}>{_SEPARATORS}{_footnotes(galley)}</w:footnotes>".encode()
    parts = (
        Part("word/document.xml", word_type("document.main"), main, galley.relations["body"]),
        Part("word/footnotes.xml", word_type("footnotes"), notes, galley.relations["note"]),
        Part("word/numbering.xml", word_type("numbering"), numbering(shared.theme, galley.ordered)),
        Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core),
    )
    return package((*shared.parts, *parts, *galley.parts, *record))


def _footnotes(galley: Galley) -> str:
    return "".join(
        f'<w:footnote w:id="{number}">' + "".join(note.paragraphs) + "</w:footnote>"
        for number, note in enumerate(galley.notes, 1)
    )


def _core(galley: Galley) -> bytes:
    """Return the core properties, dated by the document and never by the clock (ECMA-376-2, clause 11)."""
    document = galley.document
    title, author = (galley.text(_joined(words)) for words in (document.title, document.author))
    langs = ", ".join(word_tag(lang) for lang in document.langs)
    stamp = f'xsi:type="dcterms:W3CDTF">{galley.day.isoformat()}T00:00:00Z<'
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE}><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {stamp}/dcterms:created><dcterms:modified {stamp}/dcterms:modified>"
        f"<dc:language>{langs}</dc:language></cp:coreProperties>"
    ).encode()


def _joined(words: Words) -> str:
    return " / ".join(plain(wording.content) for wording in words)
