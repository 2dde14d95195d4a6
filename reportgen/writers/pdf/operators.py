"""Shapes, images and runs of glyphs to the operators of one page (ISO 32000-1, annex A), no tag and no object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, sin

from reportgen.writers.pdf.embed import EmbeddedFont
from reportgen.writers.pdf.pieces import Run
from reportgen.writers.pdf.syntax import number, numbers

RGB = tuple[float, float, float]

_ARC = 0.5522847498
"""How far a control point stands from its end, in radii, for a quarter circle drawn as one Bézier curve."""


@dataclass(frozen=True, slots=True)
class _State:
    """What the graphics state holds, so that nothing is set twice."""

    fill: RGB = (0.0, 0.0, 0.0)
    stroke: RGB = (0.0, 0.0, 0.0)
    width: float = 1.0
    dash: tuple[float, ...] = ()
    font: tuple[str, float] = ("", 0.0)


class Operators:
    """The operators of a page, in the order of painting."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._state = _State()
        self._saved: list[_State] = []

    def __bool__(self) -> bool:
        return bool(self._written)

    def __str__(self) -> str:
        return "\n".join(self._written)

    def add(self, operator: str) -> None:
        """Append one operator with its operands."""
        self._written.append(operator)

    def save(self) -> None:
        """Push the graphics state."""
        self._saved.append(self._state)
        self.add("q")

    def restore(self) -> None:
        """Pop the graphics state."""
        self._state = self._saved.pop()
        self.add("Q")

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Paint only inside a box until the state is restored."""
        self.add(f"{numbers(x, y, width, height)} re W n")

    def turn(self, x: float, y: float, angle: float) -> None:
        """Move the origin to (`x`, `y`) and turn the axes by `angle` radians until the state is restored."""
        turned = " ".join(f"{value:.5f}" for value in (cos(angle), sin(angle), -sin(angle), cos(angle)))
        self.add(f"{turned} {numbers(x, y)} cm")

    def rect(self, x: float, y: float, width: float, height: float, fill: RGB) -> None:
        """Fill a box."""
        self._fill(fill)
        self.add(f"{numbers(x, y, width, height)} re f")

    def polygon(self, points: Sequence[tuple[float, float]], fill: RGB) -> None:
        """Fill the area that `points` enclose."""
        self._fill(fill)
        self.add(f"{_path(points)} h f")

    def polyline(
        self, points: Sequence[tuple[float, float]], width: float, color: RGB, dash: tuple[float, ...] = ()
    ) -> None:
        """Stroke a line through `points`."""
        self._pen(width, color, dash)
        self.add(f"{_path(points)} S")

    def disc(self, x: float, y: float, radius: float, fill: RGB) -> None:
        """Fill a circle around (`x`, `y`)."""
        self._fill(fill)
        r, c = radius, radius * _ARC
        curves = (
            (x + r, y + c, x + c, y + r, x, y + r),
            (x - c, y + r, x - r, y + c, x - r, y),
            (x - r, y - c, x - c, y - r, x, y - r),
            (x + c, y - r, x + r, y - c, x + r, y),
        )
        self.add(f"{numbers(x + r, y)} m {' '.join(f'{numbers(*curve)} c' for curve in curves)} f")

    def image(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Paint the image resource `name` over a box."""
        self.add(f"q {numbers(width, 0, 0, height, x, y)} cm /{name} Do Q")

    def show(self, x: float, y: float, font: EmbeddedFont, size: float, color: RGB, run: Run, outline: float) -> None:
        """Show glyphs from the baseline point (`x`, `y`); stroked `outline` points wide, or filled."""
        if outline:
            self._pen(outline, color, ())
        else:
            self._fill(color)
        self.add("BT")
        self._font(font.resource, size)
        shown = " ".join([f"{numbers(1, 0, 0, 1, x, y)} Tm", *_Line(font, size).shown(run)])
        self.add(f"1 Tr {shown} 0 Tr" if outline else shown)
        self.add("ET")

    def _fill(self, color: RGB) -> None:
        if color != self._state.fill:
            self._state = replace(self._state, fill=color)
            self.add(f"{numbers(*color)} rg")

    def _pen(self, width: float, color: RGB, dash: tuple[float, ...]) -> None:
        state = self._state
        if color != state.stroke:
            self.add(f"{numbers(*color)} RG")
        if width != state.width:
            self.add(f"{number(width)} w")
        if dash != state.dash:
            self.add(f"[{numbers(*dash)}] 0 d")
        self._state = replace(state, stroke=color, width=width, dash=dash)

    def _font(self, name: str, size: float) -> None:
        if (name, size) != self._state.font:
            self._state = replace(self._state, font=(name, size))
            self.add(f"/{name} {number(size)} Tf")


def _path(points: Sequence[tuple[float, float]]) -> str:
    first, *rest = points
    return " ".join([f"{numbers(*first)} m", *(f"{numbers(*point)} l" for point in rest)])


class _Line:
    """Where the pen should be and where a reader puts it, in 1/1000 em, so that rounding never adds up."""

    def __init__(self, font: EmbeddedFont, size: float) -> None:
        self._font = font
        self._per_point = 1000 / size
        self._meant = 0.0
        self._reached = 0.0

    def shown(self, run: Run) -> Iterator[str]:
        """Yield a TJ operator for each stretch of `run` that stands at one height."""
        start = 0
        for index in range(1, len(run) + 1):
            rise = run[start][0].rise
            if index == len(run) or run[index][0].rise != rise:
                shown = self._stretch(run[start:index])
                yield f"{self._points(rise)} Ts {shown} 0 Ts" if rise else shown
                start = index

    def _points(self, rise: float) -> str:
        return number(rise / self._per_point)

    def _stretch(self, run: Run) -> str:
        parts: list[str] = []
        codes: list[str] = []
        for glyph, extra in run:
            move = round(self._meant + glyph.offset - self._reached)
            if move:
                parts += [f"<{''.join(codes)}>" if codes else "", str(-move)]
                codes = []
            codes.append(f"{self._font.code(glyph):04X}")
            self._reached += move + self._font.face.advance(glyph.gid)
            self._meant += glyph.advance + extra * self._per_point
        return f"[{''.join(parts)}<{''.join(codes)}>] TJ"
