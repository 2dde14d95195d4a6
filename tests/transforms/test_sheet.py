"""The annex of figures: what it lists, in which words, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.document import Document, Figure, Heading, PageBreak, Paragraph, Piece, Side, Table, Text, Wording, plain
from reportgen.errors import Place
from reportgen.facts import Fact
from reportgen.transforms import with_sheet
from tests.briefings import briefing, fact


def shows(lang: str, *inlines: Figure) -> Paragraph:
    return Paragraph(words=(Wording(lang, inlines),))


def figure(name: str, text: str, side: Side = "value", **more: object) -> Figure:
    return replace(Figure(name, side, (Piece("number", text),)), **more)  # type: ignore[arg-type]


def document(*blocks: Paragraph, langs: tuple[str, ...] = ("en",)) -> Document:
    return Document(id="tiny", langs=langs, title=(), blocks=blocks, issued="2023-08-25")


def rows(made: Document) -> list[list[list[str]]]:
    """Every row of the annex, its head first: for each cell what each language says."""
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    return [[[plain(said.content) for said in cell.words] for cell in row] for row in (*table.head, *table.body)]


GDP = fact(origin=Place("data/tiny/facts.csv", 2, cell="E2"), source="bureau")


def test_a_new_page_lists_every_fact_once_in_reading_order_with_all_that_is_shown_of_it() -> None:
    other = fact("retail")
    page = document(
        shows("en", figure("retail", "2"), figure("gdp", "765.9")),
        shows("en", figure("gdp", "up 3.2", "change"), figure("gdp", "765.9")),
    )
    made = with_sheet(page, briefing(GDP, other))
    assert [type(block) for block in made.blocks] == [Paragraph, Paragraph, PageBreak, Heading, Table]
    assert [(row[0], row[2]) for row in rows(made)[1:]] == [(["retail"], ["2"]), (["gdp"], ["765.9 · up 3.2"])]


def test_a_row_says_indicator_period_source_cell_and_status() -> None:
    head, row = rows(with_sheet(document(shows("en", figure("gdp", "1"))), briefing(GDP)))
    assert dict(zip((it[0] for it in head), (it[0] for it in row), strict=True)) == {
        "Fact": "gdp",
        "Indicator": "Gross domestic product",
        "As printed": "1",
        "Period": "H1 2023",
        "Source": "bureau",
        "Found at": "facts.csv!E2",
    }


def test_a_rounded_figure_says_its_digits_and_the_stored_value() -> None:
    page = document(shows("zh", figure("gdp", "770亿元", digits=2)), langs=("zh",))
    head, row = rows(with_sheet(page, briefing(GDP)))
    assert head[-1] == ["取舍"]
    assert row[-1] == ["765.9亿元，保留2位有效数字"]


def test_both_languages_stand_in_a_cell_and_what_they_write_alike_stands_once() -> None:
    words = (Wording("zh", (figure("gdp", "765.9亿元"),)), Wording("en", (figure("gdp", "76.59 billion yuan"),)))
    made = with_sheet(document(Paragraph(words=words), langs=("zh", "en")), briefing(GDP))
    head, row = rows(made)
    assert head[2] == ["文中写法", "As printed"]
    assert row[0] == ["gdp"]
    assert row[2] == ["765.9亿元", "76.59 billion yuan"]


def test_facts_that_share_a_figure_have_a_row_each() -> None:
    page = document(shows("en", figure("gdp", "3.2", "change", shared=("retail",))))
    assert [row[0] for row in rows(with_sheet(page, briefing(GDP, fact("retail"))))[1:]] == [["gdp"], ["retail"]]


def test_a_document_without_figures_has_no_annex() -> None:
    page = document(Paragraph(words=(Wording("en", (Text("words"),)),)))
    assert with_sheet(page, briefing(GDP)) is page


def test_every_status_is_said() -> None:
    provisional: Fact = replace(GDP, obs_status="P", obs_value=Decimal(1))
    page = document(shows("en", figure("gdp", "1")))
    assert rows(with_sheet(page, briefing(provisional)))[1][-1] == ["Provisional"]
