"""Faults as they are met, so that a user hears of all of them at once; findings in, one SourceError out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reportgen.errors import Finding, Place, SourceError

MOST = 200


class Faults:
    """What is wrong with a briefing so far; reading goes on after each fault as far as it can."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._unknown: set[Place] = set()

    def spoil(self, code: str, message: str, where: Place, hint: str = "") -> None:
        """Note that nobody can know what stands in the cell `where`; what it seems to hold is blamed no further."""
        self.add(code, message, where, hint)
        self._unknown.add(where)

    def add(self, code: str, message: str, where: Place, hint: str = "") -> None:
        """Note one fault; after `MOST` of them stop the work, for the file is of another kind."""
        if where in self._unknown:
            return
        self.findings.append(Finding(code, message, where, hint))
        if len(self.findings) >= MOST:
            self.findings.append(Finding("too-many-faults", f"stopped reading after {MOST} faults", Place(where.file)))
            self.stop()

    def stop(self) -> None:
        """Raise SourceError with every fault noted, in reading order and each once; do nothing where there is none."""
        if self.findings:
            raise SourceError(dict.fromkeys(self.findings))


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the entry of `known` most like `word`, or lists them all, or says `otherwise`."""
    names = {name.casefold(): name for name in known if name}
    close = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    if close:
        return f"did you mean {names[close[0]]}?"
    return otherwise or ("write one of " + ", ".join(names.values()) if names else "")
