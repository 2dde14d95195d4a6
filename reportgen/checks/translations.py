"""Wordings that were confirmed together and no longer belong together: a briefing in, the sides left behind out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.checks.proof import Proof, Remark
from reportgen.checks.sides import entries
from reportgen.errors import Place
from reportgen.facts import Briefing


@dataclass(frozen=True, slots=True)
class Side:
    """What a unit says in one language, and where."""

    text: str
    where: Place

    @property
    def digest(self) -> str:
        """What tells this wording from others, whatever its blanks and line ends; "" where nothing is said."""
        words = " ".join(self.text.split())
        return hashlib.sha256(words.encode()).hexdigest()[:16] if words else ""


def sides(briefing: Briefing) -> Mapping[str, Mapping[str, Side]]:
    """Return what each unit says in each language: `text:<id>` for authored prose, or the path of a content entry."""
    units: dict[str, dict[str, Side]] = {}
    for lang in briefing.languages:
        for name, unit in briefing.texts.get(lang, {}).items():
            side = Side(f"{unit.title}\n{unit.body}", Place(unit.file, unit.line, words=unit.title))
            units.setdefault(f"text:{name}", {})[lang] = side
    for path, entry in entries(dict(briefing.content)):
        units[path] = {lang: _side(briefing, path, lang, str(entry.get(lang, ""))) for lang in briefing.languages}
    return units


def stale(proof: Proof) -> Iterator[Remark]:
    """Yield each side that is as it was confirmed while another language of its unit is not; only said sides count."""
    briefing = proof.briefing
    for name, unit in sides(briefing).items():
        confirmed = briefing.confirmed.get(name, {})
        known = [lang for lang in unit if lang in confirmed and unit[lang].digest]
        changed = [lang for lang in known if unit[lang].digest != confirmed[lang]]
        for lang in (lang for lang in known if changed and lang not in changed):
            message = f"{name} was changed in {', '.join(changed)} but not in {lang}"
            hint = f"bring {lang} up to date, or let it stand: reportgen confirm {briefing.id} {name}"
            yield Remark(message, unit[lang].where, hint)


def _side(briefing: Briefing, path: str, lang: str, text: str) -> Side:
    places = briefing.places
    where = places.get(f"{path}.{lang}") or places.get(path) or Place(briefing.file)
    return Side(text, replace(where, words=text[:40]))
