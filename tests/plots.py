"""Charts of every kind, in each language and in both, that the tests of all writers draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.document import Block, Card, CardLine, Chart, ChartKind, Document, Panel, Point, Series, Words
from tests.documents import words

KINDS: tuple[ChartKind, ...] = ("bar", "column", "line", "combination", "ring", "sparkline", "progress")
SMALL: tuple[ChartKind, ...] = ("sparkline", "progress", "ring")
Data = Sequence[str | None]


def in_langs(langs: Sequence[str], zh: str, en: str) -> Words:
    return tuple(wording for lang in langs for wording in words(lang, zh if lang == "zh" else en))


def series(langs: Sequence[str], at: int, data: Data, unit: str = "") -> Series:
    """A series of numbers; in English they are a tenth, as billions are of 亿."""
    points = tuple(
        None
        if datum is None
        else Point(
            value=Decimal(datum),
            label=in_langs(langs, f"{datum}{unit}", f"{datum}{unit}" if unit else f"{Decimal(datum) / 10}"),
        )
        for datum in data
    )
    return Series(name=in_langs(langs, f"第{at}项", f"Item {at}"), points=points, unit=unit)


def plot(kind: ChartKind, *rows: Data, langs: Sequence[str] = ("zh",), unit: str = "", stacked: bool = False) -> Chart:
    """A chart of `rows`; the last of a combination is its line, in percent."""
    every = [series(langs, at, row, unit) for at, row in enumerate(rows, 1)]
    if kind == "combination":
        every[-1] = replace(series(langs, len(rows), rows[-1], "%"), secondary=True)
    return Chart(
        id="plot",
        kind=kind,
        title=in_langs(langs, "图", "Plot"),
        categories=tuple(in_langs(langs, f"第{at}类", f"Kind {at}") for at in range(1, len(rows[0]) + 1)),
        series=tuple(every),
        unit=unit,
        stacked=stacked,
        whole=Decimal(100) if kind in ("ring", "progress") else None,
        alt=in_langs(langs, "图的说明", "What the plot shows"),
    )


def sample(kind: ChartKind, langs: Sequence[str] = ("zh",)) -> Chart:
    """A chart of a kind as it is meant to be used."""
    match kind:
        case "ring":
            return plot(kind, ["53.0", "40.1"], langs=langs, unit="%")
        case "progress":
            return plot(kind, ["71.3"], langs=langs, unit="%")
        case "sparkline":
            return plot(kind, ["3", "5", None, "4", "6"], langs=langs)
        case "combination":
            return plot(kind, ["193.4", "155.4", "262.1"], ["3.0", "-0.4", "2.3"], langs=langs)
        case _:
            return plot(kind, ["10.5", "-4.2", "8.0"], ["7.1", None, "9.9"], langs=langs)


def card(kind: ChartKind, langs: Sequence[str] = ("zh",)) -> Panel:
    """A panel of one card that holds a small chart."""
    label = CardLine(role="label", words=in_langs(langs, "名称", "Name"))
    value = CardLine(role="value", words=in_langs(langs, "71.3%", "71.3%"))
    graphic = CardLine(role="graphic", graphic=sample(kind, langs))
    return Panel(id="panel", cards=(Card(id="card", lines=(label, value, graphic)),), rows=(1,))


def sheet(langs: Sequence[str] = ("zh",)) -> Document:
    """A document of every kind of chart, stacked ones and those in cards too."""
    stacks = tuple(
        replace(plot(kind, ["10", "20"], ["5", "9"], ["7", "8"], ["6", "5"], langs=langs, stacked=True), id=f"s-{kind}")
        for kind in ("bar", "column")
    )
    blocks: tuple[Block, ...] = tuple(replace(sample(kind, langs), id=f"k-{kind}") for kind in KINDS)
    cards = tuple(replace(card(kind, langs), id=f"p-{kind}") for kind in SMALL)
    return Document(
        id="sheet",
        langs=tuple(langs),
        title=in_langs(langs, "图表", "Charts"),
        blocks=(*blocks, *stacks, *cards),
        issued="2023-08-25",
        layout="stacked" if len(langs) > 1 else "single",
    )
