"""The comments of a Word file: its parts in, who said what out; and the parts with comments of ours in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from reportgen.review.opening import MAIN, TYPES
from reportgen.review.xml import PACKAGE, RELATION, XML_SPACE, Element, local, make, parsed, value, w, written
from reportgen.writers.docx.package import word_type
from reportgen.writers.docx.xml import W

AUTHOR, INITIALS = "reportgen", "RG"
_RELATIONS = "word/_rels/document.xml.rels"
_KIND = f"{RELATION}/comments"


def remarks_of(parts: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return the author and the text of each comment by its id; none where the part is not to be read."""
    data = parts.get(_part(parts))
    if data is None:
        return {}
    try:
        root = parsed(data)
    except ValueError:
        return {}
    return {value(item, "id"): (value(item, "author"), _text(item)) for item in root.iter(w("comment"))}


def _text(comment: Element) -> str:
    lines = ("".join(text.text or "" for text in line.iter(w("t"))) for line in comment.iter(w("p")))
    return "\n".join(lines)


def _part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the comments, the usual one where there is none yet."""
    for item in _relations(parts):
        if item.get("Type", "").endswith("/comments"):
            target = item.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")
    return "word/comments.xml"


def _relations(parts: Mapping[str, bytes]) -> Iterator[Element]:
    if _RELATIONS in parts:
        yield from parsed(parts[_RELATIONS])


class Remarks:
    """The comments of a file, and those that are added to it."""

    def __init__(self, parts: Mapping[str, bytes], stamp: str) -> None:
        """Begin with the comments of `parts`; new ones are dated `stamp` (ISO 8601)."""
        self.parts, self.stamp = parts, stamp
        self.name = _part(parts)
        data = parts.get(self.name)
        self.root: Element = parsed(data) if data else parsed(f'<w:comments xmlns:w="{W}"/>'.encode())
        numbers = [int(number) for item in self.root if (number := value(item, "id")).isdecimal()]
        self.next = max(numbers, default=-1) + 1
        self.added = 0

    def add(self, paragraph: Element, text: str) -> None:
        """Say `text` about the whole of `paragraph` (ECMA-376-1, 17.13.4)."""
        number = str(self.next)
        self.next, self.added = self.next + 1, self.added + 1
        said = {"id": number, "author": AUTHOR, "date": self.stamp, "initials": INITIALS}
        line = make("p", make("comment", self.root, **said))
        held = make("t", make("r", line))
        held.text = text
        held.set(XML_SPACE, "preserve")
        begin = 1 if len(paragraph) and local(paragraph[0]) == "pPr" else 0
        paragraph.insert(begin, make("commentRangeStart", id=number))
        make("commentRangeEnd", paragraph, id=number)
        make("commentReference", make("r", paragraph), id=number)

    def changed(self) -> dict[str, bytes]:
        """Return the parts that the new comments change."""
        if not self.added:
            return {}
        changed = {self.name: written(self.root)}
        return changed if self.name in self.parts else changed | self._entered()

    def _entered(self) -> dict[str, bytes]:
        """Return the lists of parts and of relations with the part of comments in them."""
        types, relations = parsed(self.parts[TYPES]), parsed(self.parts[_RELATIONS])
        entry = types.makeelement(f"{{{PACKAGE}/content-types}}Override")
        entry.set("PartName", f"/{self.name}")
        entry.set("ContentType", word_type("comments"))
        types.append(entry)
        known = {item.get("Id") for item in relations}
        made = relations.makeelement(f"{{{PACKAGE}/relationships}}Relationship")
        made.set("Id", next(name for count in range(len(known) + 1) if (name := f"rIdRG{count}") not in known))
        made.set("Type", _KIND)
        made.set("Target", posixpath.relpath(self.name, posixpath.dirname(MAIN)))
        relations.append(made)
        return {TYPES: written(types), _RELATIONS: written(relations)}
