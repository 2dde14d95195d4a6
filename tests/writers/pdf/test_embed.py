"""Embedded fonts hold what was used of a face and say what was typed."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]

from reportgen.errors import WriterError
from reportgen.themes import Face, Style
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.face import Glyph, Typeface, open_face
from tests.writers.pdf.judges import needs_verapdf, opened, page_faults, text_of, vera_faults
from tests.writers.pdf.sheets import BODY, FONTS, INK, THEME, canvas
from tests.writers.pdf.test_face import FACES, collection, path_of

SERIF_FACE = BODY.pair.latin
SERIF, SONG = FONTS.latin(BODY), FONTS.han(BODY)
SYSTEM = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
HEI: Style = THEME.style("panel.title")


def drawn(face: Typeface, *texts: str) -> bytes:
    return with_canvas(
        lambda sheet: [sheet.text(50, 700 - 20 * row, face, 10.5, INK, text) for row, text in enumerate(texts)]
    )


def with_canvas(draw: Callable[[TaggedCanvas], object]) -> bytes:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        draw(sheet)
    return sheet.finish()


def fonts_of(data: bytes) -> list[Any]:
    pdf = opened(data)
    return list(pdf.pages[0].Resources.Font.values())


def to_unicode(font: Any) -> dict[int, str]:
    mapped = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    lines = re.findall(rb"<(\w{4})> <(\w+)>\n", mapped)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in lines}


def test_a_face_is_one_font_however_many_glyphs_are_used() -> None:
    text = "".join(chr(0x4E00 + index) for index in range(600))
    data = drawn(SONG, *(text[start : start + 40] for start in range(0, 600, 40)))
    assert len(fonts_of(data)) == 1
    assert text_of(data).replace("\n", "") == text
    assert page_faults(data) == []


def test_every_outline_format_is_embedded_as_the_standard_says() -> None:
    sheet = canvas()
    with sheet.element("P"), sheet.marked():
        sheet.text(50, 700, SONG, 10, INK, "宋")
        sheet.text(50, 680, FONTS.han(HEI), 10, INK, "黑")
    song, hei = fonts_of(sheet.finish())
    assert song.DescendantFonts[0].Subtype == "/CIDFontType0"
    assert song.DescendantFonts[0].FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
    assert hei.Encoding == "/Identity-H"
    assert hei.DescendantFonts[0].Subtype == "/CIDFontType2"
    program = hei.DescendantFonts[0].FontDescriptor.FontFile2
    assert len(program.read_bytes()) == program.Length1


def test_a_variable_face_is_embedded_at_its_point_of_the_axes() -> None:
    face = FONTS.han(HEI)
    font = fonts_of(drawn(face, "黑"))[0].DescendantFonts[0]
    program = hb.Face(font.FontDescriptor.FontFile2.read_bytes())
    assert program.axis_infos == []
    gid = struct.unpack(">2H", font.CIDToGIDMap.read_bytes())[1]
    ink = hb.Font(program).get_glyph_extents(gid)
    left, bottom, right, top = face.bounds(face.gid("黑"))
    assert (ink.x_bearing, ink.y_bearing) == (pytest.approx(left, abs=2), pytest.approx(top, abs=2))
    assert (ink.width, -ink.height) == (pytest.approx(right - left, abs=2), pytest.approx(top - bottom, abs=2))


def test_the_widths_that_readers_see_are_the_faces() -> None:
    font = fonts_of(drawn(SERIF, "Wi"))[0].DescendantFonts[0]
    assert [float(width) for width in font.W[1]][-2:] == [SERIF.advance(SERIF.gid(char)) for char in "Wi"]


def test_a_width_of_one_em_is_left_to_the_default() -> None:
    font = fonts_of(drawn(SONG, "上半年"))[0].DescendantFonts[0]
    assert font.DW == 1000
    assert 1000 not in [width for widths in list(font.W)[1::2] for width in widths]


def test_a_ligature_is_copied_as_its_letters() -> None:
    data = drawn(SERIF, "The office has affinity")
    assert "ffi" in to_unicode(fonts_of(data)[0]).values()
    assert text_of(data) == "The office has affinity"


def test_characters_beyond_the_basic_plane_are_copied_whole() -> None:
    char = next(char for char in map(chr, range(0x20000, 0x2A6D6)) if SONG.gid(char))
    data = drawn(SONG, f"字{char}字")
    assert char in to_unicode(fonts_of(data)[0]).values()
    assert text_of(data) == f"字{char}字"
    assert page_faults(data) == []


def test_one_glyph_for_two_texts_has_two_codes() -> None:
    gid = SONG.gid("金")
    run = [(Glyph(gid, "金", 1000.0), 0.0), (Glyph(gid, "\uf90a", 1000.0), 0.0), (Glyph(gid, "金", 1000.0), 0.0)]
    data = with_canvas(lambda sheet: sheet.show(50, 700, SONG, 10, INK, run))
    assert to_unicode(fonts_of(data)[0]) == {1: "金", 2: "\uf90a"}
    assert page_faults(data) == []


def test_the_same_holds_for_truetype_faces() -> None:
    gid = SERIF.gid("K")
    run = [(Glyph(gid, "K", SERIF.advance(gid)), 0.0), (Glyph(gid, "\u212a", SERIF.advance(gid)), 0.0)]
    data = with_canvas(lambda sheet: sheet.show(50, 700, SERIF, 10, INK, run))
    assert text_of(data) == "K\u212a"
    assert page_faults(data) == []


def test_no_code_says_nothing_or_a_null() -> None:
    said = to_unicode(fonts_of(drawn(SERIF, "abc"))[0])
    assert 0 not in said
    assert all(text and "\0" not in text for text in said.values())


def test_a_cmap_section_has_at_most_100_entries() -> None:
    cmap = fonts_of(drawn(SONG, "".join(chr(0x4E00 + index) for index in range(250))))[0].ToUnicode.read_bytes()
    assert [int(count) for count in re.findall(rb"(\d+) beginbfchar", cmap)] == [100, 100, 50]


def test_the_subset_tag_follows_from_the_glyphs() -> None:
    one, same, other = (str(fonts_of(drawn(SERIF, text))[0].BaseFont) for text in ("abc", "abc", "abd"))
    assert one == same != other
    assert re.fullmatch(r"/[A-Z]{6}\+[\w.-]+", one)


def test_a_missing_glyph_is_never_drawn() -> None:
    with pytest.raises(WriterError, match="has no glyph for “亿”"):
        drawn(SERIF, "765.9亿")


def test_a_face_of_a_collection_is_embedded_alone(tmp_path: Path) -> None:
    single = path_of(SERIF_FACE).read_bytes()
    (tmp_path / "two.ttc").write_bytes(collection(path_of(FACES["inter-regular"]).read_bytes(), single))
    face = open_face(replace(SERIF_FACE, name="second", package="", file="two.ttc", index=1), tmp_path)
    data = drawn(face, "The office")
    assert text_of(data) == "The office"
    assert len(data) < len(drawn(SERIF, "The office")) + 200
    assert page_faults(data) == []


@pytest.mark.skipif(not SYSTEM.is_file(), reason="Noto Serif CJK is not installed")
@needs_verapdf
def test_a_compact_face_of_a_collection_passes_verapdf(tmp_path: Path) -> None:
    face = open_face(Face("bold-song", SYSTEM.name, index=2), SYSTEM.parent)
    assert face.kind == "CFF"
    data = drawn(face, "数读上半年，765.9亿元")
    assert text_of(data) == "数读上半年，765.9亿元"
    assert vera_faults({"song.pdf": data}, tmp_path) == {"song.pdf": []}
