"""An editor at work: Word files changed as Word and LibreOffice change them, and revisions accepted or rejected.

Nothing here is the package's own: what it reads back is judged by hands that do not know how it reads.
"""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"

Element = etree._Element


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def found(element: Element, path: str) -> list[Element]:
    return element.xpath(path, namespaces=NS)  # type: ignore[return-value]


@dataclass
class Desk:
    """A draft that lies open, and what was done to it: statuses by bookmark, new values by figure, words added."""

    data: bytes
    tracked: bool = False
    statuses: dict[str, set[str]] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = parts_of(self.data)
        self.root = etree.fromstring(self.parts[MAIN])
        self.numbers = 90_000

    def saved(self) -> bytes:
        main = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return packed(self.parts | {MAIN: main})

    def paragraph(self, anchor: str) -> Element:
        return found(self.root, f"//w:p[.//w:bookmarkStart[@w:name='{anchor}']]")[0]

    def told(self, anchor: str, status: str) -> None:
        self.statuses.setdefault(anchor, set()).add(status)

    def mark(self, kind: str) -> Element:
        self.numbers += 1
        named = {f"{W}id": str(self.numbers), f"{W}author": "编辑", f"{W}date": "2023-08-26T09:00:00Z"}
        return etree.Element(f"{W}{kind}", named)

    def retype(self, text: Element, new: str) -> None:
        """Replace the words of the run of `text`, as a tracked change where changes are tracked."""
        run = text.getparent()
        assert run is not None
        if not self.tracked:
            text.text = new
            return
        coming = copy.deepcopy(run)
        found(coming, "w:t")[0].text = new
        mark = self.mark("ins")
        mark.append(coming)
        self.strike(run)
        struck = run.getparent()
        assert struck is not None
        struck.addnext(mark)

    def strike(self, run: Element) -> None:
        for text in found(run, "w:t"):
            text.tag = f"{W}delText"
        mark = self.mark("del")
        run.addprevious(mark)
        mark.append(run)


def prose_runs(paragraph: Element) -> list[Element]:
    """The texts of a paragraph that stand in no figure."""
    inside = {
        text
        for start in found(paragraph, ".//w:bookmarkStart[starts-with(@w:name, 'rgf_')]")
        for text in _between(paragraph, start)
    }
    return [text for text in found(paragraph, ".//w:t") if text not in inside and len(text.text or "") > 3]


def _between(paragraph: Element, start: Element) -> list[Element]:
    """The texts of the bookmark that begins at `start`."""
    items = list(paragraph.iter())
    number = start.get(f"{W}id")
    end = next(item for item in items if item.tag == f"{W}bookmarkEnd" and item.get(f"{W}id") == number)
    held = items[items.index(start) : items.index(end)]
    return [item for item in held if item.tag == f"{W}t"]


def write_words(desk: Desk, anchor: str, dice: random.Random) -> None:
    """Put words into the prose, or take some out."""
    text = dice.choice(prose_runs(desk.paragraph(anchor)))
    said = text.text or ""
    at = dice.randrange(1, len(said) - 1)
    desk.retype(text, dice.choice([said[:at] + "（初步核算）" + said[at:], said[:at] + said[at + 1 :]]))
    desk.told(anchor, "edited")


def retype_figure(desk: Desk, anchor: str, dice: random.Random, keep: bool = True) -> None:
    """Give a figure another number; where the mark is not kept, its bookmark goes as when the whole is typed over."""
    paragraph = desk.paragraph(anchor)
    start = dice.choice(numbered_figures(paragraph))
    name = start.get(f"{W}name") or ""
    texts = _between(paragraph, start)
    text = next(text for text in texts if any(char.isdecimal() for char in text.text or ""))
    digit = next(char for char in text.text or "" if char.isdecimal() and char != "0")
    new = (text.text or "").replace(digit, str(int(digit) % 9 + 1), 1)
    desk.figures[name] = "".join(new if item is text else item.text or "" for item in texts)
    if not keep:
        for item in found(paragraph, f".//w:bookmarkEnd[@w:id='{start.get(f'{W}id')}']"):
            _remove(item)
        _remove(start)
    desk.retype(text, new)
    desk.statuses.setdefault(anchor, set())


def overtype_figure(desk: Desk, anchor: str, dice: random.Random) -> None:
    """Type over a whole figure, its bookmark going with it."""
    retype_figure(desk, anchor, dice, keep=False)


def numbered_figures(paragraph: Element) -> list[Element]:
    starts = found(paragraph, ".//w:bookmarkStart[starts-with(@w:name, 'rgf_')]")
    return [
        start for start in starts if any(c in "123456789" for t in _between(paragraph, start) for c in t.text or "")
    ]


