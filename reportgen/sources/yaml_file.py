"""YAML text in, nodes out in which every scalar is still the string that its author wrote.

YAML 1.1 reads `no` as false, 012 as ten and 12:30 as 750; so no scalar is resolved at all.  Anchors, aliases, tags and
merge keys are refused: they make small files expand to huge ones, and a briefing needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from reportgen.errors import Place
from reportgen.sources.faults import Faults
from reportgen.sources.nodes import DEEPEST, Leaf, Listing, MappingMaker, Node

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _UnreadableError(Exception):
    """Reading cannot go on; the fault is noted."""


def read_yaml(text: str, place: Place, faults: Faults) -> Node | None:
    """Return the one document of `text`, or note what is wrong with it."""
    try:
        return _Reader(text, place, faults).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        spot = Place(place.file, mark.line + 1, mark.column + 1) if mark else place
        faults.add("yaml-syntax", f"this is not YAML: {error.problem or error.context}", spot, _hint(error.problem))
    except yaml.YAMLError as error:
        faults.add("yaml-syntax", f"this is not YAML: {' '.join(str(error).split())}", place)
    except _UnreadableError:
        pass  # the fault is among `faults`
    return None


def _hint(problem: str | None) -> str:
    problem = problem or ""
    if "mapping values" in problem:
        return "put a text that has a colon and a blank in it between quotes"
    if "tab" in problem or "cannot start any token" in problem:
        return "indent with blanks, not tabs, and quote a text that begins with % @ or `"
    return ""


class _Reader:
    def __init__(self, text: str, place: Place, faults: Faults) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self.place, self.faults = place, faults

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node:
                    raise self.refusal(event, "a second document begins", "keep one briefing per file")
                node = self.node(next(self.events), 0)
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.check(event, depth)
        place = self.at(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self.items(depth)), place)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, depth)
        if isinstance(event, yaml.ScalarEvent):
            return Leaf(event.value, place)
        raise AssertionError(event)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def mapping(self, place: Place, depth: int) -> Node:
        maker = MappingMaker(place)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.check(event, depth)
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refusal(event, "a key is not a plain text", "write key: value")
            spot, key = self.at(event), event.value
            if twice := maker.add(key, spot, self.node(next(self.events), depth + 1)):
                self.faults.add("duplicate-key", twice, spot, "keep one of them")
        return maker.mapped()

    def check(self, event: yaml.Event, depth: int) -> None:
        if depth > DEEPEST:
            raise self.refusal(event, f"entries are nested deeper than {DEEPEST} levels", "flatten the file")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refusal(event, "anchors (&) and aliases (*) are not read", "write the text out, or quote it")
        if tag := getattr(event, "tag", None):
            raise self.refusal(event, f"the tag {tag} is not read", "leave it out, or quote the text")

    def at(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.place.file, mark.line + 1 if mark else 0)

    def refusal(self, event: yaml.Event, message: str, hint: str) -> _UnreadableError:
        self.faults.add("yaml-construct", message, self.at(event), hint)
        return _UnreadableError()
