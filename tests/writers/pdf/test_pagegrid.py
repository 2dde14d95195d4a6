"""Official documents stand on their grid: 22 lines a page, 28 characters a line (GB/T 9704-2012, 5.2.4)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from reportgen.document import Block, Cell, Heading, Paragraph, Table
from reportgen.errors import UsageError
from reportgen.themes import load_theme
from reportgen.themes.theme import FOLDER
from reportgen.writers.pdf import write
from tests.documents import words
from tests.writers.pdf.judges import page_faults
from tests.writers.pdf.pages import Char, made

OFFICIAL = load_theme("official")
PAGE = OFFICIAL.page
PITCH = (PAGE.height - PAGE.top - PAGE.bottom) / PAGE.lines
HAN = "坚持稳中求进工作总基调完整准确全面贯彻新发展理念加快构建新发展格局着力推动高质量发展"


def text(characters: int) -> Paragraph:
    return Paragraph(words=words("zh", (HAN * (characters // len(HAN) + 1))[:characters]))


@cache
def lines(*blocks: Block) -> list[list[list[Char]]]:
    """The Han characters of every line of every page, by their baselines."""
    found = []
    for page in pypdfium2.PdfDocument(write(made(*blocks), OFFICIAL)):
        shown = page.get_textpage()
        places = range(shown.count_chars())
        chars = [Char(shown.get_text_range(at, 1), *shown.get_charbox(at, loose=True)) for at in places]
        rows: dict[float, list[Char]] = {}
        for char in chars:
            if "一" <= char.text <= "鿿" and char.top - char.bottom > 15:
                rows.setdefault(round(char.bottom, 1), []).append(char)
        found.append(list(rows.values()))
    return found


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    first = lines(text(28 * 40 - 2))[0]
    assert len(first) == 22
    assert [len(line) for line in first] == [26] + [28] * 21, "two are the indent"


def test_lines_stand_one_pitch_apart_and_fill_the_type_area() -> None:
    feet = [line[0].bottom for line in lines(text(28 * 40 - 2))[0]]
    steps = [above - below for above, below in pairwise(feet)]
    assert steps == pytest.approx([PITCH] * 21, abs=0.02)


def test_a_heading_and_a_table_leave_the_text_after_them_on_the_grid() -> None:
    row = (Cell(words=words("zh", "甲")), Cell(words=words("zh", "乙")))
    between = (Heading(level=1, words=words("zh", "总体要求")), Table(caption=words("zh", "表"), body=(row, row, row)))
    plain = lines(text(28 * 40))[0][0][0].bottom
    for block in between:
        last = lines(text(60), block, text(60))[0][-1][0].bottom
        assert (plain - last) / PITCH == pytest.approx(round((plain - last) / PITCH), abs=0.01)


def test_english_pages_and_other_themes_have_no_grid() -> None:
    english = made(Paragraph(words=words("en", "Growth was steady.")), lang="en")
    bare = replace(OFFICIAL, page=replace(PAGE, lines=0, chars=0))
    assert write(english, OFFICIAL) == write(english, bare)
    assert load_theme("newsprint-red").page.lines == 0


def test_a_page_on_the_grid_is_accessible_and_archival() -> None:
    document = made(Heading(level=1, words=words("zh", "总体要求")), *(text(500) for _ in range(4)))
    assert page_faults(write(document, OFFICIAL)) == []


def test_a_grid_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    whole = (FOLDER / "official.toml").read_text(encoding="utf-8")
    path.write_text(whole.replace("lines = 22", 'lines = "many"\ncolumns = 3'), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_theme(str(path))
    assert [finding.message.split(";")[0] for finding in caught.value.findings] == [
        "page.lines is 'many'",
        "page: unknown token “columns”",
    ]
