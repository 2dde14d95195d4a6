"""Rows of the tables `glossary` in, terms out: the briefing's own first, then those that a project shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.facts import Term
from reportgen.languages import LANGUAGES
from reportgen.sources.faults import Faults
from reportgen.sources.tables import Row, Table
from reportgen.sources.values import flag

COLUMNS = (*LANGUAGES, "also", "avoid", "note", "proper")
"""Every column that the table may have; `also` and `avoid` hold forms with `|` between them."""


def read_glossary(tables: Iterable[Table], faults: Faults) -> tuple[Term, ...]:
    """Return the terms of all `tables`; of terms that are written alike in every language the first one counts."""
    found: dict[tuple[tuple[str, str], ...], Term] = {}
    for table in tables:
        table.check(COLUMNS.__contains__, COLUMNS, (), faults)
        for term in _terms(table, faults):
            found.setdefault(tuple(term.names.items()), term)
    return tuple(found.values())


def _terms(table: Table, faults: Faults) -> Iterator[Term]:
    for row in table.rows:
        names = {tag: text for tag in LANGUAGES if (text := row.text(tag))}
        if names:
            proper = flag(row.cell("proper"), "proper", faults)
            yield Term(names, _forms(row, "also"), _forms(row, "avoid"), row.text("note"), proper, row.place)
        else:
            faults.add("missing-value", "the term has no name", row.place, "write it in the column of its language")


def _forms(row: Row, column: str) -> tuple[str, ...]:
    return tuple(form for part in row.text(column).split("|") if (form := part.strip()))
