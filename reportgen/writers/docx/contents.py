"""The table of contents: the document's headings into a TOC field with linked entries (ECMA-376-1, 17.16.5.68)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import REPORT_TITLE, Block, Callout, Columns, Contents, Heading, List, plain
from reportgen.writers.docx.fields import field
from reportgen.writers.docx.galley import Galley, bookmark
from reportgen.writers.docx.paragraphs import counted, paragraph, slot, voice
from reportgen.writers.docx.runs import run

_HERE = "<!-- entries -->"


def contents(galley: Galley, block: Contents) -> str:
    """Return the title and the entries of `block`, linked to their headings.

    The entries stand without pages, which only a laid-out document knows: Word adds them when it opens the file, since
    the field is dirty, and a program that does not never shows a wrong one.
    """
    title = slot(galley, block.title, "contents.title")
    listed = (item for item in headings(galley.document.blocks) if item.role != REPORT_TITLE)
    found = [item for item in listed if item.level <= block.depth and item.words]
    if not found:
        return title
    opening, closing = field(f'TOC \\o "1-{block.depth}" \\h \\z \\u', _HERE, dirty=True).split(_HERE)
    lines = [_entry(galley, item) for item in found]
    lines[0] = opening + lines[0]
    lines[-1] += closing
    return title + "".join(paragraph(galley, f"TOC{item.level}", line) for item, line in zip(found, lines, strict=True))


def headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Yield the headings of `blocks` in reading order, those inside columns and callouts too."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Columns(columns=groups) | List(items=groups):
                for group in groups:
                    yield from headings(group)
            case Callout(children=children):
                yield from headings(children)
            case _:
                pass


def _entry(galley: Galley, heading: Heading) -> str:
    first = heading.words[0]
    number = counted(heading.number) if heading.number else ""
    words = run(galley, number + plain(first.content), voice(galley, first.lang, False))
    if not heading.id:
        return words
    anchor = bookmark("rgb", heading.id)
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}</w:hyperlink>'