def delete(desk: Desk, anchor: str, _dice: random.Random) -> None:
    """Delete a paragraph: struck out where changes are tracked, else gone, its words alone in a cell."""
    paragraph = desk.paragraph(anchor)
    parent = paragraph.getparent()
    assert parent is not None
    if desk.tracked:
        for run in found(paragraph, ".//w:r[w:t]"):
            desk.strike(run)
        if parent.tag == f"{W}body":
            properties(paragraph).append(desk.mark("del"))
    elif parent.tag == f"{W}body":
        parent.remove(paragraph)
    else:
        for item in [item for item in paragraph if item.tag != f"{W}pPr"]:
            paragraph.remove(item)
    desk.told(anchor, "deleted")


def properties(paragraph: Element) -> Element:
    """The properties of the paragraph's mark."""
    look = found(paragraph, "w:pPr")[0]
    held = found(look, "w:rPr")
    return held[0] if held else etree.SubElement(look, f"{W}rPr")


def split(desk: Desk, anchor: str, dice: random.Random) -> None:
    """Press Enter in the prose: what follows goes to a new paragraph, the bookmark over both."""
    paragraph = desk.paragraph(anchor)
    text = dice.choice(prose_runs(paragraph))
    run = text.getparent()
    assert run is not None
    said = text.text or ""
    at = dice.randrange(1, len(said) - 1)
    below = copy.deepcopy(run)
    found(below, "w:t")[0].text = said[at:]
    text.text = said[:at]
    rest = list(run.itersiblings())
    following = etree.Element(f"{W}p")
    following.extend([copy.deepcopy(item) for item in found(paragraph, "w:pPr")])
    following.append(below)
    following.extend(rest)
    paragraph.addnext(following)
    desk.told(anchor, "split")


def add(desk: Desk, anchor: str, dice: random.Random) -> None:
    """Write a paragraph of one's own under another."""
    words = f"新增段落：编辑自加内容{len(desk.added)}，合计{dice.randrange(100)}项。"
    coming = etree.Element(f"{W}p")
    held = etree.SubElement(etree.SubElement(coming, f"{W}r"), f"{W}t")
    held.text = words
    desk.paragraph(anchor).addnext(coming)
    desk.added.append(words)
    desk.statuses.setdefault(anchor, set())


def unmark(desk: Desk, anchor: str, _dice: random.Random) -> None:
    """Lose every bookmark of a paragraph, its words unchanged, as when it is pasted as text."""
    paragraph = desk.paragraph(anchor)
    for item in found(paragraph, ".//w:bookmarkStart | .//w:bookmarkEnd"):
        _remove(item)
    desk.told(anchor, "recovered")


def noise(root: Element, dice: random.Random) -> None:
    """Do what Word does to runs without being asked: cut them, number them, mark their spelling."""
    for run in found(root, "//w:r[count(w:t)=1 and count(*)<=2]"):
        text = found(run, "w:t")[0]
        said = text.text or ""
        run.set(f"{W}rsidR", f"{dice.randrange(16**8):08X}")
        if len(said) > 1 and dice.random() < 0.5:
            at = dice.randrange(1, len(said))
            rest = copy.deepcopy(run)
            for held, part in ((text, said[:at]), (found(rest, "w:t")[0], said[at:])):
                held.text = part
                held.set(SPACE, "preserve")
            run.addnext(rest)
            run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


Action = Callable[[Desk, str, random.Random], None]
ACTIONS: tuple[Action, ...] = (write_words, retype_figure, overtype_figure, delete, split, add, unmark)


def settled(data: bytes, author: str, accept: bool) -> list[tuple[str, str]]:
    """Accept or reject every change of `author`; return each paragraph's words and the looks of its runs."""
    root = etree.fromstring(parts_of(data)[MAIN])
    mine = f"[@w:author='{author}']"
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    for mark in found(root, f"//w:pPr/w:rPr/w:{gone}{mine}"):
        paragraph = next(mark.iterancestors(f"{W}p"))
        paragraph.set("run-on", "1")
    for mark in found(root, f"//w:{gone}{mine}"):
        _remove(mark)
    for mark in found(root, f"//w:{kept}{mine}"):
        for child in reversed(mark):
            mark.addnext(child)
        _remove(mark)
    for paragraph in found(root, "//w:p[@run-on]"):
        assert not found(paragraph, ".//w:t | .//w:delText"), "a paragraph that goes must be empty"
        _remove(paragraph)
    return [_looks(paragraph) for paragraph in found(root, "//w:p")]


def _looks(paragraph: Element) -> tuple[str, str]:
    """The words of a paragraph, tracked ones of others too, and each character's looks."""
    words, looks = "", ""
    for text in found(paragraph, ".//w:t | .//w:delText | .//w:br | .//w:tab"):
        run = next(text.iterancestors(f"{W}r"))
        said = text.text or "\n"
        look = b"".join(etree.tostring(item) for item in found(run, "w:rPr"))
        struck = any(True for _ in run.iterancestors(f"{W}del"))
        words += said
        looks += f"{look!r}{struck};" * len(said)
    return words, looks
