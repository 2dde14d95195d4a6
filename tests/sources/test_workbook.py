"""A workbook says what its reader sees in it, whoever wrote the file."""

from __future__ import annotations

import csv
import datetime
import io
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from reportgen.facts import Content
from reportgen.sources import load
from tests.sources.briefings import FACTS, HEAD, INDICATORS, SAMPLE, fault, faults, figures

Rows = list[list[Any]]

HEAD_ROWS: Rows = [
    ["key", "value", "zh", "en", "zh-Hant"],
    ["template", "numbers-panel"],
    ["languages", "zh, en"],
    ["issued", "2023-08-25"],
    ["defaults.ref_area", "500103"],
    ["defaults.time_period", "2023-S1"],
    ["areas.500103", None, "渝中区", "Yuzhong District", "渝中區"],
    ["scopes.CQ", None, "全市", "in the municipality", "全市"],
    ["title", None, "数读上半年", "The First Half in Numbers", "數讀上半年"],
]


def table(text: str) -> Rows:
    """The rows of CSV text, with its numbers as numbers."""
    return [[number(cell) for cell in line] for line in csv.reader(io.StringIO(text))]


def number(text: str) -> Any:
    try:
        return float(text) if text else None
    except ValueError:
        return text


def sheets(facts: Rows | None = None) -> dict[str, Rows]:
    return {"briefing": HEAD_ROWS, "indicators": table(INDICATORS), "facts": facts or table(FACTS)}


