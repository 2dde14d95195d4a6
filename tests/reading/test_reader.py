"""What holds for every text: exact values, places in order, and no text that cannot be read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import UsageError
from reportgen.languages.numbers import shift
from reportgen.reading import read, same

SIZES = st.integers(1, 10**12).map(Decimal) | st.decimals(Decimal("0.001"), Decimal(10**6), places=3)
ALPHABET = "0123456789,.%‰亿万千百十一二三两半成倍翻番约超近余多左右以上至—-～第年月日元个百分点 onetwhuradmilp“”$+/:@"
MANY = 100_000
KNOTTED = ["一", "1,", "1.", "-", "1-", "三成", "第", "1+", "a1", "1a", "x@", "v1.", "“一", "twenty ", "1:", "1 000 "]


@given(SIZES, st.sampled_from([("", "", 0), ("万", "", 4), ("亿", "", 8), ("万亿", " trillion", 12)]))
def test_any_decimal_reads_back_alike_from_both_languages(size: Decimal, scale: tuple[str, str, int]) -> None:
    chinese, english, power = scale
    value = shift(size, power)
    said = f"{size:f}{english}" if english or not power else f"{value:,f}"
    (left,), (right,) = read(f"总额{size:f}{chinese}元", "zh"), read(f"It came to {said} yuan", "en")
    assert left.value == right.value == value
    assert same(left, right)


@given(st.text(ALPHABET, max_size=60), st.sampled_from(["zh", "en"]))
def test_readings_are_in_order_apart_and_at_their_places(text: str, lang: str) -> None:
    place = 0
    for item in read(text, lang):
        assert place <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
        assert item.value.is_finite()
        place = item.end


@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_no_text_is_too_strange(text: str, lang: str) -> None:
    assert read(text, lang) == read(text, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("piece", ["1", "亿", ","])
def test_a_hundred_thousand_signs_are_read_in_one_pass(piece: str, lang: str) -> None:
    assert [item.end for item in read(piece * MANY, lang)] == ([MANY] if piece == "1" else [])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("piece", KNOTTED)
def test_a_knotted_text_is_read_to_its_end(piece: str, lang: str) -> None:
    said = (piece * MANY)[: MANY // 10] + " 2.5%"
    assert read(said, lang)[-1].text.endswith("2.5%")


def test_a_hundred_thousand_digits_are_one_exact_number() -> None:
    digits = "1" * MANY
    (left,), (right,) = read(digits, "zh"), read(digits, "en")
    assert left.value == right.value == Decimal(digits)


def test_a_script_or_region_does_not_change_the_reader() -> None:
    assert read("同比增长3.2%", "zh-Hans-CN") == read("同比增长3.2%", "zh")
    assert read("up 3.2 percent", "en-GB") == read("up 3.2 percent", "en")


def test_a_language_that_nothing_reads_is_an_error() -> None:
    with pytest.raises(UsageError, match="no figures can be read in “fr”"):
        read("3,2 %", "fr")


def test_a_hedge_is_read_only_beside_its_number() -> None:
    (year, points) = read("超2019年19个百分点", "zh")
    assert (year.kind, points.qualifier) == ("year", "")
    assert [item.qualifier for item in read("more than ever, 30 percent and about 5 percent", "en")] == ["", "approx"]


def test_a_multiple_tells_the_growth_that_makes_it() -> None:
    (grown,), (level,) = read("增长1.2倍", "zh"), read("是上年的1.2倍", "zh")
    assert (grown.value, grown.growth, grown.printed) == (Decimal("2.2"), Decimal(120), Decimal("1.2"))
    assert (level.value, level.growth) == (Decimal("1.2"), Decimal(20))


def test_what_was_printed_and_its_power_of_ten_are_kept() -> None:
    (item,) = read("4007.0亿元", "zh")
    assert (str(item.printed), item.scale, str(item.value)) == ("4007.0", 8, "400700000000")


def test_eleven_digits_are_a_telephone_number_only_without_a_unit() -> None:
    said = [read(text, "zh")[0].kind for text in ("请拨打13800138000", "13800138000元", "13800138000户")]
    assert said == ["code", "amount", "amount"]
