"""Every sample is a valid Word file by an outside validator, by our own lint, and by python-docx."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.writers.docx.lint import lint
from tests.writers.docx.opened import opened, written
from tests.writers.docx.samples import samples

NAMES = tuple(samples())

# One process a file: the validator remembers parts by the address of a package, which the next file may get again.
AUDIT = """
import sys
from openxml_audit import OpenXmlValidator
print(*OpenXmlValidator().validate(sys.argv[1]).errors, sep="\\n", end="")
"""


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(written(name))
    done = subprocess.run([sys.executable, "-c", AUDIT, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_structural_lint_finds_nothing(name: str) -> None:
    assert lint(written(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_opens_and_saves_it(name: str) -> None:
    assert opened(written(name)).save(io.BytesIO()) is None
