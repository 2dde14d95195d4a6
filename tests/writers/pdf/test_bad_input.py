"""Whatever comes in, out comes a good page or an error that says what failed and what would work; never a traceback."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import pytest
from PIL import Image

from reportgen.document import Block, Card, CardLine, Cell, Heading, Keyword, Keywords, Panel, Paragraph, Picture, Table
from reportgen.errors import WriterError
from reportgen.writers.pdf import write
from tests.documents import words
from tests.writers.pdf.pages import THEME, chars, made, pages

WORD = "pneumonoultramicroscopicsilicovolcanoconiosis" * 7
"""More than 300 letters without a place to break."""
HUGE = 20_000


def refusal(*blocks: Block) -> list[tuple[str, str, str]]:
    """The code, message and hint of each fault that stops these blocks."""
    with pytest.raises(WriterError) as caught:
        write(made(*blocks), THEME)
    return [(finding.code, finding.message, finding.hint) for finding in caught.value.findings]


def picture(data: bytes, media_type: str = "image/png", width: int = 40, height: int = 30) -> Picture:
    return Picture(id="p", data=data, media_type=media_type, width=width, height=height, alt=words("zh", "江岸"))


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "PNG")
    return file.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb(side: int) -> bytes:
    """A small file that says it is a grey picture `side` pixels wide and high."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + chunk(b"IEND", b"")


def test_a_row_taller_than_a_page_is_told_with_its_height() -> None:
    tall = Cell(words=words("zh", "全区经济运行总体平稳。" * 3000))
    ((code, message, hint),) = refusal(Table(body=((tall, tall),)))
    assert code == "page-too-small"
    assert "points high, and a page holds" in message
    assert hint == "shorten its words, or choose a theme with a larger page"


def test_a_card_taller_than_a_page_is_told() -> None:
    note = CardLine(role="note", words=words("zh", "按可比价格计算。" * 2000))
    assert refusal(Panel(cards=(Card(lines=(note,)),)))[0][0] == "page-too-small"


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(words=words("en", WORD)),
        Heading(level=1, words=words("en", WORD)),
        Table(body=((Cell(words=words("en", WORD)), Cell(words=words("en", "b"))),)),
        Keywords(items=(Keyword(lead=words("en", "a"), main=words("en", WORD)),)),
        Panel(cards=(Card(lines=(CardLine(role="label", words=words("en", WORD)),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_word_of_300_letters_is_broken_within_the_sheet(block: Block) -> None:
    document = made(block, lang="en")
    shown = chars(document)
    assert "".join(char.text for char in shown if char.text not in "-\u00ad").count("volcano") >= 5
    assert max(char.right for char in shown) <= THEME.page.width - THEME.page.right + 1.0


@pytest.mark.parametrize("table", [Table(), Table(body=((),)), Table(caption=words("zh", "表")), Table(head=((),))])
def test_an_empty_table_is_a_page(table: Table) -> None:
    assert len(pages(made(table))) == 1


def test_a_picture_of_20000_pixels_a_side_is_refused_without_being_decoded() -> None:
    tracemalloc.start()
    try:
        ((code, message, _),) = refusal(picture(bomb(HUGE), width=HUGE, height=HUGE))
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert code == "picture-size"
    assert "20000 × 20000 pixels" in message


def test_a_picture_that_hides_its_size_is_refused_too() -> None:
    assert refusal(picture(bomb(HUGE), width=40, height=30))[0][0] == "picture-size"


@pytest.mark.parametrize(("told", "made_of"), [("image/jpeg", "PNG"), ("image/png", "JPEG")])
def test_a_picture_that_lies_about_its_type_is_refused(told: str, made_of: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, made_of)
    ((code, message, hint),) = refusal(picture(file.getvalue(), told))
    assert code == "picture-broken"
    assert "picture" in message
    assert hint


@pytest.mark.parametrize(("width", "height"), [(0, 30), (40, 0), (-1, -1)])
def test_a_picture_without_a_size_is_refused(width: int, height: int) -> None:
    assert refusal(picture(png(40, 30), width=width, height=height))[0][0] == "picture-size"


def test_a_script_without_a_font_is_told_with_its_characters_and_place() -> None:
    told = refusal(Paragraph(id="intro", words=words("zh", "ሰላም")))
    assert {code for code, _, _ in told} == {"glyph-missing"}
    assert any("U+1230" in message for _, message, _ in told)


def table(rows: int) -> Table:
    head = ((Cell(words=words("zh", "序号"), header=True), Cell(words=words("zh", "数值"), header=True)),)
    body = ((Cell(words=words("zh", f"第{row}项")), Cell(words=words("zh", f"{row}.5"))) for row in range(rows))
    return Table(head=head, body=tuple(body))


def peak(rows: int) -> int:
    """The most memory that a table's page makes use of, in bytes."""
    document = made(table(rows))
    tracemalloc.start()
    try:
        write(document, THEME)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_grows_by_the_row_and_no_faster() -> None:
    assert peak(1_200) < 6 * peak(300), "four times the rows"


@pytest.mark.slow
def test_ten_thousand_rows_are_set_and_none_is_lost() -> None:
    found = pages(made(table(10_000)))
    whole = "".join(found)
    assert all(f"第{row}项" in whole for row in range(10_000))
    assert whole.count("序号") == len(found)
