"""A tagged canvas keeps content in its structure, and equal documents are equal bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reportgen.errors import WriterError
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.fonts import Fonts
from tests.documents import words
from tests.writers.pdf.judges import needs_verapdf, opened, page_faults, text_of, vera_faults
from tests.writers.pdf.sheets import BODY, FONTS, INK, THEME, canvas, document, glyphs, picture, say, whole_sheet

ROOT = Path(__file__).parents[3]


def tree(element: Any) -> Any:
    """The element's kind with its children's, marked content as a dot."""
    kids = element.get("/K", pikepdf.Array())
    items = [tree(kid) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid else "." for kid in kids]
    return (str(element.S)[1:], *items)


def structure(data: bytes) -> Any:
    return tree(opened(data).Root.StructTreeRoot.K[0])


def content(data: bytes, number: int = 1) -> str:
    return bytes(opened(data).pages[number - 1].Contents.read_bytes()).decode("ascii")


def test_elements_nest_as_they_are_opened() -> None:
    sheet = canvas()
    with sheet.element("Sect"):
        say(sheet, "标题", kind="H1")
        with sheet.element("P"):
            with sheet.marked():
                sheet.text(50, 650, FONTS.han(BODY), 10, INK, "正文")
            with sheet.element("Span", lang="en"), sheet.marked():
                sheet.text(80, 650, FONTS.latin(BODY), 10, INK, "English")
    assert structure(sheet.finish()) == ("Document", ("Sect", ("H1", "."), ("P", ".", ("Span", "."))))


def test_reading_order_is_the_order_of_the_elements() -> None:
    sheet = canvas()
    say(sheet, "第二", 100)
    say(sheet, "第一", 700)
    assert text_of(sheet.finish()).split() == ["第二", "第一"]


def test_an_element_without_content_is_left_out_but_an_empty_cell_is_kept() -> None:
    sheet = canvas()
    with sheet.element("Sect"), sheet.element("P"), sheet.marked():
        pass
    with sheet.element("Table"), sheet.element("TR"), sheet.element("TD"):
        pass
    assert structure(sheet.finish()) == ("Document", ("Table", ("TR", ("TD",))))


def test_a_language_is_stated_only_where_it_changes() -> None:
    sheet = canvas()
    with sheet.element("P", lang="en") as english:
        assert sheet.lang == english.lang == "en"
        say(sheet, "inside", kind="Span", latin=True)
    with sheet.element("P", lang="zh") as chinese, sheet.marked():
        sheet.text(50, 600, FONTS.han(BODY), 10, INK, "中文")
    pdf = opened(sheet.finish())
    first, second = pdf.Root.StructTreeRoot.K[0].K
    assert (str(first.Lang), english.own_lang) == ("en", "en")
    assert "/Lang" not in second
    assert "/Lang" not in first.K[0]
    assert chinese.lang == "zh"
    assert str(pdf.Root.Lang) == "zh"


def test_an_element_goes_on_over_a_page_break() -> None:
    sheet = canvas()
    with sheet.element("P") as paragraph, sheet.marked():
        sheet.text(50, 50, FONTS.han(BODY), 10, INK, "上页")
    sheet.new_page()
    with sheet.reopen(paragraph), sheet.marked():
        sheet.text(50, 780, FONTS.han(BODY), 10, INK, "下页")
    data = sheet.finish()
    element = opened(data).Root.StructTreeRoot.K[0].K[0]
    assert element.K[0] == 0
    assert str(element.K[1].Type) == "/MCR"
    assert element.K[1].MCID == 0
    assert page_faults(data) == []


def test_a_page_may_break_inside_an_open_element() -> None:
    sheet = canvas()
    with sheet.element("Sect"):
        say(sheet, "上页")
        sheet.new_page()
        say(sheet, "下页")
    assert page_faults(sheet.finish()) == []


def test_everything_inside_an_artifact_is_an_artifact() -> None:
    sheet = canvas()
    with sheet.artifact("Pagination", "Header"), sheet.artifact(), sheet.element("P", lang="en") as silent:
        with sheet.marked(), sheet.reopen(silent):
            sheet.text(50, 800, FONTS.latin(BODY), 8, INK, "running head")
        sheet.link(50, 800, 20, 10, "https://example.org", "nowhere")
    say(sheet, "正文")
    data = sheet.finish()
    assert structure(data) == ("Document", ("P", "."))
    assert content(data).count("BDC") == content(data).count("EMC") == 2
    assert "/Artifact <</Type /Pagination /Subtype /Header>> BDC" in content(data)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda sheet: sheet.rect(0, 0, 10, 10, INK),
        lambda sheet: sheet.text(0, 0, FONTS.han(BODY), 10, INK, "字"),
        lambda sheet: sheet.show(0, 0, FONTS.han(BODY), 10, INK, glyphs("字", 5.0) * 2),
        lambda sheet: sheet.image(picture(), 0, 0, 10, 10),
    ],
)
def test_untagged_content_is_refused(mistake: Callable[[TaggedCanvas], None]) -> None:
    with pytest.raises(RuntimeError, match="inside marked"):
        mistake(canvas())


def test_misuse_of_the_structure_is_refused() -> None:
    sheet = canvas()
    with pytest.raises(ValueError, match="not a standard structure type"), sheet.element("Masthead"):
        pass
    with sheet.element("P"), sheet.marked():
        with pytest.raises(RuntimeError, match="inside marked content"), sheet.element("Span"):
            pass
        with pytest.raises(RuntimeError, match="inside marked content"), sheet.marked():
            pass
        with pytest.raises(RuntimeError, match="over a page"):
            sheet.new_page()
    with pytest.raises(RuntimeError, match="inside a Link"):
        sheet.link(0, 0, 1, 1, "#top", "top")
    with sheet.element("P"), pytest.raises(RuntimeError, match="P is still open"):
        sheet.finish()


def test_links_lead_to_addresses_and_to_blocks() -> None:
    page = opened(whole_sheet()).pages[0]
    inner, outer = page.Annots
    assert inner.Dest[0].objgen == page.obj.objgen
    assert str(inner.Dest[1]) == "/XYZ"
    assert inner.Dest[3] == 800
    assert str(outer.A.URI) == "https://%E4%BE%8B.cn/%E6%95%B0?a=1&b=(2)"
    assert str(outer.Contents) == "the data"


def test_every_link_that_leads_nowhere_is_told() -> None:
    sheet = canvas()
    for target in ("#two", "#one", "#two"):
        with sheet.element("Link"), sheet.marked():
            sheet.text(50, 700, FONTS.han(BODY), 10, INK, "见")
        with sheet.element("Link"):
            sheet.link(50, 700, 10, 10, target, target)
    with pytest.raises(WriterError) as caught:
        sheet.finish()
    assert [finding.message for finding in caught.value.findings] == [
        "no block is called “one”",
        "no block is called “two”",
    ]


def test_bookmarks_nest_and_a_skipped_level_is_closed_up() -> None:
    sheet = canvas()
    for level, title in ((1, "一"), (3, "甲"), (2, "乙"), (1, "二")):
        sheet.bookmark(title, level, 700)
    say(sheet, "正文")
    pdf = opened(sheet.finish())
    with pdf.open_outline() as outline:
        shown = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert shown == [("一", ["甲", "乙"]), ("二", [])]
    assert str(pdf.Root.PageMode) == "/UseOutlines"


def test_a_document_without_bookmarks_opens_no_outline() -> None:
    sheet = canvas()
    say(sheet, "正文")
    assert str(opened(sheet.finish()).Root.PageMode) == "/UseNone"


def test_pages_are_labelled_by_their_numbers() -> None:
    with opened(whole_sheet()) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["1", "2"]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_a_trailing_new_page_adds_no_empty_page() -> None:
    sheet = canvas()
    say(sheet, "正文")
    sheet.new_page()
    assert len(opened(sheet.finish()).pages) == 1


def test_an_empty_document_has_one_page() -> None:
    assert len(opened(canvas().finish()).pages) == 1


def test_colours_and_fonts_are_set_once_and_again_after_a_clip() -> None:
    sheet = canvas()
    red = THEME.color("accent")
    with sheet.artifact():
        sheet.rect(0, 0, 1, 1, red)
        sheet.rect(2, 0, 1, 1, red)
        with sheet.clip(0, 0, 5, 5):
            sheet.rect(0, 0, 1, 1, INK)
        sheet.rect(4, 0, 1, 1, red)
    assert content(sheet.finish()).count(" rg") == 2


def test_outlined_figures_are_stroked() -> None:
    sheet = canvas()
    face = FONTS.latin(BODY)
    with sheet.element("P"), sheet.marked():
        sheet.show(50, 700, face, 60, INK, [(glyph, 0.0) for glyph in face.shape("2023")], outline=1.5)
        sheet.text(50, 600, face, 10, INK, "after")
    data = sheet.finish()
    assert "1.5 w" in content(data)
    assert content(data).count("1 Tr") == content(data).count("0 Tr") == 1
    assert text_of(data).split() == ["2023", "after"]


def test_rounding_never_adds_up_along_a_line() -> None:
    sheet = canvas()
    face = FONTS.latin(BODY)
    run = [(glyph, 0.0333) for glyph in face.shape("n" * 120)]
    with sheet.element("P"), sheet.marked():
        sheet.show(0, 700, face, 7, INK, run)
    adjustments = re.findall(r">(-?\d+)<", content(sheet.finish()))
    moved = -sum(map(int, adjustments)) * 7 / 1000
    assert moved == pytest.approx(119 * 0.0333, abs=0.01)


def test_a_note_has_an_identifier_of_its_own() -> None:
    sheet = canvas()
    say(sheet, "注一", 700, kind="Note")
    say(sheet, "注二", 680, kind="Note")
    root = opened(sheet.finish()).Root.StructTreeRoot
    assert [str(note.ID) for note in root.K[0].K] == ["note-1", "note-2"]
    assert str(root.IDTree.Kids[0].Names[0]) == "note-1"


def test_missing_characters_are_told_before_anything_is_drawn() -> None:
    with pytest.raises(WriterError, match="grinning face"):
        canvas(title=words("zh", "😀"))


@needs_verapdf
def test_verapdf_passes_pdf_a_3_too(tmp_path: Path) -> None:
    sheet = TaggedCanvas(document(), THEME, Fonts(THEME), standard="a-3a")
    say(sheet, "正文")
    assert vera_faults({"three.pdf": sheet.finish()}, tmp_path, ("ua1", "3a")) == {"three.pdf": []}


def test_equal_documents_are_equal_bytes_whatever_the_process(tmp_path: Path) -> None:
    code = "import sys; from tests.writers.pdf.sheets import whole_sheet; sys.stdout.buffer.write(whole_sheet())"
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
        | {"RL_pdfComments": "1", "RL_pdfMultiLine": "1", "RL_useA85": "1", "RL_documentLang": "fr"},
    ]
    files = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | world | {"PYTHONPATH": str(ROOT)},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for world, folder in zip(worlds, (ROOT, tmp_path), strict=True)
    }
    assert files == {whole_sheet()}


def test_the_identifier_follows_from_the_content() -> None:
    def made(text: str) -> bytes:
        sheet = canvas()
        say(sheet, text)
        return sheet.finish()

    ids = [str(opened(made(text)).trailer.ID[0]) for text in ("一", "一", "二")]
    assert ids[0] == ids[1] != ids[2]


def test_documents_written_side_by_side_do_not_touch_each_other() -> None:
    with ThreadPoolExecutor(4) as pool:
        files = set(pool.map(lambda _: whole_sheet(), range(24)))
    assert files == {whole_sheet()}


@pytest.mark.parametrize("text", ["\ud800", "\0", "\x07", "\ufffe", "\U0010ffff"])
def test_characters_that_are_none_are_named_and_never_written(text: str) -> None:
    with pytest.raises(WriterError, match=f"U\\+{ord(text):04X}"):
        canvas(title=words("zh", f"标题{text}"))