def by_openpyxl(path: Path, content: dict[str, Rows], formats: Iterable[tuple[str, str]] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in content.items():
        sheet = book.create_sheet(name)
        for cells in rows:
            sheet.append(cells)
    for address, code in formats:
        book["facts"][address].number_format = code
    book.save(path)
    return path


def by_xlsxwriter(path: Path, content: dict[str, Rows]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in content.items():
            sheet = book.add_worksheet(name)
            for index, cells in enumerate(rows):
                sheet.write_row(index, 0, cells)
    return path


def by_libreoffice(path: Path, content: dict[str, Rows]) -> Path:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("soffice is not installed")
    made = by_openpyxl(path.with_name("made.xlsx"), content)
    home = f"-env:UserInstallation=file://{path.parent}/office"
    target = path.parent / "office-out"
    command = [
        office,
        home,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(target),
        str(made),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    if not (target / "made.xlsx").exists():
        pytest.skip("soffice has no spreadsheet program")
    return (target / "made.xlsx").replace(path)


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter, by_libreoffice])
def test_the_sample_as_a_workbook_has_the_same_figures(
    make: Callable[[Path, dict[str, Rows]], Path], tmp_path: Path
) -> None:
    content = {name: table((SAMPLE / f"{name}.csv").read_text("utf-8")) for name in ("indicators", "facts")}
    book = load(make(tmp_path / "book.xlsx", {"briefing": HEAD_ROWS, **content}))
    assert figures(book) == figures(load(SAMPLE))
    assert [str(fact.obs_value) for fact in book.facts.values()][:2] == ["765.9", "645.7"]
    assert book.content == {"title": {"zh": "数读上半年", "en": "The First Half in Numbers", "zh-Hant": "數讀上半年"}}


TAGS = ("zh", "en", "zh-Hant")


def as_rows(key: str, value: Content) -> Iterator[tuple[str, list[Any]]]:
    """Sheet and row of each part of what an author wrote in YAML."""
    if isinstance(value, dict) and set(value) <= set(TAGS):
        yield "briefing", [key, None, *map(value.get, TAGS)]
    elif isinstance(value, dict):
        for part, inner in value.items():
            yield from as_rows(f"{key}.{part}", inner)
    elif isinstance(value, list) and isinstance(value[0], dict):
        yield from ((key, [row]) for row in value)
    elif isinstance(value, list):
        yield "briefing", [key if key == "languages" else f"{key}[]", ", ".join(map(str, value))]
    else:
        yield "briefing", [key, value]


def as_sheet(rows: list[dict[str, Content]]) -> Rows:
    """The rows of a list of mappings under columns such as `lead.zh` and `facts[]`."""
    flat = [dict(cell for key, value in row.items() for cell in as_cells(key, value)) for row in rows]
    columns = list(dict.fromkeys(column for row in flat for column in row))
    return [columns, *([row.get(column) for column in columns] for row in flat)]


def as_cells(key: str, value: Content) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        yield from ((f"{key}.{tag}", str(text)) for tag, text in value.items())
    else:
        yield (f"{key}[]", ", ".join(map(str, value))) if isinstance(value, list) else (key, value)


def test_a_whole_briefing_fits_into_one_workbook(tmp_path: Path) -> None:
    written = yaml.load((SAMPLE / "briefing.yaml").read_text("utf-8"), yaml.BaseLoader)
    content: dict[str, Rows] = {"briefing": [["key", "value", *TAGS]]}
    for key, value in written.items():
        for sheet, row in as_rows(key, value):
            content.setdefault(sheet, []).append(row)
    for sheet in content.keys() - {"briefing"}:
        content[sheet] = as_sheet([row for (row,) in content[sheet]])
    for name in ("indicators", "facts"):
        content[name] = table((SAMPLE / f"{name}.csv").read_text("utf-8"))
    book, folder = load(by_openpyxl(tmp_path / "book.xlsx", content)), load(SAMPLE)
    assert replace(book, texts=folder.texts, digest="", file="") == replace(folder, digest="", file="")


def with_change(path: Path, value: Any, code: str = "General") -> Path:
    rows = table(FACTS)
    rows[1][4] = value
    return by_openpyxl(path / "book.xlsx", sheets(rows), [("E2", code)])


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.032, "0.0%", "3.2"),
        (0.032, "0%", "3"),
        (0.032, "0.00%", "3.20"),
        ("3.2%", "General", "3.2"),
        (3.2, "General", "3.2"),
        (3.2, "0.0", "3.2"),
        (-0.0215, "0.0%", "-2.2"),
        (-0.021, "0.0%;[Red](0.0%)", "-2.1"),
        (0.1 + 0.2, "General", "0.3"),
        (4, "0.0", "4.0"),
        (12, '0.0#"％"', "12.0"),
        (-1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1234.50"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"),
        (3.2, "[$¥-804]#,##0.0;[Red]-#,##0.0", "3.2"),
        (3.2, '0.0"; "', "3.2"),
    ],
)
def test_a_change_is_the_decimal_that_the_cell_shows(value: Any, code: str, shown: str, tmp_path: Path) -> None:
    (change,) = load(with_change(tmp_path, value, code)).facts["gdp"].changes
    assert str(change.value) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (765.9000000000001, "General", "765.9"),
        (765.94, "0.0", "765.9"),
        (765.95, "#,##0.0", "766.0"),
        (9754, "#,##0", "9754"),
        (1234567.8, "#,##0.00", "1234567.80"),
    ],
)
def test_a_value_has_the_decimals_of_its_format(value: float, code: str, shown: str, tmp_path: Path) -> None:
    rows = table(FACTS)
    rows[1][2] = value
    book = by_openpyxl(tmp_path / "book.xlsx", sheets(rows), [("C2", code)])
    assert str(load(book).facts["gdp"].obs_value) == shown


def with_period(path: Path, value: Any, code: str) -> Path:
    rows: Rows = [["fact_id", "indicator", "obs_value", "time_period"], ["gdp", "GDP", 1, value]]
    return by_openpyxl(path / "book.xlsx", sheets(rows), [("D2", code)])


