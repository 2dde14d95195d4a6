"""Random mixed paragraphs in random measures: no rule is broken, no line is overfull, nothing is lost."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.writers.pdf.classes import LATIN_KINDS
from reportgen.writers.pdf.lines import Line
from tests.writers.pdf.setting import paragraph, style

PROSE = (
    "国家统计局发布数据显示上半年全市经济运行总体平稳地区生产总值同比增长批发零售住宿餐饮业全线上扬数字经济核心产业增加值较快"
    "增长文旅市场人气领跑企业利润改善居民收入稳步提高"
)
PIECES = [
    *"，。、；：？！）》",
    "：“",
    "”",
    "（",
    "《",
    "——",
    "……",
    "·",
    "～",
    " ",
    "　",
    "\u00a0",
    "GDP",
    "2026",
    "5.4%",
    "4087.9万人次",
    "Purchasing Managers’ Index",
    "COVID-19",
    "(see Table 1)",
    "A/B",
    "https://stats.gov.cn/a/b?c=d",
    "¥100",
    "12:30",
    "76.59 billion yuan",
    "office workflow",
]
NO_START = frozenset("，。、；：？！）》”—…～·")
NO_END = frozenset("（《“")
PARAGRAPHS = 600


def apart(parts: list[str]) -> Iterator[str]:
    """Keep Latin pieces from growing into one word that no line can hold."""
    for before, part in pairwise(["", *parts]):
        yield "与" + part if before[-1:].isascii() and part[0].isascii() and before.strip() and part != " " else part


def texts(seed: int) -> Iterator[tuple[str, float]]:
    draw = random.Random(seed)
    for _ in range(PARAGRAPHS):
        share = draw.choice((0.15, 0.35, 0.6))
        parts = [draw.choice(PIECES if draw.random() < share else PROSE) for _ in range(draw.randrange(20, 140))]
        yield "".join(apart(parts)), draw.choice((120.0, 200.0, 290.0, 440.0))


def collapsed(text: str) -> str:
    """The source as lines should say it: a run of blanks is one, and one that says more wins over a plain one."""
    text = re.sub(r" *([\u00a0\u3000])[ \u00a0\u3000]*", r"\1", text)
    return re.sub(" +", " ", text).strip(" \u00a0\u3000")


def faults(set_lines: tuple[Line, ...], width: float) -> list[str]:
    starts = [line.text for line in set_lines[1:] if line.text[0] in NO_START]
    ends = [line.text for line in set_lines[:-1] if line.text.rstrip()[-1] in NO_END]
    over = [f"{line.width:.2f} {line.text}" for line in set_lines if line.left + line.width > width + 0.01]
    return starts + ends + over + [line.text for line in split_words(set_lines)]


def split_words(set_lines: tuple[Line, ...]) -> list[Line]:
    """Lines that end inside a number or a word, where no hyphen, slash or mark allows it."""
    return [
        line
        for line, after in pairwise(set_lines)
        if line.units[-1].tail in LATIN_KINDS and line.text[-1].isalnum() and after.text[0].isalnum()
        and line.text[-1].isascii() and after.text[0].isascii()
    ]  # fmt: skip


def test_random_paragraphs_keep_every_rule() -> None:
    broken = []
    for text, width in texts(7):
        one = paragraph(text, align="justify")
        broken += [(fault, width) for fault in faults(one.break_lines(width), width)]
    assert not broken


def test_random_paragraphs_keep_every_rule_ragged_and_indented() -> None:
    broken = []
    for text, width in list(texts(11))[:200]:
        one = paragraph(text, align="start", indent=2, look=style("card.note"))
        broken += [(fault, width) for fault in faults(one.break_lines(width), width)]
    assert not broken


def test_random_paragraphs_lose_nothing() -> None:
    for text, width in texts(13):
        assert "".join(line.text for line in paragraph(text).break_lines(width)) == collapsed(text)
