"""Widths to breaks: the best lines of a whole paragraph by Knuth and Plass's total fit, over prefix sums.

Pure arithmetic: no font, no character, no page.  A line is the boxes `i` to `j`, the end excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reportgen.writers.pdf.spacing import UNBREAKABLE

EPSILON = 1e-3
"""Points by which a line may pass its measure: the error of sums, not a liberty."""
TOLERANCE = 4.0
"""How far a line may stretch, as a multiple of its stretch, before looser ones are looked at too."""
_LOOSEST = 50.0
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
    left = list(accumulate(naturals, initial=0.0))
    right = [0.0, *(start + width + end for start, width, end in zip(left, widths, ends, strict=True))]
    return Measure(
        left=left,
        right=right,
        stretch=list(accumulate((gap[1] for gap in gaps), initial=0.0)),
        shrink=list(accumulate((gap[2] for gap in gaps), initial=0.0)),
        penalties=[*(gap[3] for gap in gaps), 0],
        lonely=lonely,
    )


def best_breaks(sums: Measure, width: float, first: float, *, justified: bool) -> list[int]:
    """Return where lines end, as indexes of boxes: every line at most `width` wide, the first at most `first`.

    Justified lines stretch evenly; others keep their spaces, are as few as they can be, and then as even.
    """
    found = _search(sums, width, first, justified, TOLERANCE if justified else 0.4)
    if found is None or (len(found) > 1 and found[-2] >= sums.lonely):
        found = _search(sums, width, first, justified, float("inf")) or found
    return found or [sums.boxes]


def _search(sums: Measure, width: float, first: float, justified: bool, tolerance: float) -> list[int] | None:
    """Return the cheapest chain of breaks with no line looser than `tolerance`, None where there is none."""
    boxes, left, right = sums.boxes, sums.left, sums.right
    stretch, shrink, penalties = sums.stretch, sums.shrink, sums.penalties
    costs: dict[int, float] = {0: 0.0}
    origins: dict[int, int] = {}
    active = [0]
    for end in range(1, boxes + 1):
        penalty = penalties[end - 1]
        if penalty >= UNBREAKABLE:
            continue
        reach, give, take = right[end], stretch[end - 1], shrink[end - 1]
        best, origin, dropped = float("inf"), -1, 0
        for start in active:
            measure_here = width if start else first
            slack = measure_here - reach + left[start]
            if slack < 0:
                room = take - shrink[start]
                if slack < -room - EPSILON:
                    dropped += 1
                    continue
                ratio = -slack / room if room > EPSILON else 0.0
            elif end == boxes:
                ratio = 0.0 if justified else max(0.0, slack / measure_here - 0.5)
            else:
                room = give - stretch[start] if justified else measure_here
                ratio = slack / room if room > EPSILON else (0.0 if slack < EPSILON else _LOOSEST)
                if ratio > tolerance:
                    break
            cost = costs[start] + _demerits(ratio, penalty, justified)
            if end == boxes and start >= sums.lonely and start:
                cost += _LONELY
            if cost < best:
                best, origin = cost, start
        del active[:dropped]
        if origin >= 0:
            costs[end], origins[end] = best, origin
            active.append(end)
        if not active:
            return None
    return _chain(origins, boxes) if boxes in origins else None


def _demerits(ratio: float, penalty: int, justified: bool) -> float:
    """Return what a line costs (Knuth and Plass 1981, demerits); a ragged line costs one line above all."""
    loose = min(ratio, _LOOSEST)
    cost = (1.0 + 100.0 * loose * loose * loose + penalty) ** 2
    return cost if justified else cost + _LINE


def _chain(origins: dict[int, int], end: int) -> list[int]:
    ends = [end]
    while origins[ends[-1]]:
        ends.append(origins[ends[-1]])
    return ends[::-1]
