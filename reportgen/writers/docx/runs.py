"""Inlines into runs: what stands inside a line, with its character style, language and font hint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from reportgen.document import (
    Emphasis,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Piece,
    Reference,
    Strong,
    Text,
    plain,
)
from reportgen.writers.docx import looks
from reportgen.writers.docx.fields import field
from reportgen.writers.docx.galley import Footnote, Galley, bookmark
from reportgen.writers.docx.scripts import hint, is_han, language

NOTE_MARK = '<w:bookmarkStart w:name="'
"""How the bookmark of a note's reference begins, and no other, whose names come second."""
_NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

Pick = Callable[[Piece], str]


@dataclass(frozen=True, slots=True)
class Voice:
    """How runs are set: their language, the language of the paragraph's style, and a character style.

    `pick` gives the character style of each piece of a figure where a number and its unit differ.
    """

    lang: str
    base: str
    style: str = ""
    pick: Pick | None = None


def runs(galley: Galley, content: Inlines, voice: Voice) -> str:
    """Return `content` as runs, figures in bookmarks and notes set aside."""
    return "".join(_inline(galley, inline, voice) for inline in content)


def run(galley: Galley, text: str, voice: Voice) -> str:
    """Return one run of `text`."""
    if not text:
        return ""
    return f'<w:r>{_properties(galley, text, voice)}<w:t xml:space="preserve">{galley.text(text)}</w:t></w:r>'


def _properties(galley: Galley, text: str, voice: Voice) -> str:
    style = f'<w:rStyle w:val="{voice.style}"/>' if voice.style else ""
    said = language(voice.lang, galley.document.langs) if voice.lang != voice.base else ""
    inside = style + hint(voice.lang, text) + said
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _inline(galley: Galley, inline: Inline, voice: Voice) -> str:
    match inline:
        case Text():
            return run(galley, inline.text, replace(voice, lang=inline.lang or voice.lang))
        case Strong():
            return runs(galley, inline.content, replace(voice, style="Strong"))
        case Emphasis():
            return runs(galley, inline.content, replace(voice, style=_stress(voice.lang)))
        case Link():
            return _link(galley, inline, voice)
        case Reference():
            return _reference(galley, inline, voice)
        case Note():
            return _note(galley, inline, voice)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case Figure():
            return _figure(galley, inline, voice)
        case _:
            assert_never(inline)


def _stress(lang: str) -> str:
    return "RGEmphasisHan" if is_han(lang) else "Emphasis"


def _figure(galley: Galley, figure: Figure, voice: Voice) -> str:
    if voice.pick is None:
        inner = run(galley, figure.text, replace(voice, style=voice.style or "RGFigure"))
    else:
        alike = groupby(figure.pieces, key=voice.pick)
        shown = (("".join(piece.text for piece in pieces), style) for style, pieces in alike)
        inner = "".join(run(galley, text, replace(voice, style=style)) for text, style in shown)
    if galley.story != "body":
        return inner
    name = galley.mark("rgf", figure.fact, figure.side)
    return marked(galley, name, _control(galley, name, inner) if galley.controls else inner)


def _control(galley: Galley, name: str, inner: str) -> str:
    """Return `inner` in a content control that lets nobody change or delete it (ECMA-376-1, 17.5.2.23).

    It is named twice, since some programs keep the one and some the other.
    """
    named = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{galley.next_id()}"/>'
    properties = f'<w:sdtPr>{named}<w:lock w:val="sdtContentLocked"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def marked(galley: Galley, name: str, inner: str) -> str:
    """Return `inner` between the ends of the bookmark `name`; the mark ends before the first note of `inner`.

    Some programs drop a bookmark that holds a note's reference (ECMA-376-1, 17.13.6).
    """
    number = galley.next_id()
    head, note, tail = inner.partition(NOTE_MARK)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{head}<w:bookmarkEnd w:id="{number}"/>{note}{tail}'


def _link(galley: Galley, link: Link, voice: Voice) -> str:
    inner = runs(galley, link.content, replace(voice, style="Hyperlink"))
    if link.target.startswith("#"):
        return _leap(galley, link.target[1:], inner)
    galley.text(link.target)
    rid = galley.links.add("hyperlink", link.target, external=True)
    return f'<w:hyperlink r:id="{rid}">{inner}</w:hyperlink>'


def _reference(galley: Galley, reference: Reference, voice: Voice) -> str:
    return _leap(galley, reference.target, run(galley, reference.text or reference.target, voice))


def _leap(galley: Galley, target: str, inner: str) -> str:
    if target not in galley.ids:
        galley.fault("docx-reference", f"there is no block “{target}” to refer to", "name a block's id")
    return f'<w:hyperlink w:anchor="{bookmark("rgb", target)}">{inner}</w:hyperlink>'


def _note(galley: Galley, note: Note, voice: Voice) -> str:
    if galley.story != "body":
        galley.fault("docx-note", f"a note cannot stand in a {galley.story}", words=plain(note.content))
        return ""
    shared = galley.noted.get(note.number)
    if note.number and shared and shared.lang != voice.lang:
        shared.paragraphs.append(_note_words(galley, note, voice, ""))
        return _same_note(galley, note, voice)
    number = len(galley.notes) + 1
    entry = Footnote(voice.lang)
    galley.notes.append(entry)
    galley.noted.setdefault(note.number, entry)
    opening = f'{_NOTE}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    entry.paragraphs.append(_note_words(galley, note, voice, opening))
    anchor = galley.unique("rgn", note.number or str(number))
    mark = galley.next_id()
    reference = f'{_NOTE}<w:footnoteReference w:id="{number}"/></w:r>'
    return f'{NOTE_MARK}{anchor}" w:id="{mark}"/>{reference}<w:bookmarkEnd w:id="{mark}"/>'


def _note_words(galley: Galley, note: Note, voice: Voice, opening: str) -> str:
    style = looks.paragraph_style(galley.theme, "note")
    with galley.telling("note"):
        words = runs(galley, note.content, Voice(voice.lang, galley.leading))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{opening}{words}</w:p>'


def _same_note(galley: Galley, note: Note, voice: Voice) -> str:
    """Return the mark of a note that another language has begun: both stand in one footnote (17.16.5.40)."""
    number = run(galley, note.number, Voice(voice.lang, voice.base, "FootnoteReference"))
    return field(f"NOTEREF {bookmark('rgn', note.number)} \\f \\h", number)
