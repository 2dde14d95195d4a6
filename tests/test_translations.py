"""Wordings confirmed together: which side is told as left behind, until it is touched or confirmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen import report
from reportgen.checks.translations import sides
from reportgen.cli import run
from reportgen.errors import SourceError
from reportgen.sources.lock import LOCK, lock_path
from tests.projects import SAMPLE, make_project, spoil

Capture = pytest.CaptureFixture[str]
TITLE = ("briefing.yaml", "{zh: 数读上半年,", "{zh: 数读上半年新篇,")


@pytest.fixture
def project(tmp_path: Path, capsys: Capture) -> Path:
    """A project whose one briefing has all its units confirmed."""
    made = make_project(tmp_path)
    assert run(["confirm", SAMPLE, "--project", str(made)]) == 0
    capsys.readouterr()
    return made


def stale(project: Path) -> list[tuple[str, str]]:
    """What is told as left behind: where, and what."""
    findings = report.check(report.load(project / "data" / SAMPLE), project=project)
    told = [finding for finding in findings if finding.code == "translation-stale"]
    assert all(finding.severity == "warning" for finding in told)
    return [(f"{Path(it.where.file).name}:{it.where.line}", it.message) for it in told]


def test_what_was_confirmed_is_not_stale(project: Path) -> None:
    assert stale(project) == []


def test_without_a_lock_nothing_is_stale(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    spoil(project, SAMPLE, *TITLE)
    assert stale(project) == []


def test_each_language_that_was_left_behind_is_told_with_its_file_and_line(project: Path) -> None:
    spoil(project, SAMPLE, *TITLE)
    assert stale(project) == [
        ("briefing.yaml:17", "title was changed in zh but not in en"),
        ("briefing.yaml:17", "title was changed in zh but not in zh-Hant"),
    ]


def test_authored_prose_is_told_in_the_file_of_the_language_left_behind(project: Path) -> None:
    spoil(project, SAMPLE, "text.en.md", "came to", "amounted to")
    assert {place for place, _ in stale(project)} == {"text.zh.md:3", "text.zh-Hant.md:3"}


def test_blanks_and_line_ends_are_no_change(project: Path) -> None:
    spoil(project, SAMPLE, "text.en.md", "the first half", "the\nfirst  half")
    assert stale(project) == []


def test_a_side_that_is_touched_is_no_longer_stale(project: Path) -> None:
    spoil(project, SAMPLE, *TITLE)
    spoil(project, SAMPLE, "briefing.yaml", "The First Half in Numbers", "The First Half Anew")
    spoil(project, SAMPLE, "briefing.yaml", "zh-Hant: 數讀上半年}", "zh-Hant: 數讀上半年新篇}")
    assert stale(project) == []


def test_a_unit_that_is_confirmed_as_it_stands_is_no_longer_stale_and_others_still_are(project: Path) -> None:
    spoil(project, SAMPLE, *TITLE)
    spoil(project, SAMPLE, "text.en.md", "came to", "amounted to")
    assert run(["confirm", SAMPLE, "title", "--project", str(project)]) == 0
    assert {message.split()[0] for _, message in stale(project)} == {"text:key-points"}


def test_the_lock_is_sorted_keeps_no_unit_that_is_gone_and_is_the_same_when_written_again(project: Path) -> None:
    lock = project / "data" / SAMPLE / LOCK
    units = json.loads(lock.read_text("utf-8"))["units"]
    assert list(units) == sorted(units)
    assert units.keys() == sides(report.load(project / "data" / SAMPLE)).keys()
    before = lock.read_bytes()
    lock.write_text(json.dumps({"units": units | {"gone": {"zh": "0"}}}), "utf-8")
    run(["confirm", SAMPLE, "title", "--project", str(project)])
    assert lock.read_bytes() == before


def test_the_lock_is_no_part_of_what_the_documents_are_made_from(project: Path) -> None:
    confirmed = report.load(project / "data" / SAMPLE)
    (project / "data" / SAMPLE / LOCK).unlink()
    assert report.load(project / "data" / SAMPLE).digest == confirmed.digest


def test_a_list_of_tasks_has_stale_and_empty_sides_and_nothing_else(project: Path, capsys: Capture) -> None:
    spoil(project, SAMPLE, *TITLE)
    spoil(project, SAMPLE, "briefing.yaml", "en: Go all out,", 'en: "",')
    assert run(["check", "--project", str(project), "--todo", "--format", "json"]) == 5
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {item["code"] for item in told} == {"translation-stale", "missing-side"}
    assert all(item["where"]["line"] for item in told)


def test_a_list_of_tasks_fails_in_a_strict_run_only_where_all_sides_are_said(project: Path, capsys: Capture) -> None:
    assert run(["check", "--project", str(project), "--todo", "--strict"]) == 0
    spoil(project, SAMPLE, *TITLE)
    assert run(["check", "--project", str(project), "--todo"]) == 0
    assert run(["check", "--project", str(project), "--todo", "--strict"]) == 5
    capsys.readouterr()


def test_a_unit_that_a_language_lacks_is_a_task_and_other_faults_are_told_where_there_is_none(
    project: Path, capsys: Capture
) -> None:
    spoil(project, SAMPLE, "facts.csv", "765.9", "seven")
    assert run(["check", "--project", str(project), "--todo"]) == 3
    assert "[not-a-number]" in capsys.readouterr().err
    (project / "data" / SAMPLE / "text.en.md").write_text("# Other {#other}\n\nwords\n", "utf-8")
    assert run(["check", "--project", str(project), "--todo"]) == 3
    err = capsys.readouterr().err
    assert "the unit key-points has no text in en [missing-language]" in err
    assert "[not-a-number]" not in err


def test_an_unknown_unit_is_told_with_the_one_that_is_near(project: Path, capsys: Capture) -> None:
    assert run(["confirm", SAMPLE, "key-points", "--project", str(project)]) == 2
    assert "did you mean text:key-points?" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{", "[]", '{"units": {"title": 1}}', '{"units": {"title": {"zh": 1}}}', "[" * 10**5])
def test_a_lock_that_cannot_be_read_is_told(text: str, project: Path) -> None:
    (project / "data" / SAMPLE / LOCK).write_text(text, "utf-8")
    with pytest.raises(SourceError, match=rf"data/{SAMPLE}/{LOCK}.*\[lock-unreadable\]"):
        report.load(project / "data" / SAMPLE)


def test_a_lock_that_cannot_be_written_is_told(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    (project / "data" / SAMPLE / f".{LOCK}.part").mkdir()
    assert run(["confirm", SAMPLE, "--project", str(project)]) == 6
    assert "[lock-unwritable]" in capsys.readouterr().err
    assert not (project / "data" / SAMPLE / LOCK).exists()


def test_a_lock_is_in_the_briefings_folder_or_beside_the_one_file_that_it_is(tmp_path: Path) -> None:
    assert lock_path(tmp_path) == tmp_path / LOCK
    assert lock_path(tmp_path / "briefing.yaml") == tmp_path / LOCK
    assert lock_path(tmp_path / "may.xlsx") == tmp_path / f"may.{LOCK}"
