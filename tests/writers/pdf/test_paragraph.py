"""Paragraphs of mixed Chinese and English: where their lines break, how wide they are, what the page says."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from typing import cast

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen.document import Emphasis, Figure, Inline, LineBreak, Link, Note, Piece, Strong, Text
from reportgen.errors import WriterError
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.paragraph import Paragraph
from tests.documents import panel_document
from tests.writers.pdf.recorder import Recorder
from tests.writers.pdf.setting import ROOMY, fonts, lines, paragraph, style, theme

SUMMARY = (
    "2024年1月15日，渝中区地区生产总值达到765.9亿元，同比增长3.2%；批发、零售、餐饮、住宿四个行业“全线上扬”（见表1），"
    "数字经济和软件业保持两位数增速——文旅市场人气领跑全市，累计接待游客4087.9万人次……GDP增速居全市前列。"
)
ENGLISH = (
    "Yuzhong’s GDP came to 76.59 billion yuan in the first half of 2023, up 3.2 percent year on year. All four trades "
    "grew, and the district drew more visitors than any other in the municipality."
)
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
WIDTHS = [90.0, 110.0, 150.0, 222.0, 300.0, 480.0]


def pages(*drawn: Paragraph, width: float = 300.0) -> pypdfium2.PdfDocument:
    """A page with paragraphs under each other."""
    canvas = TaggedCanvas(panel_document("zh"), theme(), fonts())
    top = 800.0
    for one in drawn:
        one.draw(canvas, 50, top, width)
        top -= one.height(width) + 10
    return pypdfium2.PdfDocument(canvas.finish())


def said(pdf: pypdfium2.PdfDocument) -> str:
    return str(pdf[0].get_textpage().get_text_bounded()).replace("\r\n", "\n")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(width: float) -> None:
    set_lines = lines(SUMMARY, width)
    assert not [line for line in set_lines[1:] if line[0] in "，。、；：！？）》”’—…％%"]
    assert not [line for line in set_lines[:-1] if line[-1] in "（《“‘"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_figure_stays_with_its_unit(width: float) -> None:
    set_lines = lines(SUMMARY, width)
    for whole in ("1月15日", "765.9亿元", "3.2%", "4087.9万人次", "——", "……"):
        assert any(whole in line for line in set_lines), whole


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_an_english_figure_stays_with_its_scale_and_unit(width: float) -> None:
    assert any("76.59 billion yuan" in line for line in lines(ENGLISH, width, "en"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("text", "lang"), [(SUMMARY, "zh"), (ENGLISH, "en")])
def test_lines_say_the_whole_text_in_its_order(text: str, lang: str, width: float) -> None:
    assert "".join(lines(text, width, lang)) == text


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_justified_lines_fill_the_measure_and_the_last_begins_it(width: float) -> None:
    set_lines = paragraph(SUMMARY * 2, align="justify").break_lines(width)
    full = [line for line in set_lines[:-1] if line.ratio]
    assert len(full) >= 0.8 * len(set_lines) - 1
    assert all(line.width == pytest.approx(width, abs=0.01) for line in full)
    assert set_lines[-1].ratio <= 0
    assert set_lines[-1].left == 0


def test_a_last_line_is_never_a_single_character() -> None:
    text = "推动思想大解放作风大转变工作大创新奋勇争先挑大梁。"
    for count in range(60, 260):
        last = lines(text, float(count))[-1].rstrip("。")
        assert len(last) >= 2, (count, last)


def test_a_solid_figure_is_not_broken_in_a_wide_line() -> None:
    figure = Figure("x", "change", (Piece("word", "同比增长"), Piece("number", "3.2"), Piece("unit", "%")))
    for width in range(170, 260, 7):
        set_lines = lines((Text("渝中区地区生产总值"), figure, Text("，好于预期。")), float(width))
        assert any("同比增长3.2%" in line for line in set_lines)


def test_a_word_too_long_for_any_line_is_broken_rather_than_let_run_out() -> None:
    set_lines = paragraph("x" * 300, "en").break_lines(200)
    assert "".join(line.text for line in set_lines) == "x" * 300
    assert max(line.width for line in set_lines) <= 200.01
    assert len(set_lines) == 10


def test_a_figure_too_wide_for_its_column_parts_from_its_unit_and_not_inside_its_number() -> None:
    set_lines = lines("123456789.25万平方公里", 68.0)
    assert set_lines[0] == "123456789.25"


def test_a_column_narrower_than_a_character_still_ends() -> None:
    assert lines("（渝中）GDP", 3.0) == [*"（渝中）GDP"]
    assert lines("渝中", 0.0) == ["渝", "中"]


def test_an_empty_paragraph_takes_no_room() -> None:
    assert paragraph(" ").break_lines(300) == ()
    assert paragraph("").height(300) == 0


def test_a_soft_hyphen_is_drawn_only_where_it_is_taken() -> None:
    word = "munici\u00adpality"
    whole, broken = paragraph(word, "en").break_lines(ROOMY), paragraph(word, "en").break_lines(45)
    assert [len(one) for one in (whole, broken)] == [1, 2]
    assert whole[0].width == pytest.approx(paragraph("municipality", "en").natural_width(), abs=0.6)
    assert broken[0].width > paragraph("munici", "en").natural_width() + 2
    # PDFium joins a word over a soft hyphen, and marks the place with U+0002.
    assert said(pages(paragraph(word, "en"), width=45)).strip() == "munici\x02pality"


@pytest.mark.parametrize(("word", "parts"), [("double-digit", ["double-", "digit"]), ("COVID-19", ["COVID-19"])])
def test_a_compound_breaks_after_its_hyphen_but_not_before_a_number(word: str, parts: list[str]) -> None:
    assert lines(word, paragraph(word, "en").natural_width() - 1 if len(parts) > 1 else ROOMY, "en") == parts


def test_a_covid_number_stays_with_its_name() -> None:
    assert "COVID-19" in [line.strip() for line in lines("after COVID-19", 55.0, "en")]


def test_forced_breaks_begin_new_lines_and_empty_ones_stay() -> None:
    assert lines((Text("渝中"), LineBreak(), Text("上半年")), 300) == ["渝中", "上半年"]
    assert lines("a\n\nb", 300, "en") == ["a", "", "b"]


def test_spaces_collapse_and_a_line_keeps_its_last_one() -> None:
    assert lines("  the   first \t half ", 300, "en") == ["the first half"]
    assert lines("the first", 30, "en") == ["the ", "first"]


def test_a_no_break_space_holds_its_words() -> None:
    assert "B\u00a0C" in lines("A B\u00a0C D", paragraph("B C", "en").natural_width() + 0.5, "en")[1]


def test_alignment_moves_the_line_and_not_its_spaces() -> None:
    for align, share in (("start", 0.0), ("center", 0.5), ("end", 1.0)):
        (line,) = paragraph("渝中区", align=align).break_lines(300)
        assert line.left == pytest.approx((300 - line.width) * share)


def test_a_narrow_english_column_is_not_justified() -> None:
    assert all(line.ratio <= 0 for line in paragraph(ENGLISH, "en", align="justify").break_lines(110))
    assert any(line.ratio > 0 for line in paragraph(ENGLISH, "en", align="justify").break_lines(300))


def test_an_english_paragraph_that_no_hyphen_saves_from_rivers_is_ragged_as_a_whole() -> None:
    torn = "INSTITUTIONAL TELECOMMUNICATIONS RESPONSIBILITIES INTERNATIONALIZATION INFRASTRUCTURE " * 3
    assert all(line.ratio <= 0 for line in paragraph(torn, "en", align="justify").break_lines(240))


def test_a_short_title_parts_after_a_mark() -> None:
    assert lines("扛起大区担当、展现大区作为", 105, align="start") == ["扛起大区担当、", "展现大区作为"]


def test_a_label_parts_before_its_figure_rather_than_inside_a_word() -> None:
    figure = Figure("x", "value", (Piece("qualifier", "超"), Piece("number", "80"), Piece("unit", "%")))
    set_lines = lines((Text("文旅营收和游客接待量上升"), figure), 130, align="start")
    assert set_lines == ["文旅营收和游客接待量上升", "超80%"]


def test_a_centred_title_has_lines_of_like_width() -> None:
    text = "With the resolve to fight and win"
    first, last = paragraph(text, "en", align="center").break_lines(150)
    assert abs(first.width - last.width) < 0.3 * first.width


def test_a_label_does_not_leave_an_article_at_the_end_of_a_line() -> None:
    assert lines("play the role of a lead goose", 95, "en", align="start") == ["play the role ", "of a lead goose"]


def test_a_short_last_line_takes_a_phrase_with_it() -> None:
    assert lines("up 15.3 percent year on year", 122, "en", align="start") == ["up 15.3 percent ", "year on year"]


def test_an_indent_moves_the_first_line_only() -> None:
    first, second, *_ = paragraph(SUMMARY, indent=2).break_lines(300)
    assert (first.left, second.left) == (2 * style().size, 0)
    assert first.left + first.width == pytest.approx(300, abs=0.01)


def test_tracking_stands_between_glyphs_and_not_after_the_last() -> None:
    tracked = paragraph("上半年", look=replace(style(), tracking=0.1)).natural_width()
    assert tracked == pytest.approx(3.2 * style().size)


def test_the_natural_width_is_one_line() -> None:
    one = paragraph(SUMMARY)
    assert len(one.break_lines(one.natural_width())) == 1
    assert one.height(one.natural_width()) == style().leading


def test_a_style_has_one_baseline_in_both_languages() -> None:
    assert paragraph("渝中", "zh").first_baseline() == paragraph("GDP", "en").first_baseline()
    assert style().leading / 2 < paragraph("渝中").first_baseline() < style().leading


def test_a_character_that_no_face_has_is_an_error() -> None:
    with pytest.raises(WriterError, match="U\\+13000"):
        paragraph("\U00013000")


def test_the_page_says_what_was_typed() -> None:
    text = said(pages(paragraph(SUMMARY), paragraph(ENGLISH, "en"), width=480.0))
    joined = unicodedata.normalize("NFC", text.replace("\n", ""))
    assert SUMMARY in joined
    assert ENGLISH in joined.replace("  ", " ")


MARKS = (
    "他说：“‘十大行动’取得实效。”（见附件）；《公报》（2023年）、《简报》“节选”……”；真的？！“是。”——答：“渝·中”，GDP。"
)


@needs_pdftotext
@pytest.mark.parametrize("width", [480.0, 300.0, 222.0])
def test_lines_with_meeting_marks_are_copied_as_lines(width: float) -> None:
    one = paragraph(MARKS + "据统计，2023年GDP（初步核算）增长3.2%，RCEP区域40家。", align="justify")
    canvas = TaggedCanvas(panel_document("zh"), theme(), fonts())
    one.draw(canvas, 50, 800, width)
    copied = subprocess.run(["pdftotext", "-", "-"], input=canvas.finish(), capture_output=True, check=True).stdout
    assert copied.decode("utf-8").split() == [line.text for line in one.break_lines(width)]


def test_drawn_ink_stays_inside_the_measure() -> None:
    document = pages(paragraph(SUMMARY), paragraph(ENGLISH, "en", align="justify"))
    page = document[0].get_textpage()
    boxes = [page.get_charbox(index) for index in range(page.count_chars()) if page.get_text_range(index, 1).strip()]
    assert min(box[0] for box in boxes) >= 49.5
    # The arm of an f reaches a little over its advance.
    assert max(box[2] for box in boxes) <= 351.0


def elements(data: bytes) -> list[str]:
    """The kinds of all structure elements of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        dictionaries = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        return sorted(str(thing.S) for thing in dictionaries if thing.get("/Type") == "/StructElem")


