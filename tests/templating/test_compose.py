"""A template, a briefing and a language become a document; every fault is told, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document import Card, Figure, Panel, Paragraph, Strong, Text, figures, plain, said
from reportgen.errors import TemplateError
from reportgen.facts import Content
from reportgen.templating import compose, content_faults
from tests.briefings import PHRASE, STRUCTURE, briefing, fact, template


def card_of(blocks: tuple[object, ...]) -> Card:
    return next(block for block in blocks if isinstance(block, Panel)).cards[0]


def faults(project: Path, structure: str = STRUCTURE, **given: object) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        compose(template(project, structure), briefing(**given), "zh")  # type: ignore[arg-type]
    return [f"{finding.where.file}:{finding.where.line} {finding.message}" for finding in caught.value.findings]


def test_one_fact_is_said_in_two_languages_with_its_scale_converted(tmp_path: Path) -> None:
    made = template(tmp_path)
    lines = {
        lang: [plain(said(line.words, lang)) for line in card_of(compose(made, briefing(), lang).blocks).lines]
        for lang in ("zh", "en")
    }
    assert lines["zh"] == ["地区生产总值", "765.9亿元", "同比增长3.2%"]
    assert lines["en"] == ["Gross domestic product", "76.59 billion yuan", "up 3.2 percent year on year"]


def test_a_change_line_takes_its_direction_from_the_sign(tmp_path: Path) -> None:
    falling = briefing(fact(yoy="-2.1"))
    assert card_of(compose(template(tmp_path), falling, "zh").blocks).lines[2].trend == "down"


def test_a_figure_stays_a_node_until_the_last_moment(tmp_path: Path) -> None:
    line = card_of(compose(template(tmp_path), briefing(), "zh").blocks).lines[1]
    shown = line.words[0].content[0]
    assert isinstance(shown, Figure)
    assert (shown.fact, shown.side, shown.text) == ("gdp", "value", "765.9亿元")


def test_authored_prose_names_facts_and_keeps_its_markdown(tmp_path: Path) -> None:
    document = compose(template(tmp_path), briefing(texts={"zh": "实现**{{ gdp }}**。"}), "zh")
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    content = said(paragraph.words, "zh")
    assert isinstance(content[1], Strong)
    assert [figure.text for figure in figures(content)] == ["765.9亿元"]


def test_markup_in_data_has_no_power(tmp_path: Path) -> None:
    evil = "**A** [x](https://a.b) <b> {{ 7 * 7 }} ::: panel"
    content: dict[str, Content] = {"title": {"zh": evil, "en": "x"}, "items": []}
    document = compose(template(tmp_path), briefing(content=content), "zh")
    assert plain(said(document.blocks[0].title, "zh")) == evil  # type: ignore[union-attr]


@pytest.mark.parametrize("expression", ["title ~ '!'", "[title]|join('-')", "title|default('x')"])
def test_no_expression_gives_data_power(tmp_path: Path, expression: str) -> None:
    structure = STRUCTURE.replace("briefing.title", expression.replace("title", "briefing.title"))
    content: dict[str, Content] = {"title": {"zh": "**粗**", "en": "x"}, "items": []}
    title = compose(template(tmp_path, structure), briefing(content=content), "zh").blocks[0].title  # type: ignore[union-attr]
    assert plain(said(title, "zh")).startswith("**粗**")
    assert all(isinstance(inline, Text) for inline in said(title, "zh"))


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "gdp.__class__.__mro__",
        "gdp._fact",
        "briefing.title.upper()",
        "briefing.title.format(1)",
        "say.__globals__",
        "facts._views",
        "briefing|tojson",
        "lipsum()",
        "cycler('a')",
        "self._TemplateReference__context",
    ],
)
def test_the_sandbox_has_no_way_out(tmp_path: Path, expression: str) -> None:
    with pytest.raises(TemplateError):
        compose(template(tmp_path, STRUCTURE + "{{ " + expression + " }}"), briefing(), "zh")


def test_all_faults_of_a_run_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    told = faults(tmp_path, "{{ nothing }}\n{{ briefing.absent }}\n{{ text('gone') }}\n{{ say('no_such', ['gdp']) }}\n")
    assert [line.partition(" ")[0] for line in told] == [f"tiny/report.md.j2:{n}" for n in (1, 2, 3, 4)]
    assert "nothing" in told[0]
    assert "absent" in told[1]


def test_an_unknown_fact_names_itself(tmp_path: Path) -> None:
    content = {"title": {"zh": "数"}, "items": [{"pattern": "amount_change", "facts": ["gpd"]}]}
    assert "there is no fact gpd" in faults(tmp_path, content=content)[0]


def test_a_fact_without_the_side_that_a_phrase_says_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="fact gdp has no change"):
        compose(template(tmp_path), briefing(fact(yoy=None)), "zh")


def test_a_phrase_with_the_wrong_number_of_facts_is_told(tmp_path: Path) -> None:
    content = {"title": {"zh": "数"}, "items": [{"pattern": "amount_change", "facts": ["gdp", "gdp"]}]}
    assert "takes 1 facts, 2 are given" in faults(tmp_path, content=content)[0]


def test_a_fence_that_never_closes_is_told(tmp_path: Path) -> None:
    assert "::: panel is never closed" in faults(tmp_path, "::: panel\n")[0]


def test_a_fault_in_authored_text_names_that_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        compose(template(tmp_path), briefing(texts={"zh": "好\n\n{{ gpd }}"}), "zh")
    assert (caught.value.findings[0].where.file, caught.value.findings[0].where.line) == ("text.zh.md", 5)


def test_broken_syntax_in_authored_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        compose(template(tmp_path), briefing(texts={"zh": "好 {{ gdp"}), "zh")
    assert caught.value.findings[0].where.file == "text.zh.md"


def test_syntax_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        template(tmp_path, "{% if %}", phrases={"zh": "{% macro %}", "en": "{{"})
    assert {finding.where.file for finding in caught.value.findings} == {
        "tiny/report.md.j2",
        "tiny/phrases.zh.j2",
        "tiny/phrases.en.j2",
    }


def test_phrases_must_have_equal_signatures(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="amount_change differs between languages"):
        template(tmp_path, phrases={"zh": PHRASE, "en": PHRASE.replace("(f)", "(f, g)")})


def test_a_language_without_phrases_is_told(tmp_path: Path) -> None:
    made = template(tmp_path, phrases={"zh": PHRASE})
    with pytest.raises(TemplateError, match="has no phrases in en"):
        compose(made, briefing(), "en")


def test_content_is_held_against_the_schema_all_at_once(tmp_path: Path) -> None:
    schema = '{"type": "object", "required": ["title", "year"], "properties": {"items": {"type": "string"}}}'
    made = template(tmp_path, schema=schema)
    found = list(content_faults(made, briefing()))
    assert sorted(finding.where.words for finding in found) == ["", "items"]
    assert all(finding.where.file == "briefing.yaml" for finding in found)


def test_a_loop_without_end_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Range too big"):
        compose(template(tmp_path, "{% for i in range(10000000) %}x{% endfor %}"), briefing(), "zh")


def test_a_mapping_that_a_careless_comma_made_is_told(tmp_path: Path) -> None:
    content = {"title": {"zh": "数", "en": "a", "and b": ""}, "items": []}
    assert "a mapping cannot be printed" in faults(tmp_path, content=content)[0]


def test_a_change_is_shared_only_where_both_facts_have_it(tmp_path: Path) -> None:
    phrases = {"zh": "{% macro pair(g, h) %}[{{ g.change_with(h) }}]{.note}{% endmacro %}"}
    made = template(tmp_path, phrases=phrases)
    content: dict[str, Content] = {"title": {"zh": "数"}, "items": [{"pattern": "pair", "facts": ["a", "b"]}]}
    same = compose(made, briefing(fact("a"), fact("b"), content=content), "zh")
    shown = next(figures(card_of(same.blocks).lines[0].words[0].content))
    assert (shown.text, shown.fact, shown.shared) == ("同比增长3.2%", "a", ("b",))
    with pytest.raises(TemplateError, match="do not share one change"):
        compose(made, briefing(fact("a"), fact("b", yoy="3.3"), content=content), "zh")
