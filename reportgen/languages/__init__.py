"""How a language says a fact: figures, periods, ranks and fixed words, exactly and in its own house style."""

from __future__ import annotations

from reportgen.errors import UsageError
from reportgen.languages import en, zh, zh_hant
from reportgen.languages.language import Language, Script
from reportgen.languages.lists import joined, series
from reportgen.languages.parts import AnyKind, HedgeForm
from reportgen.languages.units import unit_codes

LANGUAGES: dict[str, Language] = {item.code: item for item in (zh.LANGUAGE, zh_hant.LANGUAGE, en.LANGUAGE)}
"""Every language of reports, by its BCP 47 tag."""

__all__ = [
    "LANGUAGES",
    "AnyKind",
    "HedgeForm",
    "Language",
    "Script",
    "joined",
    "language",
    "series",
    "unit_codes",
]


def language(code: str) -> Language:
    """Return the language of `code`; raise UsageError, naming those that are known, for any other."""
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError.of("language-unknown", f"there is no language “{code}”", hint=f"use one of {known}")
    return LANGUAGES[code]
