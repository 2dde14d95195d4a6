"""Slots into paragraphs: one thing said in each language, the leading one first and the others under it."""

from __future__ import annotations

from unicodedata import east_asian_width

from reportgen.document import Wording, Words, plain
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.runs import Pick, Voice, marked, runs
from reportgen.writers.docx.runs import run as one_run

GAP = '<w:p><w:pPr><w:pStyle w:val="RGGap"/></w:pPr></w:p>'
ROW_GAP = '<w:p><w:pPr><w:pStyle w:val="RGRowGap"/></w:pPr></w:p>'
TAIL = '<w:p><w:pPr><w:pStyle w:val="RGTail"/></w:pPr></w:p>'


def apart(above: str, below: str) -> str:
    """Return `below` under `above`, with next to nothing between two tables, which Word would make one."""
    return above + (TAIL if above.endswith("</w:tbl>") and below.startswith("<w:tbl>") else "") + below


def paragraph(galley: Galley, style: str, inner: str, properties: str = "") -> str:
    """Return a paragraph in the style of id `style`, bookmarked as what it begins or belongs to."""
    for name in reversed(galley.anchors()):
        inner = marked(galley, name, inner)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def counted(number: str) -> str:
    """Return a heading's `number` with the white after it; a mark of full width, as in 一、, brings its own."""
    return number if east_asian_width(number[-1]) in "WF" else f"{number}\u2002"


def base(galley: Galley, follow: bool) -> str:
    """Return the language that the styles of the leading or following wordings are made for."""
    return galley.document.langs[-1] if follow else galley.leading


def voice(galley: Galley, lang: str, follow: bool, style: str = "", pick: Pick | None = None) -> Voice:
    """Return how runs in `lang` are set in a paragraph of a leading or following style."""
    return Voice(lang, base(galley, follow), style, pick)


def slot(galley: Galley, words: Words, role: str, step: int = 0) -> str:
    """Return `words` one language under the other, each in its style of `role`, the leading one `step` sizes down."""
    style = looks.stepped_style(galley.theme, spoken(galley, words, role), step)
    return "".join(_line(galley, wording, style, False) for wording in words[:1]) + _under(galley, words, role)


def spoken(galley: Galley, words: Words, role: str) -> str:
    """Return `role` as the first of `words` is spoken, where that is not the document's leading language."""
    return f"{role}.{words[0].lang}" if words and words[0].lang != galley.leading else role


def title(galley: Galley, words: Words, role: str, room: float) -> str:
    """Return `words` in one line where they fit into `room` points, else one under the other."""
    return beside(galley, words, role, room) if words else ""


def beside(galley: Galley, words: Words, role: str, room: float, opening: str = "", indent: float = 0) -> str:
    """Return `words` in one paragraph where all languages fit into `room` points, else one under the other.

    `opening` is what stands before the leading wording and takes `indent` points.
    """
    if not fits(galley, words, role, room - indent):
        first = words[0]
        leading = opening + runs(galley, first.content, voice(galley, first.lang, False))
        return paragraph(galley, looks.paragraph_style(galley.theme, role), leading) + _under(galley, words, role)
    inner = opening
    for follow, wording in _ranked(words):
        style = looks.run_style(galley.theme, role, follow) if follow else ""
        speech = Voice(wording.lang, base(galley, follow), style)
        inner += (one_run(galley, "\u2002", speech) if follow else "") + runs(galley, wording.content, speech)
    return paragraph(galley, looks.paragraph_style(galley.theme, spoken(galley, words, role)), inner)


def fits(galley: Galley, words: Words, role: str, room: float) -> bool:
    """Tell whether all wordings of `words` set as `role` run within `room` points, an en apart."""
    total = 0.0
    for follow, wording in _ranked(words):
        style = galley.theme.style(role, follow)
        total += looks.advance(style, plain(wording.content)) + follow * style.size / 2
    return total <= room


def _under(galley: Galley, words: Words, role: str) -> str:
    style = looks.paragraph_style(galley.theme, role, True)
    return "".join(_line(galley, wording, style, True) for wording in words[1:])


def _line(galley: Galley, wording: Wording, style: str, follow: bool) -> str:
    return paragraph(galley, style, runs(galley, wording.content, voice(galley, wording.lang, follow)))


def _ranked(words: Words) -> list[tuple[bool, Wording]]:
    return [(index > 0, wording) for index, wording in enumerate(words)]
