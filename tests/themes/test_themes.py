"""Every theme of the package can be read in print: by contrast, in grey, and with every role that blocks ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import UsageError
from reportgen.templating.reader import PARAGRAPH_ROLES
from reportgen.themes import Theme, load_theme, theme_names

THEMES = theme_names()
LARGE = 18.0
"""Points from which letters count as large (WCAG 2.2, 1.4.3); bold ones from 14."""
AA, AA_LARGE, AAA, AAA_LARGE = 4.5, 3.0, 7.0, 4.5
STRICT = "high-contrast"
DECORATION = {"masthead.year"}
"""Roles that say nothing that other words do not say."""


def luminance(theme: Theme, name: str) -> float:
    channels = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in theme.color(name)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(theme: Theme, one: str, other: str) -> float:
    high, low = sorted((luminance(theme, one), luminance(theme, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grounds(role: str, color: str) -> tuple[str, ...]:
    """The colours that words of a role stand on."""
    if color.startswith("on_accent"):
        return ("accent",)
    return ("paper", "tint") if role.startswith("feature.") else ("paper",)


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_their_ground(name: str) -> None:
    theme = load_theme(name)
    large, small = (AAA_LARGE, AAA) if name == STRICT else (AA_LARGE, AA)
    for role, style in [*theme.styles.items(), *theme.following.items()]:
        heavy = style.weight in ("bold", "black")
        least = large if style.size >= LARGE or (heavy and style.size >= LARGE - 4) else small
        for ground in grounds(role, style.color):
            if role not in DECORATION:
                assert contrast(theme, style.color, ground) >= least, (role, style.color, ground)


@pytest.mark.parametrize("name", THEMES)
def test_marks_of_direction_stand_out_from_paper(name: str) -> None:
    theme = load_theme(name)
    for mark in ("rise", "fall", "flat"):
        assert contrast(theme, mark, "paper") >= AA


@pytest.mark.parametrize("name", THEMES)
def test_bars_and_the_one_that_stands_out_differ_in_grey(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme, "accent", "bar") >= 1.5
    assert contrast(theme, "bar", "paper") >= 1.5


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_names_every_role_that_paragraphs_and_titles_have(name: str) -> None:
    theme = load_theme(name)
    assert {"title", "contents.title", *PARAGRAPH_ROLES} <= theme.styles.keys()
    assert theme.names.keys() == {"zh", "zh-Hant", "en"}


@pytest.mark.parametrize("name", THEMES)
def test_every_role_of_one_theme_is_a_role_of_all(name: str) -> None:
    def roles(theme: Theme) -> set[str]:
        plain = {role.removesuffix(".en").removesuffix(".4") for role in theme.styles}
        # Charts and headings look as the role above them where a theme does not part them further.
        return {role for role in plain if not role.startswith(("chart.", "heading"))}

    assert roles(load_theme(name)) == roles(load_theme("newsprint-red"))


def test_official_pages_hold_22_lines_of_28_characters() -> None:
    theme = load_theme("official")
    body = theme.style("body")
    high = theme.page.height - theme.page.top - theme.page.bottom
    assert int(high / body.leading + 0.001) == 22
    assert int(theme.page.measure / (body.size * (1 + body.tracking)) + 0.001) == 28


@pytest.mark.parametrize(
    ("folio", "told"),
    [
        ('form = "page"', "folio.form is “page”; it must hold {page}"),
        ("outer = 1", "folio.outer is 1; write true or false"),
        ('place = "left"', "folio: unknown token “place”; use form, outer, ruled"),
    ],
)
def test_a_fault_of_the_page_number_is_told(folio: str, told: str, tmp_path: Path) -> None:
    source = (Path(load_theme.__globals__["FOLDER"]) / "newsprint-red.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(f"{source}\n[folio]\n{folio}\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        load_theme("mine.toml", tmp_path)
    assert [finding.message for finding in caught.value.findings] == [told]
