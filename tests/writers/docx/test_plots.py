"""Stacks, combinations, rings and the small charts of cards are native in Word, with the numbers to edit them by."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from docx.oxml.ns import qn
from lxml import etree

from reportgen.document import Cell, Chart, Point, Series, Table
from reportgen.errors import WriterError
from reportgen.transforms import refine
from reportgen.writers.docx import write
from tests.documents import words
from tests.plots import SMALL, card, plot, sample, sheet
from tests.regions import COUNT
from tests.writers.docx.lint import lint
from tests.writers.docx.opened import only, part
from tests.writers.docx.samples import THEME, document
from tests.writers.docx.test_valid import AUDIT

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LANGS = [("zh",), ("en",), ("zh", "en")]


def space(chart: Chart) -> etree._Element:
    return part(write(document(chart), THEME), "word/charts/chart1.xml")


def values(tree: etree._Element, path: str) -> list[str | None]:
    return [item.get("val") for item in tree.iterfind(f".//{C}{path}")]


@pytest.mark.parametrize("langs", LANGS)
def test_every_kind_in_every_language_is_valid(langs: tuple[str, ...], tmp_path: Path) -> None:
    data = write(refine(sheet(langs)), THEME)
    path = tmp_path / "sheet.docx"
    path.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", AUDIT, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert lint(data) == []


def test_a_stack_is_stacked_and_its_values_stand_inside() -> None:
    tree = space(plot("column", ["30", "20"], ["25", "19"], stacked=True))
    assert values(tree, "grouping") == ["stacked"]
    assert values(tree, "overlap") == ["100"]
    assert set(values(tree, "dLblPos")) == {"ctr"}


def test_what_grey_print_makes_alike_is_hatched() -> None:
    tree = space(plot("column", *(["3", "2"] for _ in range(4)), stacked=True))
    pattern = "{http://schemas.openxmlformats.org/drawingml/2006/main}pattFill"
    assert len(list(tree.iter(pattern))) == 1


def test_a_combination_has_a_second_axis_over_the_columns() -> None:
    tree = space(sample("combination"))
    bars, lines = (
        [item.get("val") for item in tree.iterfind(f".//{C}{name}/{C}axId")] for name in ("barChart", "lineChart")
    )
    assert not set(bars) & set(lines)
    low = Decimal(only(tree, f".//{C}valAx[2]//{C}min").get("val", ""))
    assert low < Decimal("-0.4")
    assert values(tree, "dLbls/" + C + "numFmt") == [None, None]
    codes = [item.get("formatCode") for item in tree.iterfind(f".//{C}ser/{C}dLbls/{C}numFmt")]
    assert codes == ["0.0", '0.0"%";"−"0.0"%"']


def test_the_rest_of_a_whole_is_a_share_without_a_name() -> None:
    tree = space(sample("ring"))
    points = [item.text for item in tree.iterfind(f".//{C}doughnutChart//{C}val//{C}v")]
    assert points == ["53.0", "40.1", "6.9"]
    assert values(tree, "legendEntry/" + C + "idx") == ["2"]


@pytest.mark.parametrize("kind", SMALL)
def test_a_cards_chart_is_small_native_and_told_in_words(kind: Any) -> None:
    data = write(refine(document(card(kind))), THEME)
    drawing = next(part(data, "word/document.xml").iter(qn("wp:inline")))
    assert int(only(drawing, qn("wp:extent")).get("cy", "")) < 60 * 12700
    assert only(drawing, qn("wp:docPr")).get("descr") == "图的说明"
    tree = part(data, "word/charts/chart1.xml")
    assert set(values(tree, "showVal")) <= {"0"}
    assert tree.find(f".//{C}legend") is None


def test_the_workbook_shows_each_series_by_its_own_format() -> None:
    with zipfile.ZipFile(io.BytesIO(write(document(sample("combination")), THEME))) as archive:
        sheet_of = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    row = sheet_of["Sheet1"][2]
    assert [cell.number_format for cell in row[1:]] == ["0.0", '0.0"%";"−"0.0"%"']


def test_labels_without_room_are_left_out_and_the_axis_skips_names() -> None:
    chart = plot("column", [f"{index}00.5" for index in range(1, COUNT + 1)])
    tree = space(replace(chart, categories=(words("en", "September"),) * COUNT))
    silent = [item for item in tree.iterfind(f".//{C}dLbl") if item.find(f"{C}delete") is not None]
    assert COUNT > len(silent) > COUNT / 2
    assert int(only(tree, f".//{C}tickLblSkip").get("val", "")) > 1


def test_digits_are_grouped_as_the_language_groups_them() -> None:
    names = (words("en", "A"), words("en", "B"))
    points = tuple(
        Point(value=Decimal(value), label=words("en", f"{Decimal(value):,}")) for value in ("36000.5", "9.0")
    )
    chart = replace(sample("column"), categories=names, series=(Series(name=words("en", "x"), points=points),))
    tree = space(chart)
    assert only(tree, f".//{C}dLbls/{C}numFmt").get("formatCode") == "#,##0.0"
    assert tree.find(f".//{C}rich") is None


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        (plot("ring", ["60", "-1"]), "cannot show a loss"),
        (replace(plot("progress", ["60", "50"]), whole=Decimal(100)), "more than their whole"),
        (replace(sample("combination"), series=sample("combination").series[:1]), "needs columns and a line"),
    ],
)
def test_what_cannot_be_drawn_is_told(chart: Chart, message: str) -> None:
    with pytest.raises(WriterError, match=message):
        write(document(chart), THEME)


def test_a_narrow_column_of_a_table_is_set_narrow() -> None:
    rows = tuple((Cell(words=words("zh", str(at))), Cell(words=words("zh", "社会消费品零售总额"))) for at in range(3))
    tree = part(write(document(Table(body=rows)), THEME), "word/document.xml")
    narrow, wide = (int(item.get(qn("w:w"), "0")) for item in list(tree.iter(qn("w:gridCol")))[-2:])
    assert wide > 1.8 * narrow
