"""What a PDF conforms to, carries and is marked with is said on the command line."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen.cli import run
from tests.projects import SAMPLE, make_project


def render(project: Path, *options: str) -> int:
    return run(["render", "--project", str(project), "--lang", "zh", "--quiet", *options])


def test_an_a_3a_file_carries_its_facts(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    assert render(project, "--to", "pdf", "--pdf-standard", "a-3a") == 0
    with pikepdf.open(project / "output" / f"{SAMPLE}.zh.pdf") as pdf:
        assert sorted(pdf.attachments) == ["facts.csv", "facts.json"]


def test_an_embargo_stands_across_the_page(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    assert render(project, "--to", "pdf", "--draft", "--embargo", "2023-08-02T10:00") == 0
    page = pypdfium2.PdfDocument(project / "output" / f"{SAMPLE}.zh.pdf")[0]
    assert "草稿 · 2023年8月2日10:00前请勿发布" in page.get_textpage().get_text_range()


def test_a_mark_that_a_format_cannot_show_stops_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = make_project(tmp_path)
    assert render(project, "--to", "pdf", "--to", "docx", "--draft") == 2
    assert "docx files cannot be marked as a draft or embargoed" in capsys.readouterr().err
    assert not list((project / "output").glob("*.pdf"))


@pytest.mark.parametrize("options", [("--embargo", "soon"), ("--pdf-standard", "a-1b")])
def test_what_means_nothing_is_usage(tmp_path: Path, options: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        render(make_project(tmp_path), "--to", "pdf", *options)
    assert stopped.value.code == 2
