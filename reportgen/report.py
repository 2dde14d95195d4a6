"""One briefing to finished files: draft composes and refines, render drafts, checks and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen import sources
from reportgen.checks import check as run_checks
from reportgen.document import Document, Layout
from reportgen.errors import CheckError, Finding, TemplateError, UsageError, fails
from reportgen.facts import Briefing, facts_csv, facts_json
from reportgen.templating import compose, content_faults, load_template
from reportgen.themes import load_theme
from reportgen.transforms import Mark, parallel, refine, weave, with_mark, with_sheet
from reportgen.writers import WRITERS, writer

FORMATS = tuple(WRITERS)
LAYOUTS: tuple[Layout, ...] = ("stacked", "parallel")
DEFAULT_THEME = "newsprint-red"
MARKED = ("pdf",)
"""The formats that show a mark across their pages."""
PDF_STANDARDS = ("a-2a", "a-3a", "ua-1")
"""What a PDF can conform to: archival, archival with its facts inside, or accessible alone; the first is usual."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: `name` is `<briefing>.<language>.<ext>`, `digest` the SHA-256 of the facts it shows."""

    name: str
    briefing: str
    language: str
    format: str
    data: bytes
    digest: str


def find_briefings(project: Path) -> tuple[Path, ...]:
    """Return every briefing of `project`, sorted."""
    return sources.find(project)


def load(path: Path) -> Briefing:
    """Load the briefing at `path`; raise SourceError with all its faults."""
    return sources.load(path)


def languages_of(briefing: Briefing) -> tuple[str, ...]:
    """Return what `briefing` can be rendered in: each language, and the first two in one file."""
    pair = "+".join(briefing.languages[:2])
    return (*briefing.languages, pair) if len(briefing.languages) > 1 else briefing.languages


def draft(
    briefing: Briefing,
    language: str,
    *,
    layout: Layout = "stacked",
    sheet: bool = False,
    mark: Mark | None = None,
    project: Path,
) -> Document:
    """Compose and refine `briefing` in `language`, which may join two: `zh+en`.

    A `sheet` of its figures may follow, and a `mark` may stand across its pages.
    Raises UsageError for a language that the briefing lacks, TemplateError and CheckError as their stations do.
    """
    langs = _languages(briefing, language)
    composed = tuple(_composed(briefing, langs, project).values())
    woven = weave(composed) if len(composed) > 1 else composed[0]
    if sheet:
        woven = with_sheet(woven, briefing)
    if mark:
        woven = with_mark(woven, briefing, mark)
    return refine(parallel(woven) if layout == "parallel" and len(composed) > 1 else woven)


def check(briefing: Briefing, *, project: Path) -> tuple[Finding, ...]:
    """Return all findings on `briefing` in all its languages."""
    composed = _composed(briefing, briefing.languages, project)
    return run_checks({lang: refine(document) for lang, document in composed.items()}, briefing)


def render(
    briefing: Briefing,
    language: str,
    format: str,  # noqa: A002 - the word that users know
    *,
    layout: Layout = "stacked",
    theme: str = "",
    strict: bool = False,
    sheet: bool = False,
    mark: Mark | None = None,
    pdf_standard: str = PDF_STANDARDS[0],
    project: Path,
) -> Artifact:
    """Draft, check and write one file of `briefing`; raise CheckError, with every finding, where one fails.

    Errors fail and, where `strict`, warnings too.
    """
    findings = check(briefing, project=project)
    if fails(findings, strict):
        raise CheckError(findings)
    drafted = draft(briefing, language, layout=layout, sheet=sheet, mark=mark, project=project)
    return write(briefing, drafted, format, theme=theme, pdf_standard=pdf_standard, project=project)


def write(
    briefing: Briefing,
    document: Document,
    format: str,  # noqa: A002 - as above
    *,
    theme: str = "",
    pdf_standard: str = PDF_STANDARDS[0],
    controls: bool = False,
    project: Path,
) -> Artifact:
    """Write a drafted `document` as `format`; for those who have drafted and checked already.

    A PDF of the standard a-3a carries the facts of `briefing`, as CSV and as JSON.  In a Word file with `controls` no
    figure can be changed.
    """
    if format not in WRITERS:
        raise UsageError.of("format-unknown", f"there is no format “{format}”", hint=f"use one of {', '.join(WRITERS)}")
    require_mark(format, bool(document.mark))
    name = theme or briefing.theme or load_template(briefing.template, project).theme or DEFAULT_THEME
    settings = _pdf_settings(briefing, pdf_standard) if format == "pdf" else {}
    settings |= {"controls": controls} if format == "docx" else {}
    data = writer(format).write(document, load_theme(name, project), **settings)
    language = "+".join(document.langs)
    return Artifact(f"{briefing.id}.{language}.{format}", briefing.id, language, format, data, briefing.digest)


def require_mark(format: str, marked: bool) -> None:  # noqa: A002 - as above
    """Raise UsageError where a document is `marked` as a draft or embargoed and `format` cannot show it."""
    if marked and format not in MARKED:
        message = f"{format} files cannot be marked as a draft or embargoed"
        raise UsageError.of("mark-format", message, hint=f"write {', '.join(MARKED)} with --to")


def _pdf_settings(briefing: Briefing, standard: str) -> dict[str, Any]:
    """Return what the PDF writer alone is told."""
    if standard != "a-3a":
        return {"standard": standard}
    from reportgen.writers.pdf.attachments import Attachment

    says = f"the figures of {briefing.id}"
    table = Attachment("facts.csv", facts_csv(briefing), "text/csv", says)
    whole = Attachment("facts.json", facts_json(briefing), "application/json", says)
    return {"standard": standard, "attachments": (table, whole)}


def _languages(briefing: Briefing, language: str) -> tuple[str, ...]:
    langs = tuple(language.split("+"))
    unknown = [lang for lang in langs if lang not in briefing.languages]
    if unknown or len(set(langs)) < len(langs):
        message = f"briefing {briefing.id} does not speak “{language}”"
        raise UsageError.of("language-unknown", message, hint=f"it speaks {', '.join(languages_of(briefing))}")
    return langs


def _composed(briefing: Briefing, langs: tuple[str, ...], project: Path) -> Mapping[str, Document]:
    """Return the composed documents by language; raise TemplateError with the faults of all languages at once."""
    template = load_template(briefing.template, project)
    if faults := tuple(content_faults(template, briefing)):
        raise TemplateError(faults)
    composed: dict[str, Document] = {}
    found: list[Finding] = []
    for lang in langs:
        try:
            composed[lang] = compose(template, briefing, lang)
        except TemplateError as error:
            found += error.findings
    if found:
        raise TemplateError(dict.fromkeys(found))
    return composed
