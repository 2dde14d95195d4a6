"""The gettext catalogues of fixed words."""

from __future__ import annotations

import string
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from reportgen.errors import TemplateError
from reportgen.languages import LANGUAGES
from reportgen.languages import catalogue as words_of
from reportgen.languages.catalogue import FOLDER
from tests.languages.samples import EN, HANT, ZH


def catalogue(code: str) -> Path:
    return FOLDER / code.replace("-", "_") / "LC_MESSAGES" / "reportgen.po"


def messages(code: str) -> dict[str, str]:
    with catalogue(code).open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_catalogue_says_what_its_source_says(code: str) -> None:
    compiled = BytesIO()
    with catalogue(code).open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    with catalogue(code).with_suffix(".mo").open("rb") as file:
        committed = {message.id: message.string for message in read_mo(file) if message.id}
    assert committed == {message.id: message.string for message in read_mo(compiled) if message.id}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_says_every_fixed_word(code: str) -> None:
    words = messages(code)
    assert words.keys() == messages("en").keys()
    assert all(words.values())
    assert all(LANGUAGES[code].word(key) == text for key, text in words.items())


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_fills_the_same_places(code: str) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english = messages("en")
    assert {key: places(text) for key, text in messages(code).items()} == {
        key: places(text) for key, text in english.items()
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_catalogue_has_a_percent_sign_or_a_sentence_for_a_key(code: str) -> None:
    for key, text in messages(code).items():
        assert "%" not in text
        assert key.replace("-", "").isalpha()
        assert key.islower()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_catalogue_folder_is_without_a_language(code: str) -> None:
    folders = {path.name for path in FOLDER.iterdir()}
    assert folders == {known.replace("-", "_") for known in LANGUAGES}
    assert catalogue(code).is_file()


def test_a_fixed_word_takes_its_values() -> None:
    assert EN.word("page-of", n="1", m="3") == "Page 1 of 3"
    assert ZH.word("page-of", n="1", m="3") == "第1页，共3页"
    assert HANT.word("photo-by", name="何超") == "攝/何超"
    assert EN.word("photo-by", name="He Chao") == "Photo by He Chao"


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_word_or_value_is_an_error_and_never_shows_its_key(code: str) -> None:
    with pytest.raises(TemplateError, match=f"there is no fixed word “colophon” in “{code}”"):
        LANGUAGES[code].word("colophon")
    with pytest.raises(TemplateError, match="the fixed word “page-of” needs a value for 'm'"):
        LANGUAGES[code].word("page-of", n="1")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("第{n}页，共{m页", "does not match"),
        ("第{n}页，共}m页", "does not match"),
        ("第{n}页，共%(m)s页", "percent sign"),
        ("第{n}页", "does not have the places of “en”"),
        ("第{n}页，共{total}页", "does not have the places of “en”"),
        ("第{}页，共{m}页", "does not have the places of “en”"),
    ],
)
def test_a_translation_that_is_not_well_formed_is_told(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code, said in (("en", "Page {n} of {m}"), ("zh", text)):
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        words = Catalog(locale=code)
        words.add("page-of", said)
        with (folder / "reportgen.mo").open("wb") as file:
            write_mo(file, words)
    monkeypatch.setattr(words_of, "FOLDER", tmp_path)
    words_of._catalogue.cache_clear()
    words_of._sound.cache_clear()
    try:
        with pytest.raises(TemplateError, match=fault):
            ZH.word("page-of", n="1", m="3")
    finally:
        words_of._catalogue.cache_clear()
        words_of._sound.cache_clear()
