"""What an editor does to a draft is told passage by passage, and no figure is taken for another."""

import copy
import io
import random
from functools import cache

import docx
import pytest

from reportgen import review
from reportgen.document import Paragraph
from reportgen.review.record import record_of
from reportgen.writers.docx import write
from tests.documents import value
from tests.review import editor
from tests.review.editor import ACTIONS, Action, Desk, noise, parts_of
from tests.writers.docx.opened import written
from tests.writers.docx.samples import THEME, document, zh

DRAFTS = ("zh", "en", "zh+en", "long")


@cache
def anchors(name: str) -> dict[Action, list[str]]:
    """The bookmarks of the paragraphs that each action can be done to."""
    desk = Desk(written(name))
    passages = record_of(parts_of(written(name))).passages
    told = [(passage.anchors[0], desk.paragraph(passage.anchors[0]), passage) for passage in passages if passage.text]
    texts = [passage.text for passage in passages]
    wordy = [anchor for anchor, paragraph, _ in told if editor.prose_runs(paragraph)]
    numbered = [anchor for anchor, paragraph, _ in told if editor.numbered_figures(paragraph)]
    long = [anchor for anchor, _, passage in told if len(passage.text) > 12 and texts.count(passage.text) == 1]
    everyone = [anchor for anchor, _, passage in told if texts.count(passage.text) == 1]
    between = [anchor for anchor in numbered if anchor in wordy]
    return {
        editor.write_words: [anchor for anchor in long if anchor in wordy],
        editor.retype_figure: numbered,
        editor.overtype_figure: between,
        editor.delete: everyone,
        editor.split: [anchor for anchor in long if anchor in wordy],
        editor.add: long,
        editor.unmark: everyone,
    }


def edited(name: str, seed: int) -> Desk:
    """The draft `name` after up to five things were done to as many paragraphs."""
    dice = random.Random(seed)
    desk = Desk(written(name), tracked=bool(seed % 2))
    places = anchors(name)
    for _ in range(dice.randint(1, 5)):
        action = dice.choice(ACTIONS)
        free = [anchor for anchor in places[action] if anchor not in desk.statuses]
        if free:
            action(desk, dice.choice(free), dice)
    if seed % 3 == 0:
        noise(desk.root, dice)
    return desk


def judge(name: str, seed: int) -> None:
    """Read back what was done and compare it with what is told."""
    desk = edited(name, seed)
    made = review.read(desk.saved())
    for passage in made.passages:
        expected = desk.statuses.get(passage.anchor, {"unchanged"}) - {"unchanged"}
        assert set(passage.statuses) - {"unchanged"} == expected, passage
    assert sorted(addition.text for addition in made.additions) == sorted(desk.added)
    marks = {mark.anchor: mark for it in record_of(parts_of(desk.data)).passages for mark in it.figures}
    wanted = {(marks[anchor].fact, marks[anchor].side, new) for anchor, new in desk.figures.items()}
    told = {
        (figure.fact, figure.side, figure.now)
        for passage in made.passages
        for figure in passage.figures
        if figure.status == "overridden"
    }
    assert told == wanted


@pytest.mark.parametrize("seed", range(50))
def test_every_edit_is_told_and_nothing_else(seed: int) -> None:
    judge(DRAFTS[seed % len(DRAFTS)], seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(50, 250))
def test_every_edit_of_many_more_is_told(seed: int) -> None:
    judge(DRAFTS[seed % len(DRAFTS)], seed)


@pytest.mark.parametrize("name", DRAFTS)
def test_an_untouched_draft_is_unchanged(name: str) -> None:
    made = review.read(written(name))
    assert made.changed == ()
    assert made.additions == ()
    assert {passage.statuses for passage in made.passages} == {("unchanged",)}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_without_any_bookmark_is_recovered_by_its_words(name: str) -> None:
    desk = Desk(written(name))
    for item in editor.found(desk.root, "//w:bookmarkStart | //w:bookmarkEnd"):
        item.getparent().remove(item)  # type: ignore[union-attr]
    made = review.read(desk.saved())
    assert [passage for passage in made.changed if passage.figures] == []
    assert sum("recovered" in passage.statuses for passage in made.passages if passage.base) > 0.95 * len(
        [passage for passage in made.passages if passage.base]
    )


def page() -> bytes:
    """Four paragraphs, a figure in one of them."""
    texts = ("甲段说明总体情况。", "乙段说明投资情况。", "丙段说明消费情况。", "丁段说明贸易情况")
    blocks = [Paragraph(id=f"p{number}", words=zh(text)) for number, text in enumerate(texts)]
    last = Paragraph(id="p3", words=zh("丁段说明贸易额达", value("trade", "21.79", "万亿元"), "。"))
    return write(document(*blocks[:3], last), THEME)


