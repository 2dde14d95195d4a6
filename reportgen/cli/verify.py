"""The verb `verify`: finished files in, where each of their figures comes from out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import get_args

from reportgen import report
from reportgen.batch import find
from reportgen.cli.arguments import Options
from reportgen.cli.telling import as_json, count, print_json, tell
from reportgen.errors import CheckError, Finding, Place, UsageError, fails
from reportgen.facts import Briefing, Fact
from reportgen.verification import Passage, State, Trace, Verification, read_file, verify


@dataclass(frozen=True, slots=True)
class _Verified:
    """What became of one file."""

    file: Path
    briefing: str
    result: Verification


def run(options: Options) -> int:
    """Read the files back and compare every figure with the facts of its briefing; 5 where one does not hold."""
    named = {file: options.briefing or file.name.partition(".")[0] for file in options.files}
    briefings = dict(_loaded(options, named))
    previous = _previous(options)
    verified = [_verified(options, file, briefings[name], previous) for file, name in named.items()]
    findings = [finding for item in verified for finding in _findings(item)]
    code = CheckError.exit_code if fails(findings) else 0
    if options.format == "json":
        files = [_as_json(item) for item in verified]
        print_json({"exit_code": code, "files": files, "findings": as_json(findings)})
        return code
    if not options.quiet:
        for item in verified:
            _tell(item)
    tell(findings)
    return code


def _loaded(options: Options, named: Mapping[Path, str]) -> Iterator[tuple[str, Briefing]]:
    for name in dict.fromkeys(named.values()):
        try:
            (path,) = find(options.project, (name,))
        except UsageError as error:
            found = error.findings[0]
            hint = f"name the briefing that the file was made from with --briefing; {found.hint}"
            raise UsageError.of(found.code, found.message, found.where, hint) from error
        yield name, report.load(path)


def _previous(options: Options) -> Mapping[str, Fact] | None:
    if options.previous is None:
        return None
    (path,) = find(options.project, (str(options.previous),))
    return report.load(path).facts


def _verified(options: Options, file: Path, briefing: Briefing, previous: Mapping[str, Fact] | None) -> _Verified:
    passages = read_file(file)
    draft = partial(report.draft, briefing, project=options.project)
    return _Verified(
        file, briefing.id, verify(passages, briefing, map(draft, _languages(briefing, passages)), previous)
    )


def _languages(briefing: Briefing, passages: Iterable[Passage]) -> list[str]:
    """Return the languages of the briefing that the file can be in: 万 reads alike in both Chinese scripts."""
    read = {passage.lang for passage in passages}
    return [lang for lang in briefing.languages if lang.partition("-")[0] in read]


def _findings(item: _Verified) -> Iterator[Finding]:
    for trace in item.result.traces:
        where = Place(str(item.file), cell=trace.where, words=trace.text)
        facts = ", ".join(trace.facts)
        if trace.state == "stale":
            hint = "render the briefing anew"
            yield Finding(
                "stale-figure", f"{facts} had this value in the previous edition, and has another now", where, hint
            )
        elif trace.state == "untraceable":
            hint = (
                f"the digits are those of {facts}; is its scale or unit wrong?" if facts else "mend it in the briefing"
            )
            yield Finding("untraceable", f"no fact of {item.briefing} says this", where, hint)
    for swap in item.result.swapped:
        where = Place(str(item.file), cell=swap.where, words=swap.text)
        message = f"the briefing says {swap.expected} here"
        yield Finding("swapped-figure", message, where, "were two figures mixed up?", "warning")
    for name, side in item.result.missing:
        hint = "was it deleted, or changed, by hand?"
        yield Finding("missing-figure", f"the {side} of {name} is not shown", Place(str(item.file)), hint, "warning")


def _tell(item: _Verified) -> None:
    for trace in item.result.traces:
        print(f"{item.file}: {trace.where}: {trace.text}: {_origin(trace)}")
    told = ", ".join(f"{len(item.result.of(state))} {state}" for state in get_args(State))
    print(f"{item.file}: {count(len(item.result.traces), 'figure')}: {told}; {len(item.result.missing)} missing")


def _origin(trace: Trace) -> str:
    return ", ".join(trace.facts) if trace.state == "traced" else trace.state


def _as_json(item: _Verified) -> dict[str, object]:
    figures = [asdict(trace) for trace in item.result.traces]
    missing = [{"fact": name, "side": side} for name, side in item.result.missing]
    told = {"figures": figures, "missing": missing, "swapped": [asdict(swap) for swap in item.result.swapped]}
    return {"file": str(item.file), "briefing": item.briefing, **told}
