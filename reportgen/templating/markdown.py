"""Markdown with slots to blocks and inlines: CommonMark with tables, spans `[…]{.class}` and heading attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from reportgen.document import (
    Align,
    Block,
    Cell,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Strong,
    Table,
    Text,
    Wording,
    Words,
    plain,
)
from reportgen.document.blocks import Node
from reportgen.templating.emphasis import han_emphasis
from reportgen.templating.script import is_han
from reportgen.templating.slots import Slots

_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_ADDRESS = re.compile(r"(?i)(https?://|mailto:|#)\S+$")
_ALIGN: dict[str, Align] = {"text-align:right": "end", "text-align:center": "center"}


class MarkdownError(ValueError):
    """Markup that the document model has no node for; `line` counts from 1 inside the text."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Reader:
    """Reads Markdown of the language `lang`, putting the nodes of `slots` where their keys stand."""

    def __init__(self, slots: Slots, lang: str) -> None:
        self.slots = slots
        self.lang = lang

    def words(self, content: Inlines) -> Words:
        """Return `content` as words of this reader's language; nothing where it is empty."""
        return (Wording(self.lang, content),) if content else ()

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of `text`; raise MarkdownError for markup without a node."""
        return tuple(self._blocks(_parser().parse(text)))

    def inlines(self, text: str) -> Inlines:
        """Return the inlines of one line of text."""
        tokens = _parser().parseInline(text.strip())
        return joined(inline for token in tokens for inline in self._inlines(token.children or ()))

    def spans(self, text: str) -> Iterator[tuple[str, Inlines]]:
        """Yield each `[…]{.class}` of `text` with its class; raise MarkdownError for words outside of them."""
        for token in _parser().parse(text):
            if token.type == "inline":
                yield from self._spans(token)

    def _spans(self, token: Token) -> Iterator[tuple[str, Inlines]]:
        depth, name = 0, ""
        inside: list[Token] = []
        for child in token.children or ():
            if child.type == "span_open" and not depth:
                name = str(child.attrs.get("class", ""))
            elif child.type == "span_close" and depth == 1:
                yield name, joined(self._inlines(inside))
                inside = []
            elif depth:
                inside.append(child)
            elif child.type != "softbreak" and child.content.strip():
                line = (token.map or [0])[0] + 1
                raise MarkdownError(
                    f"“{self.slots.plain(child.content)}” stands outside a span; write [words]{{.role}}", line
                )
            depth += child.type == "span_open"
            depth -= child.type == "span_close"

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        index = 0
        while index < len(tokens):
            end = _end(tokens, index)
            yield from self._block(tokens[index], tokens[index + 1 : end])
            index = end + 1

    def _block(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        match token.type:
            case "paragraph_open":
                yield from self._led(inner[0].children or ())
            case "heading_open":
                content = joined(self._inlines(inner[0].children or ()))
                name = self.slots.plain(str(token.attrs.get("id", "")))
                yield Heading(level=int(token.tag[1]), words=self.words(content), id=name)
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token, inner)
            case "table_open":
                yield self._table(inner)
            case _:
                line = (token.map or [0])[0] + 1
                raise MarkdownError(
                    f"{token.type.removesuffix('_open').replace('_', ' ')} has no place in a report", line
                )

    def _led(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield a paragraph; a span `[…]{.lead}` that opens it becomes its run-in lead."""
        if not tokens or tokens[0].type != "span_open" or tokens[0].attrs.get("class") != "lead":
            yield from self._paragraph(tokens)
            return
        end = _end(tokens, 0)
        lead = self.words(joined(self._inlines(tokens[1:end])))
        for index, block in enumerate(self._paragraph(tokens[end + 1 :])):
            yield replace(block, lead=lead) if not index and isinstance(block, Paragraph) else block

    def _paragraph(self, tokens: Sequence[Token]) -> Iterator[Block]:
        content: list[Inline] = []
        for node in self._nodes(tokens):
            if isinstance(node, Node):
                yield from self._flushed(content)
                yield node
            else:
                content.append(node)
        yield from self._flushed(content)

    def _flushed(self, content: list[Inline]) -> Iterator[Block]:
        trimmed = joined(content)
        content.clear()
        if trimmed:
            yield Paragraph(words=self.words(trimmed))

    def _list(self, token: Token, inner: Sequence[Token]) -> List:
        items = tuple(tuple(self._blocks(part)) for part in _children(inner))
        return List(items=items, ordered=token.type == "ordered_list_open")

    def _table(self, inner: Sequence[Token]) -> Table:
        parts = {part[0].type if part else "": part for part in _with_opener(inner)}
        head = tuple(self._row(row, header=True) for row in _children(parts["thead_open"][1:-1]))
        body = tuple(self._row(row) for row in _children(parts["tbody_open"][1:-1])) if "tbody_open" in parts else ()
        first = parts["thead_open"]
        align = tuple(_ALIGN.get(str(cell.attrs.get("style", "")), "start") for cell in first if cell.type == "th_open")
        return Table(head=head, body=body, align=align)

    def _row(self, tokens: Sequence[Token], header: bool = False) -> tuple[Cell, ...]:
        contents = (token.children or () for token in tokens if token.type == "inline")
        return tuple(Cell(words=self.words(joined(self._inlines(content))), header=header) for content in contents)

    def _inlines(self, tokens: Sequence[Token]) -> Iterator[Inline]:
        for node in self._nodes(tokens):
            if isinstance(node, Node):
                raise MarkdownError("a chart, table or picture stands inside a line; give it a paragraph of its own", 1)
            yield node

    def _nodes(self, tokens: Sequence[Token]) -> Iterator[Inline | Block]:
        index = 0
        while index < len(tokens):
            end = _end(tokens, index)
            yield from self._node(tokens[index], tokens[index + 1 : end])
            index = end + 1

    def _node(self, token: Token, inner: Sequence[Token]) -> Iterator[Inline | Block]:
        match token.type:
            case "text":
                yield from (Text(part) if isinstance(part, str) else part for part in self.slots.split(token.content))
            case "softbreak":
                yield Text("\n")
            case "hardbreak":
                yield LineBreak()
            case "strong_open":
                yield Strong(joined(self._inlines(inner)))
            case "em_open":
                yield Emphasis(joined(self._inlines(inner)))
            case "link_open":
                yield Link(joined(self._inlines(inner)), _target(self.slots.plain(str(token.attrs["href"]))))
            case "span_open":
                yield from self._inlines(inner)
            case "code_inline":
                yield Text(token.content)
            case _:
                raise MarkdownError(f"{token.type.replace('_', ' ')} has no place in a report", 1)


