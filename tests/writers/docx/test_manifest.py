"""Each Word file says of itself what it said, and its figures can be locked without being lost."""

import base64
import json
import zipfile
import zlib
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from docx.oxml.ns import qn

from reportgen.document import figures
from reportgen.document.walk import slots, walk
from reportgen.writers.docx import write
from tests.writers.docx.lint import lint
from tests.writers.docx.opened import part, said, written
from tests.writers.docx.samples import THEME, samples

NAMES = tuple(samples())


def payload(data: bytes) -> str:
    return part(data, "customXml/item1.xml").findtext("{urn:reportgen:manifest}payload") or ""


def record(data: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(payload(data))))
    return told


@pytest.mark.parametrize("name", NAMES)
def test_the_record_tells_every_figure_of_the_body_as_it_is_printed(name: str) -> None:
    told = [
        (fact, side, passage["text"][start:end])
        for passage in record(written(name))["passages"]
        for _, fact, side, start, end in passage["figures"]
    ]
    document = samples()[name]
    spoken = (wording for block in walk(document.blocks) for words in slots(block) for wording in words)
    shown = {(it.fact, it.side, it.text) for wording in spoken for it in figures(wording.content)}
    assert set(told) <= shown
    assert {text for _, _, text in told} >= {"765.9亿元" if "zh" in document.langs else "76.59 billion yuan"}


def test_the_record_says_what_the_file_was_made_from() -> None:
    told = record(written("zh+en"))
    document = samples()["zh+en"]
    assert told["briefing"] == document.id
    assert told["langs"] == list(document.langs)
    assert (told["layout"], told["issued"], told["digest"]) == (document.layout, document.issued, document.digest)


@pytest.mark.parametrize("name", NAMES)
def test_a_property_holds_the_digest_of_the_record(name: str) -> None:
    assert said(part(written(name), "docProps/custom.xml")) == sha256(payload(written(name)).encode()).hexdigest()


def test_the_record_holds_nothing_but_elements() -> None:
    root = part(written("zh"), "customXml/item1.xml")
    assert [dict(item.attrib) for item in root.iter()] == [{}] * 3


@pytest.mark.parametrize("name", NAMES)
def test_locked_figures_are_whole_and_the_file_is_sound(name: str) -> None:
    data = write(samples()[name], THEME, controls=True)
    controls = part(data, "word/document.xml").findall(f".//{qn('w:sdt')}")
    marks = part(data, "word/document.xml").iter(qn("w:bookmarkStart"))
    named = [mark.get(qn("w:name")) for mark in marks if (mark.get(qn("w:name")) or "").startswith("rgf_")]
    tags = [item.get(qn("w:val")) for control in controls for item in control.iter(qn("w:tag"))]
    assert tags == named
    assert lint(data) == []
    assert said(part(data, "word/document.xml")) == said(part(written(name), "word/document.xml"))


def test_without_controls_there_are_none() -> None:
    with zipfile.ZipFile(BytesIO(written("zh"))) as archive:
        assert b"<w:sdt>" not in archive.read("word/document.xml")
