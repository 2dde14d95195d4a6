"""A briefing and names of its units in, its `translations.lock` with their wordings confirmed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from reportgen.checks.translations import Side, sides
from reportgen.errors import Finding, Place, UsageError, WriterError
from reportgen.facts import Briefing
from reportgen.sources.lock import lock_path, lock_text

TASKS = frozenset({"missing-language", "missing-side", "half-translated", "translation-stale"})
"""The codes of findings that are a translator's to mend."""


def confirm(briefing: Briefing, path: Path, units: Iterable[str] = ()) -> tuple[str, ...]:
    """Confirm that what `units`, or all, now say in each language belongs together; return the names of these units.

    Writes the lock of the briefing at `path`, without units that are no more.  Raises UsageError for unknown units and
    WriterError where the lock cannot be written; the lock is then as it was.
    """
    known = sides(briefing)
    chosen = tuple(dict.fromkeys(units)) or tuple(known)
    if unknown := [name for name in chosen if name not in known]:
        raise UsageError(_unknown(name, known) for name in unknown)
    kept = {name: digests for name, digests in briefing.confirmed.items() if name in known}
    _write(lock_path(path), lock_text(kept | {name: _digests(known[name]) for name in chosen}))
    return chosen


def _digests(unit: Mapping[str, Side]) -> Mapping[str, str]:
    return {lang: side.digest for lang, side in unit.items() if side.digest}


def _unknown(name: str, known: Iterable[str]) -> Finding:
    names = list(known)
    near = get_close_matches(name, [*names, *(it.removeprefix("text:") for it in names)], n=1)
    close = next((it for it in names if near and it.removeprefix("text:") == near[0].removeprefix("text:")), "")
    hint = f"did you mean {close}?" if close else f"the briefing’s units: {', '.join(names) or 'none'}"
    return Finding("unit-unknown", f"there is no unit “{name}”", hint=hint)


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        message = f"the confirmed translations cannot be written: {error.strerror or error}"
        raise WriterError.of("lock-unwritable", message, Place(file=str(path))) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
