"""The table of contents: the document's headings into a TOC field with linked entries (ECMA-376-1, 17.16.5.68)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Block, Callout, Columns, Contents, Heading, List, plain
from reportgen.writers.docx.galley import Galley, bookmark
from reportgen.writers.docx.paragraphs import paragraph, slot, voice
from reportgen.writers.docx.runs import run

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, dirty: bool = False) -> str:
    """Return a field by its parts; a `dirty` one is brought up to date when the document is opened (17.16.18)."""
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return _BEGIN.format(dirty=' w:dirty="true"' if dirty else "") + told + _SEPARATE + result + _END


def contents(galley: Galley, block: Contents) -> str:
    """Return the title and the entries of `block`; pages are fields, since only a laid-out document knows them."""
    title = slot(galley, block.title, "panel.title")
    entries = [(item.level, _entry(galley, item)) for item in headings(galley.document.blocks) if item.level <= block.depth]
    if not entries:
        return title
    start = f'TOC \\o "1-{block.depth}" \\h \\z \\u'
    opening, closing = field(start, "\0", dirty=True).replace("&quot;", '"').split("\0")
    lines = [entry for _, entry in entries]
    lines[0], lines[-1] = opening + lines[0], lines[-1]
    lines[-1] += closing
    return title + "".join(
        paragraph(galley, f"TOC{level}", line) for (level, _), line in zip(entries, lines, strict=True)
    )


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
    number = f"{heading.number}\u2002" if heading.number else ""
    words = run(galley, number + plain(first.content), voice(galley, first.lang, False))
    if not heading.id:
        return words
    anchor = bookmark("rgb", heading.id)
    page = field(f"PAGEREF {anchor} \\h", "")
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
