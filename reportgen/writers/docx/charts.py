"""Charts into native, editable DrawingML: a chart in, a drawing and its parts out (ECMA-376-1, 21.2)."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Chart, Point, Series, Words, plain
from reportgen.themes import Style
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.package import Part, Relations
from reportgen.writers.docx.paragraphs import paragraph, slot, title
from reportgen.writers.docx.pictures import drawing
from reportgen.writers.docx.scripts import han_of, script, word_tag
from reportgen.writers.docx.workbook import Values, column, workbook
from reportgen.writers.docx.xml import DECLARATION, DRAWING, NAMES, emus

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILLS = ("accent2", "accent4", "accent6", "accent3")
_HIGHLIGHT = "accent1"
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_SLOT = 2.2
"""The height of a bar and its air, in leadings of the labels."""
_STRETCH = 1.7
"""How much higher than its natural height a chart may become to fill its column."""
_UPRIGHT = 0.55
"""The height of columns and lines, as a share of the width."""


def chart(galley: Galley, block: Chart, width: int) -> str:
    """Return `block` as its title, a chart with its workbook inside, and its note."""
    faults = [series for series in block.series if len(series.points) != len(block.categories)]
    for series in faults:
        message = f"a series has {len(series.points)} points for {len(block.categories)} categories"
        galley.fault("docx-chart", message, "give each category a point, or None", _joined(series.name, " "))
    if faults or not block.series or not block.categories:
        return title(galley, block.title, "chart.title", width / 20)
    rid = _parts(galley, block)
    graphic = f'<a:graphicData uri="{DRAWING}/chart"><c:chart r:id="{rid}"/></a:graphicData>'
    held = drawing(
        galley, graphic, block.alt or block.title, emus(width / 20), emus(_height(galley, block, width / 20))
    )
    head = title(galley, block.title, "chart.title", width / 20)
    return head + paragraph(galley, "RGHolder", held) + slot(galley, block.note, "chart.note")


def _height(galley: Galley, block: Chart, width: float) -> float:
    """Return the height of the drawing: its natural one, or more where it stands beside a taller column."""
    words = title(galley.blank(), block.title, "chart.title", width) + slot(galley.blank(), block.note, "chart.note")
    natural = _natural(galley, block, width)
    return max(natural, min(galley.tallest - galley.gauge.story(words, width), natural * _STRETCH))


def _natural(galley: Galley, block: Chart, width: float) -> float:
    if block.kind != "bar":
        return width * _UPRIGHT
    lines = max(len(words) for words in block.categories)
    row = galley.theme.style("chart.label").leading * max(_SLOT, lines + 1.0) * max(1.0, len(block.series) * 0.7)
    return row * len(block.categories) + (row if len(block.series) > 1 else 0)


def _parts(galley: Galley, block: Chart) -> str:
    number = 1 + sum(part.content_type == _CHART_TYPE for part in galley.parts)
    inside = Relations()
    sheet = f"embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    rid = inside.add("package", f"../{sheet}")
    book = workbook(
        tuple(_joined(words) for words in block.categories),
        tuple((_joined(series.name, " "), _values(series)) for series in block.series),
        _format(block),
        galley.day,
    )
    galley.parts.append(Part(f"word/{sheet}", _SHEET_TYPE, book))
    space = _space(galley, block, rid).encode()
    galley.parts.append(Part(f"word/charts/chart{number}.xml", _CHART_TYPE, space, inside))
    return galley.links.add("chart", f"charts/chart{number}.xml")


def _joined(words: Words, between: str = "\n") -> str:
    """Return what all languages say, one under the other; what they say alike is said once."""
    return between.join(dict.fromkeys(plain(wording.content) for wording in words))


def _values(series: Series) -> Values:
    return tuple(point.value if point else None for point in series.points)


def _format(block: Chart) -> str:
    """Return the number format of the labels: as many decimals as the data have, and the unit behind."""
    values = (point.value for series in block.series for point in series.points if point)
    places = max((max(0, -int(value.as_tuple().exponent)) for value in values), default=0)
    unit = block.unit.replace('"', "")
    return ("0." + "0" * places if places else "0") + (f'"{unit}"' if unit else "")


def _space(galley: Galley, block: Chart, workbook_id: str) -> str:
    label = galley.theme.style("chart.label")
    several = len(block.series) > 1
    legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(galley, label)}</c:legend>' if several else ""
    return (
        f'{DECLARATION}<c:chartSpace {NAMES}><c:date1904 val="0"/><c:lang val="{word_tag(galley.leading)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_plot(galley, block)}{_axes(galley, block)}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(galley, label)}"
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(galley: Galley, block: Chart) -> str:
    series = "".join(_series(galley, block, index) for index in range(len(block.series)))
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if block.kind == "line":
        head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        return f'<c:lineChart>{head}{series}<c:marker val="1"/>{axes}</c:lineChart>'
    direction = "bar" if block.kind == "bar" else "col"
    head = f'<c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    return f'<c:barChart>{head}{series}<c:gapWidth val="160"/>{axes}</c:barChart>'


def _series(galley: Galley, block: Chart, index: int) -> str:
    series, letter = block.series[index], column(index + 1)
    count = len(block.categories)
    name = _strings(galley, f"Sheet1!${letter}$1", [_joined(series.name, " ")])
    categories = _strings(galley, f"Sheet1!$A$2:$A${count + 1}", [_joined(words) for words in block.categories])
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(_values(series)) if value is not None
    )
    values = (
        f"<c:numRef><c:f>Sheet1!${letter}$2:${letter}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{galley.text(_format(block))}</c:formatCode><c:ptCount val="{count}"/>{points}'
        "</c:numCache></c:numRef>"
    )
    smooth = '<c:smooth val="0"/>' if block.kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{_fills(block, index)}'
        f"{_labels(galley, block, series)}<c:cat>{categories}</c:cat><c:val>{values}</c:val>{smooth}</c:ser>"
    )


def _strings(galley: Galley, cells: str, texts: list[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{galley.text(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _solid(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _fills(block: Chart, index: int) -> str:
    alone = len(block.series) == 1
    fill = _FILLS[index % len(_FILLS)] if alone or index else _HIGHLIGHT
    if block.kind == "line":
        line = f'<a:ln w="28575" cap="rnd">{_solid(fill)}<a:round/></a:ln>'
        dot = f"<c:spPr>{_solid(fill)}</c:spPr>"
        marks = f'<c:marker><c:symbol val="circle"/><c:size val="6"/>{dot}</c:marker>'
        lit = f'<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>{_solid(_HIGHLIGHT)}</c:spPr></c:marker>'
        lit += '<c:bubble3D val="0"/>'
        return f"<c:spPr>{line}</c:spPr>{marks}{_lit(block, alone, lit)}"
    lit = f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{_solid(_HIGHLIGHT)}</c:spPr>'
    return f'<c:spPr>{_solid(fill)}</c:spPr><c:invertIfNegative val="0"/>{_lit(block, alone, lit)}'


def _lit(block: Chart, alone: bool, look: str) -> str:
    if block.highlight is None or not alone:
        return ""
    return f'<c:dPt><c:idx val="{block.highlight}"/>{look}</c:dPt>'


def _labels(galley: Galley, block: Chart, series: Series) -> str:
    """Return the data labels: by number format, and in words where the document's own label says it otherwise."""
    place = "t" if block.kind == "line" else "outEnd"
    told = "".join(
        _worded(galley, at, _joined(point.label), place)
        for at, point in enumerate(series.points)
        if point and _says_more(block, point)
    )
    code = galley.text(_format(block))
    text = _text(galley, galley.theme.style("chart.value"))
    return (
        f'<c:dLbls>{told}<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>{text}'
        f'<c:dLblPos val="{place}"/>{_SHOWN}</c:dLbls>'
    )


