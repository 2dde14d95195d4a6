"""A note stands at the foot of the page where its number stands, however pages break, and none is ever lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import (
    Block,
    Callout,
    Card,
    CardLine,
    Cell,
    Columns,
    Heading,
    Keyword,
    Keywords,
    List,
    Note,
    Panel,
    Paragraph,
    Table,
    Text,
    Wording,
)
from tests.documents import words
from tests.writers.pdf.judges import needs_verapdf, page_faults, vera_faults
from tests.writers.pdf.pages import chars, elements, file_of, find, kinds, made, pages

SENTENCE = "全区经济运行总体平稳、稳中向好，主要指标持续改善。"


def noted(number: int, before: int = 1, after: int = 1, note: str = "") -> tuple[Wording, ...]:
    """Text whose note, called 注N号, stands between `before` and `after` sentences."""
    said = Note((Text(f"注{number}号{note}"),), str(number))
    return (Wording("zh", (Text(SENTENCE * before + f"文{number}号"), said, Text(SENTENCE * after))),)


def page_of(text: str, found: list[str]) -> list[int]:
    return [index for index, page in enumerate(found) if text in re.sub(r"\s", "", page)]


def test_a_note_stands_under_the_text_of_its_page_and_over_its_foot() -> None:
    document = made(Paragraph(words=noted(1)), Paragraph(words=words("zh", SENTENCE)))
    shown = chars(document)
    assert find(shown, "注1号")[0].top < 120
    assert find(shown, "注1号")[0].bottom > find(shown, "数据来源")[0].top


def test_each_page_has_the_notes_of_its_own_numbers() -> None:
    document = made(*(Paragraph(words=noted(number, 4, 4)) for number in range(1, 31)))
    found = pages(document)
    assert len(found) > 1
    for number in range(1, 31):
        assert page_of(f"注{number}号", found) == page_of(f"文{number}号", found)


def test_a_paragraph_over_two_pages_has_each_note_where_its_number_went() -> None:
    filler = [Paragraph(words=words("zh", SENTENCE * 3)) for _ in range(12)]
    one, two = noted(1, 1, 0)[0].content, noted(2, 20, 1)[0].content
    found = pages(made(*filler, Paragraph(words=(Wording("zh", one + two),))))
    assert page_of("注1号", found) == page_of("文1号", found) == [0]
    assert page_of("注2号", found) == page_of("文2号", found) == [1]


@pytest.mark.parametrize(
    "block",
    [
        List(items=((Paragraph(words=noted(1)),),)),
        Callout(label=words("zh", "提示"), children=(Paragraph(words=noted(1)),)),
        Columns(columns=((Paragraph(words=noted(1)),), (Paragraph(words=words("zh", SENTENCE)),))),
        Heading(level=1, words=noted(1, 0, 0)),
        Table(body=((Cell(words=noted(1)), Cell(words=words("zh", "乙"))),)),
        Table(caption=noted(1), body=((Cell(words=words("zh", "乙")),),)),
        Callout(label=noted(1, 0, 0), children=(Paragraph(words=words("zh", SENTENCE)),)),
        Panel(cards=(Card(lines=(CardLine(role="label", words=noted(1, 0, 0)),)),)),
        Panel(cards=(Card(lines=(CardLine(role="tag", words=noted(1, 0, 0)),)),)),
        Keywords(items=(Keyword(lead=words("zh", "一"), main=noted(1, 0, 0)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_notes_inside_other_blocks_stay_on_their_page(block: Block) -> None:
    filler = [Paragraph(words=words("zh", SENTENCE * 3)) for _ in range(26)]
    found = pages(made(block, *filler))
    assert len(found) == 2
    assert page_of("注1号", found) == [0]


def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_the_next() -> None:
    document = made(Paragraph(words=noted(1, note=SENTENCE * 160 + "完。")), Paragraph(words=words("zh", SENTENCE)))
    found = pages(document)
    assert page_of("注1号", found) == [0]
    assert page_of("完。", found)[-1] > 0
    assert re.sub(r"\s", "", "".join(found)).count("总体平稳") == 160 + 3
    assert kinds(document).count("Note") == 1


def test_two_languages_each_have_their_notes() -> None:
    both = (*noted(1), Wording("en", (Text("GDP grew"), Note((Text("Preliminary."),), "1"))))
    assert {"注1号", "Preliminary."} <= set(re.findall(r"注1号|Preliminary\.", pages(made(Paragraph(words=both)))[0]))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 30)), min_size=1, max_size=25))
def test_no_note_is_lost_and_none_stands_twice(sizes: list[tuple[int, int, int]]) -> None:
    blocks = [Paragraph(words=noted(n, a, b, "补" * c)) for n, (a, b, c) in enumerate(sizes, 1)]
    whole = re.sub(r"\s", "", "".join(pages(made(*blocks))))
    for number in range(1, len(sizes) + 1):
        assert len(re.findall(rf"注{number}号", whole)) == 1


def test_notes_are_tagged_as_notes_with_identifiers() -> None:
    found = [item for item in elements(file_of(made(Paragraph(words=noted(1))))) if str(item.S) == "/Note"]
    assert [str(item.ID) for item in found] == ["note-1"]
    assert page_faults(file_of(made(Paragraph(words=noted(1))))) == []


@needs_verapdf
def test_verapdf_passes_pages_with_notes(tmp_path: Path) -> None:
    long = made(*(Paragraph(words=noted(number, 9, 9, SENTENCE * number)) for number in range(1, 20)))
    assert vera_faults({"notes.pdf": file_of(long)}, tmp_path) == {"notes.pdf": []}
