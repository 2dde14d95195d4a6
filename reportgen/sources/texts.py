"""Authored prose: the text of one `text.<lang>.md` in, its units by id out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.errors import Place
from reportgen.facts import Unit
from reportgen.languages import LANGUAGES
from reportgen.sources.faults import Faults, nearest

_HEADING = re.compile(r"# +(?P<title>.*?)(?:\s*\{(?P<attributes>[^{}]*)\})?\s*")
_ID = re.compile(r"#([A-Za-z][A-Za-z0-9_.-]{0,79})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(slots=True)
class _Section:
    """A level-1 heading and the lines under it."""

    heading: str
    line: int
    lines: list[str] = field(default_factory=list)


def language_of(name: str, place: Place, faults: Faults) -> str:
    """Return the language that a file called `text.<lang>.md` is written in, or "", noted, where it is unknown."""
    tag = name.split(".")[1]
    if tag in LANGUAGES:
        return tag
    faults.add("unknown-language", f"{name} is in the language “{tag}”", place, nearest(tag, LANGUAGES))
    return ""


def read_units(text: str, place: Place, faults: Faults) -> Mapping[str, Unit]:
    """Return the units of `text`; each begins with a line `# Title {#id}`."""
    units: dict[str, Unit] = {}
    lines: dict[str, int] = {}
    for section in _sections(text, place, faults):
        spot = Place(place.file, section.line)
        name, title = _named(section.heading, spot, faults)
        if name in units:
            message = f"the unit {name} stands twice, first on line {lines[name]}"
            faults.add("duplicate-id", message, spot, "keep one of them, or rename one")
        elif name:
            units[name], lines[name] = _unit(title, section, place.file), section.line
    return units


def refuse_missing_units(texts: Mapping[str, Mapping[str, Unit]], languages: tuple[str, ...], faults: Faults) -> None:
    """Note each unit of `texts` that one of the briefing's `languages` lacks."""
    known = {name: unit for units in reversed([*texts.values()]) for name, unit in units.items()}
    for tag in languages:
        for name, unit in known.items():
            if name not in texts.get(tag, {}):
                hint = f"add # … {{#{name}}} to text.{tag}.md"
                spot = Place(unit.file, unit.line)
                faults.add("missing-language", f"the unit {name} has no text in {tag}", spot, hint)


def _sections(text: str, place: Place, faults: Faults) -> Iterator[_Section]:
    section, fence = None, ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip(" `~"):
            fence = ""
        if line.startswith("# ") and not fence:
            if section:
                yield section
            section = _Section(line, number)
        elif section:
            section.lines.append(line)
        elif line.strip():
            hint = "begin the file with # Title {#id}"
            faults.add("text-before-unit", "this text belongs to no unit", Place(place.file, number), hint)
            section = _Section("", number)
    if section:
        yield section


def _named(heading: str, spot: Place, faults: Faults) -> tuple[str, str]:
    """Return id and title of `heading`, both "" where, noted, it has not got them."""
    match = _HEADING.fullmatch(heading)
    if not heading or not match:
        return "", ""
    name = _ID.fullmatch(match["attributes"] or "")
    if not name:
        hint = "end the heading with {#id}: a letter, then letters, digits, - _ and ."
        faults.add("unit-without-id", f"the heading “{match['title']}” has no id", spot, hint)
        return "", ""
    if not match["title"]:
        faults.add("unit-without-title", f"the unit {name[1]} has no title", spot, "write # Title {#id}")
    return name[1], match["title"]


def _unit(title: str, section: _Section, file: str) -> Unit:
    blank = next((index for index, line in enumerate(section.lines) if line.strip()), 0)
    return Unit(title, "\n".join(section.lines[blank:]).rstrip(), file, section.line + 1 + blank)
