"""Documents of several languages are checked against each other, and findings say where they are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks import CHECKS, check
from reportgen.checks.proof import Proof
from reportgen.document import Cell, Document, Note, Panel, Paragraph, Reference, Table, Text, Wording, wording
from reportgen.errors import Finding
from reportgen.facts import Allowance, Content, Rules, Suppression, Unit
from tests.briefings import briefing, fact
from tests.checks import pages, test_data, test_text
from tests.documents import panel_document

BY_NAME = {"missing-side", "structure-parity", "translation-stale"}
"""Checks that tests of their own prove."""


def findings(documents: dict[str, Document], content: dict[str, Content] | None = None) -> list[Finding]:
    """What concerns how documents are built and what they show; the numbers in them have no facts here."""
    known = ("gdp", "retail", "visits", "tourism-revenue", "wholesale", "retail-trade", "catering", "lodging")
    more = ("entities", "deposits", "premium", "stores-new", "stores-all", "digital", "software")
    facts = tuple(fact(name) for name in (*known, *more))
    kept = ("missing-side", "structure-parity", "figure-parity")
    return [found for found in check(documents, briefing(*facts, content=content or {})) if found.code in kept]


def both() -> dict[str, Document]:
    return {lang: replace(panel_document(lang), blocks=panel_document(lang).blocks[2:]) for lang in ("zh", "en")}


def test_languages_that_say_the_same_have_no_finding() -> None:
    assert findings(both()) == []


def test_a_figure_shown_in_one_language_only_is_caught() -> None:
    documents = both()
    panel = documents["en"].blocks[0]
    assert isinstance(panel, Panel)
    silent = replace(panel.cards[0], lines=panel.cards[0].lines[:2])
    cut = replace(panel, cards=(silent, *panel.cards[1:]))
    documents["en"] = replace(documents["en"], blocks=(cut, *documents["en"].blocks[1:]))
    assert [finding.code for finding in findings(documents)] == ["figure-parity"]


def test_a_card_that_one_language_lacks_is_caught() -> None:
    documents = both()
    panel = documents["en"].blocks[0]
    assert isinstance(panel, Panel)
    cut = replace(panel, cards=panel.cards[1:])
    documents["en"] = replace(documents["en"], blocks=(cut, *documents["en"].blocks[1:]))
    assert findings(documents)[0].code == "structure-parity"


def test_an_item_that_one_language_lacks_is_caught() -> None:
    texts = {"zh": "- 甲\n- 乙\n- 丙", "en": "- one\n- two"}
    (found,) = (item for item in pages.found(texts, pages.briefing()) if item.code == "structure-parity")
    assert found.message == "zh has list p0 of 3 items where en has list p0 of 2 items"


def test_a_missing_language_side_is_caught_with_its_path() -> None:
    found = check({}, briefing(content={"title": {"zh": "数读", "en": " "}}))
    assert [finding.message for finding in found if finding.code == "missing-side"] == ["title is not said in en"]


def test_a_finding_names_the_line_of_the_authored_text() -> None:
    told = pages.briefing(texts={"zh": {"intro": Unit("导语", "第一段。\n\n推进78项任务。", "text.zh.md", 3)}})
    (found,) = (item for item in pages.found({"zh": "推进78项任务。"}, told) if item.code == "untraceable")
    assert (found.where.file, found.where.line, found.where.words) == ("text.zh.md", 5, "78项")


def test_a_number_left_from_the_previous_edition_is_told_as_such() -> None:
    now, before = pages.fact("gdp", "765.9e8"), pages.fact("gdp", "742.2e8", when="2022-S1")
    told = pages.briefing((now,), previous={"gdp": before})
    (found,) = (item for item in pages.found({"zh": "产值{gdp}，即742.2亿元"}, told) if item.code == "untraceable")
    assert found.message == "“742.2亿元” is what gdp said in the previous edition"


def test_a_mistyped_number_is_told_with_the_fact_it_is_like() -> None:
    told = pages.briefing((pages.fact("tourist-visits", "4087.9e4", "VISITS"),))
    found = [item.hint for item in pages.found({"en": "408.79 million visits"}, told) if item.code == "untraceable"]
    assert found == ["mend it, or write {{ tourist_visits }}; or list it in allow_numbers"]


def test_a_number_that_is_allowed_needs_no_fact() -> None:
    told = pages.briefing(rules=Rules(allowances=(Allowance("推进78项任务", "of the plan"),)))
    assert pages.found({"zh": "推进78项任务"}, told) == ()


def test_what_a_transform_writes_is_no_number_of_an_author() -> None:
    line = (Text("见图"), Reference("chart", "12"), Text("。"))
    document = Document(
        id="d",
        langs=("zh",),
        title=(),
        blocks=(Paragraph(id="p", words=(Wording("zh", line),)),),
        issued="2023-08-25",
    )
    assert check({"zh": document}, pages.briefing()) == ()


def table(lang: str, *cells: str) -> Document:
    rows = tuple((Cell(words=wording(lang, text)),) for text in cells)
    return Document(id="d", langs=(lang,), title=(), blocks=(Table(id="t", body=rows),), issued="2023-08-25")


def test_cells_of_a_table_that_changed_places_are_caught() -> None:
    documents = {"zh": table("zh", "3%", "5%"), "en": table("en", "5 percent", "3 percent")}
    codes = [finding.code for finding in check(documents, pages.briefing())]
    assert codes.count("figure-parity") == 2


def test_notes_are_read_as_lines_of_their_own() -> None:
    note = Note((Text("共78项"),))
    document = Document(
        id="d",
        langs=("zh",),
        title=(),
        blocks=(Paragraph(id="p", words=(Wording("zh", (Text("正文"), note)),)),),
        issued="2023-08-25",
    )
    proof = Proof({"zh": document}, pages.briefing())
    assert [line.text for line in proof.every] == ["正文", "共78项"]


TASKS = {"zh": "推进78项任务"}


@pytest.mark.parametrize("where", ["", "p0", "78项", "briefing.yaml"])
def test_an_author_may_answer_for_a_finding(where: str) -> None:
    told = pages.briefing(rules=Rules(suppressions=(Suppression("untraceable", where, "of the plan"),)))
    assert pages.found(TASKS, told) == ()


@pytest.mark.parametrize(("code", "where"), [("untraceable", "p1"), ("echo", "")])
def test_a_suppression_that_suppresses_nothing_is_told(code: str, where: str) -> None:
    told = pages.briefing(rules=Rules(suppressions=(Suppression(code, where, "of the plan"),)))
    codes = [(finding.code, finding.severity) for finding in pages.found(TASKS, told)]
    assert codes == [("untraceable", "error"), ("unused-suppression", "info")]


@pytest.mark.parametrize("code", CHECKS)
def test_every_check_has_what_it_must_catch_and_what_it_must_not(code: str) -> None:
    caught = {row[0] for row in (*test_text.CAUGHT, *test_data.CAUGHT)}
    silent = {row[0] for row in (*test_text.SILENT, *test_data.SILENT)}
    assert code in BY_NAME or (code in caught and code in silent)


@pytest.mark.parametrize("code", CHECKS)
def test_every_check_says_what_it_is_about(code: str) -> None:
    rule = CHECKS[code]
    assert rule.about
    assert re.fullmatch(r"L\d\d", rule.number)


SIGNS = (
    "上半年，。；：“”（）()0123456789.,%亿万元个百分点超近约增长下降分别第一全市最首预计逐季和、"
    + " abcdetofbilnprup-—…{}*"
)


@settings(max_examples=60, deadline=None)
@given(st.text(SIGNS, max_size=80), st.text(SIGNS, max_size=80))
def test_no_text_makes_a_check_fail(zh: str, en: str) -> None:
    told = pages.briefing()
    documents = {
        lang: replace(pages.page(lang, "x", told), blocks=(Paragraph(id="p", words=(Wording(lang, (Text(text),)),)),))
        for lang, text in (("zh", zh), ("en", en), ("zh-Hant", zh))
    }
    assert all(finding.code in CHECKS for finding in check(documents, told))


def test_odd_data_make_no_check_fail() -> None:
    odd = (
        pages.fact("zero", "0e8", yoy="0", start="0"),
        pages.fact("less", "-0.0e8", yoy="-100", qualifier="lt"),
        pages.fact("huge", "9" * 30 + "e15", yoy="1", qualifier="gt"),
        pages.fact("none", None, rank=1),
        pages.fact("lost", "1", "NOT_AN_INDICATOR", is_part_of="gone", additive=True),
    )
    assert all(finding.code in CHECKS for finding in pages.found({"zh": "甲"}, pages.briefing(odd)))
