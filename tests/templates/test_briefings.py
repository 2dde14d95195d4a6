"""Every briefing of the project is said without a finding that matters, and its files pass their judges."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen import report
from reportgen.document import Columns, Picture
from reportgen.document.walk import walk
from tests.writers.docx.lint import lint
from tests.writers.docx.test_valid import AUDIT
from tests.writers.pdf.judges import page_faults

ROOT = Path(__file__).parents[2]
BRIEFINGS = report.find_briefings(ROOT)
NAMES = [path.name for path in BRIEFINGS]


def made(path: Path, language: str, format_name: str) -> bytes:
    briefing = report.load(path)
    drafted = report.draft(briefing, language, project=ROOT)
    return report.write(briefing, drafted, format_name, project=ROOT).data


@pytest.mark.parametrize("path", BRIEFINGS, ids=NAMES)
def test_a_briefing_has_no_error_and_no_warning(path: Path) -> None:
    found = report.check(report.load(path), project=ROOT)
    assert [str(finding) for finding in found if finding.severity != "info"] == []


@pytest.mark.parametrize("path", BRIEFINGS, ids=NAMES)
def test_its_pages_and_its_word_file_pass_their_judges(path: Path, tmp_path: Path) -> None:
    pair = report.languages_of(report.load(path))[-1]
    assert page_faults(made(path, pair, "pdf")) == []
    word = made(path, pair, "docx")
    assert lint(word) == []
    (tmp_path / "made.docx").write_bytes(word)
    command = [sys.executable, "-c", AUDIT, str(tmp_path / "made.docx")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


@pytest.mark.parametrize("path", BRIEFINGS, ids=NAMES)
def test_its_languages_side_by_side_can_be_drawn(path: Path) -> None:
    briefing = report.load(path)
    drafted = report.draft(briefing, report.languages_of(briefing)[-1], layout="parallel", project=ROOT)
    assert page_faults(report.write(briefing, drafted, "pdf", project=ROOT).data) == []


def test_the_special_page_has_pictures_in_its_running_columns() -> None:
    briefing = report.load(ROOT / "data" / "yuzhong-special-2023")
    drafted = report.draft(briefing, "zh", project=ROOT)
    (articles,) = (block for block in drafted.blocks if isinstance(block, Columns))
    assert articles.flow == 2
    pictures = [block for block in walk(drafted.blocks) if isinstance(block, Picture)]
    assert len(pictures) == 2
    assert all(picture.alt and picture.caption and picture.credit for picture in pictures)
