"""Bytes of an XML part in, its elements out as they end; document types, and so entities, are refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError, XMLParser

DEEPEST = 100
_CHUNK = 65_536


class XmlError(Exception):
    """The part is not XML, or more than plain XML."""


@dataclass(slots=True)
class Element:
    """An element without its namespace: workbooks say the same in two, transitional and strict (ECMA-376 part 4)."""

    tag: str
    attributes: Mapping[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters that stand directly in the element."""
        return "".join(self.texts)

    def get(self, name: str, default: str = "") -> str:
        """Return the attribute `name`."""
        return self.attributes.get(name, default)


_OUTSIDE = Element("", {})


def elements(data: bytes) -> Iterator[tuple[Element, Element]]:
    """Yield each element of `data` at its end, with the element around it; raise XmlError where it is no XML."""
    target = _Target()
    parser = XMLParser(target=target)  # noqa: S314 - the target refuses the document types that entities need
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            yield from target.take()
        parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise XmlError(str(error)) from error
    yield from target.take()


class _Target:
    """What the parser calls (xml.etree.ElementTree.TreeBuilder), without the tree."""

    def __init__(self) -> None:
        self.stack: list[Element] = []
        self.ended: list[tuple[Element, Element]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self.stack) >= DEEPEST:
            raise XmlError(f"it is nested deeper than {DEEPEST} levels")
        self.stack.append(Element(_local(tag), {_local(name): value for name, value in attributes.items()}))

    def data(self, text: str) -> None:
        if self.stack:
            self.stack[-1].texts.append(text)

    def end(self, _tag: str) -> None:
        element = self.stack.pop()
        self.ended.append((element, self.stack[-1] if self.stack else _OUTSIDE))

    def doctype(self, name: str, _public: str | None, _system: str | None) -> None:
        raise XmlError(f"it declares the document type {name}")

    def close(self) -> None:
        """Nothing is left to build."""

    def take(self) -> list[tuple[Element, Element]]:
        ended, self.ended = self.ended, []
        return ended


def _local(name: str) -> str:
    return name.rpartition("}")[2]
