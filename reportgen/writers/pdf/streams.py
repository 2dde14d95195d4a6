"""Runs to streams: the units of a paragraph with the glue between them, one stream for each forced line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportgen.writers.pdf.bonds import bonds
from reportgen.writers.pdf.breaking import Gap
from reportgen.writers.pdf.classes import BLANK, LATIN_KINDS, SPACES, UNSEEN, Kind, token_pattern
from reportgen.writers.pdf.face import Features, Typeface
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.runs import Run
from reportgen.writers.pdf.shaping import Unit, shaper
from reportgen.writers.pdf.spacing import (
    FORBIDDEN,
    RELUCTANT,
    SOLID,
    WORD_SPACES,
    Glue,
    joint,
)


@dataclass(slots=True)
class Stream:
    """Units with the gaps between them, gap `k` after unit `k`; `owners[k]` is the index of unit `k`'s run."""

    units: list[Unit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)


def streams_of(runs: Sequence[Run], fonts: Fonts, features: Features = (), hyphenates: bool = False) -> list[Stream]:
    """Return the units and gaps of `runs`, one stream for each forced line, with words that may break or without.

    Raises WriterError for a missing glyph.
    """
    gatherer = _Gatherer(runs, fonts, features, hyphenates)
    for index in range(len(runs)):
        gatherer.take(index)
    streams = gatherer.streams
    return streams[:-1] if len(streams) > 1 and not streams[-1].units else streams


_APART = frozenset(BLANK + "\n" + SPACES)


class _Gatherer:
    """Walks the tokens of all runs; what it must remember between two units is kept here."""

    def __init__(self, runs: Sequence[Run], fonts: Fonts, features: Features, hyphenates: bool) -> None:
        self.runs, self.fonts, self.features, self.hyphenates = runs, fonts, features, hyphenates
        self.streams = [Stream()]
        self.bonds = bonds("".join([run.text for run in runs]))
        self.start = 0
        self.space = ""

    def take(self, index: int) -> None:
        """Add the tokens of the run `index`."""
        run = self.runs[index]
        style, lang = run.style, run.lang
        tracking = style.tracking * style.size
        faces = self.fonts.han(style), self.fonts.latin(style)
        shape = shaper(*faces, style.size, tracking, self.features, self.hyphenates).units
        for found in token_pattern(lang).finditer(run.text):
            word = found.group()
            if word[0] in _APART:
                self._part(word)
                continue
            place = self.start + found.start()
            for unit in shape(word, lang, self.fonts, style):
                self._add(unit, place, run, index)
                place += len(unit.text)
        self.start += len(run.text)

    def _part(self, word: str) -> None:
        """Begin a new line, or keep a space for the next gap; of several, one that says more than a plain space."""
        if word == "\n":
            self.streams.append(Stream())
            self.space = ""
        elif self.space in ("", " "):
            self.space = " " if word[0] in BLANK else word

    def _add(self, unit: Unit, place: int, run: Run, index: int) -> None:
        stream = self.streams[-1]
        if stream.units:
            stream.gaps.append(self._gap(stream.units[-1], unit, place, run))
        stream.units.append(unit)
        stream.owners.append(index)
        self.space = ""

    def _gap(self, before: Unit, unit: Unit, place: int, run: Run) -> Gap:
        """Return the gap before `unit`, which begins at `place`: a note's number clings, figures hold together."""
        if run.rise and place == self.start:
            return Gap(0.0, 0.0, 0.0, FORBIDDEN, self.space.strip(UNSEEN))
        if before.break_after < FORBIDDEN and not self.space:
            return Gap(0.0, 0.0, 0.0, max(before.break_after, self._held(before, unit, place, run)))
        gap = _gap(before.tail, unit.head, self.space, min(before.size, unit.size), before.face)
        if (place in self.bonds or run.solid) and (penalty := self._held(before, unit, place, run)) > gap.penalty:
            return gap._replace(penalty=penalty, stretch=gap.stretch if self.space else 0.0)
        return gap

    def _held(self, before: Unit, unit: Unit, place: int, run: Run) -> int:
        """Return the penalty that a figure or a solid run lays on the gap before `unit`."""
        if place in self.bonds:
            return self.bonds[place]
        if place == self.start or not run.solid:
            return 0
        # A figure's own words ("up … percent year on year") may part at a space, at a price.
        return RELUCTANT if self.space and {before.tail, unit.head} <= LATIN_KINDS else SOLID


@lru_cache(maxsize=8192)
def _gap(tail: Kind, head: Kind, space: str, em: float, face: Typeface) -> Gap:
    """Return the gap in points between kinds of neighbours of which the smaller is `em` points, the first in `face`."""
    glue = joint(tail, head, space)
    if space in WORD_SPACES and tail in LATIN_KINDS and head in LATIN_KINDS:
        glue = _word_space(face, glue.penalty, space)
    natural, stretch, shrink, penalty = glue
    return Gap(natural * em, stretch * em, shrink * em, penalty, "" if space in UNSEEN else space)


def _word_space(face: Typeface, penalty: int, space: str) -> Glue:
    """Return the space between two words: the face's own, stretching by two thirds and shrinking by a quarter."""
    width = face.advance(face.gid(" ")) / 1000 * (0.6 if space == "\u202f" else 1.0)
    return Glue(width, width * 0.66, width * 0.25, penalty)
