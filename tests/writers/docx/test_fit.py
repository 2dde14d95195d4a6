"""A page of figures fills its page or is drawn in to end on it; the gauge reads heights as Word sets them."""

from dataclasses import replace

from reportgen.document import Columns, Masthead, PageBreak, Panel, Paragraph
from reportgen.transforms import refine
from reportgen.writers.docx.composing import composed
from reportgen.writers.docx.fit import Gauge, Pitch
from tests.documents import panel_document
from tests.writers.docx.samples import THEME, document, zh

GAUGE = Gauge({"Text": Pitch(line=12, before=2, after=4, left=0, size=10, bold=False)})


def text(words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def table(*cells: str) -> str:
    boxes = "".join(f'<w:tc><w:tcPr><w:tcW w:w="1000"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f"<w:tbl><w:tr>{boxes}</w:tr></w:tbl>"


def test_a_paragraph_is_its_lines_and_its_spaces() -> None:
    assert GAUGE.story(text("字" * 10), 100) == 12 + 6
    assert GAUGE.story(text("字" * 11), 100) == 24 + 6


def test_an_empty_paragraph_is_a_line() -> None:
    assert GAUGE.story(text(""), 100) == 18


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    assert GAUGE.story(table(text("字" * 5), text("字" * 15)), 100) == 3 * 12 + 6


def test_the_panel_is_set_larger_or_smaller_so_that_it_ends_on_its_page() -> None:
    chinese, _, _ = composed(refine(panel_document("zh")), THEME)
    english, _, _ = composed(refine(panel_document("en")), THEME)
    assert chinese.theme.grid.group_space > THEME.grid.group_space
    assert english.theme.style("card.label").size < THEME.style("card.label").size


def test_what_is_no_page_of_figures_stands_as_the_theme_says() -> None:
    galley, _, _ = composed(document(Paragraph(words=zh("文字"))), THEME)
    assert galley.theme.grid == THEME.grid
    band, *rest = panel_document("zh").blocks
    parted = replace(panel_document("zh"), blocks=(band, PageBreak(), *rest))
    assert composed(refine(parted), THEME)[0].theme.grid == THEME.grid


def test_an_annex_leaves_the_page_of_figures_as_it_is() -> None:
    page = panel_document("zh")
    annexed = replace(page, blocks=(*page.blocks, PageBreak(), Paragraph(words=zh("附表"))))
    alone, together = (composed(refine(item), THEME)[0].theme.grid for item in (page, annexed))
    assert together == alone != THEME.grid


def test_what_is_far_too_much_for_a_page_is_not_shrunk() -> None:
    page = panel_document("zh")
    panel = next(block for block in page.blocks if isinstance(block, Panel))
    columns = next(block for block in page.blocks if isinstance(block, Columns))
    band = next(block for block in page.blocks if isinstance(block, Masthead))
    galley, _, _ = composed(refine(replace(page, blocks=(band, *(panel, columns) * 5))), THEME)
    assert galley.theme.style("card.label").size == THEME.style("card.label").size
