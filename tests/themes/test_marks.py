"""One accent and greys tell marks apart, also without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import Chart
from reportgen.themes import load_theme, theme_names
from reportgen.themes.marks import ACCENT, Mark, mark_of
from tests.documents import chart


def several(kind: str, count: int) -> Chart:
    one = chart("zh")
    return replace(one, kind=kind, series=one.series * count)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_several_series_wear_one_accent_and_marks_of_their_own(kind: str, count: int) -> None:
    marks = [mark_of(several(kind, count), index) for index in range(count)]
    assert marks.count(ACCENT) == 1
    assert len(set(marks)) == count


def test_one_series_wears_the_accent_at_its_highlight() -> None:
    assert [mark_of(chart("zh"), 0, at).color for at in range(4)] == ["bar", "bar", "bar", "accent"]


@pytest.mark.parametrize("name", theme_names())
def test_areas_that_grey_print_would_make_alike_differ_by_pattern(name: str) -> None:
    theme = load_theme(name)

    def tone(mark: Mark) -> float:
        red, green, blue = theme.color(mark.color)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    marks = [mark_of(several("column", 4), index) for index in range(4)]
    pairs = [(one, other) for at, one in enumerate(marks) for other in marks[at + 1 :]]
    assert all(abs(tone(one) - tone(other)) > 0.12 or one.hatched != other.hatched for one, other in pairs)
