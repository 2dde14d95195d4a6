"""Facts to tables that travel with a document: CSV as `facts.csv` is written, and JSON, each in the order of ids."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen.facts.briefing import Briefing
from reportgen.facts.model import CHANGE_KINDS, Change, Fact, Indicator

_CHANGE_COLUMNS = tuple(
    f"{kind}{part}" for kind in CHANGE_KINDS for part in ("", "_unit", "_qualifier", "_base", "_before", "_start")
)
COLUMNS = (
    *("fact_id", "indicator", "ref_area", "time_period", "obs_value", "unit_mult", "obs_status", "qualifier"),
    *(*_CHANGE_COLUMNS, "rank", "rank_scope", "rank_held", "cumulative", "source", "note", "exact"),
    *("is_part_of", "additive", "annualised", "constant"),
)
"""The columns that an exported table can have; one that is empty throughout is left out."""


def facts_csv(briefing: Briefing) -> bytes:
    """Return the published facts of `briefing` as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets)."""
    rows = [_row(fact) for fact in published(briefing)]
    used = [column for column in COLUMNS if any(column in row for row in rows)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, used, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def facts_json(briefing: Briefing) -> bytes:
    """Return the published facts of `briefing` and what they measure as JSON (RFC 8259), every number as printed."""
    shown = list(published(briefing))
    used = sorted({fact.indicator for fact in shown})
    whole = {
        "briefing": briefing.id,
        "issued": briefing.issued.isoformat(),
        "digest": briefing.digest,
        "facts": [_row(fact) for fact in shown],
        "indicators": [_indicator(briefing.indicators[name]) for name in used],
        "areas": _named(briefing.areas, (fact.ref_area for fact in shown)),
        "scopes": _named(briefing.scopes, (fact.rank.scope for fact in shown if fact.rank)),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def published(briefing: Briefing) -> Iterator[Fact]:
    """Yield the facts that may leave the house, by id; those marked internal stay."""
    return (fact for _, fact in sorted(briefing.facts.items()) if not fact.internal)


def _row(fact: Fact) -> dict[str, str]:
    """Return the columns of `fact` that say something."""
    row = {
        "fact_id": fact.id,
        "indicator": fact.indicator,
        "ref_area": fact.ref_area,
        "time_period": fact.time_period.code,
        "obs_value": _decimal(fact.obs_value),
        "unit_mult": str(fact.unit_mult),
        "obs_status": fact.obs_status,
        "qualifier": fact.qualifier,
        "rank": str(fact.rank.position) if fact.rank else "",
        "rank_scope": fact.rank.scope if fact.rank else "",
        "rank_held": _flag(bool(fact.rank and fact.rank.held)),
        "cumulative": _flag(fact.cumulative),
        "source": fact.source,
        "note": fact.note,
        "exact": _decimal(fact.exact),
        "is_part_of": fact.is_part_of,
        "additive": _flag(fact.additive),
        "annualised": _flag(fact.annualised),
        "constant": _flag(fact.constant),
    }
    for change in fact.changes:
        row |= _change(change)
    return {column: text for column, text in row.items() if text}


def _change(change: Change) -> dict[str, str]:
    """Return the columns of a change; a turn has a start and no percentage."""
    kind, turn = change.kind, change.unit == "TURN"
    return {
        kind: "" if turn else _decimal(change.value),
        f"{kind}_unit": "" if turn or change.unit == "PCT" else change.unit,
        f"{kind}_qualifier": change.qualifier,
        f"{kind}_base": change.base,
        f"{kind}_before": _decimal(change.before),
        f"{kind}_start": _decimal(change.start),
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    said = {
        "id": indicator.id,
        "names": dict(sorted(indicator.names.items())),
        "unit_measure": indicator.unit_measure,
        "measure_type": indicator.measure_type,
        "stock_flow": indicator.stock_flow,
        "price_basis": indicator.price_basis,
        "sources": dict(sorted(indicator.sources.items())),
    }
    return {key: value for key, value in said.items() if value}


def _named(names: Mapping[str, Mapping[str, str]], used: Iterable[str]) -> dict[str, dict[str, str]]:
    return {code: dict(sorted(names[code].items())) for code in sorted(set(used)) if code in names}


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _flag(value: bool) -> str:
    return "1" if value else ""
