"""Charts from facts: an author's entry and the facts that it names in, a chart block out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, cast, get_args

from reportgen.document import Chart, ChartKind, Figure, Inlines, Piece, Point, Series, Text, Wording, Words
from reportgen.facts import Briefing, Fact
from reportgen.languages import Language
from reportgen.templating.environment import tell
from reportgen.templating.groups import By, Side, chosen, code_of, dimension, names, side, with_unit

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
SORTS = ("", "descending", "ascending")
_SHARES: tuple[ChartKind, ...] = ("ring", "progress")

Alternative = Callable[[str, Sequence[tuple[str, str]]], str]
"""Makes a chart's alternative text from its title and its pairs of name and value."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A series as it is asked for: its facts, which side of them it shows, and where."""

    name: str
    facts: tuple[Fact, ...]
    show: Side
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class _Measure:
    """How the rows of one axis are counted: a power of ten, the unit over labels or on them, the labels by fact."""

    power: int = 0
    unit: str = ""
    label_unit: str = ""
    cells: Mapping[str, Figure] = field(default_factory=dict)


def chart_of(
    entry: Mapping[str, Any], briefing: Briefing, language: Language, alternative: Alternative
) -> Chart | None:
    """Build the chart that `entry` describes; tell every fault and return nothing where it cannot be drawn.

    `entry` has `title`, and `facts` (ids or a selection) or several `series` of `name` and `facts`; optionally `id`,
    `kind`, `by`, `show` (value or change), `stacked`, `sort`, `whole` and `highlight` (ids of facts) and `note`.
    """
    drawing = _Drawing(entry, briefing, language)
    return None if drawing.faulty() else drawing.chart(alternative)


