"""Titles that are too long and parts that are left out still make whole pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen import report
from reportgen.facts import Briefing
from tests.writers.docx.lint import lint
from tests.writers.pdf.judges import page_faults

ROOT = Path(__file__).parents[2]
LANGS = ("zh", "zh+en")


def changed(name: str, **changes: Any) -> Briefing:
    """Return a briefing of the project with a title three times as long, and `changes`; what is None is left out."""
    briefing = report.load(ROOT / "data" / name)
    content: dict[str, Any] = dict(briefing.content)
    title = {lang: f"{words}，{words}，{words}" for lang, words in content["title"].items()}
    given = {**content, "title": title, **changes}
    return replace(briefing, content={key: value for key, value in given.items() if value is not None})


def are_sound(briefing: Briefing, language: str) -> bool:
    drafted = report.draft(briefing, language, project=ROOT)
    pages, word, _ = (report.write(briefing, drafted, name, project=ROOT).data for name in ("pdf", "docx", "html"))
    return page_faults(pages) == [] and lint(word) == []


@pytest.mark.parametrize("language", LANGS)
def test_a_report_without_speaker_and_contents(language: str) -> None:
    assert are_sound(changed("yuzhong-report-2024", speaker=None, occasion=None, contents=None), language)


@pytest.mark.parametrize("language", LANGS)
def test_a_special_page_of_one_article_in_three_columns(language: str) -> None:
    name = "yuzhong-special-2023"
    content: Any = report.load(ROOT / "data" / name).content
    assert are_sound(changed(name, columns="3", articles=content["articles"][1:], picture=None, panel=None), language)


@pytest.mark.parametrize("language", LANGS)
def test_forty_keywords_without_leads(language: str) -> None:
    name = "yuzhong-keywords-2023"
    content: Any = report.load(ROOT / "data" / name).content
    items = [{"main": item["main"]} for item in content["groups"][0]["items"]] * 4
    assert are_sound(changed(name, groups=[{**content["groups"][0], "items": items}]), language)
