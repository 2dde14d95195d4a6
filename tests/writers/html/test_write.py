"""A page says everything the document says, safely, in the right language, and fetches nothing."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.document import (
    Callout,
    Card,
    CardLine,
    Cell,
    Contents,
    Document,
    Emphasis,
    Heading,
    Keywords,
    LineBreak,
    Link,
    List,
    Masthead,
    Note,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Reference,
    Series,
    Strong,
    Table,
    Text,
    Wording,
    figures,
    plain,
)
from reportgen.errors import WriterError
from reportgen.writers.html import write
from tests.documents import bilingual_document, both, change, panel_document, value, words
from tests.writers.html.pages import THEME, page_of, read

DOCUMENTS = [panel_document("zh"), panel_document("en"), bilingual_document()]
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PIXEL = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: "+".join(document.langs))
def test_a_page_is_well_formed_and_leads_with_the_leading_language(document: Document) -> None:
    page = read(write(document, THEME))
    assert page.one("html").attributes["lang"] == document.langs[0]
    assert plain(document.title[0].content) in page.all("title")[0].text
    assert len(page.all("h1")) == 1


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: "+".join(document.langs))
def test_a_page_is_whole_in_itself(document: Document) -> None:
    text = write(document, THEME).decode()
    assert not re.search(r"https?:|//[a-z]|<script|<link|@import|url\(|\bon[a-z]+=", text)
    assert read(text.encode()).one("meta", http_equiv="Content-Security-Policy").attributes["content"] == POLICY


def test_equal_documents_give_equal_bytes() -> None:
    assert write(bilingual_document(), THEME) == write(bilingual_document(), THEME)


@pytest.mark.parametrize("document", DOCUMENTS[:2], ids=lambda document: document.langs[0])
def test_every_figure_names_its_fact_and_reads_as_it_is_printed(document: Document) -> None:
    page = read(write(document, THEME))
    gdp = [element for element in page.all(data_fact="gdp") if element.attributes["data-side"] == "value"]
    assert {element.text for element in gdp} == {"765.9亿元" if document.langs == ("zh",) else "76.59 billion yuan"}
    assert {element.attributes["value"] for element in gdp} == {"765.9" if document.langs == ("zh",) else "76.59"}


def test_a_figures_value_is_a_number_that_machines_read() -> None:
    page = page_of(Paragraph(words=words("en", value("visits", "11,076.09", " billion yuan"))))
    assert page.one("data").attributes["value"] == "11076.09"
    assert page.one("data").text == "11,076.09 billion yuan"


def test_a_figure_without_a_number_is_no_data() -> None:
    page = page_of(Paragraph(words=words("en", change("visits", "ranking first", "", "", "", "rank"))))
    assert not page.all("data")
    assert page.one(data_fact="visits").text == "ranking first"


def test_each_wording_is_in_its_own_language() -> None:
    page = read(write(bilingual_document(), THEME))
    for element in page.all("p") + page.all("span"):
        if element.text == "地区生产总值":
            assert element.lang == "zh"
        if element.text == "Gross domestic product (GDP)":
            assert element.lang == "en"
            assert "follow" in element.attributes["class"]


def test_what_both_languages_say_alike_is_said_once() -> None:
    card = Card(
        lines=(
            CardLine(
                role="value", words=both(words("zh", value("a", "3.5", "%")), words("en", value("a", "3.5", "%")))
            ),
        )
    )
    assert len(page_of(card).all("data")) == 1


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", 'a" onload="x', "&lt;", "</style>", "{{ x }}", "'", "]]>"]
)
def test_data_has_no_power(nasty: str) -> None:
    blocks = (
        Masthead(title=words("en", nasty), year=nasty),
        Paragraph(id=nasty, words=words("en", nasty, value(nasty, nasty, nasty))),
        Picture(data=PIXEL, media_type="image/png", width=1, height=1, alt=words("en", nasty)),
        Table(body=((Cell(words=words("en", nasty)),),)),
    )
    page = page_of(*blocks)
    assert page.one("h1").text == nasty
    assert page.one("p", class_="body").text == nasty * 3
    assert page.one("data").attributes["data-fact"] == nasty
    assert page.one("img").attributes["alt"] == nasty
    assert not page.all("script")


def test_a_link_keeps_its_address_and_an_unsafe_one_is_told() -> None:
    link = Link((Text("the yearbook"),), "https://stats.example/")
    assert page_of(Paragraph(words=words("en", link))).one("a").attributes["href"] == "https://stats.example/"
    for target in ("javascript:alert(1)", "data:text/html,x", "//host", ""):
        with pytest.raises(WriterError, match="the yearbook"):
            page_of(Paragraph(words=words("en", replace(link, target=target))))


def test_inlines_become_their_elements() -> None:
    inlines = (Strong((Text("a"),)), Emphasis((Text("b"),)), LineBreak(), Reference("t", "Table 1"), Text("法", "zh"))
    page = page_of(Paragraph(words=words("en", *inlines)))
    assert [page.one("strong").text, page.one("em").text, page.one("a").text] == ["a", "b", "Table 1"]
    assert page.one("a").attributes["href"] == "#t"
    assert page.one("span", lang="zh").text == "法"
    assert page.all("br")


def test_a_note_stands_at_the_foot_and_leads_there_and_back() -> None:
    page = page_of(Paragraph(words=words("en", "so", Note((Text("Preliminary."),), "1"))))
    there, back = page.all("a")
    assert page.one("li", class_="note").attributes["id"] == there.attributes["href"].removeprefix("#")
    assert page.one("a", id=back.attributes["href"].removeprefix("#")) is there
    assert "Preliminary." in page.one("section", class_="notes").text


def test_a_paragraph_begins_with_its_lead() -> None:
    page = page_of(Paragraph(lead=words("en", "Trade."), words=words("en", "All grew.")))
    assert page.one("p").text == "Trade.All grew."
    assert page.one("strong", class_="lead").text == "Trade."


def test_headings_move_down_one_under_a_masthead() -> None:
    heading = Heading(level=1, id="h", number="1", words=words("en", "Trade"))
    assert page_of(heading).one("h1").text == "1 Trade"
    assert page_of(Masthead(title=words("en", "T")), heading).one("h2").attributes["id"] == "h"


def test_contents_lead_to_the_headings() -> None:
    headings = [Heading(level=level, id=f"h{level}", words=words("en", f"H{level}")) for level in (1, 2, 3)]
    page = page_of(Contents(title=words("en", "Contents"), depth=2), *headings)
    assert [(link.text, link.attributes["href"]) for link in page.all("a")] == [("H1", "#h1"), ("H2", "#h2")]


def test_a_table_says_which_cells_are_headers_and_what_they_span() -> None:
    cell = Cell(words=words("en", "5"))
    table = Table(
        caption=words("en", "Trades"),
        head=((Cell(words=words("en", "Trade"), colspan=2),),),
        body=((Cell(words=words("en", "Retail"), header=True, rowspan=2), cell), (cell,)),
        align=("start", "end"),
        widths=(3, 1),
    )
    page = page_of(table)
    assert [(th.attributes["scope"], th.text) for th in page.all("th")] == [("col", "Trade"), ("row", "Retail")]
    assert page.all("th")[0].attributes["colspan"] == "2"
    assert "align-end" in page.all("td")[0].attributes["class"]
    assert page.one("figcaption").text == "Trades"
    assert [col.attributes["style"] for col in page.all("col")] == ["width:75.00%", "width:25.00%"]


def test_lists_are_ordered_or_not() -> None:
    item = (Paragraph(words=words("en", "x")),)
    page = page_of(List(items=(item, item), ordered=True), List(items=(item,)))
    assert len(page.all("ol")) == len(page.all("ul")) == 1
    assert len(page.all("li")) == 3


def test_a_picture_is_in_the_page_with_its_words() -> None:
    picture = Picture(
        data=PIXEL,
        media_type="image/png",
        width=4,
        height=3,
        alt=words("en", "A bridge"),
        credit=words("en", "Photo by X"),
    )
    page = page_of(picture)
    assert page.one("img").attributes["src"].startswith("data:image/png;base64,iVBORw0KGgo")
    assert page.one("img").attributes["alt"] == "A bridge"
    assert page.one("figcaption").text == "Photo by X"


def test_cards_stand_in_the_rows_that_are_given() -> None:
    page = read(write(panel_document("en"), THEME))
    rows = [element.attributes["style"].split(";")[0] for element in page.all("div", class_="row")]
    assert rows == ["--cards:2", "--cards:3", "--cards:4"]
    assert len(page.all("article")) == 9


def test_cards_beyond_the_rows_are_not_lost() -> None:
    card = Card(lines=(CardLine(role="label", words=words("en", "x")),))
    assert len(page_of(Panel(cards=(card,) * 5, rows=(2,))).all("article")) == 5


@pytest.mark.parametrize(("trend", "mark"), [("up", "▲"), ("down", "▼"), ("flat", "▬")])
def test_a_trend_has_a_shape_that_is_not_read_aloud(trend: str, mark: str) -> None:
    line = CardLine(role="change", words=words("en", "so"), trend=trend)  # type: ignore[arg-type]
    shown = page_of(Card(lines=(line,))).one("span", class_="mark")
    assert (shown.text, shown.attributes["aria-hidden"]) == (mark, "true")


def test_each_language_of_a_keyword_says_lead_and_main_together() -> None:
    page = read(write(bilingual_document(), THEME))
    first = page.one("section", class_="keywords")
    assert "进一步 统一思想、深化认识Further unify thinking and deepen understanding" in first.text


def test_a_callout_is_named_and_a_break_is_kept() -> None:
    page = page_of(Callout(label=words("en", "Key points"), children=(Paragraph(words=words("en", "x")),)), PageBreak())
    assert page.one("section", class_="callout").text == "Key pointsx"
    assert page.all("hr", class_="page-break")


def test_empty_blocks_are_no_fault() -> None:
    page_of(Panel(cards=()), Table(), Keywords(items=()), List(items=()), Card(lines=()))


@pytest.mark.parametrize("document", DOCUMENTS[:2], ids=lambda document: document.langs[0])
def test_no_word_is_lost(document: Document) -> None:
    shown = read(write(document, THEME)).one("body").text
    for wording in _wordings(document.blocks):
        if not any(isinstance(inline, Note) for inline in wording.content):
            assert plain(wording.content) in shown or wording.content == ()


def _wordings(value: object) -> list[Wording]:
    if isinstance(value, Wording):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in _wordings(item)]
    if isinstance(value, str | int | bytes | Decimal) or value is None:
        return []
    unseen = {"alt"} | ({"name"} if isinstance(value, Series) else set())
    names = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()) if name not in unseen]
    return [found for name in names for found in _wordings(getattr(value, name))]


def test_the_figures_of_the_document_are_those_of_the_page() -> None:
    document = panel_document("zh")
    facts = {figure.fact for wording in _wordings(document.blocks) for figure in figures(wording.content)}
    page = read(write(document, THEME))
    assert {element.attributes["data-fact"] for element in page.elements if "data-fact" in element.attributes} == facts


def test_traditional_chinese_asks_for_fonts_with_traditional_forms() -> None:
    style = page_of(lang="zh-Hant").one("style").text
    rule = style.split(":lang(zh-Hant){--display:")[1].split("}")[0]
    assert "Noto Sans TC" in rule
    assert " SC" not in rule
