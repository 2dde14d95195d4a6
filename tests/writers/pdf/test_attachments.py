"""A PDF/A-3 file carries the data it shows, as its source says they are; other standards carry nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportgen import report
from reportgen.facts import facts_csv, facts_json
from reportgen.writers.pdf import write
from reportgen.writers.pdf.attachments import Attachment
from tests.projects import ROOT, SAMPLE
from tests.writers.pdf.judges import needs_verapdf, opened, page_faults, vera_faults
from tests.writers.pdf.pages import THEME, made
from tests.writers.pdf.sheets import canvas

NOTE = Attachment("b.csv", b"a,b\r\n1,2\r\n", "text/csv", "a table")
OTHER = Attachment("a.json", b"{}", "application/json", "the same")


def written(language: str, standard: str) -> bytes:
    briefing = report.load(ROOT / "data" / SAMPLE)
    drafted = report.draft(briefing, language, project=ROOT)
    return report.write(briefing, drafted, "pdf", pdf_standard=standard, project=ROOT).data


def test_the_sample_carries_its_facts_as_csv_and_json() -> None:
    briefing = report.load(ROOT / "data" / SAMPLE)
    files = opened(written("zh", "a-3a")).attachments
    assert files["facts.csv"].get_file().read_bytes() == facts_csv(briefing)
    assert files["facts.json"].get_file().read_bytes() == facts_json(briefing)


def test_attachments_are_the_data_of_the_document_with_size_and_checksum() -> None:
    root = opened(write(made(), THEME, standard="a-3a", attachments=(NOTE, OTHER))).Root
    assert [str(file.UF) for file in root.AF] == ["a.json", "b.csv"]
    assert {str(file.AFRelationship) for file in root.AF} == {"/Data"}
    table = root.AF[1].EF.F
    assert str(table.Subtype) == "/text/csv"
    assert table.Params.Size == len(NOTE.data)
    assert bytes(table.Params.CheckSum) == hashlib.md5(NOTE.data, usedforsecurity=False).digest()


def test_the_order_of_attachments_does_not_reach_the_file() -> None:
    files = [write(made(), THEME, standard="a-3a", attachments=pair) for pair in ((NOTE, OTHER), (OTHER, NOTE))]
    assert files[0] == files[1]


def test_no_other_standard_lets_a_file_be_attached() -> None:
    with pytest.raises(RuntimeError, match="a-3a"):
        canvas().attach(NOTE)


def test_ua_1_claims_no_archival_standard() -> None:
    with opened(written("zh", "ua-1")).open_metadata() as packet:
        assert packet["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in packet


def test_page_validation_passes_every_standard() -> None:
    assert page_faults(written("zh+en", "a-3a"), ("ua1", "3a")) == []
    assert page_faults(written("zh+en", "ua-1"), ("ua1",)) == []


@needs_verapdf
def test_verapdf_passes_a_3a_in_every_language(tmp_path: Path) -> None:
    files = {f"{lang}.pdf": written(lang, "a-3a") for lang in ("zh", "en", "zh+en")}
    assert vera_faults(files, tmp_path, ("ua1", "3a")) == {name: [] for name in files}
