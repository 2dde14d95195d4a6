"""Which wordings of each unit were confirmed to say the same: `translations.lock` in, digests by unit and language out.

The file is JSON, sorted, a unit a line group, so that an author can commit it and merge it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportgen.errors import Place
from reportgen.sources.faults import Faults
from reportgen.sources.files import LARGEST_TEXT, place_of

LOCK = "translations.lock"
_HINT = "restore it from your version control, or delete it and run reportgen confirm"

Digests = Mapping[str, Mapping[str, str]]
"""The digest of what a unit says, by unit and language."""


def lock_path(path: Path) -> Path:
    """Return where the lock of the briefing at `path` is: in its folder, or beside the one file that it is."""
    if path.is_dir():
        return path / LOCK
    return path.with_name(LOCK if path.stem == "briefing" else f"{path.stem}.{LOCK}")


def read_lock(path: Path, faults: Faults) -> Digests:
    """Return what was confirmed of the briefing at `path`, nothing where it has no lock; note what is wrong with it."""
    file = lock_path(path)
    try:
        if not file.exists():
            return {}
        with file.open("rb") as stream:
            return _units(json.loads(stream.read(LARGEST_TEXT)))
    except (OSError, ValueError, RecursionError) as error:
        where = Place(place_of(path.absolute()).file if path.is_file() else f"{place_of(path).file}/{LOCK}")
        faults.add("lock-unreadable", f"the confirmed translations cannot be read: {error}", where, _HINT)
        return {}


def lock_text(units: Digests) -> str:
    """Return the text of a lock."""
    return json.dumps({"units": units}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _units(value: Any) -> Digests:
    units = value.get("units") if isinstance(value, dict) else None
    if not isinstance(units, dict):
        raise ValueError("it has no units")
    for name, sides in units.items():
        if not isinstance(sides, dict) or not all(isinstance(digest, str) for digest in sides.values()):
            raise ValueError(f"the unit {name} is not a digest for each language")
    return units
