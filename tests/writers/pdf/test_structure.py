"""The structure tree names parents, pages and marked content as ISO 32000-1, 14.7 asks."""

from __future__ import annotations

import pytest

from reportgen.writers.pdf.structure import Element, Structure


class Ledger:
    """Objects numbered from 100, pages from 1000."""

    def __init__(self) -> None:
        self.bodies: dict[int, bytes] = {}
        self.last = 99

    def reserve(self) -> int:
        self.last += 1
        return self.last

    def fill(self, number: int, body: bytes) -> None:
        self.bodies[number] = body

    def page_object(self, page: int) -> int:
        return 1000 + page


def opened(structure: Structure, kind: str, **parts: str) -> Element:
    given = {"lang": "", "alt": "", "actual": "", "title": "", "attributes": ""} | parts
    element = structure.child(kind, **given)
    structure.stack.append(element)
    return element


def written(structure: Structure) -> tuple[bytes, dict[int, bytes]]:
    ledger = Ledger()
    root = structure.write(ledger)
    return ledger.bodies[root], ledger.bodies


def test_content_of_the_elements_own_page_is_a_plain_number() -> None:
    structure = Structure("zh")
    paragraph = opened(structure, "P")
    structure.mark(1)
    structure.close_page()
    structure.mark(2)
    structure.close_page()
    _, bodies = written(structure)
    assert b"/Pg 1001 0 R /K [0 <</Type /MCR /Pg 1002 0 R /MCID 0>>]" in bodies[paragraph.number]


def test_marked_content_is_counted_anew_on_each_page() -> None:
    structure = Structure("zh")
    opened(structure, "P")
    assert [structure.mark(1), structure.mark(1)] == [0, 1]
    structure.close_page()
    assert structure.mark(2) == 0


def test_the_parent_tree_leads_from_content_and_annotations_to_elements() -> None:
    structure = Structure("zh")
    link = opened(structure, "Link")
    structure.mark(1)
    structure.annotate(1, 77)
    structure.close_page()
    root, _ = written(structure)
    number = b"%d 0 R" % link.number
    assert structure.annotation_keys() == {77: 1}
    assert b"/ParentTree <</Nums [0 [%b] 1 %b]>> /ParentTreeNextKey 2" % (number, number) in root


def test_texts_and_attributes_are_written_where_given() -> None:
    structure = Structure("zh")
    box = "/O /Layout /BBox [0 0 1 1]"
    figure = opened(structure, "Figure", alt="图", actual="a(b)", title="T", attributes=box, lang="en")
    structure.mark(1)
    structure.close_page()
    body = written(structure)[1][figure.number]
    assert b"/A <</O /Layout /BBox [0 0 1 1]>>" in body
    assert rb"/Lang (en) /Alt <FEFF56FE> /ActualText (a\(b\)) /T (T)" in body


def test_the_root_states_the_language_of_the_document() -> None:
    structure = Structure("zh-Hant")
    structure.close_page()
    _, bodies = written(structure)
    assert b"/S /Document" in bodies[structure.root.number]
    assert b"/Lang (zh-Hant)" in bodies[structure.root.number]


def test_empty_elements_are_pruned_to_the_top() -> None:
    structure = Structure("zh")
    opened(structure, "L")
    opened(structure, "LI")
    structure.close_page()
    written(structure)
    assert structure.root.kids == []


def test_a_kind_of_ones_own_is_refused() -> None:
    with pytest.raises(ValueError, match="Card is not a standard structure type"):
        opened(Structure("zh"), "Card")
