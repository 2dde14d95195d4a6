"""Bytes of an HTML page in, its passages out, each in the language that its elements are marked with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from reportgen.verification.passages import Passage, passage

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp"),
        *("small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"),
    )
)
_SILENT = frozenset(("style", "script", "template", "title", "head"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)


def passages(data: bytes) -> Iterator[Passage]:
    """Yield the passages of a page in the order of its source."""
    parser = _Parser()
    parser.feed(data.decode("utf-8-sig", "replace"))
    parser.close()
    parser.flush()
    yield from parser.found


class _Parser(HTMLParser):
    """Gathers passages: a new one wherever a block or another language begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = [("", "")]
        self.strings: list[str] = []
        self.found: list[Passage] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or given.get("xml:lang") or self.lang
        if tag not in _INLINE or lang != self.lang:
            self.flush()
        self.described(given, lang)
        if tag not in _VOID:
            self.open.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self.open]
        if tag not in names[1:]:
            return
        last = len(names) - 1 - names[::-1].index(tag)
        if any(name not in _INLINE for name in names[last:]) or self.open[last][1] != self.open[last - 1][1]:
            self.flush()
        del self.open[last:]

    def handle_data(self, data: str) -> None:
        if not any(name in _SILENT for name, _ in self.open):
            self.strings.append(data)

    @property
    def lang(self) -> str:
        """The language around."""
        return self.open[-1][1]

    def described(self, given: Mapping[str, str], lang: str) -> None:
        """Take what is said for pictures and charts."""
        for name in ("alt", "aria-label"):
            self.add(given.get(name, ""), lang, name)

    def flush(self) -> None:
        """End a passage."""
        text, self.strings = "".join(self.strings), []
        self.add(text, self.lang, f"line {self.getpos()[0]}")

    def add(self, text: str, lang: str, where: str) -> None:
        made = passage(text, lang, where)
        if made:
            self.found.append(made)
