"""What a reader finds in the written file: words in one piece, properties, styles by name, each language as itself."""

import io
import zipfile

import pytest
from docx.oxml.ns import qn

from reportgen.document import Document, Masthead, Paragraph, Strong, Text
from reportgen.writers import writer
from reportgen.writers.docx import MEDIA_TYPE, write
from tests.writers.docx.opened import body, only, opened, paragraphs, part, said, values, written
from tests.writers.docx.samples import THEME, document, en, zh


def test_the_table_of_writers_finds_the_word_writer() -> None:
    assert writer("docx").MEDIA_TYPE == MEDIA_TYPE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zh", ("765.9亿元", "4087.9万人次", "▲ 同比增长3.2%", "全市第一", "核心提示", "数读上半年")),
        ("en", ("76.59 billion yuan", "40.879 million", "▲ up 3.2 percent year on year", "Key points")),
        ("zh+en", ("765.9亿元\u200276.59 billion yuan", "▲ 同比增长3.2%\u2002up 3.2 percent year on year")),
    ],
)
def test_a_figure_and_its_unit_stand_in_one_paragraph(name: str, expected: tuple[str, ...]) -> None:
    found = paragraphs(written(name))
    assert [words for words in expected if words not in found] == []


def test_blocks_stand_in_reading_order() -> None:
    text = "\n".join(paragraphs(written("zh")))
    places = [
        text.index(words) for words in ("数读上半年", "核心提示", "765.9亿元", "4087.9万人次", "批零餐住", "决胜下半年")
    ]
    assert places == sorted(places)


def test_properties_say_title_author_language_and_the_date_of_issue() -> None:
    properties = opened(written("zh+en")).core_properties
    assert properties.title == "数读上半年 / The First Half in Numbers"
    assert properties.author == "渝中区 / Yuzhong District"
    assert properties.language == "zh-CN, en-US"
    assert properties.created == properties.modified
    assert f"{properties.created:%Y-%m-%d}" == "2023-08-25"


def test_headings_are_words_own() -> None:
    names = [item.style.name for item in opened(written("long")).paragraphs if item.style]
    assert "Heading 1" in names
    assert "Heading 2" in names


def test_every_role_is_a_style_with_fonts_of_both_scripts() -> None:
    styles = part(written("zh"), "word/styles.xml")
    names = set(values(styles, "w:style/w:name"))
    assert {"RG Card Value", "RG Card Value Follow", "RG Feature Label", "Title", "footer"} <= names
    for fonts in styles.iter(qn("w:rFonts")):
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "微软雅黑")
        assert fonts.get(qn("w:ascii")) in ("Times New Roman", "Arial")


def test_chinese_quotes_take_the_chinese_font_and_english_ones_the_latin() -> None:
    page = document(Paragraph(words=zh("“头雁”") + en("“lead goose”")), langs=("zh", "en"))
    runs = {said(run): run for run in body(page).iter(qn("w:r"))}
    assert only(runs["“头雁”"], f".//{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"
    assert runs["“lead goose”"].find(f".//{qn('w:rFonts')}") is None


def test_words_in_a_language_of_their_own_say_so() -> None:
    page = document(Paragraph(words=zh(Text("頭雁", lang="zh-Hant"))))
    assert values(body(page), ".//w:lang", "w:eastAsia") == ["zh-TW"]


def test_the_second_language_stands_under_the_first_in_its_own_style() -> None:
    found = [(item.style.name, item.text) for item in opened(written("long")).paragraphs if item.style]
    index = found.index(("Heading 2", "分行业情况"))
    assert found[index + 1] == ("RG Heading 2 Follow", "By industry")


def test_chinese_line_rules_are_on() -> None:
    settings = part(written("zh"), "word/settings.xml")
    styles = part(written("zh"), "word/styles.xml")
    assert values(settings, "w:characterSpacingControl") == ["compressPunctuation"]
    assert values(styles, "w:docDefaults//w:overflowPunct") == ["0"]
    assert len(values(styles, "w:docDefaults//w:kinsoku")) == 1


def test_each_block_and_each_figure_has_a_bookmark() -> None:
    names = values(part(written("zh"), "word/document.xml"), ".//w:bookmarkStart", "w:name")
    assert {"rgb_gdp", "rgf_gdp_value", "rgf_gdp_value_2", "rgf_retail_trade_value"} <= set(names)


def test_markup_in_data_is_printed_as_it_is() -> None:
    text = '<w:p> & "R&D" ]]>'
    assert paragraphs(write(document(Paragraph(words=zh(Strong((Text(text),))))), THEME)) == [text]


def test_the_page_bears_its_source_and_number() -> None:
    footer = part(written("zh+en"), "word/footer1.xml")
    text = said(footer)
    assert "数据来源：渝中区统计局" in text
    assert "Source: Yuzhong District Bureau of Statistics" in text
    assert [item.text for item in footer.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_only_a_page_that_opens_with_a_masthead_bleeds() -> None:
    band = write(document(Masthead(title=zh("数读"))), THEME)
    plain = write(document(Paragraph(words=zh("数读"))), THEME)
    with zipfile.ZipFile(io.BytesIO(band)) as one, zipfile.ZipFile(io.BytesIO(plain)) as other:
        assert "word/header1.xml" in one.namelist()
        assert "word/header1.xml" not in other.namelist()


def test_traditional_chinese_takes_its_own_fonts_and_tag() -> None:
    page = Document(id="t", langs=("zh-Hant",), title=(), blocks=(), issued="2023-08-25")
    styles = part(write(page, THEME), "word/styles.xml")
    assert set(values(styles, "w:docDefaults//w:rFonts", "w:eastAsia")) == {"新細明體"}
    assert set(values(styles, "w:docDefaults//w:lang", "w:eastAsia")) == {"zh-TW"}