def drawn(content: tuple[Inline, ...], width: float = 300.0) -> bytes:
    canvas = TaggedCanvas(panel_document("zh"), theme(), fonts())
    paragraph(content).draw(canvas, 50, 800, width)
    return canvas.finish()


def test_another_language_is_a_span_and_its_own_is_not() -> None:
    assert "/Span" not in elements(drawn((Text("渝中区"), Text("GDP"))))
    assert elements(drawn((Text("渝中区"), Text("GDP", lang="en")))).count("/Span") == 1


def test_a_span_over_several_lines_is_one_element() -> None:
    content = (Text("渝中区"), Text(ENGLISH, lang="en"), Text("上半年"))
    assert elements(drawn(content)).count("/Span") == 1


def test_a_link_is_one_element_and_clickable_on_every_line_it_takes() -> None:
    link = Link((Text("重庆市渝中区二〇二三年上半年经济运行情况统计公报"),), "https://example.org/")
    data = drawn((Text("见"), link), 120.0)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages[0].Annots) == len(paragraph((Text("见"), link)).break_lines(120.0))
    assert elements(data).count("/Link") == 1


def test_strong_words_and_notes_stand_in_the_line() -> None:
    content = (Text("增速位居"), Strong((Text("全市第一"),)), Text("。"), Note((Text("初步核算数"),), "1"))
    assert lines(content, 300) == ["增速位居全市第一。1"]
    assert lines(content, paragraph(content).natural_width() - 1)[-1].endswith("。1")


