"""Pictures are embedded once, in RGB or grey, opaque; others are refused by name."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from reportgen.document import Picture
from reportgen.errors import Place, WriterError
from tests.writers.pdf.judges import opened, page_faults
from tests.writers.pdf.sheets import canvas, picture


def sheet_with(*pictures: Picture) -> bytes:
    sheet = canvas()
    for index, item in enumerate(pictures):
        with sheet.element("Figure", alt="图"), sheet.marked():
            sheet.image(item, 0, 100 * index, 80, 60)
    return sheet.finish()


def images_of(data: bytes) -> list[pikepdf.Object]:
    resources = opened(data).pages[0].Resources
    return list(resources.XObject.values())


def pixel(data: bytes) -> tuple[int, ...]:
    bitmap = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil()
    return tuple(bitmap.getpixel((40, bitmap.height - 30)))


def refusal(item: Picture) -> str:
    with pytest.raises(WriterError) as caught:
        sheet_with(item)
    return str(caught.value)


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray")])
def test_a_jpeg_is_embedded_as_it_is(mode: str, space: str) -> None:
    photo = picture(mode, "JPEG")
    data = sheet_with(photo)
    image = images_of(data)[0]
    assert image.read_raw_bytes() == photo.data
    assert str(image.ColorSpace) == space
    assert page_faults(data) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_png_of_any_kind_is_embedded_without_transparency(mode: str) -> None:
    data = sheet_with(picture(mode))
    assert "/SMask" not in images_of(data)[0]
    assert page_faults(data) == []


def test_transparent_parts_show_the_paper() -> None:
    assert pixel(sheet_with(picture("RGBA"))) == pytest.approx((227, 137, 147), abs=1)


def test_colours_reach_the_page_unchanged() -> None:
    assert pixel(sheet_with(picture("RGB"))) == (200, 20, 40)


def test_equal_pictures_are_embedded_once() -> None:
    photo = picture()
    data = sheet_with(photo, replace(photo, id="again"), picture("L"))
    assert len(images_of(data)) == 2


def test_a_picture_is_listed_only_on_its_pages() -> None:
    sheet = canvas()
    with sheet.artifact():
        sheet.image(picture(), 0, 0, 10, 10)
    sheet.new_page()
    with sheet.artifact():
        sheet.rect(0, 0, 1, 1, (0, 0, 0))
    pages = opened(sheet.finish()).pages
    assert "/XObject" in pages[0].Resources
    assert "/XObject" not in pages[1].Resources


def test_a_cmyk_jpeg_is_refused_with_its_place() -> None:
    photo = replace(picture("CMYK", "JPEG"), origin=Place(file="pictures/bridge.jpg"))
    told = refusal(photo)
    assert "pictures/bridge.jpg" in told
    assert "in CMYK" in told


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_broken_picture_is_refused(kind: str) -> None:
    photo = picture(kind=kind)
    for data in (b"", b"no picture", photo.data[:20]):
        assert "picture-broken" in refusal(replace(photo, data=data))


def test_another_kind_of_picture_is_refused() -> None:
    file = io.BytesIO()
    Image.new("RGB", (2, 2)).save(file, "GIF")
    assert "the picture is image/gif" in refusal(replace(picture(), data=file.getvalue(), media_type="image/gif"))


def test_damaged_jpegs_are_refused_or_embedded_but_never_crash() -> None:
    rng, photo, codes = random.Random(7), picture(kind="JPEG"), set()
    for _ in range(200):
        data = bytearray(photo.data)
        for _ in range(3):
            data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            sheet_with(replace(photo, data=bytes(data)))
        except WriterError as error:
            codes.add(error.findings[0].code)
    assert codes <= {"picture-broken", "picture-colors"}
