"""Hard data (one, none, equal, negative, vast and many) are drawn by every writer or told, and never a traceback."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from reportgen.document import ChartKind
from reportgen.errors import WriterError
from reportgen.themes import load_theme
from reportgen.transforms import refine
from reportgen.writers import docx, html, pdf
from tests.plots import KINDS, plot, sheet

THEME = load_theme("newsprint-red")
HARD: tuple[list[str | None], ...] = (
    ["7"],
    ["0", "0"],
    [None, None],
    ["-3", "-9"],
    ["1e12", "1e-9"],
    ["3", None, "-4"],
    [str(index) for index in range(40)],
)
SHARES: tuple[ChartKind, ...] = ("ring", "progress")


@pytest.mark.parametrize("writer", [pdf, docx, html], ids=lambda writer: writer.__name__.rpartition(".")[2])
@pytest.mark.parametrize("kind", KINDS)
def test_hard_data_are_drawn_or_told(writer: ModuleType, kind: ChartKind) -> None:
    for data in HARD:
        rows = (data, [None] * len(data)) if kind in ("bar", "column", "line", "combination") else (data,)
        chart = plot(kind, *rows, langs=("zh", "en"), stacked=kind == "bar")
        document = refine(replace(sheet(("zh", "en")), blocks=(chart,)))
        given = [float(datum) for datum in data if datum is not None]
        if kind in SHARES and (min(given, default=0) < 0 or sum(given) > 100.1):
            with pytest.raises(WriterError, match=r"loss|make"):
                writer.write(document, THEME)
        else:
            assert writer.write(document, THEME)
