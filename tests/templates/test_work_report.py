"""A work report as it is printed: short and long, in every format."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen import report
from reportgen.document import Document, Heading, Paragraph, wording
from reportgen.themes import load_theme
from reportgen.transforms import refine
from reportgen.writers import writer
from tests.writers.pdf.judges import page_faults

ROOT = Path(__file__).parents[2]
BRIEFING = ROOT / "data" / "yuzhong-report-2024"
LANGS = ("zh", "en", "zh+en")
SENTENCE = "我们坚持稳中求进、以进促稳，把各项工作落到实处，让发展成果更多更公平惠及全区人民。"


def page_text(data: bytes, index: int) -> str:
    return str(pypdfium2.PdfDocument(io.BytesIO(data))[index].get_textpage().get_text_range()).replace("\r\n", "\n")


def long_report(sections: int) -> Document:
    """Return a report of about two pages a section."""
    blocks: list[Heading | Paragraph] = []
    for number in range(sections):
        blocks.append(Heading(level=1, number="#", words=wording("zh", f"第{number + 1}项工作")))
        for part in range(6):
            blocks.append(Heading(level=2, number="#", words=wording("zh", f"第{part + 1}个方面")))
            blocks.append(Paragraph(lead=wording("zh", "主动作为。"), words=wording("zh", SENTENCE * 4)))
    title = Heading(level=1, role="title", words=wording("zh", "工作报告"))
    return refine(Document(id="long", langs=("zh",), title=title.words, blocks=(title, *blocks), issued="2024-01-15"))


@pytest.mark.parametrize("language", LANGS)
def test_the_pages_pass_their_judge(language: str) -> None:
    made = report.draft(report.load(BRIEFING), language, project=ROOT)
    assert page_faults(report.write(report.load(BRIEFING), made, "pdf", project=ROOT).data) == []


def test_the_outline_is_numbered_in_the_text_and_in_the_contents() -> None:
    briefing = report.load(BRIEFING)
    data = report.write(briefing, report.draft(briefing, "zh", project=ROOT), "pdf", project=ROOT).data
    for text in (page_text(data, 0), page_text(data, 1)):
        assert "一、2023年工作回顾" in text
        assert "（一）服务全局" in text


def test_the_second_language_has_an_outline_of_its_own() -> None:
    briefing = report.load(BRIEFING)
    page = report.write(briefing, report.draft(briefing, "zh+en", project=ROOT), "html", project=ROOT).data.decode()
    assert "一、" in page
    assert "I. Review of Our Work in 2023" in page


def test_a_name_is_stored_as_it_is_and_set_as_wide_as_three() -> None:
    briefing = report.load(BRIEFING)
    assert "谢东" in str(briefing.content["speaker"])
    data = report.write(briefing, report.draft(briefing, "zh", project=ROOT), "html", project=ROOT).data.decode()
    assert "谢　东" in data


def test_page_numbers_stand_at_the_outer_edge() -> None:
    briefing = report.load(BRIEFING)
    data = report.write(briefing, report.draft(briefing, "zh", project=ROOT), "pdf", project=ROOT).data
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    sides = []
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        place = text.search(f"— {number} —").get_next()
        assert place
        sides.append(text.get_charbox(place[0])[0] > page.get_width() / 2)
    assert sides[:4] == [True, False, True, False]


def test_a_report_of_fifty_pages_is_set_whole() -> None:
    data = writer("pdf").write(long_report(25), load_theme("official"))
    pages = len(pypdfium2.PdfDocument(io.BytesIO(data)))
    assert pages >= 50
    assert "二十五、第25项工作" in "".join(page_text(data, index) for index in range(pages - 3, pages))
