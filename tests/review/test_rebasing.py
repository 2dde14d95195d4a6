"""The editor's own file takes up what the data say now, as changes that can be taken back whole."""

import random
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reportgen import review
from reportgen.document import Chart, Document, Figure, Inline, Paragraph, Series, Text, Wording, Words, figures
from reportgen.document.walk import rewrite_words, slots, walk
from reportgen.errors import UsageError
from reportgen.review.remarks import AUTHOR
from reportgen.writers.docx import write
from tests.review import editor
from tests.review.editor import Desk, found, parts_of, settled
from tests.review.test_reading import DRAFTS, edited
from tests.writers.docx.opened import written
from tests.writers.docx.samples import THEME, document, point, samples, zh
from tests.writers.docx.test_valid import AUDIT


def revised(page: Document, seed: int) -> Document:
    """The page with other numbers for some facts, the same in each language, and other words in some sentences."""
    dice = random.Random(seed)
    facts = sorted(
        {
            figure.fact
            for block in walk(page.blocks)
            for words in slots(block)
            for it in words
            for figure in figures(it.content)
        }
    )
    chosen = set(dice.sample(facts, -(-len(facts) // 2)))

    def words(given: Words) -> Words:
        return tuple(Wording(it.lang, tuple(map(changed, it.content))) for it in given)

    def changed(inline: Inline) -> Inline:
        match inline:
            case Figure(fact=fact) if fact in chosen:
                return other(inline)
            case Text(text=text) if dice.random() < 0.2 and len(text) > 12:
                at = dice.randrange(len(text))
                return replace(inline, text=text[:at] + dice.choice(["据初步统计", " about ", ""]) + text[at + 1 :])
        return inline

    return rewrite_words(page, words)


def other(figure: Figure) -> Figure:
    """The figure with other digits."""
    digits = str.maketrans("12345", "54312")
    return replace(figure, pieces=tuple(replace(piece, text=piece.text.translate(digits)) for piece in figure.pieces))


@cache
def fresh(name: str, seed: int) -> bytes:
    return write(revised(samples()[name], seed), THEME)


@pytest.mark.parametrize("seed", range(16))
def test_rejecting_gives_the_draft_back_and_accepting_the_merge(seed: int) -> None:
    name = DRAFTS[seed % len(DRAFTS)]
    draft = edited(name, seed).saved()
    made = review.rebase(draft, fresh(name, seed))
    assert made.changes
    assert joined(settled(made.data, AUTHOR, accept=False)) == joined(settled(draft, "nobody", accept=False))
    once = review.rebase(made.data, fresh(name, seed))
    assert once.changes == 0, "a draft that is up to date is left alone"


def joined(paragraphs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [paragraph for paragraph in paragraphs if paragraph[0]]


@pytest.mark.parametrize("name", DRAFTS)
def test_an_untouched_draft_becomes_the_new_one(name: str) -> None:
    made = review.rebase(written(name), fresh(name, 5))
    now = [words for words, _ in settled(made.data, AUTHOR, accept=True) if words]
    new = [words for words, _ in settled(fresh(name, 5), "nobody", accept=True) if words]
    assert now == new
    assert made.conflicts == ()


@pytest.mark.parametrize("name", DRAFTS)
def test_the_new_record_is_taken_over(name: str) -> None:
    made = review.rebase(written(name), fresh(name, 5))
    assert review.read(made.data).changed == ()


@pytest.mark.parametrize("name", DRAFTS)
def test_an_unrevised_draft_is_left_as_it_is(name: str) -> None:
    draft = edited(name, 3).saved()
    made = review.rebase(draft, written(name))
    assert (made.changes, made.comments) == (0, 0)
    same = parts_of(draft).items() & parts_of(made.data).items()
    assert {key for key, _ in same} >= {key for key in parts_of(draft) if key.startswith(("word/theme", "word/styles"))}


def test_equal_drafts_give_equal_bytes() -> None:
    draft = edited("zh", 4).saved()
    assert review.rebase(draft, fresh("zh", 4)).data == review.rebase(draft, fresh("zh", 4)).data


@pytest.mark.parametrize("seed", range(4))
def test_the_open_xml_validator_finds_nothing(seed: int, tmp_path: Path) -> None:
    name = DRAFTS[seed]
    path = tmp_path / "rebased.docx"
    path.write_bytes(review.rebase(edited(name, seed).saved(), fresh(name, seed)).data)
    done = subprocess.run([sys.executable, "-c", AUDIT, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_a_conflict_is_a_comment_dated_by_the_briefing() -> None:
    desk = Desk(written("zh"))
    dice = random.Random(1)
    editor.retype_figure(desk, "rgb_paragraph_1", dice)
    (anchor,) = desk.figures
    made = review.rebase(desk.saved(), write(all_revised(samples()["zh"]), THEME))
    assert anchor.startswith("rgf_")
    assert [conflict.kept for _, conflict in made.conflicts] == [desk.figures[anchor]]
    (remark,) = (remark for remark in review.read(made.data).remarks if remark.block == "paragraph-1")
    assert remark.author == AUTHOR
    assert desk.figures[anchor] in remark.text
    assert b'w:date="2023-08-25T00:00:00Z"' in parts_of(made.data)["word/comments.xml"]


def all_revised(page: Document) -> Document:
    def words(given: Words) -> Words:
        inlines = ((it.lang, (other(one) if isinstance(one, Figure) else one for one in it.content)) for it in given)
        return tuple(Wording(lang, tuple(content)) for lang, content in inlines)

    return rewrite_words(page, words)


def page(*texts: str) -> Document:
    names = {text: f"p{text[0]}" for text in texts}
    return document(*(Paragraph(id=names[text], words=zh(text)) for text in texts))


def test_a_new_paragraph_comes_and_an_old_one_goes() -> None:
    old = write(page("甲段说明情况。", "乙段说明情况。", "丙段说明情况。"), THEME)
    new = write(page("甲段说明情况。", "丁段另有内容。", "丙段说明情况。"), THEME)
    made = review.rebase(old, new)
    words = [words for words, _ in settled(made.data, AUTHOR, accept=True) if words]
    assert words == ["甲段说明情况。", "丁段另有内容。", "丙段说明情况。"]
    assert [words for words, _ in settled(made.data, AUTHOR, accept=False) if words] == [
        words for words, _ in settled(old, "nobody", accept=False) if words
    ]


def test_an_edited_paragraph_that_is_no_longer_made_stays_with_a_comment() -> None:
    desk = Desk(write(page("甲段说明情况。", "乙段说明情况。"), THEME))
    editor.write_words(desk, "rgb_p乙", random.Random(2))
    made = review.rebase(desk.saved(), write(page("甲段说明情况。"), THEME))
    assert (made.changes, made.comments) == (0, 1)


def test_a_chart_of_revised_data_is_told() -> None:
    old, new = (write(document(columns(*heights)), THEME) for heights in (("3", "4"), ("3", "5")))
    assert review.rebase(old, new).comments == 1
    assert review.rebase(old, old).comments == 0


def columns(*heights: str) -> Chart:
    series = Series(name=zh("增速"), points=tuple(map(point, heights)))
    return Chart(id="trend", kind="column", title=zh("走势"), categories=(zh("一"), zh("二")), series=(series,))


def test_a_draft_of_another_page_is_refused() -> None:
    with pytest.raises(UsageError, match="the draft is of"):
        review.rebase(written("zh"), written("en"))


def test_a_locked_figure_that_is_updated_is_unlocked() -> None:
    sample = samples()["zh"]
    made = review.rebase(write(sample, THEME, controls=True), write(all_revised(sample), THEME))
    root = Desk(made.data).root
    assert not found(root, "//w:sdt[.//w:del]/w:sdtPr/w:lock[@w:val='sdtContentLocked']")
    assert found(root, "//w:sdt//w:del")
    words = [words for words, _ in settled(made.data, AUTHOR, accept=True) if words]
    assert words == [words for words, _ in settled(write(all_revised(sample), THEME), "nobody", accept=True) if words]
