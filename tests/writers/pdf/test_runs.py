"""Inlines to runs."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Emphasis, Figure, LineBreak, Link, Note, Piece, Reference, Strong, Text
from reportgen.writers.pdf.runs import Run, runs_of
from tests.writers.pdf.setting import style

BODY = style()
FIGURE = Figure("gdp", "value", (Piece("number", "765.9"), Piece("unit", "亿元")))


def test_plain_text_is_one_run_in_the_given_style_and_language() -> None:
    assert runs_of((Text("上半年"),), BODY, "zh") == (Run("上半年", BODY, "zh"),)


def test_text_may_speak_another_language() -> None:
    assert [run.lang for run in runs_of((Text("即"), Text("GDP", lang="en")), BODY, "zh")] == ["zh", "en"]


def test_strong_words_take_the_bold_weight_of_their_family() -> None:
    (run,) = runs_of((Strong((Text("头雁"),)),), BODY, "zh")
    assert run.style.weight == "bold"
    assert run.style.family == BODY.family


def test_emphasis_is_bold_and_never_slanted() -> None:
    (run,) = runs_of((Emphasis((Text("头雁"),)),), BODY, "zh")
    assert run.style.weight == "bold"


def test_strong_words_in_a_black_title_stay_black() -> None:
    (run,) = runs_of((Strong((Text("数读"),)),), style("masthead.title"), "zh")
    assert run.style.weight == "black"


def test_a_figure_is_one_solid_run_that_knows_its_fact() -> None:
    (run,) = runs_of((FIGURE,), BODY, "zh")
    assert (run.text, run.solid, run.fact) == ("765.9亿元", True, "gdp")


def test_a_figure_in_strong_words_is_bold_and_solid() -> None:
    (run,) = runs_of((Strong((FIGURE,)),), BODY, "zh")
    assert run.solid
    assert run.style.weight == "bold"


def test_a_link_gives_every_run_in_it_its_target() -> None:
    runs = runs_of((Link((Text("见"), Strong((Text("公报"),))), "https://example.org/"),), BODY, "zh")
    assert [(run.text, run.target) for run in runs] == [
        ("见", "https://example.org/"),
        ("公报", "https://example.org/"),
    ]


def test_a_note_is_a_small_raised_number() -> None:
    (run,) = runs_of((Note((Text("初步核算数"),), "3"),), BODY, "zh")
    assert run.text == "3"
    assert run.rise > 0
    assert run.style.size < BODY.size


def test_a_line_break_is_a_line_feed_and_a_reference_its_text() -> None:
    assert [run.text for run in runs_of((Reference("t", "表1"), LineBreak()), BODY, "zh")] == ["表1", "\n"]


def test_a_reference_leads_to_the_block_that_it_means() -> None:
    assert [run.target for run in runs_of((Reference("trade", "表1"),), BODY, "zh")] == ["#trade"]


def test_stressed_han_text_has_dots_where_the_style_asks_and_latin_is_bold() -> None:
    dots, content = replace(BODY, emphasis="dots"), (Emphasis((Text("稳"),)),)
    assert [(run.dotted, run.style.weight) for run in runs_of(content, dots, "zh")] == [(True, "regular")]
    assert [(run.dotted, run.style.weight) for run in runs_of(content, dots, "en")] == [(False, "bold")]
    assert [(run.dotted, run.style.weight) for run in runs_of(content, BODY, "zh")] == [(False, "bold")]


def test_nothing_is_said_by_empty_text_or_an_unnumbered_note() -> None:
    assert runs_of((Text(""), Note((Text("x"),)), Reference("t")), BODY, "zh") == ()
