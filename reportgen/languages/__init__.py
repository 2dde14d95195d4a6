"""How a language says a fact: figures, periods, ranks and fixed words, exactly and in its own house style."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.errors import UsageError
from reportgen.languages import en, zh, zh_hant
from reportgen.languages.columns import Column
from reportgen.languages.language import Language, Script
from reportgen.languages.lists import joined, series
from reportgen.languages.outline import outline_mark
from reportgen.languages.parts import AnyKind, HedgeForm
from reportgen.languages.units import unit_codes

LANGUAGES: dict[str, Language] = {item.code: item for item in (zh.LANGUAGE, zh_hant.LANGUAGE, en.LANGUAGE)}
"""Every language of reports, by its BCP 47 tag."""

PROFILES: dict[str, Mapping[str, Language]] = {"en": en.PROFILES}
"""The house styles of the languages that have several, the customary one first."""

__all__ = [
    "LANGUAGES",
    "PROFILES",
    "AnyKind",
    "Column",
    "HedgeForm",
    "Language",
    "Script",
    "joined",
    "language",
    "outline_mark",
    "series",
    "unit_codes",
]


def language(code: str, profile: str = "") -> Language:
    """Return the language of `code`, in the house style `profile` or its customary one; raise UsageError for others."""
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError.of("language-unknown", f"there is no language “{code}”", hint=f"use one of {known}")
    if not profile:
        return LANGUAGES[code]
    styles = PROFILES.get(code, {})
    if profile not in styles:
        hint = f"use one of {', '.join(styles)}" if styles else "leave the style out: it has one only"
        raise UsageError.of("style-unknown", f"“{code}” has no style “{profile}”", hint=hint)
    return styles[profile]
