"""Arguments as typed in, options as one typed value out; nothing but argparse is needed to read them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from reportgen import __version__

KINDS = ("briefings", "templates", "languages", "formats", "sources", "checks", "themes")
LAYOUTS = ("stacked", "parallel")
PDF_STANDARDS = ("a-2a", "a-3a", "ua-1")
EPILOG = """\
exit codes: 0 done, 1 a fault of reportgen itself, 2 usage, 3 the data, 4 the template, 5 the checks, 6 the writing;
of several, 1 wins and then the highest
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything a command line can say; what a verb does not know stays as it is here."""

    verb: str
    project: Path = Path()
    briefings: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    layout: Literal["stacked", "parallel"] = "stacked"
    theme: str = ""
    output: Path | None = None
    jobs: int = 1
    kind: str = ""
    name: str = ""
    template: str = ""
    format: Literal["text", "json", "sarif", "junit"] = "text"
    strict: bool = False
    sheet: bool = False
    files: tuple[Path, ...] = ()
    briefing: str = ""
    previous: Path | None = None
    editions: tuple[str, ...] = ()
    tasks: bool = False
    units: tuple[str, ...] = ()
    pdf_standard: str = PDF_STANDARDS[0]
    draft: bool = False
    embargo: datetime | None = None
    controls: bool = False
    edited: Path | None = None
    rebase: Path | None = None
    proposal: Path | None = None
    quiet: bool = False
    debug: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read `arguments`; print usage and exit with 2 where they mean nothing."""
    given: dict[str, Any] = vars(_parser().parse_args(arguments))
    known = {spec.name for spec in fields(Options)}
    options: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in given.items()
        if name in known and value is not None
    }
    return Options(**options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reportgen",
        description="Make bilingual briefings from figures and text.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"reportgen {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _render(_verb(verbs, "render", "write briefings as files"))
    _check(_verb(verbs, "check", "say what is wrong with briefings, and write nothing"))
    _verify(_verb(verbs, "verify", "read finished files back and say which fact each figure comes from"))
    _diff(_verb(verbs, "diff", "compare two editions of a briefing fact by fact"))
    _confirm(_verb(verbs, "confirm", "remember that what a briefing says in each language belongs together"))
    _review(_verb(verbs, "review", "tell what an editor did to a Word draft, and bring it up to date"))
    _inspect(_verb(verbs, "inspect", "print a briefing's document as JSON"))
    _list(_verb(verbs, "list", "list what this project and program know"))
    _init(_verb(verbs, "init", "begin a new briefing from a template's sample"))
    return parser


def _verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=text, description=text, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--project", type=Path, metavar="DIR", help="the folder that holds data/ (default: this one)")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a fault of reportgen itself")
    return parser


def _render(parser: argparse.ArgumentParser) -> None:
    _briefings(parser)
    _languages(parser)
    parser.add_argument(
        "--to", dest="formats", action="append", metavar="FORMAT", help="pdf, docx or html (default: pdf and docx)"
    )
    parser.add_argument("--theme", metavar="NAME", help="a theme's name or .toml file, instead of the briefing's own")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where the files go (default: the project's output/)"
    )
    parser.add_argument(
        "--with-sheet", dest="sheet", action="store_true", help="append a table of every figure and where it is from"
    )
    parser.add_argument(
        "--pdf-standard", choices=PDF_STANDARDS, help="what PDFs conform to (default: a-2a); a-3a carries its facts"
    )
    parser.add_argument("--draft", action="store_true", help="mark every page as a draft (PDF)")
    parser.add_argument(
        "--embargo", type=_moment, metavar="TIME", help="mark every page as not to be published before TIME (PDF)"
    )
    parser.add_argument("--controls", action="store_true", help="lock every figure of a Word file")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="how many processes work at once (default: 1)")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors and warnings")
    _strict(parser)
    _format(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _briefings(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors and warnings")
    parser.add_argument("--todo", dest="tasks", action="store_true", help="list only what a translator has to do")
    _strict(parser)
    _format(parser, "sarif", "junit")


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a finished .pdf, .docx or .html file")
    parser.add_argument(
        "--briefing", metavar="NAME", help="the briefing it was made from (default: by the file's name)"
    )
    parser.add_argument("--previous", type=Path, metavar="NAME", help="the edition before, whose figures are stale")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors and warnings")
    _format(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("editions", nargs=2, metavar="OLD NEW", help="two briefings, by name or path")
    parser.add_argument(
        "--lang", dest="languages", action="append", metavar="LANG", help="zh or en (default: all that both speak)"
    )
    _format(parser)


def _confirm(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("briefings", nargs=1, metavar="BRIEFING", help="a briefing's name or path")
    parser.add_argument(
        "units", nargs="*", metavar="UNIT", help="text:ID of authored prose, or an entry such as masthead.kicker"
    )


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("edited", type=Path, metavar="EDITED.docx", help="a draft that came back; it is never changed")
    parser.add_argument("--briefing", metavar="NAME", help="the briefing it was made from (default: as it says itself)")
    parser.add_argument(
        "--rebase", type=Path, metavar="OUT.docx", help="write it with what the data say now as tracked changes"
    )
    parser.add_argument(
        "--proposal", type=Path, metavar="OUT.patch", help="write the changed prose as a patch of text.<lang>.md"
    )
    parser.add_argument("--theme", metavar="NAME", help="the theme it was written in, if not the briefing's own")
    parser.add_argument("--quiet", action="store_true", help="say nothing but findings")
    _format(parser)


def _inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("briefings", nargs=1, metavar="BRIEFING", help="a briefing's name or path")
    _languages(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", choices=KINDS, default=None, help="only this table")
    _format(parser)


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the new briefing's name: letters, digits and hyphens")
    parser.add_argument("--template", metavar="NAME", help="the template to begin with (see: reportgen list templates)")


def _briefings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("briefings", nargs="*", metavar="BRIEFING", help="names or paths (default: all of data/)")


def _languages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        dest="languages",
        action="append",
        metavar="LANG",
        help="zh, en, or zh+en for one file in both (repeatable; default: all of the briefing's)",
    )
    parser.add_argument("--layout", choices=LAYOUTS, help="how two languages share a page (default: stacked)")


def _strict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="let warnings fail too, as errors do")


def _format(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument("--format", choices=("text", "json", *more), help="how to report (default: text)")


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; write it as 2023-08-02T10:00") from None


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; write 1 or more")
    return int(text)
