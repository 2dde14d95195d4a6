"""Words to boxes: paragraphs that split between pages, and sayings with their languages beside or below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document import Figure, Inlines, Wording, Words, figures, plain
from reportgen.themes.theme import Alignment
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Space, Tag, opened
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.classes import writes_han
from reportgen.writers.pdf.face import Features
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import Run

WIDOW = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


NARROW = 24.0
"""Ems under which a measure is narrow for Han text."""
LOOSEST = 3.2
"""How far, as a multiple of its stretch, a line may be stretched in a narrow measure."""
MOST_BALANCED = 4
"""Lines up to which a saying's lines are made alike in length."""
LOOSE = 0.8
"""Ems that are given back to the lines then."""
STEPS = 12
"""Widths that are tried for that."""


class TextBox(Box):
    """Lines `first` to `last` of a paragraph, in the structure element that all its parts share."""

    def __init__(self, kit: Kit, paragraph: Paragraph, tag: Tag | None, first: int = 0, last: int = -1) -> None:
        self.kit, self.paragraph, self.tag = kit, paragraph, tag
        self.first, self.last = first, last
        self.runs = paragraph.runs
        self.style = paragraph.style
        self._ragged: Paragraph | None = None
        self.before = Space(self.style.before if first == 0 else 0.0)
        self.after = Space(self.style.after)

    def at(self, width: float) -> Paragraph:
        """Return the paragraph as it is set at `width`: ragged where justified lines would be full of holes."""
        lines = self.paragraph.break_lines(width)
        if width >= NARROW * self.style.size or all(line.ratio <= LOOSEST for line in lines):
            return self.paragraph
        if self._ragged is None:
            self._ragged = self.kit.of_runs(self.paragraph.runs, self.style, self.paragraph.lang, "start")
        return self._ragged

    def _last(self, width: float) -> int:
        return len(self.at(width).break_lines(width)) if self.last < 0 else self.last

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the lines' leading."""
        return (self._last(width) - self.first) * self.style.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the lines."""
        with opened(canvas, self.tag):
            self.at(width).draw(canvas, x, top, width, self.first, self._last(width), tag="")

    def least(self, width: float) -> float:
        """Return the height of the lines that stay together."""
        lines = self._last(width) - self.first
        return (lines if lines < 2 * WIDOW else WIDOW) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split between lines, leaving no single line behind or ahead (CLREQ 3.1, widows and orphans)."""
        lines = self._last(width) - self.first
        fits = min(int((room + SLACK) / self.style.leading), lines - WIDOW)
        if fits < WIDOW:
            return None, self
        cut = self.first + fits
        return self._part(width, self.first, cut), self._part(width, cut, self._last(width))

    def _part(self, width: float, first: int, last: int) -> TextBox:
        part = TextBox(self.kit, self.paragraph, self.tag, first, last)
        owners = {owner for line in self.at(width).break_lines(width)[first:last] for owner in line.owners}
        part.runs = tuple(run for owner, run in enumerate(self.paragraph.runs) if owner in owners)
        return part

    def mentions(self) -> Iterator[Mention]:
        """Yield the notes whose numbers stand in these lines."""
        return mentioned(self.runs)


class Line(Box):
    """A short box with a first baseline, so that neighbours can stand on one line."""

    def sayings(self, width: float) -> Iterator[tuple[Saying, float]]:  # noqa: ARG002
        """Yield the sayings inside that may choose a place for their languages, with the width each has."""
        yield from ()

    def baseline(self, width: float) -> float:
        """Return the points from the top to the first baseline."""
        raise NotImplementedError

    def natural_width(self) -> float:
        """Return the width on one line."""
        raise NotImplementedError


