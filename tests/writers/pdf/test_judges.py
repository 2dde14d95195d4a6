"""The judges pass the whole sheet, and each of these deliberately broken copies of it fails."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.writers.pdf.judges import needs_verapdf, opened, page_faults, vera_faults
from tests.writers.pdf.sheets import whole_sheet


def elements(pdf: Pdf, kind: str) -> list[Dictionary]:
    found: list[Dictionary] = []
    left = list(pdf.Root.StructTreeRoot.K)
    while left:
        item = left.pop()
        if isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem:
            found += [item] if str(item.S) == f"/{kind}" else []
            left += list(item.get("/K", Array()))
    return found


def edit_packet(pdf: Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new))


def edit_page(pdf: Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents
    assert old in content.read_bytes()
    content.write(content.read_bytes().replace(old, new, 1))


def break_alt(pdf: Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def break_scope(pdf: Pdf) -> None:
    del elements(pdf, "TH")[0]["/A"]


def break_heading(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.H3


def break_kind(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.Masthead


def break_tagging(pdf: Pdf) -> None:
    edit_page(pdf, b"/H1 <</MCID 0>> BDC", b"/H1 BMC")


def break_note(pdf: Pdf) -> None:
    del elements(pdf, "Note")[0]["/ID"]


def break_link(pdf: Pdf) -> None:
    del pdf.pages[0].Annots[0]["/Contents"]


def break_tabs(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def break_title(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def break_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def break_claim(pdf: Pdf) -> None:
    edit_packet(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def break_level(pdf: Pdf) -> None:
    edit_packet(pdf, b"<pdfaid:conformance>A</pdfaid:conformance>", b"")


def break_color(pdf: Pdf) -> None:
    edit_page(pdf, b"BT\n", b"0 0 0 1 k\nBT\n")


def break_unicode(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def break_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def break_print(pdf: Pdf) -> None:
    pdf.pages[0].Annots[0].F = 0


def break_width(pdf: Pdf) -> None:
    fonts = (font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values())
    font = next(font for font in fonts if font.Subtype == Name.CIDFontType2)
    font.DW, font.W = 300, Array()


BREAKS: list[Callable[[Pdf], None]] = [value for name, value in sorted(globals().items()) if name.startswith("break_")]

"""Wrong widths are veraPDF's to find: page-validation reports one fault a rule, and that one may be its misreading."""


def broken(change: Callable[[Pdf], None]) -> bytes:
    with opened(whole_sheet()) as pdf:
        change(pdf)
        file = io.BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    return file.getvalue()


def test_page_validation_passes_the_whole_sheet() -> None:
    assert page_faults(whole_sheet()) == []


@pytest.mark.parametrize(
    "change", [change for change in BREAKS if change is not break_width], ids=lambda change: change.__name__
)
def test_page_validation_fails_a_broken_sheet(change: Callable[[Pdf], None]) -> None:
    assert page_faults(broken(change))


@needs_verapdf
def test_verapdf_passes_the_whole_sheet_and_fails_every_broken_one(tmp_path: Path) -> None:
    files = {"whole.pdf": whole_sheet()} | {f"{change.__name__}.pdf": broken(change) for change in BREAKS}
    faults = vera_faults(files, tmp_path)
    assert faults.pop("whole.pdf") == []
    assert [name for name, found in faults.items() if not found] == []
