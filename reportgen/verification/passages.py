"""Runs of text in one language, as the readers of finished files give them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_GAP = re.compile(r"(?<=[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3400-\u4dbf\u4e00-\u9fff])")

_HYPHEN = "\x02"
"""What PDFium reads where a hyphen ends a line."""

_PLACES = re.compile(
    r"[\w.-]+\.(?:csv|tsv|xlsx|yaml|yml|json|md)(?:\s?[!:]\s?\w+)+|保留\d+位有效|\bto \d+ significant digits"
    r"|^(?:\d{1,2}(?:\.\d{1,2})*\.(?=[\s\u4e00-\u9fff])|[（(]\d{1,2}[)）])",
    re.IGNORECASE,
)
"""Cells of sources, digits that were kept, and the numbers of headings and items."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell or label of a file: its `text`, its language and `where` it stands (`page 2`).

    A `bare` passage is a number of a chart's data, without unit or scale.
    """

    text: str
    lang: str
    where: str
    bare: bool = False


def passage(text: str, tag: str, where: str) -> Passage | None:
    """Make the passage that `text`, marked as in the language `tag` or in none, is; None where it says nothing.

    Chinese is told by its characters where nothing, or another language, is marked; blanks that only part Chinese
    characters from their neighbours, as lines and layout do, are closed up.
    """
    squeezed = " ".join(text.replace(_HYPHEN, "-").split())
    if not any(sign.isalnum() for sign in squeezed):
        return None
    lang = spoken(squeezed, tag)
    return Passage(_GAP.sub("", squeezed) if lang == "zh" else squeezed, lang, where)


def spoken(text: str, tag: str = "") -> str:
    """Return the language that reads `text`: the one that is marked, unless the characters cannot be of it."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    if primary == "en" or (primary == "zh" and (_HAN.search(text) or not _LATIN.search(text))):
        return primary
    return "zh" if _HAN.search(text) else "en"


def unlabelled(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield `passages` without what numbers and places them: 01, 02, … of items, 1. of headings, cells of sources."""
    last = 0
    for item in passages:
        if item.text in (f"{last + 1:02}", "01"):
            last = int(item.text)
        else:
            yield replace(item, text=_PLACES.sub("\ufffc", item.text))


def is_neutral(text: str) -> bool:
    """Tell whether `text` could be of any language: figures and marks, but no words."""
    return not _HAN.search(text) and not re.search(r"[A-Za-z]", text)
