"""Outcomes of checked briefings in, one JUnit XML document out: a suite a briefing, a case a check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from reportgen.batch import Outcome
from reportgen.checks import CHECKS
from reportgen.cli.telling import sort
from reportgen.errors import Finding, fails

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(outcomes: Sequence[Outcome], strict: bool) -> str:
    """Return the report on `outcomes`; what does not fail a run (in `strict` runs, only infos) is output of its case.

    A fault that kept a briefing from being checked is an error of a case of its own.
    """
    suites = [_suite(outcome, strict) for outcome in outcomes]
    body = "".join(f"{suite}\n" for suite in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="reportgen">\n{body}</testsuites>\n'


def _suite(outcome: Outcome, strict: bool) -> str:
    findings = sort(outcome.findings)
    cases = [_case(outcome.briefing, code, findings, strict) for code in _codes(findings)]
    failed = sum("<failure " in case for case in cases)
    broken = sum("<error " in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="{broken}" skipped="0"'
    return f"<testsuite name={_quoted(outcome.briefing)} {counts}>\n" + "".join(cases) + "</testsuite>"


def _codes(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*CHECKS, *(finding.code for finding in findings))))


def _case(briefing: str, code: str, findings: Sequence[Finding], strict: bool) -> str:
    found = [finding for finding in findings if finding.code == code]
    head = f"<testcase classname={_quoted(briefing)} name={_quoted(code)}"
    if not found:
        return f"{head}/>\n"
    failed = [finding for finding in found if fails((finding,), strict)]
    kind = "failure" if code in CHECKS else "error"
    body = _told(kind, failed) if failed else ""
    quiet = [finding for finding in found if finding not in failed]
    return f"{head}>\n{body}{_output(quiet) if quiet else ''}</testcase>\n"


def _told(kind: str, findings: Sequence[Finding]) -> str:
    """Return one element for all `findings` of a case, for readers take one at most."""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    head = f"<{kind} message={_quoted(findings[0].message + more)} type={_quoted(findings[0].severity)}>"
    return f"{head}{_text(findings)}</{kind}>\n"


def _output(findings: Sequence[Finding]) -> str:
    return f"<system-out>{_text(findings)}</system-out>\n"


def _text(findings: Iterable[Finding]) -> str:
    return escape(_NOT_XML.sub("�", "\n".join(map(str, findings))))


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text))
