"""The whole writer: what stands on the pages of the newspaper panel, and what outside judges say of the file."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reportgen.document import Document, Heading, Note, Paragraph, Text, Wording
from reportgen.writers.pdf import MEDIA_TYPE, write
from tests.documents import bilingual_document, panel_document, words
from tests.writers.pdf.judges import needs_verapdf, page_faults, vera_faults
from tests.writers.pdf.pages import THEME, chars, elements, file_of, kinds, made, pages

PANELS = {"zh": panel_document("zh"), "en": panel_document("en"), "zh+en": bilingual_document()}
every_panel = pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS.keys())


def test_the_media_type_is_pdf() -> None:
    assert MEDIA_TYPE == "application/pdf"
    assert file_of(PANELS["zh"]).startswith(b"%PDF-1.7")


@every_panel
def test_the_panel_fits_on_one_sheet(panel: Document) -> None:
    assert len(pages(panel)) == 1


@every_panel
def test_the_panel_ends_near_the_foot_and_not_with_a_hole(panel: Document) -> None:
    content = [char.bottom for char in chars(panel) if char.bottom > THEME.page.bottom]
    assert min(content) < THEME.page.bottom + 30


def test_the_figures_are_copied_as_they_are_said_in_reading_order() -> None:
    text = pages(PANELS["zh"])[0]
    order = (
        "数读上半年",
        "核心提示",
        "765.9亿元",
        "645.7亿元",
        "4087.9万人次",
        "9754户",
        "批零餐住",
        "关键词",
        "数据来源",
    )
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_the_second_language_follows_its_own_chinese_line() -> None:
    text = pages(PANELS["zh+en"])[0]
    places = [text.index(word) for word in ("地区生产总值 ", "Gross domestic", "765.9亿元 76.59 billion yuan")]
    assert places == sorted(places)


@every_panel
def test_no_character_stands_outside_the_type_area(panel: Document) -> None:
    page = THEME.page
    for char in chars(panel):
        assert page.left - 1.5 <= char.left, char
        assert char.right <= page.width - page.right + 1.5, char
        assert page.bottom * 0.3 <= char.bottom, char
        assert char.top <= page.height - page.top * 0.5, char


@every_panel
def test_page_validation_finds_nothing(panel: Document) -> None:
    assert page_faults(file_of(panel)) == []


@needs_verapdf
def test_verapdf_finds_nothing(tmp_path: object) -> None:
    files = {f"{name}.pdf": file_of(panel) for name, panel in PANELS.items()}
    assert not any(vera_faults(files, tmp_path).values())  # type: ignore[arg-type]


@every_panel
def test_equal_documents_give_equal_bytes(panel: Document) -> None:
    assert write(panel, THEME) == file_of(panel)


@every_panel
def test_headings_begin_with_one_title_and_skip_no_level(panel: Document) -> None:
    levels = [int(kind[1]) for kind in kinds(panel) if kind[0] == "H" and kind[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_english_inside_a_chinese_document_carries_its_language() -> None:
    langs = {str(element.get("/Lang", "")) for element in elements(file_of(PANELS["zh+en"]))}
    assert "en" in langs


def test_a_deep_heading_does_not_skip_a_level() -> None:
    document = made(Heading(level=1, words=words("zh", "一")), Heading(level=3, words=words("zh", "三")))
    assert [kind for kind in kinds(document) if kind.startswith("H")] == ["H1", "H2"]


def test_a_block_number_is_printed_once_for_both_languages() -> None:
    both = words("zh", "总体") + words("en", "Overview")
    document = replace(made(Heading(level=1, number="一、", words=both)), langs=("zh", "en"))
    assert "一、总体\nOverview" in pages(document)[0]


def test_the_lead_runs_into_its_paragraph() -> None:
    document = made(Paragraph(lead=words("zh", "总量。"), words=words("zh", "平稳增长。")))
    assert "总量。" in pages(document)[0]
    assert "平稳增长。" in pages(document)[0]
    assert kinds(document).count("P") == 2, "the paragraph and the source line"


def test_a_note_is_printed_at_the_end_with_its_number() -> None:
    content = (Text("总值"), Note((Text("初步核算数"),), "1"), Text("稳增"))
    text = pages(made(Paragraph(words=(Wording("zh", content),))))[0]
    assert text.index("稳增") < text.index("初步核算数")


def test_an_empty_document_is_a_page_with_its_foot() -> None:
    assert len(pages(made())) == 1
    assert "数据来源" in pages(made())[0]
    assert page_faults(file_of(made())) == []
