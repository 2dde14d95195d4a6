"""Pictures are what their bytes say, whatever they are called."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from reportgen.sources import load
from tests.sources.briefings import fault, write


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, kind, **options)
    return stream.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def claims(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its data do not have."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.png", drawn("PNG"), "image/png"),
        ("pictures/a.jpg", drawn("JPEG"), "image/jpeg"),
        ("a.jpeg", drawn("JPEG", progressive=True), "image/jpeg"),
        ("grey.JPG", drawn("JPEG", "L"), "image/jpeg"),
        ("called-wrong.jpg", drawn("PNG", "P"), "image/png"),
        ("trailing.jpg", drawn("JPEG") + bytes(20), "image/jpeg"),
    ],
)
def test_type_and_size_come_from_the_bytes(name: str, data: bytes, media_type: str, tmp_path: Path) -> None:
    media = load(write(tmp_path, {name: data})).media[name]
    assert (media.media_type, media.width, media.height, media.data) == (media_type, 30, 20, data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (drawn("PNG")[:-5], "too early"),
        (drawn("PNG")[:20], "too early"),
        (drawn("PNG").replace(b"IDAT", b"IDAX"), "damaged"),
        (drawn("JPEG")[:-2], "too early"),
        (drawn("JPEG")[:100], "too early"),
        (drawn("JPEG")[:2] + b"\xff\x00\x00", "too early"),
        (drawn("JPEG", "CMYK"), "CMYK"),
        (drawn("GIF", "P"), "GIF"),
        (drawn("WEBP"), "WebP"),
        (b"<svg/>", "neither PNG nor JPEG"),
        (claims(50_000, 50_000), "50000 × 50000"),
        (claims(0, 10), "0 × 10"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    found = fault(write(tmp_path, {"a.png": data}))
    assert found.where.file == "data/x/a.png"
    assert said in found.message
