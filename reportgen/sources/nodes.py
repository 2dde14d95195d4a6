"""An author's data with the line of every entry: what YAML, JSON and a briefing sheet are read into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from reportgen.errors import Place
from reportgen.facts import Content

DEEPEST = 40
"""Levels of nesting that a file may have."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, kept as the characters that were written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping; `places` says where each key stands."""

    entries: Mapping[str, Node]
    places: Mapping[str, Place]
    place: Place


Node = Leaf | Listing | Mapped


def plain(node: Node) -> Content:
    """Return `node` as strings, lists and dicts."""
    match node:
        case Leaf(text):
            return text
        case Listing(items):
            return [plain(item) for item in items]
        case Mapped(entries):
            return {key: plain(value) for key, value in entries.items()}
        case _:
            assert_never(node)


def places(node: Node, path: str = "") -> Iterator[tuple[str, Place]]:
    """Yield the path of every entry in `node`, lists counted from 1, with where it stands: `keywords.items[2].lead`."""
    match node:
        case Leaf():
            return
        case Listing(items):
            for index, item in enumerate(items, 1):
                yield f"{path}[{index}]", item.place
                yield from places(item, f"{path}[{index}]")
        case Mapped(entries, stands):
            for key, item in entries.items():
                inner = f"{path}.{key}" if path else key
                yield inner, stands[key]
                yield from places(item, inner)
        case _:
            assert_never(node)


def kind(node: Node) -> str:
    """Say in an author's words what `node` is."""
    return {Leaf: "a text", Listing: "a list", Mapped: "a mapping"}[type(node)]


class MappingMaker:
    """Gathers the entries of one mapping and finds keys that are written twice."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.entries: dict[str, Node] = {}
        self.places: dict[str, Place] = {}

    def add(self, key: str, place: Place, value: Node) -> str:
        """Take an entry; return a message where `key` was there before, which then stays as it was."""
        if key in self.entries:
            return f"the key “{key}” stands twice, here and on line {self.places[key].line}"
        self.entries[key], self.places[key] = value, place
        return ""

    def mapped(self) -> Mapped:
        """Return what was gathered."""
        return Mapped(self.entries, self.places, self.place)
