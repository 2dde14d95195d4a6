"""Finished files of the sample briefing, made once, and ways to tamper with them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from reportgen import report
from reportgen.document import Document
from reportgen.facts import Briefing, Fact
from reportgen.verification import Passage, Verification, read_file, verify
from tests.projects import ROOT, SAMPLE


@cache
def briefing() -> Briefing:
    return report.load(ROOT / "data" / SAMPLE)


@cache
def drafts() -> tuple[Document, ...]:
    return tuple(report.draft(briefing(), lang, project=ROOT) for lang in briefing().languages)


@cache
def made(language: str, form: str, layout: str = "stacked", sheet: bool = False) -> bytes:
    """The sample as a finished file."""
    document = report.draft(briefing(), language, layout=layout, sheet=sheet, project=ROOT)  # type: ignore[arg-type]
    return report.write(briefing(), document, form, project=ROOT).data


def passages(folder: Path, data: bytes, form: str) -> tuple[Passage, ...]:
    path = folder / f"{SAMPLE}.{form}"
    path.write_bytes(data)
    return read_file(path)


def verified(read: tuple[Passage, ...], previous: dict[str, Fact] | None = None) -> Verification:
    langs = {passage.lang for passage in read}
    expected = [document for document in drafts() if document.langs[0].partition("-")[0] in langs]
    return verify(read, briefing(), expected, previous)


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """Replace `old` by `new` in a part of a Word file, as an editor would; the part must hold it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return result.getvalue()
