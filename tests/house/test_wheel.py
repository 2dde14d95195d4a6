"""What pip installs is all that the program needs."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house import ROOT


def build(folder: Path) -> set[str]:
    """Build the wheel of a copy of the project in `folder` and return the names of its files."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("reportgen", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir=."]
    done = subprocess.run([*command, "."], cwd=folder, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_package_and_of_the_templates(tmp_path: Path) -> None:
    held = build(tmp_path)
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reportgen").rglob("*") if path.is_file()}
    templates = {
        f"reportgen/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*") if path.is_file()
    }
    wanted = {name for name in own | templates if "__pycache__" not in name and "/." not in name}
    assert not wanted - held
