"""Tables: cells at their places, columns that fill the measure, rows that split, heads that repeat."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Cell, Table
from reportgen.errors import WriterError
from reportgen.writers.pdf.tablegrid import alignments, groups, placed, shares
from tests.documents import words
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import chars, elements, file_of, find, kinds, made, pages


def cell(text: str, **changes: int) -> Cell:
    return Cell(words=words("zh", text), **changes)  # type: ignore[arg-type]


HEAD = ((cell("行业"), cell("总量")),)
LONG = Table(head=HEAD, body=tuple((cell(f"第{index}行"), cell(f"{index}.5")) for index in range(60)))


def test_the_head_repeats_on_each_page_and_is_content_once() -> None:
    text = pages(made(LONG))
    assert len(text) == 2
    assert all("行业" in page for page in text)
    assert kinds(made(LONG)).count("TH") == 2
    assert kinds(made(LONG)).count("Table") == 1


def test_no_row_is_lost_and_none_is_doubled_over_the_break() -> None:
    found = re.findall(r"第(\d+)行", "".join(pages(made(LONG))))
    assert found == [str(index) for index in range(60)]


def test_numbers_are_aligned_at_their_end() -> None:
    table = Table(head=HEAD, body=((cell("甲"), cell("1.5")), (cell("乙"), cell("1,234.5"))))
    shown = chars(made(table))
    assert find(shown, "甲1.5")[-1].right == pytest.approx(find(shown, "1,234.5")[-1].right, abs=0.2)


def test_header_cells_say_what_they_name() -> None:
    table = Table(head=HEAD, body=((cell("甲", header=True), cell("1")),))
    scopes = [str(element.A.Scope) for element in elements(file_of(made(table))) if element.S == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_spans_are_drawn_and_told() -> None:
    head = ((cell("行业", rowspan=2), cell("上半年", colspan=2)), (cell("总量"), cell("增速")))
    document = made(Table(head=head, body=((cell("甲"), cell("1"), cell("2")),)))
    told: list[Any] = [element.get("/A", {}) for element in elements(file_of(document)) if element.S == "/TH"]
    assert [(int(item.get("/ColSpan", 1)), int(item.get("/RowSpan", 1))) for item in told][:2] == [(1, 2), (2, 1)]
    assert page_faults(file_of(document)) == []


def test_rows_that_a_cell_holds_together_are_not_parted() -> None:
    body = placed([(cell("甲", rowspan=2), cell("1")), (cell("2"),), (cell("乙"), cell("3"))], 2)
    assert groups(body) == [(0, 2), (2, 3)]


def test_a_row_with_too_few_cells_is_filled_up() -> None:
    assert [len(row) for row in placed([(cell("甲"), cell("1")), (cell("乙"),)], 2)] == [2, 2]
    assert page_faults(file_of(made(Table(head=HEAD, body=((cell("甲"),),))))) == []


def test_a_cell_reaches_no_further_down_than_its_table() -> None:
    assert page_faults(file_of(made(Table(head=HEAD, body=((cell("甲", rowspan=9), cell("1")),))))) == []


@pytest.mark.parametrize("table", [Table(), Table(head=HEAD), Table(caption=words("zh", "空表")), Table(head=((),))])
def test_an_empty_table_is_no_fault(table: Table) -> None:
    assert page_faults(file_of(made(table))) == []


def test_the_caption_stands_over_the_head() -> None:
    text = pages(made(Table(caption=words("zh", "各行业"), number="表1", head=HEAD)))[0]
    assert text.index("表1") < text.index("各行业") < text.index("行业", text.index("各行业") + 3)


def test_widths_and_aligns_must_match_the_columns() -> None:
    with pytest.raises(WriterError, match="its widths has 3 entries"):
        file_of(made(Table(id="t", head=HEAD, widths=(1, 1, 1))))


def test_a_row_taller_than_a_page_is_told_and_never_loops() -> None:
    with pytest.raises(WriterError, match="a page holds"):
        file_of(made(Table(body=((cell("很长的话" * 3000),),))))


def test_words_and_missing_data_are_told_from_numbers() -> None:
    body = placed([(cell("2023年以来增长"), cell("—"), cell("约12")), (cell("甲"), cell("1,2"), cell("乙"))], 3)
    assert alignments(Table(), body, 3) == ("start", "end", "start")


@given(st.lists(st.floats(1, 500), min_size=1, max_size=12), st.floats(50, 600))
def test_columns_fill_the_measure_whatever_they_need(naturals: list[float], width: float) -> None:
    assert sum(shares(naturals, width)) == pytest.approx(width)
    assert min(shares(naturals, width)) > 0
