"""Plural forms: a printed number and two forms in, the form that CLDR asks for out."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from reportgen.languages.numbers import MINUS

if TYPE_CHECKING:
    from babel import Locale


def plural(locale: str, digits: str, one: str, other: str) -> str:
    """Return `one` or `other` for `digits` as they are printed: 1 is one, 1.0 and 1 million are other (CLDR)."""
    if one == other or not _is_number(digits):
        return other
    category = _locale(locale).plural_form(Decimal(_ascii(digits)))
    return one if category == "one" else other


def _ascii(digits: str) -> str:
    return digits.replace(",", "").replace(MINUS, "-")


def _is_number(digits: str) -> bool:
    return _ascii(digits).lstrip("-").replace(".", "").isdigit()


@cache
def _locale(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name)
