"""Each check catches what it must and is silent on what it must not catch."""

from __future__ import annotations

from dataclasses import replace

from reportgen.checks import check
from reportgen.document import Document, Panel
from reportgen.facts import Content
from tests.briefings import briefing, fact
from tests.documents import panel_document


def codes(documents: dict[str, Document], content: dict[str, Content] | None = None) -> list[str]:
    known = ("gdp", "retail", "visits", "tourism-revenue", "wholesale", "retail-trade", "catering", "lodging")
    more = ("entities", "deposits", "premium", "stores-new", "stores-all", "digital", "software")
    facts = tuple(fact(name) for name in (*known, *more))
    return [finding.code for finding in check(documents, briefing(*facts, content=content or {}))]


def both() -> dict[str, Document]:
    return {lang: replace(panel_document(lang), blocks=panel_document(lang).blocks[2:]) for lang in ("zh", "en")}


def test_languages_that_say_the_same_have_no_finding() -> None:
    assert codes(both()) == []


def test_a_figure_shown_in_one_language_only_is_caught() -> None:
    documents = both()
    panel = documents["en"].blocks[0]
    assert isinstance(panel, Panel)
    silent = replace(panel.cards[0], lines=panel.cards[0].lines[:2])
    cut = replace(panel, cards=(silent, *panel.cards[1:]))
    documents["en"] = replace(documents["en"], blocks=(cut, *documents["en"].blocks[1:]))
    assert codes(documents) == ["figure-parity"]


def test_a_card_that_one_language_lacks_is_caught() -> None:
    documents = both()
    panel = documents["en"].blocks[0]
    assert isinstance(panel, Panel)
    cut = replace(panel, cards=panel.cards[1:])
    documents["en"] = replace(documents["en"], blocks=(cut, *documents["en"].blocks[1:]))
    assert "structure-parity" in codes(documents)


def test_a_missing_language_side_is_caught_with_its_path() -> None:
    found = check(both(), briefing(content={"title": {"zh": "数读", "en": " "}}))
    assert [finding.message for finding in found if finding.code == "missing-side"] == ["title is not said in en"]


def test_a_fact_that_nobody_shows_is_mentioned() -> None:
    found = check(both(), briefing(fact("hidden")))
    assert [(finding.code, finding.severity) for finding in found] == [("unused-fact", "info")]
