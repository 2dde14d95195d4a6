"""Numbers and texts are written so that a PDF parser reads them back."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.pdf.syntax import number, numbers, text_string

WRITTEN = [
    (0.0, "0"),
    (-0.0001, "0"),
    (12.0, "12"),
    (0.5, "0.5"),
    (1 / 3, "0.333"),
    (1e7, "10000000"),
    (-2.25, "-2.25"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_a_number_is_short_and_never_has_an_exponent(value: float, text: str) -> None:
    assert number(value) == text


def test_numbers_stand_apart() -> None:
    assert numbers(1, 0, 0.25) == "1 0 0.25"


@given(st.floats(-1e6, 1e6))
def test_a_number_is_right_to_a_thousandth(value: float) -> None:
    assert float(number(value)) == pytest.approx(value, abs=0.00051)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert str(pikepdf.Object.parse(text_string(text))) == text


def test_a_delimiter_in_a_text_ends_nothing() -> None:
    assert str(pikepdf.Object.parse(text_string(r"a) (b \ c"))) == r"a) (b \ c"
    assert text_string("数") == b"<FEFF6570>"
