"""What a file says about itself comes from the document alone and agrees with itself."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from reportgen.errors import WriterError
from reportgen.writers.pdf.metadata import metadata
from tests.documents import words
from tests.writers.pdf.judges import opened
from tests.writers.pdf.sheets import canvas, document, say

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def said(path: str, **changes: object) -> list[str]:
    tree = etree.fromstring(metadata(document(**changes), "a-2a").xmp())
    found = tree.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def test_each_language_has_its_title_and_the_leading_one_is_the_default() -> None:
    assert said("//dc:title//rdf:li/text()") == ["数读上半年", "数读上半年", "The half-year in figures & more"]
    assert said("//dc:title//rdf:li/@xml:lang") == ["x-default", "zh", "en"]
    assert said("//dc:language//rdf:li/text()") == ["zh", "en"]


def test_a_language_without_a_title_borrows_the_leading_one() -> None:
    assert said("//dc:title//rdf:li[@xml:lang='en']/text()", title=words("zh", "数读")) == ["数读"]


def test_both_conformances_are_claimed() -> None:
    assert said("//pdfaid:part/text()") + said("//pdfaid:conformance/text()") == ["2", "A"]
    assert said("//pdfuaid:part/text()") == ["1"]


def test_dates_are_the_day_of_issue() -> None:
    assert set(said("//xmp:CreateDate/text() | //xmp:ModifyDate/text()")) == {"2023-08-02T00:00:00Z"}


def test_the_digest_of_the_facts_is_the_source() -> None:
    assert said("//dc:source/text()", digest="ab" * 32) == [f"urn:sha256:{'ab' * 32}"]
    assert said("//dc:source/text()") == []


def test_authors_are_named_once() -> None:
    assert said("//dc:creator//rdf:li/text()", author=words("zh", "统计局")) == ["统计局"]


def test_the_information_dictionary_agrees_with_the_packet() -> None:
    sheet = canvas(author=words("zh", "统计局"))
    say(sheet, "正文")
    with opened(sheet.finish()) as pdf, pdf.open_metadata() as packet:
        assert str(pdf.docinfo.Title) == packet["dc:title"] == "数读上半年"
        assert str(pdf.docinfo.Author) == packet["dc:creator"][0] == "统计局"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20230802000000Z"
        assert str(pdf.docinfo.Producer) == packet["pdf:Producer"]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(WriterError) as caught:
        metadata(document(title=(), issued="last summer"), "a-1b")
    codes = [finding.code for finding in caught.value.findings]
    assert codes == ["document-title", "document-issued", "standard-unknown"]


def test_the_day_is_kept_as_a_day() -> None:
    assert metadata(document(), "a-2a").issued == date(2023, 8, 2)
