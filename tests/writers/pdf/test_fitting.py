"""Pages of panels that just miss their sheet: which they are, and at which size they are set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Heading, Masthead, PageBreak, Panel, Paragraph
from reportgen.writers.pdf.fitting import SIZES, is_panel_page, largest, opening, smaller
from tests.documents import bilingual_document, cards, panel_document, words
from tests.writers.pdf.pages import THEME, chars, find, made, pages

TITLE = Masthead(title=words("zh", "数读"))
PANEL = Panel(cards=cards("zh"))


@given(st.floats(0.8, 1.0))
def test_the_largest_size_that_fits_is_found(limit: float) -> None:
    expected = [size for size in SIZES if size <= limit]
    assert largest(lambda size: size <= limit) == (expected[-1] if expected else None)


def test_a_page_of_panels_begins_with_its_masthead_and_has_no_headings() -> None:
    assert is_panel_page(panel_document("zh"))
    assert is_panel_page(made(TITLE, PANEL))
    assert not is_panel_page(made(PANEL))
    assert not is_panel_page(made(TITLE, Heading(level=1, words=words("zh", "一")), PANEL))
    assert not is_panel_page(made(TITLE, Paragraph(words=words("zh", "文"))))


def test_a_smaller_theme_keeps_its_sheet_and_colours() -> None:
    theme = smaller(THEME, 0.9)
    assert theme.page == THEME.page
    assert theme.colors == THEME.colors
    assert theme.style("body").size == pytest.approx(THEME.style("body").size * 0.9)
    assert theme.style("body", follow=True).size == pytest.approx(THEME.style("body", follow=True).size * 0.9)


def test_two_languages_are_set_smaller_than_one_to_stay_on_the_sheet() -> None:
    alone, both = (find(chars(document), "数读上")[0] for document in (panel_document("zh"), bilingual_document()))
    assert 0.85 < (both.top - both.bottom) / (alone.top - alone.bottom) < 1.0


def test_a_panel_of_many_sheets_keeps_its_size() -> None:
    document = made(TITLE, Panel(cards=cards("zh") * 6))
    assert len(pages(document)) > 2
    size = find(chars(document), "数读")[0]
    assert size.top - size.bottom == pytest.approx(THEME.style("masthead.title").size, rel=0.15)


def test_an_annex_after_a_page_break_leaves_the_panel_on_its_sheet() -> None:
    page = bilingual_document()
    annexed = replace(page, blocks=(*page.blocks, PageBreak(), Paragraph(words=words("zh", "附表"))))
    assert (len(pages(page)), len(pages(annexed))) == (1, 2)
    assert opening(annexed).blocks == page.blocks
    assert opening(page) is page
