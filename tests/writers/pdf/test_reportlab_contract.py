"""The privates of ReportLab that the container touches are there and behave; an upgrade that moves them fails here."""

from __future__ import annotations

import io

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reportgen.writers.pdf import container
from reportgen.writers.pdf.container import Container


def test_the_version_is_the_one_that_was_read() -> None:
    assert reportlab.__version__.startswith("5.1.")


def test_a_canvas_asks_for_its_preamble_once() -> None:
    calls = []

    class Asked(Canvas):
        def _make_preamble(self) -> None:
            calls.append(self)
            self._preamble = ""

    Asked(io.BytesIO(), invariant=1)
    assert len(calls) == 1


def test_the_stock_preamble_would_use_a_font_that_is_not_embedded() -> None:
    stock = Canvas(io.BytesIO(), invariant=1)
    stock.showPage()
    data: bytes = stock.getpdfdata()  # type: ignore[no-untyped-call]
    assert b"/Helvetica" in data


def test_a_document_numbers_and_names_its_objects() -> None:
    doc = Canvas(io.BytesIO(), invariant=1)._doc  # type: ignore[attr-defined]
    before = doc.objectcounter
    doc.Reference(container._Body(b"null"), "O-probe")
    assert doc.objectcounter == before + 1
    assert doc.idToObjectNumberAndVersion["O-probe"] == (before + 1, 0)
    assert doc.numberToId[before + 1] == "O-probe"
    assert doc.idToObject["O-probe"].body == b"null"
    assert doc.idToObject["BasicFonts"].dict is not None


def test_pages_and_catalogue_write_the_entries_named_for_them() -> None:
    assert {"StructParents", "Tabs"} <= set(container._Page.__NoDefault__)
    assert "OutputIntents" in container._Catalog.__NoDefault__
    assert {"Contents", "Annots", "Resources"} <= set(pdfdoc.PDFPage.__NoDefault__)
    assert {"StructTreeRoot", "MarkInfo", "Metadata", "ViewerPreferences"} <= set(pdfdoc.PDFCatalog.__NoDefault__)


def test_a_page_keeps_the_content_that_it_was_given() -> None:
    file = Container(100, 100, "zh")
    file.close_page("0 0 10 10 re f", (), ())
    page = file._doc.Pages.pages[-1]
    given = page.Contents
    data = file.finish({}, b"<<>>")
    assert page.Contents is given
    assert data.count(b"/StructParents 0") == 1
    assert data.count(b"/Tabs /S") == 1


def test_the_identifier_given_is_the_identifier_written() -> None:
    file = Container(100, 100, "zh")
    file.close_page("", (), ())
    data = file.finish({}, b"<</Title (probe)>>")
    assert data.partition(b"/ID ")[2].startswith(file._doc._ID)
    assert b"(probe)" in data


def test_no_font_of_reportlabs_own_is_in_the_file() -> None:
    file = Container(100, 100, "zh")
    file.close_page("", (), ())
    data = file.finish({}, b"<<>>")
    assert b"Helvetica" not in data


def test_comments_and_line_breaks_of_the_environment_are_off() -> None:
    assert not rl_config.pdfComments
    assert not rl_config.pdfMultiLine
