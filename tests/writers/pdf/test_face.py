"""Faces open quickly, shape text and say what is wrong with a font file."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from reportgen.errors import WriterError
from reportgen.themes import Face
from reportgen.writers.pdf.face import Typeface, open_face
from tests.writers.pdf.sheets import BODY, FONTS, THEME

SERIF, SONG = BODY.pair.latin, BODY.pair.han
FACES = {
    face.name: face
    for family in THEME.families.values()
    for pair in family.faces.values()
    for face in (pair.han, pair.latin)
}


def path_of(face: Face) -> Path:
    spec = find_spec(face.package)
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / face.file


def message_of(face: Face, folder: Path | None = None) -> str:
    with pytest.raises(WriterError) as caught:
        open_face(face, folder)
    return str(caught.value)


def in_folder(folder: Path, data: bytes, **changes: object) -> Face:
    (folder / "own.ttf").write_bytes(data)
    return replace(SERIF, package="", file="own.ttf", checksum="", **changes)  # type: ignore[arg-type]


def test_every_pinned_font_is_the_file_that_its_digest_says() -> None:
    for face in {face.file: face for face in FACES.values()}.values():
        assert hashlib.sha256(path_of(face).read_bytes()).hexdigest() == face.sha256


@pytest.mark.parametrize("name", sorted(FACES))
def test_every_face_of_the_theme_opens_with_plausible_metrics(name: str) -> None:
    face = open_face(FACES[name])
    assert face.descent < 0 < face.x_height < face.cap_height < face.ascent
    assert face.kind in ("glyf", "CFF")
    assert FACES[name].checksum


def test_a_heavier_point_of_the_weight_axis_is_wider() -> None:
    regular, black = open_face(FACES["inter-regular"]), open_face(FACES["inter-black"])
    assert black.advance(black.gid("m")) > regular.advance(regular.gid("m"))


def test_a_character_that_the_face_lacks_has_glyph_0() -> None:
    assert FONTS.latin(BODY).gid("亿") == 0
    assert FONTS.han(BODY).gid("亿") > 0


def test_han_characters_are_one_em_wide() -> None:
    assert {glyph.advance for glyph in FONTS.han(BODY).shape("数读上半年，")} == {1000.0}


def test_a_ligature_stands_for_its_letters() -> None:
    shaped = FONTS.latin(BODY).shape("office")
    assert [glyph.text for glyph in shaped] == ["o", "ffi", "c", "e"]


def test_kerning_brings_letters_together() -> None:
    face = FONTS.latin(BODY)
    alone = sum(face.advance(face.gid(char)) for char in "To")
    assert face.width("To", 1000) < alone


def test_the_text_of_the_glyphs_is_the_text_that_was_shaped() -> None:
    for text in ("The office, first", "e\u0301 x\u0323", "葛\U000e0100饰"):
        for face in (FONTS.latin(BODY), FONTS.han(BODY)):
            assert "".join(glyph.text for glyph in face.shape(text)) == text


def test_characters_that_only_steer_line_breaking_leave_no_trace() -> None:
    shaped = FONTS.latin(BODY).shape("soft\u00adhy\u200bphen")
    assert "".join(glyph.text for glyph in shaped) == "softhyphen"
    assert all(glyph.gid for glyph in shaped)


def test_a_combining_mark_keeps_its_place() -> None:
    mark = FONTS.latin(BODY).shape("x\u0323")[1]
    assert (mark.text, mark.advance) == ("\u0323", 0.0)
    assert mark.offset < 0


def test_features_change_the_glyphs() -> None:
    face = open_face(FACES["inter-regular"])
    tabular = {glyph.advance for glyph in face.shape("0123456789", (("tnum", 1),))}
    assert len(tabular) == 1
    assert len({glyph.advance for glyph in face.shape("0123456789")}) > 1


def test_the_locale_does_not_reach_the_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    before = FONTS.han(BODY).shape("直骨角")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert Typeface(SONG, path_of(SONG)).shape("直骨角") == before


def test_bounds_hold_the_ink_of_a_glyph() -> None:
    face = FONTS.latin(BODY)
    left, bottom, right, top = face.bounds(face.gid("H"))
    assert 0 < left < right < face.advance(face.gid("H"))
    assert bottom == pytest.approx(0, abs=5)
    assert top == pytest.approx(face.cap_height, abs=5)
    assert face.bounds(face.gid(" ")) == (0, 0, 0, 0)


def test_opening_a_face_again_gives_the_open_one() -> None:
    assert open_face(SERIF) is open_face(SERIF)


def test_a_font_package_that_is_not_installed_is_named() -> None:
    assert "pip install no-such-fonts" in message_of(replace(SERIF, package="no_such_fonts"))


def test_a_font_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "there is no file own.ttf" in message_of(replace(SERIF, package="", file="own.ttf"), tmp_path)
    assert "reinstall justmytype-western-core" in message_of(replace(SERIF, file="fonts/none.ttf"))


def test_another_version_of_a_pinned_font_is_refused() -> None:
    assert "is not the pinned file" in message_of(replace(SERIF, checksum="00000000"))


@pytest.mark.parametrize("data", [b"", b"no font at all", b"\0\1\0\0\0\0\0\0\0\0\0\0"])
def test_a_broken_font_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "own.ttf" in message_of(in_folder(tmp_path, data), tmp_path)


def test_a_truncated_font_file_is_refused(tmp_path: Path) -> None:
    assert "not a whole font" in message_of(in_folder(tmp_path, path_of(SERIF).read_bytes()[:3000]), tmp_path)


def test_an_axis_that_the_font_lacks_is_refused() -> None:
    assert "has no axis wdth at 75" in message_of(replace(SERIF, axes=(("wdth", 75.0),)))
    assert "opsz 8–60, wght 200–900" in message_of(replace(SERIF, axes=(("wght", 1000.0),)))
    assert "the font has none" in message_of(replace(SONG, axes=(("wght", 700.0),)))


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    data = bytearray(path_of(SERIF).read_bytes())
    count = struct.unpack_from(">H", data, 4)[0]
    records = [struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count)]
    os2 = next(offset for tag, _, offset, _ in records if tag == b"OS/2")
    struct.pack_into(">H", data, os2 + 8, 2)
    assert "forbids embedding" in message_of(in_folder(tmp_path, bytes(data)), tmp_path)


def test_a_face_of_a_collection_that_is_not_there_is_refused(tmp_path: Path) -> None:
    face = in_folder(tmp_path, path_of(SERIF).read_bytes(), index=3)
    assert "not a whole font" in message_of(face, tmp_path)


def collection(*fonts: bytes) -> bytes:
    """Put whole TrueType fonts one after another under the header of a collection (OpenType, TTC header 1.0)."""
    start = 12 + 4 * len(fonts)
    offsets, body = [], b""
    for font in fonts:
        offsets.append(start + len(body))
        moved = bytearray(font)
        for record in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
            struct.pack_into(">L", moved, record + 8, struct.unpack_from(">L", font, record + 8)[0] + offsets[-1])
        body += bytes(moved) + bytes(-len(moved) % 4)
    return struct.pack(f">4sLL{len(fonts)}L", b"ttcf", 0x00010000, len(fonts), *offsets) + body


def test_a_face_of_a_collection_is_opened_by_its_index(tmp_path: Path) -> None:
    inter = path_of(FACES["inter-regular"]).read_bytes()
    face = in_folder(tmp_path, collection(inter, path_of(SERIF).read_bytes()), index=1)
    assert open_face(face, tmp_path).shape("office") == FONTS.latin(BODY).shape("office")


def test_a_face_beyond_the_end_of_a_collection_is_refused(tmp_path: Path) -> None:
    face = in_folder(tmp_path, collection(path_of(SERIF).read_bytes()), index=1)
    assert "with a face 1" in message_of(face, tmp_path)
