"""The reader of workbooks follows the standard, not one program's habits, and does not trust the file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter  # type: ignore[import-untyped]

from reportgen.errors import Place
from reportgen.sources import load
from reportgen.sources.archive import Archive
from reportgen.sources.faults import Faults
from reportgen.sources.spreadsheet import Workbook
from tests.sources.briefings import HEAD, INDICATORS, SAMPLE, fault

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
CELLS = """
<row><c t="inlineStr"><is><t>fact_id</t></is></c><c t="s"><v>0</v></c><c t="inlineStr"><is><t>obs_value</t></is></c>
<c t="inlineStr"><is><t>time_period</t></is></c></row>
<row><c t="str"><f>"g"</f><v>gdp</v></c><c t="inlineStr"><is><r><t>GD</t></r><r><t>P</t></r></is></c>
<c s="1"><f>SUM(1,2)</f><v>765.90000000000009</v></c><c t="d"><v>2023-06-30T00:00:00</v></c></row>
"""


def strict(cells: str = CELLS, head: str = "") -> dict[str, str]:
    """The parts of a workbook in the strict form of the standard, with rows and cells that bear no address."""
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return {
        "_rels/.rels": f'{relations}<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/book/main.xml"/>'
        "</Relationships>",
        "book/main.xml": f'{head}<workbook xmlns="{STRICT}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="facts" sheetId="1" r:id="one"/></sheets></workbook>',
        "book/_rels/main.xml.rels": f'{relations}<Relationship Id="one" Type="{OFFICE}/worksheet" Target="one.xml"/>'
        f'<Relationship Id="two" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
        f'<Relationship Id="three" Type="{OFFICE}/styles" Target="../styles.xml"/></Relationships>',
        "book/one.xml": f'<worksheet xmlns="{STRICT}"><sheetData>{cells}</sheetData></worksheet>',
        "book/strings.xml": f'<sst xmlns="{STRICT}"><si><r><t>indi</t></r><r><t>cator</t></r>'
        '<rPh sb="0" eb="1"><t>reading aid</t></rPh></si></sst>',
        "styles.xml": f'<styleSheet xmlns="{STRICT}"><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
        "</styleSheet>",
    }


def zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def beside_a_head(folder: Path, data: bytes) -> Path:
    (folder / "briefing.yaml").write_text(HEAD, "utf-8")
    (folder / "indicators.csv").write_text(INDICATORS, "utf-8")
    (folder / "facts.xlsx").write_bytes(data)
    return folder


def test_a_strict_workbook_without_addresses_is_read(tmp_path: Path) -> None:
    fact = load(beside_a_head(tmp_path, zipped(strict()))).facts["gdp"]
    assert (fact.indicator, str(fact.obs_value), fact.time_period.code) == ("GDP", "765.9", "2023-06-30")


def test_a_format_that_only_a_number_names_is_not_guessed(tmp_path: Path) -> None:
    parts = strict()
    parts["styles.xml"] = parts["styles.xml"].replace('<xf numFmtId="164"/>', '<xf numFmtId="67"/>')
    assert fault(beside_a_head(tmp_path, zipped(parts))).code == "unclear-format"


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    found = fault(beside_a_head(tmp_path, zipped(strict(head=entity))))
    assert found.code == "workbook-unreadable"
    assert "document type" in found.message


def test_a_part_that_expands_two_hundredfold_is_refused(tmp_path: Path) -> None:
    found = fault(beside_a_head(tmp_path, zipped(strict(CELLS + " " * 5_000_000))))
    assert found.code == "workbook-unreadable"
    assert "unpacks to" in found.message


def test_a_part_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    data = zipped(strict(CELLS + " " * 100_000))
    size = (len(strict(CELLS + " " * 100_000)["book/one.xml"].encode())).to_bytes(4, "little")
    assert data.count(size) == 2
    found = fault(beside_a_head(tmp_path, data.replace(size, (1000).to_bytes(4, "little"))))
    assert found.code == "workbook-unreadable"


@pytest.mark.parametrize("address", ["XFD1048576", "A1048576", "XFD2"])
def test_a_cell_far_out_is_refused_before_the_sheet_is_laid_out(address: str, tmp_path: Path) -> None:
    digits = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cells = f'<row r="{digits}"><c r="{address}"><v>1</v></c></row>'
    assert "beyond" in fault(beside_a_head(tmp_path, zipped(strict(CELLS + cells)))).message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and then nothing", "no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"fact_id,indicator", "no workbook"),
        (zipped({"word/document.xml": "<w/>"}), "xl/workbook.xml is absent"),
        (zipped({**strict(), "book/one.xml": "<worksheet><sheetData>"}), "no element found"),
        (zipped(strict(CELLS.replace("<v>0</v>", "<v>7</v>"))), "cannot be read"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    found = fault(beside_a_head(tmp_path, data))
    assert found.code == "workbook-unreadable"
    assert said in found.message


def test_another_reader_of_workbooks_finds_the_same_texts_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "indicators.xlsx"
    lines = [line.split(",") for line in (SAMPLE / "facts.csv").read_text("utf-8").splitlines()]
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet("facts")
        for index, cells in enumerate(lines):
            sheet.write_row(index, 0, cells)
    workbook = Workbook(Archive(path.read_bytes()), Place(), Faults())
    ours = [[cell.text for cell in line] for line in workbook.lines(workbook.sheets[0])]
    theirs = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    shown = [
        [str(int(cell) if cell == int(cell) else cell) if isinstance(cell, float) else cell for cell in line]
        for line in theirs
    ]
    assert ours == [line[: max(index for index, cell in enumerate(line) if cell) + 1] for line in shown]
