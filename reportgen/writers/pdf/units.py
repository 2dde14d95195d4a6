"""Runs to units: the boxes of a line, words with their shaped glyphs and single Han characters, and the glue between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from reportgen.writers.pdf.bonds import bound_places
from reportgen.writers.pdf.classes import (
    BLANK,
    HALVED,
    LATIN_KINDS,
    Kind,
    han_kind,
    head_kind,
    is_wide,
    tail_kind,
    token_pattern,
)
from reportgen.writers.pdf.face import Features, Glyph, Typeface
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.runs import Run
from reportgen.writers.pdf.spacing import (
    BOUND,
    FORBIDDEN,
    NO_BREAK_SPACES,
    RELUCTANT,
    SOLID,
    UNBREAKABLE,
    Glue,
    joint,
)

TWO_EM_DASH = "⸺"
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = "\u200b\u2060\ufeff"
_HALF = 500.0
_PLACES = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[^\W\d_])[–—](?=\w)|\u00ad")
_ADDRESS = re.compile(r"^(?:https?://|www\.)|[\w.]+@[\w.]+")
_ADDRESS_PLACES = re.compile(r"(?<=[^/:])[/?&=_](?=\w)|[.\-](?=\w)")


# Tuples, not dataclasses: a page has thousands of units and glues, and a tuple is made in half the time.
class Unit(NamedTuple):
    """A box that a line takes whole: `width` in points; `head` and `tail` are the kinds of its two ends.

    `break_after` is the penalty of breaking before the rest of the same word, and `hyphen` is drawn if it is taken.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    head: Kind
    tail: Kind
    face: Typeface
    run: int
    size: float
    tracking: float
    break_after: int = FORBIDDEN
    hyphen: tuple[Glyph, ...] = ()


class Gap(NamedTuple):
    """The glue between two units in points, the penalty of a break in it, and the typed `space` that it holds."""

    natural: float
    stretch: float
    shrink: float
    penalty: int
    space: str = ""


