"""A stream with a piece wider than its line to one that fits: bonds are let go, the weakest first, never a margin."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.writers.pdf.breaking import Gap
from reportgen.writers.pdf.shaping import Unit, explode
from reportgen.writers.pdf.spacing import BOUND, EMERGENCY, FORBIDDEN, RELUCTANT, SOLID, UNBREAKABLE, WORD
from reportgen.writers.pdf.streams import Stream

SOLID_SHARE = 0.45
"""A run given as one piece stays whole up to this share of the line; a wider one would tear a hole into the line."""


def fitted(stream: Stream, width: float) -> Stream:
    """Return `stream` with breaks in every piece that is wider than `width` points, itself where there is none.

    Solid runs part first, then figures from their units, then words between glyphs, and at last marks from their text.
    """
    if any(gap.penalty == SOLID for gap in stream.gaps):
        stream = _released(stream, width * SOLID_SHARE, SOLID, RELUCTANT)
    for soften in (_unbound, _exploded, _unmarked):
        if not _overfull(stream, width):
            break
        stream = soften(stream, width)
    return stream


def _unbound(stream: Stream, width: float) -> Stream:
    return _released(_released(stream, width, BOUND, EMERGENCY), width, WORD, EMERGENCY)


def _unmarked(stream: Stream, width: float) -> Stream:
    return _released(stream, width, FORBIDDEN, EMERGENCY)


def _overfull(stream: Stream, width: float) -> bool:
    """Tell whether a piece that no break goes through is wider than `width` points."""
    reach = 0.0
    for unit, gap in zip(stream.units, stream.gaps, strict=False):
        reach += unit.width
        if reach > width:
            return True
        reach = reach + gap.natural - gap.shrink if gap.penalty >= UNBREAKABLE else 0.0
    return reach + stream.units[-1].width > width


def _chains(gaps: list[Gap]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last unit of every piece that no break goes through."""
    first = 0
    for index, gap in enumerate(gaps):
        if gap.penalty < UNBREAKABLE:
            yield first, index
            first = index + 1
    yield first, len(gaps)


def _least(stream: Stream, first: int, last: int) -> float:
    """Return the width in points of the units `first` to `last` when shrunk as far as they go."""
    boxes = sum(unit.width for unit in stream.units[first : last + 1])
    return boxes + sum(gap.natural - gap.shrink for gap in stream.gaps[first:last])


def _released(stream: Stream, limit: float, level: int, penalty: int) -> Stream:
    """Let go of the bonds up to `level` in pieces wider than `limit` points, at the price of `penalty`."""
    gaps = list(stream.gaps)
    for first, last in _chains(stream.gaps):
        if first < last and _least(stream, first, last) > limit:
            for index in range(first, last):
                if UNBREAKABLE <= gaps[index].penalty <= level:
                    gaps[index] = gaps[index]._replace(penalty=penalty)
    return Stream(stream.units, gaps, stream.owners)


def _exploded(stream: Stream, width: float) -> Stream:
    """Cut the units that stand in pieces wider than `width` points between their glyphs."""
    wide = [chain for chain in _chains(stream.gaps) if _least(stream, *chain) > width]
    cut = {index for first, last in wide for index in range(first, last + 1)}
    units: list[Unit] = []
    gaps: list[Gap] = []
    owners: list[int] = []
    for index, unit in enumerate(stream.units):
        parts = explode(unit) if index in cut else [unit]
        units += parts
        owners += [stream.owners[index]] * len(parts)
        gaps += [Gap(0.0, 0.0, 0.0, EMERGENCY)] * (len(parts) - 1)
        gaps += stream.gaps[index : index + 1]
    return Stream(units, gaps, owners)
