"""What an author or a template may ask of a fact: rounding, ranges, sentences, turns, and another house's English."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.document import Panel, Paragraph, figures, plain, said
from reportgen.errors import SourceError, TemplateError
from reportgen.facts import Change, Content, Fact
from reportgen.templating import compose
from tests.briefings import briefing, fact, indicator, template


def prose(project: Path, words: str, *facts: Fact, style: str = "", unit: str = "CNY") -> tuple[str, str]:
    """Say `words` in Chinese and in English."""
    given = replace(
        briefing(
            *facts, content={"title": {"zh": "数读", "en": "Numbers"}, "items": []}, texts={"zh": words, "en": words}
        ),
        style={"en": style} if style else {},
        indicators={"GDP": indicator(measure_type="share" if unit == "PCT" else "amount", unit_measure=unit)},
    )
    made = template(project)
    spoken = []
    for lang in ("zh", "en"):
        blocks = compose(made, given, lang).blocks
        paragraph = next(block for block in blocks if isinstance(block, Paragraph))
        spoken.append(plain(said(paragraph.words, lang)))
    return spoken[0], spoken[1]


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("{{ gdp }}", "765.9亿元", "76.59 billion yuan"),
        ("{{ gdp.rounded(2) }}", "770亿元", "77 billion yuan"),
        ("{{ gdp.rounded('3').amount }}", "766亿元", "76.6 billion yuan"),
        ("{{ gdp.clause }}", "同比增长3.2%", "grew 3.2 percent year on year"),
        ("{{ gdp.multiple }}", "上年同期的1.032倍", "1.032 times the year-earlier level"),
        ("{{ gdp.attributive }}", "765.9亿元", "76.59-billion-yuan"),
        ("{{ big.level }}", "千亿级", "100-billion-yuan level"),
        ("{{ gdp.to(big) }}", "765.9亿—1000亿元", "76.59 to 100 billion yuan"),
        ("{{ big.pace }}", "增速回落0.6个百分点", "growth slowed by 0.6 percentage points"),
        ("{{ gdp.dollars(rate, 3) }}", "（约合106亿美元）", "(about 10.6 billion U.S. dollars)"),
        ("{{ gdp.dollars(rate, 2) }}", "（约合110亿美元）", "(about 11 billion U.S. dollars)"),
    ],
)
def test_a_fact_is_said_as_the_sentence_wants_it(tmp_path: Path, words: str, zh: str, en: str) -> None:
    slowing = fact("big", "1000", changes=(Change("yoy", Decimal("5.0"), before=Decimal("5.6")),))
    rate = fact("rate", "7.2258", None, unit_mult=0)
    assert prose(tmp_path, words, fact(), slowing, rate) == (zh, en)


def test_another_house_says_the_same_fact_its_own_way(tmp_path: Path) -> None:
    assert prose(tmp_path, "{{ gdp.change }}", style="nbs") == ("同比增长3.2%", "up by 3.2% year on year")
    assert prose(tmp_path, "{{ gdp.change }}", style="chinadaily")[1] == "up 3.2 percent year-on-year"


def test_a_share_names_its_whole(tmp_path: Path) -> None:
    share = fact("share", "81.5", unit_mult=0)
    assert prose(tmp_path, "{{ share.part(share.name) }}", share, unit="PCT") == (
        "占地区生产总值的81.5%",
        "accounted for 81.5 percent of gross domestic product",
    )


def test_only_yuan_become_dollars(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="fact share is in PCT"):
        prose(tmp_path, "{{ share.dollars(share, 3) }}", fact("share", "81.5", unit_mult=0), unit="PCT")


def test_a_missing_figure_prints_the_word_for_it(tmp_path: Path) -> None:
    missing = fact(value=None, yoy=None, obs_status="M")
    for words in ("{{ gdp }}", "{{ gdp.amount }}", "{{ gdp.bare }}", "{{ gdp.running }}"):
        assert prose(tmp_path, words, missing) == ("暂无数据", "not available")


def test_a_missing_level_leaves_a_change_that_is_known(tmp_path: Path) -> None:
    assert prose(tmp_path, "{{ gdp }}", fact(value=None, obs_status="M")) == ("3.2%", "3.2 percent")


def test_growth_says_at_which_prices(tmp_path: Path) -> None:
    real = replace(briefing(texts={"zh": "{{ gdp.basis }}。"}), indicators={"GDP": indicator(price_basis="constant")})
    paragraph = next(block for block in compose(template(tmp_path), real, "zh").blocks if isinstance(block, Paragraph))
    assert plain(said(paragraph.words, "zh")) == "按不变价格计算。"
    assert prose(tmp_path, "{{ gdp.basis }}.") == (".", ".")


def test_a_turn_is_said_without_a_percentage(tmp_path: Path) -> None:
    turned = fact(value="5", yoy=None, changes=(Change("yoy", Decimal(8), "TURN", start=Decimal(-3)),))
    assert prose(tmp_path, "{{ gdp.change }}", turned) == (
        "同比扭亏为盈",
        "returned to profit from a loss a year earlier",
    )


def test_a_threshold_is_crossed_on_request(tmp_path: Path) -> None:
    over = fact(value="1600", yoy=None, qualifier="gt")
    assert prose(tmp_path, "{{ gdp.crossing }}", over) == ("突破1600亿元", "surpassing 160 billion yuan")
    assert prose(tmp_path, "{{ gdp.crossed }}", over) == ("突破1600亿元", "surpassed 160 billion yuan")
    assert prose(tmp_path, "{{ gdp.suffixed }}", over) == ("1600余亿元", "more than 160 billion yuan")


STRUCTURE_ROUNDED = """
::: panel {#numbers}
::: card
{{ say("both", ["gdp", "rate"], briefing.round) }}
:::
:::
"""
BOTH = "{% macro both(f, g) %}\n[{{ f.bare }}]{.value}\n[{{ g.change }}]{.change}\n{% endmacro %}\n"


@pytest.mark.parametrize(
    ("content", "shown"), [({"round": "2"}, "770亿元"), ({}, "765.9亿元"), ({"round": ""}, "765.9亿元")]
)
def test_a_block_declares_its_rounding(tmp_path: Path, content: dict[str, Content], shown: str) -> None:
    given = briefing(fact(), fact("rate", None, "3.27"), content=content)
    made = template(tmp_path, STRUCTURE_ROUNDED, phrases={"zh": BOTH})
    panel = compose(made, given, "zh").blocks[0]
    assert isinstance(panel, Panel)
    lines = [plain(said(line.words, "zh")) for line in panel.cards[0].lines]
    assert lines == [shown, "同比增长3.27%"]


def test_rounding_keeps_the_fact_of_the_figure(tmp_path: Path) -> None:
    given = briefing(texts={"zh": "{{ gdp.rounded(2) }}"})
    paragraph = next(block for block in compose(template(tmp_path), given, "zh").blocks if isinstance(block, Paragraph))
    assert [(item.fact, item.text) for item in figures(said(paragraph.words, "zh"))] == [("gdp", "770亿元")]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ gdp.rounded(3) }}", "fact “gdp” says “gt”, which is untrue of 1600 once 1599.6 is rounded"),
        ("{{ gdp.rounded(0) }}", "fact “gdp” cannot keep 0 digits"),
        ("{{ gdp.rounded('many') }}", "fact “gdp” cannot keep 0 digits"),
        ("{{ gdp.rounded(5).rounded(5) }}", "fact “gdp” is rounded already"),
        ("{{ gdp.attributive }}", "fact “gdp” says “gt”, which cannot stand here"),
        ("{{ gdp.to(empty) }}", "fact empty has no obs_value"),
        ("{{ gdp.to(5) }}", "'5' is no fact"),
        ("{{ gdp.dollars('x', 3) }}", "'x' is no fact"),
        ("{{ empty.clause }}", "fact empty has no change"),
    ],
)
def test_what_cannot_be_said_is_told_with_its_place(tmp_path: Path, words: str, message: str) -> None:
    facts = fact(value="1599.6", qualifier="gt"), fact("empty", None, None)
    with pytest.raises(TemplateError) as caught:
        prose(tmp_path, words, *facts)
    first = caught.value.findings[0]
    assert (first.message, first.where.file, first.where.line) == (message, "text.zh.md", 3)
    assert first.hint


def test_no_digit_opens_an_english_sentence(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot open an English sentence"):
        prose(tmp_path, "{{ gdp.opening }}")


def test_a_pace_without_the_rate_before_is_the_data_s_fault(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="has no earlier growth rate"):
        prose(tmp_path, "{{ gdp.pace }}")
