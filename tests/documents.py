"""Small documents that the tests write, and the newspaper panel in each language, built by hand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from reportgen.document import (
    Block,
    Callout,
    Card,
    CardLine,
    CardRole,
    Chart,
    Columns,
    Document,
    Figure,
    Inline,
    Keyword,
    Keywords,
    Masthead,
    Panel,
    Paragraph,
    Piece,
    Point,
    Series,
    Side,
    Text,
    Trend,
    Wording,
    Words,
)


def value(fact: str, number: str, unit: str = "", qualifier: str = "") -> Figure:
    """A figure's value side from its printed parts."""
    pieces = (("qualifier", qualifier), ("number", number), ("unit", unit))
    return Figure(fact, "value", tuple(Piece(kind, text) for kind, text in pieces if text))  # type: ignore[arg-type]


def change(fact: str, before: str, number: str, after: str, trend: Trend = "up", side: Side = "change") -> Figure:
    """A figure's change side from its printed parts."""
    pieces = (Piece("word", before), Piece("number", number), Piece("unit", after))
    return Figure(fact, side, tuple(piece for piece in pieces if piece.text), trend)


def words(lang: str, *content: str | Inline) -> Words:
    """Words of one language from texts and inlines."""
    return (Wording(lang, tuple(Text(item) if isinstance(item, str) else item for item in content)),)


def line(role: CardRole, lang: str, *content: str | Inline, trend: Trend = "") -> CardLine:
    return CardLine(role=role, words=words(lang, *content), trend=trend)


SECTORS = (("wholesale", "5.2"), ("retail-trade", "7.5"), ("catering", "10.8"), ("lodging", "21.9"))
NAMES = {
    "zh": ("批发业", "零售业", "餐饮业", "住宿业"),
    "en": ("Wholesale", "Retail", "Catering", "Accommodation"),
}
KEYWORDS = {
    "zh": [
        ("进一步", "统一思想、深化认识"),
        ("牢牢把握", "高质量发展这一首要任务"),
        ("在全市高质量发展中", "发挥“头雁”效应"),
        ("在赛马比拼、唯实争先中推动", "思想大解放、作风大转变、工作大创新"),
        ("全力以赴", "拼经济、奋勇争先挑大梁"),
        ("扎实推进", "“进位争先百日攻坚战”"),
        ("分板块分行业推进", "“比拼冲刺行动”"),
        ("细化量化", "目标任务、强化专班运作"),
        ("切实在全市高质量发展中", "扛起大区担当、展现大区作为"),
        ("以决战决胜姿态", "奋战三季度、冲刺下半年"),
    ],
    "en": [
        ("Further", "unify thinking and deepen understanding"),
        ("Keep a firm hold on", "high-quality development as the primary task"),
        ("In the city’s high-quality development,", "play the role of “lead goose”"),
        ("Competing on performance, bring about", "bolder thinking, a new working style, innovation in our work"),
        ("Go all out", "for the economy, lead and carry the heaviest load"),
        ("Carry through", "the “100-Day Drive to Move Up the Rankings”"),
        ("Sector by sector, run", "“compete-and-sprint” campaigns"),
        ("Break down and quantify", "targets and tasks, and strengthen task forces"),
        ("In the city’s high-quality development,", "shoulder the responsibility of a major district"),
        ("With the resolve to fight and win,", "sprint through the second half"),
    ],
}


def cards(lang: str) -> tuple[Card, ...]:
    """The nine 数读 items in one language."""
    zh = lang == "zh"

    def yoy(fact: str, number: str) -> CardLine:
        figure = change(fact, "同比增长", number, "%") if zh else change(fact, "up ", number, " percent year on year")
        return line("change", lang, figure, trend="up")

    def count(fact: str, zh_number: str, zh_unit: str, en_number: str, en_unit: str) -> CardLine:
        figure = value(fact, zh_number, zh_unit) if zh else value(fact, en_number, en_unit)
        return line("value", lang, figure)

    def label(zh_text: str, en_text: str) -> CardLine:
        return line("label", lang, zh_text if zh else en_text)

    def plain_growth(text: str) -> CardLine:
        return line("change", lang, text, trend="up")

    listed: list[str | Inline] = []
    for index, (fact, number) in enumerate(SECTORS):
        listed += ["" if not index else "、" if zh else ", ", value(fact, number, "%")]
    more = value("tourism-revenue", "80", "%", "超") if zh else value("tourism-revenue", "80", " percent", "more than ")
    return (
        Card(
            id="gdp",
            role="feature",
            lines=(
                label("地区生产总值", "Gross domestic product (GDP)"),
                count("gdp", "765.9", "亿元", "76.59", " billion yuan"),
                yoy("gdp", "3.2"),
            ),
        ),
        Card(
            id="retail",
            role="feature",
            lines=(
                label("社会消费品零售总额", "Total retail sales of consumer goods"),
                count("retail", "645.7", "亿元", "64.57", " billion yuan"),
                yoy("retail", "3.2"),
            ),
        ),
        Card(
            id="tourism",
            lines=(
                label("累计接待游客", "Tourist visits received"),
                count("visits", "4087.9", "万人次", "40.879", " million"),
                line("tag", lang, change("visits", "全市第一", "", "", "", "rank"))
                if zh
                else line("tag", lang, change("visits", "ranking first in the municipality", "", "", "", "rank")),
                line("note", lang, "文旅营收和游客接待量上升", more)
                if zh
                else line("note", lang, "Culture and tourism revenue and tourist arrivals both up ", more),
            ),
        ),
        Card(
            id="sectors",
            lines=(
                label("批发业、零售业、餐饮业、住宿业", "Wholesale, retail, catering and accommodation"),
                CardLine(role="value", words=words(lang, *listed)),
                plain_growth("分别同比增长" if zh else "up year on year, respectively"),
            ),
        ),
        Card(
            id="entities",
            lines=(
                label("新增市场主体", "New market entities"),
                count("entities", "9754", "户", "9,754", ""),
                yoy("entities", "15.3"),
            ),
        ),
        Card(
            id="deposits",
            lines=(
                label("金融业本外币存贷款余额平均增速", "Outstanding deposits and loans, average growth"),
                line("value", lang, value("deposits", "3.5", "%")),
                line("note", lang, "保费收入", change("premium", "同比增长", "12", "%"))
                if zh
                else line("note", lang, "Insurance premium income ", change("premium", "up ", "12", " percent")),
            ),
        ),
        Card(
            id="stores",
            lines=(
                label("新引进首店首牌", "First stores and debut brands introduced"),
                count("stores-new", "40", "家", "40", ""),
                line("note", lang, "累计首店首牌", value("stores-all", "256", "家"))
                if zh
                else line("note", lang, "bringing the cumulative total to ", value("stores-all", "256")),
            ),
        ),
        Card(
            id="digital",
            lines=(
                label("数字经济核心产业增加值", "Value added of core digital-economy industries"),
                line("value", lang, value("digital", "12.1", "%")),
                plain_growth("同比增长" if zh else "up year on year"),
            ),
        ),
        Card(
            id="software",
            lines=(
                label("规上软件和信息技术服务业营业收入", "Operating revenue of software and IT services"),
                line("value", lang, value("software", "40.9", "%")),
                plain_growth("增长" if zh else "up"),
            ),
        ),
    )


