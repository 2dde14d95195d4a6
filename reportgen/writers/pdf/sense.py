"""Ragged text to ragged text that parts where its sense does: a title breaks after a mark and not after an article.

Titles are broken by meaning (CLREQ 3.3.3); what little of it can be read off the characters is read here.
"""

from __future__ import annotations

from itertools import pairwise

from reportgen.writers.pdf.breaking import Gap
from reportgen.writers.pdf.shaping import Unit
from reportgen.writers.pdf.streams import Stream

SHORT_LINES = 3.2
"""Text up to so many lines is a title or a label, and its sense counts for more than an even edge."""
INNER_SHORT, INNER = 13, 5
"""What a break inside a sense group costs in short and in longer text."""
_LEANING = frozenset(
    ("a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "its", "their")
)


def by_sense(stream: Stream, width: float) -> Stream:
    """Return `stream` with breaks less welcome between two Han characters and after words that lean on the next.

    Where one run ends and another begins, such as before a figure, the sense has a joint of its own.
    """
    whole = sum(unit.width for unit in stream.units) + sum(gap.natural for gap in stream.gaps)
    price = INNER_SHORT if whole <= SHORT_LINES * width else INNER
    owners = pairwise(stream.owners)
    gaps = [
        _priced(gap, unit, price) if own == other else gap
        for gap, unit, (own, other) in zip(stream.gaps, stream.units, owners, strict=False)
    ]
    return Stream(stream.units, gaps, stream.owners)


def _priced(gap: Gap, before: Unit, price: int) -> Gap:
    # Without air: two Han characters; marks, and Han beside Latin, have some.
    inner = not gap.natural or before.text in _LEANING
    return gap._replace(penalty=price) if inner and not gap.penalty else gap
