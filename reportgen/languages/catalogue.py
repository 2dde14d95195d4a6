"""Fixed words from gettext catalogues: a language and a symbolic key in, the word out."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from reportgen.errors import TemplateError

FOLDER = Path(__file__).parent / "locale"


class _Unknown(NullTranslations):
    """Stands behind a catalogue, so that a missing word is an error and never shows its key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        raise TemplateError.of("word-unknown", f"there is no fixed word “{message}” in “{self._language}”")


def fixed_word(language: str, key: str, values: dict[str, str]) -> str:
    """Return the word `key` of `language` with its places filled; raise TemplateError where either is missing."""
    text = _catalogue(language).gettext(key)
    try:
        return text.format(**values) if values else text
    except (KeyError, IndexError) as error:
        raise TemplateError.of("word-value", f"the fixed word “{key}” needs a value for {error}") from error


@cache
def _catalogue(language: str) -> GNUTranslations:
    path = FOLDER / language.replace("-", "_") / "LC_MESSAGES" / "reportgen.mo"
    with path.open("rb") as file:
        translations = GNUTranslations(file)
    translations.add_fallback(_Unknown(language))
    return translations
