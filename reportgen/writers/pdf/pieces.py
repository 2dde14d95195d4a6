"""A run of glyphs to pieces that readers copy as they were typed: words that codes alone cannot say carry their text.

Readers take a gap of a tenth of an em for a space.  The gaps between Han and Latin (CLREQ 3.2.2) and in justified lines
are none: 765.9亿元 is one word.  So a wide gap is bridged by a blank glyph, and the word beside it says its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from math import ceil
from typing import NamedTuple

from reportgen.writers.pdf.face import Glyph, Typeface

Run = Sequence[tuple[Glyph, float]]

_NARROW = 0.09
"""The widest gap in ems that no reader takes for a space."""
_NARROW_END = 0.03
"""The same after a run: what follows may be smaller, as the unit after a card's number, and readers measure by it."""

_TOUCHING = 0.05
"""How far apart, in points, two runs of one line may be that meet."""


class Piece(NamedTuple):
    """Glyphs with extra points after each, and the `text` they stand for, "" where their codes say it."""

    run: Run
    text: str = ""

    def width(self, size: float) -> float:
        """Return how far the pen moves at `size`, in points."""
        return sum(glyph.advance * size / 1000 + extra for glyph, extra in self.run)


def pieces(face: Typeface, size: float, run: Run, before: float = 0.0) -> Iterator[Piece]:
    """Split `run` so that words beside wide gaps and clusters of several glyphs say their text.

    `before` is a gap in points before the run, to be bridged from its side; its first piece begins with it.
    """
    if not before and _is_plain(run, size):
        yield Piece(run)
        return
    words = list(_words(run, _NARROW * size))
    leads = [before, *(0.0 for _ in words[1:])]
    gaps = [*(wide(word, size, _NARROW) for word in words[:-1]), wide(run, size, _NARROW_END)]
    said = list(map(partial(_bridged, face, size), words, leads, gaps))
    for speaks, group in groupby(_spaced(said), key=lambda piece: bool(piece.text)):
        parts = list(group)
        items = tuple(chain.from_iterable(piece.run for piece in parts))
        yield Piece(items, "".join(piece.text for piece in parts) if speaks else "")


def _is_plain(run: Run, size: float) -> bool:
    """Tell whether codes alone say `run`: no cluster of several glyphs, no wide gap."""
    narrow = _NARROW * size
    return not wide(run, size, _NARROW_END) and all(glyph.text and extra <= narrow for glyph, extra in run)


class Seam:
    """Where the last run of a page ended and the gap that it left open, for the next run to bridge.

    A gap is bridged from the Latin side, so that Han characters stay in long pieces.
    """

    def __init__(self) -> None:
        self._end = (0.0, 0.0)
        self._gap = 0.0

    def pieces(self, x: float, y: float, face: Typeface, size: float, run: Run) -> Iterator[tuple[float, Piece]]:
        """Yield the pieces of a run that begins at (`x`, `y`), each with the place where it begins."""
        before = self._gap if self._meets(x, y) and not run[0][0].text.isspace() else 0.0
        self._gap, self._end = wide(run, size, _NARROW_END), (x + Piece(run).width(size), y)
        if self._gap and _is_inner(run[-1][0].text):
            self._gap = 0.0
        elif self._gap:
            run = [*run[:-1], (run[-1][0], 0.0)]
        x -= before
        for piece in pieces(face, size, run, before):
            yield x, piece
            x += piece.width(size)

    def _meets(self, x: float, y: float) -> bool:
        return abs(x - self._end[0]) < _TOUCHING and abs(y - self._end[1]) < _TOUCHING


def wide(run: Run, size: float, narrow: float) -> float:
    """Return the gap after `run` where a reader would see a space that is none; a gap over one em means to divide."""
    glyph, extra = run[-1]
    return extra if narrow * size < extra < size and not glyph.text.isspace() else 0.0


def _words(run: Run, narrow: float) -> Iterator[list[tuple[Glyph, float]]]:
    """Yield Latin words and numbers whole, other characters one by one; a gap ends a word, a cluster stays together."""
    word: list[tuple[Glyph, float]] = []
    for item in run:
        if word and item[0].text and not _joined(word[-1], item, narrow):
            yield word
            word = []
        word.append(item)
    if word:
        yield word


def _joined(last: tuple[Glyph, float], item: tuple[Glyph, float], narrow: float) -> bool:
    return _is_inner(last[0].text) and _is_inner(item[0].text) and last[1] < narrow


def _spaced(words: list[Piece]) -> Iterator[Piece]:
    """Yield `words`, the spaces between two that say their text saying theirs too: readers drop a space all alone."""
    for index, word in enumerate(words):
        between = 0 < index < len(words) - 1 and words[index - 1].text and words[index + 1].text
        if between and not word.text and word.run[0][0].text.isspace():
            yield Piece(word.run, word.run[0][0].text)
        else:
            yield word


def _is_inner(text: str) -> bool:
    return text.isascii() and not text.isspace()


def _bridged(face: Typeface, size: float, word: Run, before: float, gap: float) -> Piece:
    """Return `word` between blank glyphs over the gaps beside it, with its text where it has gaps or is a cluster."""
    if not before and not gap and all(glyph.text for glyph, _ in word):
        return Piece(word)
    last, extra = word[-1]
    items = [*_blanks(face, size, before), *word[:-1], (last, 0.0 if gap else extra), *_blanks(face, size, gap)]
    return Piece(items, "".join(glyph.text for glyph, _ in word))


def _blanks(face: Typeface, size: float, gap: float) -> Iterable[tuple[Glyph, float]]:
    """Return blank glyphs without a text over `gap` points, none for no gap."""
    gid = face.gid("\u2002") or face.gid(" ")
    if not gap or not gid:
        return ()
    blank = Glyph(gid, "", face.advance(gid))
    width = blank.advance * size / 1000
    count = ceil(gap / width)
    return [(blank, gap / count - width)] * count
