"""Ranks and ordinals, as each language prints them."""

from __future__ import annotations

import pytest

from reportgen.errors import SourceError
from reportgen.facts import Rank
from reportgen.languages import LANGUAGES
from tests.languages.samples import EN, HANT, SCOPES, ZH, fact

RANKS = [
    (Rank(1, "CQ"), "全市第一", "ranking first in the municipality"),
    (Rank(1, "CQ", held=True), "保持全市第一", "remaining first in the municipality"),
    (Rank(5, "CN"), "全国第五", "ranking fifth nationwide"),
    (Rank(10, "CN"), "全国第十", "ranking tenth nationwide"),
    (Rank(17, "CN"), "全国第17位", "ranking 17th nationwide"),
    (Rank(2, "CN", held=True), "保持全国第二", "remaining second nationwide"),
]

ORDINALS = [
    (1, "第一", "first"),
    (2, "第二", "second"),
    (3, "第三", "third"),
    (9, "第九", "ninth"),
    (10, "第十", "tenth"),
    (11, "第11", "11th"),
    (12, "第12", "12th"),
    (13, "第13", "13th"),
    (20, "第20", "20th"),
    (21, "第21", "21st"),
    (22, "第22", "22nd"),
    (23, "第23", "23rd"),
    (101, "第101", "101st"),
    (111, "第111", "111th"),
    (112, "第112", "112th"),
]


@pytest.mark.parametrize(("rank", "zh", "en"), RANKS)
def test_a_rank_names_its_circle(rank: Rank, zh: str, en: str) -> None:
    said = fact(rank=rank)
    assert ZH.rank(said, SCOPES).text == zh
    assert EN.rank(said, SCOPES).text == en
    assert ZH.rank(said, SCOPES).side == EN.rank(said, SCOPES).side == "rank"


@pytest.mark.parametrize(("number", "zh", "en"), ORDINALS)
def test_an_ordinal_is_a_word_up_to_ten(number: int, zh: str, en: str) -> None:
    assert ZH.ordinal(number) == zh
    assert EN.ordinal(number) == en


def test_traditional_chinese_ranks_in_its_own_characters() -> None:
    assert HANT.rank(fact(rank=Rank(5, "CN", held=True)), SCOPES).text == "保持全國第五"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rank_that_cannot_be_said_is_an_error(code: str) -> None:
    said = LANGUAGES[code]
    with pytest.raises(SourceError, match="fact “f” has no rank"):
        said.rank(fact("1"), SCOPES)
    with pytest.raises(SourceError, match="there is no scope “EU”") as caught:
        said.rank(fact(rank=Rank(1, "EU")), SCOPES)
    assert caught.value.findings[0].hint == "known are CN, CQ"
    with pytest.raises(SourceError, match=f"scope “EU” has no name in “{code}”"):
        said.rank(fact(rank=Rank(1, "EU")), {"EU": {"fr": "dans l’Union"}})
