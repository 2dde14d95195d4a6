"""The frame around the code: packaging, pinned lists and words that do not belong."""

import re
import tomllib
from pathlib import Path

import pytest

import reportgen
from tests.house import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VAGUE = re.compile(r"(^|_)(utils?|helpers?|commons?|managers?|misc)(_|$)")
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+) \\$", text, re.MULTILINE))


def test_every_folder_of_modules_is_packaged() -> None:
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert folders <= set(PROJECT["tool"]["setuptools"]["packages"])


def test_the_version_is_said_alike_in_both_places() -> None:
    assert PROJECT["project"]["version"] == reportgen.__version__


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_has_a_name_that_means_nothing(path: Path) -> None:
    assert not VAGUE.search(path.stem)


def test_every_dependency_is_pinned() -> None:
    wanted = {re.split(r"[\[<>=~!; ]", item)[0].lower() for item in PROJECT["project"]["dependencies"]}
    assert wanted <= {name.lower() for name in pins("requirements.lock")}


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--?[a-z]", text, re.MULTILINE)
    assert len(re.findall(r"==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text)) == len(pins(name))


UNFINISHED = re.compile(r"(?<!--)\b(todo|fixme|xxx|lorem ipsum|being built)\b", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.*~-])/(work|home|root|Users|tmp|mnt)/")
TEXTS = sorted(
    path
    for folder in ("reportgen", "templates", "data", ".github", ".ci")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".toml", ".j2", ".md", ".yaml", ".yml", ".csv", ".css", ".po", ""} and path.is_file()
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_left_for_later_and_no_machine_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not UNFINISHED.findall(text)
    assert not MACHINE.findall(text)
