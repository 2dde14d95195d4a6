"""What is read from a page is what was typed, whatever the gaps between its glyphs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reportgen.writers.pdf.face import Glyph
from reportgen.writers.pdf.pieces import Piece, pieces
from tests.writers.pdf.judges import opened, page_faults, text_of
from tests.writers.pdf.sheets import BODY, FONTS, INK, canvas, figure_line, glyphs

SERIF, SONG = FONTS.latin(BODY), FONTS.han(BODY)
GAPS = [0.0, 0.3, 0.9, 1.0, 1.3, 2.1, 2.625, 3.9, 6.3, 9.4]
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")


def line(gap: float) -> bytes:
    sheet = canvas()
    figure_line(sheet, gap)
    return sheet.finish()


def poppler(data: bytes, folder: Path, *command: str) -> str:
    (folder / "line.pdf").write_bytes(data)
    run = subprocess.run([*command, str(folder / "line.pdf"), "-"], capture_output=True, check=True, encoding="utf-8")
    return run.stdout.strip()


@pytest.mark.parametrize("gap", GAPS)
def test_a_figure_between_han_characters_is_copied_as_it_was_typed(gap: float) -> None:
    assert text_of(line(gap)) == "增长765.9亿元"


@needs_pdftotext
@pytest.mark.parametrize("gap", GAPS)
def test_another_reader_copies_the_same(gap: float, tmp_path: Path) -> None:
    assert poppler(line(gap), tmp_path, "pdftotext") == "增长765.9亿元"


def test_a_bridged_line_passes_the_judge() -> None:
    assert page_faults(line(2.6)) == []


def test_the_structure_says_the_figure_whole() -> None:
    content = opened(line(2.6)).pages[0].Contents.read_bytes().decode("ascii")
    assert f"/ActualText <FEFF{'765.9'.encode('utf-16-be').hex().upper()}>" in content


def test_a_tracked_title_is_one_word() -> None:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, SONG, 10, INK, [(glyph, 3.0) for glyph in SONG.shape("数读上半年")])
    assert text_of(sheet.finish()) == "数读上半年"


@pytest.mark.parametrize("gap", [0.5, 1.0, 2.0, 3.0, 6.0])
def test_the_small_unit_after_a_large_number_is_copied_without_a_space(gap: float) -> None:
    sheet = canvas()
    number = glyphs("9754", gap, latin=True)
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, SERIF, 26, INK, number)
        sheet.text(50 + Piece(number).width(26), 700, SONG, 11, INK, "户")
    assert text_of(sheet.finish()) == "9754户"


def test_a_tracked_line_keeps_its_spaces() -> None:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, SERIF, 10, INK, [(glyph, 1.2) for glyph in SERIF.shape("In the opening year, action")])
    data = sheet.finish()
    assert text_of(data) == "In the opening year, action"
    assert opened(data).pages[0].Contents.read_bytes().count(b"ActualText") == 1


def test_a_stretched_word_space_is_one_space() -> None:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        run = [(glyph, 4.0 if glyph.text == " " else 0.0) for glyph in SERIF.shape("GDP grew 5.4 percent")]
        sheet.show(50, 700, SERIF, 10, INK, run)
    data = sheet.finish()
    assert text_of(data) == "GDP grew 5.4 percent"
    assert b"ActualText" not in opened(data).pages[0].Contents.read_bytes()


def test_a_gap_of_more_than_an_em_divides() -> None:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, SONG, 10, INK, [*glyphs("左", 40.0), *glyphs("右", 0.0)])
    assert text_of(sheet.finish()) == "左 右"


def test_bridging_moves_no_glyph() -> None:
    run = [(glyph, 2.6) for glyph in SONG.shape("同比增长")]
    total = sum(piece.width(10.5) for piece in pieces(SONG, 10.5, run))
    assert total == pytest.approx(Piece(run).width(10.5))


def test_a_word_beside_a_gap_stays_whole() -> None:
    run = [*glyphs("up ", 0.0, latin=True), *glyphs("5.4%", 2.6, latin=True)]
    assert [piece.text for piece in pieces(SERIF, 10.5, run)] == ["", "5.4%"]


def test_a_cluster_of_several_glyphs_says_its_text() -> None:
    first = Glyph(SERIF.gid("x"), "x̣", SERIF.advance(SERIF.gid("x")))
    run = [(first, 0.0), (Glyph(SERIF.gid("\u0323"), "", 0.0, -300.0), 0.0)]
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, SERIF, 10, INK, run)
    data = sheet.finish()
    assert text_of(data) == "x̣"
    assert page_faults(data) == []


def test_an_artifact_is_drawn_without_pieces() -> None:
    sheet = canvas()
    with sheet.artifact("Pagination"):
        sheet.show(50, 700, SONG, 10, INK, [(glyph, 3.0) for glyph in SONG.shape("页脚")])
    data = sheet.finish()
    assert b"MCID" not in opened(data).pages[0].Contents.read_bytes()
    assert page_faults(data) == []
