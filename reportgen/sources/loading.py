"""Path of a briefing in, the `Briefing` out: files are read, their parts put together, and all faults told at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.errors import Place
from reportgen.facts import Briefing, Fact, Indicator
from reportgen.sources.faults import Faults
from reportgen.sources.files import HEADS, SHARED_GLOSSARY, gather, place_of
from reportgen.sources.glossary import read_glossary
from reportgen.sources.head import Head, read_head
from reportgen.sources.indicators import read_indicators
from reportgen.sources.lock import read_lock
from reportgen.sources.nodes import Mapped, places
from reportgen.sources.observations import read_facts
from reportgen.sources.reading import SOURCES, Parts
from reportgen.sources.rules import read_rules
from reportgen.sources.tables import Table
from reportgen.sources.texts import refuse_missing_units
from reportgen.sources.workbook_file import NEEDED

GLOSSARIES = ("glossary", SHARED_GLOSSARY.removesuffix(".csv"))


def load(path: Path) -> Briefing:
    """Read the briefing at `path`: a folder, or one YAML, JSON or XLSX file that holds everything.

    Raises SourceError with every fault of every file at once.
    """
    faults = Faults()
    parts, whole = _read(path, faults)
    node = _head(parts.values(), path, faults)
    head = read_head(node, _name(path), faults)
    tables = _tables(parts.values(), faults)
    indicators, facts = _figures(tables, whole, head, node.place, faults)
    previous = read_facts(tables["previous"], None, head, faults) if "previous" in tables else {}
    glossary = read_glossary((tables[name] for name in GLOSSARIES if name in tables), faults)
    rules = read_rules(node, None if faults.findings else facts, faults)
    texts = {tag: units for part in parts.values() for tag, units in part.texts.items()}
    if texts and whole:
        refuse_missing_units(texts, head.languages, faults)
    confirmed = read_lock(path, faults)
    faults.stop()
    return Briefing(
        id=head.id,
        template=head.template,
        theme=head.theme,
        languages=head.languages,
        issued=head.issued,
        facts=facts,
        indicators=indicators,
        areas=head.areas,
        scopes=head.scopes,
        style=head.style,
        content=head.content,
        texts=texts,
        media={name: media for part in parts.values() for name, media in part.media.items()},
        digest=_digest({name: part.content for name, part in parts.items()}),
        file=node.place.file,
        glossary=glossary,
        rules=rules,
        previous=previous,
        places={name: spot for name, spot in places(node) if name.partition(".")[0].partition("[")[0] in head.content},
        confirmed=confirmed,
    )


def _read(path: Path, faults: Faults) -> tuple[Mapping[str, Parts], bool]:
    """Return the parts of each file that can be read, and whether that is all of them."""
    files = gather(path, faults)
    whole = not faults.findings
    if path.is_file():
        known = [suffix for suffix in SOURCES if f"briefing{suffix}" in HEADS]
        if files and files[0].suffix not in known:
            message = f"a briefing is no {files[0].suffix or 'file without ending'}"
            faults.add("unknown-source", message, files[0].place, "give a folder, or a file " + ", ".join(known))
            faults.stop()
    read = {file.name: SOURCES[file.suffix](file, faults) for file in files}
    return {name: parts for name, parts in read.items() if parts}, whole and None not in read.values()


def _name(path: Path) -> str:
    path = path.absolute()
    if path.is_dir():
        return path.name
    return path.parent.name if path.stem == "briefing" else path.stem


def _head(parts: Iterable[Parts], path: Path, faults: Faults) -> Mapped:
    heads = [part.head for part in parts if part.head]
    for second in heads[1:]:
        message = f"a second head of the briefing stands here, beside {heads[0].place.file}"
        faults.add("two-heads", message, second.place, "keep one of them")
    if not heads:
        if not faults.findings:
            faults.add("no-briefing", "nothing says what the briefing is", place_of(path), "add briefing.yaml")
        faults.stop()
    return heads[0]


def _figures(
    tables: Mapping[str, Table], whole: bool, head: Head, place: Place, faults: Faults
) -> tuple[Mapping[str, Indicator], Mapping[str, Fact]]:
    """Read the tables; only where the briefing is `whole` does one that is not there count as absent."""
    for name in NEEDED:
        if whole and name not in tables:
            hint = f"add {name}.csv, a sheet {name}, or {name}: [] where there are none"
            faults.add("no-table", f"the briefing has no {name}", Place(place.file), hint)
    indicators = read_indicators(tables["indicators"], head, faults) if "indicators" in tables else None
    facts = read_facts(tables["facts"], indicators, head, faults) if "facts" in tables else {}
    return indicators or {}, facts


def _tables(parts: Iterable[Parts], faults: Faults) -> Mapping[str, Table]:
    found: dict[str, Table] = {}
    for table in (table for part in parts for table in part.tables):
        if table.name in found:
            message = f"{table.name} are given a second time, after {found[table.name].place.file}"
            faults.add("two-tables", message, table.place, "keep one of them")
        found.setdefault(table.name, table)
    return found


def _digest(contents: Mapping[str, bytes]) -> str:
    """Hash names and contents, each with its length before it, so that no two briefings run together."""
    total = hashlib.sha256()
    for name, content in sorted(contents.items()):
        for data in (name.encode(), content):
            total.update(len(data).to_bytes(8, "big"))
            total.update(data)
    return total.hexdigest()
