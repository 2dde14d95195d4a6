"""Text and attributes in, HTML out; `Html` is what is escaped already, so that types keep it from raw text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)

_VOID = frozenset({"br", "col", "hr", "img", "link", "meta"})


def text(raw: str) -> Html:
    """Return `raw` as HTML that shows exactly that."""
    return Html(escape(raw, quote=False))


def join(parts: Iterable[Html], between: Html = Html("")) -> Html:
    """Return `parts` as one."""
    return Html(between.join(parts))


def element(name: str, *children: Html, **attributes: str) -> Html:
    """Return an element; empty attributes are left out, `class_` means `class` and `data_fact` means `data-fact`."""
    given = "".join(f' {_key(key)}="{escape(value)}"' for key, value in attributes.items() if value)
    return Html(f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{''.join(children)}</{name}>")


def optional(name: str, content: Html, **attributes: str) -> Html:
    """Return an element around `content`, or nothing around nothing."""
    return element(name, content, **attributes) if content else Html("")


def _key(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
