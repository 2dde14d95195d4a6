"""Headings are numbered as each language numbers them, and begin anew under each higher one."""

from __future__ import annotations

import pytest

from reportgen.document import AUTO, Document, Heading, Text, Wording, plain
from reportgen.languages import outline_mark
from reportgen.transforms import number_headings


def heading(level: int, *langs: str, number: str = AUTO) -> Heading:
    return Heading(level=level, number=number, words=tuple(Wording(lang, (Text("X"),)) for lang in langs))


def numbers(*blocks: Heading) -> list[str]:
    document = Document(id="x", langs=("zh", "en"), title=(), blocks=blocks, issued="2024-01-15")
    return [block.number for block in number_headings(document).blocks]


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("zh", ["一、", "（十）", "11.", "（21）", "（3）"]),
        ("zh-Hant", ["一、", "（十）", "11.", "（21）", "（3）"]),
        ("en", ["I.", "10.", "(11)", "(u)", "(c)"]),
    ],
)
def test_each_level_has_the_mark_of_its_language(lang: str, marks: list[str]) -> None:
    counts = (1, 10, 11, 21, 3)
    assert [outline_mark(lang, level, count) for level, count in enumerate(counts, 1)] == marks


def test_han_numerals_and_roman_ones_go_on() -> None:
    assert [outline_mark("zh", 1, count) for count in (12, 20, 34, 99)] == ["十二、", "二十、", "三十四、", "九十九、"]
    assert [outline_mark("en", 1, count) for count in (4, 9, 14, 48)] == ["IV.", "IX.", "XIV.", "XLVIII."]
    assert outline_mark("en", 4, 27) == "(aa)"


def test_a_level_counts_anew_under_the_next_higher_one() -> None:
    levels = (1, 2, 2, 3, 1, 2)
    assert numbers(*(heading(level, "zh") for level in levels)) == ["一、", "（一）", "（二）", "1.", "二、", "（一）"]


def test_headings_that_do_not_ask_stay_without_a_number() -> None:
    assert numbers(heading(1, "zh", number=""), heading(1, "zh")) == ["", "一、"]


def test_the_second_language_says_its_own_number_in_its_words() -> None:
    document = Document(id="x", langs=("zh", "en"), title=(), blocks=(heading(1, "zh", "en"),), issued="2024-01-15")
    (block,) = number_headings(document).blocks
    assert isinstance(block, Heading)
    assert [plain(wording.content) for wording in block.words] == ["X", "I. X"]


def test_languages_side_by_side_are_counted_each_by_itself() -> None:
    assert numbers(heading(1, "zh"), heading(1, "en"), heading(1, "zh"), heading(1, "en")) == [
        "一、",
        "I.",
        "二、",
        "II.",
    ]
