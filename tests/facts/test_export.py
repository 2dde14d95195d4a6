"""Facts that leave the house are the facts that came in: read back, they are equal, and nothing internal goes out."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportgen.facts import Change, Rank, facts_csv, facts_json
from reportgen.sources import load
from tests.briefings import briefing, fact
from tests.projects import ROOT, SAMPLE


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_exported_table_of_the_sample_loads_as_the_same_facts(tmp_path: Path) -> None:
    copy = tmp_path / "data" / SAMPLE
    shutil.copytree(ROOT / "data" / SAMPLE, copy)
    loaded = load(ROOT / "data" / SAMPLE)
    (copy / "facts.csv").write_bytes(facts_csv(loaded))
    assert dict(load(copy).facts) == dict(loaded.facts)


def test_facts_stand_in_the_order_of_their_ids_and_internal_ones_stay() -> None:
    made = briefing(fact("retail"), fact("gdp"), fact("secret", internal=True))
    assert [row["fact_id"] for row in rows(facts_csv(made))] == ["gdp", "retail"]
    assert [row["fact_id"] for row in json.loads(facts_json(made))["facts"]] == ["gdp", "retail"]


def test_numbers_keep_the_digits_that_were_printed() -> None:
    row = rows(facts_csv(briefing(fact("gdp", "765.90", "-0.0"))))[0]
    assert (row["obs_value"], row["unit_mult"], row["yoy"]) == ("765.90", "8", "-0.0")


def test_a_turn_has_a_start_and_no_percentage() -> None:
    turn = Change("yoy", Decimal("12.5"), "TURN", start=Decimal("-2.5"))
    row = rows(facts_csv(briefing(replace(fact("profit", "10.0"), changes=(turn,)))))[0]
    assert row["yoy_start"] == "-2.5"
    assert "yoy" not in row


def test_ranks_and_words_with_commas_and_quotes_survive() -> None:
    ranked = fact("gdp", rank=Rank(1, "city", held=True), note='全市第一, "稳中向好"')
    row = rows(facts_csv(briefing(ranked)))[0]
    assert (row["rank"], row["rank_scope"], row["rank_held"], row["note"]) == ("1", "city", "1", '全市第一, "稳中向好"')


def test_the_json_says_what_is_measured() -> None:
    whole = json.loads(facts_json(briefing(fact("gdp"))))
    assert whole["indicators"][0]["unit_measure"] == "CNY"
    assert whole["indicators"][0]["names"]["en"] == "gross domestic product"
