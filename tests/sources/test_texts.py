"""Authored prose is cut into units that every language has."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts import Unit
from reportgen.sources import load
from tests.sources.briefings import faults, write

ZH = "# 核心提示 {#key-points}\n\n第一段。\n\n## 小标题\n\n第二段。\n\n\n# 结语 {#end}\n正文\n"
EN = "# Key points {#key-points}\nOne.\n# The {end} {#end}\n"


def test_a_unit_runs_to_the_next_heading_of_the_first_level(tmp_path: Path) -> None:
    texts = load(write(tmp_path, {"text.zh.md": ZH, "text.en.md": EN})).texts
    assert texts["zh"]["key-points"] == Unit("核心提示", "第一段。\n\n## 小标题\n\n第二段。", "data/x/text.zh.md", 3)
    assert texts["zh"]["end"] == Unit("结语", "正文", "data/x/text.zh.md", 11)
    assert texts["en"]["end"] == Unit("The {end}", "", "data/x/text.en.md", 4)


def test_a_heading_within_a_code_fence_begins_no_unit(tmp_path: Path) -> None:
    text = "# A {#a}\n```sh\n# not a heading\n```\nend\n"
    texts = load(write(tmp_path, {"text.zh.md": text, "text.en.md": text})).texts
    assert texts["zh"]["a"].body == text.partition("\n")[2].rstrip()


def test_prose_in_a_further_language_may_wait_in_the_folder(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"text.zh.md": ZH, "text.en.md": EN, "text.zh-Hant.md": "# 一 {#key-points}\n"}
    assert set(load(write(tmp_path, files)).texts) == {"zh", "en", "zh-Hant"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# Key points\nOne.\n# End {#end}\n", "unit-without-id", 1),
        ("# Key points {.big}\n# End {#end}\n", "unit-without-id", 1),
        ("# Key points {#1 2}\n# End {#end}\n", "unit-without-id", 1),
        ("# {#key-points}\n# End {#end}\n", "unit-without-title", 1),
        (EN + "# Again {#end}\n", "duplicate-id", 4),
        ("\nBefore.\n" + EN, "text-before-unit", 2),
        (EN + "a\x0bb\n", "source-character", 4),
    ],
)
def test_a_slip_in_prose_is_told_with_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    found = [item for item in faults(write(tmp_path, {"text.zh.md": ZH, "text.en.md": text})) if item.code == code]
    assert [(item.where.file, item.where.line) for item in found] == [("data/x/text.en.md", line)]


def test_a_unit_that_one_language_lacks_is_told_where_the_other_has_it(tmp_path: Path) -> None:
    (found,) = faults(write(tmp_path, {"text.zh.md": ZH, "text.en.md": EN.partition("# The")[0]}))
    assert (found.code, found.where.file) == ("missing-language", "data/x/text.zh.md")
    assert found.hint == "add # … {#end} to text.en.md"


def test_a_language_without_any_prose_lacks_every_unit(tmp_path: Path) -> None:
    found = faults(write(tmp_path, {"text.zh.md": ZH}))
    assert [finding.message for finding in found] == [
        "the unit key-points has no text in en",
        "the unit end has no text in en",
    ]
