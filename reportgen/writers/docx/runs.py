"""Inlines into runs: what stands inside a line, with its character style, language and font hint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from reportgen.writers.docx.galley import Galley, bookmark
from reportgen.writers.docx.scripts import hint, is_han, language

NOTE_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

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
        pick = voice.pick
        inner = "".join(run(galley, piece.text, replace(voice, style=pick(piece))) for piece in figure.pieces)
    if galley.story != "body":
        return inner
    return marked(galley, galley.unique("rgf", f"{figure.fact}_{figure.side}"), inner)


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
    number = len(galley.notes) + 1
    galley.notes.append("")
    automatic = note.number in ("", str(_counted(galley) + 1))
    mark = run(galley, note.number, Voice(voice.lang, voice.base, "FootnoteReference")) if not automatic else ""
    inner = mark or f"{NOTE_MARK}<w:footnoteRef/></w:r>"
    with galley.telling("note"):
        words = runs(galley, note.content, Voice(voice.lang, galley.leading))
    galley.notes[number - 1] = (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{looks.paragraph_style(galley.theme, "note")}"/>'
        f'</w:pPr>{inner}<w:r><w:t xml:space="preserve"> </w:t></w:r>{words}</w:p></w:footnote>'
    )
    if automatic:
        return f'{NOTE_MARK}<w:footnoteReference w:id="{number}"/></w:r>'
    # A mark that is said and not counted: two languages may share one number (ECMA-376-1, 17.11.14).
    said = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{galley.text(note.number)}</w:t>'
    return f"{NOTE_MARK}{said}</w:r>"


def _counted(galley: Galley) -> int:
    return sum("<w:footnoteRef/>" in note for note in galley.notes)
