"""A card's lines to boxes with a baseline: labels, large values, changes with their mark, tags on a plate, notes."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import CardLine
from reportgen.document.inlines import Trend
from reportgen.writers.pdf.boxes import SLACK, Mention
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.text import Line, Saying, once
from reportgen.writers.pdf.values import SMALLEST, Value

TREND_COLORS = {"up": "rise", "down": "fall", "flat": "flat"}


class ValueLine(Line):
    """The large figure, with the second language's figure beside it where every card of the row has the room."""

    def __init__(self, kit: Kit, line: CardLine, look: str, count: int) -> None:
        self.kit = kit
        # A theme may set figures smaller where many stand in a row: card.value.4.
        role, unit_role = f"{look}.value.{count}", f"{look}.unit.{count}"
        said = [wording for wording in once(line.words) if wording.content]
        self.lang = said[0].lang if said else ""
        self.value = Value(kit, said[0], role, unit_role) if said else None
        self.style = kit.theme.style(role)
        self.follow = Saying(kit, tuple(said[1:]), f"{look}.value", tag="Span", beside=False, follow=True)
        self.factor, self.beside = 1.0, False
        self._wrapped: dict[float, Paragraph] = {}

    @property
    def space(self) -> float:
        """The white between the figure and its second language."""
        return self.kit.theme.grid.gutter

    def natural_width(self) -> float:
        """Return the width with the second language beside."""
        width = self.value.width(self.factor) if self.value else 0.0
        follow = self.follow.natural_width()
        return width + (self.space + follow if follow else 0.0)

    def wraps(self, width: float) -> bool:
        """Tell whether the figure is so long that it is set as lines of text."""
        return self.value is not None and self.value.factor(width) < SMALLEST

    def _lines(self, width: float) -> Paragraph | None:
        """Return the figure as lines of text where it is so long, made once for a width."""
        if self.value is None or not self.wraps(width):
            return None
        if width not in self._wrapped:
            self._wrapped[width] = self.value.wrapped(width)
        return self._wrapped[width]

    def baseline(self, width: float) -> float:
        """Return the figure's baseline: its digits stand in the middle of the leading."""
        if (lines := self._lines(width)) is not None:
            return lines.first_baseline()
        capital = self.kit.fonts.latin(self.style).cap_height * self.style.size / 1000
        return (self.style.leading + float(capital)) / 2 * self.factor

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the height of the figure and of what stands under it."""
        lines = self._lines(width)
        own = lines.height(width) if lines else self.style.leading * self.factor
        return own + (0.0 if self.beside else self.follow.height(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the figure on its baseline, then the second language."""
        if self.value is None:
            return
        with canvas.element("P", lang=self.lang):
            baseline = top - self.baseline(width)
            if (lines := self._lines(width)) is not None:
                lines.draw(canvas, x, top, width, tag="")
            else:
                self.value.draw(canvas, x, baseline, self.factor)
            self._draw_follow(canvas, x, top, width, baseline)

    def _draw_follow(self, canvas: TaggedCanvas, x: float, top: float, width: float, baseline: float) -> None:
        if self.beside and self.value is not None:
            shift = self.value.width(self.factor) + self.space
            self.follow.draw(canvas, x + shift, baseline + self.follow.baseline(width), width - shift + SLACK)
        else:
            self.follow.draw(canvas, x, top - self.height(width) + self.follow.height(width), width)


class MarkedLine(Line):
    """A change with its direction drawn before it: ▲ ▼ ▬ by shape as well as by colour."""

    def __init__(self, kit: Kit, line: CardLine, role: str) -> None:
        self.kit, self.trend = kit, line.trend
        self.saying = Saying(kit, line.words, role)
        self.style = kit.theme.style(role)

    @property
    def indent(self) -> float:
        """The width of the mark and the white after it."""
        return self.style.size * 1.15 if self.trend else 0.0

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the words."""
        return self.saying.mentions()

    def sayings(self, width: float) -> Iterator[tuple[Saying, float]]:
        """Yield the words."""
        yield self.saying, width - self.indent

    def natural_width(self) -> float:
        """Return the width of mark and words."""
        return self.indent + self.saying.natural_width()

    def baseline(self, width: float) -> float:
        """Return the words' baseline."""
        return self.saying.baseline(width - self.indent)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the words' height."""
        return self.saying.height(width - self.indent, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the mark as an artifact, since the words say the direction, and the words after it."""
        if self.trend:
            draw_trend(canvas, self.kit, self.trend, x, top - self.baseline(width), self.style.size)
        self.saying.draw(canvas, x + self.indent, top, width - self.indent, air)


def draw_trend(canvas: TaggedCanvas, kit: Kit, trend: Trend, x: float, baseline: float, size: float) -> None:
    """Draw a direction mark that stands on `baseline`, as high as a capital of `size` points."""
    color = kit.theme.color(TREND_COLORS[trend])
    side, foot = size * 0.78, baseline + size * 0.02
    high = foot + side * 0.86
    with canvas.artifact():
        if trend == "flat":
            canvas.rect(x, foot + side * 0.28, side, side * 0.28, color)
        elif trend == "up":
            canvas.polygon(((x, foot), (x + side, foot), (x + side / 2, high)), color)
        else:
            canvas.polygon(((x, high), (x + side, high), (x + side / 2, foot)), color)


class Plate(Line):
    """A tag on a plate of the accent colour; a second language that has no room on it stands under it."""

    def __init__(self, kit: Kit, line: CardLine, role: str, under_role: str) -> None:
        self.kit = kit
        self.both = Saying(kit, line.words, role)
        self.first = Saying(kit, line.words[:1], role, tag="Span")
        self.under = Saying(kit, line.words[1:], under_role, tag="Span", follow=True)
        self.pad = kit.theme.style(role).size * 0.6
        self.lift = self.pad * 0.4

    def mentions(self) -> Iterator[Mention]:
        """Yield those of the words."""
        return self.both.mentions()

    def _is_whole(self, width: float) -> bool:
        """Tell whether one plate holds every language on a line."""
        return not self.under.paragraphs or self.both.natural_width() <= self._inside(width)

    def _plated(self, width: float) -> Saying:
        return self.both if self._is_whole(width) else self.first

    def _inside(self, width: float) -> float:
        return width - 2 * self.pad

    def natural_width(self) -> float:
        """Return the plate's width on one line."""
        return self.both.natural_width() + 2 * self.pad

    def baseline(self, width: float) -> float:
        """Return the words' baseline."""
        return self.lift + self.both.baseline(self._inside(width))

    def _high(self, width: float) -> float:
        return self._plated(width).height(self._inside(width)) + 2 * self.lift

    def height(self, width: float, air: float = 0.0) -> float:  # noqa: ARG002
        """Return the plate's height, and the height of what stands under it."""
        under = 0.0 if self._is_whole(width) else self.under.height(width)
        return self._high(width) + self.lift + under

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:  # noqa: ARG002
        """Draw the plate, as wide as its words, the words on it, then those under it."""
        plated, high = self._plated(width), self._high(width)
        wide = min(plated.set_width(self._inside(width) + SLACK), self._inside(width)) + 2 * self.pad
        with canvas.artifact():
            canvas.rect(x, top - high, wide, high, self.kit.theme.color("accent"))
        with canvas.element("P", lang=self.both.lang):
            plated.draw_lines(canvas, x + self.pad, top - self.lift, self._inside(width) + SLACK)
            if not self._is_whole(width):
                self.under.draw(canvas, x, top - high - self.lift, width)
