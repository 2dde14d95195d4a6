"""Findings, which are values, and errors, which stop the work; every fault the user meets is said with these.

A finding tells what is wrong, where, and what would work.  An error carries the findings that stopped a run, all of
them at once, so that a user mends a briefing in one go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in the user's own material; empty parts are unknown.

    `file` is relative to the project; `line` and `column` count from 1; `cell` is a spreadsheet address (`facts!E7`);
    `block` is a block's id; `words` is the text that the finding is about.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""
    block: str = ""
    words: str = ""

    def __str__(self) -> str:
        spot = self.file
        if self.cell:
            spot = f"{spot}!{self.cell}" if spot else self.cell
        elif self.line:
            spot = f"{spot}:{self.line}" + (f":{self.column}" if self.column else "")
        parts = [spot, f"block {self.block}" if self.block else "", f"“{self.words}”" if self.words else ""]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `code` names the rule, `message` what failed, `hint` what would work."""

    code: str
    message: str
    where: Place = field(default_factory=Place)
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = str(self.where)
        head = f"{place}: {self.severity}: " if place else f"{self.severity}: "
        tail = f"\n    {self.hint}" if self.hint else ""
        return f"{head}{self.message} [{self.code}]{tail}"


class ReportError(Exception):
    """The root of every error that is the user's to mend; `findings` are all the reasons, in reading order."""

    exit_code: ClassVar[int] = 1
    status: ClassVar[int] = 500
    title: ClassVar[str] = "reportgen failed"

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        self.findings = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    @classmethod
    def of(cls, code: str, message: str, where: Place | None = None, hint: str = "") -> ReportError:
        """Make the error from one fault."""
        return cls(Finding(code, message, where or Place(), hint))


class UsageError(ReportError):
    """The command or call cannot mean anything: an unknown briefing, language, format or option."""

    exit_code, status, title = 2, 400, "the request cannot be understood"


class SourceError(ReportError):
    """The briefing's own data cannot be read as what they should be."""

    exit_code, status, title = 3, 422, "the briefing cannot be read"


class TemplateError(ReportError):
    """The template or an authored text cannot be composed."""

    exit_code, status, title = 4, 422, "the template cannot be composed"


class CheckError(ReportError):
    """The briefing says something that the checks do not let through."""

    exit_code, status, title = 5, 422, "the checks found errors"


class WriterError(ReportError):
    """The document cannot be written: a missing glyph, a broken picture, an unwritable folder."""

    exit_code, status, title = 6, 500, "the document cannot be written"


def fails(findings: Iterable[Finding], strict: bool = False) -> bool:
    """Tell whether `findings` stop a run: any error does and, in a `strict` run, any warning too."""
    grave = ("error", "warning") if strict else ("error",)
    return any(finding.severity in grave for finding in findings)


def bug(error: BaseException) -> Finding:
    """Return the finding that stands for a fault of reportgen itself."""
    message = f"reportgen failed: {type(error).__name__}: {error}"
    return Finding("bug", message, hint="this is a fault of reportgen; run again with --debug to see where")
