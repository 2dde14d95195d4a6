"""A card's small chart is a block like others: found, rewritten and written to JSON."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Block, Chart
from reportgen.document.codec import from_json, to_json
from reportgen.document.walk import rewrite, slots, walk
from tests.plots import sheet

CHARTS = ("k-bar", "k-column", "k-line", "k-combination", "k-ring", "k-sparkline", "k-progress", "s-bar", "s-column")


def named(block: Block) -> Block:
    return replace(block, id="renamed") if isinstance(block, Chart) else block


def test_walking_meets_the_charts_of_cards() -> None:
    met = [block for block in walk(sheet().blocks) if isinstance(block, Chart)]
    assert [chart.id for chart in met] == [*CHARTS, "plot", "plot", "plot"]


def test_a_cards_own_slots_are_not_those_of_its_chart() -> None:
    card = next(block for block in walk(sheet().blocks) if block.id == "card")
    assert len(list(slots(card))) == 2


def test_rewriting_reaches_the_charts_of_cards() -> None:
    changed = rewrite(sheet(), named)
    assert {block.id for block in walk(changed.blocks) if isinstance(block, Chart)} == {"renamed"}


def test_every_chart_comes_back_from_json_the_same() -> None:
    assert from_json(to_json(sheet(("zh", "en")))) == sheet(("zh", "en"))
