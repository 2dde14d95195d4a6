"""Walking a document: every block in reading order, every words slot, and rewriting either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from reportgen.document.blocks import Block, Callout, Card, CardLine, Columns, Document, List, Node, Panel
from reportgen.document.inlines import Wording, Words

_Value = TypeVar("_Value")


def children(block: Block) -> tuple[Block, ...]:
    """Return the blocks directly inside `block`, in reading order."""
    match block:
        case List(items=groups) | Columns(columns=groups):
            return tuple(inner for group in groups for inner in group)
        case Callout(children=inner):
            return inner
        case Panel(cards=cards):
            return cards
        case Card(lines=lines):
            return tuple(line.graphic for line in lines if line.graphic is not None)
        case _:
            return ()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block and the blocks inside it, in reading order."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def slots(value: Any) -> Iterator[Words]:
    """Yield every words slot of a node that is not inside another block, in the order of the model."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Wording):
            yield value
        else:
            for item in value:
                if not isinstance(item, Node):
                    yield from slots(item)
    elif is_dataclass(value) and not isinstance(value, Wording):
        for spec in fields(value):
            item = getattr(value, spec.name)
            if not isinstance(item, Node):
                yield from slots(item)


def rewrite_words(value: _Value, change: Callable[[Words], Words]) -> _Value:
    """Return `value` (a node, a tuple or a document) with every words slot, however deep, put through `change`."""
    return _rewritten(value, change)  # type: ignore[no-any-return]


def _rewritten(value: Any, change: Callable[[Words], Words]) -> Any:
    if isinstance(value, tuple):
        if value and isinstance(value[0], Wording):
            return change(value)
        items = tuple(_rewritten(item, change) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return _replaced(value, {spec.name: _rewritten(getattr(value, spec.name), change) for spec in fields(value)})


def rewrite_blocks(blocks: tuple[Block, ...], change: Callable[[Block], Block]) -> tuple[Block, ...]:
    """Return `blocks` with each block, its inner blocks first, put through `change`."""
    return tuple(change(_with_inner(block, change)) for block in blocks)


def _with_inner(block: Block, change: Callable[[Block], Block]) -> Block:
    match block:
        case List():
            return replace(block, items=tuple(rewrite_blocks(item, change) for item in block.items))
        case Columns():
            return replace(block, columns=tuple(rewrite_blocks(column, change) for column in block.columns))
        case Callout():
            return replace(block, children=rewrite_blocks(block.children, change))
        case Panel():
            return replace(block, cards=rewrite_blocks(block.cards, change))  # type: ignore[arg-type]
        case Card():
            return replace(block, lines=tuple(_with_graphic(line, change) for line in block.lines))
        case _:
            return block


def _with_graphic(line: CardLine, change: Callable[[Block], Block]) -> CardLine:
    if line.graphic is None:
        return line
    return replace(line, graphic=change(line.graphic))  # type: ignore[arg-type]


def rewrite(document: Document, change: Callable[[Block], Block]) -> Document:
    """Return `document` with every block put through `change`."""
    return replace(document, blocks=rewrite_blocks(document.blocks, change))


def _replaced(value: Any, items: dict[str, Any]) -> Any:
    changed = {name: item for name, item in items.items() if item is not getattr(value, name)}
    return replace(value, **changed) if changed else value
