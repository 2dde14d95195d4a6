"""Total-fit breaking over plain boxes and gaps."""

from __future__ import annotations

import random
from itertools import combinations, pairwise
from math import inf

import pytest

from reportgen.writers.pdf.breaking import Gap, Measure, best_breaks, measure
from reportgen.writers.pdf.spacing import FORBIDDEN

SPACE = Gap(3.0, 2.0, 1.0, 0)
GLUED = Gap(3.0, 2.0, 1.0, FORBIDDEN)


def boxes(*widths: float, gaps: list[Gap] | None = None, lonely: int | None = None) -> Measure:
    between = gaps or [SPACE] * (len(widths) - 1)
    return measure(widths, [0.0] * len(widths), between, len(widths) if lonely is None else lonely)


def test_one_line_needs_no_break() -> None:
    assert best_breaks(boxes(10, 10), 100, 100, justified=True) == [2]


def test_a_line_is_shrunk_before_a_word_is_pushed_out() -> None:
    assert best_breaks(boxes(10, 10, 10), 34.5, 34.5, justified=True) == [3]


def test_a_line_is_never_shrunk_further_than_its_glue_gives() -> None:
    assert best_breaks(boxes(10, 10, 10), 33, 33, justified=True)[0] < 3


def test_no_line_breaks_at_a_forbidden_gap() -> None:
    sums = boxes(10, 10, 10, 10, gaps=[SPACE, GLUED, SPACE])
    assert 2 not in best_breaks(sums, 25, 25, justified=True)


def cost(sums: Measure, ends: tuple[int, ...], width: float) -> float:
    """Knuth and Plass's demerits of a whole paragraph, reckoned line by line; infinite where a line is overfull."""
    total = 0.0
    for start, end in pairwise((0, *ends)):
        ratio = sums.ratio(start, end, width)
        if ratio < -1:
            return inf
        total += 1.0 if end == sums.boxes and ratio > 0 else (1 + 100 * abs(ratio) ** 3) ** 2
    return total


def test_no_other_breaks_of_the_whole_paragraph_are_better() -> None:
    draw = random.Random(4)
    for _ in range(40):
        sums = boxes(*(draw.uniform(5, 15) for _ in range(11)))
        inner = range(1, sums.boxes)
        chains = [(*chain, sums.boxes) for count in range(sums.boxes) for chain in combinations(inner, count)]
        found = best_breaks(sums, 50, 50, justified=True)
        assert cost(sums, tuple(found), 50) == pytest.approx(min(cost(sums, chain, 50) for chain in chains))


def test_an_indented_first_line_is_shorter() -> None:
    assert best_breaks(boxes(10, 10, 10), 37, 25, justified=True)[0] < 3


def test_a_lonely_box_takes_another_with_it() -> None:
    widths = [10.0] * 7
    assert best_breaks(boxes(*widths), 36, 36, justified=True)[-2] == 6
    assert best_breaks(boxes(*widths, lonely=6), 36, 36, justified=True)[-2] == 5


def test_ragged_lines_are_as_few_as_they_can_be_and_then_even() -> None:
    sums = boxes(10, 10, 10, 10, 10, 10)
    assert best_breaks(sums, 66, 66, justified=False, even_last=True) == [3, 6]


def test_tracking_does_not_count_at_the_end_of_a_line() -> None:
    sums = measure([10.0, 10.0], [-2.0, -2.0], [Gap(0.0, 0.0, 0.0, 0)], 2)
    assert best_breaks(sums, 18, 18, justified=True) == [2]


@pytest.mark.parametrize("justified", [True, False])
def test_every_box_is_set_once_and_no_line_is_overfull(justified: bool) -> None:
    draw = random.Random(5)
    for _ in range(200):
        widths = [draw.uniform(1, 40) for _ in range(draw.randrange(1, 60))]
        sums, width = boxes(*widths), draw.uniform(40, 200)
        ends = [0, *best_breaks(sums, width, width, justified=justified)]
        assert ends[-1] == len(widths)
        assert all(start < end and sums.ratio(start, end, width) >= -1.001 for start, end in pairwise(ends))


def test_fewer_ragged_lines_than_first_fit_cannot_be_had_nor_more() -> None:
    draw = random.Random(6)
    for _ in range(100):
        sums = boxes(*(draw.uniform(5, 40) for _ in range(30)))
        start = count = 0
        while start < sums.boxes:
            start = max(end for end in range(start + 1, sums.boxes + 1) if sums.ratio(start, end, 100) >= -1)
            count += 1
        assert len(best_breaks(sums, 100, 100, justified=False)) == count
