"""Cards in, a row of articles out whose lines stand on the same height and whose figures step down together."""

from __future__ import annotations

from reportgen.document import Card, CardLine, Figure, Inline, Inlines, Trend, plain
from reportgen.writers.html.inlines import Pen, kind
from reportgen.writers.html.markup import Html, element, join, text
from reportgen.writers.html.measure import ems
from reportgen.writers.html.rings import graphic

_SPACES = (" ", "\u00a0")
MARKS: dict[Trend, str] = {"up": "▲", "down": "▼", "flat": "▬"}


def panel_row(cards: tuple[Card, ...], pen: Pen) -> Html:
    """Return `cards` side by side; `--ems` is the width of the widest figure, from which the sheet derives a size."""
    lines = max(len(card.lines) for card in cards)
    widest = max((_ems(card, line, pen) for card in cards for line in card.lines if line.role == "value"), default=1)
    style = f"--cards:{len(cards)};--lines:{lines};--ems:{widest:.2f}"
    return element("div", join(_card(card, pen) for card in cards), class_="row", style=style)


def _card(card: Card, pen: Pen) -> Html:
    lines = (element("div", _line(card, line, pen), class_=f"line {line.role}") for line in card.lines)
    return element("article", join(lines), class_=f"card {card.role}".rstrip(), id=card.id)


def _line(card: Card, line: CardLine, pen: Pen) -> Html:
    if line.graphic is not None:
        return graphic(line.graphic, pen)
    mark = None
    if line.trend:
        mark = element("span", text(MARKS[line.trend]), class_=f"mark {line.trend}", aria_hidden="true")
    return pen.words(line.words, _role(card, line.role, pen), "p", mark)


def _role(card: Card, part: str, pen: Pen) -> str:
    """Return the style of a card's `part`: its own role's where the theme has one, else that of every card."""
    own = f"{card.role}.{part}"
    return own if own in pen.theme.styles else f"card.{part}"


def _ems(card: Card, line: CardLine, pen: Pen) -> float:
    """Return how many ems of the number's size the first wording takes; several figures may break onto two lines."""
    small = pen.theme.style(_role(card, "unit", pen)).size / pen.theme.style(_role(card, "value", pen)).size
    content: Inlines = line.words[0].content if line.words else ()
    widths = [_width(inline, small) for inline in content]
    shown = [width for inline, width in zip(content, widths, strict=True) if isinstance(inline, Figure)]
    return max(*shown, sum(widths) * 0.56, 1) if len(shown) > 1 else max(sum(widths), 1)


def _width(inline: Inline, small: float) -> float:
    """Return the ems that must stay on one line; a unit that is a word of its own may go to the next."""
    match inline:
        case Figure():
            widths = [ems(piece.text) * (small if kind(piece) == "unit" else 1) for piece in inline.pieces]
            return max(widths) if inline.pieces and inline.pieces[-1].text.startswith(_SPACES) else sum(widths)
        case _:
            return ems(plain((inline,)))
