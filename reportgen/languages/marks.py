"""Marks around words: a text in, the text in quotation marks or title marks out."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")
_INNER_WORK = str.maketrans("《》", "〈〉")


def quotation_marks(text: str) -> str:
    """Put `text` in double marks and the quotations in it in single ones (GB/T 15834 4.8; the same in English)."""
    return f"“{text.translate(_INNER)}”"


def work_marks(text: str) -> str:
    """Put the title of a work in 《》 and a title in it in 〈〉 (GB/T 15834 4.15)."""
    return f"《{text.translate(_INNER_WORK)}》"
