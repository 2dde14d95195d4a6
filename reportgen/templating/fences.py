"""Fenced blocks in Markdown, as in Pandoc and Quarto: text in, a tree of fences and stretches of prose out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mdit_py_plugins.attrs.parse import ParseError, parse

_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[a-z][\w-]*)?[ \t]*(?P<attributes>\{.*\})?[ \t]*:*")


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of Markdown that begins at `line`."""

    text: str
    line: int


@dataclass(slots=True)
class Fence:
    """`::: name {#id .role key=value}` … `:::`, with what stands inside; `line` is where it opens."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Fence | Prose] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The identifier after `#`."""
        return self.attributes.get("id", "")

    @property
    def role(self) -> str:
        """The first class, which themes know as a role."""
        return self.attributes.get("class", "").partition(" ")[0]

    def fences(self, name: str) -> Iterator[Fence]:
        """Yield the fences called `name` directly inside."""
        return (child for child in self.children if isinstance(child, Fence) and child.name == name)

    def prose(self) -> str:
        """Return the Markdown that stands directly inside."""
        return "\n\n".join(child.text for child in self.children if isinstance(child, Prose))


class FenceError(ValueError):
    """A fence that never closes, closes nothing, or cannot be read; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def parse_fences(text: str, line: int = 1) -> Fence:
    """Return `text` as the children of a nameless fence; raise FenceError where fences do not balance."""
    root = Fence("", line)
    stack = [root]
    lines: list[str] = []
    for number, content in enumerate(text.split("\n"), line):
        match = _FENCE.fullmatch(content.strip()) if content.lstrip().startswith(":::") else None
        if not match:
            lines.append(content)
            continue
        _close_prose(stack[-1], lines, number)
        if match["name"] or match["attributes"]:
            stack.append(_opened(match, number, stack[-1]))
        elif len(stack) == 1:
            raise FenceError("::: closes nothing", number)
        else:
            stack.pop()
    if len(stack) > 1:
        raise FenceError(f"::: {stack[-1].name} is never closed", stack[-1].line)
    _close_prose(root, lines, line + text.count("\n") + 1)
    return root


def _opened(match: re.Match[str], line: int, parent: Fence) -> Fence:
    try:
        attributes = parse(match["attributes"])[1] if match["attributes"] else {}
    except ParseError as error:
        raise FenceError(
            f"the attributes {match['attributes']} cannot be read; write {{#id .class key=value}}", line
        ) from error
    fence = Fence(match["name"] or "", line, {key: str(value) for key, value in attributes.items()})
    parent.children.append(fence)
    return fence


def _close_prose(fence: Fence, lines: list[str], end: int) -> None:
    text = "\n".join(lines)
    if text.strip():
        fence.children.append(Prose(text, end - len(lines)))
    lines.clear()