def chart(lang: str) -> Chart:
    """The four trades' growth as bars, the largest meeting the eye."""
    points = tuple(
        Point(value=Decimal(number), label=words(lang, value(fact, number, "%"))) for fact, number in SECTORS
    )
    name = "同比增速" if lang == "zh" else "Growth year on year"
    alt = (
        "条形图：批发业5.2%，零售业7.5%，餐饮业10.8%，住宿业21.9%。"
        if lang == "zh"
        else "Bar chart: wholesale 5.2 percent, retail 7.5 percent, catering 10.8 percent, accommodation 21.9 percent."
    )
    return Chart(
        id="sectors-chart",
        kind="bar",
        title=words(lang, "批零餐住四行业同比增速" if lang == "zh" else "Four trades, growth year on year"),
        categories=tuple(words(lang, name) for name in NAMES[lang]),
        series=(Series(name=words(lang, name), points=points),),
        unit="%",
        highlight=3,
        alt=words(lang, alt),
    )


def keywords(lang: str) -> Keywords:
    items = tuple(Keyword(lead=words(lang, lead), main=words(lang, main)) for lead, main in KEYWORDS[lang])
    title = "决胜下半年·渝中关键词" if lang == "zh" else "Winning the Second Half: Yuzhong Keywords"
    return Keywords(id="keywords", title=words(lang, title), items=items)


def panel_document(lang: str) -> Document:
    """The whole panel page in `zh` or `en`."""
    zh = lang == "zh"
    summary: tuple[str | Inline, ...] = (
        ("上半年，渝中区地区生产总值达到", value("gdp", "765.9", "亿元"), "，", change("gdp", "同比增长", "3.2", "%"))
        if zh
        else ("Yuzhong’s GDP came to ", value("gdp", "76.59", " billion yuan"), " in the first half of 2023, ")
    )
    tail = (
        "；批发、零售、餐饮、住宿四个行业全线上扬，数字经济和软件业保持两位数增速，文旅市场人气领跑全市。"
        if zh
        else "up 3.2 percent year on year. All four trades grew, software and the digital economy kept up "
        "double-digit growth, and the district drew more visitors than any other in the municipality."
    )
    title = words(lang, "数读上半年" if zh else "The First Half in Numbers")
    key_points = Callout(
        id="key-points",
        label=words(lang, "核心提示" if zh else "Key points"),
        children=(Paragraph(words=words(lang, *summary, tail)),),
    )
    blocks: tuple[Block, ...] = (
        Masthead(
            title=title,
            kicker=words(lang, "开局之年见行动　加油下半场" if zh else "In the opening year, action speaks"),
            subtitle=words(
                lang, "重庆市渝中区　2023年上半年" if zh else "Yuzhong District, Chongqing · first half of 2023"
            ),
            year="2023",
        ),
        key_points,
        Panel(id="numbers", cards=cards(lang), rows=(2, 3, 4)),
        Columns(columns=((chart(lang),), (keywords(lang),)), widths=(5, 6)),
    )
    return Document(
        id="yuzhong-2023-h1",
        langs=(lang,),
        title=title,
        blocks=blocks,
        issued="2023-08-25",
        footer=words(lang, "数据来源：渝中区统计局" if zh else "Source: Yuzhong District Bureau of Statistics"),
        author=words(lang, "渝中区" if zh else "Yuzhong District"),
    )


def both(one: Any, other: Any) -> Any:
    """Join two documents of equal structure: every slot says what both say."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        if one and isinstance(one[0], Wording):
            return one + other
        return tuple(both(a, b) for a, b in zip(one, other, strict=True))
    if is_dataclass(one) and not isinstance(one, type):
        pairs = {spec.name: both(getattr(one, spec.name), getattr(other, spec.name)) for spec in fields(one)}
        return replace(one, **pairs)
    return one


def bilingual_document() -> Document:
    """The panel page in Chinese and English, stacked."""
    joined: Document = both(panel_document("zh"), panel_document("en"))
    return replace(joined, langs=("zh", "en"), layout="stacked")
