"""Each kind of block as Word has it: tables with heads, lists that count, notes, contents, pictures, cards."""

from docx.oxml.ns import qn
from lxml import etree

from reportgen.document import Card, CardLine, Columns, Heading, List, Note, Panel, Paragraph, Table, Text
from reportgen.writers.docx import write
from tests.documents import value
from tests.writers.docx.opened import body, only, opened, paragraphs, part, values, written
from tests.writers.docx.samples import THEME, document, en, zh

LONG = "word/document.xml"


def texts(tree: etree._Element, tag: str) -> list[str]:
    return ["".join(text.text or "" for text in item.iter(qn("w:t"))) for item in tree.iter(qn(tag))]


def test_the_head_of_a_table_repeats_and_is_marked() -> None:
    table = next(item for item in opened(written("long")).tables if len(item.rows) == 47)
    heads = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(heads) == 2
    assert only(table._tbl, f".//{qn('w:tblCaption')}").get(qn("w:val")) == "表1　主要指标"


def test_cells_span_columns_and_rows() -> None:
    table = next(item for item in opened(written("long")).tables if len(item.rows) == 47)
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(2, 1).paragraphs[0].style.name == "RG Table Cell End"


def test_a_table_without_cells_is_its_caption() -> None:
    assert paragraphs(write(document(Table(caption=zh("空表"))), THEME)) == ["空表"]


def test_each_ordered_list_counts_anew() -> None:
    tree = part(written("long"), LONG)
    numbers = values(tree, ".//w:numPr/w:numId")
    assert numbers == ["2", "2", "1", "1", "3"]
    starts = values(part(written("long"), "word/numbering.xml"), ".//w:startOverride")
    assert starts == ["1", "1"]


def test_only_the_first_paragraph_of_an_item_is_numbered() -> None:
    page = document(List(items=((Paragraph(words=zh("一")), Paragraph(words=zh("二"))),)))
    marked = [item for item in body(page).iter(qn("w:p")) if item.find(f".//{qn('w:numPr')}") is not None]
    assert len(marked) == 1


def test_a_footnote_holds_both_languages_and_is_marked_twice() -> None:
    notes = texts(part(written("long"), "word/footnotes.xml"), "w:footnote")
    assert notes[2:] == [" 按不变价格计算。At constant prices."]
    tree = part(written("long"), LONG)
    assert values(tree, ".//w:footnoteReference", "w:id") == ["1"]
    assert " NOTEREF rgn_1 \\f \\h " in [item.text for item in tree.iter(qn("w:instrText"))]


def test_notes_of_one_language_are_never_joined() -> None:
    page = document(Paragraph(words=zh(Note((Text("甲"),), "1"), Note((Text("乙"),), "1"))))
    assert values(body(page), ".//w:footnoteReference", "w:id") == ["1", "2"]


def test_contents_name_and_link_the_headings() -> None:
    tree = part(written("long"), LONG)
    entries = [item for item in tree.iter(qn("w:hyperlink")) if item.get(qn("w:history"))]
    assert [item.get(qn("w:anchor")) for item in entries] == ["rgb_overall", "rgb_industry", "rgb_tasks"]
    assert [text for text in texts(tree, "w:hyperlink") if "分行业" in text] == ["分行业情况"]
    assert any("TOC \\o" in (item.text or "") for item in tree.iter(qn("w:instrText")))


def test_a_picture_has_words_for_those_who_do_not_see_it_and_keeps_its_shape() -> None:
    shape = opened(written("long")).inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "夜景 Night view"
    assert round(shape.width / shape.height, 2) == 2.5


def test_caption_and_credit_stand_together() -> None:
    assert "解放碑夜景\u2003摄影：张三" in paragraphs(written("long"))


def test_labels_of_a_row_are_its_head_and_figures_stand_under_them() -> None:
    tables = [item for item in opened(written("zh")).tables if len(item.columns) == 3 and len(item.rows) == 2]
    assert [cell.text for cell in tables[0].rows[0].cells] == ["地区生产总值", "", "社会消费品零售总额"]
    assert tables[0].rows[1].cells[0].text.startswith("765.9亿元")


def test_a_unit_is_set_smaller_than_its_number_and_a_sign_is_not() -> None:
    def styles(*shown: str) -> list[str]:
        card = Card(id="c", lines=(CardLine(role="value", words=zh(value("c", *shown))),))
        return values(body(document(Panel(cards=(card,), rows=(1,)))), ".//w:r/w:rPr/w:rStyle")

    assert styles("765.9", "亿元") == ["RGCardUnitChar"]
    assert styles("80", "%", "超") == []


def test_a_value_too_wide_for_its_card_steps_down() -> None:
    shown = value("c", "123456789012345678901234", "")
    cards = tuple(Card(id=f"c{at}", lines=(CardLine(role="value", words=zh(shown)),)) for at in range(3))
    found = values(body(document(Panel(cards=cards, rows=(3,)))), ".//w:r/w:rPr/w:rStyle")
    assert all("Step" in name for name in found)


def test_columns_longer_than_a_page_may_break() -> None:
    def kept(count: int) -> bool:
        columns = Columns(columns=((Paragraph(words=zh("字" * count)),), (Paragraph(words=en("word")),)))
        return body(document(columns)).find(f".//{qn('w:cantSplit')}") is not None

    assert kept(20)
    assert not kept(4000)


def test_a_heading_deeper_than_the_theme_keeps_its_level() -> None:
    page = document(Heading(level=5, words=zh("五级")))
    assert values(body(page), ".//w:pStyle") == ["Heading5"]
    assert "heading 5" in values(part(write(page, THEME), "word/styles.xml"), "w:style/w:name")
