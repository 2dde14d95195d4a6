"""Documents that say the same in several languages to one document in all of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from reportgen.document import Document, Node, Wording
from reportgen.errors import CheckError, Finding, Place


def weave(documents: tuple[Document, ...]) -> Document:
    """Return one stacked document in which every slot says what each of `documents` says, in their order.

    Raises CheckError naming the block where two documents are not built alike.
    """
    woven = documents[0]
    for other in documents[1:]:
        woven = replace(
            woven,
            langs=woven.langs + other.langs,
            title=woven.title + other.title,
            author=woven.author + other.author,
            footer=woven.footer + other.footer,
            blocks=_blocks(woven.blocks, other.blocks, "the document"),
            layout="stacked",
        )
    return woven


def _blocks(one: tuple[Any, ...], other: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if len(one) != len(other):
        raise _unequal(where, f"{len(one)} parts in one language, {len(other)} in the other")
    return tuple(_woven(a, b, where) for a, b in zip(one, other, strict=True))


def _woven(one: Any, other: Any, where: str) -> Any:
    if _is_words(one) or _is_words(other):
        return one + other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _blocks(one, other, where)
    if is_dataclass(one) and not isinstance(one, type):
        if type(one) is not type(other):
            raise _unequal(where, f"a {type(one).__name__.lower()} faces a {type(other).__name__.lower()}")
        inside = _name(one, where)
        pairs = ((spec.name, getattr(one, spec.name), getattr(other, spec.name)) for spec in fields(one))
        return replace(one, **{name: _woven(a, b, inside) for name, a, b in pairs})
    return one


def _is_words(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Wording)


def _name(node: Any, where: str) -> str:
    if not isinstance(node, Node):
        return where
    return f"{type(node).__name__.lower()} {node.id}".strip()


def _unequal(where: str, what: str) -> CheckError:
    return CheckError(
        Finding("structure-parity", f"{where} is not built alike in the languages: {what}", Place(block=where))
    )
