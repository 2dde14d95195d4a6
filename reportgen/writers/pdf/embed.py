"""Faces and the glyphs used of them to embedded PDF fonts: one composite font a face, subset by HarfBuzz.

A code stands for a glyph and the text it was set for: a glyph that stands for two texts has two codes, so that copied
text is always the text that was typed (ISO 14289-1, 7.21.7).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]

from reportgen.errors import Finding, WriterError
from reportgen.writers.pdf.container import Container, packed
from reportgen.writers.pdf.face import Glyph, Typeface
from reportgen.writers.pdf.syntax import number, utf16

_DROPPED = """
BASE DSIG FFTM GDEF GPOS GSUB HVAR LTSH MVAR OS/2 STAT VDMX VORG VVAR avar cmap gasp hdmx kern meta name post vhea vmtx
"""
"""Tables that no PDF reader looks at in a composite font (ISO 32000-1, 9.9)."""
_NOTHING = "\u00ad"
"""What a code says that has no text of its own, a soft hyphen; the page says the text around it in ActualText."""
_CMAP_BLOCK = 100
"""The most entries that a CMap section may have (Adobe Technical Note 5014)."""


class Program(NamedTuple):
    """A font program: its deflated bytes, its length, its glyph numbers by those of the whole font."""

    packed: bytes
    length: int
    gids: dict[int, int]


class EmbeddedFont:
    """The part of one face that a document uses; codes are given in the order of first use."""

    def __init__(self, face: Typeface, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}

    def code(self, glyph: Glyph) -> int:
        """Return the two-byte code of `glyph`; raise WriterError for .notdef, which PDF/UA lets nobody show."""
        if not glyph.gid:
            message = f"face “{self.face.name}” has no glyph for “{glyph.text}”"
            raise WriterError(Finding("glyph-missing", message, hint="ask the theme’s fonts which face has it"))
        return self._codes.setdefault((glyph.gid, glyph.text), len(self._codes))

    @property
    def glyphs(self) -> list[int]:
        """The glyph of each code."""
        return [gid for gid, _ in self._codes]

    def write(self, container: Container) -> None:
        """Add the font to `container` as a Type 0 font with one descendant (ISO 32000-1, 9.7)."""
        program = _program(self.face, tuple(sorted(set(self.glyphs))))
        name = self._name()
        cids = [program.gids[gid] for gid in self.glyphs]
        if self.face.kind == "glyf":
            encoding, descendant = b"/Identity-H", self._true_type(container, program, cids, name)
        else:
            encoding, descendant = self._compact(container, program, cids, name)
        to_unicode = container.stream(_to_unicode(text for _, text in self._codes))
        body = b"/Type /Font /Subtype /Type0 /BaseFont /%b /Encoding %b /DescendantFonts [%d 0 R] /ToUnicode %d 0 R"
        container.font(self.resource, container.add(b"<<" + body % (name, encoding, descendant, to_unicode) + b">>"))

    def _name(self) -> bytes:
        """Return the PostScript name after a tag made of the glyphs used (ISO 32000-1, 9.6.4)."""
        used = f"{self.face.postscript_name}{self.glyphs}".encode()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(used).digest()[:6])
        return f"{tag}+{self.face.postscript_name}".encode("ascii")

    def _true_type(self, container: Container, program: Program, cids: list[int], name: bytes) -> int:
        """Add a CIDFontType2, whose character identifiers are the codes; return its number."""
        to_glyph = container.stream(struct.pack(f">{len(cids)}H", *cids))
        file = container.stream(program.packed, b"/Length1 %d /Filter /FlateDecode" % program.length, plain=True)
        kind = b"/CIDFontType2 /CIDToGIDMap %d 0 R" % to_glyph
        return self._descendant(container, kind, b"/FontFile2 %d 0 R" % file, name, enumerate(self.glyphs))

    def _compact(self, container: Container, program: Program, cids: list[int], name: bytes) -> tuple[bytes, int]:
        """Add a CIDFontType0 with a bare CFF program; return its encoding and its number.

        A CFF program has no map from identifiers to glyphs, so a CMap leads from codes to its glyph numbers.
        """
        entries = b"/Type /CMap /CMapName /C-%b /CIDSystemInfo %b" % (name, _SYSTEM)
        encoding = container.stream(_encoding(name, cids), entries)
        file = container.stream(program.packed, b"/Subtype /CIDFontType0C /Filter /FlateDecode", plain=True)
        widths = sorted(set(zip(cids, self.glyphs, strict=True)))
        number = self._descendant(container, b"/CIDFontType0", b"/FontFile3 %d 0 R" % file, name, widths)
        return b"%d 0 R" % encoding, number

    def _descendant(
        self, container: Container, kind: bytes, file: bytes, name: bytes, glyphs: Iterable[tuple[int, int]]
    ) -> int:
        descriptor = container.add(b"<</Type /FontDescriptor /FontName /%b %b %b>>" % (name, self._metrics(), file))
        widths = _widths((cid, self.face.advance(gid)) for cid, gid in glyphs)
        body = b"/Type /Font /Subtype %b /BaseFont /%b /CIDSystemInfo %b /FontDescriptor %d 0 R /DW 1000 /W [%b]"
        return container.add(b"<<" + body % (kind, name, _SYSTEM, descriptor, widths) + b">>")

    def _metrics(self) -> bytes:
        """Return the descriptor's metrics (ISO 32000-1, table 122); the stem's width is a guess from the weight."""
        face = self.face
        values = {"ItalicAngle": face.italic_angle, "Ascent": face.ascent, "Descent": face.descent}
        values |= {"CapHeight": face.cap_height, "XHeight": face.x_height, "StemV": 50 + (face.weight / 65) ** 2}
        shown = " ".join(f"/{key} {number(value)}" for key, value in values.items())
        box = " ".join(map(number, face.bounding_box))
        return f"/Flags {4 if not face.italic_angle else 68} /FontBBox [{box}] {shown}".encode("ascii")


class EmbeddedFonts:
    """The fonts of one document, named F1, F2 … in the order of first use."""

    def __init__(self) -> None:
        self._fonts: dict[str, EmbeddedFont] = {}
        self._names = count(1)

    def __getitem__(self, face: Typeface) -> EmbeddedFont:
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = EmbeddedFont(face, f"F{next(self._names)}")
        return found

    def write(self, container: Container) -> None:
        """Add every font to `container`."""
        for font in self._fonts.values():
            font.write(container)


_SYSTEM = b"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"


@lru_cache(maxsize=128)
def _program(face: Typeface, gids: tuple[int, ...]) -> Program:
    """Return the program of the glyphs `gids` at the face's point of its axes; repeated for a like document."""
    plan = _plan(face, gids)
    subset = plan.execute()
    mapping = plan.old_to_new_glyph_mapping
    data = subset.blob.data if face.kind == "glyf" else subset.reference_table("CFF ").data
    return Program(packed(bytes(data)), len(data), {gid: mapping[gid] for gid in gids})


