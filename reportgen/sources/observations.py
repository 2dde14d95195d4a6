"""Rows of the table `facts` in, facts by id out.

Each kind of change has columns of its own: `yoy` is the change, in percent unless `yoy_unit` says PP or TIMES (1.2 =
+120 percent), `yoy_qualifier` its hedge, `yoy_base` what it is counted from, `yoy_before` the same change one period
earlier (增速回落, 降幅收窄) and `yoy_start` the level that it is counted from, in the scale of obs_value.  With
`yoy_start` given and `yoy` empty, the change is a turn (扭亏为盈, 上年同期为零), which has no percentage.  `exact` is
the unrounded figure that a printed one with a qualifier stands for.  `is_part_of` is the id of the whole; parts that
are `additive` make it up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import partial

from reportgen.facts import (
    CHANGE_KINDS,
    QUALIFIERS,
    STATUSES,
    Change,
    ChangeKind,
    ChangeUnit,
    Fact,
    Indicator,
    Period,
    Rank,
    Status,
    Untruth,
    untrue_change,
    untrue_value,
)
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.head import Head
from reportgen.sources.tables import Cell, Row, Table
from reportgen.sources.values import choice, flag, identifier, number, period, whole

_CHANGE_PARTS = ("unit", "qualifier", "base", "before", "start")
_WRITTEN_UNITS: tuple[ChangeUnit, ...] = ("PCT", "PP", "TIMES")
_EXACT = Context(prec=80)
_RANK = ("rank", "rank_scope", "rank_held")
_CHANGES = tuple(column for kind in CHANGE_KINDS for column in (kind, *(f"{kind}_{part}" for part in _CHANGE_PARTS)))
COLUMNS = (
    *("fact_id", "indicator", "ref_area", "time_period", "obs_value", "unit_mult", "decimals", "obs_status"),
    *("qualifier", *_CHANGES, *_RANK, "cumulative", "source", "note", "exact"),
    *("is_part_of", "additive", "annualised", "constant", "internal"),
)
"""Every column that the table may have."""


def read_facts(
    table: Table, indicators: Mapping[str, Indicator] | None, head: Head, faults: Faults
) -> Mapping[str, Fact]:
    """Return the observations of `table`, or as many of them as can be read.

    Where `indicators` could not be read, it is None, and no fact is blamed for naming one.
    """
    table.check(COLUMNS.__contains__, COLUMNS, ("fact_id", "indicator"), faults)
    if "fact_id" not in table.columns:
        return {}
    facts: dict[str, Fact] = {}
    seen: dict[str, Cell] = {}
    for row in table.rows:
        cell = row.cell("fact_id")
        fact = _Reader(row, indicators, head, faults).fact()
        if cell.text and cell.text in seen:
            message = f"the fact {cell.text} stands twice, first at {seen[cell.text].place}"
            faults.add("duplicate-id", message, cell.place, "keep one of the rows, or rename one")
        elif fact:
            facts[fact.id] = fact
        seen.setdefault(cell.text, cell)
    _refuse_unknown_wholes(table, seen, faults)
    return facts


def _refuse_unknown_wholes(table: Table, known: Mapping[str, Cell], faults: Faults) -> None:
    """Note each `is_part_of` that names no fact, or the fact itself."""
    for row in table.rows:
        cell = row.cell("is_part_of")
        if cell.text and (cell.text not in known or cell.text == row.text("fact_id")):
            hint = nearest(cell.text, (name for name in known if name != row.text("fact_id")), "name another fact")
            faults.add("unknown-fact", f"is_part_of is “{cell.text}”, which is no other fact", cell.place, hint)


class _Reader:
    """Reads one row; each part notes its own faults, so that a row tells them all."""

    def __init__(self, row: Row, indicators: Mapping[str, Indicator] | None, head: Head, faults: Faults) -> None:
        self.row, self.indicators, self.head, self.faults = row, indicators, head, faults

    def fact(self) -> Fact | None:
        name = identifier(self.row.cell("fact_id"), "fact_id", self.faults)
        status = choice(self.row.cell("obs_status"), "obs_status", STATUSES, "A", self.faults)
        self.refuse_nothing(status)
        make = partial(
            Fact,
            id=name,
            indicator=self.indicator(),
            ref_area=self.area(),
            obs_value=self.value(status),
            unit_mult=whole(self.row.cell("unit_mult"), "unit_mult", self.faults, 0, 15) or 0,
            obs_status=status,
            qualifier=choice(self.row.cell("qualifier"), "qualifier", QUALIFIERS, "", self.faults),
            changes=tuple(self.changes()),
            rank=self.rank(),
            cumulative=self.flag("cumulative"),
            source=self.row.text("source"),
            note=self.row.text("note"),
            exact=number(self.row.cell("exact"), "exact", self.faults),
            is_part_of=self.row.text("is_part_of"),
            additive=self.flag("additive"),
            annualised=self.flag("annualised"),
            constant=self.flag("constant"),
            internal=self.flag("internal"),
            origin=self.row.cell("fact_id").place,
        )
        when = self.period()
        return self.checked(make(time_period=when)) if name and when else None

    def checked(self, fact: Fact) -> Fact:
        """Return `fact`, noting where its exact value or the levels of its changes belie it."""
        self.refuse_untruth(untrue_value(fact), "exact")
        for change in fact.changes:
            self.refuse_untruth(untrue_change(fact, change), change.kind)
        return fact

    def refuse_untruth(self, untruth: Untruth | None, column: str) -> None:
        if untruth:
            cell = self.row.cell(column)
            self.fault("untrue", f"{column}: {untruth.message}", cell, untruth.hint)

    def indicator(self) -> str:
        cell = self.row.cell("indicator")
        if not cell.text and "indicator" in self.row.head:
            self.fault("missing-value", "indicator is empty", cell, "name what the fact measures")
        elif cell.text and self.indicators is not None and cell.text not in self.indicators:
            hint = nearest(cell.text, self.indicators, "add it to the table indicators")
            self.fault("unknown-indicator", f"no indicator is called “{cell.text}”", cell, hint)
        return cell.text

    def filled(self, column: str) -> Cell:
        """Return the cell of `column`, or the briefing's default for it where the cell is empty."""
        cell, default = self.row.cell(column), self.head.defaults.get(column)
        if not cell.text and default:
            return Cell(default.text, default.place)
        if not cell.text:
            hint = f"fill it in, or give the briefing a default: defaults: {{{column}: …}}"
            self.fault("missing-value", f"{column} is empty", cell, hint)
        return cell

    def area(self) -> str:
        cell = self.filled("ref_area")
        if cell.text and cell.text not in self.head.areas:
            hint = nearest(cell.text, self.head.areas, f"name it in the briefing: areas: {{{cell.text}: …}}")
            self.fault("unknown-area", f"no area has the code “{cell.text}”", cell, hint)
        return cell.text

    def period(self) -> Period | None:
        cell = self.filled("time_period")
        return period(cell, "time_period", self.faults) if cell.text else None

    def value(self, status: Status) -> Decimal | None:
        """Return obs_value with as many decimals as the column `decimals` says."""
        cell = self.row.cell("obs_value")
        measured = (self.indicators or {}).get(self.row.text("indicator"))
        value = number(cell, "obs_value", self.faults, percent=bool(measured and measured.unit_measure == "PCT"))
        decimals = whole(self.row.cell("decimals"), "decimals", self.faults, 0, 20)
        if cell.text and status == "M":
            hint = "empty obs_value, or set obs_status to what it is"
            self.fault("missing-with-value", "obs_status says that the figure is missing, yet it has one", cell, hint)
        if value is None or decimals is None:
            return value
        given = len(str(value).partition(".")[2])
        if given > decimals:
            message = f"obs_value is {value}, with more decimals than decimals says ({decimals})"
            self.fault("decimals-differ", message, cell, f"set decimals to {given}, or write the figure as printed")
            return value
        return value.quantize(Decimal(1).scaleb(-decimals))

    def changes(self) -> Iterator[Change]:
        for kind in CHANGE_KINDS:
            cell = self.row.cell(kind)
            parts = [self.row.cell(f"{kind}_{part}") for part in _CHANGE_PARTS]
            if cell.text:
                yield from self.change(kind, cell)
            elif self.row.text(f"{kind}_start"):
                yield from self.turn(kind)
            elif orphan := next((part for part in parts if part.text), None):
                self.fault(
                    "missing-value", f"{kind} is empty, yet “{orphan.text}” qualifies it", orphan, f"fill in {kind}"
                )

    def change(self, kind: ChangeKind, cell: Cell) -> Iterator[Change]:
        measured = choice(self.row.cell(f"{kind}_unit"), f"{kind}_unit", _WRITTEN_UNITS, "PCT", self.faults)
        limit = choice(self.row.cell(f"{kind}_qualifier"), f"{kind}_qualifier", QUALIFIERS, "", self.faults)
        value = number(cell, kind, self.faults, percent=measured == "PCT")
        before = self.beside(kind, "before", percent=measured == "PCT")
        start = self.beside(kind, "start")
        if value is not None:
            yield Change(kind, value, measured, limit, self.row.text(f"{kind}_base"), before, start)

    def turn(self, kind: ChangeKind) -> Iterator[Change]:
        """Read a change that has a level to start from, and no percentage."""
        for part in ("unit", "qualifier", "before"):
            if (cell := self.row.cell(f"{kind}_{part}")).text:
                self.fault("missing-value", f"{kind} is empty, yet “{cell.text}” qualifies it", cell, f"fill in {kind}")
        start, value = self.beside(kind, "start"), self.level()
        if value is None and not self.row.text("obs_value"):
            hint = "fill in obs_value, or give the change itself"
            self.fault("missing-value", f"{kind}_start leads to no obs_value", self.row.cell(f"{kind}_start"), hint)
        if start is not None and value is not None:
            yield Change(kind, _EXACT.subtract(value, start), "TURN", base=self.row.text(f"{kind}_base"), start=start)

    def level(self) -> Decimal | None:
        """Return obs_value as it stands, where it is a number; its faults are noted elsewhere."""
        return number(self.row.cell("obs_value"), "obs_value", Faults())

    def beside(self, kind: ChangeKind, part: str, percent: bool = False) -> Decimal | None:
        name = f"{kind}_{part}"
        return number(self.row.cell(name), name, self.faults, percent=percent)

    def rank(self) -> Rank | None:
        cell, scope = self.row.cell("rank"), self.row.cell("rank_scope")
        position = whole(cell, "rank", self.faults, 1, 999_999)
        held = self.flag("rank_held")
        if not cell.text and (scope.text or held):
            self.fault("missing-value", "rank is empty, yet its scope or hold is given", scope, "fill in rank")
        if cell.text and not scope.text:
            self.fault("missing-value", "the rank has no scope", cell, "say in rank_scope among whom it is counted")
        elif scope.text and scope.text not in self.head.scopes:
            hint = nearest(scope.text, self.head.scopes, f"name it in the briefing: scopes: {{{scope.text}: …}}")
            self.fault("unknown-scope", f"no scope has the code “{scope.text}”", scope, hint)
        return Rank(position, scope.text, held) if position else None

    def flag(self, column: str) -> bool:
        return flag(self.row.cell(column), column, self.faults)

    def refuse_nothing(self, status: Status) -> None:
        said = any(self.row.text(column) for column in ("obs_value", "rank", *CHANGE_KINDS))
        if not said and status != "M":
            hint = "fill in obs_value, or set obs_status to M where the figure is missing"
            self.fault("missing-value", "the fact has neither value, change nor rank", self.row.cell("fact_id"), hint)

    def fault(self, code: str, message: str, cell: Cell, hint: str) -> None:
        self.faults.add(code, message, cell.place, hint)
