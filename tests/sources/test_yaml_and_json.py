"""What an author writes is kept as written, and what cannot be read is told with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from reportgen.facts import Content
from reportgen.sources import load
from tests.sources.briefings import HEAD, fault, faults, write

ODD = ["3.20", "no", "012", "12:30", "2023-06-30", "1_000", "~", "null", "0x1F", "1e3", ".5", "true"]


def json_head(**more: object) -> str:
    return json.dumps({**yaml.load(HEAD, yaml.BaseLoader), **more}, ensure_ascii=False, indent=1)


def test_every_yaml_scalar_stays_the_string_that_was_written(tmp_path: Path) -> None:
    content = load(write(tmp_path, head=f"{HEAD}odd: [{', '.join(ODD)}]\nempty:\n")).content
    assert content == {"odd": ODD, "empty": ""}


def test_every_json_number_stays_the_digits_that_were_written(tmp_path: Path) -> None:
    text = json_head().removesuffix("}") + ',"odd": [3.20, 1e3, -0.0, 12345678901234567890, true, null, "\\u4e2d"]}'
    content = load(_with_json(tmp_path, text)).content
    assert content == {"odd": ["3.20", "1e3", "-0.0", "12345678901234567890", "true", "", "中"]}


def test_yaml_and_json_of_one_content_load_alike(tmp_path: Path) -> None:
    more: dict[str, Content] = {"title": {"zh": "数读", "en": "Numbers"}, "items": [{"facts": ["gdp"]}, []]}
    as_yaml = load(write(tmp_path / "a", head=HEAD + yaml.safe_dump(more, allow_unicode=True)))
    as_json = load(_with_json(tmp_path / "b", json_head(**more)))
    assert as_yaml.content == as_json.content == more
    assert (as_yaml.areas, as_yaml.languages, as_yaml.facts) == (as_json.areas, as_json.languages, as_json.facts)


def _with_json(folder: Path, text: str) -> Path:
    place = write(folder, {"briefing.json": text})
    (place / "briefing.yaml").unlink()
    return place


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 11, "line 9"),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 9, "line 9"),
        ("a: &x 1\n", "yaml-construct", 9, "anchors"),
        ("a: *x\n", "yaml-construct", 9, "aliases"),
        ("a: !!python/object:os.system 1\n", "yaml-construct", 9, "tag"),
        ("? [a]\n: 1\n", "yaml-construct", 9, "key"),
        ("---\na: 1\n", "yaml-construct", 9, "second document"),
        ("a: b: c\n", "yaml-syntax", 9, "mapping values"),
        ("a:\n\t- b\n", "yaml-syntax", 10, "token"),
        ("a: [1\n", "yaml-syntax", 10, "expected"),
        ("a: " + "[" * 50 + "]" * 50 + "\n", "yaml-construct", 9, "deeper"),
        ('a: "\\u0001"\n', "source-character", 9, "U+0001"),
        ("a: x\x02y\n", "source-character", 9, "U+0002"),
        ("a: \u202e reversed\n", "source-character", 9, "RIGHT-TO-LEFT OVERRIDE"),
        ("a: \u0378\n", "source-character", 9, "unassigned"),
        ("a: \ue000\n", "source-character", 9, "private-use"),
    ],
)
def test_yaml_that_cannot_be_read_is_told_with_its_line(
    text: str, code: str, line: int, said: str, tmp_path: Path
) -> None:
    found = fault(write(tmp_path, head=HEAD + text))
    assert (found.code, found.where.file, found.where.line) == (code, "data/x/briefing.yaml", line)
    assert said in found.message


def test_han_characters_newer_than_the_unicode_tables_are_no_fault(tmp_path: Path) -> None:
    assert load(write(tmp_path, head=f"{HEAD}a: \U00031351\U0002ebf0\n")).content["a"]


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ('{\n"a": 1,\n"a": 2}', "duplicate-key", 3, "line 2"),
        ('{\n"a": NaN}', "json-syntax", 2, "NaN"),
        ('{\n"a": -Infinity}', "json-syntax", 2, "-Infinity"),
        ('{\n"a": 1,}', "json-syntax", 2, "double quotes"),
        ('{\n"a": [1 2]}', "json-syntax", 2, ", or ] is missing"),
        ('{\n"a" 1}', "json-syntax", 2, ": is missing"),
        ("{\n'a': 1}", "json-syntax", 2, "double quotes"),
        ('{"a": 1\n} x', "json-syntax", 2, "follows"),
        ('{"a": "x\ny"}', "json-syntax", 1, "control character"),
        ('{"a": "\\ud800"}', "source-character", 1, "U+D800"),
        ('{"a": ' + "[" * 50 + "]" * 50 + "}", "json-syntax", 1, "deeper"),
        ('{"a": ', "json-syntax", 1, "Expecting value"),
        ("[]", "wrong-shape", 1, "a list"),
    ],
)
def test_json_that_cannot_be_read_is_told_with_its_line(
    text: str, code: str, line: int, said: str, tmp_path: Path
) -> None:
    found = next(item for item in faults(_with_json(tmp_path, text)) if item.code == code)
    assert (found.where.file, found.where.line) == ("data/x/briefing.json", line)
    assert said.lower() in found.message.lower()
