"""Widths to breaks: the best lines of a whole paragraph by Knuth and Plass's total fit, over prefix sums.

Pure arithmetic: no font, no character, no page.  A line is the boxes `i` to `j`, the end excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple

from reportgen.writers.pdf.spacing import UNBREAKABLE

EPSILON = 1e-3
"""Points by which a line may pass its measure: the error of sums, not a liberty."""
TOLERANCE = 4.0
"""How far a line may stretch, as a multiple of its stretch, before looser ones are looked at too."""
_RAGGED_TOLERANCE = 0.6
_LOOSEST = 200.0
_STIFF = 0.01
_FREE, _SHORT = 0.5, 1.5
"""The share of a ragged paragraph's last line that may stay empty for nothing, and what more of it weighs."""
_LONELY = 1e10
_LINE = 1e14


# A tuple, not a dataclass: a page has thousands of gaps, and a tuple is made in half the time.
class Gap(NamedTuple):
    """The glue between two boxes in points, the penalty of a break in it, and the typed `space` that it holds."""

    natural: float
    stretch: float
    shrink: float
    penalty: int
    space: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """Prefix sums over boxes and gaps, in points: the line of boxes i to j is `right[j] - left[i]` wide.

    `stretch[k]` and `shrink[k]` are sums over the gaps before box k; `penalties[k]` is for a break after box k;
    `lonely` is the first box that may not begin the last line (CLREQ 3.1.8: no single character alone).
    """

    left: list[float]
    right: list[float]
    stretch: list[float]
    shrink: list[float]
    penalties: list[int]
    lonely: int

    @property
    def boxes(self) -> int:
        """The number of boxes."""
        return len(self.left)

    def natural(self, start: int, end: int) -> float:
        """Return the width of the boxes `start` to `end`, neither stretched nor shrunk."""
        return self.right[end] - self.left[start]

    def ratio(self, start: int, end: int, width: float) -> float:
        """Return how far a line must stretch (above 0) or shrink (below 0, to -1) to be `width` wide."""
        slack = width - self.natural(start, end)
        give = self.stretch if slack > 0 else self.shrink
        total = give[end - 1] - give[start]
        if total > EPSILON:
            return slack / total
        return 0.0 if slack > -EPSILON and slack < EPSILON else _LOOSEST if slack > 0 else -_LOOSEST


def measure(
    widths: Sequence[float],
    ends: Sequence[float],
    gaps: Sequence[Gap],
    lonely: int,
) -> Measure:
    """Sum up boxes and gaps; `ends` are what a box's width changes by at a line's end: a hyphen, less its tracking."""
    naturals = [width + gap[0] for width, gap in zip(widths, gaps, strict=False)]
    left = list(accumulate(naturals, initial=0.0))[: len(widths)]
    right = [0.0, *(start + width + end for start, width, end in zip(left, widths, ends, strict=True))]
    return Measure(
        left=left,
        right=right,
        stretch=list(accumulate((gap[1] for gap in gaps), initial=0.0)),
        shrink=list(accumulate((gap[2] for gap in gaps), initial=0.0)),
        penalties=[*(gap[3] for gap in gaps), 0],
        lonely=lonely,
    )


def best_breaks(sums: Measure, width: float, first: float, *, justified: bool, even_last: bool = False) -> list[int]:
    """Return where lines end, as indexes of boxes: every line at most `width` wide, the first at most `first`.

    Justified lines stretch evenly; others keep their spaces, are as few as they can be, and then as even, the last
    one too where `even_last`.
    """
    search = _Search(sums, width, first, justified, 0.0 if even_last else _FREE)
    found = search.run(TOLERANCE if justified else _RAGGED_TOLERANCE)
    if found is None or (len(found) > 1 and found[-2] >= sums.lonely):
        found = search.run(inf) or found
    return found or [sums.boxes]


class _Search:
    """The dynamic programme over all chains of breaks, for one width."""

    def __init__(self, sums: Measure, width: float, first: float, justified: bool, free: float) -> None:
        self.sums, self.width, self.first, self.justified, self.free = sums, width, first, justified, free
        self.boxes = sums.boxes

    def run(self, tolerance: float) -> list[int] | None:
        """Return the cheapest chain of breaks with no line looser than `tolerance`, None where there is none."""
        self.costs, self.origins, self.active = {0: 0.0}, {0: 0}, [0]
        for end, penalty in enumerate(self.sums.penalties, start=1):
            if penalty < UNBREAKABLE:
                self._end_at(end, penalty, tolerance)
                if not self.active:
                    return None
        return self._chain() if self.boxes in self.origins else None

    def _end_at(self, end: int, penalty: int, tolerance: float) -> None:
        """Find the best line that ends before box `end`, and drop the starts that are too far back by now."""
        best, origin, dropped = inf, -1, 0
        left, reach = self.sums.left, self.sums.right[end]
        for start in self.active:
            slack = (self.width if start else self.first) - reach + left[start]
            ratio = self._tightness(start, end, slack) if slack < 0 else self._looseness(start, end, slack)
            if ratio < -1.0:
                dropped += 1
                continue
            if ratio > tolerance:
                break
            # What a line costs are Knuth and Plass's demerits (1981); a ragged one costs one line above all.
            loose = min(abs(ratio), _LOOSEST)
            cost = self.costs[start] + (1.0 + 100.0 * loose * loose * loose + penalty) ** 2
            if end == self.boxes and start and start >= self.sums.lonely:
                cost += _LONELY
            if cost < best:
                best, origin = cost, start
        del self.active[:dropped]
        if origin >= 0:
            self.costs[end], self.origins[end] = best if self.justified else best + _LINE, origin
            self.active.append(end)

    def _looseness(self, start: int, end: int, slack: float) -> float:
        """Return the ratio of a line that has room to spare; for ragged lines, the share of it that stays empty."""
        if self.justified and end < self.boxes:
            room = self.sums.stretch[end - 1] - self.sums.stretch[start]
            # A line without any glue is no better stretched, but the less it lacks the better.
            return slack / max(room, self.width * _STIFF)
        if self.justified:
            return 0.0
        share = slack / max(self.width if start else self.first, EPSILON)
        return share if end < self.boxes else self._short(share)

    def _short(self, share: float) -> float:
        """Return the ratio of a ragged last line of which `share` is empty."""
        return share if not self.free else max(0.0, share - self.free) * _SHORT

    def _tightness(self, start: int, end: int, slack: float) -> float:
        """Return the ratio of a line that must shrink; a box wider than the measure fits where it stands alone."""
        room = self.sums.shrink[end - 1] - self.sums.shrink[start]
        if slack < -room - EPSILON:
            return -1.0 if end == start + 1 else -inf
        return max(slack / room, -1.0) if room > EPSILON else 0.0

    def _chain(self) -> list[int]:
        ends = [self.sums.boxes]
        while self.origins[ends[-1]]:
            ends.append(self.origins[ends[-1]])
        return ends[::-1]
