"""Which characters belong to Chinese: one question, asked wherever Markdown meets Han text."""

from __future__ import annotations


def is_han(char: str) -> bool:
    """Tell whether `char` is a Han character or a full-width mark."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef"
        or "\U00020000" <= char <= "\U0003ffff"
    )
