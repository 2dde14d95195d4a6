"""An editor's words in, a patch of the authored texts they came from out; nothing is applied.

What stands in a text as `{{ gdp }}` stays so: only the words around figures are brought back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from reportgen.review.merging import Edit, applied, merge
from reportgen.review.reading import Reading, prose
from reportgen.review.record import Passage
from reportgen.review.said import Atom, Held, Said, tokens
from reportgen.review.seating import AFAR

_NAMED = re.compile(r"\{\{.*?\}\}")
_SIGNS = ("{{", "{%", "{#", "\n")
"""What an editor's words must not bring into an authored text, where it would be a command or a new line."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A `patch` (unified diff) of authored texts, the blocks it brings back, and those that it must leave."""

    patch: str = ""
    taken: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """A line of an authored text."""

    file: str
    number: int
    text: str


def propose(held: Reading, texts: Mapping[str, str]) -> Proposal:
    """Return the prose edits of the draft `held` as a patch of `texts`, which are files by their path."""
    sources = [
        _Source(file, number, line)
        for file, text in texts.items()
        for number, line in enumerate(text.split("\n"))
        if line.strip() and not line.startswith("#")
    ]
    changed: dict[str, dict[int, str]] = {}
    taken, left = [], []
    for seat, words in zip(held.seats, held.holdings, strict=True):
        if not seat.segments or prose(seat.passage.said) == prose(words.said):
            continue
        found = _rewritten(seat.passage, words.said, sources)
        if found:
            source, text = found
            changed.setdefault(source.file, {})[source.number] = text
            taken.append(seat.passage.block)
        else:
            left.append(seat.passage.block)
    return Proposal("".join(_patch(file, texts[file], lines) for file, lines in changed.items()), (*taken,), (*left,))


def _rewritten(passage: Passage, now: Said, sources: Sequence[_Source]) -> tuple[_Source, str] | None:
    """Return the line that `passage` was made from and its new text; nothing where no line or several could be it."""
    fitting = [(source, said) for source in sources if (said := _fitted(passage, source.text)) is not None]
    if len(fitting) != 1 or now.shows.keys() != passage.said.shows.keys():
        return None
    source, said = fitting[0]
    merged = merge(passage.said, now, said)
    edits = [Edit(edit.start, edit.end, _named(edit.new, said)) for edit in merged.edits if not edit.figure]
    broken = any(sign in edit.new.text for edit in merged.edits for sign in _SIGNS)
    if any(not conflict.figure for conflict in merged.conflicts) or broken:
        return None
    return source, applied(said, edits)


def _named(new: Said, source: Said) -> Said:
    """Return the words of `new` with its figures by their names in `source`."""
    text, at, names = "", 0, source.shows
    for held in new.figures:
        text += new.text[at : held.start] + names[held.key]
        at = held.end
    return Said(text + new.text[at:])


def _fitted(passage: Passage, line: str) -> Said | None:
    """Return `line` with its names as the figures of `passage`, where most of its words are the passage's own."""
    names = list(_NAMED.finditer(line))
    if len(names) != len(passage.figures):
        return None
    pairs = zip(names, passage.figures, strict=True)
    said = Said(line, tuple(Held(mark.key, name.start(), name.end()) for name, mark in pairs))
    both = (tokens(it) for it in (passage.said, said))
    mine, theirs = ([token.word for token in side if not isinstance(token.word, Atom)] for side in both)
    shared = sum(word in set(theirs) for word in mine)
    return said if mine and shared >= AFAR * max(len(mine), len(theirs)) else None


def _patch(file: str, text: str, lines: Mapping[int, str]) -> str:
    old = text.split("\n")
    new = [lines.get(number, line) for number, line in enumerate(old)]
    ends = list(_ended(old)), list(_ended(new))
    return "".join(unified_diff(*ends, fromfile=f"a/{file}", tofile=f"b/{file}"))


def _ended(lines: Sequence[str]) -> Iterator[str]:
    """Yield `lines` as a patch wants them: each with its end, the last one told where it has none."""
    yield from (f"{line}\n" for line in lines[:-1])
    if lines[-1]:
        yield f"{lines[-1]}\n\\ No newline at end of file\n"
