"""Fences become the blocks that their names promise: titles, roles, contents, numbered headings."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.document import AUTO, REPORT_TITLE, Contents, Heading, PageBreak, Paragraph, plain
from reportgen.templating.markdown import Reader
from reportgen.templating.reader import PARAGRAPH_ROLES, BlockReader
from reportgen.templating.script import spaced_name
from reportgen.templating.slots import Slots


def read(text: str) -> tuple[Any, ...]:
    reader = BlockReader(Reader(Slots(), "zh"), "report.md.j2")
    blocks = reader.read(text)
    assert not reader.findings
    return blocks


def test_a_span_that_opens_a_paragraph_is_its_lead() -> None:
    (block,) = read("[经济回升。]{.lead}投资增长。")
    assert isinstance(block, Paragraph)
    assert [plain(words[0].content) for words in (block.lead, block.words)] == ["经济回升。", "投资增长。"]


def test_a_lead_further_on_is_plain_text() -> None:
    (block,) = read("投资增长。[经济回升。]{.lead}")
    assert (block.lead, plain(block.words[0].content)) == ((), "投资增长。经济回升。")


@pytest.mark.parametrize("role", PARAGRAPH_ROLES)
def test_a_paragraph_takes_the_role_of_its_fence(role: str) -> None:
    (block,) = read(f"::: {role}\n各位代表：\n:::")
    assert (type(block), block.role) == (Paragraph, role)


def test_the_title_of_a_report_stands_over_its_headings() -> None:
    title, heading = read("::: report-title\n工作报告\n:::\n::: numbered\n# 回顾 {#review}\n:::")
    assert (title.role, title.level, title.number) == (REPORT_TITLE, 1, "")
    assert (heading.role, heading.number, heading.id) == ("", AUTO, "review")


def test_contents_and_page_breaks_have_fences() -> None:
    contents, page = read('::: contents {depth="3"}\n::: title\n目录\n:::\n:::\n::: page-break\n:::')
    assert (type(contents), contents.depth, plain(contents.title[0].content)) == (Contents, 3, "目录")
    assert isinstance(page, PageBreak)


def test_contents_of_no_depth_are_told() -> None:
    reader = BlockReader(Reader(Slots(), "zh"), "report.md.j2")
    assert reader.read('::: contents {depth="deep"}\n:::') == ()
    assert [finding.message for finding in reader.findings] == ["the depth of contents is “deep”"]


def test_headings_outside_a_numbered_fence_stay_without_a_number() -> None:
    (heading,) = read("# 回顾")
    assert isinstance(heading, Heading)
    assert not heading.number


@pytest.mark.parametrize(
    ("stored", "shown"), [("谢东", "谢　东"), ("欧阳修", "欧阳修"), ("谢", "谢"), ("Xi", "Xi"), ("", "")]
)
def test_a_name_of_two_characters_is_set_as_wide_as_three(stored: str, shown: str) -> None:
    assert spaced_name(stored) == shown
