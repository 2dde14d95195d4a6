"""Refining names and arranges every block; weaving and facing join two languages without losing either."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Card, Columns, Document, Note, Panel, Paragraph, Text, Wording, plain
from reportgen.document.walk import slots, walk
from reportgen.errors import CheckError
from reportgen.transforms import even_rows, parallel, refine, weave
from reportgen.transforms.grid import WIDEST
from tests.documents import bilingual_document, panel_document, words


@given(st.integers(min_value=1, max_value=200))
def test_no_row_of_cards_is_left_with_a_lonely_one(count: int) -> None:
    rows = even_rows(count)
    assert sum(rows) == count
    assert max(rows) <= WIDEST
    assert max(rows) - min(rows) <= 1
    assert count == 1 or min(rows) > 1


def test_headline_cards_stand_in_rows_of_their_own() -> None:
    document = panel_document("zh")
    bare = replace(document, blocks=tuple(replace(b, rows=()) if isinstance(b, Panel) else b for b in document.blocks))
    panel = next(block for block in refine(bare).blocks if isinstance(block, Panel))
    assert panel.rows == (2, 3, 4)


def test_every_block_gets_an_id_of_its_own() -> None:
    names = [block.id for block in walk(refine(bilingual_document()).blocks)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_weaving_says_both_languages_in_every_slot() -> None:
    woven = weave((panel_document("zh"), panel_document("en")))
    assert woven == bilingual_document()
    assert all([w.lang for w in slot] == ["zh", "en"] for block in walk(woven.blocks) for slot in slots(block))


def test_weaving_documents_that_are_not_built_alike_names_the_block() -> None:
    english = panel_document("en")
    shorter = replace(english, blocks=english.blocks[:-1])
    with pytest.raises(CheckError, match="not built alike"):
        weave((panel_document("zh"), shorter))


def test_parallel_columns_hold_one_language_each_and_lose_nothing() -> None:
    faced = refine(parallel(bilingual_document()))
    panel = next(block for block in faced.blocks if isinstance(block, Panel))
    assert panel.rows == (4, 4, 4, 4, 2)
    langs = [[wording.lang for slot in slots(card) for wording in slot] for card in panel.cards]
    assert all(len(set(spoken)) == 1 for spoken in langs)
    assert _texts(faced) == _texts(bilingual_document())
    assert all(isinstance(card, Card) for card in panel.cards)
    columns = [block for block in faced.blocks if isinstance(block, Columns)]
    assert all(len(block.columns) == 2 for block in columns)


def _texts(document: Document) -> set[tuple[str, str]]:
    return {
        (wording.lang, plain(wording.content))
        for block in walk(document.blocks)
        for slot in slots(block)
        for wording in slot
    }


def test_notes_are_numbered_in_reading_order_in_each_language() -> None:
    def noted(lang: str) -> Wording:
        return Wording(lang, (Text("x"), Note((Text("n"),)), Note((Text("m"),))))

    paragraph = Paragraph(words=(noted("zh"), noted("en")))
    document = Document(id="d", langs=("zh", "en"), title=words("zh", "t"), blocks=(paragraph,), issued="2023-08-25")
    done = refine(document).blocks[0]
    assert isinstance(done, Paragraph)
    numbers = [[i.number for i in wording.content if isinstance(i, Note)] for wording in done.words]
    assert numbers == [["1", "2"], ["1", "2"]]


def test_a_figure_that_both_languages_write_alike_is_said_once() -> None:
    panel = next(block for block in refine(bilingual_document()).blocks if isinstance(block, Panel))
    values = {
        card.id: [w.lang for line in card.lines if line.role == "value" for w in line.words] for card in panel.cards
    }
    assert values["gdp"] == ["zh", "en"]
    assert values["deposits"] == ["zh"]
