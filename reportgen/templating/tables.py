"""Tables from facts: an author's entry and the facts that it selects in, a table with figures in its cells out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, cast, get_args

from reportgen.document import Align, Cell, Figure, Inlines, Piece, Table, Text, Wording, Words
from reportgen.errors import ReportError
from reportgen.facts import Briefing, Fact
from reportgen.languages import Language
from reportgen.templating.environment import tell
from reportgen.templating.groups import By, Side, chosen, code_of, dimension, names, placed, side, with_unit

Show = Literal["name", "value", "change", "wording", "rank", "period", "place"]
SHOWS: tuple[Show, ...] = get_args(Show)
_WORDS: tuple[Show, ...] = ("name", "wording", "rank", "period")
_DEFAULT = ("name", "value", "change")
_ORDERS = ("descending", "ascending", "given")


@dataclass(frozen=True, slots=True)
class _Column:
    """What one column shows of each row, of which indicator where rows have several, under which head."""

    show: Show
    indicator: str
    head: str


@dataclass(frozen=True, slots=True)
class _Row:
    """The facts of one row by indicator, and its place among the others; a total has none."""

    code: str
    facts: Mapping[str, Fact]
    total: bool
    place: int | None = None

    def fact(self, indicator: str) -> Fact | None:
        """Return the fact of `indicator`, or the row's first."""
        return self.facts.get(indicator) if indicator else next(iter(self.facts.values()))


def table_of(entry: Mapping[str, Any], briefing: Briefing, language: Language) -> Table | None:
    """Build the table that `entry` describes; tell every fault and return nothing where there is one.

    `entry` has `facts` (ids or a selection) and optionally `columns` (words of `SHOWS`, or `{show, indicator, head}`),
    `by`, `caption`, `id`, `order`, `order_by` (a column) and `totals`
    (codes of rows that stand first and have no place).
    """
    facts = chosen(entry.get("facts", ()), briefing, "table")
    if not facts:
        return None
    setting = _Setting(entry, briefing, language, facts)
    return None if setting.faulty() else setting.table()


