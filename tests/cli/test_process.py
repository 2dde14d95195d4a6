"""The command line as a process of its own: what it imports, how it ends, and what it leaves."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import make_project

HEAVY = ("reportlab", "docx", "jinja2", "babel", "rich", "uharfbuzz", "markdown_it", "yaml", "xlsxwriter", "lxml")


def imported(*arguments: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", "-m", "reportgen", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def test_version_imports_nothing_but_the_arguments() -> None:
    names = imported("--version")
    assert {name for name in names if name.startswith("reportgen")} == {
        "reportgen",
        "reportgen.cli",
        "reportgen.cli.arguments",
    }
    assert not names & set(HEAVY)


def test_a_page_in_html_needs_no_other_writer(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    names = imported("render", "--project", str(project), "--to", "html", "--lang", "zh", "--quiet")
    assert not names & {"reportlab", "docx", "uharfbuzz", "xlsxwriter", "rich"}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_processes_write_the_same_bytes(tmp_path: Path, seed: str) -> None:
    environments = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC"},
        {"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    )
    written = []
    for index, environment in enumerate(environments):
        project = make_project(tmp_path / str(index))
        command = [sys.executable, "-m", "reportgen", "render", "--to", "html", "--quiet"]
        subprocess.run(command, check=True, cwd=project, env={**os.environ, **environment})
        written.append({path.name: path.read_bytes() for path in (project / "output").iterdir()})
    assert written[0] == written[1]


def test_chinese_is_printed_even_where_the_locale_knows_no_chinese(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    command = [sys.executable, "-m", "reportgen", "inspect", *(os.listdir(project / "data"))]  # noqa: PTH208
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, check=True, cwd=project, env=environment, capture_output=True)
    assert "地区生产总值" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault_of_ours(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    command = f"{sys.executable} -m reportgen inspect {next((project / 'data').iterdir()).name} | head -c 10"
    done = subprocess.run(command, shell=True, cwd=project, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "fault" not in done.stderr


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path) -> None:
    project = make_project(tmp_path, *(f"b{number:02}" for number in range(30)))
    command = [sys.executable, "-m", "reportgen", "render", "--to", "html"]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told.decode().splitlines()[-1]) == (130, "stopped")
    left = list((project / "output").iterdir())
    assert left
    for path in left:
        assert not path.name.endswith(".part")
        assert path.suffix != ".html" or path.read_bytes().endswith(b"</html>\n")
