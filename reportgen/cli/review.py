"""The verb `review`: a Word draft that came back in, what its editor did out, and files where they are asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from reportgen import report, review
from reportgen.batch import find
from reportgen.batch.output import write_together
from reportgen.cli.arguments import Options
from reportgen.cli.telling import count, print_json
from reportgen.document import Layout
from reportgen.errors import Place, SourceError, UsageError
from reportgen.facts import Briefing
from reportgen.review import PassageReview, Proposal, Rebased, Review
from reportgen.transforms.sheet import SHEET


def run(options: Options) -> int:
    """Tell what was done to the draft `options.edited`; write it brought up to date, or a patch, where asked for."""
    edited = cast(Path, options.edited)
    outputs = [path for path in (options.rebase, options.proposal) if path]
    _refuse_overwriting(edited, outputs)
    data = _bytes(edited)
    held = review.reading(data, str(edited))
    made = review.judged(held)
    briefing = _briefing(options, made) if outputs or options.briefing else None
    files: dict[Path, bytes] = {}
    rebased = proposal = None
    if briefing and options.rebase:
        rebased = review.rebase(data, _fresh(options, briefing, made), str(edited))
        files[options.rebase] = rebased.data
    if briefing and options.proposal:
        proposal = review.propose(held, _texts(options, briefing, made))
        files[options.proposal] = proposal.patch.encode()
    for path, content in files.items():
        write_together(path.parent, {path.name: content})
    _tell(options, made, rebased, proposal)
    return 0


def _refuse_overwriting(edited: Path, outputs: list[Path]) -> None:
    for path in outputs:
        if path.resolve() == edited.resolve():
            hint = "name another file; the draft stays as the editor left it"
            raise UsageError.of("review-overwrite", "the draft would be overwritten", Place(file=str(path)), hint)
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise UsageError.of("review-overwrite", "two files would have one name", Place(file=str(outputs[0])))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the draft cannot be read: {error.strerror or error}"
        raise SourceError.of("review-unreadable", message, Place(file=str(path))) from error


def _briefing(options: Options, made: Review) -> Briefing:
    """Load the briefing that the draft was made from; raise UsageError where another is named."""
    (path,) = find(options.project, (options.briefing or made.briefing,))
    briefing = report.load(path)
    if briefing.id != made.briefing:
        message = f"the draft was made from {made.briefing}, not from {briefing.id}"
        hint = f"leave --briefing out, or give --briefing {made.briefing}"
        raise UsageError.of("review-other", message, Place(file=str(options.edited)), hint)
    return briefing


def _fresh(options: Options, briefing: Briefing, made: Review) -> bytes:
    """Return the Word file that the data of `briefing` make now, in the languages and the layout of the draft."""
    layout: Layout = "parallel" if made.layout == "parallel" else "stacked"
    sheet = any(passage.block.startswith(SHEET) for passage in made.passages)
    drafted = report.draft(briefing, "+".join(made.langs), layout=layout, sheet=sheet, project=options.project)
    return report.write(briefing, drafted, "docx", theme=options.theme, project=options.project).data


def _texts(options: Options, briefing: Briefing, made: Review) -> dict[str, str]:
    """Return the authored texts in the languages of the draft, by path."""
    units = (unit for lang in made.langs for unit in briefing.texts.get(lang, {}).values())
    files = dict.fromkeys(unit.file for unit in units)
    return {file: (options.project / file).read_text(encoding="utf-8") for file in files}


def _tell(options: Options, made: Review, rebased: Rebased | None, proposal: Proposal | None) -> None:
    if options.format == "json":
        print_json(_as_json(options, made, rebased, proposal))
    elif not options.quiet:
        sys.stdout.writelines(f"{line}\n" for line in _lines(options, made, rebased, proposal))


def _lines(options: Options, made: Review, rebased: Rebased | None, proposal: Proposal | None) -> Iterator[str]:
    for passage in made.changed:
        yield from _passage(passage)
    for addition in made.additions:
        yield f"{f'after {addition.after}' if addition.after else 'at the beginning'}: added"
        yield f"    + {addition.text}"
    for note in made.notes:
        yield f"footnote: {note.status}"
        yield from (f"    {sign} {text}" for sign, text in (("-", note.base), ("+", note.now)) if text)
    for remark in made.remarks:
        yield f"{remark.block or 'elsewhere'}: comment of {remark.author or 'a reader'}"
        yield f"    {remark.text}"
    added = f", {len(made.additions)} added" if made.additions else ""
    changed = f"{len(made.changed)} of {len(made.passages)} passages changed"
    yield f"{made.briefing} in {'+'.join(made.langs)}: {changed}{added}"
    if rebased:
        told = (count(rebased.changes, "tracked change"), count(len(rebased.conflicts), "conflict"))
        yield f"{options.rebase}: {', '.join(told)}, {count(rebased.comments, 'comment')}"
    if proposal:
        left = (
            f"; not of an authored text, or not to be told for sure: {', '.join(proposal.left)}"
            if proposal.left
            else ""
        )
        yield f"{options.proposal}: {count(len(proposal.taken), 'passage')}{left}"


def _passage(passage: PassageReview) -> Iterator[str]:
    overridden = [figure for figure in passage.figures if figure.status != "unchanged"]
    statuses = [status for status in passage.statuses if status != "unchanged"]
    yield f"{passage.block}: {', '.join(statuses + (['figures'] if overridden else []))}"
    yield f"    - {passage.base}"
    if "deleted" not in passage.statuses:
        yield f"    + {passage.now}"
    for figure in overridden:
        now = figure.now or "not found"
        yield f"    {figure.fact}.{figure.side}: {figure.base} → {now}"


def _as_json(options: Options, made: Review, rebased: Rebased | None, proposal: Proposal | None) -> dict[str, Any]:
    told: dict[str, Any] = {"exit_code": 0, "file": str(options.edited)} | asdict(made)
    if rebased:
        conflicts = [{"block": block} | asdict(conflict) for block, conflict in rebased.conflicts]
        counts = {"changes": rebased.changes, "comments": rebased.comments}
        told["rebase"] = {"file": str(options.rebase)} | counts | {"conflicts": conflicts}
    if proposal:
        told["proposal"] = {"file": str(options.proposal), "taken": proposal.taken, "left": proposal.left}
    return told
