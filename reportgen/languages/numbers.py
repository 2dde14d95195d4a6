"""Decimals to digits: exact shifts of the decimal point and printed numbers, never a rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

MINUS = "\N{MINUS SIGN}"


def shift(value: Decimal, places: int) -> Decimal:
    """Return `value` × 10^`places` exactly, whatever the precision of the decimal context."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a number that can be printed")
    return Decimal((sign, digits, exponent + places))


def trimmed(value: Decimal) -> Decimal:
    """Return `value` without trailing zeros after the point and without a negative zero (4.0 → 4)."""
    text = f"{value:f}"
    whole = text.rstrip("0").rstrip(".") if "." in text else text
    return Decimal(whole) if value else Decimal(0)


def decimals(value: Decimal) -> int:
    """Return how many digits `value` prints after the point."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def printed(value: Decimal, grouping: bool = False, signed: bool = True) -> str:
    """Return the digits of `value` with its printed decimals; a minus is U+2212, and 0 has none."""
    size = value.copy_abs()
    text = f"{size:,f}" if grouping else f"{size:f}"
    return MINUS + text if signed and value < 0 else text


def scaled(value: Decimal, scales: Sequence[int], places: int) -> tuple[Decimal, int]:
    """Return `value` shifted to a power of ten of `scales` (descending), and that power.

    It is the largest that `value` reaches and that needs at most `places` decimals; 0 where there is none.
    """
    for power in scales:
        shifted = trimmed(shift(value, -power))
        if shifted.copy_abs() >= 1 and decimals(shifted) <= places:
            return shifted, power
    return value, 0
