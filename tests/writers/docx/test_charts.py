"""Charts are native: Word draws them from numbers, and an editor finds the same numbers in the workbook inside."""

import io
import zipfile
from decimal import Decimal

import openpyxl  # type: ignore[import-untyped]
import pytest
from docx.oxml.ns import qn

from reportgen.document import Chart, Series
from reportgen.writers.docx import write
from reportgen.writers.docx.workbook import column
from tests.writers.docx.opened import only, part, written
from tests.writers.docx.samples import THEME, both, document, point, zh

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def drawn(chart: Chart) -> list[str]:
    """Return the labels that are words, in order."""
    tree = part(write(document(chart), THEME), "word/charts/chart1.xml")
    return ["|".join(map(str, text.itertext())) for text in tree.iter(f"{C}rich")]


def bars(*points: object, unit: str = "%") -> Chart:
    names = tuple(zh(str(index)) for index in range(len(points)))
    series = Series(name=zh("增速"), points=points)  # type: ignore[arg-type]
    return Chart(id="c", kind="bar", title=zh("标题"), categories=names, series=(series,), unit=unit, alt=zh("图"))


def test_categories_are_said_in_both_languages() -> None:
    tree = part(written("zh+en"), "word/charts/chart1.xml")
    names = [item.text for item in tree.iterfind(f".//{C}cat//{C}v")]
    assert names == ["批发业\nWholesale", "零售业\nRetail", "餐饮业\nCatering", "住宿业\nAccommodation"]


def test_the_workbook_holds_what_is_drawn() -> None:
    with zipfile.ZipFile(io.BytesIO(written("zh"))) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    rows = list(book["Sheet1"].values)
    assert rows[1:] == [("批发业", 5.2), ("零售业", 7.5), ("餐饮业", 10.8), ("住宿业", 21.9)]
    assert book.properties.created.year == 2023


def test_labels_carry_the_unit_and_every_decimal_of_the_data() -> None:
    tree = part(write(document(bars(point("5.25"), point("3"))), THEME), "word/charts/chart1.xml")
    assert only(tree, f".//{C}dLbls/{C}numFmt").get("formatCode") == '0.00"%"'
    assert [item.text for item in tree.iterfind(f".//{C}val//{C}v")] == ["5.25", "3"]


def test_a_label_that_says_more_than_its_number_is_printed_as_said() -> None:
    assert drawn(bars(point("80", both("超80%", "more than 80%")), point("5", zh("5%")))) == ["超80%|more than 80%"]


def test_a_missing_datum_is_a_gap_and_not_a_nought() -> None:
    tree = part(write(document(bars(point("5"), None)), THEME), "word/charts/chart1.xml")
    assert [item.get("idx") for item in tree.iterfind(f".//{C}val//{C}pt")] == ["0"]


def test_only_the_highlight_stands_out_and_one_series_has_no_legend() -> None:
    tree = part(written("zh"), "word/charts/chart1.xml")
    assert [only(item, f"{C}idx").get("val") for item in tree.iter(f"{C}dPt")] == ["3"]
    assert tree.find(f".//{C}legend") is None


def test_two_series_have_a_legend() -> None:
    assert part(written("long"), "word/charts/chart1.xml").find(f".//{C}legend") is not None


@pytest.mark.parametrize(("numbers", "low"), [(("5", "3"), 0), (("-5", "3"), Decimal("-6.76"))])
def test_bars_begin_at_nought(numbers: tuple[str, ...], low: Decimal) -> None:
    tree = part(write(document(bars(*map(point, numbers))), THEME), "word/charts/chart1.xml")
    assert Decimal(only(tree, f".//{C}valAx//{C}min").get("val", "")) == low


def test_a_chart_says_what_it_shows_to_those_who_do_not_see_it() -> None:
    names = [item.get("descr") for item in part(written("zh"), "word/document.xml").iter(qn("wp:docPr"))]
    assert names == ["条形图：批发业5.2%，零售业7.5%，餐饮业10.8%，住宿业21.9%。"]


def test_columns_of_a_sheet_go_on_after_z() -> None:
    assert [column(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
