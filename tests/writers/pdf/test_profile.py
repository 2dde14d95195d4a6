"""The colour profile is sRGB, judged by a colour engine."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image, ImageCms

from reportgen.writers.pdf.profile import srgb


def test_the_profile_says_its_size_and_kind() -> None:
    data = srgb()
    assert struct.unpack_from(">I", data)[0] == len(data)
    assert data[12:20] == b"mntrRGB "
    assert data[36:40] == b"acsp"


@pytest.mark.parametrize("color", [(192, 24, 43), (250, 246, 240), (0, 0, 0), (255, 255, 255), (11, 107, 58)])
def test_a_colour_means_what_it_means_in_srgb(color: tuple[int, int, int]) -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    swatch = Image.new("RGB", (1, 1), color)
    seen = ImageCms.profileToProfile(swatch, ours, ImageCms.createProfile("sRGB"))
    assert seen is not None
    pixel = seen.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert max(abs(a - b) for a, b in zip(pixel, color, strict=True)) <= 1
