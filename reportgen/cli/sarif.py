"""Findings in, one SARIF 2.1.0 document out, as code hosts and editors read it (OASIS sarif-v2.1.0)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.checks import CHECKS
from reportgen.cli.telling import sort
from reportgen.errors import Finding, Place, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "PROJECT"
"""What the paths of findings are relative to; where that is on a machine is for the reader to say (clause 3.14.14)."""

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def log(findings: Iterable[Finding], exit_code: int) -> dict[str, Any]:
    """Return the log file of one run (clause 3.13): every check as a rule, and `findings` as its results."""
    told = sort(findings)
    codes = tuple(dict.fromkeys((*CHECKS, *(finding.code for finding in told))))
    run = {
        "tool": {"driver": {"name": "reportgen", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "invocations": [{"executionSuccessful": exit_code != 1, "exitCode": exit_code}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in told],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """Return the reportingDescriptor (3.49) of a check; a fault of sources or templates has no more than its code."""
    rule = CHECKS.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.about},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"number": rule.number},
    }


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    text = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "partialFingerprints": {"reportgen/v1": _fingerprint(finding)},
    }
    location = _location(finding.where)
    return result | {"locations": [location]} if location else result


def _location(where: Place) -> dict[str, Any]:
    """Return the location (3.28): the file and line, and the block or cell as logical ones."""
    location: dict[str, Any] = {}
    if where.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(where.file), "uriBaseId": ROOT}}
    if where.file and where.line:
        region = {"startLine": where.line} | ({"startColumn": where.column} if where.column else {})
        location["physicalLocation"]["region"] = region
    named = (("block", where.block), ("cell", where.cell))
    logical = [{"name": name, "fullyQualifiedName": f"{kind} {name}", "kind": kind} for kind, name in named if name]
    return location | {"logicalLocations": logical} if logical else location


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same when lines move, so that a host knows a finding again (3.27.17)."""
    where = finding.where
    parts = (finding.code, where.file, where.block, where.cell, where.words or finding.message)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
