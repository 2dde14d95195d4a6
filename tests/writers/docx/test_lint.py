"""The lint finds each fault that it is there for, when one is sown into a good file."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tests.writers.docx.lint import lint
from tests.writers.docx.opened import written

Change = Callable[[str], str]
MAIN = "word/document.xml"


def sown(name: str, change: Change) -> bytes:
    """Return the long sample with the text of the part `name` changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written("long"))) as good, zipfile.ZipFile(buffer, "w") as bad:
        for item in good.namelist():
            data = good.read(item)
            bad.writestr(item, change(data.decode()).encode() if item == name else data)
    return buffer.getvalue()


FAULTS: dict[str, tuple[str, Change]] = {
    "style-undefined": (MAIN, lambda xml: xml.replace('w:val="BodyText"', 'w:val="Nowhere"', 1)),
    "numbering-undefined": (MAIN, lambda xml: xml.replace('<w:numId w:val="1"/>', '<w:numId w:val="99"/>', 1)),
    "note-dangling": (
        MAIN,
        lambda xml: xml.replace('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>'),
    ),
    "cell-end": (MAIN, lambda xml: xml.replace("</w:tc>", "<w:tbl/></w:tc>", 1)),
    "row-span": (MAIN, lambda xml: xml.replace('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', 1)),
    "tables-touch": (MAIN, lambda xml: xml.replace("</w:tbl>", "</w:tbl><w:tbl><w:tblGrid/></w:tbl>", 1)),
    "table-caption": (MAIN, lambda xml: xml.replace("w:tblCaption", "w:tblDescription")),
    "direct-formatting": (MAIN, lambda xml: xml.replace("<w:rPr>", '<w:rPr><w:sz w:val="21"/>', 1)),
    "field-balance": (MAIN, lambda xml: xml.replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", 1)),
    "bookmark-balance": (MAIN, lambda xml: xml.replace('<w:bookmarkEnd w:id="1"/>', "", 1)),
    "bookmark-name": (MAIN, lambda xml: xml.replace('w:name="rgb_summary"', 'w:name="rgb.summary"', 1)),
    "bookmark-duplicate": (MAIN, lambda xml: xml.replace('"rgb_summary_2"', '"rgb_summary"')),
    "link-anchor": (MAIN, lambda xml: xml.replace('w:anchor="rgb_indicators"', 'w:anchor="rgb_lost"', 1)),
    "drawing-alt": (MAIN, lambda xml: xml.replace("descr=", "title=")),
    "relation-dangling": (MAIN, lambda xml: xml.replace('r:embed="', 'r:embed="x')),
    "relation-target": ("word/_rels/document.xml.rels", lambda xml: xml.replace("charts/chart1", "charts/chart9")),
    "type-without-part": ("[Content_Types].xml", lambda xml: xml.replace("charts/chart1", "charts/chart9")),
    "type-main": ("[Content_Types].xml", lambda xml: xml.replace("document.main", "document.other")),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_sown_fault_is_found(code: str) -> None:
    name, change = FAULTS[code]
    assert any(fault.startswith(code) for fault in lint(sown(name, change)))


def test_a_doubled_member_is_found() -> None:
    buffer = io.BytesIO(written("zh"))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/styles.xml", archive.read("word/styles.xml"))
    assert "zip-duplicate word/styles.xml" in lint(buffer.getvalue())
