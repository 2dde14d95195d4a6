"""Numbers and texts to PDF syntax (ISO 32000-1, 7.3): the same value is the same bytes on every machine."""

from __future__ import annotations


def number(value: float) -> str:
    """Return `value` to a thousandth, without an exponent or trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Return several numbers with spaces between them."""
    return " ".join(map(number, values))


def text_string(text: str) -> bytes:
    """Return `text` as a text string (7.9.2.2): a literal in ASCII, UTF-16 in hexadecimal otherwise."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<" + utf16(text, mark=True) + b">"


def utf16(text: str, mark: bool = False) -> bytes:
    """Return `text` as UTF-16 in hexadecimal digits, after a byte order mark where `mark`."""
    return (b"FEFF" if mark else b"") + text.encode("utf-16-be").hex().upper().encode("ascii")
