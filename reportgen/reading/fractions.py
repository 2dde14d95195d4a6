"""Parts of a whole in any language: a part and a whole in, a reading in percent out."""

from __future__ import annotations

from decimal import Decimal
from re import Match

from reportgen.reading.model import Reading

SLASHED = r"(?<![\d./])(?P<part>\d{1,2})/(?P<whole>\d{1,3})(?![\d/]|\.\d)"


def fraction(match: Match[str], part: Decimal, whole: Decimal) -> Reading:
    """Make the fraction of all that `match` holds; its value is in percent, as 28 digits can say it."""
    return Reading("", match.start(), match.end(), "fraction", part * 100 / whole, part / whole, 2, None, "PCT")


def slashed(match: Match[str]) -> Reading | None:
    """Read 1/3; None where the part is not smaller than the whole."""
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    return fraction(match, part, whole) if 0 < part < whole else None
