"""The flow: where pages break, what may not be parted, how air is spent, and what is told instead of looping."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import (
    Block,
    Callout,
    Columns,
    Contents,
    Heading,
    List,
    Masthead,
    PageBreak,
    Paragraph,
)
from reportgen.errors import WriterError
from reportgen.writers.pdf.boxes import Box, Space, Stack, solve
from reportgen.writers.pdf.flow import paginate
from reportgen.writers.pdf.kit import Kit
from tests.documents import keywords, panel_document, words
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import THEME, chars, elements, file_of, find, kinds, made, pages
from tests.writers.pdf.sheets import FONTS, picture

KIT = Kit(THEME, FONTS, ("zh",))
SENTENCE = "上半年经济运行总体平稳，主要行业增势良好，发展质量稳步提高。"


def paragraph(sentences: int, start: str = "") -> Paragraph:
    return Paragraph(words=words("zh", start + SENTENCE * sentences))


class Slab(Box):
    """A box of one piece."""

    def __init__(self, high: float, keeps: bool = False) -> None:
        self.high, self.keeps_next = high, keeps

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        return self.high

    def draw(self, canvas: Any, x: float, top: float, width: float, air: float = 0.0) -> None:
        raise NotImplementedError


@given(st.lists(st.tuples(st.floats(1, 100), st.booleans()), max_size=40))
def test_every_box_comes_on_one_page_in_order_and_no_page_overflows(slabs: list[tuple[float, bool]]) -> None:
    boxes = [Slab(high, keeps and index + 1 < len(slabs)) for index, (high, keeps) in enumerate(slabs)]
    try:
        sheets = paginate(KIT, boxes, 100.0, {})
    except WriterError:
        # Boxes that must not be parted may be taller together than a page.
        assert any(box.keeps_next for box in boxes)
        return
    assert [box for sheet in sheets for box in sheet.body.boxes] == boxes
    assert all(sheet.body.height(500.0) <= 100.01 for sheet in sheets)
    assert not any(sheet.body.boxes[-1].keeps_next for sheet in sheets if sheet.body.boxes)


def test_a_box_that_no_page_holds_is_told() -> None:
    with pytest.raises(WriterError, match="101 points high, and a page holds 100"):
        paginate(KIT, [Slab(101)], 100.0, {})


def test_a_paragraph_leaves_two_lines_behind_and_takes_two_along() -> None:
    for sentences in range(20, 31):
        document = made(*(paragraph(1) for _ in range(28)), paragraph(sentences, "始"))
        lines = [len([line for line in page.split("\n") if len(line) > 5]) for page in pages(document)]
        assert lines[-1] != 2, "one line of text and the foot"


def test_a_heading_is_never_left_at_the_foot() -> None:
    for count in range(27, 34):
        text = pages(
            made(*(paragraph(1) for _ in range(count)), Heading(level=1, words=words("zh", "标题")), paragraph(6))
        )
        page = next(page for page in text if "标题" in page)
        assert SENTENCE[:8] in page.split("标题")[1]


def test_a_narrow_chinese_column_is_ragged_rather_than_full_of_holes() -> None:
    summary = panel_document("zh").blocks[1]
    narrow = made(Columns(columns=((summary,), (paragraph(1),))))
    first, second = find(chars(narrow), "上半年，渝中区")[:2]
    assert second.left - first.right < 3.0


def test_a_page_break_begins_a_page_and_two_leave_none_empty() -> None:
    assert len(pages(made(paragraph(1), PageBreak(), PageBreak(), paragraph(1)))) == 2
    assert len(pages(made(PageBreak(), paragraph(1)))) == 1


def test_a_masthead_opens_a_page() -> None:
    title = Masthead(title=words("zh", "数读"), year="2023")
    text = pages(made(paragraph(1), title, paragraph(1)))
    assert len(text) == 2
    assert "数读" in text[1]


@pytest.mark.parametrize("kicker", ["", "开局之年见行动", "开局之年见行动　加油下半场　" * 3])
@pytest.mark.parametrize("title", ["数读", "渝中区经济运行情况和重点行业发展态势及全年预期的综合分析报告" * 2])
@pytest.mark.parametrize(
    "place", ["渝中区", "渝中区 Yuzhong District, Chongqing Municipality · first half of the year"]
)
def test_the_year_never_touches_the_words(kicker: str, title: str, place: str) -> None:
    slogan = words("zh", kicker) if kicker else ()
    masthead = Masthead(kicker=slogan, title=words("zh", title), subtitle=words("zh", place), year="2077")
    shown = chars(made(masthead))
    year = find(shown, "2077")
    for char in (char for char in shown if char not in year and char.top > 200):
        assert char.right < year[0].left or char.bottom > year[0].top or char.top < year[0].bottom, char


def test_the_contents_name_the_pages_on_which_headings_stand() -> None:
    blocks: list[Block] = [Contents(title=words("zh", "目录"))]
    for index in range(30):
        blocks += [Heading(level=1, words=words("zh", f"第{index}节")), paragraph(12)]
    text = pages(made(*blocks))
    for index in range(30):
        entry = next(line for line in text[0].split("\n") if line.startswith(f"第{index}节"))
        page = int(entry.split("节")[1])
        assert f"第{index}节" in text[page - 1].replace(entry, "", 1)
    assert kinds(made(*blocks)).count("TOCI") == 30
    assert page_faults(file_of(made(*blocks))) == []


def test_the_foot_tells_the_page_and_the_number_of_pages() -> None:
    text = pages(made(paragraph(1), PageBreak(), paragraph(1)))
    assert "1 / 2" in text[0]
    assert "2 / 2" in text[1]


def test_the_source_line_is_read_once_and_shown_on_every_page() -> None:
    document = made(paragraph(1), PageBreak(), paragraph(1))
    assert all("数据来源" in page for page in pages(document))
    assert kinds(document).count("P") == 3


def test_list_items_hang_behind_their_numbers() -> None:
    document = made(List(ordered=True, items=((paragraph(3),), (paragraph(3),))))
    shown = chars(document)
    number, first = find(shown, "1.上")[0], find(shown, "1.上")[2]
    assert number.right < first.left
    lefts = [char.left for char in shown if char.bottom > 60 and char.text not in "12."]
    assert min(lefts) == pytest.approx(first.left, abs=1.0), "lines after the first hang too"
    assert [kind for kind in kinds(document) if kind.startswith("L")] == ["L", *["LI", "Lbl", "LBody"] * 2]


def test_columns_stand_side_by_side_with_their_tops_aligned() -> None:
    shown = chars(made(Columns(columns=((paragraph(2, "左"),), (paragraph(2, "右"),)))))
    left, right = find(shown, "左")[0], find(shown, "右")[0]
    assert left.bottom == pytest.approx(right.bottom, abs=0.5)
    assert left.right < right.left


def test_long_columns_go_on_on_the_next_page() -> None:
    document = made(Columns(columns=((paragraph(60, "左"),), (paragraph(80, "右"),)), widths=(2, 3)))
    assert len(pages(document)) > 1
    assert page_faults(file_of(document)) == []


def test_a_long_callout_goes_on_on_the_next_page_and_labels_once() -> None:
    document = made(Callout(label=words("zh", "核心提示"), children=(paragraph(80),)))
    assert "".join(pages(document)).count("核心提示") == 1


def test_keywords_break_between_rows() -> None:
    document = made(*(paragraph(1) for _ in range(28)), keywords("zh"))
    text = pages(document)
    assert len(text) == 2
    assert all(f"{index:02} " in "".join(text) or f"{index:02}\n" in "".join(text) for index in range(1, 11))


def test_a_picture_without_words_is_told() -> None:
    with pytest.raises(WriterError, match="no description"):
        file_of(made(picture()))


def test_air_brings_the_foot_to_the_target_and_never_past_it() -> None:
    def height(air: float) -> float:
        return max(50 + 10 * air, 30 + 60 * air)

    assert height(solve(height, 80.0, 1.0)) == pytest.approx(80.0, abs=0.3)
    assert height(solve(height, 80.0, 1.0)) <= 80.0
    assert solve(height, 500.0, 1.0) == 1.0
    assert solve(height, 20.0, 1.0) == 0.0


def test_the_white_between_boxes_is_the_larger_of_the_two_sides() -> None:
    one, other = Slab(10), Slab(10)
    one.after, other.before = Space(4.0), Space(6.0, 2.0)
    assert Stack([one, other]).height(100.0) == 26.0
    assert Stack([one, other]).height(100.0, 1.0) == 28.0


def test_elements_go_on_over_a_page_break_instead_of_beginning_anew() -> None:
    document = made(paragraph(80))
    assert len(pages(document)) == 2
    assert [str(element.S) for element in elements(file_of(document))].count("/P") == 2
