"""What an editor does to a draft is told passage by passage, and no figure is taken for another."""

import random
from functools import cache

import pytest

from reportgen import review
from reportgen.review.record import record_of
from tests.review import editor
from tests.review.editor import ACTIONS, Action, Desk, noise, parts_of
from tests.writers.docx.opened import written

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
