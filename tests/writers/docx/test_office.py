"""LibreOffice lays every sample out without loss, the panel on one page in each language."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen.document import figures
from reportgen.document.walk import slots, walk
from tests.writers.docx.opened import written
from tests.writers.docx.samples import samples

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each sample, spaces taken out, all converted in one go."""
    folder = tmp_path_factory.mktemp("office")
    names = list(samples())
    for name in names:
        (folder / f"{name}.docx").write_bytes(written(name))
    command = [SOFFICE or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in names)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: _read(folder / f"{name}.pdf") for name in names}


def _read(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in pdf]


@pytest.mark.parametrize("name", samples())
def test_every_figure_arrives(name: str, pages: dict[str, list[str]]) -> None:
    text = "".join(pages[name])
    said = (words for block in walk(samples()[name].blocks) for words in slots(block))
    shown = {figure.text for words in said for wording in words for figure in figures(wording.content)}
    assert [figure for figure in shown if re.sub(r"\s+", "", figure) not in text] == []


def test_notes_tables_and_captions_arrive(pages: dict[str, list[str]]) -> None:
    text = "".join(pages["long"])
    for words in ("按不变价格计算。", "Atconstantprices.", "指标45", "Indicator45", "解放碑夜景", "超5.2%", "另起"):
        assert words in text


def test_the_head_of_the_table_is_on_each_of_its_pages(pages: dict[str, list[str]]) -> None:
    holding = [page for page in pages["long"] if re.search(r"Indicator\d", page)]
    assert len(holding) > 1
    assert all("数值与增速" in page for page in holding)


METRIC = ("Arial", "Liberation Sans")


def _has_metrics() -> bool:
    """Tell whether a font as wide as the theme's is there; a wider one takes more lines."""
    lister = shutil.which("fc-list")
    done = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=True) if lister else None
    return done is not None and any(name in done.stdout for name in METRIC)


@pytest.mark.skipif(not _has_metrics(), reason=f"none of {', '.join(METRIC)} is installed")
@pytest.mark.parametrize("name", ["zh", "en", "zh+en"])
def test_the_panel_stands_on_one_page(name: str, pages: dict[str, list[str]]) -> None:
    assert len(pages[name]) == 1