@dataclass(slots=True)
class Stream:
    """Units with the gaps between them, gap `k` after unit `k`, up to a forced line break."""

    units: list[Unit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def streams_of(runs: Sequence[Run], fonts: Fonts, features: Features = ()) -> list[Stream]:
    """Return the units and gaps of `runs`, one stream for each forced line; raise WriterError for a missing glyph."""
    gatherer = _Gatherer(runs, fonts, features)
    for index in range(len(runs)):
        gatherer.take(index)
    streams = gatherer.streams
    return streams[:-1] if len(streams) > 1 and not streams[-1].units else streams


class _Gatherer:
    """Walks the tokens of all runs; what it must remember between two units is kept here."""

    def __init__(self, runs: Sequence[Run], fonts: Fonts, features: Features) -> None:
        self.runs, self.fonts, self.features = runs, fonts, features
        self.streams = [Stream()]
        self.bound = bound_places("".join(run.text for run in runs))
        self.start = 0
        self.space = ""

    def take(self, index: int) -> None:
        """Add the tokens of the run `index`."""
        run = self.runs[index]
        for found in token_pattern(run.lang).finditer(run.text):
            token = found.group()
            if token == "\n":
                self.streams.append(Stream())
                self.space = ""
            elif (space := _space(token)) is not None:
                self._remember(space)
            else:
                place = self.start + found.start()
                for unit in _units(token, index, run, self.fonts, self.features):
                    self._add(unit, place, run, inside=run.solid and found.start() > 0)
                    place += len(unit.text)
        self.start += len(run.text)

    def _remember(self, space: str) -> None:
        """Keep a space for the next gap; of several, one that says more than a plain space."""
        if self.space in ("", " "):
            self.space = space

    def _add(self, unit: Unit, place: int, run: Run, *, inside: bool) -> None:
        stream = self.streams[-1]
        if stream.units:
            before = stream.units[-1]
            gap = _gap(before, unit, self.space)
            if penalty := self._held(before, unit, place, run, inside):
                gap = gap._replace(penalty=max(gap.penalty, penalty))
            if gap.penalty >= UNBREAKABLE and not self.space:
                gap = gap._replace(stretch=0.0)
            stream.gaps.append(gap)
        stream.units.append(unit)
        self.space = ""

    def _held(self, before: Unit, unit: Unit, place: int, run: Run, inside: bool) -> int:
        """Return the penalty that a figure, a solid run or a note's number lays on the gap before `unit`."""
        if place in self.bound:
            return BOUND
        if run.rise and unit.run != before.run:
            return FORBIDDEN
        if not inside and unit.run != before.run:
            return 0
        if run.solid:
            # A figure's own words ("up … percent year on year") may part at a space, at a price.
            return RELUCTANT if self.space and {before.tail, unit.head} <= LATIN_KINDS else SOLID
        return 0


def _space(token: str) -> str | None:
    """Return what a token of white space stands for, None for any other token."""
    if token[0] in BLANK:
        return " "
    if token in NO_BREAK_SPACES or token in "\u2009\u3000" or token in _UNSEEN:
        return token
    return None


def _gap(before: Unit, after: Unit, space: str) -> Gap:
    """Return the gap in points between two units; the smaller size rules."""
    em = min(before.size, after.size)
    if before.run == after.run and before.break_after < FORBIDDEN and not space:
        return Gap(0.0, 0.0, 0.0, before.break_after)
    glue = joint(before.tail, after.head, space)
    if space and space in " \u00a0\u202f" and before.tail in LATIN_KINDS and after.head in LATIN_KINDS:
        glue = _word_space(before.face, glue.penalty, space)
    seen = "" if space in _UNSEEN else space
    natural, stretch, shrink, penalty = glue
    return Gap(natural * em, stretch * em, shrink * em, penalty, seen)


@lru_cache(maxsize=256)
def _word_space(face: Typeface, penalty: int, space: str) -> Glue:
    """Return the space between two words: the face's own, stretching by two thirds and shrinking by a third."""
    width = face.advance(face.gid(" ")) / 1000 * (0.6 if space == "\u202f" else 1.0)
    return Glue(width, width * 0.66, width * 0.3, penalty)


def _units(token: str, index: int, run: Run, fonts: Fonts, features: Features) -> Iterable[Unit]:
    if is_wide(token[0], run.lang):
        return (_mark(token, index, run, fonts),)
    return _words(token, index, run, fonts, features)


def _mark(token: str, index: int, run: Run, fonts: Fonts) -> Unit:
    """Return the unit of one Han character or mark, or of a dash or ellipsis of any length."""
    style = run.style
    face = fonts.pick(style, token[0], False)
    kind = han_kind(token[0])
    glyphs, advance = _mark_glyphs(face, token, kind)
    tracking = style.tracking * style.size
    width = advance * style.size / 1000 + tracking
    return Unit(token, glyphs, width, kind, kind, face, index, style.size, tracking)


@lru_cache(maxsize=16384)
def _mark_glyphs(face: Typeface, token: str, kind: Kind) -> tuple[tuple[Glyph, ...], float]:
    """Return the glyphs of a Han token and their width in 1/1000 em, marks cut to half an em."""
    if len(token) > 1:
        return _long(face, token, kind)
    gid = face.gid(token)
    advance = face.advance(gid)
    match kind:
        case Kind.OPEN if advance > _HALF:
            return (Glyph(gid, token, _HALF, _HALF - advance),), _HALF
        case Kind.MIDDLE:
            return (Glyph(gid, token, _HALF, (_HALF - advance) / 2),), _HALF
        case _ if kind in HALVED and advance > _HALF:
            return (Glyph(gid, token, _HALF),), _HALF
        case Kind.DASH:
            # A face may give the dash a Latin width; Chinese sets it on the full em (GB/T 15834 5.1.6).
            return (Glyph(gid, token, 1000.0, (1000.0 - advance) / 2),), 1000.0
    return (Glyph(gid, token, advance),), advance


def _long(face: Typeface, token: str, kind: Kind) -> tuple[tuple[Glyph, ...], float]:
    """Return the glyphs of a token of several characters: an unbroken two-em dash, an ellipsis, a variant."""
    if kind != Kind.DASH:
        glyphs = face.shape(token)
        return glyphs, sum(glyph.advance for glyph in glyphs)
    long_dash = face.gid(TWO_EM_DASH)
    if token == "——" and long_dash:
        # Two separate dashes of most faces leave a hole in the middle.
        advance = face.advance(long_dash)
        return (Glyph(long_dash, token, 2000.0, (2000.0 - advance) / 2),), 2000.0
    glyphs = tuple(_mark_glyphs(face, char, kind)[0][0] for char in token)
    return glyphs, 1000.0 * len(token)


def _words(token: str, index: int, run: Run, fonts: Fonts, features: Features) -> Iterator[Unit]:
    """Yield the units of a Latin word: whole, or cut where it may be broken."""
    style = run.style
    places = _breaks(token)
    for face, start, text in _by_face(token, run, fonts):
        tracking = style.tracking * style.size
        inner = {place - start: penalty for place, penalty in places.items() if start < place < start + len(text)}
        hyphen = face.shape("-") if _SOFT_HYPHEN in text else ()
        for part, glyphs, penalty in _slices(face.shape(text, features), text, inner):
            width = sum(glyph.advance for glyph in glyphs) * style.size / 1000 + tracking * len(glyphs)
            head, tail = head_kind(part), tail_kind(part)
            soft = hyphen if part.endswith(_SOFT_HYPHEN) else ()
            yield Unit(part, glyphs, width, head, tail, face, index, style.size, tracking, penalty, soft)


def _by_face(token: str, run: Run, fonts: Fonts) -> Iterator[tuple[Typeface, int, str]]:
    """Yield the stretches of a word that one face can set, each with where it starts in the word."""
    start = 0
    for face, chars in groupby(token, lambda char: fonts.pick(run.style, char, True)):
        text = "".join(chars)
        yield face, start, text
        start += len(text)


@lru_cache(maxsize=4096)
def _breaks(word: str) -> dict[int, int]:
    """Return the places inside a word where it may be broken, each with its penalty.

    After a hyphen or a dash between letters, at a soft hyphen, and at the joints of an address.  A hyphenation
    dictionary would add its places here.
    """
    found = {match.end(): RELUCTANT for match in _PLACES.finditer(word)}
    if _ADDRESS.search(word):
        found |= {match.end(): RELUCTANT for match in _ADDRESS_PLACES.finditer(word)}
    return found


def _slices(
    glyphs: tuple[Glyph, ...], text: str, places: dict[int, int]
) -> Iterator[tuple[str, tuple[Glyph, ...], int]]:
    """Yield the parts of a shaped word between `places`, each with its glyphs and the penalty of a break after it."""
    if not places:
        yield text, glyphs, FORBIDDEN
        return
    begin, first, last = 0, 0, 0
    for index, end in enumerate(_ends(glyphs, text)):
        last = index + 1
        if end in places and end > begin:
            yield text[begin:end], glyphs[first:last], places[end]
            begin, first = end, last
    if begin < len(text):
        yield text[begin:], glyphs[first:], FORBIDDEN


def _ends(glyphs: tuple[Glyph, ...], text: str) -> list[int]:
    """Return how far into `text` each glyph reaches; unseen characters count with the glyph before them."""
    ends, place = [], 0
    for glyph in glyphs:
        place += len(glyph.text)
        while place < len(text) and text[place] in _SOFT_HYPHEN + _UNSEEN:
            place += 1
        ends.append(place)
    return ends


def explode(unit: Unit) -> list[Unit]:
    """Return the parts of a unit that is wider than any line, cut between its glyphs."""
    ends = _ends(unit.glyphs, unit.text)
    parts, begin, first = [], 0, 0
    for index, end in enumerate(ends):
        if end > begin and (index + 1 == len(ends) or unit.glyphs[index + 1].text):
            glyphs = unit.glyphs[first : index + 1]
            width = sum(glyph.advance for glyph in glyphs) * unit.size / 1000 + unit.tracking * len(glyphs)
            parts.append(unit._replace(text=unit.text[begin:end], glyphs=glyphs, width=width))
            begin, first = end, index + 1
    return parts or [unit]