class _Setting:
    """One entry, read: its columns, and its rows in order."""

    def __init__(self, entry: Mapping[str, Any], briefing: Briefing, language: Language, facts: Sequence[Fact]) -> None:
        self.entry, self.briefing, self.language, self.facts = entry, briefing, language, facts
        guessed = "area" if len({fact.ref_area for fact in facts}) > 1 else ""
        self.by: By = dimension(entry.get("by") or guessed, facts, "table")
        self.columns = [self._column(asked) for asked in entry.get("columns", _DEFAULT)]
        self.totals = [str(code) for code in entry.get("totals", ())]

    def _column(self, asked: Any) -> _Column:
        if isinstance(asked, Mapping):
            show, indicator = str(asked.get("show", "")), str(asked.get("indicator", ""))
            return _Column(cast(Show, show), indicator, str(asked.get("head", "")))
        return _Column(cast(Show, str(asked)), "", "")

    def faulty(self) -> bool:
        """Tell whatever keeps the table from being made, and whether anything does."""
        faults = [*self._word_faults(), *self._row_faults()]
        for code, message, hint in faults:
            tell(code, message, hint)
        return bool(faults)

    def _word_faults(self) -> list[tuple[str, str, str]]:
        hint = f"use one of {', '.join(SHOWS)}"
        unknown = [column.show for column in self.columns if column.show not in SHOWS]
        faults = [("table-column", f"a table shows no “{show}”", hint) for show in unknown]
        known = {fact.indicator for fact in self.facts}
        for column in self.columns:
            if column.indicator and column.indicator not in known:
                message = f"no fact of the table measures {column.indicator}"
                faults.append(("table-column", message, f"use one of {', '.join(sorted(known))}"))
        if self._order not in _ORDERS:
            faults.append(("table-order", f"rows cannot be ordered “{self._order}”", f"use {', '.join(_ORDERS)}"))
        codes = {code_of(fact, self.by) for fact in self.facts}
        hint = f"use the code of one {self.by}"
        lost = (code for code in self.totals if code not in codes)
        return faults + [("table-total", f"the total {code} is no row of the table", hint) for code in lost]

    def _row_faults(self) -> list[tuple[str, str, str]]:
        seen: set[tuple[str, str]] = set()
        faults = []
        for fact in self.facts:
            spot = (code_of(fact, self.by), fact.indicator)
            if spot in seen:
                message = f"a row has several facts of {fact.indicator} for the {self.by} {spot[0]}"
                faults.append(("table-twice", message, "select one period and one area, or name the table’s by"))
            seen.add(spot)
        return faults

    @property
    def _order(self) -> str:
        asked = str(self.entry.get("order", ""))
        return asked or ("descending" if self._key() is not None and self.by == "area" else "given")

    def _key(self) -> _Column | None:
        """Return the column that orders and ranks the rows: the one asked for, or the first with a number."""
        asked = self.entry.get("order_by")
        if asked:
            return self._column(asked)
        return next((column for column in self.columns if column.show in ("value", "change")), None)

    def table(self) -> Table:
        """Return the block."""
        rows = self._ordered()
        cells = [self._cells(column, rows) for column in self.columns]
        body = tuple(
            tuple(
                Cell(words=self._said(said), header=column.show == "name")
                for column, said in zip(self.columns, row, strict=True)
            )
            for row in zip(*cells, strict=True)
        )
        return Table(
            id=str(self.entry.get("id", "")),
            caption=self._text(str(self.entry.get("caption", ""))),
            head=(tuple(Cell(words=self._said(self._head(column)), header=True) for column in self.columns),),
            body=body,
            align=tuple(_align(column) for column in self.columns),
        )

    def _ordered(self) -> list[_Row]:
        grouped: dict[str, dict[str, Fact]] = {}
        for fact in self.facts:
            grouped.setdefault(code_of(fact, self.by), {})[fact.indicator] = fact
        rows = [_Row(code, facts, code in self.totals) for code, facts in grouped.items()]
        totals = [row for code in self.totals for row in rows if row.code == code]
        return totals + self._ranked([row for row in rows if not row.total])

    def _ranked(self, rows: list[_Row]) -> list[_Row]:
        """Return `rows` with their places, in order; equal ones share a place, and those without a number come last."""
        numbers = [self._number(row) for row in rows]
        places = placed(numbers, self._lowest_first())
        ranked = [_Row(row.code, row.facts, False, place) for row, place in zip(rows, places, strict=True)]
        if self._order == "given":
            return ranked
        backwards = (self._order == "ascending") != self._lowest_first()
        last = len(rows) + 1
        return sorted(ranked, key=lambda row: last if row.place is None else -row.place if backwards else row.place)

    def _number(self, row: _Row) -> Decimal | None:
        key = self._key()
        fact = row.fact(key.indicator) if key else None
        show: Side = "change" if key and key.show in ("change", "wording") else "value"
        return side(fact, show) if fact else None

    def _lowest_first(self) -> bool:
        """Tell whether the smallest number ranks first, as with unemployment or energy used."""
        key = self._key()
        name = (key.indicator if key else "") or self.facts[0].indicator
        return self.briefing.indicators[name].higher_is == "worse"

    def _head(self, column: _Column) -> Inlines:
        unit = self._unit(column) if column.show == "value" else ""
        return with_unit(self._called(column), unit, self._valued(column), self.language)

    def _called(self, column: _Column) -> str:
        if column.head:
            return column.head
        several = column.indicator and column.show not in ("name", "place", "period")
        named = self._indicator_name(column.indicator) if several else ""
        word = self._word(column)
        if column.show == "value" and named:
            return named
        return self._joined(named, word) if named else word

    def _joined(self, one: str, other: str) -> str:
        return f"{one}{other}" if self.language.code.startswith("zh") else f"{one}, {other[:1].lower()}{other[1:]}"

    def _indicator_name(self, indicator: str) -> str:
        fact = next(fact for fact in self.facts if fact.indicator == indicator)
        return names([fact], "indicator", self.briefing, self.language)[0]

    def _word(self, column: _Column) -> str:
        match column.show:
            case "name":
                return self.language.word(self.by)
            case "place":
                return self.language.word("rank")
            case "change" | "wording":
                moved = [change for fact in self._facts(column) if (change := fact.change())]
                yearly = moved and all(change.kind == "yoy" for change in moved)
                return self.language.word("change-yoy" if yearly else "change")
            case _:
                return self.language.word(column.show)

    def _facts(self, column: _Column) -> list[Fact]:
        return [fact for fact in self.facts if column.indicator in ("", fact.indicator)]

    def _unit(self, column: _Column) -> str:
        """Return the unit that stands at the head of a column of one indicator; nothing where rows have their own."""
        facts = self._valued(column)
        if not facts or len({fact.indicator for fact in facts}) > 1:
            return ""
        return self.language.column(facts, self.briefing.indicator_of(facts[0])).unit

    def _valued(self, column: _Column) -> list[Fact]:
        return [fact for fact in self._facts(column) if fact.obs_value is not None or fact.obs_status == "M"]

    def _cells(self, column: _Column, rows: Sequence[_Row]) -> list[Inlines]:
        facts = [row.fact(column.indicator) for row in rows]
        match column.show:
            case "name":
                known = [next(iter(row.facts.values())) for row in rows]
                return [(Text(name),) for name in names(known, self.by, self.briefing, self.language)]
            case "place":
                return [_place(row) for row in rows]
            case "value":
                return self._values(column, facts)
            case _:
                return [self._said_of(fact, column.show) if fact else () for fact in facts]

    def _values(self, column: _Column, facts: Sequence[Fact | None]) -> list[Inlines]:
        known = self._valued(column)
        if len({fact.indicator for fact in known}) == 1:
            cells = self.language.column(known, self.briefing.indicator_of(known[0])).cells
            shown = {fact.id: cell for fact, cell in zip(known, cells, strict=True)}
        else:
            shown = {fact.id: self.language.bare(fact, self.briefing.indicator_of(fact)) for fact in known}
        return [(shown[fact.id],) if fact and fact.id in shown else () for fact in facts]

    def _said_of(self, fact: Fact, show: Show) -> Inlines:
        """Return what a cell says of `fact`, or nothing where it has no such side."""
        try:
            figure = self._figure(fact, show)
        except ReportError as error:
            for finding in error.findings:
                tell(finding.code, finding.message, finding.hint)
            return ()
        if show == "period":
            return (Text(self.language.period(fact.time_period, short=True)),)
        return (figure,) if figure else ()

    def _figure(self, fact: Fact, show: Show) -> Figure | None:
        change = fact.change()
        match show:
            case "change" if change and change.unit != "TURN":
                return self.language.short_rate(fact, signed=True)
            case "change" | "wording" if change:
                return self.language.change(fact)
            case "rank" if fact.rank:
                return self.language.rank(fact, self.briefing.scopes)
            case _:
                return None

    def _text(self, text: str) -> Words:
        return self._said((Text(text),)) if text else ()

    def _said(self, content: Inlines) -> Words:
        return (Wording(self.language.code, content),) if content else ()


def _place(row: _Row) -> Inlines:
    """Return a row's place as a figure of its facts, for it is reckoned from them."""
    if row.place is None:
        return ()
    first, *others = (fact.id for fact in row.facts.values())
    return (Figure(first, "name", (Piece("number", str(row.place)),), shared=tuple(others)),)


def _align(column: _Column) -> Align:
    return "start" if column.show in _WORDS else "end"
