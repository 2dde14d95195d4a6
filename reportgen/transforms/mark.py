"""A document to the document with words across every page that say what it is not yet: final, or public."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from reportgen.document import Document, Text, Wording
from reportgen.facts import Briefing
from reportgen.languages import Language, language


@dataclass(frozen=True, slots=True)
class Mark:
    """What the pages are marked as: a `draft`, under `embargo` until a time, or both."""

    draft: bool = False
    embargo: datetime | None = None


def with_mark(document: Document, briefing: Briefing, mark: Mark) -> Document:
    """Return `document` with what `mark` says in each of its languages."""
    spoken = [language(lang, briefing.style.get(lang, "")) for lang in document.langs]
    words = tuple(Wording(lang.code, (Text(" · ".join(_said(lang, mark))),)) for lang in spoken)
    return replace(document, mark=words)


def _said(lang: Language, mark: Mark) -> list[str]:
    said = [lang.word("draft")] if mark.draft else []
    return [*said, lang.word("embargo", time=_moment(lang, mark.embargo))] if mark.embargo else said


def _moment(lang: Language, moment: datetime) -> str:
    """Say a time by the clock of its readers, with its distance from UTC where it was given one."""
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return lang.word("moment", date=lang.date(moment.date()), clock=f"{moment:%H:%M}{zone}")
