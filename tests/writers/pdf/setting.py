"""The faces and looks that the paragraph tests set their lines in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from reportgen.document import Inlines, Text
from reportgen.themes import Style, Theme, load_theme
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import runs_of

ROOMY = 5000.0


@cache
def theme() -> Theme:
    return load_theme("newsprint-red")


@cache
def fonts() -> Fonts:
    return Fonts(theme())


def style(role: str = "body", **tokens: Any) -> Style:
    return replace(theme().style(role), **tokens)


def paragraph(content: str | Inlines, lang: str = "zh", look: Style | None = None, **how: Any) -> Paragraph:
    """A paragraph of plain text or inlines, in the body's look."""
    look = look or style()
    inlines = (Text(content),) if isinstance(content, str) else content
    return Paragraph(runs_of(inlines, look, lang), look, fonts(), theme(), lang=lang, **how)


def lines(content: str | Inlines, width: float, lang: str = "zh", **how: Any) -> list[str]:
    """The text of each line in a measure of `width` points."""
    return [line.text for line in paragraph(content, lang, **how).break_lines(width)]


def ems(content: str, lang: str = "zh") -> float:
    """The natural width of `content` in ems of the body."""
    return paragraph(content, lang).natural_width() / style().size
