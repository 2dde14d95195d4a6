"""Which times a text names, resolved against its day of issue and never against a clock."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import UsageError
from reportgen.facts import Period, parse_period
from reportgen.languages import LANGUAGES
from reportgen.reading import read_periods

ISSUED = date(2023, 8, 25)
ROWS = (
    ("zh", "2023年上半年", "2023-S1"),
    ("zh", "上半年", "2023-S1"),
    ("zh", "今年上半年", "2023-S1"),
    ("zh", "去年下半年", "2022-S2"),
    ("zh", "2022年前三季度", "2022-01-01/P9M"),
    ("zh", "前8个月", "2023-01-01/P8M"),
    ("zh", "三季度", "2023-Q3"),
    ("zh", "2023年第二季度", "2023-Q2"),
    ("zh", "1—6月", "2023-01-01/P6M"),
    ("zh", "2022年1—9月", "2022-01-01/P9M"),
    ("zh", "2023年8月", "2023-08"),
    ("zh", "6月末", "2023-06-30"),
    ("zh", "9月底", "2023-09-30"),
    ("zh", "2022年末", "2022-12-31"),
    ("zh", "一季度末", "2023-03-31"),
    ("zh", "2024年1月15日", "2024-01-15"),
    ("zh", "7月28日", "2023-07-28"),
    ("zh", "2023/8/25", "2023-08-25"),
    ("zh", "2022年", "2022"),
    ("zh", "二〇二二年", "2022"),
    ("zh", "去年", "2022"),
    ("zh", "全年", "2023"),
    ("zh", "年末", "2023-12-31"),
    ("zh", "2021—2025年", "2021-01-01/P60M"),
    ("zh-Hant", "2023年第二季度", "2023-Q2"),
    ("en", "the first half of 2023", "2023-S1"),
    ("en", "the first half", "2023-S1"),
    ("en", "the second half of last year", "2022-S2"),
    ("en", "the first three quarters of 2022", "2022-01-01/P9M"),
    ("en", "Q1–Q3 2022", "2022-01-01/P9M"),
    ("en", "the first nine months", "2023-01-01/P9M"),
    ("en", "the third quarter", "2023-Q3"),
    ("en", "Q3 2022", "2022-Q3"),
    ("en", "H1 2023", "2023-S1"),
    ("en", "the second quarter of 2023", "2023-Q2"),
    ("en", "January to June 2022", "2022-01-01/P6M"),
    ("en", "January–June", "2023-01-01/P6M"),
    ("en", "August 2023", "2023-08"),
    ("en", "in May", "2023-05"),
    ("en", "at the end of June", "2023-06-30"),
    ("en", "at the end of 2022", "2022-12-31"),
    ("en", "at the end of the third quarter", "2023-09-30"),
    ("en", "January 15, 2024", "2024-01-15"),
    ("en", "Jan. 15", "2023-01-15"),
    ("en", "15 January 2024", "2024-01-15"),
    ("en", "in 2022", "2022"),
    ("en", "last year", "2022"),
    ("en", "the full year", "2023"),
    ("en", "the full year 2022", "2022"),
    ("en", "2021–2025", "2021-01-01/P60M"),
)


@pytest.mark.parametrize(("lang", "text", "code"), ROWS, ids=[text for _, text, _ in ROWS])
def test_a_time_is_resolved(lang: str, text: str, code: str) -> None:
    (said,) = read_periods(text, lang, ISSUED)
    assert (said.period, said.running) == (parse_period(code), False)
    assert text[said.start : said.end] == said.text


@pytest.mark.parametrize(("lang", "text"), [("zh", "今年以来"), ("en", "so far this year")])
def test_what_runs_from_new_year_is_counted_to_the_month_of_issue(lang: str, text: str) -> None:
    (said,) = read_periods(text, lang, ISSUED)
    assert (said.period, said.running) == (parse_period("2023-01-01/P8M"), True)


@pytest.mark.parametrize(("lang", "text"), [("zh", "截至目前"), ("en", "To date")])
def test_what_is_said_of_today_is_of_the_day_of_issue(lang: str, text: str) -> None:
    (said,) = read_periods(text, lang, ISSUED)
    assert (said.period, said.running) == (parse_period("2023-08-25"), True)


def test_a_time_without_a_year_is_of_the_time_before_it() -> None:
    codes = [str(said.period) for said in read_periods("2021年上半年增长，三季度回落，全年持平", "zh", ISSUED)]
    assert codes == ["2021-S1", "2021-Q3", "2021"]


def test_a_time_stays_unresolved_where_no_year_is_said() -> None:
    assert [said.period for said in read_periods("今年上半年、三季度、截至目前", "zh")] == [None, None, None]


def test_a_day_that_no_calendar_has_is_no_period() -> None:
    assert [said.period for said in read_periods("2023年2月30日", "zh")] == [None]


def test_a_language_that_nothing_reads_is_an_error() -> None:
    with pytest.raises(UsageError, match="no figures can be read in “fr”"):
        read_periods("en 2023", "fr")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    year = draw(st.integers(1950, 2099))
    part = draw(
        st.sampled_from(["", "-S1", "-S2", "-Q1", "-Q2", "-Q3", "-Q4", "-06", "-12", "-06-30", "-12-31", "-07-28"])
    )
    return parse_period(f"{year}{part}")


@given(periods() | st.integers(2, 11).map(lambda count: parse_period(f"2023-01-01/P{count}M")))
def test_whatever_a_language_calls_a_period_reads_back(period: Period) -> None:
    for item in LANGUAGES.values():
        (said,) = read_periods(item.period(period), item.code)
        assert said.period
        assert (said.period.start, said.period.end) == (period.start, period.end)
