"""A theme's face to glyphs: a font file opened with HarfBuzz, memory mapped, its metrics and its shaped text.

Glyph metrics are in 1/1000 em, the unit of PDF widths (ISO 32000-1, 9.2.4), whatever the font's own grid is.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]

from reportgen.errors import Finding, WriterError
from reportgen.themes import Face

Features = tuple[tuple[str, int], ...]

_NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap", "post", "OS/2")
_RESTRICTED = 0x0002
"""OS/2 fsType: “restricted licence embedding”."""
_POSTSCRIPT = 6
"""The identifier of the PostScript name in the name table."""
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Characters that only steer line breaking and leave no trace in the text of a page."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shaped glyph and its `text` ("" after the first of a cluster); `offset` is across, `rise` up."""

    gid: int
    text: str
    advance: float
    offset: float = 0.0
    rise: float = 0.0


class Typeface:
    """An open face; metrics in 1/1000 em, `descent` negative; `kind` is its outline table: glyf, CFF or CFF2."""

    def __init__(self, face: Face, path: Path) -> None:
        self.name = face.name
        self.axes = face.axes
        self.source = _opened(str(path), face)
        self.kind = _outlines(self.source, face, path)
        self.font = _pinned(self.source, face, path)
        self.scale = 1000 / self.source.upem
        self._read_metrics(_embeddable(self.table("OS/2"), face, path))
        self._gids: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._shaped = lru_cache(maxsize=8192)(self._shape)
        self._total = lru_cache(maxsize=8192)(self._sum)

    def table(self, tag: str) -> bytes:
        """Return the font's table `tag`, empty where it has none."""
        return bytes(self.source.reference_table(tag).data)

    def _read_metrics(self, os2: bytes) -> None:
        # The typographic metrics add up to one em in Han fonts; hhea's are padded for line spacing on screens.
        ascender, descender = struct.unpack_from(">2h", os2, 68)
        height = self.font.get_metric_position_with_fallback
        self.ascent = ascender * self.scale
        self.descent = -abs(descender) * self.scale
        self.cap_height: float = height(hb.OTMetricsTag.CAP_HEIGHT) * self.scale
        self.x_height: float = height(hb.OTMetricsTag.X_HEIGHT) * self.scale
        self.weight = dict(self.axes).get("wght", struct.unpack_from(">H", os2, 4)[0])

    @property
    def postscript_name(self) -> str:
        """The name that the face goes by in a PDF file, with its point of the axes."""
        name = (self.source.get_name(_POSTSCRIPT) or self.name) + "".join(f"-{tag}{at:g}" for tag, at in self.axes)
        return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_.+"))

    @property
    def italic_angle(self) -> float:
        """The slant in degrees, 0 for upright faces."""
        return float(struct.unpack_from(">i", self.table("post"), 4)[0] / 65536)

    @property
    def bounding_box(self) -> tuple[float, float, float, float]:
        """The box around all glyphs of the whole font, left, bottom, right and top, in 1/1000 em."""
        left, bottom, right, top = struct.unpack_from(">4h", self.table("head"), 36)
        return left * self.scale, bottom * self.scale, right * self.scale, top * self.scale

    def bounds(self, gid: int) -> tuple[float, float, float, float]:
        """Return the box around the ink of a glyph, left, bottom, right and top, in 1/1000 em."""
        ink = self.font.get_glyph_extents(gid)
        if ink is None:
            return 0.0, 0.0, 0.0, 0.0
        left, top, k = ink.x_bearing, ink.y_bearing, self.scale
        return left * k, (top + ink.height) * k, (left + ink.width) * k, top * k

    def gid(self, char: str) -> int:
        """Return the glyph of one character, 0 where the face lacks it."""
        found = self._gids.get(char)
        if found is None:
            found = self._gids[char] = self.font.get_nominal_glyph(ord(char)) or 0
        return found

    def advance(self, gid: int) -> float:
        """Return the advance width of a glyph in 1/1000 em."""
        found = self._advances.get(gid)
        if found is None:
            found = self._advances[gid] = self.font.get_glyph_h_advance(gid) * self.scale
        return found

    def shape(self, text: str, features: Features = ()) -> tuple[Glyph, ...]:
        """Return the glyphs of `text` with kerning and ligatures, `features` as (OpenType tag, value) on top."""
        return self._shaped(text, features)

    def width(self, text: str, size: float) -> float:
        """Return the width in points of `text` on one line at `size` points."""
        return self._total(text) * size / 1000

    def _sum(self, text: str) -> float:
        return sum(glyph.advance for glyph in self.shape(text))

    def _shape(self, text: str, features: Features) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        # Set before guessing, so that neither the locale's language nor a right-to-left script is guessed.
        buffer.direction, buffer.language = "ltr", "und"
        buffer.guess_segment_properties()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, dict(features))
        return self._glyphs(text, buffer)

    def _glyphs(self, text: str, buffer: Any) -> tuple[Glyph, ...]:
        infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions, self.scale
        ends = [info.cluster for info in infos] + [len(text)]
        spans = [text[start:end].translate(_INVISIBLE) for start, end in pairwise(ends)]
        if len(infos) > 1:
            spans = _to_first(ends, spans)
        return tuple(
            Glyph(info.codepoint, span, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
            for info, place, span in zip(infos, positions, spans, strict=True)
        )


def _to_first(starts: list[int], spans: list[str]) -> list[str]:
    """Move a cluster's text from its last glyph, where slicing leaves it, to its first."""
    for index in range(len(spans) - 2, -1, -1):
        if starts[index] == starts[index + 1]:
            spans[index], spans[index + 1] = spans[index + 1], ""
    return spans


@lru_cache(maxsize=64)
def open_face(face: Face, folder: Path | None = None) -> Typeface:
    """Open `face` from its package, or from the theme's font `folder`; kept open for the life of the process.

    Raises WriterError for a file that is missing, broken, not the pinned one, or not licensed for embedding.
    """
    return Typeface(face, _path(face, folder))


def _path(face: Face, folder: Path | None) -> Path:
    base = _package(face) if face.package else folder or Path()
    path = base / face.file
    if not path.is_file():
        hint = f"reinstall {face.package.replace('_', '-')}" if face.package else "put it into the theme’s font folder"
        raise _fault("font-missing", f"face “{face.name}”: there is no file {face.file}", hint)
    return path


def _package(face: Face) -> Path:
    spec = find_spec(face.package)
    if spec is None or not spec.submodule_search_locations:
        hint = f"pip install {face.package.replace('_', '-')}"
        raise _fault("font-missing", f"face “{face.name}”: the font package {face.package} is not installed", hint)
    return Path(spec.submodule_search_locations[0])


@lru_cache(maxsize=32)
def _blob(path: str) -> Any:
    return hb.Blob.from_file_path(path)


def _opened(path: str, face: Face) -> Any:
    try:
        return hb.Face(_blob(path), face.index)
    except hb.HarfBuzzError as error:
        raise _fault(
            "font-broken", f"face “{face.name}”: {face.file} cannot be read", "check the file’s rights"
        ) from error


def _outlines(source: Any, face: Face, path: Path) -> str:
    """Return which table holds the outlines: glyf, CFF2 or CFF."""
    tags = set(source.table_tags)
    kind = next((tag for tag in ("glyf", "CFF2", "CFF ") if tag in tags), "glyf")
    if face.index >= source.count or not all(len(source.reference_table(tag)) for tag in (*_NEEDED, kind)):
        hint = "use a TrueType or OpenType font" + (f" with a face {face.index}" if face.index else "")
        raise _fault("font-broken", f"face “{face.name}”: {path.name} is not a whole font", hint)
    _compare(bytes(source.reference_table("head").data)[8:12].hex(), face, path)
    return kind.strip()


def _compare(checksum: str, face: Face, path: Path) -> None:
    if face.checksum and checksum != face.checksum:
        message = f"face “{face.name}”: {path.name} is not the pinned file ({checksum}, not {face.checksum})"
        hint = "install the pinned version of its package, or pin this file in the theme’s fonts"
        raise _fault("font-changed", message, hint)


def _pinned(source: Any, face: Face, path: Path) -> Any:
    """Return the font at the face's point of its axes; every axis named must exist and hold the value."""
    font = hb.Font(source)
    ranges = {axis.tag: (axis.min_value, axis.max_value) for axis in source.axis_infos}
    for tag, value in face.axes:
        low, high = ranges.get(tag, (1.0, 0.0))
        if not low <= value <= high:
            known = ", ".join(f"{name} {low:g}–{high:g}" for name, (low, high) in sorted(ranges.items()))
            message = f"face “{face.name}”: {path.name} has no axis {tag} at {value:g}"
            raise _fault("font-axis", message, f"use {known}" if known else "leave its axes out: the font has none")
    if face.axes:
        font.set_variations(dict(face.axes))
    return font


def _embeddable(os2: bytes, face: Face, path: Path) -> bytes:
    """Return the OS/2 table, once its fsType lets the font be embedded (OpenType, OS/2)."""
    if len(os2) < 78:
        raise _fault("font-broken", f"face “{face.name}”: {path.name} has a broken OS/2 table", "use a whole font")
    if struct.unpack_from(">H", os2, 8)[0] & 0x000F == _RESTRICTED:
        message = f"face “{face.name}”: the licence of {path.name} forbids embedding"
        raise _fault("font-embedding", message, "use a font whose OS/2 fsType allows embedding")
    return os2


def _fault(code: str, message: str, hint: str) -> WriterError:
    return WriterError(Finding(code, message, hint=hint))
