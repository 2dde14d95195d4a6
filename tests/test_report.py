"""The main job on the real figures: one set of facts becomes a briefing in two languages, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest

import reportgen
from reportgen import report
from reportgen.errors import TemplateError, UsageError
from tests.projects import ROOT, SAMPLE, make_project, spoil

SPOKEN = {
    "zh": ("765.9亿元", "4087.9万人次", "同比增长3.2%", "全市第一", "超80%", "9754户", "累计首店首牌256家"),
    "en": ("76.59 billion yuan", "40.879 million", "up 3.2 percent year on year", "ranking first in the municipality"),
    "zh-Hant": ("765.9億元", "4087.9萬人次", "同比增長3.2%", "全市第一"),
}


def pdf_text(data: bytes) -> str:
    """Return what a reader copies from a PDF, line ends as blanks."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", " ")


def docx_text(data: bytes) -> str:
    """Return the text of a Word file's body, tables too."""
    body = docx.Document(io.BytesIO(data)).element.body
    return " ".join("".join(p.itertext("{*}t")) for p in body.iter("{*}p"))


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": pdf_text,
    "docx": docx_text,
    "html": lambda data: data.decode("utf-8"),
}


@pytest.mark.parametrize("language", ["zh", "en", "zh+en", "zh-Hant"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_sample_says_its_figures_in_each_language(form: str, language: str) -> None:
    briefing = report.load(ROOT / "data" / SAMPLE)
    artifact = reportgen.render(briefing, language, form, project=ROOT)
    text = READERS[form](artifact.data)
    squeezed = " ".join(text.split())
    assert [said for lang in language.split("+") for said in SPOKEN[lang] if said not in squeezed] == []
    assert artifact.name == f"{SAMPLE}.{language}.{form}"


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_side_by_side_says_both_languages(form: str) -> None:
    briefing = report.load(ROOT / "data" / SAMPLE)
    artifact = reportgen.render(briefing, "zh+en", form, layout="parallel", project=ROOT)
    text = " ".join(READERS[form](artifact.data).split())
    assert "765.9亿元" in text
    assert "76.59 billion yuan" in text


_HASHES = """
import hashlib, sys
from pathlib import Path
from reportgen import report
project = Path(sys.argv[1])
briefing = report.load(project / "data" / "yuzhong-2023-h1")
for language in ("zh", "en", "zh+en"):
    for form in ("pdf", "docx", "html"):
        print(hashlib.sha256(report.render(briefing, language, form, project=project).data).hexdigest())
"""


def hashes(project: Path, cwd: Path, **environment: str) -> str:
    """Render the sample of `project` in a process of its own and return the files' hashes."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-c", _HASHES, str(project)]
    return subprocess.run(command, cwd=cwd, env=settings, check=True, capture_output=True, text=True).stdout


def test_other_folders_zones_hash_seeds_and_locales_give_the_same_bytes(tmp_path: Path) -> None:
    other = make_project(tmp_path / "elsewhere")
    one = hashes(ROOT, ROOT, PYTHONHASHSEED="0", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    two = hashes(other, tmp_path, PYTHONHASHSEED="4242", TZ="America/New_York", LC_ALL="POSIX")
    assert one == two
    assert len(set(one.split())) == 9


def test_a_revised_figure_changes_the_facts_hash(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    before = report.load(project / "data" / SAMPLE).digest
    spoil(project, SAMPLE, "facts.csv", "645.7", "646.1")
    assert report.load(project / "data" / SAMPLE).digest != before
    assert len(before) == len(hashlib.sha256().hexdigest())


def test_a_language_that_the_briefing_lacks_is_told() -> None:
    briefing = report.load(ROOT / "data" / SAMPLE)
    with pytest.raises(UsageError, match="does not speak “fr”"):
        report.draft(briefing, "fr", project=ROOT)
    with pytest.raises(UsageError, match="does not speak “zh\\+zh”"):
        report.draft(briefing, "zh+zh", project=ROOT)


def test_content_that_the_template_does_not_know_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    spoil(project, SAMPLE, "briefing.yaml", "publisher:", "publishr:")
    briefing = report.load(project / "data" / SAMPLE)
    with pytest.raises(TemplateError, match="publishr"):
        report.draft(briefing, "zh", project=project)


def test_an_unknown_template_names_those_that_are_known(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    spoil(project, SAMPLE, "briefing.yaml", "template: numbers-panel", "template: number-panel")
    with pytest.raises(UsageError, match="numbers-panel"):
        report.check(report.load(project / "data" / SAMPLE), project=project)


def test_faults_of_every_language_are_told_at_once(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    spoil(project, SAMPLE, "text.zh.md", "{{ gdp }}", "{{ gpd }}")
    spoil(project, SAMPLE, "text.en.md", "{{ retail }}", "{{ retial }}")
    with pytest.raises(TemplateError) as caught:
        report.check(report.load(project / "data" / SAMPLE), project=project)
    assert [Path(finding.where.file).name for finding in caught.value.findings] == ["text.zh.md", "text.en.md"]