class Saying(Line):
    """Words in each language inside one `tag`: `beside` each other on one baseline where they fit, else below.

    The first language leads, unless all are to `follow` one that stands elsewhere.
    """

    def __init__(
        self,
        kit: Kit,
        words: Words,
        role: str,
        *,
        tag: str = "P",
        beside: bool = True,
        align: Alignment | None = None,
        features: Features = (),
        follow: bool = False,
    ) -> None:
        self.kit, self.tag, self.beside = kit, tag, beside
        said = [wording for wording in words if wording.content]
        self.lang = said[0].lang if said else ""
        self.paragraphs = tuple(
            kit.paragraph(wording, role, follow=follow or index > 0, align=align, features=features)
            for index, wording in enumerate(said)
        )
        self._widths: tuple[float, ...] | None = None
        style = kit.style(role, self.lang)
        self.space = style.size * 0.7
        self.before, self.after = Space(style.before), Space(style.after)

    def natural_width(self) -> float:
        """Return the width with all languages beside each other."""
        return sum(self.widths) + self.space * max(len(self.widths) - 1, 0)

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of each language on one line, measured once."""
        if self._widths is None:
            self._widths = tuple(paragraph.natural_width() for paragraph in self.paragraphs)
        return self._widths

    @property
    def widest(self) -> float:
        """The width of the widest language on one line."""
        return max(self.widths, default=0.0)

    def sayings(self, width: float) -> Iterator[tuple[Saying, float]]:
        """Yield this saying."""
        yield self, width

    def mentions(self) -> Iterator[Mention]:
        """Yield the notes whose numbers stand in the words."""
        for paragraph in self.paragraphs:
            yield from mentioned(paragraph.runs)

    def is_beside(self, width: float) -> bool:
        """Tell whether the languages share a line at `width`."""
        return self.beside and len(self.paragraphs) > 1 and self.natural_width() <= width + SLACK

    def baseline(self, width: float) -> float:  # noqa: ARG002
        """Return the first baseline of the leading language."""
        return self.paragraphs[0].first_baseline() if self.paragraphs else 0.0

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height of the lines."""
        if self.is_beside(width):
            return self.paragraphs[0].height(width)
        return sum(paragraph.height(width) for paragraph in self.paragraphs)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw every language, the others in spans of their own."""
        if not self.paragraphs:
            return
        with canvas.element(self.tag, lang=self.lang):
            self.draw_lines(canvas, x, top, width)

    def set_width(self, width: float) -> float:
        """Return the width of the longest line as it is drawn at `width`."""
        if self.is_beside(width):
            return self.natural_width()
        pairs = zip(self.paragraphs, self.widths, strict=True)
        drawn = ((paragraph, balanced(paragraph, natural, width)) for paragraph, natural in pairs)
        lines = (line.width for paragraph, own in drawn for line in paragraph.break_lines(own))
        return max(lines, default=0.0)

    def draw_lines(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines inside the element that is open."""
        beside = self.is_beside(width)
        for index, paragraph in enumerate(self.paragraphs):
            drop = self.paragraphs[0].first_baseline() - paragraph.first_baseline() if beside else 0.0
            room = self.widths[index] + SLACK if beside else balanced(paragraph, self.widths[index], width)
            paragraph.draw(canvas, x, top - drop, room, tag="Span" if index else "")
            if beside:
                x += room + self.space
            else:
                top -= paragraph.height(width)


class Lines(Line):
    """Lines below each other that stand in a row as one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)

    def sayings(self, width: float) -> Iterator[tuple[Saying, float]]:
        """Yield those of every line."""
        for line in self.lines:
            yield from line.sayings(width)

    def natural_width(self) -> float:
        """Return the widest line's width."""
        return max(line.natural_width() for line in self.lines)

    def baseline(self, width: float) -> float:
        """Return the first line's baseline."""
        return self.lines[0].baseline(width)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the lines' heights."""
        return sum(line.height(width, air) for line in self.lines)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the lines downwards."""
        for line in self.lines:
            line.draw(canvas, x, top, width, air)
            top -= line.height(width, air)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of every line."""
        for line in self.lines:
            yield from line.mentions()


def text_boxes(kit: Kit, words: Words, role: str, *, tag: str = "P") -> list[Box]:
    """Return one splittable paragraph for each language, the second close under the first."""
    boxes: list[Box] = []
    for index, wording in enumerate(words):
        if wording.content:
            paragraph = kit.paragraph(wording, role, follow=index > 0)
            boxes.append(TextBox(kit, paragraph, Tag(tag, lang=wording.lang)))
    return boxes


def balanced(paragraph: Paragraph, natural: float, width: float) -> float:
    """Return the narrowest width at which words break into as many lines as at `width`, so that none is lonely."""
    lines = len(paragraph.break_lines(width))
    if lines < 2 or lines > MOST_BALANCED or paragraph.align != "start" or writes_han(paragraph.lang):
        return width
    narrow, loose = natural / lines, paragraph.style.size * LOOSE
    for step in range(STEPS):
        tried = narrow + (width - narrow) * step / STEPS
        if len(paragraph.break_lines(tried)) == lines and not _is_broken(paragraph, tried):
            # A little more, so that words are not set close to keep within a measure that nobody sees.
            return min(tried + loose, width)
    return width


def _is_broken(paragraph: Paragraph, width: float) -> bool:
    """Tell whether a word is hyphenated at `width`."""
    return any(line.text.rstrip().endswith(("-", "\u00ad")) for line in paragraph.break_lines(width)[:-1])


def mentioned(runs: Sequence[Run]) -> Iterator[Mention]:
    """Yield the notes whose raised numbers are among `runs`."""
    return ((run.lang, run.text) for run in runs if run.rise)


def once(words: Words) -> Words:
    """Return `words` without the languages that say only what another says already, such as 5.2% or 40 for 40家."""
    seen: list[tuple[str, ...]] = []
    kept: list[Wording] = []
    for wording in words:
        known = _said(wording.content)
        if not any(known == other or (len(known) == 1 and known == other[:1]) for other in seen):
            seen.append(known)
            kept.append(wording)
    return tuple(kept)


def _said(content: Inlines) -> tuple[str, ...]:
    """Return the numbers and units of bare figures, or the whole text where words stand around them."""
    between = plain(tuple(inline for inline in content if not isinstance(inline, Figure)))
    shown = list(figures(content))
    if not shown or sum(char.isalnum() for char in between) > len(shown):
        # Fewer letters than figures are a conjunction between them, as in “5.2%, 7.5% and 10.8%”.
        return (plain(content).strip(),)
    return tuple(piece.text.strip() for figure in shown for piece in figure.pieces)
