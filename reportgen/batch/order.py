"""What is to be made: names, languages and formats as asked for in, briefings found and languages chosen out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from reportgen.errors import Finding, Place, UsageError
from reportgen.facts import Briefing
from reportgen.report import find_briefings, languages_of, require_mark
from reportgen.transforms import Mark
from reportgen.writers import WRITERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to render; empty `briefings` and `languages` mean all of them, an empty `theme` the briefing's own.

    In a `strict` order warnings stop a briefing as errors do; a `sheet` of its figures may follow each document.
    """

    project: Path
    output: Path
    briefings: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf", "docx")
    layout: Literal["stacked", "parallel"] = "stacked"
    theme: str = ""
    strict: bool = False
    sheet: bool = False
    pdf_standard: str = "a-2a"
    mark: Mark | None = None
    controls: bool = False


def find(project: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Return the briefings called `names` (names or paths), or all; raise UsageError with every unknown name."""
    known = {path.stem if path.is_file() else path.name: path for path in find_briefings(project)}
    wanted = {name: known.get(name) or _at(project, name) for name in dict.fromkeys(names)}
    unknown = [name for name, path in wanted.items() if path is None]
    if unknown:
        raise UsageError(_unknown(name, known) for name in unknown)
    if not known and not wanted:
        raise UsageError.of(
            "briefing-none",
            "there is no briefing here",
            Place(file=str(project / "data")),
            "begin one with: reportgen init NAME, or name the project with --project",
        )
    return tuple(dict.fromkeys(path for path in (wanted or known).values() if path))


def check_formats(formats: Iterable[str], marked: bool = False) -> None:
    """Raise UsageError with every format that no writer makes, or that cannot show that a document is `marked`."""
    formats = tuple(formats)
    unknown = [name for name in formats if name not in WRITERS]
    if unknown:
        hint = f"use {', '.join(sorted(WRITERS))}"
        raise UsageError(Finding("format-unknown", f"there is no format “{name}”", hint=hint) for name in unknown)
    for name in formats:
        require_mark(name, marked)


def choose(briefing: Briefing, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return `languages`, or all that `briefing` is written in; raise UsageError with every one that it is not."""
    unknown = [name for name in languages if not set(name.split("+")) <= set(briefing.languages)]
    if unknown:
        hint = f"use {', '.join(languages_of(briefing))}"
        raise UsageError(
            Finding("language-unknown", f"{briefing.id} is not written in “{name}”", Place(file=briefing.file), hint)
            for name in unknown
        )
    return tuple(dict.fromkeys(languages)) or languages_of(briefing)


def _at(project: Path, name: str) -> Path | None:
    paths: Iterator[Path] = (base / name for base in (project, Path()))
    return next((path for path in paths if path.exists() and (path.is_file() or "/" in name or "\\" in name)), None)


def _unknown(name: str, known: Iterable[str]) -> Finding:
    near = get_close_matches(name, known, n=1)
    names = ", ".join(sorted(known)) or "none yet; begin one with: reportgen init NAME"
    hint = f"did you mean {near[0]}?" if near else f"the project’s briefings: {names}"
    return Finding("briefing-unknown", f"there is no briefing “{name}”", hint=hint)
