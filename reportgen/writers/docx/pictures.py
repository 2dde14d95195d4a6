"""Pictures into inline drawings with their words: bytes of an image in, a paragraph and a media part out."""

from __future__ import annotations

from hashlib import sha256

from reportgen.document import Picture, Words, plain, said
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.package import Part
from reportgen.writers.docx.paragraphs import paragraph, voice
from reportgen.writers.docx.runs import run, runs
from reportgen.writers.docx.xml import DRAWING, emus

_FORMATS = {"image/png": ("png", b"\x89PNG\r\n\x1a\n"), "image/jpeg": ("jpeg", b"\xff\xd8\xff")}
_PIXEL = 72 / 96
_TALLEST = 0.6
"""How much of the page's height a picture may take."""


def picture(galley: Galley, block: Picture, width: int) -> str:
    """Return `block` at its own size, or smaller to fit `width` twips; a broken one is a fault."""
    format_name, signature = _FORMATS.get(block.media_type, ("", b""))
    if not format_name:
        message = f"Word cannot hold a picture of type “{block.media_type}”"
        galley.fault("docx-picture", message, f"use one of {', '.join(_FORMATS)}")
    elif not block.data.startswith(signature):
        galley.fault("docx-picture", f"the picture is not {block.media_type}", "save it again in that format")
    elif block.width < 1 or block.height < 1:
        galley.fault("docx-picture", f"the picture is {block.width} by {block.height} pixels")
    else:
        return _held(galley, block, format_name, width) + _words(galley, block)
    return ""


def _held(galley: Galley, block: Picture, format_name: str, width: int) -> str:
    name = f"media/{sha256(block.data).hexdigest()[:16]}.{format_name}"
    if all(part.name != f"word/{name}" for part in galley.parts):
        galley.parts.append(Part(f"word/{name}", block.media_type, block.data))
    wide, high = _size(galley, block, width)
    graphic = _graphic(galley.links.add("image", name), wide, high)
    return paragraph(galley, "RGHolder", drawing(galley, graphic, block.alt, wide, high))


def _size(galley: Galley, block: Picture, width: int) -> tuple[int, int]:
    wide, high = block.width * _PIXEL, block.height * _PIXEL
    scale = min(1.0, width / 20 / wide, galley.theme.page.height * _TALLEST / high)
    return emus(wide * scale), emus(high * scale)


def drawing(galley: Galley, graphic: str, alt: Words, wide: int, high: int) -> str:
    """Return a run that holds `graphic` in the line, `wide` by `high` EMU, with `alt` for those who do not see it."""
    number = galley.next_id()
    told = galley.text(" ".join(plain(wording.content) for wording in alt)) or galley.text(galley.block)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Figure {number}" descr="{told}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _graphic(rid: str, wide: int, high: int) -> str:
    return (
        f'<a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )


def _words(galley: Galley, block: Picture) -> str:
    """Return the caption of each language with its credit behind it."""
    langs = dict.fromkeys(wording.lang for wording in block.caption + block.credit)
    return "".join(_caption(galley, block, lang, index > 0) for index, lang in enumerate(langs))


def _caption(galley: Galley, block: Picture, lang: str, follow: bool) -> str:
    speech = voice(galley, lang, follow)
    small = voice(galley, lang, follow, looks.run_style(galley.theme, "credit", follow))
    words = runs(galley, said(block.caption, lang), speech)
    credit = runs(galley, said(block.credit, lang), small)
    between = run(galley, "\u2003", speech) if words and credit else ""
    return paragraph(galley, looks.paragraph_style(galley.theme, "caption", follow), words + between + credit)
