"""Prose that an editor changed goes back as a patch; figures stay names, and nothing is guessed."""

from __future__ import annotations

import pytest

from reportgen import review
from reportgen.review import Proposal
from reportgen.writers.docx import write
from tests.documents import change, value
from tests.review.editor import Desk, found
from tests.writers.docx.samples import THEME, document, zh

FILE = "data/tiny/text.zh.md"
SOURCE = "# 导语 {#intro}\n\n上半年，地区生产总值{{ gdp }}，{{ gdp.change }}；形势稳中向好。\n\n另有一段，没有数字。\n"


def page() -> bytes:
    from reportgen.document import Paragraph

    first = zh(
        "上半年，地区生产总值",
        value("gdp", "765.9", "亿元"),
        "，",
        change("gdp", "同比增长", "3.2", "%"),
        "；形势稳中向好。",
    )
    return write(document(Paragraph(id="p", words=first), Paragraph(id="q", words=zh("另有一段，没有数字。"))), THEME)


def proposed(*typed: tuple[str, str], source: str = SOURCE) -> Proposal:
    desk = Desk(page())
    for text in found(desk.root, "//w:t"):
        for old, new in typed:
            text.text = (text.text or "").replace(old, new)
    return review.propose(review.reading(desk.saved()), {FILE: source})


def added(proposal: Proposal) -> list[str]:
    return [line[1:] for line in proposal.patch.splitlines() if line.startswith("+") and not line.startswith("+++")]


def test_words_around_figures_go_back() -> None:
    made = proposed(("上半年，", "今年上半年，全区"), ("稳中向好", "持续向好"))
    assert added(made) == ["今年上半年，全区地区生产总值{{ gdp }}，{{ gdp.change }}；形势持续向好。"]
    assert made.patch.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n@@")
    assert (made.taken, made.left) == (("p",), ())


def test_a_figure_that_was_overridden_stays_a_name() -> None:
    made = proposed(("765.9", "766.3"), ("稳中向好", "持续向好"))
    assert added(made) == ["上半年，地区生产总值{{ gdp }}，{{ gdp.change }}；形势持续向好。"]


def test_a_figure_alone_is_no_proposal() -> None:
    assert proposed(("765.9", "766.3")) == Proposal()


@pytest.mark.parametrize("words", ["{{ secret }}", "{% include %}"])
def test_words_that_would_be_a_command_are_left(words: str) -> None:
    made = proposed(("稳中向好", words))
    assert (made.patch, made.left) == ("", ("p",))


def test_words_of_no_authored_text_are_left() -> None:
    made = proposed(("稳中向好", "持续向好"), source="# 别的 {#other}\n\n毫不相干的内容。\n")
    assert (made.patch, made.left) == ("", ("p",))


def test_words_that_two_lines_could_have_said_are_left() -> None:
    made = proposed(("没有数字", "没有数据"), source=SOURCE + "\n另有一段，没有数字。\n")
    assert (made.patch, made.left) == ("", ("q",))


def test_marks_of_the_text_stay_where_the_words_are_not_changed() -> None:
    made = proposed(("上半年，", "今年上半年，"), source=SOURCE.replace("稳中向好", "**稳中向好**"))
    assert added(made) == ["今年上半年，地区生产总值{{ gdp }}，{{ gdp.change }}；形势**稳中向好**。"]