@pytest.mark.parametrize(
    ("value", "code", "period"),
    [
        (datetime.date(2023, 6, 30), "yyyy-mm-dd", "2023-06-30"),
        (datetime.date(2023, 6, 1), "mmm-yy", "2023-06"),
        (datetime.date(2023, 6, 1), 'yyyy"年"m"月"', "2023-06"),
        (datetime.date(2023, 1, 1), "yyyy", "2023"),
        (2023, "General", "2023"),
        ("2023-S1", "@", "2023-S1"),
    ],
)
def test_a_date_in_a_period_column_is_as_exact_as_it_is_shown(
    value: Any, code: str, period: str, tmp_path: Path
) -> None:
    assert load(with_period(tmp_path, value, code)).facts["gdp"].time_period.code == period


def test_a_day_of_the_calendar_of_1904_is_the_same_day(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "book.xlsx", {"date_1904": True}) as book:
        for name, rows in sheets([["fact_id", "indicator", "obs_value"], ["gdp", "GDP", 1]]).items():
            sheet = book.add_worksheet(name)
            for index, cells in enumerate(rows):
                sheet.write_row(index, 0, cells)
        sheet.write("D1", "time_period")
        sheet.write_datetime("D2", datetime.datetime(2023, 6, 30), book.add_format({"num_format": 14}))
    assert load(tmp_path / "book.xlsx").facts["gdp"].time_period.code == "2023-06-30"


def test_cells_merged_down_a_column_all_have_its_text(tmp_path: Path) -> None:
    rows: Rows = [["fact_id", "indicator", "obs_value"], ["a", "GDP", 1], ["b", None, 2], ["c", "SHARE", 3]]
    path = by_openpyxl(tmp_path / "book.xlsx", sheets(rows))
    book = openpyxl.load_workbook(path)
    book["facts"].merge_cells("B2:B3")
    book.save(path)
    assert [fact.indicator for fact in load(path).facts.values()] == ["GDP", "GDP", "SHARE"]


def test_cells_merged_over_columns_are_refused(tmp_path: Path) -> None:
    path = by_openpyxl(tmp_path / "book.xlsx", sheets())
    book = openpyxl.load_workbook(path)
    book["facts"].merge_cells("C2:D2")
    book.save(path)
    found = fault(path)
    assert (found.code, found.where.cell) == ("merged-columns", "facts!C2")


def test_rows_that_are_hidden_are_read(tmp_path: Path) -> None:
    path = by_openpyxl(tmp_path / "book.xlsx", sheets())
    book = openpyxl.load_workbook(path)
    book["facts"].row_dimensions[2].hidden = True
    book.save(path)
    assert list(load(path).facts) == ["gdp"]


def test_a_formula_whose_result_was_never_stored_names_its_cell(tmp_path: Path) -> None:
    found = fault(with_change(tmp_path, "=1+2"))
    assert (found.code, found.where.cell) == ("formula-without-value", "facts!E2")


