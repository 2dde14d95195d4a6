"""Readings said in one line, so that a table of them can be read."""

from __future__ import annotations

from reportgen.reading import Reading


def told(item: Reading) -> str:
    """Say kind, value (and upper end), unit, hedge, direction, base and flags, leaving out what is not there."""
    value = f"{item.value:f}" + (f"..{item.high:f}" if item.high is not None else "")
    flags = ("forecast" if item.forecast else "", "cumulative" if item.cumulative else "")
    return " ".join(
        part for part in (item.kind, value, item.unit, item.qualifier, item.direction, item.base, *flags) if part
    )
