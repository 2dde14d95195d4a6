"""The verb `check`: options in, every finding of the briefings out."""

from __future__ import annotations

import sys

from reportgen import batch
from reportgen.cli.arguments import Options
from reportgen.cli.telling import as_json, count, print_json, summary, tell


def run(options: Options) -> int:
    """Check the briefings that `options` name, all of them where none is named."""
    outcomes = list(batch.check(options.project, options.briefings))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    code = batch.worst(outcome.exit_code for outcome in outcomes)
    if options.format == "json":
        names = [outcome.briefing for outcome in outcomes]
        print_json({"exit_code": code, "briefings": names, "findings": as_json(findings)})
    else:
        tell(findings)
        if not options.quiet:
            print(f"{count(len(outcomes), 'briefing')} checked: {summary(findings)}")
    if options.debug:
        sys.stderr.writelines(outcome.trace for outcome in outcomes)
    return code
