"""A period code names its first and last day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import parse_period


@pytest.mark.parametrize(
    ("code", "start", "end", "frequency", "months"),
    [
        ("2023", "2023-01-01", "2023-12-31", "year", 12),
        ("2023-S1", "2023-01-01", "2023-06-30", "half", 6),
        ("2023-S2", "2023-07-01", "2023-12-31", "half", 6),
        ("2023-Q1", "2023-01-01", "2023-03-31", "quarter", 3),
        ("2023-Q4", "2023-10-01", "2023-12-31", "quarter", 3),
        ("2024-02", "2024-02-01", "2024-02-29", "month", 1),
        ("2023-06-30", "2023-06-30", "2023-06-30", "day", 0),
        ("2023-01-01/P9M", "2023-01-01", "2023-09-30", "months", 9),
        ("2023-11-01/P4M", "2023-11-01", "2024-02-29", "months", 4),
    ],
)
def test_a_code_is_a_span_of_whole_days(code: str, start: str, end: str, frequency: str, months: int) -> None:
    period = parse_period(code)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert (period.frequency, period.months, str(period)) == (frequency, months, code)


@pytest.mark.parametrize(
    "code",
    ["", "23", "2023-S3", "2023-Q0", "2023-13", "2023-02-30", "2023-1", "2023-01-15/P2M", "2023-01-01/P0M", "2023 ",
     "２０２３", "2023-S1\n", "2023年", "0000", "9999-12-01/P2M"],
)  # fmt: skip
def test_any_other_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_period(code)


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 99))
def test_a_span_of_months_has_that_many(year: int, month: int, count: int) -> None:
    if year * 12 + month + count > 9999 * 12:
        return
    period = parse_period(f"{year:04}-{month:02}-01/P{count}M")
    assert period.months == count
    assert period.start <= period.end


def test_periods_sort_by_their_days() -> None:
    codes = ["2023-Q2", "2023", "2022-12", "2023-S1", "2023-01"]
    assert [period.code for period in sorted(map(parse_period, codes))] == [
        "2022-12",
        "2023-01",
        "2023-S1",
        "2023",
        "2023-Q2",
    ]
