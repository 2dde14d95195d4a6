"""The verb `review` tells what was done to a draft, writes what is asked for, and never the draft itself."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from reportgen.cli import run
from tests.projects import SAMPLE, make_project, spoil
from tests.review import editor
from tests.review.editor import Desk

Out = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose Chinese draft came back with one figure overridden, and whose data were then revised."""
    made = make_project(tmp_path)
    assert not run(["render", "--project", str(made), "--lang", "zh", "--to", "docx", "--quiet"])
    desk = Desk((made / "output" / f"{SAMPLE}.zh.docx").read_bytes())
    editor.write_words(desk, "rgb_paragraph_1", random.Random(3))
    (made / "edited.docx").write_bytes(desk.saved())
    spoil(made, SAMPLE, "facts.csv", "765.9", "770.1")
    return made


def review(project: Path, *arguments: str) -> int:
    return run(["review", str(project / "edited.docx"), "--project", str(project), *arguments])


def test_it_tells_what_was_done(project: Path, capsys: Out) -> None:
    assert review(project) == 0
    told = capsys.readouterr().out
    assert told.startswith("paragraph-1: edited\n    - ")
    assert told.endswith(f"{SAMPLE} in zh: 1 of 67 passages changed\n")


def test_it_tells_it_as_json(project: Path, capsys: Out) -> None:
    capsys.readouterr()
    assert review(project, "--format", "json", "--rebase", str(project / "out.docx")) == 0
    told = json.loads(capsys.readouterr().out)
    assert [passage["statuses"] for passage in told["passages"] if passage["statuses"] != ["unchanged"]] == [["edited"]]
    assert told["rebase"]["changes"] == 4
    assert told["rebase"]["conflicts"] == []


def test_it_brings_the_draft_up_to_date_and_leaves_it_alone(project: Path) -> None:
    before = (project / "edited.docx").read_bytes()
    assert review(project, "--rebase", str(project / "out.docx")) == 0
    assert "770.1亿元" in "".join(
        words for words, _ in editor.settled((project / "out.docx").read_bytes(), "reportgen", accept=True)
    )
    assert (project / "edited.docx").read_bytes() == before


def test_it_writes_the_prose_as_a_patch(project: Path) -> None:
    source = project / "data" / SAMPLE / "text.zh.md"
    before = source.read_bytes()
    assert review(project, "--proposal", str(project / "words.patch")) == 0
    assert f"+++ b/data/{SAMPLE}/text.zh.md" in (project / "words.patch").read_text(encoding="utf-8")
    assert source.read_bytes() == before


@pytest.mark.parametrize("option", ["--rebase", "--proposal"])
def test_it_never_writes_to_the_draft(option: str, project: Path, capsys: Out) -> None:
    before = (project / "edited.docx").read_bytes()
    assert review(project, option, str(project / "output" / ".." / "edited.docx")) == 2
    assert "the draft would be overwritten" in capsys.readouterr().err
    assert (project / "edited.docx").read_bytes() == before


def test_another_briefing_is_refused(project: Path, capsys: Out) -> None:
    import shutil

    shutil.copytree(project / "data" / SAMPLE, project / "data" / "other")
    spoil(project, "other", "briefing.yaml", f"id: {SAMPLE}\n", "id: other\n")
    assert review(project, "--briefing", "other") == 2
    assert f"the draft was made from {SAMPLE}, not from other" in capsys.readouterr().err


def test_a_draft_that_is_not_there_is_told(project: Path, capsys: Out) -> None:
    assert run(["review", str(project / "none.docx")]) == 3
    assert "the draft cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options", [("--with-sheet",), ("--layout", "parallel", "--with-sheet"), ("--layout", "parallel"), ("--controls",)]
)
def test_a_draft_of_any_making_is_made_again_alike(options: tuple[str, ...], tmp_path: Path, capsys: Out) -> None:
    made = make_project(tmp_path)
    assert not run(["render", "--project", str(made), "--lang", "zh+en", "--to", "docx", "--quiet", *options])
    capsys.readouterr()
    draft = str(made / "output" / f"{SAMPLE}.zh+en.docx")
    asked = ["review", draft, "--project", str(made), "--format", "json", "--rebase", str(made / "out.docx")]
    assert not run(asked)
    told = json.loads(capsys.readouterr().out)
    assert (told["rebase"]["changes"], told["rebase"]["comments"]) == (0, 0)
