"""Widths of marks and gaps, in ems (CLREQ 3.1.6 and 3.2.3)."""

from __future__ import annotations

import pytest

from tests.writers.pdf.setting import ems


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("渝中", 2.0),
        ("渝，中", 3.0),  # a mark in the line is as wide as a character
        ("渝中。", 2.5),  # at the end of a line it is half as wide (GB/T 15834 5.1.10)
        ("“渝中", 2.5),  # and so at the beginning
        ("渝”，中", 3.5),  # two marks share one blank
        ("渝。“中", 3.5),
        ("渝《“中", 3.5),
        ("渝——中", 4.0),
        ("渝……中", 4.0),
        ("渝·中", 3.0),
    ],
)
def test_marks_are_half_an_em_and_their_blanks_merge(text: str, width: float) -> None:
    assert ems(text) == pytest.approx(width, abs=0.01)


@pytest.mark.parametrize("spaced", ["增长3增", "增长 3 增", "增长3 增"])
def test_han_and_latin_stand_a_quarter_em_apart_however_they_are_typed(spaced: str) -> None:
    assert ems(spaced) == pytest.approx(3.5 + ems("3"), abs=0.01)


@pytest.mark.parametrize("text", ["，GDP。", "（GDP）", "“GDP”"])
def test_no_gap_is_added_inside_brackets_or_beside_a_mark(text: str) -> None:
    blank = 0.5 if text[0] == "，" else 0.0
    assert ems(text) == pytest.approx(1.0 + blank + ems("GDP"), abs=0.01)


def test_a_note_or_percent_sign_clings_to_its_number() -> None:
    assert ems("3％") == pytest.approx(1.0 + ems("3"), abs=0.01)


def test_an_ideographic_space_is_one_em() -> None:
    assert ems("渝　中") == pytest.approx(3.0, abs=0.01)


def test_quotes_take_the_width_of_their_language() -> None:
    chinese, english = ems("“GDP”"), ems("“GDP”", "en")
    assert chinese > english
    assert ems("Yuzhong’s") == ems("Yuzhong’s", "en")