def statuses(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {passage.block: passage.statuses for passage in review.read(desk.saved()).passages}


def test_a_paragraph_that_is_moved_is_told_as_moved() -> None:
    desk = Desk(page())
    desk.paragraph("rgb_p3").addnext(desk.paragraph("rgb_p0"))
    assert {block: said for block, said in statuses(desk).items() if said != ("unchanged",)} == {"p0": ("moved",)}


def test_a_move_that_is_tracked_is_told_as_moved() -> None:
    desk = Desk(page())
    old = desk.paragraph("rgb_p0")
    new = copy.deepcopy(old)
    for paragraph, kind in ((old, "moveFrom"), (new, "moveTo")):
        (run,) = editor.found(paragraph, "w:r")
        mark = desk.mark(kind)
        run.addprevious(mark)
        mark.append(run)
    for item in editor.found(new, "w:bookmarkStart | w:bookmarkEnd"):
        new.remove(item)
    desk.paragraph("rgb_p3").addnext(new)
    assert statuses(desk)["p0"] == ("recovered", "moved")


@pytest.mark.parametrize("tracked", [False, True])
def test_paragraphs_that_are_joined_keep_their_own_words(tracked: bool) -> None:
    desk = Desk(page())
    first, second = desk.paragraph("rgb_p1"), desk.paragraph("rgb_p2")
    if tracked:
        editor.properties(first).append(desk.mark("del"))
    else:
        first.extend(item for item in list(second) if not item.tag.endswith("}pPr"))
        second.getparent().remove(second)  # type: ignore[union-attr]
    made = {passage.block: passage for passage in review.read(desk.saved()).passages}
    assert made["p1"].statuses == made["p2"].statuses == ("joined",)
    assert made["p1"].now == made["p1"].base
    assert made["p2"].now == made["p2"].base


def test_a_copy_is_an_addition_and_the_original_stays() -> None:
    desk = Desk(page())
    original = desk.paragraph("rgb_p3")
    twin = copy.deepcopy(original)
    for mark in editor.found(twin, ".//w:bookmarkStart"):
        name = mark.get(f"{editor.W}name") or ""
        mark.set(f"{editor.W}name", f"{name}_Copy_1")
    for mark in editor.found(twin, ".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.set(f"{editor.W}id", str(5_000 + int(mark.get(f"{editor.W}id") or 0)))
    desk.paragraph("rgb_p0").addprevious(twin)
    made = review.read(desk.saved())
    assert made.changed == ()
    assert [addition.text for addition in made.additions] == ["丁段说明贸易额达21.79万亿元。"]


def test_two_alike_paragraphs_without_bookmarks_are_not_guessed() -> None:
    texts = ("批发业比上年增长。", "零售业比上年增长。")
    blocks = (Paragraph(id=f"p{number}", words=zh(text)) for number, text in enumerate(texts))
    desk = Desk(write(document(*blocks), THEME))
    for item in editor.found(desk.root, "//w:bookmarkStart | //w:bookmarkEnd"):
        item.getparent().remove(item)  # type: ignore[union-attr]
    for text in editor.found(desk.root, "//w:body/w:p//w:t"):
        text.text = "住宿业比上年增长。"
    made = review.read(desk.saved())
    assert [passage.statuses for passage in made.passages] == [("deleted",), ("deleted",)]
    assert [addition.text for addition in made.additions] == ["住宿业比上年增长。"] * 2


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        (("21.79", "21.795"), "21.795万亿元"),
        (("21.79", "1021.79"), "1021.79万亿元"),
        (("万亿元", "亿美元"), "21.79亿美元"),
    ],
)
def test_what_is_typed_into_a_figure_is_its_own(typed: tuple[str, str], now: str) -> None:
    desk = Desk(page())
    for text in editor.found(desk.paragraph("rgb_p3"), ".//w:t"):
        text.text = (text.text or "").replace(*typed)
    (passage,) = review.read(desk.saved()).changed
    assert [figure.now for figure in passage.figures] == [now]
    assert "edited" not in passage.statuses


def test_a_figure_that_is_taken_out_is_missing_and_no_other_takes_its_place() -> None:
    desk = Desk(page())
    paragraph = desk.paragraph("rgb_p3")
    for item in editor.found(paragraph, ".//w:bookmarkStart[starts-with(@w:name, 'rgf_')]"):
        paragraph.remove(item)
    for text in editor.found(paragraph, ".//w:t"):
        text.text = {"21.79万亿元": "新高"}.get(text.text or "", text.text)
    (passage,) = review.read(desk.saved()).changed
    assert [(figure.status, figure.now) for figure in passage.figures] == [("missing", "")]


def test_comments_are_told_with_their_block() -> None:
    stream = io.BytesIO()
    opened = docx.Document(io.BytesIO(page()))
    paragraph = next(item for item in opened.paragraphs if item.text.startswith("乙段"))
    opened.add_comment(paragraph.runs, text="请核对", author="张编辑")
    opened.save(stream)
    (remark,) = review.read(stream.getvalue()).remarks
    assert (remark.author, remark.text, remark.block) == ("张编辑", "请核对", "p1")
