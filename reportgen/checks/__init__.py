"""The fourth station, check: the documents of all languages and their briefing in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportgen.checks.parity import figure_parity, structure_parity, unused_facts
from reportgen.checks.sides import missing_sides
from reportgen.document import Document
from reportgen.errors import Finding
from reportgen.facts import Briefing

Check = Callable[[Mapping[str, Document], Briefing], Iterator[Finding]]

CHECKS: Mapping[str, Check] = {
    "missing-side": missing_sides,
    "structure-parity": structure_parity,
    "figure-parity": figure_parity,
    "unused-fact": unused_facts,
}
"""Every check by the code of its findings; `documents` maps a language to its document, the leading one first."""


def check(documents: Mapping[str, Document], briefing: Briefing) -> tuple[Finding, ...]:
    """Return what all checks find, in the order of the table."""
    return tuple(finding for run in CHECKS.values() for finding in run(documents, briefing))


__all__ = ["CHECKS", "Check", "check"]
