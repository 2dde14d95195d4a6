"""Every character finds a face that has it, or is named in an error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import Chart, Figure, Masthead, Note, Paragraph, Piece, Strong, Text, Words
from reportgen.errors import WriterError
from reportgen.writers.pdf.fonts import Fonts
from tests.documents import panel_document, words
from tests.writers.pdf.sheets import BODY, FONTS, THEME, document


def missing(*blocks: Paragraph | Masthead | Chart, title: Words = ()) -> list[tuple[str, str]]:
    with pytest.raises(WriterError) as caught:
        Fonts(THEME).require(document(blocks=blocks, **({"title": title} if title else {})))
    return [(finding.where.block, finding.message) for finding in caught.value.findings]


def paragraph(*content: object, id: str = "p") -> Paragraph:  # noqa: A002
    return Paragraph(id=id, words=words("zh", *content))  # type: ignore[arg-type]


def test_each_script_has_its_own_face() -> None:
    assert FONTS.pick(BODY, "亿", latin=False) is FONTS.han(BODY)
    assert FONTS.pick(BODY, "a", latin=True) is FONTS.latin(BODY)


def test_a_character_that_both_have_is_set_by_the_script_asked_for() -> None:
    assert FONTS.pick(BODY, "“", latin=False) is FONTS.han(BODY)
    assert FONTS.pick(BODY, "“", latin=True) is FONTS.latin(BODY)


def test_a_character_that_the_script_lacks_is_set_by_the_other() -> None:
    assert FONTS.pick(BODY, "亿", latin=True) is FONTS.han(BODY)


def test_a_character_outside_the_family_is_set_by_another_family() -> None:
    label, char = THEME.style("card.label"), "䶿"
    assert not FONTS.han(label).gid(char)
    assert FONTS.pick(label, char, latin=False) is FONTS.han(BODY)


def test_a_bolder_style_picks_bolder_faces() -> None:
    assert FONTS.han(replace(BODY, weight="bold")).name == "noto-sans-sc-bold"


def test_line_breaks_and_joiners_need_no_glyph() -> None:
    for char in "\n\u200b\ufe0f":
        assert FONTS.pick(BODY, char, latin=False) is FONTS.han(BODY)


def test_a_character_that_no_face_has_is_an_error_that_names_it() -> None:
    with pytest.raises(WriterError, match=r"no face has “😀” U\+1F600 \(grinning face\)"):
        FONTS.pick(BODY, "😀", latin=True)


def test_all_missing_characters_of_a_document_are_told_at_once_with_their_places() -> None:
    strong = Strong((Text("粗😁"), Note((Text("注😂"),))))
    told = missing(paragraph("好😀好😀", id="one"), paragraph(strong, id="two"))
    assert [block for block, _ in told] == ["one", "two", "two"]
    assert [message.split()[3] for _, message in told] == ["“😀”", "“😁”", "“😂”"]


def test_missing_characters_are_found_wherever_words_are_printed() -> None:
    figure = Figure("f", "value", (Piece("number", "😀"),))
    assert missing(paragraph(figure))[0][0] == "p"
    assert missing(Masthead(id="m", title=words("zh", "题"), year="😀"))[0][0] == "m"
    assert missing(Chart(id="c", kind="bar", title=(), categories=(), series=(), unit="😀"))[0][0] == "c"
    assert missing(paragraph("好"), title=words("zh", "😀"))[0][0] == "d"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_newspaper_panel_has_no_missing_character(lang: str) -> None:
    Fonts(THEME).require(panel_document(lang))
