"""What stopped a whole run in, told in the format that was asked for; its exit code out."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable

from reportgen.cli.arguments import Options
from reportgen.cli.telling import as_json, print_json, tell
from reportgen.errors import Finding, ReportError, bug


def tell_stop(error: Exception, options: Options) -> int:
    """Tell what stopped the whole run, and return its exit code."""
    if isinstance(error, ReportError):
        findings, code, trace = error.findings, error.exit_code, ""
    else:
        findings, code = (bug(error),), ReportError.exit_code
        trace = "".join(traceback.format_exception(error))
    _tell(findings, code, options)
    if options.debug:
        sys.stderr.write(trace)
    return code


def _tell(findings: Iterable[Finding], code: int, options: Options) -> None:
    match options.format:
        case "json":
            print_json({"exit_code": code, "findings": as_json(findings)})
        case "sarif":
            from reportgen.cli import sarif

            print_json(sarif.log(findings, code))
        case "junit":
            from reportgen.batch import Outcome
            from reportgen.cli import junit

            stopped = Outcome(briefing="reportgen", findings=tuple(findings), exit_code=code)
            sys.stdout.write(junit.report([stopped], options.strict))
        case "text":
            tell(findings)
