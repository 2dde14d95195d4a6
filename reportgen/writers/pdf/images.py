"""A picture to an image XObject in RGB or grey: JPEG as it is, PNG decoded, its transparent parts set on white."""

from __future__ import annotations

import hashlib
import io
import struct
from typing import TYPE_CHECKING

from reportgen.document import Picture
from reportgen.errors import Finding, Place, WriterError
from reportgen.writers.pdf.container import Container, packed

if TYPE_CHECKING:
    from PIL import Image

_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}
_PNG = b"\x89PNG\r\n\x1a\n"
_HEADED = 24
"""Where width and height end in a PNG file (ISO/IEC 15948, 11.2.1)."""
MOST_PIXELS = 50_000_000
"""Pixels of the largest picture: an A3 sheet at 450 an inch, more than print can show."""
_NO_FRAME = frozenset((0xC4, 0xC8, 0xCC))
"""Markers in the range of the start-of-frame markers that are none (ISO/IEC 10918-1, table B.1)."""


def embed(picture: Picture, container: Container) -> str:
    """Embed `picture` once and return its resource name.

    Raises WriterError for a picture that is broken, in CMYK, or neither JPEG nor PNG.
    """
    require_size(picture, picture.width, picture.height)
    key = f"I{hashlib.sha256(picture.data).hexdigest()[:16]}"
    if not container.has_image(key):
        container.image(key, *_encoded(picture))
    return key


def _encoded(picture: Picture) -> tuple[bytes, bytes]:
    """Return the image's stream and the entries of its dictionary."""
    match picture.media_type:
        case "image/jpeg":
            return _jpeg(picture)
        case "image/png":
            return _png(picture)
        case other:
            raise _fault(picture, "picture-kind", f"the picture is {other}", "save it as PNG or JPEG")


def _jpeg(picture: Picture) -> tuple[bytes, bytes]:
    width, height, bits, components = _frame(picture)
    if components not in _SPACES or bits != 8:
        message = "the picture is in CMYK" if components == 4 else "the picture is not 8-bit RGB or grey"
        raise _fault(picture, "picture-colors", message, "save it as an RGB JPEG")
    return picture.data, _entries(width, height, _SPACES[components], b"/DCTDecode")


def _frame(picture: Picture) -> tuple[int, int, int, int]:
    """Return width, height, bits and number of components from the start-of-frame segment (ISO/IEC 10918-1, B.2.2)."""
    data, position = picture.data, 2
    while data[:2] == b"\xff\xd8" and position + 9 < len(data) and data[position] == 0xFF:
        marker, length = data[position + 1], struct.unpack_from(">H", data, position + 2)[0]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            bits, height, width, components = struct.unpack_from(">BHHB", data, position + 4)
            return width, height, bits, components
        position += 2 + length if marker != 0xFF else 1
    raise _fault(picture, "picture-broken", "the picture is not a whole JPEG file", "save it anew")


def _png(picture: Picture) -> tuple[bytes, bytes]:
    from PIL import Image  # only documents with PNG pictures pay for the decoder

    if picture.data.startswith(_PNG) and len(picture.data) >= _HEADED:
        require_size(picture, *struct.unpack_from(">II", picture.data, _HEADED - 8))
    try:
        with Image.open(io.BytesIO(picture.data), formats=["PNG"]) as opened:
            opened.load()
            image = _opaque(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _fault(picture, "picture-broken", f"the picture cannot be decoded: {error}", "save it anew") from error
    space = _SPACES[len(image.getbands())]
    return packed(image.tobytes()), _entries(image.width, image.height, space, b"/FlateDecode")


def require_size(picture: Picture, width: int, height: int) -> None:
    """Raise WriterError before pixels are decoded that no page could show and no memory should hold."""
    if width < 1 or height < 1 or width * height > MOST_PIXELS:
        message = f"the picture has {width} × {height} pixels"
        raise _fault(picture, "picture-size", message, f"give it 1 to {MOST_PIXELS:,} pixels")


def _opaque(image: Image.Image) -> Image.Image:
    """Return `image` in RGB or grey, transparent parts set on white."""
    from PIL import Image

    if image.has_transparency_data:
        front = image.convert("RGBA")
        white = Image.new("RGBA", front.size, "white")
        return Image.alpha_composite(white, front).convert("RGB")
    return image if image.mode in ("L", "RGB") else image.convert("L" if image.mode in ("1", "LA") else "RGB")


def _entries(width: int, height: int, space: bytes, codec: bytes) -> bytes:
    return b"/Width %d /Height %d /ColorSpace %b /BitsPerComponent 8 /Filter %b" % (width, height, space, codec)


def _fault(picture: Picture, code: str, message: str, hint: str) -> WriterError:
    return WriterError(Finding(code, message, picture.origin or Place(block=picture.id), hint))
