"""Text that runs through columns fills them in order and ends them on one height."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen.document import Block, Columns, Document, Heading, Paragraph, wording
from reportgen.themes import load_theme
from reportgen.writers import writer

THEME = load_theme("newsprint-red")
LINE = "渝中区把任务细化到月到旬到周分解到行业到板块到专班。"


def document(blocks: Sequence[Block], count: int) -> Document:
    column = Columns(columns=(tuple(blocks),), flow=count)
    return Document(id="x", langs=("zh",), title=wording("zh", "x"), blocks=(column,), issued="2023-08-25")


def paragraphs(number: int) -> list[Block]:
    return [Paragraph(words=wording("zh", f"第{index}段。{LINE * 5}")) for index in range(1, number + 1)]


def feet(made: Document, page: int = 0) -> dict[int, float]:
    """Return the lowest baseline of each column by its place from the left, footer left out."""
    width = THEME.page.measure / made.blocks[0].flow  # type: ignore[union-attr]
    sheet = pypdfium2.PdfDocument(io.BytesIO(writer("pdf").write(made, THEME)))[page]
    text = sheet.get_textpage()
    found: dict[int, float] = {}
    for index in range(text.count_chars()):
        left, bottom, _, _ = text.get_charbox(index)
        if bottom > THEME.page.bottom + 20 and text.get_text_range(index, 1) in LINE:
            place = int((left - THEME.page.left) // width)
            found[place] = min(bottom, found.get(place, bottom))
    return found


@pytest.mark.parametrize("count", [2, 3])
def test_the_columns_of_a_page_end_within_two_lines_of_each_other(count: int) -> None:
    lowest = feet(document(paragraphs(6), count))
    assert sorted(lowest) == list(range(count))
    assert max(lowest.values()) - min(lowest.values()) < 2 * THEME.style("body").leading + THEME.style("body").after


def test_text_goes_on_through_the_columns_of_as_many_pages_as_it_takes() -> None:
    data = writer("pdf").write(document(paragraphs(40), 2), THEME)
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    places = [text.index(f"第{index}段。") for index in range(1, 41)]
    assert len(pages) > 1
    assert places == sorted(places)


def test_a_heading_never_ends_a_column() -> None:
    blocks: list[Block] = []
    for index, block in enumerate(paragraphs(8)):
        blocks += [Heading(level=2, words=wording("zh", f"标题{index}")), block]
    made = document(blocks, 2)
    text = pypdfium2.PdfDocument(io.BytesIO(writer("pdf").write(made, THEME)))[0].get_textpage().get_text_range()
    lines = text.split()
    assert all(lines[index + 1].startswith("第") for index, line in enumerate(lines) if line.startswith("标题"))


def test_one_block_that_cannot_part_stands_in_the_first_column() -> None:
    short = replace(document(paragraphs(1), 3), blocks=(Columns(columns=((paragraphs(1)[0],),), flow=3),))
    assert 0 in feet(short)


def test_word_gets_a_section_of_its_own_in_columns() -> None:
    import zipfile

    rest = Paragraph(words=wording("zh", "尾"))
    made = document(paragraphs(4), 2)
    data = writer("docx").write(replace(made, blocks=(*made.blocks, rest)), THEME)
    story = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert story.count("<w:sectPr>") == 3
    assert story.count('<w:cols w:num="2"') == 1
    assert story.count('<w:type w:val="continuous"/>') == 2
    assert story.count("<w:footerReference") == 1
    assert "<!--" not in story
