"""The verb `render`: options in, files in the output folder and their names on stdout out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Protocol

from reportgen import batch
from reportgen.cli.arguments import Options
from reportgen.cli.telling import as_json, count, grave, is_live, print_json, summary, tell
from reportgen.transforms import Mark


def run(options: Options) -> int:
    """Render what `options` name, telling of each briefing as it is done."""
    order = batch.Order(
        project=options.project,
        output=options.output or options.project / "output",
        briefings=options.briefings,
        languages=options.languages,
        formats=options.formats or ("pdf", "docx"),
        layout=options.layout,
        theme=options.theme,
        strict=options.strict,
        sheet=options.sheet,
        pdf_standard=options.pdf_standard,
        controls=options.controls,
        mark=Mark(options.draft, options.embargo) if options.draft or options.embargo else None,
    )
    outcomes = []
    with closing(batch.render(order, options.jobs)) as done, _progress(options) as told:
        for outcome in done:
            outcomes.append(outcome)
            told.advance(outcome.briefing)
            _tell(outcome, order, options)
    code = batch.worst(outcome.exit_code for outcome in outcomes)
    _conclude(outcomes, code, options)
    return code


def _tell(outcome: batch.Outcome, order: batch.Order, options: Options) -> None:
    if options.format == "json":
        return
    if not options.quiet:
        for entry in outcome.entries:
            print(order.output / entry.file, flush=True)
    if options.debug:
        sys.stderr.write(outcome.trace)


def _conclude(outcomes: list[batch.Outcome], code: int, options: Options) -> None:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    entries = sorted(entry for outcome in outcomes for entry in outcome.entries)
    if options.format == "json":
        print_json({"exit_code": code, "files": [asdict(entry) for entry in entries], "findings": as_json(findings)})
        return
    tell(grave(findings))
    if not options.quiet:
        failed = sum(bool(outcome.exit_code) for outcome in outcomes)
        tail = f"; {count(failed, 'briefing')} not written" if failed else ""
        text = (
            f"{count(len(entries), 'file')} of {count(len(outcomes) - failed, 'briefing')}, {summary(findings)}{tail}"
        )
        print(text, file=sys.stderr)


class _Progress(Protocol):
    def advance(self, briefing: str) -> None:
        """Say that `briefing` is done."""


class _Silence:
    def advance(self, briefing: str) -> None:
        """Say nothing: the lines on stdout tell it."""


class _Status:
    """A spinner on stderr; file names pass over it on a terminal, and go where stdout goes elsewhere."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.live import Live
        from rich.spinner import Spinner

        self.spinner = Spinner("dots", "rendering")
        self.live = Live(
            self.spinner, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()
        )
        self.done = 0

    def advance(self, briefing: str) -> None:
        self.done += 1
        self.spinner.update(text=f"rendering: {count(self.done, 'briefing')} done, last {briefing}")


@contextmanager
def _progress(options: Options) -> Iterator[_Progress]:
    if options.quiet or options.format == "json" or not is_live(sys.stderr):
        yield _Silence()
        return
    status = _Status()
    with status.live:
        yield status
