"""A canvas that draws nothing and remembers the shapes it was asked for, for tests of geometry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportgen.writers.pdf.structure import Element


class Recorder:
    """Stands where a canvas is expected."""

    def __init__(self) -> None:
        self.rects: list[tuple[float, float, float, float, Any]] = []
        self.lines: list[tuple[float, float, float, float]] = []
        self.polylines: list[list[tuple[float, float]]] = []
        self.polygons: list[Sequence[tuple[float, float]]] = []
        self.discs: list[tuple[float, float, float]] = []
        self.shown: list[tuple[float, float, Any]] = []
        self.lang = "zh"

    @contextmanager
    def element(self, kind: str, **_: Any) -> Iterator[Element]:
        yield Element(kind, None, "zh")

    @contextmanager
    def reopen(self, element: Element) -> Iterator[Element]:
        yield element

    @contextmanager
    def marked(self) -> Iterator[None]:
        yield

    @contextmanager
    def artifact(self, *_: str) -> Iterator[None]:
        yield

    def rect(self, x: float, y: float, width: float, height: float, fill: Any) -> None:
        self.rects.append((x, y, width, height, fill))

    def line(self, x1: float, y1: float, x2: float, y2: float, *_: Any) -> None:
        self.lines.append((x1, y1, x2, y2))

    def polyline(self, points: Any, *_: Any) -> None:
        self.polylines.append(list(points))

    def polygon(self, points: Any, *_: Any) -> None:
        self.polygons.append(points)

    def disc(self, x: float, y: float, radius: float, *_: Any) -> None:
        self.discs.append((x, y, radius))

    def show(self, x: float, y: float, *_: Any, **__: Any) -> None:
        self.shown.append((x, y, _[-1]))

    def __getattr__(self, name: str) -> Any:
        def silent(*_: Any, **__: Any) -> float:
            return 0.0

        return silent
