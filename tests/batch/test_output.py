"""The output folder holds whole files and a manifest that tells the truth."""

import hashlib
import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from reportgen.batch import output
from reportgen.errors import WriterError
from reportgen.report import Artifact
from tests.projects import contents


def artifact(name: str, data: bytes = b"page") -> Artifact:
    return Artifact(name, "b", "zh", "html", data, "d" * 64)


def files_of(folder: Path) -> list[str]:
    return [item["file"] for item in json.loads((folder / "manifest.json").read_bytes())["files"]]


def test_the_manifest_tells_name_size_and_sha256_of_every_file(tmp_path: Path) -> None:
    output.save(tmp_path, [artifact("b.zh.html", b"12345")])
    (item,) = json.loads((tmp_path / "manifest.json").read_bytes())["files"]
    assert (item["file"], item["bytes"], item["digest"]) == ("b.zh.html", 5, "d" * 64)
    assert item["sha256"] == hashlib.sha256(b"12345").hexdigest()
    assert (tmp_path / "SHA256SUMS").read_text() == f"{item['sha256']}  b.zh.html\n"


def test_entries_of_files_still_there_stay_in_the_manifest(tmp_path: Path) -> None:
    output.save(tmp_path, [artifact("b.html"), artifact("gone.html")])
    (tmp_path / "gone.html").unlink()
    output.save(tmp_path, [artifact("a.html")])
    assert files_of(tmp_path) == ["a.html", "b.html"]


def test_the_order_of_writing_does_not_show(tmp_path: Path) -> None:
    folders = [tmp_path / "1", tmp_path / "2"]
    for folder, names in zip(folders, (["b.html", "a.html"], ["a.html", "b.html"]), strict=True):
        folder.mkdir()
        for name in names:
            output.save(folder, [artifact(name)])
    assert contents(folders[0]) == contents(folders[1])


def test_a_fault_while_writing_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.save(tmp_path, [artifact("a.html", b"old"), artifact("b.html", b"old")])
    before = contents(tmp_path)
    real = os.fsync
    calls = iter(range(9))

    def full(handle: int) -> None:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriterError, match="No space left"):
        output.save(tmp_path, [artifact("a.html", b"new"), artifact("b.html", b"new")])
    assert contents(tmp_path) == before


def test_an_interrupt_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.save(tmp_path, [artifact("a.html", b"old")])
    before = contents(tmp_path)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        output.save(tmp_path, [artifact("a.html", b"new")])
    assert contents(tmp_path) == before


def test_a_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(WriterError, match="not a file name"):
        output.save(tmp_path / "in", [artifact("../out.html")])
    assert not (tmp_path / "out.html").exists()


def test_a_missing_folder_is_told_with_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match=r"does not exist[\s\S]*mkdir -p"):
        output.prepare(tmp_path / "nowhere")


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriterError, match="does not exist"):
        output.prepare(tmp_path / "file")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that even root cannot write")
def test_an_unwritable_folder_is_told_before_any_work() -> None:
    with pytest.raises(WriterError, match="cannot be written"):
        output.prepare(Path("/proc/self"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": [1]}', '{"files": [{"file": 3}]}', '{"files": 1}'])
def test_a_broken_manifest_is_told_and_not_overwritten(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(WriterError, match="manifest cannot be read"):
        output.prepare(tmp_path)
    assert (tmp_path / "manifest.json").read_text() == text


def test_preparing_leaves_nothing_behind(tmp_path: Path) -> None:
    output.prepare(tmp_path)
    assert not list(tmp_path.iterdir())


def _save_ten(folder: Path, start: int) -> None:
    for number in range(start, start + 10):
        output.save(folder, [artifact(f"{number:02}.html")])


def test_two_runs_at_once_keep_each_others_entries(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        for done in [pool.submit(_save_ten, tmp_path, start) for start in (0, 10)]:
            done.result()
    assert files_of(tmp_path) == [f"{number:02}.html" for number in range(20)]
