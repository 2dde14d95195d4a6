"""Keys that stand for nodes while text passes through Jinja and Markdown: nodes in, private characters out, and back.

Whatever comes from data leaves a single character of the supplementary private-use planes (Unicode 23.5) in the text,
so that no data can ever be read as markup: a company called `**A** [x](y)` prints as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from reportgen.document import Block, Figure, Inline, Text

_FIRST = 0xF0000
_LAST = 0x10FFFD
_SKIPPED = (0xFFFFE, 0xFFFFF)
_CAPACITY = _LAST - _FIRST + 1 - len(_SKIPPED)

KEY = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")

Node = Inline | Block


class SlotsFullError(Exception):
    """More figures and data strings than a document may hold."""


class Slots:
    """The nodes of one composition by key."""

    __slots__ = ("_nodes",)

    def __init__(self) -> None:
        self._nodes: list[Node] = []

    def put(self, node: Node) -> Markup:
        """Keep `node` and return its key."""
        if len(self._nodes) >= _CAPACITY:
            raise SlotsFullError(f"a document may hold {_CAPACITY} data values")
        index = len(self._nodes)
        self._nodes.append(node)
        code = _FIRST + index
        return Markup(chr(code if code < _SKIPPED[0] else code + len(_SKIPPED)))  # noqa: S704 - a key has no power

    def get(self, key: str) -> Node:
        """Return the node behind `key`."""
        code = ord(key) - _FIRST
        return self._nodes[code if code < _SKIPPED[0] - _FIRST else code - len(_SKIPPED)]

    def split(self, text: str) -> Iterator[str | Node]:
        """Yield the plain stretches of `text` and the nodes between them, in order."""
        start = 0
        for match in KEY.finditer(text):
            if match.start() > start:
                yield text[start : match.start()]
            yield self.get(match.group())
            start = match.end()
        if start < len(text):
            yield text[start:]

    def plain(self, text: str) -> str:
        """Return `text` with every inline key read out; for titles and names that become attributes."""
        return KEY.sub(lambda match: _plain(self.get(match.group())), text)


class Data(str):
    """A string from data: wherever Jinja would print it, it leaves its slot's key instead."""

    slots: Slots

    def __new__(cls, text: str, slots: Slots) -> Data:
        """Make a data string that prints through `slots`."""
        self = super().__new__(cls, text)
        self.slots = slots
        return self

    def __html__(self) -> Markup:
        """Return the key; markupsafe asks for it at every escape."""
        return self.slots.put(Text(str(self))) if self else Markup("")


def _plain(node: Node) -> str:
    match node:
        case Text(text=text):
            return text
        case Figure():
            return node.text
        case _:
            return ""
