"""Running heads and marks stand on every page that wants them, and no reader takes them for the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from reportgen.document import Document, Masthead, PageBreak, Paragraph
from reportgen.writers.pdf import write
from tests.documents import words
from tests.writers.pdf.judges import needs_verapdf, opened, page_faults, vera_faults
from tests.writers.pdf.pages import THEME, file_of, made, pages

TITLE = "报告"


def text() -> Paragraph:
    return Paragraph(words=words("zh", "全区经济稳中向好。"))


def marked(*mark: tuple[str, str]) -> Document:
    said = tuple(wording for lang, one in mark for wording in words(lang, one))
    return replace(made(text(), PageBreak(), text()), mark=said)


def artifacts(document: Document, subtype: str) -> list[int]:
    """How many artifacts of a subtype each page has."""
    contents = [page.Contents.read_bytes() for page in opened(file_of(document)).pages]
    return [content.count(b"/Subtype /" + subtype.encode()) for content in contents]


def test_the_title_runs_over_every_page_but_the_first() -> None:
    document = made(text(), PageBreak(), text(), PageBreak(), text())
    assert [TITLE in page for page in pages(document)] == [False, True, True]
    assert artifacts(document, "Header") == [0, 1, 1]


def test_no_head_stands_on_the_band_of_a_masthead() -> None:
    band = Masthead(title=words("zh", "数读"))
    assert artifacts(made(text(), band, text()), "Header") == [0, 0]


def test_a_theme_without_the_role_has_no_heads() -> None:
    bare = replace(THEME, styles={role: style for role, style in THEME.styles.items() if role != "header"})
    file = pypdfium2.PdfDocument(write(made(text(), PageBreak(), text()), bare))
    assert TITLE not in file[1].get_textpage().get_text_range()


def test_a_mark_stands_across_every_page_in_each_language() -> None:
    document = marked(("zh", "草稿"), ("en", "Draft"))
    assert artifacts(document, "Watermark") == [1, 1]
    assert all("草稿" in page and "Draft" in page for page in pages(document))


def test_a_page_without_a_mark_has_none() -> None:
    assert artifacts(made(text()), "Watermark") == [0]


def test_a_long_mark_stays_on_the_sheet() -> None:
    file = pypdfium2.PdfDocument(file_of(marked(("en", "Embargoed until 10:00 on August 2, 2023"))))
    found = file[0].get_textpage()
    start = found.get_text_range().index("Embargoed")
    boxes = [found.get_charbox(index) for index in range(start, start + 39)]
    assert min(box[0] for box in boxes) > 0
    assert max(box[2] for box in boxes) < THEME.page.width
    assert max(box[3] for box in boxes) < THEME.page.height


def test_page_validation_passes_marked_pages() -> None:
    assert page_faults(file_of(marked(("zh", "草稿"), ("en", "Draft")))) == []


@needs_verapdf
def test_verapdf_passes_marked_pages(tmp_path: Path) -> None:
    assert vera_faults({"marked.pdf": file_of(marked(("zh", "草稿")))}, tmp_path) == {"marked.pdf": []}
