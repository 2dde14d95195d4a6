"""Words and Han characters of one style to units: shaped boxes, remembered, which a line takes whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from reportgen.themes import Style
from reportgen.writers.pdf.classes import HALVED, UNSEEN, Kind, han_kind, head_kind, is_wide, tail_kind, writes_han
from reportgen.writers.pdf.face import Features, Glyph, Typeface
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.hyphens import hyphens_of
from reportgen.writers.pdf.spacing import FORBIDDEN, HYPHENATED, RELUCTANT

_TWO_EM_DASH = "⸺"
_SOFT_HYPHEN = "\u00ad"
_HALF, _FULL = 500.0, 1000.0
_REMEMBERED = 20_000
"""Tokens a shaper keeps before it starts afresh."""
_PLACES = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[^\W\d_])[–—](?=\w)|\u00ad")
_ADDRESS = re.compile(r"^(?:https?://|www\.)|[\w.]+@[\w.]+")
_ADDRESS_PLACES = re.compile(r"(?<=[^/:])[/?&=_](?=\w)|[.\-](?=\w)")


# A tuple, not a dataclass: a page has thousands of units, and a tuple is made in half the time.
class Unit(NamedTuple):
    """A box that a line takes whole: `width` in points; `head` and `tail` are the kinds of its two ends.

    `break_after` is the penalty of breaking before the rest of the same word, and `hyphen` is drawn if it is taken;
    `end` is what the width changes by at the end of a line: the hyphen, less the tracking.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    head: Kind
    tail: Kind
    face: Typeface
    size: float
    tracking: float
    end: float
    break_after: int = FORBIDDEN
    hyphen: tuple[Glyph, ...] = ()


@lru_cache(maxsize=512)
def shaper(
    han: Typeface, latin: Typeface, size: float, tracking: float, features: Features, hyphenates: bool = False
) -> Shaper:
    """Return the shaper of a pair of faces at `size` points with `tracking` in points after every glyph."""
    return Shaper((han, latin), size, tracking, features, hyphenates)


class Shaper:
    """Shapes tokens in one look; the units of a token are remembered, since few tokens make up most of a page.

    One that `hyphenates` lets words be broken where the customs of their language allow it.
    """

    def __init__(
        self,
        pair: tuple[Typeface, Typeface],
        size: float,
        tracking: float,
        features: Features,
        hyphenates: bool = False,
    ) -> None:
        self._pair, self._size, self._tracking, self._features = pair, size, tracking, features
        self._hyphenates = hyphenates
        self._known: dict[tuple[str, str], tuple[Unit, ...]] = {}

    def units(self, token: str, lang: str, fonts: Fonts, style: Style) -> tuple[Unit, ...]:
        """Return the units of a word or Han character in a run of `lang`; raise WriterError for a missing glyph."""
        key = (token, "zh" if writes_han(lang) else lang)
        found = self._known.get(key)
        if found is None:
            found = tuple(self._shaped(token, lang, fonts, style))
            self._remember(key, found)
        return found

    def _remember(self, key: tuple[str, str], units: tuple[Unit, ...]) -> None:
        # What another face had to set depends on the theme, and a shaper serves every theme with its pair.
        if all(unit.face in self._pair for unit in units):
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = units

    def _shaped(self, token: str, lang: str, fonts: Fonts, style: Style) -> Iterator[Unit]:
        if is_wide(token[0], lang):
            yield self._mark(token, fonts.pick(style, token[0], False))
        else:
            yield from self._word(token, lang, fonts, style)

    def _mark(self, token: str, face: Typeface) -> Unit:
        kind = han_kind(token[0])
        return self._unit(token, _mark_glyphs(face, token, kind), kind, kind, face)

    def _word(self, token: str, lang: str, fonts: Fonts, style: Style) -> Iterator[Unit]:
        """Yield the units of a Latin word: whole, or cut where it may be broken or another face goes on."""
        hyphens = hyphens_of(token, lang) if self._hyphenates else frozenset[int]()
        places = dict.fromkeys(hyphens, HYPHENATED) | _breaks(token)
        reach = 0
        for face, start, text in _by_face(token, fonts, style):
            inner = {place - start: penalty for place, penalty in places.items() if start < place < start + len(text)}
            for part, glyphs, penalty in _slices(face.shape(text, self._features), text, inner):
                reach += len(part)
                hyphen = _hyphen(face) if part.endswith(_SOFT_HYPHEN) or reach in hyphens else ()
                yield self._unit(part, glyphs, head_kind(part), tail_kind(part), face, penalty, hyphen)

    def _unit(
        self,
        text: str,
        glyphs: tuple[Glyph, ...],
        head: Kind,
        tail: Kind,
        face: Typeface,
        penalty: int = FORBIDDEN,
        hyphen: tuple[Glyph, ...] = (),
    ) -> Unit:
        width = _advance(glyphs) * self._size / 1000 + self._tracking * len(glyphs)
        end = _advance(hyphen) * self._size / 1000 - self._tracking
        return Unit(text, glyphs, width, head, tail, face, self._size, self._tracking, end, penalty, hyphen)


