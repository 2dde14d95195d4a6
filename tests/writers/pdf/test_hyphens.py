"""English words are broken where English allows it, and only where that sets a paragraph closer."""

from __future__ import annotations

import pytest

from reportgen.document import Text
from reportgen.writers.pdf.hyphens import hyphens_of
from tests.writers.pdf.setting import ems, lines, paragraph, style

LONG = (
    "The municipal administration accelerated infrastructure modernisation, strengthened environmental "
    "responsibilities, and institutionalised interdepartmental communication throughout manufacturing "
    "neighbourhoods, notwithstanding extraordinarily unfavourable circumstances."
)


def ended(width: float) -> list[str]:
    """The lines that break a word, in a measure of `width` ems."""
    whole = set(LONG.split())
    found = lines(LONG, width * style().size, "en", look=style(align="justify"))
    return [line for line in found[:-1] if line.split()[-1] not in whole]


def shown(word: str, lang: str = "en") -> str:
    places = hyphens_of(word, lang)
    return "".join(("-" if index in places else "") + char for index, char in enumerate(word))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("consumption", "con-sump-tion"),
        ("“development,”", "“de-vel-op-ment,”"),
        ("growth", "growth"),
        ("Chongqing", "Chongqing"),
        ("high-quality", "high-quality"),
        ("PM2.5", "PM2.5"),
        ("trade", "trade"),
    ],
)
def test_words_part_by_syllables_and_names_and_codes_stay_whole(word: str, parts: str) -> None:
    assert shown(word) == parts


def test_two_letters_stay_before_a_hyphen_and_three_after() -> None:
    for word in LONG.replace(",", "").replace(".", "").split():
        assert all(2 <= place <= len(word) - 3 for place in hyphens_of(word, "en"))


def test_a_language_without_patterns_breaks_no_word() -> None:
    assert shown("consumption", "de") == "consumption"


def test_a_loose_paragraph_is_set_closer_with_hyphens() -> None:
    body = paragraph(LONG, "en", style(align="justify"))
    broken = [width for width in range(23, 40) if ended(width)]
    assert broken, "some measure wants a hyphen"
    for width in broken:
        assert max(line.ratio for line in body.break_lines(width * style().size)) <= 3.0


def test_a_hyphen_is_drawn_and_copied_as_a_soft_one() -> None:
    body = paragraph(LONG, "en", style(align="justify"))
    width = next(width for width in range(23, 40) if ended(width)) * style().size
    whole = set(LONG.split())
    line = next(line for line in body.break_lines(width) if line.text.split()[-1] not in whole)
    assert [glyph.text for glyph in line.units[-1].hyphen] == ["\u00ad"]
    assert line.left + line.width <= width + 0.01


def test_ragged_words_are_never_broken() -> None:
    whole = set(LONG.split())
    for width in range(14, 40):
        found = lines(LONG, width * style().size, "en", look=style(align="start"))
        assert all(line.split()[-1] in whole for line in found)


def test_english_words_in_chinese_text_stay_whole() -> None:
    text = (Text("全区推进"), Text("infrastructure"), Text("建设，稳步推进高质量发展。"))
    for width in range(8, 20):
        room = max(width * style().size, ems("infrastructure") * style().size)
        assert any("infrastructure" in line for line in lines(text, room, "zh"))