def _plan(face: Typeface, gids: tuple[int, ...]) -> hb.SubsetPlan:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode()) for tag in _DROPPED.split())
    if face.source.axis_infos:
        wanted.pin_all_axes_to_default(face.source)
        for tag, value in face.axes:
            wanted.pin_axis_location(face.source, tag, value)
    return hb.SubsetPlan(face.source, wanted)


def _widths(glyphs: Iterable[tuple[int, float]]) -> bytes:
    """Return the W array, without the glyphs that are one em wide (ISO 32000-1, 9.7.4.3)."""
    runs: list[tuple[int, list[str]]] = []
    for cid, width in glyphs:
        if number(width) == "1000":
            continue
        if runs and runs[-1][0] + len(runs[-1][1]) == cid:
            runs[-1][1].append(number(width))
        else:
            runs.append((cid, [number(width)]))
    return " ".join(f"{first} [{' '.join(widths)}]" for first, widths in runs).encode("ascii")


def _to_unicode(texts: Iterable[str]) -> bytes:
    """Return the CMap from codes to text (ISO 32000-1, 9.10.3); .notdef, code 0, says nothing."""
    lines = [b"<%04X> <%b>" % (code, utf16(text or _NOTHING)) for code, text in enumerate(texts) if code]
    system = b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    return _cmap(b"Adobe-Identity-UCS", 2, system, lines, b"bfchar")


def _encoding(name: bytes, cids: list[int]) -> bytes:
    lines = [b"<%04X> %d" % pair for pair in enumerate(cids)]
    return _cmap(b"C-" + name, 1, b"/CIDSystemInfo %b def" % _SYSTEM, lines, b"cidchar")


def _cmap(name: bytes, kind: int, system: bytes, lines: list[bytes], section: bytes) -> bytes:
    head = [b"/CIDInit /ProcSet findresource begin", b"12 dict begin", b"begincmap", system]
    head += [b"/CMapName /%b def" % name, b"/CMapType %d def" % kind]
    head += [b"1 begincodespacerange", b"<0000> <FFFF>", b"endcodespacerange"]
    for start in range(0, len(lines), _CMAP_BLOCK):
        block = lines[start : start + _CMAP_BLOCK]
        head += [b"%d begin%b" % (len(block), section), *block, b"end" + section]
    tail = [b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end"]
    return b"\n".join(head + tail)
