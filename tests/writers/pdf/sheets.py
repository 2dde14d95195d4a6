"""Small documents and canvases that the tests of the PDF writer draw on."""

from __future__ import annotations

import io

from PIL import Image

from reportgen.document import Document, Heading, Picture, Text, Wording
from reportgen.themes import Style, Theme, load_theme
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.face import Glyph
from reportgen.writers.pdf.fonts import Fonts
from tests.documents import words

THEME: Theme = load_theme("newsprint-red")
BODY: Style = THEME.style("body")
INK = THEME.color("ink")
FONTS = Fonts(THEME)


def document(**changes: object) -> Document:
    """A bilingual document with one heading."""
    title = (Wording("zh", (Text("数读上半年"),)), Wording("en", (Text("The half-year in figures & more"),)))
    heading = Heading(id="top", level=1, words=words("zh", "数读上半年"))
    parts = {"id": "d", "langs": ("zh", "en"), "title": title, "blocks": (heading,), "issued": "2023-08-02"}
    return Document(**(parts | changes))  # type: ignore[arg-type]


def canvas(**changes: object) -> TaggedCanvas:
    """A canvas for `document` with these `changes`."""
    return TaggedCanvas(document(**changes), THEME, Fonts(THEME))


def say(sheet: TaggedCanvas, text: str, y: float = 700.0, latin: bool = False, kind: str = "P") -> None:
    """Draw `text` as an element of its own."""
    face = FONTS.latin(BODY) if latin else FONTS.han(BODY)
    with sheet.element(kind), sheet.marked():
        sheet.text(50, y, face, 10.5, INK, text)


def glyphs(text: str, gap: float, latin: bool = False) -> list[tuple[Glyph, float]]:
    """Shape `text` with `gap` points after its last glyph."""
    face = FONTS.latin(BODY) if latin else FONTS.han(BODY)
    run = [(glyph, 0.0) for glyph in face.shape(text)]
    return [*run[:-1], (run[-1][0], gap)]


def figure_line(sheet: TaggedCanvas, gap: float, y: float = 700.0) -> None:
    """Draw 增长765.9亿元 with `gap` points between Han and Latin, as a paragraph engine does."""
    x = 50.0
    with sheet.element("P"), sheet.marked():
        for text, latin in (("增长", False), ("765.9", True), ("亿元", False)):
            run = glyphs(text, gap, latin)
            sheet.show(x, y, FONTS.latin(BODY) if latin else FONTS.han(BODY), 10.5, INK, run)
            x += sum(glyph.advance * 10.5 / 1000 + extra for glyph, extra in run)


def picture(mode: str = "RGB", kind: str = "PNG", size: tuple[int, int] = (8, 6)) -> Picture:
    """A small red picture in a colour `mode` of Pillow."""
    file = io.BytesIO()
    Image.new("RGBA", size, (200, 20, 40, 128)).convert(mode).save(file, kind)
    return Picture(id="photo", data=file.getvalue(), media_type=f"image/{kind.lower()}", width=size[0], height=size[1])


def whole_sheet() -> bytes:
    """Draw one of everything: two pages, both languages, table, list, picture, links, note, bookmark, artifact."""
    sheet = canvas()
    say(sheet, "数读上半年", 780, kind="H1")
    sheet.bookmark("数读上半年", 1, 800)
    sheet.destination("top", 800)
    _text_part(sheet)
    _shape_part(sheet)
    sheet.new_page()
    _table_part(sheet)
    with sheet.artifact("Pagination", "Footer"):
        sheet.text(50, 30, FONTS.latin(BODY), 8, INK, "2")
    return sheet.finish()


def _text_part(sheet: TaggedCanvas) -> None:
    figure_line(sheet, 2.6, 740)
    latin = FONTS.latin(BODY)
    with sheet.element("P", lang="en"):
        with sheet.marked():
            sheet.text(50, 720, latin, 10.5, INK, "The office has affinity ")
        with sheet.element("Link"):
            with sheet.marked():
                width = sheet.text(50, 705, latin, 10.5, INK, "to the top")
            sheet.link(50, 700, width, 14, "#top", "to the heading")
        with sheet.element("Link"):
            with sheet.marked():
                width = sheet.text(50, 690, latin, 10.5, INK, "online")
            sheet.link(50, 685, width, 14, "https://例.cn/数?a=1&b=(2)", "the data")
    with sheet.element("Note"), sheet.marked():
        sheet.text(50, 670, FONTS.han(BODY), 8, INK, "注：初步核算数。")


def _shape_part(sheet: TaggedCanvas) -> None:
    with sheet.artifact("Background"):
        sheet.rect(0, 600, 300, 40, THEME.color("tint"))
    box = "/O /Layout /BBox [50 400 250 560]"
    with sheet.element("Figure", alt="红色的图", attributes=box), sheet.marked():
        sheet.disc(90, 520, 30, THEME.color("accent"))
        sheet.line(50, 480, 250, 480, 0.5, INK, (2, 1))
        sheet.polygon([(150, 500), (170, 500), (160, 520)], INK)
        sheet.polyline([(50, 460), (80, 470), (110, 450)], 1, INK)
        with sheet.clip(50, 400, 100, 40):
            sheet.image(picture(), 50, 400, 200, 160)


def _table_part(sheet: TaggedCanvas) -> None:
    with sheet.element("Table"):
        with sheet.element("TR"), sheet.element("TH", attributes="/O /Table /Scope /Column"), sheet.marked():
            sheet.text(50, 780, FONTS.han(BODY), 9, INK, "指标")
        with sheet.element("TR"), sheet.element("TD"), sheet.marked():
            sheet.text(50, 760, FONTS.latin(BODY), 9, INK, "12.5%")
    with sheet.element("L", attributes="/O /List /ListNumbering /Decimal"), sheet.element("LI"):
        with sheet.element("Lbl"), sheet.marked():
            sheet.text(50, 740, FONTS.latin(BODY), 9, INK, "1.")
        with sheet.element("LBody"), sheet.marked():
            sheet.text(70, 740, FONTS.han(BODY), 9, INK, "第一项")
