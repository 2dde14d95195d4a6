"""Findings that an author answers for: findings and suppressions in, what is left and what suppressed nothing out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.errors import Finding
from reportgen.facts import Suppression


def unsuppressed(found: Iterable[Finding], suppressions: Sequence[Suppression]) -> Iterator[Finding]:
    """Yield the findings that no suppression is about, and each suppression that is about none, as an info."""
    idle = list(suppressions)
    for finding in found:
        about = [rule for rule in suppressions if _is_about(rule, finding)]
        idle = [rule for rule in idle if rule not in about]
        if not about:
            yield finding
    for rule in idle:
        message = f"nothing is suppressed by {rule.check}" + (f" at {rule.where}" if rule.where else "")
        yield Finding("unused-suppression", message, rule.origin, "delete it", "info")


def _is_about(rule: Suppression, finding: Finding) -> bool:
    """Tell whether `rule` names the finding's check and, where it says so, its block, file, cell or words."""
    where = finding.where
    spots = (where.block, where.file, where.cell)
    return rule.check == finding.code and (not rule.where or rule.where in spots or rule.where in where.words)
