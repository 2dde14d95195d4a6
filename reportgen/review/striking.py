"""Whole paragraphs that go or come, as tracked changes of their marks: a paragraph in, a changed story out."""

from __future__ import annotations

import copy

from reportgen.review.patching import Pen
from reportgen.review.record import Passage
from reportgen.review.xml import XML_SPACE, Element, local, make, w


def strike_out(paragraph: Element, pen: Pen) -> None:
    """Mark the end of `paragraph` as deleted, where another paragraph follows to run on into (17.13.5.15)."""
    following = paragraph.getnext()
    if following is not None and local(following) == "p":
        _properties(paragraph).insert(0, pen.wrap("del"))


def add_paragraph(above: Element, passage: Passage, pen: Pen) -> bool:
    """Put `passage` under the paragraph `above`, looking like it; return False in a table, where it cannot."""
    parent = above.getparent()
    if parent is None or local(parent) != "body":
        return False
    coming = make("p")
    look = above.find(w("pPr"))
    if look is not None:
        coming.append(copy.deepcopy(look))
        for name in ("sectPr", "numPr", "pPrChange"):
            for item in coming[0].findall(w(name)):
                coming[0].remove(item)
    properties = _properties(coming)
    properties[:] = [pen.wrap("ins")]
    number = pen.number()
    make("bookmarkStart", coming, id=number, name=passage.anchors[0])
    _fill(coming, passage, pen)
    make("bookmarkEnd", coming, id=number)
    above.addnext(coming)
    return True


def _fill(paragraph: Element, passage: Passage, pen: Pen) -> None:
    """Write the words of `passage` as an insertion, its figures in their bookmarks."""
    mark = pen.wrap("ins")
    at = 0
    for figure in passage.figures:
        _run(mark, passage.text[at : figure.start])
        number = pen.number()
        make("bookmarkStart", mark, id=number, name=figure.anchor)
        _run(mark, passage.text[figure.start : figure.end])
        make("bookmarkEnd", mark, id=number)
        at = figure.end
    _run(mark, passage.text[at:])
    paragraph.append(mark)


def _run(mark: Element, text: str) -> None:
    if text:
        held = make("t", make("r", mark))
        held.text = text
        held.set(XML_SPACE, "preserve")


def _properties(paragraph: Element) -> Element:
    """Return the properties of the paragraph's mark, made where there are none."""
    look = paragraph.find(w("pPr"))
    if look is None:
        look = make("pPr")
        paragraph.insert(0, look)
    found = look.find(w("rPr"))
    if found is None:
        found = make("rPr")
        later = [at for at, item in enumerate(look) if local(item) in ("sectPr", "pPrChange")]
        look.insert(later[0] if later else len(look), found)
    return found
