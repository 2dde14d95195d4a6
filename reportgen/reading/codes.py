"""Numbers that are no figures in any language: addresses, telephone and version numbers, codes; patterns out."""

from __future__ import annotations

from decimal import Decimal
from re import Match

from reportgen.reading.model import Kind, Reading
from reportgen.reading.scanner import Rule

ADDRESS = (
    r"(?:https?://|www\.)[^\s“”\"<>，。；、）)]+"
    r"|(?<![\w./-])/(?:[\w.%-]{1,64}/)+[\w.%-]*"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,32}){1,4}"
)
_UNITS = r" ?(?:[%‰万亿余多元个家户人名项条件公平米吨倍度辆]|percent|per cent|million|billion|trillion|yuan|people)"
TELEPHONE = (
    r"(?<![\d-])(?:\+\d{1,3}[- ])?(?:\(0\d{2,3}\)|0\d{2,3})-?\d{7,8}(?!\d)|(?<!\d)(?:400|800)-\d{3,4}-\d{3,4}(?!\d)"
    r"|(?<!\d)\+\d{1,3}(?:[- ]\d{2,4}){2,4}(?!\d)|(?<![\d-])\d{3}-\d{3}-\d{4}(?![\d-])"
    rf"|(?<![\d.,$¥€£−-])1[3-9]\d{{9}}(?![\d.,]|{_UNITS})"
)
VERSION = r"\b[vV]\d+(?:\.\d+)*(?!\w)|(?<![\w.])\d+(?:\.\d+){2,}(?!\w)"
SUM = r"(?<![\w+])(?:\d{1,4}|[A-Z])(?:\+(?:\d{1,4}|[A-Z])){1,8}(?![\w%])|(?<!\d)\d{1,2}[x×*]\d{1,3}(?![\d.])"
RATIO = r"(?<![\d.:])\d{1,3}:\d{1,3}(?![\d:])|(?<![\d/])24/7(?![\d/])"

ITEM = r"(?m:^)\d{1,2}(?:\.|、|\))(?= |[^\d\s.,])"
"""The number of a heading or of an item in a list."""


def code(match: Match[str]) -> Reading:
    """Make a code of all that `match` holds."""
    return named(match, "code")


def named(match: Match[str], kind: Kind, value: Decimal | None = None) -> Reading:
    """Make a code or name of all that `match` holds, with the `value` it tells, or else that of its digits."""
    if value is None:
        digits = "".join(sign for sign in match[0] if sign.isascii() and sign.isdigit())
        value = Decimal(digits or 0)
    return Reading(match[0], match.start(), match.end(), kind, value, value)


RULES = tuple(Rule(pattern, code) for pattern in (ITEM, ADDRESS, TELEPHONE, VERSION, SUM, RATIO))
"""What precedes every rule of a language."""
