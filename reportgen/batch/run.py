"""An order in, an outcome a briefing out: each is loaded, rendered whole in memory and written, or left as it was."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportgen import report
from reportgen.batch.order import Order, check_formats, choose, find
from reportgen.batch.output import Entry, prepare, save
from reportgen.errors import CheckError, Finding, ReportError, bug
from reportgen.facts import Briefing
from reportgen.report import Artifact

BUG = ReportError.exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one briefing: the files written, all findings, an exit code, and the `trace` of a fault of ours."""

    briefing: str
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    trace: str = ""


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process makes of a briefing: `artifacts` in one language, or what stopped it."""

    artifacts: tuple[Artifact, ...] = ()
    fault: Outcome | None = None


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several: our own fault first, then the highest."""
    return max(codes, key=lambda code: (code == BUG, code), default=0)


def render(order: Order, jobs: int = 1) -> Generator[Outcome, None, None]:
    """Write every file of `order`, yielding an outcome as each briefing is done; `jobs` processes share the work.

    Raises UsageError and WriterError before any work, for what concerns the whole order.  What is wrong with one
    briefing is in its outcome: its files stay as they were, and the others go on.
    """
    check_formats(order.formats)
    paths = find(order.project, order.briefings)
    prepare(order.output)
    with _shares(jobs) as share:
        begun = [_begin(order, path, share) for path in paths]
        for finish in begun:
            yield finish()


def check(project: Path, names: Iterable[str]) -> Iterator[Outcome]:
    """Yield what is wrong with each of the briefings `names`, or with all."""
    for path in find(project, names):
        name = _name(path)
        try:
            findings = report.check(report.load(path), project=project)
        except Exception as error:
            yield _fault(name, error)
        else:
            failed = any(finding.severity == "error" for finding in findings)
            yield Outcome(briefing=name, findings=findings, exit_code=CheckError.exit_code if failed else 0)


Share = Callable[[Briefing, str, Order], Callable[[], _Share]]


@contextmanager
def _shares(jobs: int) -> Iterator[Share]:
    """Give the function that starts one language of a briefing and returns how to wait for it."""
    if jobs == 1:
        yield lambda briefing, language, order: lambda: _produce(briefing, language, order)
        return
    pool: Executor = ProcessPoolExecutor(jobs)
    try:
        yield lambda briefing, language, order: _waiter(pool.submit(_produce, briefing, language, order))
    finally:
        pool.shutdown(cancel_futures=True)


def _waiter(future: Future[_Share]) -> Callable[[], _Share]:
    return future.result


def _begin(order: Order, path: Path, share: Share) -> Callable[[], Outcome]:
    """Load the briefing at `path` and start its languages; the function that is returned waits and writes."""
    name = _name(path)
    try:
        briefing = report.load(path)
        waits = [share(briefing, language, order) for language in choose(briefing, order.languages)]
    except Exception as error:
        fault = _fault(name, error)
        return lambda: fault
    return lambda: _finish(order, name, waits)


def _produce(briefing: Briefing, language: str, order: Order) -> _Share:
    try:
        return _Share(
            tuple(
                report.render(briefing, language, name, layout=order.layout, theme=order.theme, project=order.project)
                for name in dict.fromkeys(order.formats)
            )
        )
    except Exception as error:
        return _Share(fault=_fault(briefing.id, error))


def _finish(order: Order, name: str, waits: list[Callable[[], _Share]]) -> Outcome:
    try:
        shares = [wait() for wait in waits]
        faults = [share.fault for share in shares if share.fault]
        if faults:
            return _joined(name, faults)
        return Outcome(briefing=name, entries=save(order.output, (it for share in shares for it in share.artifacts)))
    except Exception as error:
        return _fault(name, error)


def _joined(name: str, faults: list[Outcome]) -> Outcome:
    return Outcome(
        briefing=name,
        findings=tuple(dict.fromkeys(finding for fault in faults for finding in fault.findings)),
        exit_code=worst(fault.exit_code for fault in faults),
        trace="".join(dict.fromkeys(fault.trace for fault in faults)),
    )


def _fault(name: str, error: Exception) -> Outcome:
    if isinstance(error, ReportError):
        return Outcome(briefing=name, findings=error.findings, exit_code=error.exit_code)
    trace = "".join(traceback.format_exception(error))
    return Outcome(briefing=name, findings=(bug(error),), exit_code=BUG, trace=trace)


def _name(path: Path) -> str:
    return path.stem if path.is_file() else path.name
