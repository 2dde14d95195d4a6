"""Finished files read back: every figure is traced, and what was changed by hand is told."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.cli import run
from reportgen.errors import UsageError
from reportgen.verification import Passage, Trace, read_file, verify
from tests.briefings import briefing, fact
from tests.projects import SAMPLE, make_project
from tests.verification import files

FORMS = ("pdf", "docx", "html")
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("language", ["zh", "en", "zh-Hant", "zh+en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_figure_of_the_sample_is_traced_and_no_fact_is_missing(form: str, language: str, tmp_path: Path) -> None:
    result = files.verified(files.passages(tmp_path, files.made(language, form), form))
    assert len(result.traces) > 20
    assert [trace for trace in result.traces if trace.state != "traced"] == []
    assert (result.missing, result.swapped) == ((), ())


@pytest.mark.parametrize("form", FORMS)
def test_neither_two_columns_nor_the_sheet_of_figures_lead_astray(form: str, tmp_path: Path) -> None:
    data = files.made("zh+en", form, "parallel", True)
    result = files.verified(files.passages(tmp_path, data, form))
    assert [trace for trace in result.traces if trace.state != "traced"] == []
    assert result.swapped == ()


def test_each_language_of_a_file_is_read_as_such(tmp_path: Path) -> None:
    for form in FORMS:
        read = files.passages(tmp_path, files.made("zh+en", form), form)
        texts = {(passage.lang, passage.text) for passage in read}
        assert any(lang == "zh" and "765.9亿元" in text for lang, text in texts)
        assert any(lang == "en" and "76.59 billion yuan" in text for lang, text in texts)


def test_a_figure_that_was_changed_in_word_is_told_with_its_fact_missing(tmp_path: Path) -> None:
    data = files.edited(files.made("en", "docx"), "word/document.xml", "9,754", "9,745")
    result = files.verified(files.passages(tmp_path, data, "docx"))
    assert [(trace.text, trace.state) for trace in result.traces if trace.state != "traced"] == [
        ("9,745", "untraceable")
    ]
    assert result.missing == (("new-entities", "value"),)


def test_a_slip_of_the_scale_names_the_fact_whose_digits_they_are(tmp_path: Path) -> None:
    page = files.made("zh", "html").decode().replace(">4087.9<", ">40.879<").encode()
    result = files.verified(files.passages(tmp_path, page, "html"))
    assert {(trace.state, trace.facts) for trace in result.traces if "40.879" in trace.text} == {
        ("untraceable", ("tourist-visits",))
    }


def test_a_number_in_the_data_of_a_word_chart_is_traced_too(tmp_path: Path) -> None:
    data = files.edited(files.made("en", "docx"), "word/charts/chart1.xml", ">21.9<", ">29.1<")
    result = files.verified(files.passages(tmp_path, data, "docx"))
    assert ("29.1", "chart 1") in {(trace.text, trace.where) for trace in result.of("untraceable")}


def test_a_known_figure_in_the_place_of_another_is_told(tmp_path: Path) -> None:
    data = files.edited(files.made("en", "docx"), "word/document.xml", "64.57 billion", "76.59 billion")
    result = files.verified(files.passages(tmp_path, data, "docx"))
    assert result.holds
    assert {(swap.text, swap.expected) for swap in result.swapped} == {("76.59 billion yuan", "64.57 billion yuan")}


def test_what_only_the_previous_edition_says_is_stale(tmp_path: Path) -> None:
    gdp = files.briefing().facts["gdp"]
    before = {"gdp": replace(gdp, obs_value=Decimal("712.3"))}
    page = files.made("zh", "html").decode().replace(">765.9<", ">712.3<").encode()
    result = files.verified(files.passages(tmp_path, page, "html"), before)
    assert {(trace.text, trace.facts) for trace in result.of("stale")} == {("712.3亿元", ("gdp",))}
    assert not result.of("untraceable")


def test_a_previous_value_that_is_also_a_current_one_is_not_stale() -> None:
    now, before = fact(), {"gdp": fact(value="712.3", yoy="3.2")}
    result = verify([Passage("增长3.2%", "zh", "")], briefing(now), (), before)
    assert [trace.state for trace in result.traces] == ["traced"]


@pytest.mark.parametrize(
    "text",
    ["2023年8月25日", "电话：023-63765123", "PM2.5", "5号线", "一是抓项目，二是抓投资", "第二十次会议", "上半年"],
)
def test_dates_codes_and_names_are_no_figures(text: str) -> None:
    assert verify([Passage(text, "zh", "")], briefing(), ()).traces == ()


def test_the_numbers_of_items_and_the_places_of_sources_are_no_figures() -> None:
    labels = [Passage(f"{number:02}", "en", "") for number in range(1, 12)]
    cells = [
        Passage(text, "en", "")
        for text in ("facts.csv: 17", "b.xlsx!facts!E7", "1 to 2 significant digits", "2. Plans", "(3) Plans")
    ]
    assert [trace.text for trace in verify([*labels, *cells], briefing(), ()).traces] == ["1"]


def test_a_number_that_labels_nothing_is_a_figure() -> None:
    result = verify([Passage("02", "en", ""), Passage("7,771 stores", "en", "")], briefing(), ())
    assert [trace.state for trace in result.traces] == ["untraceable", "untraceable"]


def test_a_rounded_figure_is_traced_when_the_briefing_rounds_it(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    path = project / "data" / SAMPLE / "briefing.yaml"
    text = path.read_text("utf-8")
    line = "{pattern: amount_change, role: feature, facts: [gdp]"
    assert line in text
    path.write_text(text.replace(line, f"{line}, round: 2"), "utf-8")
    assert run(["render", "--project", str(project), "--lang", "zh", "--to", "html", "--with-sheet", "--quiet"]) == 0
    assert run(["verify", str(project / "output" / f"{SAMPLE}.zh.html"), "--project", str(project), "--quiet"]) == 0


def test_the_command_tells_every_figure_as_text_and_json(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    path = project / "output" / f"{SAMPLE}.en.html"
    path.write_bytes(files.made("en", "html"))
    assert run(["verify", str(path), "--project", str(project)]) == 0
    out, err = capsys.readouterr()
    assert "76.59 billion yuan: gdp\n" in out
    assert out.endswith(" 0 untraceable, 0 stale; 0 missing\n")
    assert err == ""
    assert run(["verify", str(path), "--project", str(project), "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (told["briefing"], told["missing"]) == (SAMPLE, [])
    assert {"text", "where", "lang", "state", "facts"} == set(told["figures"][0])


def test_the_command_ends_with_5_and_names_the_briefing_that_it_is_told(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    path = tmp_path / "edited.html"
    path.write_bytes(files.made("en", "html").replace(b">9,754<", b">9,745<"))
    assert run(["verify", str(path), "--project", str(project)]) == 2
    assert "--briefing" in capsys.readouterr().err
    assert run(["verify", str(path), "--briefing", SAMPLE, "--project", str(project), "--quiet"]) == 5
    out, err = capsys.readouterr()
    assert out == ""
    assert "“9,745”: error: no fact" in err
    assert "the value of new-entities is not shown [missing-figure]" in err


def test_the_command_takes_the_previous_edition_from_another_briefing(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path, SAMPLE, "before")
    facts = project / "data" / "before" / "facts.csv"
    facts.write_text(facts.read_text("utf-8").replace("765.9", "712.3"), "utf-8")
    path = tmp_path / f"{SAMPLE}.zh.html"
    path.write_bytes(files.made("zh", "html").decode().replace(">765.9<", ">712.3<").encode())
    assert run(["verify", str(path), "--project", str(project), "--previous", "before", "--quiet"]) == 5
    assert "[stale-figure]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", b"%PDF"), ("a.docx", b"PK"), ("a.txt", b"1"), ("none.html", None)]
)
def test_a_file_that_cannot_be_read_is_told(name: str, data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=name):
        read_file(tmp_path / name)


def test_a_trace_is_equal_to_another_that_says_the_same() -> None:
    assert Trace("1", "page 1", "en", "traced", ("gdp",)) == Trace("1", "page 1", "en", "traced", ("gdp",))
