"""Which characters belong to Chinese, and how a short name is spaced: asked wherever templates meet Han text."""

from __future__ import annotations


def is_han(char: str) -> bool:
    """Tell whether `char` is a Han character or a full-width mark."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def spaced_name(name: str) -> str:
    """Return a person's `name` as wide as three characters where it has two: 谢　东 (CLREQ; stored as 谢东)."""
    return "\u3000".join(name) if len(name) == 2 and all(map(is_han, name)) else name
