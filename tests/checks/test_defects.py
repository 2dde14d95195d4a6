"""Defects that stood in printed pages, and near-misses that look like them: each is answered as an editor would."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.facts import Fact, Identity, Rules, Term
from tests.checks.pages import INDICATORS, briefing, fact, found

GROWTH = (fact("h", None, yoy="3.2"), fact("n", None, when="2023-01-01/P9M", yoy="4.4"))
STORES = {
    **INDICATORS,
    "NEW": replace(INDICATORS["NEW"], nouns={"en": "first store|first stores"}),
    "ALL": replace(INDICATORS["ALL"], nouns={"en": "first store|first stores"}, counters={"zh": "个"}),
}
STORE = Term({"zh": "首店首牌"}, avoid=("首牌首店",))
WUXI = (Term({"zh": "巫溪", "en": "Wuxi"}, proper=True), Term({"zh": "无锡", "en": "Wuxi"}, proper=True))
COUNTY = (Term({"zh": "巫溪", "en": "Wuxi County"}, proper=True), WUXI[1])
LAND = Rules(identities=(Identity("gdp", ("density", "land")), Identity("investment", ("intensity", "land"))))
AREA = (
    fact("gdp", "1600e8", when="2023", qualifier="gt"),
    fact("density", "70e8", "DENSITY", when="2023", qualifier="gt"),
    fact("land", "23.24", "LAND", when="2023"),
    fact("investment", "210.4e8", "PREMIUM", when="2023"),
    fact("intensity", "9e8", "DENSITY", when="2022"),
)


def codes(zh: str, en: str = "", facts: tuple[Fact, ...] = (), **more: Any) -> set[str]:
    texts = {lang: text for lang, text in (("zh", zh), ("en", en)) if text}
    return {finding.code for finding in found(texts, briefing(facts, **more))} - {"unused-fact", "untraceable"}


@pytest.mark.parametrize(
    ("expected", "zh", "facts", "more"),
    [
        pytest.param("glossary", "保费收同比增长12%", (), {}, id="D1 保费收 for 保费收入"),
        pytest.param(
            "unit-counter",
            "新增{new}，累计{all}",
            (fact("new", "40", "NEW"), fact("all", "256", "ALL")),
            {"indicators": STORES},
            id="D2 家 and 个 for one noun",
        ),
        pytest.param(
            "glossary", "累计首牌首店", (), {"glossary": (STORE,)}, id="D2 首牌首店"
        ),
        pytest.param("percent-points", "接待人数超2019年19个百分点", (), {}, id="D3 points on a level"),
        pytest.param("declared-count", "做好七个方面的工作：\n- 甲\n- 乙", (), {}, id="D4 seven, and two follow"),
        pytest.param("unstated-measure", "甲", (fact("trade", None, "TRADE", yoy="5.2"),), {}, id="D5 growth of what"),
        pytest.param(
            "base-marker", "产值同比增长12.1%，税收同比增长4%\n营业收入增长40.9%", (), {}, id="D6 no base"
        ),
        pytest.param("rank-form", "居全市第1\n保持全市第一", (), {}, id="D7 第1 and 第一"),
        pytest.param("missing-unit", "在西部率先突破千亿、竞争力居前", (), {}, id="D8 千亿 of what"),
        pytest.param("first-mention", "位于skyview\nskyview（鸟瞰重庆）", (), {}, id="D9 a gloss that comes late"),
    ],
)  # fmt: skip
def test_a_defect_is_caught(expected: str, zh: str, facts: tuple[Fact, ...], more: dict[str, Any]) -> None:
    assert expected in codes(zh, "", facts, **more)


@pytest.mark.parametrize(
    ("zh", "facts", "more"),
    [
        pytest.param(
            "新引进首店{new}，升级{upgraded}",
            (fact("new", "256", "NEW"), fact("upgraded", "256", "ENTITIES")),
            {},
            id="D10 256 of two things",
        ),
        pytest.param("开展六大行动，即——\n- 甲\n- 乙\n- 丙\n- 丁\n- 戊\n- 己", (), {}, id="D11 six, and six follow"),
        pytest.param("上半年{h.change}\n前三季度{n.change}\n今年上半年{h.change}", GROWTH, {}, id="D12 3.2% in both"),
        pytest.param("甲", AREA, {"rules": LAND}, id="D13 densities that fit the area"),
    ],
)
def test_a_near_miss_is_let_through(zh: str, facts: tuple[Fact, ...], more: dict[str, Any]) -> None:
    assert codes(zh, "", facts, **more) == set()


def test_two_places_of_one_name_are_told_apart() -> None:
    """D14: 巫溪 and 无锡 are both Wuxi, unless one is Wuxi County."""
    assert "names" in codes("帮扶巫溪，学习无锡", "aid for Wuxi, and learning from Wuxi", glossary=WUXI)
    assert codes("帮扶巫溪，学习无锡", "aid for Wuxi County, and learning from Wuxi", glossary=COUNTY) == set()
