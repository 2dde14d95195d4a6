"""Periods and days, as each language names them."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.facts import parse_period
from tests.languages.samples import EN, HANT, ZH

PERIODS = [
    # code, Chinese, English, English in tables, Chinese without the year, English without the year
    ("2023", "2023年", "2023", "2023", "全年", "the full year"),
    ("2023-S1", "2023年上半年", "the first half of 2023", "H1 2023", "上半年", "the first half"),
    ("2023-S2", "2023年下半年", "the second half of 2023", "H2 2023", "下半年", "the second half"),
    ("2023-Q1", "2023年一季度", "the first quarter of 2023", "Q1 2023", "一季度", "the first quarter"),
    ("2023-Q2", "2023年二季度", "the second quarter of 2023", "Q2 2023", "二季度", "the second quarter"),
    ("2023-Q3", "2023年三季度", "the third quarter of 2023", "Q3 2023", "三季度", "the third quarter"),
    ("2023-Q4", "2023年四季度", "the fourth quarter of 2023", "Q4 2023", "四季度", "the fourth quarter"),
    ("2023-01", "2023年1月", "January 2023", "January 2023", "1月", "January"),
    ("2023-12", "2023年12月", "December 2023", "December 2023", "12月", "December"),
    ("2023-01-01/P9M", "2023年前三季度", "the first three quarters of 2023", "Q1–Q3 2023", "前三季度",
     "the first three quarters"),
    ("2023-01-01/P6M", "2023年1—6月", "January to June 2023", "January–June 2023", "1—6月", "January to June"),
    ("2023-01-01/P2M", "2023年1—2月", "January to February 2023", "January–February 2023", "1—2月",
     "January to February"),
    ("2023-04-01/P9M", "2023年4—12月", "April to December 2023", "April–December 2023", "4—12月", "April to December"),
    ("2023-05-01/P1M", "2023年5月", "May 2023", "May 2023", "5月", "May"),
    ("2023-06-30", "2023年6月末", "at the end of June 2023", "end of June 2023", "6月末", "at the end of June"),
    ("2024-02-29", "2024年2月末", "at the end of February 2024", "end of February 2024", "2月末",
     "at the end of February"),
    ("2023-12-31", "2023年末", "at the end of 2023", "end of 2023", "年末", "at the end of the year"),
    ("2023-08-25", "2023年8月25日", "on August 25, 2023", "August 25, 2023", "8月25日", "on August 25"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "zh", "en", "short", "zh_bare", "en_bare"), PERIODS)
def test_a_period_has_its_name_in_each_language(
    code: str, zh: str, en: str, short: str, zh_bare: str, en_bare: str
) -> None:
    period = parse_period(code)
    assert ZH.period(period) == HANT.period(period) == ZH.period(period, short=True) == zh
    assert EN.period(period) == en
    assert EN.period(period, short=True) == short
    assert ZH.period(period, year=False) == zh_bare
    assert EN.period(period, year=False) == en_bare


def test_a_span_over_two_years_always_names_both() -> None:
    span = parse_period("2023-07-01/P12M")
    assert ZH.period(span, year=False) == "2023年7月—2024年6月"
    assert EN.period(span, year=False) == "July 2023 to June 2024"
    assert EN.period(span, short=True) == "July 2023 – June 2024"


def test_a_day_has_no_leading_zeros() -> None:
    assert ZH.date(date(2024, 1, 5)) == HANT.date(date(2024, 1, 5)) == "2024年1月5日"
    assert EN.date(date(2024, 1, 15)) == "January 15, 2024"