def test_a_part_of_the_lines_can_be_drawn() -> None:
    canvas = TaggedCanvas(panel_document("zh"), theme(), fonts())
    whole = paragraph(SUMMARY)
    set_lines = whole.break_lines(300)
    whole.draw(canvas, 50, 800, 300, 1, 2)
    assert said(pypdfium2.PdfDocument(canvas.finish())).strip() == set_lines[1].text


def test_a_dot_stands_under_the_middle_of_each_stressed_character_and_under_no_mark() -> None:
    canvas, look = Recorder(), style(emphasis="dots")
    said = paragraph((Text("坚持"), Emphasis((Text("稳中，求进"),)), Text("总基调")), look=look)
    said.draw(cast(TaggedCanvas, canvas), 0.0, 100.0, ROOMY)
    size, baseline = look.size, 100.0 - said.first_baseline()
    indent = said.break_lines(ROOMY)[0].left
    middles = [indent + (place + 0.5) * size for place in (2, 3, 5, 6)]
    assert [x for x, _, _ in canvas.discs] == pytest.approx(middles, abs=0.01 * size)
    assert all(baseline - 0.4 * size < y < baseline - 0.2 * size for _, y, _ in canvas.discs)
    assert all(y - radius > baseline - look.leading / 2 for _, y, radius in canvas.discs), "clear of the next line"