def test_a_formula_that_waits_to_be_calculated_is_not_believed(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        for name, rows in sheets().items():
            sheet = book.add_worksheet(name)
            for index, cells in enumerate(rows):
                sheet.write_row(index, 0, cells)
        sheet.write_formula("E2", "=1+2")  # the library stores 0 for its result
    assert fault(tmp_path / "book.xlsx").where.cell == "facts!E2"


def test_a_formula_that_an_office_program_calculated_is_read(tmp_path: Path) -> None:
    rows = table(FACTS)
    rows[1][4] = "=1+2.2"
    book = load(by_libreoffice(tmp_path / "book.xlsx", sheets(rows)))
    assert str(book.facts["gdp"].changes[0].value) == "3.2"


@pytest.mark.parametrize(
    ("value", "code", "kind"),
    [
        ("#N/A", "General", "error-cell"),
        (76590, '0.0,"千"', "unclear-format"),
        (0.5, "# ?/?", "unclear-format"),
        (3.2, "0.00E+00", "unclear-format"),
        (0, "0;-0;", "unclear-format"),
        ("#REF!", "0.0%", "error-cell"),
        (3.2, "0.0" + "0" * 300, "unclear-format"),
        (1, ";;;", "unclear-format"),
        (3.2, "[>1]0.0;0", "unclear-format"),
        (datetime.time(12, 30), "h:mm", "unclear-format"),
        (datetime.date(2023, 3, 2), "m/d/yyyy", "not-a-number"),
        ("abc", "General", "not-a-number"),
    ],
)
def test_a_cell_that_shows_no_number_is_refused_with_its_address(
    value: Any, code: str, kind: str, tmp_path: Path
) -> None:
    found = fault(with_change(tmp_path, value, code))
    assert (found.code, found.where.cell) == (kind, "facts!E2")


def test_a_cell_that_shows_an_error_is_blamed_for_nothing_else(tmp_path: Path) -> None:
    rows: Rows = [["fact_id", "indicator", "obs_value"], ["gdp", "#REF!", 1], ["b", "GDP", "=1/0"]]
    found = faults(by_openpyxl(tmp_path / "book.xlsx", sheets(rows)))
    assert [(finding.code, finding.where.cell) for finding in found] == [
        ("error-cell", "facts!B2"),
        ("formula-without-value", "facts!C3"),
    ]


def test_an_empty_cell_that_must_be_filled_is_called_by_its_own_address(tmp_path: Path) -> None:
    rows: Rows = [["fact_id", "obs_value", "indicator"], ["gdp", 1, None]]
    assert fault(by_openpyxl(tmp_path / "book.xlsx", sheets(rows))).where.cell == "facts!C2"


def test_a_character_that_xml_forbids_is_named_with_its_cell(tmp_path: Path) -> None:
    content = sheets()
    content["indicators"][1][2] = "gross\x01product"
    found = fault(by_xlsxwriter(tmp_path / "book.xlsx", content))
    assert "U+0001" in found.message
    assert found.where.cell == "indicators!C2"


def test_sheets_of_items_and_keywords_become_content(tmp_path: Path) -> None:
    content = sheets()
    content["items"] = [["pattern", "facts[]"], ["amount_change", "gdp, retail"]]
    content["keywords.items"] = [["lead.zh", "lead.en"], ["进一步", "Further"]]
    content["briefing"] = [*HEAD_ROWS, ["keywords.title.zh", "关键词"]]
    briefing = load(by_openpyxl(tmp_path / "book.xlsx", content))
    assert briefing.content["items"] == [{"pattern": "amount_change", "facts": ["gdp", "retail"]}]
    assert briefing.content["keywords"] == {
        "title": {"zh": "关键词"},
        "items": [{"lead": {"zh": "进一步", "en": "Further"}}],
    }


def test_a_sheet_that_nothing_reads_is_named_unless_it_is_a_note(tmp_path: Path) -> None:
    found = fault(by_openpyxl(tmp_path / "book.xlsx", {**sheets(), "fact": [["a"]], "#notes": [["a"]]}))
    assert (found.code, found.hint) == ("unknown-sheet", "did you mean facts?")


def test_a_workbook_beside_a_yaml_head_brings_the_tables(tmp_path: Path) -> None:
    content = sheets()
    del content["briefing"]
    by_openpyxl(tmp_path / "facts.xlsx", content)
    (tmp_path / "briefing.yaml").write_text(HEAD, "utf-8")
    assert load(tmp_path).facts["gdp"].obs_value == Decimal("765.9")


def test_every_fault_of_a_workbook_is_told_at_once(tmp_path: Path) -> None:
    rows: Rows = [["fact_id", "indicator", "obs_value", "yoy"], ["a", "GPD", "=1/0", "x"], ["a", "GDP", 1, "1,234"]]
    found = faults(by_openpyxl(tmp_path / "book.xlsx", sheets(rows)))
    assert {finding.where.cell for finding in found} == {"facts!C2", "facts!B2", "facts!D2", "facts!D3", "facts!A3"}
