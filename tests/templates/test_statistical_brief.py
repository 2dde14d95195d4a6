"""A statistical brief of thirty-one regions: placed by the data, equal ones alike, their total out of the ranking."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportgen import report
from reportgen.document import Columns, Document, Panel, Table, plain, said
from reportgen.facts import Briefing, Change
from tests.regions import COUNT, GROWTH, TOTAL, regions
from tests.writers.docx.lint import lint
from tests.writers.pdf.judges import page_faults

ROOT = Path(__file__).parents[2]
LANGS = ("zh", "en")
WHOLE = tuple(growth.quantize(Decimal(1)) for growth in GROWTH)
"""Growth in whole percents, so that many regions have the same."""
HALF = {"indicator": "GDP", "period": "2023-S1"}
SPARK = {"kind": "sparkline", "title": {"zh": "各季度", "en": "By quarter"}, "by": "period"}
GROWING = {"kind": "bar", "title": {"zh": "增速", "en": "Growth"}, "show": "change", "sort": "descending"}
CONTENT: dict[str, Any] = {
    "title": {"zh": "统计月报", "en": "Monthly Brief"},
    "masthead": {"year": "2023"},
    "panel": {
        "items": [
            {"pattern": "amount_change", "facts": ["gdp-cn"]},
            {"pattern": "amount", "facts": ["gdp-q4"], "graphic": {**SPARK, "facts": ["gdp-q1", "gdp-q2", "gdp-q4"]}},
        ]
    },
    "charts": [{**GROWING, "facts": [f"gdp-{at}" for at in group]} for group in ((0, 1, 2), (3, 4, 5), (6, 7, 8))],
    "tables": [
        {
            "caption": {"zh": "各地区地区生产总值", "en": "GDP by region"},
            "facts": HALF,
            "by": "area",
            "columns": ["place", "name", "value", "change", "wording"],
            "order_by": "change",
            "totals": [TOTAL],
        }
    ],
}


def brief() -> Briefing:
    made = regions()
    equal = {
        f"gdp-{at}": replace(made.facts[f"gdp-{at}"], changes=(Change("yoy", growth),))
        for at, growth in enumerate(WHOLE)
    }
    facts = {**made.facts, **equal}
    return replace(made, template="statistical-brief", theme="bureau-blue", content=CONTENT, facts=facts)


def drafted(lang: str) -> Document:
    return report.draft(brief(), lang, project=ROOT)


def rows(lang: str) -> list[list[str]]:
    (table,) = (block for block in drafted(lang).blocks if isinstance(block, Table))
    return [[plain(said(cell.words, lang)) for cell in row] for row in table.body]


@pytest.mark.parametrize("lang", LANGS)
def test_the_total_leads_and_has_no_place(lang: str) -> None:
    total, *others = rows(lang)
    assert total[:2] == ["", {"zh": "全国", "en": "China"}[lang]]
    assert len(others) == COUNT
    assert all(row[0] for row in others)


@pytest.mark.parametrize("lang", LANGS)
def test_regions_stand_in_the_order_of_their_growth_and_equal_ones_share_a_place(lang: str) -> None:
    ordered = sorted(WHOLE, reverse=True)
    others = rows(lang)[1:]
    assert [Decimal(row[3].strip("%").replace("−", "-")) for row in others] == ordered
    assert [int(row[0]) for row in others] == [ordered.index(growth) + 1 for growth in ordered]
    assert len({row[0] for row in others}) == len(set(WHOLE)) < COUNT


@pytest.mark.parametrize(("lang", "fall"), [("zh", "同比下降2%"), ("en", "down 2 percent year on year")])
def test_a_fall_is_worded_as_one(lang: str, fall: str) -> None:
    assert rows(lang)[-1][4] == fall


def test_charts_stand_in_pairs_and_an_odd_last_one_alone() -> None:
    blocks = drafted("zh").blocks
    assert [len(block.columns) for block in blocks if isinstance(block, Columns)] == [2]
    assert len([block for block in blocks if getattr(block, "kind", "") == "bar"]) == 1


def test_a_card_holds_its_sparkline() -> None:
    (panel,) = (block for block in drafted("zh").blocks if isinstance(block, Panel))
    assert [card.lines[-1].role for card in panel.cards] == ["change", "graphic"]


def test_pages_and_word_files_of_all_regions_pass_their_judges() -> None:
    document = drafted("zh+en")
    assert page_faults(report.write(brief(), document, "pdf", project=ROOT).data) == []
    assert lint(report.write(brief(), document, "docx", project=ROOT).data) == []
