"""Every template of the package speaks each of its languages alike, and its sample composes without a finding."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reportgen import report
from reportgen.languages import LANGUAGES
from reportgen.templating import faults_of, load_template, template_folders

ROOT = Path(__file__).parents[2]
TEMPLATES = tuple(template_folders(ROOT))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_fault_and_speaks_every_language(name: str) -> None:
    template = load_template(name, ROOT)
    assert list(faults_of(template)) == []
    assert template.phrases.keys() == LANGUAGES.keys()
    assert template.names.keys() == template.about.keys() == LANGUAGES.keys()
    json.dumps(template.schema)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_brings_a_sample_that_has_no_finding(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "mine"
    shutil.copytree(template_folders(ROOT)[name] / "sample", folder)
    briefing = report.load(folder)
    assert briefing.id == "mine"
    assert [found for found in report.check(briefing, project=tmp_path) if found.severity != "info"] == []
