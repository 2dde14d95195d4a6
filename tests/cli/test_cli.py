"""The command line in one process: what it prints where, and how it ends."""

import json
import sys
from pathlib import Path

import pytest

from reportgen import __version__, batch, report
from reportgen.cli import run
from reportgen.document.codec import from_json
from reportgen.errors import Finding
from tests.projects import SAMPLE, contents, make_project, spoil

Capture = pytest.CaptureFixture[str]


def test_render_prints_the_files_it_wrote(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["render", "--project", str(project), "--lang", "zh", "--to", "html"]) == 0
    told = capsys.readouterr()
    assert told.out == f"{project}/output/{SAMPLE}.zh.html\n"
    assert told.err == "1 file of 1 briefing, no fault\n"


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["render", "--project", str(project), "--lang", "zh", "--to", "html", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["check", "--project", str(project), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_render_as_json_prints_one_document_with_the_files(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["render", "--project", str(project), "--lang", "zh", "--to", "html", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    manifest = json.loads((project / "output" / batch.MANIFEST).read_bytes())
    assert (told["exit_code"], err) == (0, "")
    assert {item["severity"] for item in told["findings"]} <= {"info"}
    assert told["files"] == manifest["files"]


def test_output_names_another_folder(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path / "p")
    (tmp_path / "other").mkdir()
    run(["render", "--project", str(project), "--output", str(tmp_path / "other"), "--lang", "en", "--to", "html"])
    assert f"{SAMPLE}.en.html" in contents(tmp_path / "other")
    assert not contents(project / "output")
    assert capsys.readouterr().out.startswith(str(tmp_path / "other"))


def test_every_fault_of_every_briefing_is_told_at_once_and_the_worst_code_wins(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path, "a", "b", "c")
    spoil(project, "a", "facts.csv", "765.9", "seven")
    spoil(project, "c", "facts.csv", "645.7", "six")
    assert run(["render", "--project", str(project), "--lang", "zh", "--to", "html"]) == 3
    out, err = capsys.readouterr()
    assert out == f"{project}/output/b.zh.html\n"
    assert "data/a/facts.csv" in err
    assert "data/c/facts.csv" in err
    assert err.endswith("1 file of 1 briefing, 2 errors; 2 briefings not written\n")


def test_findings_come_sorted_the_gravest_first(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path)
    odd, wrong = Finding("odd", "odd", severity="warning"), Finding("wrong", "wrong")
    monkeypatch.setattr(report, "check", lambda *_, **__: (odd, wrong, odd))
    assert run(["check", "--project", str(project)]) == 5
    assert capsys.readouterr().err == "error: wrong [wrong]\nwarning: odd [odd]\n"
    assert run(["check", "--project", str(project), "--format", "json"]) == 5
    assert [item["code"] for item in json.loads(capsys.readouterr().out)["findings"]] == ["wrong", "odd"]


def test_inspect_prints_the_document(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["inspect", SAMPLE, "--project", str(project), "--lang", "zh+en"]) == 0
    assert from_json(capsys.readouterr().out).langs == ("zh", "en")


def test_inspect_prints_one_document_only(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["inspect", SAMPLE, "--project", str(project), "--lang", "zh", "--lang", "en"]) == 2
    assert "one document" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["briefings", "templates", "languages", "formats", "sources", "checks", "themes"])
def test_list_prints_a_table_a_name_a_line(kind: str, tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["list", kind, "--project", str(project)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert lines == sorted(lines)
    assert run(["list", "--project", str(project), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[kind] == lines


def test_a_fault_of_ours_is_short_and_shows_its_traceback_on_request(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path)
    monkeypatch.setattr(report, "draft", lambda *_, **__: 1 / 0)
    assert run(["inspect", SAMPLE, "--project", str(project)]) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert "--debug" in err
    assert "Traceback" not in err
    for verb in ("inspect", "render"):
        assert run([verb, SAMPLE, "--project", str(project), "--debug"]) == 1
        assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_ends_with_130(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "load", stop)
    project = make_project(tmp_path)
    assert run(["render", "--project", str(project)]) == 130
    assert capsys.readouterr().err == "stopped\n"
    assert not contents(project / "output")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bogus"],
        ["render", "--jobs", "0"],
        ["render", "--jobs", "x"],
        ["render", "--layout", "odd"],
        ["list", "odd"],
    ],
)
def test_what_cannot_be_understood_ends_with_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"reportgen {__version__}\n")


def test_color_is_for_terminals_that_want_it(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportgen.cli.telling import tell

    finding = Finding("wrong", "wrong")
    for name in ("CI", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    tell([finding])
    assert "\033" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    tell([finding])
    assert "\033[1;31merror" in capsys.readouterr().err
    monkeypatch.setenv("NO_COLOR", "1")
    tell([finding])
    assert "\033" not in capsys.readouterr().err
