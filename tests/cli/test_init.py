"""`init` makes a new briefing folder from a sample, whole, and never touches one that is there."""

from pathlib import Path

import pytest

from reportgen.cli import run
from reportgen.templating.template import template_folders

Capture = pytest.CaptureFixture[str]
BUILT_IN = template_folders(Path("nowhere"))
SAMPLES = sorted(name for name, folder in BUILT_IN.items() if (folder / "sample").is_dir())


def project_with_template(folder: Path, name: str = "own") -> Path:
    template = folder / "templates" / name
    (template / "sample" / "pictures").mkdir(parents=True)
    (template / "report.toml").write_text("")
    (template / "sample" / "briefing.yaml").write_text(f"template: {name}\n")
    (template / "sample" / "pictures" / "a.png").write_bytes(b"picture")
    return folder


def test_the_sample_is_copied_with_its_folders_and_told(tmp_path: Path, capsys: Capture) -> None:
    project = project_with_template(tmp_path)
    assert run(["init", "spring-2024", "--template", "own", "--project", str(project)]) == 0
    made = project / "data" / "spring-2024"
    assert (made / "briefing.yaml").read_text() == "template: own\n"
    assert (made / "pictures" / "a.png").read_bytes() == b"picture"
    assert (project / "output").is_dir()
    assert f"{made}/briefing.yaml\n" in capsys.readouterr().out


def test_a_briefing_that_is_there_is_never_touched(tmp_path: Path, capsys: Capture) -> None:
    project = project_with_template(tmp_path)
    (project / "data" / "taken").mkdir(parents=True)
    assert run(["init", "taken", "--template", "own", "--project", str(project)]) == 2
    assert not list((project / "data" / "taken").iterdir())
    assert "choose a new name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", "", "a b", "-x.y", "a.b"])
def test_a_name_must_be_able_to_name_a_folder_and_files(tmp_path: Path, name: str, capsys: Capture) -> None:
    project = project_with_template(tmp_path)
    assert run(["init", f"--project={project}", "--template=own", "--", name]) == 2
    assert "cannot name a briefing" in capsys.readouterr().err
    assert not (project / "data").exists()


def test_a_chinese_name_is_fine(tmp_path: Path) -> None:
    project = project_with_template(tmp_path)
    assert run(["init", "渝中区2024年上半年", "--template", "own", "--project", str(project)]) == 0


def test_an_unknown_template_is_told_with_those_that_are_known(tmp_path: Path, capsys: Capture) -> None:
    project = project_with_template(tmp_path)
    assert run(["init", "new", "--template", "odd", "--project", str(project)]) == 2
    assert "own" in capsys.readouterr().err


def test_an_unwritable_project_is_told(tmp_path: Path, capsys: Capture) -> None:
    project = project_with_template(tmp_path)
    (project / "data").write_text("a file, not a folder")
    assert run(["init", "new", "--template", "own", "--project", str(project)]) == 6
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("template", SAMPLES)
def test_a_new_briefing_renders_at_once(tmp_path: Path, template: str, capsys: Capture) -> None:
    assert run(["init", "mine", "--template", template, "--project", str(tmp_path)]) == 0
    assert run(["render", "mine", "--project", str(tmp_path), "--to", "html"]) == 0, capsys.readouterr().err
    assert list((tmp_path / "output").glob("mine.*.html"))


def test_every_template_brings_a_sample() -> None:
    assert sorted(BUILT_IN) == SAMPLES
