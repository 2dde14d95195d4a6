"""JSON text (RFC 8259) in, nodes out: numbers stay the digits that were written, and no key may stand twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from reportgen.errors import Place
from reportgen.sources.faults import Faults
from reportgen.sources.nodes import DEEPEST, Leaf, Listing, MappingMaker, Node

_BLANK = re.compile(r"[ \t\n\r]*")
_WORDS = {True: "true", False: "false", None: ""}


class _BrokenError(ValueError):
    """The text stops being JSON at `offset`."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.offset, self.hint = offset, hint


def read_json(text: str, place: Place, faults: Faults) -> Node | None:
    """Return the value that `text` is, or note what is wrong with it."""
    try:
        return _Reader(text, place, faults).document()
    except json.JSONDecodeError as error:
        faults.add("json-syntax", f"this is not JSON: {error.msg}", Place(place.file, error.lineno, error.colno))
    except _BrokenError as error:
        line = text.count("\n", 0, error.offset) + 1
        column = error.offset - text.rfind("\n", 0, error.offset)
        faults.add("json-syntax", f"this is not JSON: {error}", Place(place.file, line, column), error.hint)
    return None


class _Reader:
    def __init__(self, text: str, place: Place, faults: Faults) -> None:
        self.text, self.place, self.faults = text, place, faults
        self.offset, self.counted, self.line = 0, 0, 1
        self.scalars = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=self.constant)

    def document(self) -> Node:
        node = self.node(0)
        if self.peek():
            raise _BrokenError("something follows the end", self.offset)
        return node

    def node(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise _BrokenError(f"entries are nested deeper than {DEEPEST} levels", self.offset, "flatten the file")
        head, place = self.peek(), self.at()
        if head == "{":
            return self.mapping(place, depth)
        if head == "[":
            return Listing(tuple(self.node(depth + 1) for _ in self.parts("]")), place)
        return Leaf(self.scalar(), place)

    def mapping(self, place: Place, depth: int) -> Node:
        maker = MappingMaker(place)
        for _ in self.parts("}"):
            if self.peek() != '"':
                raise _BrokenError("a key is not between double quotes", self.offset)
            spot, key = self.at(), self.scalar()
            self.take(":")
            if twice := maker.add(key, spot, self.node(depth + 1)):
                self.faults.add("duplicate-key", twice, spot, "keep one of them")
        return maker.mapped()

    def parts(self, end: str) -> Iterator[None]:
        """Yield before each part of a list or object that stands at the offset, past its `end` at last."""
        self.offset += 1
        if self.peek() == end:
            self.offset += 1
            return
        while True:
            yield
            if self.peek() == end:
                self.offset += 1
                return
            self.take(",", f"or {end} ")

    def scalar(self) -> str:
        value: Any
        value, self.offset = self.scalars.raw_decode(self.text, self.offset)
        return value if isinstance(value, str) else _WORDS[value]

    def peek(self) -> str:
        match = _BLANK.match(self.text, self.offset)
        self.offset = match.end() if match else self.offset
        return self.text[self.offset : self.offset + 1]

    def take(self, char: str, alternative: str = "") -> None:
        if self.peek() != char:
            raise _BrokenError(f"{char} {alternative}is missing", self.offset)
        self.offset += 1

    def at(self) -> Place:
        self.line += self.text.count("\n", self.counted, self.offset)
        self.counted = self.offset
        return Place(self.place.file, self.line)

    def constant(self, word: str) -> str:
        raise _BrokenError(f"{word} is no number", self.offset, "leave the value empty")
