"""Three ways to say something become one, and who changed nothing changes nothing."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.review.merging import applied, merge
from reportgen.review.said import Held, Said

WORDS = st.sampled_from(["上", "半年", "，", "增长", "。", "GDP ", "rose ", "by ", "12", "（初步核算）"])
VALUES = st.sampled_from(["66.05", "66.06", "5.3%", "765.9亿元", "ranking first"])
KEYS = ("gdp.value#1", "gdp.change#1", "retail.value#1")


@st.composite
def said(draw: st.DrawFn) -> Said:
    """A text with up to three figures, each once."""
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, len(KEYS)))]
    text, figures = "".join(draw(st.lists(WORDS, max_size=5))), []
    for key in keys:
        shown = draw(VALUES)
        figures.append(Held(key, len(text), len(text) + len(shown)))
        text += shown + "".join(draw(st.lists(WORDS, max_size=5)))
    return Said(text, tuple(figures))


MANY = settings(max_examples=250, deadline=None)


@MANY
@given(said(), said())
def test_what_the_editor_left_alone_becomes_what_is_new(base: Said, new: Said) -> None:
    merged = merge(base, new, base)
    assert applied(base, merged.edits) == new.text
    assert merged.conflicts == ()


@MANY
@given(said(), said())
def test_what_the_data_left_alone_stays_the_editors(base: Said, edited: Said) -> None:
    merged = merge(base, base, edited)
    assert merged.edits == ()
    assert merged.conflicts == ()


@MANY
@given(said(), said())
def test_what_both_changed_alike_is_no_conflict(base: Said, new: Said) -> None:
    merged = merge(base, new, new)
    assert merged.edits == ()
    assert merged.conflicts == ()


@MANY
@given(said(), said(), said())
def test_edits_never_overlap_and_a_conflict_leaves_the_editors_words(base: Said, new: Said, edited: Said) -> None:
    merged = merge(base, new, edited)
    places = [(edit.start, edit.end) for edit in merged.edits]
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    text = applied(edited, merged.edits)
    for conflict in merged.conflicts:
        assert conflict.kept in text or not conflict.figure


def figure(text: str, shown: str) -> Said:
    return Said(text.format(shown), (Held(KEYS[0], text.index("{"), text.index("{") + len(shown)),))


def test_a_revised_value_goes_into_rewritten_words() -> None:
    base, new = figure("生产总值{}万亿元", "66.05"), figure("生产总值{}万亿元", "66.10")
    edited = figure("全国生产总值已达{}万亿元", "66.05")
    assert applied(edited, merge(base, new, edited).edits) == "全国生产总值已达66.10万亿元"


def test_two_new_values_are_a_conflict_that_keeps_the_editors() -> None:
    shown = [figure("生产总值{}万亿元", number) for number in ("66.05", "66.10", "66.06")]
    merged = merge(*shown)
    assert merged.edits == ()
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.new, conflict.kept) == ("66.05", "66.10", "66.06")
    assert conflict.figure == KEYS[0]


def test_words_that_go_do_not_take_an_overridden_figure_with_them() -> None:
    base, edited = figure("上半年{}万亿元", "66.05"), figure("上半年{}万亿元", "66.06")
    merged = merge(base, Said("上半年"), edited)
    assert "66.06" in applied(edited, merged.edits)
    assert merged.conflicts
