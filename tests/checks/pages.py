"""Pages as short as a check needs: a line of text in each language, with figures named in braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.checks import check
from reportgen.document import Block, Document, Heading, Inlines, List, Paragraph, Strong, Text, Wording
from reportgen.errors import Finding
from reportgen.facts import Briefing, Change, Fact, Indicator, Rank, parse_period
from reportgen.languages import language
from tests import briefings

_PARTS = re.compile(r"(\*\*.+?\*\*|\{[\w.-]+\})")

INDICATORS = {
    item.id: item
    for item in (
        Indicator("GDP", {"zh": "地区生产总值", "en": "GDP"}, "CNY", stock_flow="F", price_basis="current"),
        Indicator("REAL", {"zh": "实际产值", "en": "real output"}, "CNY", price_basis="constant"),
        Indicator("VISITS", {"zh": "接待游客", "en": "tourist visits"}, "VISIT", "count", "F"),
        Indicator("JOBLESS", {"zh": "失业率", "en": "jobless rate"}, "PCT", "rate"),
        Indicator("TRADE", {"zh": "批发业", "en": "wholesale"}, "PCT"),
        Indicator("DENSITY", {"zh": "地均产值", "en": "output per unit of land"}, "CNY_PER_KM2"),
        Indicator("LAND", {"zh": "面积", "en": "land area"}, "KM2"),
        Indicator("PREMIUM", {"zh": "保费收入", "en": "premium income"}, "CNY"),
        Indicator("NEW", {"zh": "新引进首店", "en": "new first stores"}, "STORE", "count", counters={"zh": "家"}),
        Indicator("ALL", {"zh": "累计首店", "en": "all first stores"}, "STORE", "count", counters={"zh": "家"}),
        Indicator("ENTITIES", {"zh": "市场主体", "en": "market entities"}, "ENTITY", "count", counters={"zh": "户"}),
        Indicator("AID", {"zh": "外资", "en": "foreign funds"}, "USD"),
        Indicator("SMOG", {"zh": "颗粒物", "en": "particles"}, "INDEX", "index", higher_is="worse"),
    )
}


def fact(name: str, value: str | None = None, indicator: str = "GDP", *, when: str = "2023-S1", **more: Any) -> Fact:
    """One observation; `yoy`, `mom` and `growth` are changes, a value like 765.9e8 has its scale after the e."""
    changes = tuple(_changes(more))
    rank = Rank(more.pop("rank"), "CN") if "rank" in more else None
    printed, _, scale = (value or "").partition("e")
    observed = Decimal(printed) if printed else None
    area = more.pop("area", "500103")
    made = Fact(name, indicator, area, parse_period(when), observed, int(scale or 0), changes=changes, rank=rank)
    return replace(made, **more)


def _changes(more: dict[str, Any]) -> Iterator[Change]:
    unit, start, before = more.pop("unit", "PCT"), more.pop("start", None), more.pop("before", None)
    for kind in ("yoy", "mom", "growth"):
        if kind in more:
            levels = (Decimal(item) if item else None for item in (before, start))
            yield Change(kind, Decimal(more.pop(kind)), unit, "", "", *levels)


def briefing(facts: Iterable[Fact] = (), **more: Any) -> Briefing:
    """A briefing of `facts`, which may be none."""
    known = {item.id: item for item in facts}
    made = replace(briefings.briefing(), facts=known, indicators=INDICATORS, content={}, texts={})
    scopes = {"CN": {"zh": "全国", "en": "nationwide"}}
    return replace(made, scopes=scopes, **more)


def page(lang: str, text: str, told: Briefing) -> Document:
    """Set `text`, a block a line: `# ` heads, `- ` lists, `**` stresses, and {gdp.change} is that side of a fact."""
    blocks: list[Block] = []
    for index, line in enumerate(text.split("\n")):
        name, words = (
            f"p{index}",
            (Wording(lang, tuple(_inlines(line.removeprefix("# ").removeprefix("- "), lang, told))),),
        )
        if line.startswith("# "):
            blocks.append(Heading(id=name, level=1, words=words))
        elif line.startswith("- "):
            item: tuple[Block, ...] = (Paragraph(id=f"i{index}", words=words),)
            last = blocks[-1] if blocks else None
            if isinstance(last, List):
                blocks[-1] = replace(last, items=(*last.items, item))
            else:
                blocks.append(List(id=name, items=(item,)))
        else:
            blocks.append(Paragraph(id=name, words=words))
    return Document(id="d", langs=(lang,), title=(), blocks=tuple(blocks), issued="2023-08-25")


def _inlines(text: str, lang: str, told: Briefing) -> Inlines:
    return tuple(_inline(part, lang, told) for part in _PARTS.split(text) if part)


def _inline(part: str, lang: str, told: Briefing) -> Any:
    if part.startswith("**"):
        return Strong(_inlines(part[2:-2], lang, told))
    if not part.startswith("{"):
        return Text(part)
    name, _, side = part[1:-1].partition(".")
    known, spoken = told.facts[name], language(lang)
    indicator = told.indicator_of(known)
    match side:
        case "rank":
            return spoken.rank(known, told.scopes)
        case "change" | "rate" | "movement":
            return getattr(spoken, side)(known)
        case _:
            return spoken.amount(known, indicator)


def found(texts: Mapping[str, str], told: Briefing) -> tuple[Finding, ...]:
    """What the checks find in one page a language."""
    return check({lang: page(lang, text, told) for lang, text in texts.items()}, told)


def caught(code: str, zh: str, en: str, *facts: Fact, **more: Any) -> list[Finding]:
    """What the check `code` finds in a page of two languages, or of the one that says something."""
    texts = {lang: text for lang, text in (("zh", zh), ("en", en)) if text}
    return [finding for finding in found(texts or {"zh": ""}, briefing(facts, **more)) if finding.code == code]
