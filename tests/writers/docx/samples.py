"""The documents that the Word tests write: the panel page in each language, and a long report of all blocks."""

from __future__ import annotations

import struct
import zlib
from decimal import Decimal

from reportgen.document import (
    Block,
    Callout,
    Cell,
    Chart,
    Columns,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Point,
    Reference,
    Series,
    Strong,
    Table,
    Text,
    Wording,
    Words,
)
from reportgen.themes import load_theme
from reportgen.transforms import refine
from tests.documents import bilingual_document, panel_document, value

THEME = load_theme("newsprint-red")


def png(width: int, height: int) -> bytes:
    """A plain red picture."""
    rows = b"".join(b"\0" + b"\xc0\x18\x2b" * width for _ in range(height))
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def zh(*content: str | Inline) -> Words:
    return _words("zh", *content)


def en(*content: str | Inline) -> Words:
    return _words("en", *content)


def both(chinese: str, english: str) -> Words:
    return zh(chinese) + en(english)


def document(*blocks: Block, langs: tuple[str, ...] = ("zh",)) -> Document:
    """A document of `blocks` and nothing else."""
    return Document(id="sample", langs=langs, title=zh("样张"), blocks=blocks, issued="2023-08-25")


def samples() -> dict[str, Document]:
    """Every sample by its name, refined as documents are before they are written."""
    pages = {"zh": panel_document("zh"), "en": panel_document("en"), "zh+en": bilingual_document(), "long": report()}
    return {name: refine(page) for name, page in pages.items()}


def report() -> Document:
    """A bilingual report of some pages."""
    blocks = (*_prose(), *_lists(), _table(), _picture(), *_charts(), PageBreak(), *_last())
    return Document(
        id="report",
        langs=("zh", "en"),
        title=both("上半年经济运行报告", "Report on the First Half"),
        blocks=blocks,
        issued="2023-08-25",
        layout="stacked",
        author=both("渝中区", "Yuzhong District"),
        footer=both("数据来源：渝中区统计局", "Source: Yuzhong District Bureau of Statistics"),
    )


def _words(lang: str, *content: str | Inline) -> Words:
    return (Wording(lang, tuple(Text(item) if isinstance(item, str) else item for item in content)),)


def _prose() -> tuple[Block, ...]:
    site = Link((Text("统计局网站"),), "https://example.org/?a=1&b=2")
    chinese = zh(
        "上半年，GDP达到",
        value("gdp", "765.9", "亿元"),
        "，“稳”字当头",
        Note((Text("按不变价格计算。"),), "1"),
        "，见",
        Reference("indicators", "表1"),
        "。",
        Emphasis((Text("着重"),)),
        "与",
        Strong((Text("加重"),)),
        LineBreak(),
        "详见",
        site,
        "。",
    )
    english = en(
        "GDP came to ",
        value("gdp", "76.59", " billion yuan"),
        " in the “first half”",
        Note((Text("At constant prices."),), "1"),
        ", ",
        Emphasis((Text("stressed"),)),
        ".",
    )
    return (
        Heading(id="overall", level=1, number="一", words=both("总体运行稳中向好", "Overall performance")),
        Contents(id="contents", title=both("目录", "Contents")),
        Paragraph(id="summary", lead=both("总体看", "Overall"), words=chinese + english),
        Heading(id="industry", level=2, words=both("分行业情况", "By industry")),
    )


def _lists() -> tuple[Block, ...]:
    inner = List(
        items=(
            (Paragraph(words=both("限上零售", "Above designated size")),),
            (Paragraph(words=both("网上零售", "Online")),),
        )
    )
    first = List(
        id="steps",
        ordered=True,
        items=(
            (Paragraph(words=both("批发业稳步增长", "Wholesale grew")), Paragraph(words=both("其中", "Of which"))),
            (Paragraph(words=both("零售业回升", "Retail recovered")), inner),
        ),
    )
    return first, List(id="anew", ordered=True, items=((Paragraph(words=both("另起", "Numbered anew")),),))


def _table() -> Table:
    head = (
        (
            Cell(words=both("指标", "Indicator"), rowspan=2, header=True),
            Cell(words=both("数值与增速", "Value and growth"), colspan=2, header=True),
        ),
        (Cell(words=both("数值", "Value"), header=True), Cell(words=both("同比", "Year on year"), header=True)),
    )
    body = tuple(
        (
            Cell(words=both(f"指标{number}", f"Indicator {number}"), header=True),
            Cell(words=zh(f"{number}.5")),
            Cell(words=zh(f"{number % 7}.2%")),
        )
        for number in range(1, 46)
    )
    caption = both("表1　主要指标", "Table 1 Main indicators")
    return Table(
        id="indicators", caption=caption, head=head, body=body, align=("start", "end", "end"), widths=(3, 1, 1)
    )


def _picture() -> Picture:
    return Picture(
        id="night",
        data=png(600, 240),
        media_type="image/png",
        width=600,
        height=240,
        alt=both("夜景", "Night view"),
        caption=both("解放碑夜景", "Jiefangbei at night"),
        credit=both("摄影：张三", "Photo by Zhang San"),
    )


def point(number: str, label: Words = ()) -> Point:
    return Point(value=Decimal(number), label=label)


def _charts() -> tuple[Block, ...]:
    quarters = Chart(
        id="quarters",
        kind="column",
        title=both("两年对比", "Two years"),
        categories=(both("一季度", "Q1"), both("二季度", "Q2"), both("三季度", "Q3")),
        series=(
            Series(name=zh("2022年"), points=(point("3.1"), point("-1.3"), point("4.0"))),
            Series(name=zh("2023年"), points=(point("5.2", both("超5.2%", "over 5.2%")), None, point("6.0"))),
        ),
        unit="%",
        alt=both("柱形图", "Column chart"),
        note=both("注：季度数据", "Note: quarterly"),
    )
    months = Chart(
        id="months",
        kind="line",
        title=both("走势", "Trend"),
        categories=tuple(zh(f"{month}月") for month in range(1, 5)),
        series=(Series(name=zh("增速"), points=tuple(map(point, ("3.1", "3.5", "4.0", "3.8")))),),
        highlight=3,
        alt=both("折线图", "Line chart"),
    )
    return quarters, months


def _last() -> tuple[Block, ...]:
    return (
        Heading(id="tasks", level=1, number="二", words=both("下半年工作", "The second half")),
        Columns(
            columns=((Paragraph(words=zh("左栏文字。" * 40)),), (Paragraph(words=en("Right column text. " * 30)),))
        ),
        Callout(id="hint", label=both("提示", "Note"), children=(Paragraph(words=both("要点一", "Point one")),)),
    )
