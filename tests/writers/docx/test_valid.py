"""Every sample is a valid Word file by an outside validator, by our own lint, and by python-docx."""

import io
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.writers.docx.lint import lint
from tests.writers.docx.opened import opened, written
from tests.writers.docx.samples import samples

NAMES = tuple(samples())


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(written(name))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_structural_lint_finds_nothing(name: str) -> None:
    assert lint(written(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_opens_and_saves_it(name: str) -> None:
    assert opened(written(name)).save(io.BytesIO()) is None
