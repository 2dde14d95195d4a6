"""The page around the words: the section's sheet and margins, the footer, and the bleed of a masthead above them."""

from __future__ import annotations

import re
from string import Formatter

from reportgen.document import Masthead
from reportgen.writers.docx import looks
from reportgen.writers.docx.fields import field
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.package import Part, word_type
from reportgen.writers.docx.paragraphs import base
from reportgen.writers.docx.runs import Voice, run, runs
from reportgen.writers.docx.styles import BLEED
from reportgen.writers.docx.xml import DECLARATION, NAMES, twips

_FOOTER_AT = 0.4
"""How much of the bottom margin lies under the footer."""


COLUMN_GAP = 1.5
"""The gutter between columns of running text, in spaces between groups."""
_BREAK = re.compile("<!--columns ([0-9]+)-->")


def section_break(columns: int) -> str:
    """Return the paragraph that ends a section of so many `columns`; `sectioned` fills it."""
    return f'<w:p><w:pPr><w:pStyle w:val="RGTail"/><!--columns {columns}--></w:pPr></w:p>'


def sectioned(galley: Galley, body: str) -> str:
    """Return `body` with its sections: the first names headers and footers, and those after it go on with them."""
    parts = _BREAK.split(body)
    counts = [*map(int, parts[1::2]), 1]
    written = ""
    for index, (text, count) in enumerate(zip(parts[::2], counts, strict=True)):
        written += text + _section(galley, index == 0, count)
    return written


def _section(galley: Galley, first: bool, columns: int) -> str:
    """Return `w:sectPr`; the `first` of a document adds the parts it names (ECMA-376-1, 17.6.17).

    A masthead begins higher than other pages do: the margin is its own, and a blank header holds the others down.
    """
    page = galley.theme.page
    opened = bool(galley.document.blocks) and isinstance(galley.document.blocks[0], Masthead)
    named = _feet(galley) if first else ""
    if opened and first:
        heads = f"{_header(galley, 'default', 'RGTop', 1)}{_header(galley, 'first', 'RGBleed', 2)}"
        named = f"{heads}{named}{_footer(galley, 'first', 3)}"
    gutter = twips(galley.theme.grid.group_space * COLUMN_GAP)
    split = f'<w:cols w:num="{columns}" w:space="{gutter}"/>' if columns > 1 else ""
    top = page.top * BLEED if opened else page.top
    margins = {"top": top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{edge}="{twips(size)}"' for edge, size in margins.items())
    kind = "" if first else '<w:type w:val="continuous"/>'
    return (
        f'<w:sectPr>{named}{kind}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar {sides} w:header="0" w:footer="{twips(page.bottom * _FOOTER_AT)}" w:gutter="0"/>'
        f"{split}{'<w:titlePg/>' if opened and first else ''}</w:sectPr>"
    )


def _feet(galley: Galley) -> str:
    """Add the footers of all pages and return the references to them."""
    even = _footer(galley, "even", 2) if galley.theme.folio.outer else ""
    return _footer(galley, "default", 1) + even


def _header(galley: Galley, pages: str, style: str, number: int) -> str:
    """Add a header of one blank paragraph and return the reference to it."""
    data = f'{DECLARATION}<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:hdr>'
    galley.parts.append(Part(f"word/header{number}.xml", word_type("header"), data.encode()))
    rid = galley.relations["body"].add("header", f"header{number}.xml")
    return f'<w:headerReference w:type="{pages}" r:id="{rid}"/>'


def _footer(galley: Galley, pages: str, number: int) -> str:
    """Add the footer of `pages` (17.10.5) and return the reference to it; even ones turn to the outer edge."""
    with galley.telling("footer"):
        source = "".join(_source(galley, index) for index in range(len(galley.document.footer)))
    tab = "<w:r><w:tab/></w:r>"
    inner = _folio(galley, True) + tab + source if pages == "even" else source + tab + _folio(galley, False)
    style = looks.paragraph_style(galley.theme, "footer")
    data = f'{DECLARATION}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p></w:ftr>'
    galley.parts.append(
        Part(f"word/footer{number}.xml", word_type("footer"), data.encode(), galley.relations["footer"])
    )
    rid = galley.relations["body"].add("footer", f"footer{number}.xml")
    return f'<w:footerReference w:type="{pages}" r:id="{rid}"/>'


def _folio(galley: Galley, turned: bool) -> str:
    """Return the page number as the theme forms it, an em in from an outer edge (GB/T 9704-2012, 7.5)."""
    speech, folio = Voice(galley.leading, galley.leading), galley.theme.folio
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    written = ""
    for words, name, _, _ in Formatter().parse(folio.form):
        written += run(galley, words, speech) if words else ""
        written += field(fields[name], run(galley, "1", speech)) if name else ""
    inset = run(galley, "\u2003", speech) if folio.outer else ""
    return inset + written if turned else written + inset


def _source(galley: Galley, index: int) -> str:
    wording, follow = galley.document.footer[index], index > 0
    style = looks.run_style(galley.theme, "footer", True) if follow else ""
    speech = Voice(wording.lang, base(galley, follow), style)
    return (run(galley, "\u2003", speech) if follow else "") + runs(galley, wording.content, speech)
