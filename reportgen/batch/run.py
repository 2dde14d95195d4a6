"""An order in, an outcome a briefing out: each is loaded, rendered whole in memory and written, or left as it was."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportgen import report
from reportgen.batch.order import Order, check_formats, choose, find
from reportgen.batch.output import Entry, prepare, save
from reportgen.errors import CheckError, Finding, Place, ReportError, UsageError, bug, fails
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
    """What one process did for a briefing: `artifacts` in one language, `findings`, or the `fault` that stopped it."""

    artifacts: tuple[Artifact, ...] = ()
    findings: tuple[Finding, ...] = ()
    fault: Outcome | None = None


Wait = Callable[[], _Share]
Start = Callable[..., Wait]


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several: our own fault first, then the highest."""
    return max(codes, key=lambda code: (code == BUG, code), default=0)


def render(order: Order, jobs: int = 1) -> Generator[Outcome, None, None]:
    """Write every file of `order`, yielding an outcome as each briefing is done; `jobs` processes share the work.

    Raises UsageError and WriterError before any work, for what concerns the whole order.  What is wrong with one
    briefing is in its outcome: its files stay as they were, and the others go on.
    """
    check_formats(order.formats, bool(order.mark))
    paths = find(order.project, order.briefings)
    prepare(order.output)
    with _workers(jobs) as start:
        taken: dict[str, str] = {}
        begun = [_begin(order, path, start, taken) for path in paths]
        for finish in begun:
            yield finish()


def check(project: Path, names: Iterable[str], *, strict: bool = False) -> Iterator[Outcome]:
    """Yield what is wrong with each of the briefings `names`, or with all; `strict`: warnings fail too."""
    for path in find(project, names):
        name = _name(path)
        try:
            findings = report.check(report.load(path), project=project)
        except Exception as error:
            yield _fault(name, error)
        else:
            code = CheckError.exit_code if fails(findings, strict) else 0
            yield Outcome(briefing=name, findings=findings, exit_code=code)


@contextmanager
def _workers(jobs: int) -> Iterator[Start]:
    """Give the function that starts a piece of work and returns how to wait for it."""
    if jobs == 1:
        yield partial
        return
    pool = ProcessPoolExecutor(jobs)
    try:
        yield lambda work, *given: pool.submit(work, *given).result
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(order: Order, path: Path, start: Start, taken: dict[str, str]) -> Callable[[], Outcome]:
    """Load the briefing at `path` and start its check and its languages; what is returned waits for them and writes.

    `taken` are the ids of earlier briefings, which name their files; an id that is among them is a fault.
    """
    name = _name(path)
    try:
        briefing = report.load(path)
        _claim(briefing, name, taken)
        languages = choose(briefing, order.languages)
        checked = start(_check, briefing, order)
        written = [start(_write, briefing, language, order) for language in languages]
    except Exception as error:
        return partial(_fault, name, error)
    return partial(_finish, order, name, checked, written)


def _claim(briefing: Briefing, name: str, taken: dict[str, str]) -> None:
    if taken.setdefault(briefing.id, name) != name:
        message = f"{name} has the id “{briefing.id}”, as {taken[briefing.id]} has; their files would be the same"
        raise UsageError.of("briefing-id", message, Place(file=briefing.file), "give each briefing an id of its own")


def _check(briefing: Briefing, order: Order) -> _Share:
    try:
        findings = report.check(briefing, project=order.project)
    except Exception as error:
        return _Share(fault=_fault(briefing.id, error))
    if fails(findings, order.strict):
        return _Share(fault=_fault(briefing.id, CheckError(findings)))
    return _Share(findings=findings)


def _write(briefing: Briefing, language: str, order: Order) -> _Share:
    try:
        document = report.draft(
            briefing, language, layout=order.layout, sheet=order.sheet, mark=order.mark, project=order.project
        )
        write = partial(report.write, briefing, document, theme=order.theme, project=order.project)
        formats = dict.fromkeys(order.formats)
        return _Share(tuple(write(name, pdf_standard=order.pdf_standard, controls=order.controls) for name in formats))
    except Exception as error:
        return _Share(fault=_fault(briefing.id, error))


def _finish(order: Order, name: str, checked: Wait, written: list[Wait]) -> Outcome:
    try:
        check = checked()
        if check.fault:
            return check.fault
        shares = [wait() for wait in written]
        faults = [share.fault for share in shares if share.fault]
        if faults:
            return _joined(name, [Outcome(briefing=name, findings=check.findings), *faults])
        entries = save(order.output, (artifact for share in shares for artifact in share.artifacts))
    except Exception as error:
        return _fault(name, error)
    return Outcome(briefing=name, entries=entries, findings=check.findings)


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