class _Drawing:
    """One entry, read: its series over common categories."""

    def __init__(self, entry: Mapping[str, Any], briefing: Briefing, language: Language) -> None:
        self.entry, self.briefing, self.language = entry, briefing, language
        self.kind = cast(ChartKind, str(entry.get("kind", "bar")))
        self.rows = self._rows()
        facts = [fact for row in self.rows for fact in row.facts]
        self.by: By = dimension(entry.get("by"), self.rows[0].facts if self.rows else (), "chart")
        self.codes = self._sorted(list(dict.fromkeys(code_of(fact, self.by) for fact in facts)))

    def _rows(self) -> list[_Row]:
        asked = self.entry.get("series")
        entries = asked if isinstance(asked, (list, tuple)) else [{"facts": self.entry.get("facts", ())}]
        return [self._row(entry) for entry in entries if isinstance(entry, Mapping)]

    def _row(self, entry: Mapping[str, Any]) -> _Row:
        facts = chosen(entry.get("facts", ()), self.briefing, "chart")
        show = str(entry.get("show", self.entry.get("show", "")))
        if show not in ("value", "change"):
            if show:
                tell("chart-show", f"a chart shows no {show}", "use value or change")
            show = "value" if any(fact.obs_value is not None for fact in facts) else "change"
        if isinstance(entry.get("facts"), Mapping):
            facts = tuple(fact for fact in facts if side(fact, cast(Side, show)) is not None)
        name = str(entry.get("name", "")) or (names(facts[:1], "indicator", self.briefing, self.language) or [""])[0]
        return _Row(name, facts, cast(Side, show), str(entry.get("line", "")).lower() in ("true", "yes", "1"))

    def faulty(self) -> bool:
        """Tell whatever keeps the chart from being drawn, and whether anything does."""
        faults = [*self._shape_faults(), *self._row_faults(), *self._unit_faults()]
        for code, message, hint in faults:
            tell(code, message, hint)
        return bool(faults) or not self.rows or not all(row.facts for row in self.rows)

    def _shape_faults(self) -> list[tuple[str, str, str]]:
        faults = []
        if self.kind not in KINDS:
            faults.append(("chart-kind", f"there is no chart “{self.kind}”", f"use one of {', '.join(KINDS)}"))
        if (order := str(self.entry.get("sort", ""))) not in SORTS:
            faults.append(("chart-sort", f"a chart cannot be sorted {order}", "use descending or ascending"))
        if self.kind in (*_SHARES, "sparkline") and len(self.rows) > 1:
            faults.append(("chart-series", f"a {self.kind} shows one series", "use another kind for several"))
        if self.kind == "combination" and len({row.secondary for row in self.rows}) != 2:
            hint = "write line: true in the series that are lines, and leave it out in the columns"
            faults.append(("chart-series", "a combination needs columns and a line", hint))
        return faults

    def _row_faults(self) -> list[tuple[str, str, str]]:
        faults = []
        for row in self.rows:
            codes = [code_of(fact, self.by) for fact in row.facts]
            for code in sorted({code for code in codes if codes.count(code) > 1}):
                message = f"a series has several facts for the {self.by} {code}"
                faults.append(("chart-twice", message, "part them into series, or name the chart’s by"))
            for fact in row.facts:
                if side(fact, row.show) is None and fact.obs_status != "M":
                    hint = "give it, leave the fact out, or show the other side"
                    faults.append(("fact-side", f"chart: fact {fact.id} has no {row.show}", hint))
        return faults

    def _unit_faults(self) -> list[tuple[str, str, str]]:
        faults = []
        for secondary in (False, True):
            units = sorted({self._unit(row, fact) for row in self._axis(secondary) for fact in row.facts})
            if len(units) > 1:
                hint = "give each unit a chart, or a second axis in a combination"
                faults.append(("chart-units", f"one axis cannot measure {' and '.join(units)}", hint))
        return faults

    def _axis(self, secondary: bool) -> list[_Row]:
        return [row for row in self.rows if row.secondary == secondary]

    def _unit(self, row: _Row, fact: Fact) -> str:
        change = fact.change()
        if row.show == "change":
            return change.unit if change else "PCT"
        return self.briefing.indicator_of(fact).unit_measure

    def _sorted(self, codes: list[str]) -> list[str]:
        order = str(self.entry.get("sort", ""))
        if self.by == "period":
            ends = {fact.time_period.code: fact.time_period for row in self.rows for fact in row.facts}
            return sorted(codes, key=lambda code: ends[code])
        if not order or not self.rows:
            return codes
        first = {code_of(fact, self.by): side(fact, self.rows[0].show) for fact in self.rows[0].facts}
        known = [code for code in codes if first.get(code) is not None]
        known.sort(key=lambda code: first[code] or Decimal(0), reverse=order == "descending")
        return known + [code for code in codes if code not in known]

    def chart(self, alternative: Alternative) -> Chart:
        """Return the block."""
        measures = {secondary: self._measure(secondary) for secondary in (False, True)}
        mixed = any(row.secondary for row in self.rows)
        title = str(self.entry.get("title", ""))
        highlight = str(self.entry.get("highlight", ""))
        lit = self.briefing.facts.get(highlight)
        return Chart(
            id=str(self.entry.get("id", "")),
            kind=self.kind,
            title=self._words(title) if mixed else self._with_unit(title, measures[False]),
            categories=tuple(map(self._words, self._categories())),
            series=tuple(self._series(row, measures[row.secondary], mixed) for row in self.rows),
            unit=measures[False].label_unit,
            highlight=self.codes.index(code_of(lit, self.by)) if lit and code_of(lit, self.by) in self.codes else None,
            alt=self._words(alternative(title, self._pairs())),
            note=self._words(str(self.entry.get("note", ""))),
            stacked=str(self.entry.get("stacked", "")).lower() in ("true", "yes", "1"),
            whole=self._whole(measures[False]),
        )

    def _measure(self, secondary: bool) -> _Measure:
        rows = self._axis(secondary)
        shown = [(row, fact) for row in rows for fact in row.facts if side(fact, row.show) is not None]
        if not shown:
            return _Measure()
        unit = self._unit(*shown[0])
        if shown[0][0].show == "change":
            cells = {fact.id: self.language.short_rate(fact, signed=True) for _, fact in shown}
            return _Measure(label_unit="%" if unit == "PCT" else "", cells=cells)
        facts = [fact for _, fact in shown] + self._wholes()
        column = self.language.column(facts, self.briefing.indicator_of(facts[0]))
        cells = {fact.id: cell for fact, cell in zip(facts, column.cells, strict=True)}
        if unit != "PCT":
            return _Measure(column.power, column.unit, "", cells)
        return _Measure(0, "", "%", {name: _percent(cell) for name, cell in cells.items()})

    def _with_unit(self, title: str, measure: _Measure) -> Words:
        unit = "" if self.kind == "progress" else measure.unit
        facts = [self.briefing.facts[name] for name in measure.cells]
        content = with_unit(title, unit, facts, self.language)
        return self._said(content) if content else ()

    def _categories(self) -> list[str]:
        facts = {code_of(fact, self.by): fact for row in self.rows for fact in row.facts}
        return names([facts[code] for code in self.codes], self.by, self.briefing, self.language)

    def _series(self, row: _Row, measure: _Measure, mixed: bool) -> Series:
        facts = {code_of(fact, self.by): fact for fact in row.facts}
        points = tuple(self._point(facts.get(code), row, measure) for code in self.codes)
        name = self._with_unit(row.name, measure) if mixed else self._words(row.name)
        return Series(name=name, points=points, secondary=row.secondary, unit=measure.label_unit)

    def _point(self, fact: Fact | None, row: _Row, measure: _Measure) -> Point | None:
        number = side(fact, row.show) if fact else None
        if fact is None or number is None:
            return None
        return Point(value=number.scaleb(-measure.power), label=self._said((measure.cells[fact.id],)))

    def _wholes(self) -> list[Fact]:
        return list(chosen(self.entry["whole"], self.briefing, "chart")) if self.entry.get("whole") else []

    def _whole(self, measure: _Measure) -> Decimal | None:
        if self.kind not in _SHARES:
            return None
        if wholes := self._wholes():
            number = side(wholes[0], "value")
            return None if number is None else number.scaleb(-measure.power)
        return Decimal(100) if measure.label_unit == "%" else None

    def _pairs(self) -> list[tuple[str, str]]:
        """Return every datum by its name, in words that need no drawing."""
        categories = dict(zip(self.codes, self._categories(), strict=True))
        pairs = []
        for row in self.rows:
            told = {code_of(fact, self.by): fact for fact in row.facts if side(fact, row.show) is not None}
            for code in (code for code in self.codes if code in told):
                name = categories[code] if len(self.rows) == 1 else f"{row.name} · {categories[code]}"
                pairs.append((name, self._plainly(told[code], row)))
        return pairs

    def _plainly(self, fact: Fact, row: _Row) -> str:
        if row.show == "change":
            return self.language.short_rate(fact, signed=True).text
        return self.language.bare(fact, self.briefing.indicator_of(fact)).text

    def _words(self, text: str) -> Words:
        return self._said((Text(text),)) if text else ()

    def _said(self, content: Inlines) -> Words:
        return (Wording(self.language.code, content),)


def _percent(cell: Figure) -> Figure:
    """Return `cell` with a percent sign right after its number, before what is said of it: 5%（预计）."""
    at = next((at for at, piece in enumerate(cell.pieces, 1) if piece.kind == "number"), len(cell.pieces))
    return replace(cell, pieces=(*cell.pieces[:at], Piece("unit", "%"), *cell.pieces[at:]))
