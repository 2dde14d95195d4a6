"""The page around the words: the section's sheet and margins, the footer, and the bleed of a masthead above them."""

from __future__ import annotations

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


def section(galley: Galley) -> str:
    """Return `w:sectPr` of the document and add the parts it names (ECMA-376-1, 17.6.17).

    A masthead begins higher than other pages do: the margin is its own, and a blank header holds the others down.
    """
    page = galley.theme.page
    opened = bool(galley.document.blocks) and isinstance(galley.document.blocks[0], Masthead)
    foot = galley.relations["body"].add("footer", "footer1.xml")
    galley.parts.append(_footer(galley))
    named = f'<w:footerReference w:type="default" r:id="{foot}"/>'
    if opened:
        heads = f"{_header(galley, 'default', 'RGTop', 1)}{_header(galley, 'first', 'RGBleed', 2)}"
        named = f'{heads}{named}<w:footerReference w:type="first" r:id="{foot}"/>'
    top = page.top * BLEED if opened else page.top
    margins = {"top": top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{edge}="{twips(size)}"' for edge, size in margins.items())
    return (
        f'<w:sectPr>{named}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar {sides} w:header="0" w:footer="{twips(page.bottom * _FOOTER_AT)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if opened else ''}</w:sectPr>"
    )


def _header(galley: Galley, pages: str, style: str, number: int) -> str:
    """Add a header of one blank paragraph and return the reference to it."""
    data = f'{DECLARATION}<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:hdr>'
    galley.parts.append(Part(f"word/header{number}.xml", word_type("header"), data.encode()))
    rid = galley.relations["body"].add("header", f"header{number}.xml")
    return f'<w:headerReference w:type="{pages}" r:id="{rid}"/>'


def _footer(galley: Galley) -> Part:
    with galley.telling("footer"):
        inner = "".join(_source(galley, index) for index in range(len(galley.document.footer)))
    speech = Voice(galley.leading, galley.leading)
    page, pages = (field(name, run(galley, "1", speech)) for name in ("PAGE", "NUMPAGES"))
    inner += f"<w:r><w:tab/></w:r>{page}{run(galley, ' / ', speech)}{pages}"
    style = looks.paragraph_style(galley.theme, "footer")
    data = f'{DECLARATION}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p></w:ftr>'
    return Part("word/footer1.xml", word_type("footer"), data.encode(), galley.relations["footer"])


def _source(galley: Galley, index: int) -> str:
    wording, follow = galley.document.footer[index], index > 0
    style = looks.run_style(galley.theme, "footer", True) if follow else ""
    speech = Voice(wording.lang, base(galley, follow), style)
    return (run(galley, "\u2003", speech) if follow else "") + runs(galley, wording.content, speech)
