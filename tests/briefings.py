"""A tiny briefing and a tiny template, made in memory, for tests that need something to compose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.facts import Briefing, Change, Content, Fact, Indicator, Rank, Unit, parse_period
from reportgen.templating import Template, load_template

STRUCTURE = """
::: masthead
[{{ briefing.title }}]{.title}
:::
{% if has_text("intro") %}
{{ text("intro") }}
{% endif %}
::: panel {#numbers}
{% for item in briefing["items"] %}
::: card
{{ say(item.pattern, item.facts) }}
:::
{% endfor %}
:::
"""
PHRASE = """
{% macro amount_change(f) %}
[{{ f.Label }}]{.label}
[{{ f.bare }}]{.value}
[{{ f.change }}]{.change}
{% endmacro %}
"""


def indicator(name: str = "GDP", **changes: Any) -> Indicator:
    names = {"zh": "地区生产总值", "en": "gross domestic product", "zh-Hant": "地區生產總值"}
    return replace(Indicator(name, names, "CNY"), **changes)


def fact(name: str = "gdp", value: str | None = "765.9", yoy: str | None = "3.2", **changes: Any) -> Fact:
    """One observation of 亿元 in the first half of 2023."""
    moved = (Change("yoy", Decimal(yoy)),) if yoy else ()
    observed = Decimal(value) if value else None
    made = Fact(name, "GDP", "500103", parse_period("2023-S1"), observed, unit_mult=8, changes=moved)
    return replace(made, **changes)


def briefing(
    *facts: Fact,
    content: Mapping[str, Content] | None = None,
    texts: Mapping[str, str] | None = None,
    languages: tuple[str, ...] = ("zh", "en"),
) -> Briefing:
    """A briefing of `facts`, with `texts` as each language's unit `intro`."""
    known = facts or (fact(),)
    items: list[Content] = [{"pattern": "amount_change", "facts": [known[0].id]}]
    title: dict[str, Content] = {"zh": "数读", "en": "Numbers", "zh-Hant": "數讀"}
    return Briefing(
        id="tiny",
        template="tiny",
        theme="newsprint-red",
        languages=languages,
        issued=date(2023, 8, 25),
        facts={item.id: item for item in known},
        indicators={"GDP": indicator()},
        areas={"500103": {"zh": "渝中区", "en": "Yuzhong District", "zh-Hant": "渝中區"}},
        scopes={"CQ": {"zh": "全市", "en": "in the municipality", "zh-Hant": "全市"}},
        content=content if content is not None else {"title": title, "items": items},
        texts={lang: {"intro": Unit("导语", body, f"text.{lang}.md", 3)} for lang, body in (texts or {}).items()},
        file="briefing.yaml",
    )


def ranked(position: int = 1) -> Fact:
    return fact(rank=Rank(position, "CQ"))


def template(
    project: Path, structure: str = STRUCTURE, schema: str = "", phrases: Mapping[str, str] | None = None
) -> Template:
    """Write the template `tiny` into `project` and load it."""
    folder = project / "templates" / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.toml").write_text('theme = "newsprint-red"\n', "utf-8")
    (folder / "report.md.j2").write_text(structure, "utf-8")
    if schema:
        (folder / "schema.json").write_text(schema, "utf-8")
    for lang, macros in (phrases or {"zh": PHRASE, "en": PHRASE, "zh-Hant": PHRASE}).items():
        (folder / f"phrases.{lang}.j2").write_text(macros, "utf-8")
    return load_template("tiny", project)
