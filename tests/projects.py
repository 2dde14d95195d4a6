"""Small projects for the tests of the upper floors: the sample briefing in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = "yuzhong-2023-h1"


def make_project(folder: Path, *names: str) -> Path:
    """Make a project of copies of the sample briefing, called `names`, with an empty output folder."""
    (folder / "output").mkdir(parents=True)
    for name in names or (SAMPLE,):
        shutil.copytree(ROOT / "data" / SAMPLE, folder / "data" / name)
        spoil(folder, name, "briefing.yaml", f"id: {SAMPLE}\n", f"id: {name}\n")
    return folder


def spoil(project: Path, name: str, file: str, old: str, new: str) -> None:
    """Replace `old` by `new` in a briefing's file; the file must hold it."""
    path = project / "data" / name / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of `folder` by name, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
