"""Nothing in, the sRGB profile out: the colour space that every device colour of a page is meant in (IEC 61966-2-1)."""

from __future__ import annotations

import struct
from functools import cache

_WHITE_D50 = (0.9642, 1.0, 0.8249)
_WHITE_D65 = (0.95045, 1.0, 1.08905)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""The primaries adapted to D50, as ICC.1:2001-04 (6.3.1.3) asks."""
_STEPS = 1024


@cache
def srgb() -> bytes:
    """Return an ICC version 2.1 display profile of sRGB: three primaries and one curve that they share."""
    described = b"sRGB IEC61966-2.1\0"
    body = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(described)) + described + bytes(78),
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE_D65),
    }
    body |= {tag: _xyz(color) for tag, color in _PRIMARIES.items()}
    return _profile(body, _curve())


def _xyz(color: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(color)


def _fixed(values: tuple[float, ...]) -> bytes:
    """Return numbers as s15Fixed16Number."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _curve() -> bytes:
    steps = (round(65535 * _linear(step / (_STEPS - 1))) for step in range(_STEPS))
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *steps)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _profile(tags: dict[bytes, bytes], curve: bytes) -> bytes:
    """Lay the tag table and the tags after the 128-byte header; the three curves are one element."""
    count = len(tags) + 3
    table, body, offset = b"", b"", 128 + 4 + 12 * count
    for tag, data in tags.items():
        table += tag + struct.pack(">II", offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    for tag in (b"rTRC", b"gTRC", b"bTRC"):
        table += tag + struct.pack(">II", offset + len(body), len(curve))
    body += curve
    return _header(offset + len(body)) + struct.pack(">I", count) + table + body


def _header(size: int) -> bytes:
    version, created = 0x02100000, (2000, 1, 1, 0, 0, 0)
    head = struct.pack(">I4xI4s4s4s", size, version, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", *created) + b"acsp" + bytes(28) + _fixed(_WHITE_D50)
    return head.ljust(128, b"\0")
