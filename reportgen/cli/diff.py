"""The verb `diff`: two editions of a briefing in, what became of each fact out, in each of their languages."""

from __future__ import annotations

from reportgen import editions, report
from reportgen.batch import find
from reportgen.cli.arguments import Options
from reportgen.cli.telling import print_json
from reportgen.errors import UsageError
from reportgen.facts import Briefing


def run(options: Options) -> int:
    """Compare the two editions that `options` name; a difference is no fault, so the exit code is 0 either way."""
    old, new = (report.load(path) for name in options.editions for path in find(options.project, (name,)))
    langs = _languages(old, new, options.languages)
    comparison = editions.compare(old, new)
    if options.format == "json":
        print_json(_as_json(comparison, langs))
    else:
        print("\n\n".join("\n".join(editions.tell(comparison, lang)) for lang in langs))
    return 0


def _languages(old: Briefing, new: Briefing, asked: tuple[str, ...]) -> tuple[str, ...]:
    shared = tuple(lang for lang in new.languages if lang in old.languages)
    unknown = [lang for lang in asked if lang not in shared]
    if unknown or not shared:
        hint = f"use {', '.join(shared)}" if shared else "give both editions a language in common"
        message = f"not both editions are written in “{', '.join(unknown) or new.languages[0]}”"
        raise UsageError.of("language-unknown", message, hint=hint)
    return tuple(dict.fromkeys(asked)) or shared


def _as_json(comparison: editions.Comparison, langs: tuple[str, ...]) -> dict[str, object]:
    return {
        "old": comparison.old.id,
        "new": comparison.new.id,
        "revised": [_revision(comparison, revision, langs) for revision in comparison.revised],
        "new_facts": list(comparison.added),
        "dropped": list(comparison.dropped),
        "same": comparison.same,
    }


def _revision(
    comparison: editions.Comparison, revision: editions.Revision, langs: tuple[str, ...]
) -> dict[str, object]:
    said = {lang: editions.said(comparison, revision, lang) for lang in langs}
    return {
        "fact": revision.fact,
        "side": revision.side,
        "old": {lang: before for lang, (before, _) in said.items()},
        "new": {lang: after for lang, (_, after) in said.items()},
        "difference": None if revision.difference is None else f"{revision.difference:f}",
    }
