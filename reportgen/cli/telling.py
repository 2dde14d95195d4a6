"""Findings and results in, lines on the terminal or one JSON document out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, TextIO

from reportgen.errors import Finding

_ORDER = {"error": 0, "warning": 1, "info": 2}
_COLORS = {"error": "\033[1;31m", "warning": "\033[33m", "info": "\033[36m"}
_PLAIN = "\033[0m"


def tell(findings: Iterable[Finding]) -> None:
    """Print `findings` to stderr, the gravest first and then by place."""
    colored = _colored(sys.stderr)
    for finding in sort(findings):
        text = str(finding)
        if colored:
            text = text.replace(f"{finding.severity}: ", f"{_COLORS[finding.severity]}{finding.severity}{_PLAIN}: ", 1)
        print(text, file=sys.stderr)


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors and warnings of `findings`; infos are for those who ask with `reportgen check`."""
    return [finding for finding in findings if finding.severity != "info"]


def sort(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, the gravest first, then by file, line, cell, block and words."""
    return sorted(set(findings), key=lambda it: (_ORDER[it.severity], it.where, it.code, it.message, it.hint))


def summary(findings: Sequence[Finding]) -> str:
    """Return how many findings of each severity there are: `2 errors, 1 warning`."""
    counts = {severity: sum(it.severity == severity for it in findings) for severity in _ORDER}
    told = (count(number, severity) for severity, number in counts.items() if number and severity != "info")
    return ", ".join(told) or "no fault"


def count(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return `findings` as plain JSON values; unknown parts of a place are left out."""
    return [
        asdict(finding) | {"where": {name: part for name, part in asdict(finding.where).items() if part}}
        for finding in sort(findings)
    ]


def print_json(value: Any) -> None:
    """Print `value` to stdout as one JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def is_live(stream: TextIO) -> bool:
    """Tell whether `stream` is a terminal where lines may be redrawn: never in CI or on a dumb terminal."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def _colored(stream: TextIO) -> bool:
    return is_live(stream) and not os.environ.get("NO_COLOR")
