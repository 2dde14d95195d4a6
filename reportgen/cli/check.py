"""The verb `check`: options in, every finding of the briefings out."""

from __future__ import annotations

import sys
from dataclasses import replace

from reportgen import batch
from reportgen.cli.arguments import Options
from reportgen.cli.telling import as_json, count, grave, print_json, summary, tell
from reportgen.errors import CheckError, Finding, fails
from reportgen.translations import TASKS


def run(options: Options) -> int:
    """Check the briefings that `options` name, all of them where none is named."""
    outcomes = list(batch.check(options.project, options.briefings, strict=options.strict))
    if options.tasks:
        outcomes = [_tasks(outcome, options.strict) for outcome in outcomes]
    code = batch.worst(outcome.exit_code for outcome in outcomes)
    _tell(outcomes, code, options)
    if options.debug:
        sys.stderr.writelines(outcome.trace for outcome in outcomes)
    return code


def _tasks(outcome: batch.Outcome, strict: bool) -> batch.Outcome:
    """Leave a translator's tasks alone; an outcome of a briefing that fails for other reasons stays as it is."""
    tasks = tuple(finding for finding in outcome.findings if finding.code in TASKS)
    if not tasks and outcome.exit_code not in (0, CheckError.exit_code):
        return outcome
    code = outcome.exit_code if fails(tasks, strict) else 0
    return replace(outcome, findings=tasks, exit_code=code)


def _tell(outcomes: list[batch.Outcome], code: int, options: Options) -> None:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    match options.format:
        case "json":
            names = [outcome.briefing for outcome in outcomes]
            print_json({"exit_code": code, "briefings": names, "findings": as_json(findings)})
        case "sarif":
            from reportgen.cli import sarif

            print_json(sarif.log(findings, code))
        case "junit":
            from reportgen.cli import junit

            sys.stdout.write(junit.report(outcomes, options.strict))
        case _:
            _tell_text(findings, len(outcomes), options)


def _tell_text(findings: list[Finding], number: int, options: Options) -> None:
    tell(grave(findings) if options.quiet else findings)
    if not options.quiet:
        print(f"{count(number, 'briefing')} checked: {summary(findings)}")
