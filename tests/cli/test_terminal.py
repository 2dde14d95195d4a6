"""On a terminal the work is seen; where nobody looks, lines are plain."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import make_project

pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")


def on_terminal(project: Path, *arguments: str, **environment: str) -> tuple[str, str]:
    """Run a command whose stderr is a terminal; return what it wrote to stdout and to the terminal."""
    ours, theirs = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "reportgen", *arguments],
        cwd=project,
        env={**base, "TERM": "xterm-256color", **environment},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:
        pass  # the terminal is gone with the process
    os.close(ours)
    out, _ = process.communicate(timeout=60)
    return out.decode(), shown.decode()


def test_progress_is_drawn_on_a_terminal_and_files_are_still_told_on_stdout(tmp_path: Path) -> None:
    project = make_project(tmp_path, "a")
    out, shown = on_terminal(project, "render", "--to", "html", "--lang", "zh")
    assert out == "output/a.zh.html\n"
    assert "rendering" in shown
    assert shown.endswith("1 file of 1 briefing, no fault\r\n")


@pytest.mark.parametrize("plain", [{"CI": "true"}, {"TERM": "dumb"}])
def test_nothing_is_drawn_in_ci_or_on_a_dumb_terminal(tmp_path: Path, plain: dict[str, str]) -> None:
    project = make_project(tmp_path, "a")
    _, shown = on_terminal(project, "render", "--to", "html", "--lang", "zh", **plain)
    assert shown == "1 file of 1 briefing, no fault\r\n"


def test_nothing_is_drawn_where_quiet_is_asked_for(tmp_path: Path) -> None:
    project = make_project(tmp_path, "a")
    assert on_terminal(project, "render", "--to", "html", "--lang", "zh", "--quiet") == ("", "")


def test_findings_are_coloured_unless_colour_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path, "a")
    assert "\033[1;31merror\033[0m: there is no format" in on_terminal(project, "render", "--to", "odt", "--quiet")[1]
    assert "\033" not in on_terminal(project, "render", "--to", "odt", "--quiet", NO_COLOR="1")[1]
