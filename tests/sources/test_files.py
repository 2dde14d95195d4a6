"""A briefing is found, read within caps, and told apart from any other by its digest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.sources import SOURCES, find, load
from reportgen.sources import files as files_module
from tests.sources.briefings import FACTS, HEAD, INDICATORS, fault, faults, write
from tests.sources.test_pictures import drawn


def test_every_folder_with_a_briefing_is_found_in_order(tmp_path: Path) -> None:
    for name, file in (("b", "briefing.yml"), ("a", "briefing.xlsx"), ("c", "notes.md"), ("d", "briefing.json")):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / file).touch()
    assert find(tmp_path) == tuple(tmp_path / "data" / name for name in "abd")
    assert find(tmp_path / "data") == ()


def test_a_path_that_is_not_there_is_told_with_its_neighbour(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "data" / "x").rename(tmp_path / "data" / "yuzhong-2023-h1")
    found = fault(tmp_path / "data" / "yuzhong-2023-h2")
    assert (found.code, found.hint) == ("no-briefing", "did you mean yuzhong-2023-h1?")
    assert found.where.file == "data/yuzhong-2023-h2"


def test_a_folder_without_briefing_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefings.yaml").touch()
    found = fault(tmp_path)
    assert (found.code, found.hint) == ("no-briefing", "add briefing.yaml; did you mean briefings.yaml?")


def test_a_file_of_another_kind_is_no_briefing(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(FACTS)
    assert fault(tmp_path / "facts.csv").code == "unknown-source"


@pytest.mark.parametrize("name", ["facts.csv", "indicators.csv"])
def test_an_absent_table_is_told(name: str, tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / name).unlink()
    assert fault(place).code == "no-table"


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(content: bytes, tmp_path: Path) -> None:
    found = fault(write(tmp_path, facts=content))
    assert (found.code, found.where.file) == ("source-empty", "data/x/facts.csv")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (INDICATORS.encode() + b"\xff\xfe", 4),
        (INDICATORS.encode().replace("地".encode(), b"\xe5\x9c"), 2),
        (b"a\n\xe9,", 2),
    ],
)
def test_a_file_in_no_known_encoding_is_told_with_its_line(data: bytes, line: int, tmp_path: Path) -> None:
    found = fault(write(tmp_path, indicators=data))
    assert (found.code, found.where.line, found.hint) == ("source-encoding", line, "save the file as UTF-8")


def test_a_table_that_stands_twice_is_told(tmp_path: Path) -> None:
    found = fault(write(tmp_path, {"facts.tsv": FACTS.replace(",", "\t")}))
    assert (found.code, found.where.file) == ("two-tables", "data/x/facts.tsv")


def test_a_head_that_stands_twice_is_told(tmp_path: Path) -> None:
    found = fault(write(tmp_path, {"briefing.yml": HEAD}))
    assert (found.code, found.where.file) == ("two-heads", "data/x/briefing.yml")


def test_files_that_are_too_large_are_told_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LARGEST_TEXT", 200)
    assert fault(write(tmp_path)).code == "source-too-large"


def test_a_link_out_of_the_folder_is_told(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "facts.csv").rename(tmp_path / "facts.csv")
    (place / "facts.csv").symlink_to(tmp_path / "facts.csv")
    assert fault(place).code == "source-outside"


def test_a_link_that_a_user_names_is_followed(tmp_path: Path) -> None:
    book = tmp_path / "all.yaml"
    book.write_text(HEAD + "facts: []\nindicators: []\n", "utf-8")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "today.yaml").symlink_to(book)
    assert load(tmp_path / "links" / "today.yaml").id == "today"
    write(tmp_path).rename(tmp_path / "real")
    (tmp_path / "data" / "linked").symlink_to(tmp_path / "real")
    assert load(tmp_path / "data" / "linked").file == "data/linked/briefing.yaml"


def test_a_name_is_the_same_on_every_file_system(tmp_path: Path) -> None:
    composed, decomposed = "caf\u00e9.png", "cafe\u0301.png"
    one = load(write(tmp_path / "a", {composed: drawn("PNG")}))
    other = load(write(tmp_path / "b", {decomposed: drawn("PNG")}))
    assert list(one.media) == list(other.media) == [composed]
    assert one.digest == other.digest


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "facts.csv").unlink()
    os.mkfifo(place / "facts.csv")
    assert fault(place).code == "source-unreadable"


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    place = write(tmp_path, {"README.md": "notes", "raw/old.csv": b"\xff", "~$briefing.xlsx": b"x"})
    assert load(place).digest == load(write(tmp_path / "other")).digest


def test_the_digest_does_not_know_folder_newlines_or_encoding(tmp_path: Path) -> None:
    plain = load(write(tmp_path / "a")).digest
    head, facts = (text.replace("\n", "\r\n").encode("utf-16") for text in (HEAD, FACTS))
    moved = write(tmp_path / "b", head=head, facts=facts)
    moved = moved.rename(tmp_path / "elsewhere")
    assert load(moved).digest == plain
    assert len(plain) == 64


@pytest.mark.parametrize(("head", "facts"), [(HEAD, FACTS.replace("3.2", "3.3")), (HEAD + "a: 1\n", FACTS)])
def test_the_digest_changes_with_any_content(head: str, facts: str, tmp_path: Path) -> None:
    assert load(write(tmp_path / "a", head=head, facts=facts)).digest != load(write(tmp_path / "b")).digest


def test_the_digest_changes_with_a_name(tmp_path: Path) -> None:
    place = write(tmp_path / "a")
    (place / "briefing.yaml").rename(place / "briefing.yml")
    assert load(place).digest != load(write(tmp_path / "b")).digest


def test_each_ending_has_a_source() -> None:
    assert set(SOURCES) == {".yaml", ".yml", ".json", ".csv", ".tsv", ".xlsx", ".md", ".png", ".jpg", ".jpeg"}


def test_faults_of_different_files_come_together(tmp_path: Path) -> None:
    found = faults(write(tmp_path, {"a.png": b"no", "text.fr.md": "# A {#a}\n"}, facts=b"\x81", indicators=b""))
    assert {finding.where.file for finding in found} == {
        "data/x/a.png",
        "data/x/text.fr.md",
        "data/x/facts.csv",
        "data/x/indicators.csv",
    }
