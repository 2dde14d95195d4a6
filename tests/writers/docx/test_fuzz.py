"""Whatever the blocks say, and however little, the file is sound: no document of the model breaks the writer."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.document import (
    Block,
    Callout,
    Card,
    CardLine,
    Cell,
    Chart,
    Columns,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Keyword,
    Keywords,
    LineBreak,
    Link,
    List,
    Masthead,
    Note,
    PageBreak,
    Panel,
    Paragraph,
    Picture,
    Piece,
    Point,
    Series,
    Strong,
    Table,
    Text,
    Wording,
    Words,
)
from reportgen.writers.docx import write
from tests.writers.docx.lint import lint
from tests.writers.docx.samples import THEME, png, zh

# What XML can hold; the rest is a fault that other tests ask for.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
TEXT = st.text(LETTERS, max_size=12) | st.sampled_from(["数读“上半年”", "up 3.2 percent", "<&>\"'", ""])
IDS = st.sampled_from(["", "a", "b-c", "很长的名字" * 9])
PIECES = st.lists(st.builds(Piece, st.sampled_from(["qualifier", "number", "unit", "word"]), TEXT), max_size=3).map(
    tuple
)
PLAIN = st.builds(Text, TEXT, st.sampled_from(["", "en", "zh-Hant", "fr"]))
FIGURE = st.builds(Figure, TEXT, st.sampled_from(["value", "change"]), PIECES)


def content(*more: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.one_of(PLAIN, FIGURE, *more), max_size=3).map(tuple)


def inner(kind: type) -> st.SearchStrategy[object]:
    return st.builds(kind, content())


RICH = content(
    inner(Strong),
    inner(Emphasis),
    st.builds(Link, content(), st.sampled_from(["https://example.org/?a=1&b", "mailto:a@example.org"])),
    st.builds(Note, content(), st.sampled_from(["", "1", "*"])),
    st.just(LineBreak()),
)


def words(said: st.SearchStrategy[tuple[object, ...]] = RICH) -> st.SearchStrategy[Words]:
    pair = st.tuples(st.builds(Wording, st.just("zh"), said), st.builds(Wording, st.just("en"), said))
    return pair | pair.map(lambda both: both[:1]) | pair.map(lambda both: both[1:]) | st.just(())


def some(items: st.SearchStrategy[object], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


LINES = st.builds(
    CardLine,
    role=st.sampled_from(["label", "value", "change", "tag", "note"]),
    words=words(),
    trend=st.sampled_from(["", "up", "down", "flat"]),
)
CARDS = st.builds(Card, id=IDS, role=st.sampled_from(["", "feature", "odd"]), lines=some(LINES))
POINTS = st.none() | st.builds(Point, value=st.decimals(-9999, 9999, places=2).map(Decimal), label=words(content()))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 4))
    series = draw(some(st.builds(Series, name=words(content()), points=some(POINTS, count, count)), 1, 2))
    return Chart(
        kind=draw(st.sampled_from(["bar", "column", "line"])),
        title=draw(words()),
        categories=draw(some(words(content()), count, count)),  # type: ignore[arg-type]
        series=series,  # type: ignore[arg-type]
        unit=draw(TEXT),
        highlight=draw(st.none() | st.integers(0, count - 1)),
        id="chart",
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = some(st.builds(Cell, words=words(), header=st.booleans()), columns, columns)
    return Table(caption=draw(words()), head=draw(some(row, 0, 1)), body=draw(some(row)), id="t")  # type: ignore[arg-type]


SIMPLE = st.one_of(
    st.builds(Heading, id=IDS, level=st.integers(1, 9), words=words()),
    st.builds(Paragraph, id=IDS, words=words(), lead=words(content()), role=st.sampled_from(["", "note", "odd.role"])),
    st.builds(Panel, id=IDS, cards=some(CARDS, 0, 5), title=words()),
    CARDS,
    st.builds(Keywords, items=some(st.builds(Keyword, lead=words(), main=words())), title=words()),
    st.builds(Masthead, title=words(), kicker=words(), subtitle=words(), year=TEXT),
    st.builds(Contents, title=words()),
    st.just(PageBreak()),
    st.just(Picture(id="p", data=png(3, 2), media_type="image/png", width=3, height=2)),
    charts(),
    tables(),
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    SIMPLE,
    lambda blocks: st.one_of(
        st.builds(List, items=some(some(blocks)), ordered=st.booleans()),
        st.builds(Callout, label=words(), children=some(blocks)),
        st.builds(Columns, columns=some(some(blocks))),
    ),
    max_leaves=5,
)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(some(BLOCKS, 0, 4))
def test_any_document_is_sound(blocks: tuple[Block, ...]) -> None:
    page = Document(id="any", langs=("zh", "en"), title=zh("任意"), blocks=blocks, issued="2023-08-25")
    assert lint(write(page, THEME)) == []
