"""What an editor does to footnotes is told, and notes that are revised are told to the editor."""

import pytest

from reportgen import review
from reportgen.document import Note, Paragraph, Text
from reportgen.review import NoteReview
from reportgen.writers.docx import write
from tests.review.editor import Desk, found, packed, parts_of
from tests.writers.docx.opened import written
from tests.writers.docx.samples import THEME, document, zh

NOTES = "word/footnotes.xml"
FIRST, SECOND = "按不变价格计算。", "含个体工商户。"


def page(*notes: str) -> bytes:
    blocks = [
        Paragraph(id=f"p{number}", words=zh(f"第{number}段说明情况", Note((Text(text),), str(number)), "。"))
        for number, text in enumerate(notes, 1)
    ]
    return write(document(*blocks), THEME)


def retyped(old: str, new: str) -> bytes:
    parts = parts_of(page(FIRST, SECOND))
    assert old.encode() in parts[NOTES]
    return packed(parts | {NOTES: parts[NOTES].replace(old.encode(), new.encode())})


@pytest.mark.parametrize("name", ["zh", "long"])
def test_notes_that_stay_are_not_told(name: str) -> None:
    assert review.read(written(name)).notes == ()


def test_an_edited_note_is_told() -> None:
    assert review.read(retyped("不变", "可比")).notes == (NoteReview("edited", FIRST, "按可比价格计算。"),)


def test_a_deleted_note_is_told() -> None:
    desk = Desk(page(FIRST, SECOND))
    mark = found(desk.root, "//w:footnoteReference")[0]
    run = mark.getparent()
    assert run is not None
    run.getparent().remove(run)  # type: ignore[union-attr]
    assert review.read(desk.saved()).notes == (NoteReview("deleted", FIRST, ""),)


def test_a_note_struck_out_with_its_mark_is_deleted() -> None:
    desk = Desk(page(FIRST, SECOND))
    run = found(desk.root, "//w:footnoteReference")[1].getparent()
    assert run is not None
    desk.strike(run)
    assert review.read(desk.saved()).notes == (NoteReview("deleted", SECOND, ""),)


def test_a_revised_note_is_a_comment() -> None:
    made = review.rebase(page(FIRST, SECOND), page(FIRST, "不含个体工商户。"))
    assert made.changes == 0
    (remark,) = review.read(made.data).remarks
    assert "不含个体工商户" in remark.text
