"""The readers of finished files, on small files made for them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

from reportgen.errors import UsageError
from reportgen.verification import docx as word
from reportgen.verification import html, pdf
from reportgen.verification.passages import is_neutral, passage, spoken


def texts(data: bytes, read: Callable[[bytes], object] = html.passages) -> list[tuple[str, str]]:
    return [(item.lang, item.text) for item in read(data)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "tag", "lang"),
    [
        ("增长3.2%", "", "zh"),
        ("up 3.2 percent", "", "en"),
        ("up 3.2 percent", "zh-CN", "en"),
        ("增长3.2%", "zh-Hant-HK", "zh"),
        ("3.2%", "zh", "zh"),
        ("Yuzhong (渝中)", "en-US", "en"),
    ],
)
def test_a_language_is_the_one_marked_unless_the_characters_belie_it(text: str, tag: str, lang: str) -> None:
    assert spoken(text, tag) == lang


def test_blanks_that_layout_puts_between_chinese_characters_close_up() -> None:
    made = passage("实现地区\n生产总值 765.9 亿元", "", "")
    assert made
    assert made.text == "实现地区生产总值765.9亿元"
    assert passage(" ▲ ", "", "") is None
    assert is_neutral("3.2%, 5")
    assert not is_neutral("3亿")


def test_a_page_is_read_block_by_block_and_language_by_language() -> None:
    page = (
        '<html lang="zh"><head><title>1</title><style>2</style></head><body><p>共<b>3</b>家'
        '<span lang="en">3 stores</span>，好</p><table><tr><td>4<td>5</table><br>6<img alt="7 图"></body></html>'
    )
    assert texts(page.encode()) == [
        ("zh", "共3家"),
        ("en", "3 stores"),
        ("zh", "，好"),
        ("zh", "4"),
        ("zh", "5"),
        ("zh", "6"),
        ("zh", "7图"),
    ]


def test_a_page_with_stray_end_tags_is_read_all_the_same() -> None:
    assert texts(b"</div><p>1 store</b></p></section>2 stores") == [("en", "1 store"), ("en", "2 stores")]


def word_file(fill: Callable[[docx.document.Document], None]) -> bytes:
    made = docx.Document()
    fill(made)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def test_a_word_file_is_read_paragraph_by_paragraph_with_its_cells() -> None:
    def fill(made: docx.document.Document) -> None:
        line = made.add_paragraph()
        for text in ("实现", "765.", "9", "亿元"):
            line.add_run(text)
        made.add_table(1, 2).cell(0, 1).text = "9,754 stores"

    assert texts(word_file(fill), word.passages) == [("zh", "实现765.9亿元"), ("en", "9,754 stores")]


def test_two_languages_of_one_paragraph_are_read_apart() -> None:
    def fill(made: docx.document.Document) -> None:
        line = made.add_paragraph("765.9亿元")
        line.add_run(" ")
        line.add_run("76.59 billion yuan")

    assert texts(word_file(fill), word.passages) == [("zh", "765.9亿元"), ("en", "76.59 billion yuan")]


def test_deleted_text_and_page_numbers_are_not_read() -> None:
    def fill(made: docx.document.Document) -> None:
        line = made.add_paragraph("5 stores ")
        gone = OxmlElement("w:delText")
        gone.text = "6 stores"
        line.add_run()._r.append(gone)
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), (None, "7"), ("end", "")):
            run = line.add_run(text if kind is None else "")
            if kind is not None:
                mark = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    mark.set(qn("w:fldCharType"), kind)
                mark.text = text
                run._r.append(mark)

    assert texts(word_file(fill), word.passages) == [("en", "5 stores")]


def test_a_pdf_without_structure_is_read_line_by_line() -> None:
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.drawString(72, 720, "9,754 stores")
    canvas.drawString(72, 700, "up 3.2 percent")
    canvas.save()
    assert texts(data.getvalue(), pdf.passages) == [("en", "9,754 stores"), ("en", "up 3.2 percent")]


def test_without_the_extra_a_pdf_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UsageError, match=r"reportgen\[verify\]"):
        list(pdf.passages(b"%PDF-1.7"))
