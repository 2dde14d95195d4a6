"""Fixed words from gettext catalogues: a language and a symbolic key in, the word out."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter

from reportgen.errors import Finding, Place, TemplateError

FOLDER = Path(__file__).parent / "locale"
REFERENCE = "en"
"""The language whose words say which places each word has."""


class _Unknown(NullTranslations):
    """Stands behind a catalogue, so that a missing word is an error and never shows its key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        raise TemplateError.of("word-unknown", f"there is no fixed word “{message}” in “{self._language}”")


def fixed_word(language: str, key: str, values: dict[str, str]) -> str:
    """Return the word `key` of `language` with its places filled.

    Raises TemplateError where either is missing, and where a translation is not well formed: a brace without its other,
    a percent sign, which other tools take for a place, or other places than the word has in `REFERENCE`.
    """
    text = _sound(language, key)
    try:
        return text.format(**values) if values else text
    except (KeyError, IndexError) as error:
        raise TemplateError.of("word-value", f"the fixed word “{key}” needs a value for {error}") from error


@cache
def _sound(language: str, key: str) -> str:
    text = _catalogue(language).gettext(key)
    wanted = _places(REFERENCE, key, _catalogue(REFERENCE).gettext(key))
    found = _places(language, key, text)
    if found != wanted:
        named = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "no places"
        raise _unsound(language, key, f"does not have the places of “{REFERENCE}”", f"let it have {named}")
    return text


def _places(language: str, key: str, text: str) -> set[str]:
    """Return the names between braces of a translation; raise TemplateError where it is not well formed."""
    if "%" in text:
        raise _unsound(language, key, "has a percent sign", "write percent, or use the language's numbers")
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise _unsound(
            language, key, f"has a brace that does not match ({error})", "write {{ or }} for a brace"
        ) from error


def _unsound(language: str, key: str, what: str, hint: str) -> TemplateError:
    return TemplateError(
        Finding("word-unsound", f"the fixed word “{key}” in “{language}” {what}", Place(f"{language}.po"), hint)
    )


@cache
def _catalogue(language: str) -> GNUTranslations:
    path = FOLDER / language.replace("-", "_") / "LC_MESSAGES" / "reportgen.mo"
    with path.open("rb") as file:
        translations = GNUTranslations(file)
    translations.add_fallback(_Unknown(language))
    return translations
