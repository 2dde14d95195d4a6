"""Rows of the table `indicators` in, indicators by id out."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.facts import MEASURE_TYPES, TENDENCIES, Indicator, Names
from reportgen.languages import LANGUAGES, unit_codes
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.head import Head, refuse_missing_sides
from reportgen.sources.tables import Cell, Row, Table
from reportgen.sources.values import choice, identifier

_FIXED = ("indicator", "unit_measure", "measure_type", "stock_flow", "price_basis", "higher_is")
_BY_LANGUAGE = ("name", "short", "counter", "noun", "source")


def read_indicators(table: Table, head: Head, faults: Faults) -> Mapping[str, Indicator] | None:
    """Return what the rows of `table` define, as much of it as can be read, or None where no row has an id."""
    names = (*_FIXED, *(f"{part}_{tag}" for part in _BY_LANGUAGE for tag in LANGUAGES))
    needed = ("indicator", "unit_measure", *(f"name_{tag}" for tag in head.languages))
    table.check(names.__contains__, names, needed, faults)
    if table.rows and "indicator" not in table.columns:
        return None
    indicators: dict[str, Indicator] = {}
    for row in table.rows:
        indicator = _indicator(row, table, head, faults)
        if indicator.id in indicators:
            first = indicators[indicator.id].origin
            message = f"the indicator {indicator.id} stands twice, first at {first}"
            faults.add("duplicate-id", message, indicator.origin, "keep one of the rows, or rename one")
        elif indicator.id:
            indicators[indicator.id] = indicator
    return indicators


def _indicator(row: Row, table: Table, head: Head, faults: Faults) -> Indicator:
    cell = row.cell("indicator")
    name = identifier(cell, "indicator", faults)
    names = _sides(row, "name")
    # A column that is absent is told once, by the table's own check.
    asked = tuple(tag for tag in head.languages if f"name_{tag}" in table.columns)
    what = f"the indicator {name or 'without id'}"
    refuse_missing_sides(what, names, asked, row.place, faults, lambda tag: f"fill in name_{tag}")
    return Indicator(
        id=name,
        names=names,
        unit_measure=_unit(row.cell("unit_measure"), faults) if "unit_measure" in table.columns else "",
        measure_type=choice(row.cell("measure_type"), "measure_type", MEASURE_TYPES, "amount", faults),
        stock_flow=choice(row.cell("stock_flow"), "stock_flow", ("S", "F", ""), "", faults),
        price_basis=choice(row.cell("price_basis"), "price_basis", ("current", "constant", ""), "", faults),
        higher_is=choice(row.cell("higher_is"), "higher_is", TENDENCIES, "", faults),
        counters=_sides(row, "counter"),
        nouns=_sides(row, "noun"),
        short=_sides(row, "short"),
        sources=_sources(row, head, faults),
        origin=cell.place,
    )


def _sides(row: Row, part: str) -> Names:
    return {tag: text for tag in LANGUAGES if (text := row.text(f"{part}_{tag}"))}


def _sources(row: Row, head: Head, faults: Faults) -> Names:
    sources = _sides(row, "source")
    if sources:
        what = f"the source of {row.text('indicator')}"
        refuse_missing_sides(what, sources, head.languages, row.place, faults, lambda tag: f"fill in source_{tag}")
    return sources


def _unit(cell: Cell, faults: Faults) -> str:
    if not cell.text:
        faults.add("missing-value", "unit_measure is empty", cell.place, "write a code such as CNY, PCT or VISIT")
    elif cell.text not in unit_codes():
        faults.add("unknown-unit", f"unit_measure is “{cell.text}”", cell.place, nearest(cell.text, unit_codes()))
    return cell.text
