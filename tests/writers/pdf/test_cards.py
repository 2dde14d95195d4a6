"""Panels: rows on the grid, common baselines, and figures that step down before they overflow."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Card, CardLine, Panel
from reportgen.errors import WriterError
from reportgen.writers.pdf.cards import CardRow, balanced
from reportgen.writers.pdf.kit import Kit
from tests.documents import bilingual_document, cards, change, line, panel_document, value, words
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import THEME, chars, file_of, find, made, pages
from tests.writers.pdf.recorder import Recorder
from tests.writers.pdf.sheets import FONTS

KIT = Kit(THEME, FONTS, ("zh",))


def card(number: str, label: str = "产值", unit: str = "亿元") -> Card:
    return Card(lines=(line("label", "zh", label), line("value", "zh", value("x", number, unit))))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_figures_of_a_row_stand_on_one_baseline(lang: str) -> None:
    numbers = ("3.5%", "12.1%", "40.9%")
    shown = chars(panel_document(lang))
    bottoms = [find(shown, number)[0].bottom for number in numbers]
    # Round digits overshoot the baseline that 4 and 1 stand on.
    assert max(bottoms) - min(bottoms) < 0.6


def test_labels_and_changes_of_a_row_stand_on_one_baseline() -> None:
    shown = chars(bilingual_document())
    labels = [find(shown, text)[0] for text in ("累计接待", "批发业、零售业、餐", "新增市场")]
    assert max(char.top for char in labels) - min(char.top for char in labels) < 1.0
    changes = [find(shown, text)[0] for text in ("分别同比", "同比增长15.3")]
    assert abs(changes[0].bottom - changes[1].bottom) < 1.0


def test_a_label_on_two_lines_does_not_move_its_neighbours_figure() -> None:
    panel = Panel(cards=(card("12", "一个长得要分成两行的指标名称" * 2), card("12", "短")), rows=(2,))
    first, second = (char for char in chars(made(panel)) if char.text == "1" and char.top - char.bottom > 10)
    assert first.bottom == pytest.approx(second.bottom, abs=0.1)


def test_a_row_steps_down_together_for_its_longest_figure() -> None:
    row = CardRow(KIT, (card("1234567.8"), card("12"), card("12"), card("12")))
    row.widths(THEME.page.measure)
    factors = {column.value.factor for column in row.cards if column.value}
    assert len(factors) == 1
    assert factors.pop() < 1.0


def test_one_very_long_figure_does_not_make_its_whole_row_small() -> None:
    row = CardRow(KIT, (card("123456789012.75"), card("12"), card("12"), card("12")))
    row.widths(THEME.page.measure)
    factors = [column.value.factor for column in row.cards if column.value]
    assert factors[0] < 0.65
    assert factors[1:] == [1.0, 1.0, 1.0]


@given(digits=st.integers(1, 60), count=st.integers(1, 6))
def test_no_figure_is_wider_than_its_card(digits: int, count: int) -> None:
    row = CardRow(KIT, (card("7" * digits), *(card("1") for _ in range(count - 1))))
    for column, width in zip(row.cards, row.widths(THEME.page.measure), strict=True):
        line_ = column.value
        assert line_ is not None
        assert line_.value is not None
        assert line_.wraps(width) or line_.value.width(line_.factor) <= width


def test_a_row_gives_the_room_to_the_card_that_needs_it() -> None:
    widths = CardRow(KIT, cards("zh")[2:5]).widths(THEME.page.measure)
    assert widths[1] == max(widths)
    assert sum(widths) + 2 * THEME.grid.gutter == pytest.approx(THEME.page.measure)


def test_equal_cards_get_equal_widths() -> None:
    assert len({round(width, 6) for width in CardRow(KIT, [card("12")] * 3).widths(THEME.page.measure)}) == 1


def test_the_unit_is_smaller_than_the_number_and_on_its_baseline() -> None:
    shown = chars(panel_document("zh"))
    digit, unit = find(shown, "4087.9万")[0], find(shown, "4087.9万")[-1]
    assert unit.top - unit.bottom < (digit.top - digit.bottom)
    assert abs(unit.bottom - digit.bottom) < 2.0


def test_a_percent_sign_is_as_large_as_its_number() -> None:
    digit, _, _, sign = find(chars(panel_document("zh")), "3.5%")
    assert sign.top - sign.bottom == pytest.approx(digit.top - digit.bottom, rel=0.1)


def test_an_english_unit_keeps_its_space() -> None:
    assert "76.59 billion yuan" in pages(panel_document("en"))[0]


@pytest.mark.parametrize(("trend", "points"), [("up", 3), ("down", 3)])
def test_the_direction_is_drawn_by_shape(trend: str, points: int) -> None:
    moved = CardLine(role="change", words=words("zh", change("x", "下降", "3", "%")), trend=cast(Any, trend))
    canvas = Recorder()
    CardRow(KIT, (Card(lines=(*card("1").lines, moved)),)).draw(cast(Any, canvas), 0, 500, 300)
    assert [len(shape) for shape in canvas.polygons] == [points]


def test_a_label_of_three_hundred_characters_is_set_whole() -> None:
    label = "指标" * 150
    text = "".join(pages(made(Panel(cards=(card("1", label), card("2"), card("3"), card("4")), rows=(4,)))))
    assert label in text.replace("\n", "")


def test_forty_cards_fill_several_pages_and_lose_none() -> None:
    note = line("note", "zh", "含个体经营户和规模以下企业，按可比价格计算，同比口径一致。" * 2)
    panel = Panel(cards=tuple(Card(lines=(*card(f"{index}").lines, note)) for index in range(1000, 1040)))
    text = pages(made(panel))
    assert len(text) > 1
    assert all(f"{index}亿元" in "".join(text) for index in range(1000, 1040))
    assert page_faults(file_of(made(panel))) == []


def test_one_card_alone_takes_the_width() -> None:
    assert "7亿元" in pages(made(card("7")))[0]
    assert CardRow(KIT, (card("7"),)).widths(500.0) == (500.0,)


def test_rows_that_do_not_add_up_are_told() -> None:
    with pytest.raises(WriterError, match="2 cards, and its rows hold 3"):
        file_of(made(Panel(id="p", cards=(card("1"), card("2")), rows=(3,))))


@given(st.integers(0, 200))
def test_rows_are_even_and_hold_every_card(count: int) -> None:
    rows = balanced(count)
    assert sum(rows) == count
    assert not rows or (max(rows) - min(rows) <= 1 and max(rows) <= 4)
