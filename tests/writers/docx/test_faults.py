"""What cannot be written is told, all at once, with the block and what would work."""

from dataclasses import replace

import pytest

from reportgen.document import Block, Cell, Chart, Link, Note, Panel, Paragraph, Picture, Reference, Series, Table, Text
from reportgen.errors import Finding, WriterError
from reportgen.writers.docx import write
from tests.writers.docx.samples import THEME, document, png, point, report, zh


def faults(*blocks: Block) -> tuple[Finding, ...]:
    with pytest.raises(WriterError) as caught:
        write(document(*blocks), THEME)
    return caught.value.findings


def picture(**changes: object) -> Picture:
    good = Picture(id="p", data=png(2, 2), media_type="image/png", width=2, height=2)
    return replace(good, **changes)  # type: ignore[arg-type]


def test_a_control_character_is_named_with_its_block() -> None:
    (fault,) = faults(Paragraph(id="p1", words=zh("甲\x01乙")))
    assert "U+0001" in fault.message
    assert fault.where.block == "p1"
    assert fault.where.words == "甲\ufffd乙"


def test_a_lone_surrogate_is_named() -> None:
    (fault,) = faults(Paragraph(id="p1", words=zh("甲\ud800乙")))
    assert "U+D800" in fault.message


def test_all_faults_are_told_at_once() -> None:
    found = faults(Paragraph(id="a", words=zh("\x02")), picture(data=b"no picture"), Paragraph(words=zh("\x03")))
    assert [fault.code for fault in found] == ["docx-character", "docx-picture", "docx-character"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"media_type": "image/webp"}, "image/webp"),
        ({"media_type": "image/jpeg"}, "not image/jpeg"),
        ({"width": 0}, "0 by 2 pixels"),
    ],
)
def test_a_picture_that_word_cannot_hold_is_told(changes: dict[str, object], said: str) -> None:
    (fault,) = faults(picture(**changes))
    assert said in fault.message


def test_a_mention_of_nothing_is_told() -> None:
    found = faults(Paragraph(words=zh(Reference("nowhere"), Link((Text("甲"),), "#lost"))))
    assert [fault.message for fault in found] == [
        "there is no block “nowhere” to refer to",
        "there is no block “lost” to refer to",
    ]


def test_rows_that_do_not_add_up_are_told() -> None:
    row = (Cell(words=zh("甲")),)
    (fault,) = faults(Table(id="t", body=(row * 3, row * 2)))
    assert fault.message == "row 2 covers 2 of 3 columns"


def test_a_series_without_a_point_for_each_category_is_told() -> None:
    series = Series(name=zh("增速"), points=(point("1"),))
    (fault,) = faults(Chart(id="c", kind="bar", title=zh("题"), categories=(zh("甲"), zh("乙")), series=(series,)))
    assert fault.message == "a series has 1 points for 2 categories"


def test_panel_rows_that_do_not_hold_the_cards_are_told() -> None:
    (fault,) = faults(Panel(id="n", cards=(), rows=(2,)))
    assert fault.message == "the rows hold 2 cards and the panel has 0"


def test_a_note_inside_a_note_is_told() -> None:
    inner = Note((Text("里"),))
    (fault,) = faults(Paragraph(words=zh("甲", Note((Text("外"), inner)))))
    assert fault.message == "a note cannot stand in a note"


def test_a_date_that_is_none_is_told() -> None:
    with pytest.raises(WriterError, match="“last summer” is not a date"):
        write(replace(report(), issued="last summer"), THEME)


def test_a_theme_without_its_colours_is_told() -> None:
    bare = replace(THEME, colors={"ink": "#000000"})
    with pytest.raises(WriterError, match="lacks the colours paper, "):
        write(report(), bare)
