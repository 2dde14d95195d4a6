"""Markdown becomes blocks and inlines as Chinese and English authors mean it."""

from __future__ import annotations

import pytest

from reportgen.document import Emphasis, Heading, Link, List, Paragraph, Strong, Table, Text, plain
from reportgen.templating.markdown import MarkdownError, Reader
from reportgen.templating.slots import Slots


def blocks(text: str) -> tuple[object, ...]:
    return Reader(Slots(), "zh").blocks(text)


def inlines(text: str) -> tuple[object, ...]:
    return Reader(Slots(), "zh").inlines(text)


@pytest.mark.parametrize(
    ("text", "stressed"),
    [("**经济平稳。**接着说", "经济平稳。"), ("发挥**“头雁”**效应", "“头雁”"), ("他说**（见表）**之后", "（见表）")],
)
def test_emphasis_opens_and_closes_beside_chinese_marks(text: str, stressed: str) -> None:
    strong = next(inline for inline in inlines(text) if isinstance(inline, Strong))
    assert plain(strong.content) == stressed


@pytest.mark.parametrize("text", ["2 * 3 * 4", "5*", "* x"])
def test_a_star_among_blanks_is_a_star(text: str) -> None:
    assert not any(isinstance(inline, (Strong, Emphasis)) for inline in inlines(text))


def test_a_line_end_between_han_characters_is_nothing_and_between_words_a_space() -> None:
    assert inlines("渝中区\n经济 grew\nfast\n了") == (Text("渝中区经济 grew fast了"),)


def test_a_heading_may_carry_an_id() -> None:
    heading = blocks("## 一、总体情况 {#overview}")[0]
    assert isinstance(heading, Heading)
    assert (heading.level, heading.id, plain(heading.words[0].content)) == (2, "overview", "一、总体情况")


def test_lists_and_tables_keep_their_parts() -> None:
    listed, table = blocks("1. 甲\n2. 乙\n\n| 指标 | 数值 |\n|---|--:|\n| 总值 | 3.2 |\n")
    assert isinstance(listed, List)
    assert listed.ordered
    assert len(listed.items) == 2
    assert isinstance(table, Table)
    assert table.align == ("start", "end")
    assert plain(table.body[0][1].words[0].content) == "3.2"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.b"])
def test_a_link_that_is_not_safe_is_refused(address: str) -> None:
    with pytest.raises(MarkdownError, match="leads nowhere safe"):
        blocks(f"[x]({address})")


def test_a_safe_link_keeps_its_address() -> None:
    paragraph = blocks("[局](https://stats.example/数据?a=1&b=2)")[0]
    assert isinstance(paragraph, Paragraph)
    link = paragraph.words[0].content[0]
    assert isinstance(link, Link)
    assert link.target == "https://stats.example/数据?a=1&b=2"


@pytest.mark.parametrize("text", ["```\ncode\n```", "> quote", "---"])
def test_markup_without_a_node_is_refused(text: str) -> None:
    with pytest.raises(MarkdownError, match="has no place in a report"):
        blocks(text)


def test_words_outside_a_span_are_refused() -> None:
    with pytest.raises(MarkdownError, match="stands outside a span"):
        list(Reader(Slots(), "zh").spans("[a]{.label} b"))