@cache
def _parser() -> MarkdownIt:
    parser = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["html_block", "html_inline", "image", "autolink"])
    )
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda _url: True  # type: ignore[method-assign,assignment]
    return parser.use(attrs_plugin, spans=True, after=("span",)).use(_heading_ids).use(han_emphasis)


def _heading_ids(parser: MarkdownIt) -> None:
    """Let a heading end in `{#id}`, as in Pandoc."""

    def rule(state: object) -> None:
        tokens: list[Token] = state.tokens  # type: ignore[attr-defined]
        for opener, inline in pairwise(tokens):
            if opener.type != "heading_open" or not inline.children:
                continue
            last = inline.children[-1]
            if last.type == "text" and last.content.endswith("}"):
                text, _, name = last.content.rpartition("{#")
                if name:
                    last.content = text.rstrip()
                    opener.attrSet("id", name[:-1])

    parser.core.ruler.push("heading_ids", rule)


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return the index of the token that closes the one at `start`: itself where it opens nothing."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _with_opener(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    index = 0
    while index < len(tokens):
        end = _end(tokens, index)
        yield tokens[index : end + 1]
        index = end + 1


def _children(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    return (part[1:-1] for part in _with_opener(tokens))


def joined(content: Iterable[Inline]) -> Inlines:
    """Return `content` with neighbouring texts as one, line ends read as the script wants, and no blank at its edges.

    A line end between Latin words is a space; beside a Han character it is nothing, as Chinese has no word spaces.
    """
    nodes: list[Inline] = []
    for node in content:
        if isinstance(node, Text) and nodes and isinstance(nodes[-1], Text) and nodes[-1].lang == node.lang:
            nodes[-1] = Text(nodes[-1].text + node.text, node.lang)
        else:
            nodes.append(node)
    chars = [plain((node,)) for node in nodes]
    for index, node in enumerate(nodes):
        if isinstance(node, Text):
            before, after = "".join(chars[:index])[-1:], "".join(chars[index + 1 :])[:1]
            nodes[index] = Text(_unwrapped(node.text, before, after), node.lang)
    return tuple(node for node in nodes if not (isinstance(node, Text) and not node.text))


def _unwrapped(text: str, before: str, after: str) -> str:
    """Return `text`, standing between the characters `before` and `after`, without its line ends."""
    parts = _LINE_END.split(text)
    result = parts[0]
    for part in parts[1:]:
        left, right = (result or before)[-1:], (part or after)[:1]
        result += part if not left or not right or is_han(left) or is_han(right) else f" {part}"
    return (result if before else result.lstrip()) if after else (result if before else result.lstrip()).rstrip()


def _target(address: str) -> str:
    """Return a link's address if it leads to a page, a mail or a place in the document; raise MarkdownError else."""
    if _ADDRESS.match(address):
        return address
    raise MarkdownError(f"the link {address} leads nowhere safe; use https:, http:, mailto: or #id", 1)
