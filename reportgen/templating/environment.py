"""The sandbox in which templates run, and the undefined value that collects every fault instead of stopping at one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

from jinja2 import Undefined, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.errors import Finding, Place

FILTERS = ("batch", "default", "first", "join", "last", "length", "list", "map", "rejectattr", "selectattr", "unique")
"""The filters of Jinja that a template may use; none of them makes new text from data."""

TESTS = ("defined", "undefined", "none", "string", "mapping", "sequence", "eq", "ne", "lt", "gt", "le", "ge", "in")
"""The tests of Jinja that a template may use."""

_FAULTS: ContextVar[list[Finding]] = ContextVar("faults")


class UnfinishedError(TemplateRuntimeError):
    """Composition cannot go on from here; its reasons are already told."""


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment with few filters and one global, that escapes all data and collects faults."""

    def __init__(self) -> None:
        # `{#id}` belongs to Pandoc's attributes, so comments are written {## … ##}.
        comments = {"comment_start_string": "{##", "comment_end_string": "##}"}
        settings: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True} | comments
        super().__init__(autoescape=True, undefined=Missing, finalize=_printable, **settings)
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {"range": self.globals["range"]}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only the words of mappings and views are reachable: no method of a string, a list or a number is."""
        return not isinstance(obj, (str, bytes, int, float, list, tuple)) and super().is_safe_attribute(
            obj, attr, value
        )


class Missing(Undefined):
    """What a template asked for and nobody gave: told with its file and line, then silent.

    A composition with a fault is never handed out, so the empty text that stands for it reaches no page.
    """

    __slots__ = ()

    def _told(self) -> None:
        tell("template-undefined", f"{self._undefined_message}", "look the word up in the template’s schema.json")

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        self._told()
        raise UnfinishedError

    def __str__(self) -> str:
        """Tell, and print nothing."""
        self._told()
        return ""

    def __html__(self) -> Markup:
        """Tell, and print nothing."""
        self._told()
        return Markup("")

    def __iter__(self) -> Iterator[Any]:
        """Tell, and loop over nothing."""
        self._told()
        return iter(())

    def __len__(self) -> int:
        """Tell, and count nothing."""
        self._told()
        return 0

    def __getattr__(self, name: str) -> Any:
        """Go on quietly: the first missing step of a path is the one that is told."""
        if name[:2] == "__":
            raise AttributeError(name)
        return self

    def __getitem__(self, _key: Any) -> Any:
        """Go on quietly, as for an attribute."""
        return self

    def __call__(self, *_args: Any, **_kwargs: Any) -> Markup:  # type: ignore[override]
        """Tell, and return nothing."""
        self._told()
        return Markup("")


@contextmanager
def collecting() -> Iterator[list[Finding]]:
    """Collect the faults that templates meet while the block runs."""
    faults: list[Finding] = []
    token = _FAULTS.set(faults)
    try:
        yield faults
    finally:
        _FAULTS.reset(token)


def tell(code: str, message: str, hint: str = "", words: str = "") -> None:
    """Add a fault at the place in the template that is running, once for each place and message."""
    file, line = _running()
    finding = Finding(code, message, Place(file=file, line=line, words=words), hint)
    faults = _FAULTS.get()
    if finding not in faults:
        faults.append(finding)


def _printable(value: Any) -> Any:
    """Let through what can stand in a text; tell of a list or a mapping that was printed whole."""
    if isinstance(value, (str, int, Undefined)) or hasattr(value, "__html__"):
        return value
    kind = (
        "list" if isinstance(value, (list, tuple)) else "mapping" if isinstance(value, dict) else type(value).__name__
    )
    hint = "in YAML, quote words that hold a comma or a colon; in a template, name one part"
    tell("template-print", f"a {kind} cannot be printed", hint, words=str(value)[:60])
    return ""


def _running() -> tuple[str, int]:
    """Return the name and line of the innermost template on the stack."""
    frame = sys._getframe(1)
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template.name or "", template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 0


def macros(tree: nodes.Template) -> dict[str, tuple[str, ...]]:
    """Return the macros of a parsed template with their argument names."""
    return {node.name: tuple(arg.name for arg in node.args) for node in tree.find_all(nodes.Macro)}