_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _says_more(block: Chart, point: Point) -> bool:
    code = _format(block)
    places = len(code.split('"')[0].partition(".")[2])
    return bool(point.label) and _joined(point.label) != f"{point.value:.{places}f}{block.unit}"


def _worded(galley: Galley, at: int, text: str, place: str) -> str:
    style = galley.theme.style("chart.value")
    lines = "".join(
        f'<a:p><a:r><a:rPr lang="{word_tag(galley.leading)}" {_size(style)}>{_face(galley, style)}</a:rPr>'
        f"<a:t>{galley.text(line)}</a:t></a:r></a:p>"
        for line in text.split("\n")
    )
    rich = f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/>{lines}</c:rich></c:tx>"
    return f'<c:dLbl><c:idx val="{at}"/>{rich}<c:dLblPos val="{place}"/>{_SHOWN}</c:dLbl>'


def _size(style: Style) -> str:
    return f'sz="{round(style.size * 100)}" b="{int(looks.is_bold(style))}"'


def _face(galley: Galley, style: Style) -> str:
    names = style.family.word
    han = script(han_of(galley.leading, galley.document.langs))
    fill = f'<a:solidFill><a:srgbClr val="{galley.theme.colors[style.color][1:]}"/></a:solidFill>'
    latin, face = galley.text(names.get("Latn", "")), galley.text(names.get(han, names.get("Hans", "")))
    return f'{fill}<a:latin typeface="{latin}"/><a:ea typeface="{face}"/>'


def _text(galley: Galley, style: Style) -> str:
    look = f"<a:pPr><a:defRPr {_size(style)}>{_face(galley, style)}</a:defRPr></a:pPr>"
    end = f'<a:endParaRPr lang="{word_tag(galley.leading)}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p>{look}{end}</a:p></c:txPr>"


def _axes(galley: Galley, block: Chart) -> str:
    flat = block.kind == "bar"
    line = f'<c:spPr><a:ln w="9525">{_solid("accent5")}</a:ln></c:spPr>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    text = _text(galley, galley.theme.style("chart.label"))
    categories = (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{"maxMin" if flat else "minMax"}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if flat else "b"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}<c:tickLblPos val="low"/>{line}{text}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    return categories + (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{_range(block)}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if flat else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{ticks}<c:tickLblPos val="none"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _range(block: Chart) -> str:
    """Return the value axis from zero, with air for the labels behind the longest bar; lines find their own range."""
    values = [point.value for series in block.series for point in series.points if point]
    if block.kind == "line" or not values:
        return ""
    high, low = max(*values, Decimal(0)), min(*values, Decimal(0))
    air = (high - low) * Decimal("0.22" if block.kind == "bar" else "0.12") or Decimal(1)
    return f'<c:max val="{high + air if high else high}"/><c:min val="{low - air if low else low}"/>'
