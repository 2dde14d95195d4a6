"""A document to JSON and back: the format of `inspect`, of the tests' goldens and of the wire.

Every node is an object with its class in `type`; fields that hold their default are left out; decimals are strings and
bytes are base64, so that the JSON says exactly what the document says.
"""

from __future__ import annotations

import base64
import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reportgen.document import blocks, inlines
from reportgen.document.blocks import Document
from reportgen.errors import Place

_SCOPE = vars(inlines) | vars(blocks)
_CLASSES: dict[str, type] = {
    name: value
    for name, value in (_SCOPE | {"Place": Place}).items()
    if isinstance(value, type) and is_dataclass(value)
}


def to_json(document: Document, indent: int | None = 1) -> str:
    """Return `document` as JSON text with keys in the order of the model."""
    return json.dumps(encode(document), ensure_ascii=False, indent=indent) + "\n"


def from_json(text: str | bytes) -> Document:
    """Read a document from JSON text; raise ValueError, naming the path, where it is not one."""
    document = decode(json.loads(text))
    if not isinstance(document, Document):
        raise ValueError("$: the JSON is not a document")
    return document


def encode(value: Any) -> Any:
    """Turn a node into plain JSON values."""
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple():
            return [encode(item) for item in value]
    pairs = ((spec, getattr(value, spec.name)) for spec in fields(value))
    return {"type": type(value).__name__} | {spec.name: encode(item) for spec, item in pairs if item != _default(spec)}


def decode(value: Any, path: str = "$") -> Any:
    """Build the node that a JSON object names; raise ValueError, naming the `path`, for anything else."""
    if not isinstance(value, dict) or value.get("type") not in _CLASSES:
        raise ValueError(f"{path}: not a node; its type must be one of {', '.join(_CLASSES)}")
    kind = _CLASSES[value["type"]]
    hints = _hints(kind)
    given = {name: item for name, item in value.items() if name != "type"}
    if unknown := sorted(given.keys() - hints.keys()):
        raise ValueError(f"{path}: {kind.__name__} has no field {', '.join(unknown)}")
    try:
        return kind(**{name: _value(hints[name], item, f"{path}.{name}") for name, item in given.items()})
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from error


def _value(hint: Any, value: Any, path: str) -> Any:
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{path}: a list is expected")
        return tuple(_value(get_args(hint)[0], item, f"{path}[{index}]") for index, item in enumerate(value))
    if origin in (Union, types.UnionType):
        return None if value is None else _union(get_args(hint), value, path)
    if origin is Literal:
        if value not in get_args(hint):
            raise ValueError(f"{path}: {value!r} is not one of {get_args(hint)}")
        return value
    return _scalar(hint, value, path)


def _union(options: tuple[Any, ...], value: Any, path: str) -> Any:
    kinds = [option for option in options if option is not types.NoneType]
    if len(kinds) == 1:
        return _value(kinds[0], value, path)
    node = decode(value, path)
    if not isinstance(node, tuple(kinds)):
        raise ValueError(f"{path}: a {type(node).__name__} cannot stand here")
    return node


def _scalar(hint: Any, value: Any, path: str) -> Any:
    if is_dataclass(hint):
        node = decode(value, path)
        if not isinstance(node, hint):  # type: ignore[arg-type]
            raise ValueError(f"{path}: a {type(node).__name__} cannot stand here")
        return node
    if hint is Decimal and isinstance(value, str):
        return Decimal(value)
    if hint is bytes and isinstance(value, str):
        return base64.b64decode(value)
    if type(value) is not hint:
        raise ValueError(f"{path}: {hint.__name__} is expected, not {value!r}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, _SCOPE | {"Place": Place})


def _default(spec: Field[Any]) -> Any:
    if spec.default_factory is not MISSING:
        return spec.default_factory()
    return spec.default
