"""Figures in running text, read back: a text and its language in, readings out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from reportgen.errors import UsageError
from reportgen.reading import chinese, english
from reportgen.reading.equality import Difference, difference, same
from reportgen.reading.model import Base, Kind, PeriodReading, Reading

_READERS: dict[str, Callable[[str], Iterator[Reading]]] = {"zh": chinese.read, "en": english.read}
_PERIODS: dict[str, Callable[[str, date | None], Iterator[PeriodReading]]] = {
    "zh": chinese.read_periods,
    "en": english.read_periods,
}

__all__ = ["Base", "Difference", "Kind", "PeriodReading", "Reading", "difference", "read", "read_periods", "same"]


def read(text: str, lang: str) -> tuple[Reading, ...]:
    """Return the figures of `text` in order; raise UsageError where nothing reads the language `lang` (BCP 47)."""
    return tuple(_READERS[_primary(lang)](text))


def read_periods(text: str, lang: str, issued: date | None = None) -> tuple[PeriodReading, ...]:
    """Return the times that `text` names; those without a year are of the time before them, or of `issued`."""
    return tuple(_PERIODS[_primary(lang)](text, issued))


def _primary(lang: str) -> str:
    primary = lang.split("-")[0]
    if primary not in _READERS:
        known = ", ".join(_READERS)
        raise UsageError.of("language-unread", f"no figures can be read in “{lang}”", hint=f"texts are read in {known}")
    return primary