def explode(unit: Unit) -> list[Unit]:
    """Return the parts of a unit that is wider than any line, cut between its glyphs."""
    ends = _ends(unit.glyphs, unit.text)
    places = dict.fromkeys(ends[:-1], FORBIDDEN)
    return [
        unit._replace(
            text=text,
            glyphs=glyphs,
            width=_advance(glyphs) * unit.size / 1000 + unit.tracking * len(glyphs),
            end=-unit.tracking,
            hyphen=(),
        )
        for text, glyphs, _ in _slices(unit.glyphs, unit.text, places)
    ]


def _advance(glyphs: tuple[Glyph, ...]) -> float:
    return sum(glyph.advance for glyph in glyphs)


@lru_cache(maxsize=16384)
def _mark_glyphs(face: Typeface, token: str, kind: Kind) -> tuple[Glyph, ...]:
    """Return the glyphs of a Han token, marks cut to half an em and dashes set on whole ones."""
    if len(token) > 1:
        return _long_glyphs(face, token, kind)
    gid = face.gid(token)
    advance = face.advance(gid)
    match kind:
        case Kind.OPEN if advance > _HALF:
            glyph = Glyph(gid, token, _HALF, _HALF - advance)
        case Kind.MIDDLE:
            glyph = Glyph(gid, token, _HALF, (_HALF - advance) / 2)
        case Kind.DASH:
            # A face may give the dash a Latin width; Chinese sets it on the full em (GB/T 15834 5.1.6).
            glyph = Glyph(gid, token, _FULL, (_FULL - advance) / 2)
        case _:
            glyph = Glyph(gid, token, _HALF if kind in HALVED and advance > _HALF else advance)
    return (glyph,)


def _long_glyphs(face: Typeface, token: str, kind: Kind) -> tuple[Glyph, ...]:
    """Return the glyphs of a token of several characters: a dash, an ellipsis, a character with its variant."""
    if kind != Kind.DASH:
        return face.shape(token)
    long_dash = face.gid(_TWO_EM_DASH)
    if token == "—" * 2 and long_dash:
        # Two separate dashes of most faces leave a hole in the middle.
        return (Glyph(long_dash, token, 2 * _FULL, _FULL - face.advance(long_dash) / 2),)
    return tuple(_mark_glyphs(face, char, kind)[0] for char in token)


def _by_face(token: str, fonts: Fonts, style: Style) -> Iterator[tuple[Typeface, int, str]]:
    """Yield the stretches of a word that one face can set, each with where it starts in the word."""
    start = 0
    for face, chars in groupby(token, lambda char: fonts.pick(style, char, True)):
        text = "".join(chars)
        yield face, start, text
        start += len(text)


def _hyphen(face: Typeface) -> tuple[Glyph, ...]:
    """Return the hyphen of a broken word, which reads as a soft one (ISO 32000-1, 14.8.2.2.3)."""
    return tuple(replace(glyph, text=_SOFT_HYPHEN) for glyph in face.shape("-"))


def _breaks(word: str) -> dict[int, int]:
    """Return the places inside a word where it may be broken, each with its penalty.

    After a hyphen or a dash between letters, at a soft hyphen, and at the joints of an address.
    """
    found = {match.end(): RELUCTANT for match in _PLACES.finditer(word)}
    if _ADDRESS.search(word):
        found |= {match.end(): RELUCTANT for match in _ADDRESS_PLACES.finditer(word)}
    return found


def _slices(
    glyphs: tuple[Glyph, ...], text: str, places: dict[int, int]
) -> Iterator[tuple[str, tuple[Glyph, ...], int]]:
    """Yield the parts of a shaped word between `places`, each with its glyphs and the penalty of a break after it."""
    begin, first = 0, 0
    for index, end in enumerate(_ends(glyphs, text) if places else (), start=1):
        ligature_goes_on = index < len(glyphs) and not glyphs[index].text
        if begin < end < len(text) and end in places and not ligature_goes_on:
            yield text[begin:end], glyphs[first:index], places[end]
            begin, first = end, index
    yield text[begin:], glyphs[first:], FORBIDDEN


def _ends(glyphs: tuple[Glyph, ...], text: str) -> list[int]:
    """Return how far into `text` each glyph reaches; unseen characters count with the glyph before them."""
    ends, place = [], 0
    for glyph in glyphs:
        place += len(glyph.text)
        while place < len(text) and text[place] in UNSEEN:
            place += 1
        ends.append(place)
    return ends
