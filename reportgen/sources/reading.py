"""One file of a briefing in, the parts that it brings out: the table `SOURCES` says which reader an ending has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from reportgen.errors import Place
from reportgen.facts import Media, Unit
from reportgen.sources.csv_file import read_csv
from reportgen.sources.decoding import decode, refuse_forbidden
from reportgen.sources.faults import Faults
from reportgen.sources.files import SourceFile
from reportgen.sources.json_file import read_json
from reportgen.sources.nodes import Mapped, Node, kind
from reportgen.sources.pictures import read_picture
from reportgen.sources.tables import Table, table_of_node
from reportgen.sources.texts import language_of, read_units
from reportgen.sources.workbook_file import TABLES, read_workbook
from reportgen.sources.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Parts:
    """What one file brings; `content` is what the digest covers: the bytes, or the text as UTF-8."""

    content: bytes
    head: Mapped | None = None
    tables: tuple[Table, ...] = ()
    texts: Mapping[str, Mapping[str, Unit]] = field(default_factory=dict)
    media: Mapping[str, Media] = field(default_factory=dict)


Source = Callable[[SourceFile, Faults], Parts | None]


def _authored(read: Callable[[str, Place, Faults], Node | None]) -> Source:
    """Make a source of `read`, whose text is the top mapping of a briefing."""

    def source(file: SourceFile, faults: Faults) -> Parts | None:
        text = decode(file.data, file.place, faults)
        if text is None or not refuse_forbidden(text, file.place, faults):
            return None
        node = read(text, file.place, faults)
        if not isinstance(node, Mapped):
            if node:
                faults.add("wrong-shape", f"the file is {kind(node)}", node.place, "write key: value pairs")
            return None
        tables = tuple(table_of_node(name, node.entries[name], faults) for name in TABLES if name in node.entries)
        return Parts(text.encode(), node, tables)

    return source


def _csv(file: SourceFile, faults: Faults) -> Parts | None:
    text = decode(file.data, file.place, faults)
    if text is None:
        return None
    table = read_csv(text, PurePosixPath(file.name).stem, file.place, faults)
    return Parts(text.encode(), tables=(table,)) if table else None


def _prose(file: SourceFile, faults: Faults) -> Parts | None:
    tag = language_of(PurePosixPath(file.name).name, file.place, faults)
    text = decode(file.data, file.place, faults)
    if text is None or not refuse_forbidden(text, file.place, faults):
        return None
    units = read_units(text, file.place, faults)
    return Parts(text.encode(), texts={tag: units} if tag else {})


def _picture(file: SourceFile, faults: Faults) -> Parts | None:
    media = read_picture(file, faults)
    return Parts(file.data, media={media.name: media}) if media else None


def _workbook(file: SourceFile, faults: Faults) -> Parts | None:
    found = read_workbook(file.data, file.place, faults)
    return Parts(file.data, *found) if found else None


SOURCES: Mapping[str, Source] = {
    ".csv": _csv,
    ".jpeg": _picture,
    ".jpg": _picture,
    ".json": _authored(read_json),
    ".md": _prose,
    ".png": _picture,
    ".tsv": _csv,
    ".xlsx": _workbook,
    ".yaml": _authored(read_yaml),
    ".yml": _authored(read_yaml),
}
