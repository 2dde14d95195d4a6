"""What every box is made with: the theme, its opened faces and the document's languages; words to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document import Wording
from reportgen.themes import Style, Theme
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.boxes import Space
from reportgen.writers.pdf.face import Features
from reportgen.writers.pdf.fonts import Fonts
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import Run, runs_of


@dataclass(frozen=True, slots=True)
class Kit:
    """The theme, its faces, and the languages of the document, the leading one first.

    `worth` is how many points of height a row of cards gives for a point of its figures' size.
    """

    theme: Theme
    fonts: Fonts
    langs: tuple[str, ...]
    worth: float = 9.0

    def style(self, role: str, lang: str, follow: bool = False) -> Style:
        """Return the look of `role` in `lang`, or as the second language of a slot where it is to `follow`.

        A theme may name a role for one language, such as `body.en`.
        """
        return self.theme.style(role, True) if follow else self.theme.style(f"{role}.{lang}")

    def paragraph(
        self,
        wording: Wording,
        role: str,
        *,
        follow: bool = False,
        align: Alignment | None = None,
        features: Features = (),
    ) -> Paragraph:
        """Return `wording` in the look of `role`."""
        style = self.style(role, wording.lang, follow)
        return self.of_runs(runs_of(wording.content, style, wording.lang), style, wording.lang, align, features)

    def of_runs(
        self, runs: Sequence[Run], style: Style, lang: str, align: Alignment | None = None, features: Features = ()
    ) -> Paragraph:
        """Return a paragraph of finished `runs`."""
        return Paragraph(runs, style, self.fonts, self.theme, lang=lang, align=align, features=features)

    @property
    def group(self) -> Space:
        """The white between groups."""
        space = self.theme.grid.group_space
        return Space(space * 0.7, space * 0.95)

    @property
    def row(self) -> Space:
        """The white between the rows of a group."""
        return Space(self.theme.grid.gutter, self.theme.grid.gutter * 1.5)

    def span(self, measure: float, columns: int) -> float:
        """Return the width of `columns` grid columns of a `measure` points wide area, gutters inside included."""
        grid = self.theme.grid
        one = (measure - grid.gutter * (grid.columns - 1)) / grid.columns
        return one * columns + grid.gutter * (columns - 1)


def separator(lang: str) -> str:
    """Return what parts a run-in lead from its text: a full-width space in Chinese, a word space elsewhere."""
    return "\u3000" if lang.partition("-")[0] == "zh" else " "
