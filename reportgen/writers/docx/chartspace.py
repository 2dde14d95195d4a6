"""A chart to its DrawingML: the plots of its series, its axes and its legend (ECMA-376-1, 21.2)."""

from __future__ import annotations

from reportgen.document import Chart
from reportgen.themes.marks import ACCENT, Mark, mark_of
from reportgen.writers.docx.chartaxes import axes, axis_ids
from reportgen.writers.docx.chartfit import Size
from reportgen.writers.docx.chartlabels import called, format_code, joined, labels, no_labels, text_look, values
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.scripts import word_tag
from reportgen.writers.docx.workbook import column
from reportgen.writers.docx.xml import DECLARATION, NAMES

_SCHEME = {"accent": "accent1", "bar": "accent2", "grey": "accent4", "rule": "accent5", "track": "accent6"}
_SCHEME |= {"soft": "tx2", "ink": "tx1", "paper": "bg1"}
_DASHES = {2: ("dash", "sysDot"), 4: ("lgDashDot", "lgDashDot")}
_SYMBOLS = ("circle", "square", "triangle", "diamond")
_REST = Mark("track")


def space(galley: Galley, block: Chart, workbook_id: str, size: Size, *, small: bool) -> str:
    """Return the chart part of `block` at a size in points; a `small` one has no words."""
    label = galley.theme.style("chart.label")
    return (
        f'{DECLARATION}<c:chartSpace {NAMES}><c:date1904 val="0"/><c:lang val="{word_tag(galley.leading)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_plots(galley, block, None if small else size)}{axes(galley, block, size, small=small)}"
        "<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{"" if small else _legend(galley, block)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_look(galley, label)}"
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _legend(galley: Galley, block: Chart) -> str:
    """Return the key of several series or shares; what is no part of its own has no entry."""
    if len(block.series) < 2 and block.kind != "ring":
        return ""
    unnamed = [at for at, words in enumerate(block.categories) if not words] if block.kind == "ring" else []
    hidden = "".join(f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in unnamed)
    place = "r" if block.kind == "ring" else "t"
    look = text_look(galley, galley.theme.style("chart.label"))
    return f'<c:legend><c:legendPos val="{place}"/>{hidden}<c:overlay val="0"/>{look}</c:legend>'


def _plots(galley: Galley, block: Chart, size: Size | None) -> str:
    every = range(len(block.series))
    match block.kind:
        case "ring":
            return _ring(galley, block, size)
        case "line" | "sparkline":
            return _lines(galley, block, list(every), size)
        case "combination":
            lines = [index for index in every if block.series[index].secondary]
            return _bars(galley, block, [index for index in every if index not in lines], size) + _lines(
                galley, block, lines, size, secondary=True
            )
        case _:
            return _bars(galley, block, list(every), size)


def _bars(galley: Galley, block: Chart, indexes: list[int], size: Size | None) -> str:
    stacked = block.stacked or block.kind == "progress"
    series = "".join(_series(galley, block, index, size) for index in indexes)
    flat = block.kind in ("bar", "progress")
    head = (
        f'<c:barDir val="{"bar" if flat else "col"}"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        '<c:varyColors val="0"/>'
    )
    gap = {"progress": 20}.get(block.kind, 50 if stacked else 160 if len(indexes) == 1 else 70)
    over = '<c:overlap val="100"/>' if stacked else ""
    return f'<c:barChart>{head}{series}<c:gapWidth val="{gap}"/>{over}{axis_ids()}</c:barChart>'


def _lines(galley: Galley, block: Chart, indexes: list[int], size: Size | None, *, secondary: bool = False) -> str:
    series = "".join(_series(galley, block, index, size, line=True) for index in indexes)
    head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{head}{series}<c:marker val="1"/>{axis_ids(secondary=secondary)}</c:lineChart>'


def _ring(galley: Galley, block: Chart, size: Size | None) -> str:
    series = _series(galley, block, 0, size)
    head = '<c:varyColors val="1"/>'
    return f'<c:doughnutChart>{head}{series}<c:firstSliceAng val="0"/><c:holeSize val="58"/></c:doughnutChart>'


def _series(galley: Galley, block: Chart, index: int, size: Size | None, *, line: bool = False) -> str:
    series, letter = block.series[index], column(index + 1)
    count = len(block.categories)
    name = _strings(galley, f"Sheet1!${letter}$1", [joined(series.name, " ")])
    categories = _strings(galley, f"Sheet1!$A$2:$A${count + 1}", called(block))
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values(series)) if value is not None
    )
    cached = (
        f"<c:numRef><c:f>Sheet1!${letter}$2:${letter}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{galley.text(format_code(block, index))}</c:formatCode><c:ptCount val="{count}"/>{points}'
        "</c:numCache></c:numRef>"
    )
    look = _line_look(block, index) if line else _area_look(block, index)
    told = no_labels() if size is None else labels(galley, block, index, size)
    smooth = '<c:smooth val="0"/>' if line else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{look}{told}'
        f"<c:cat>{categories}</c:cat><c:val>{cached}</c:val>{smooth}</c:ser>"
    )


def _strings(galley: Galley, cells: str, texts: list[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{galley.text(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _color(mark: Mark) -> str:
    return f'<a:schemeClr val="{_SCHEME[mark.color]}"/>'


def _solid(mark: Mark) -> str:
    return f"<a:solidFill>{_color(mark)}</a:solidFill>"


def _fill(mark: Mark) -> str:
    if not mark.hatched:
        return _solid(mark)
    ground = f"<a:bgClr>{_color(Mark('paper'))}</a:bgClr>"
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_color(mark)}</a:fgClr>{ground}</a:pattFill>'


def _area_look(block: Chart, index: int) -> str:
    if block.kind == "ring":
        parts = "".join(_share(block, at) for at in range(len(block.categories)))
        return f"<c:spPr>{_seam()}</c:spPr>{parts}"
    mark = _REST if block.kind == "progress" and index else mark_of(block, index)
    seam = _seam() if block.stacked else ""
    own = ACCENT if block.kind == "progress" and not index else mark
    return f'<c:spPr>{_fill(own)}{seam}</c:spPr><c:invertIfNegative val="0"/>{_lit(block)}'


def _seam() -> str:
    return f'<a:ln w="9525">{_solid(Mark("paper"))}</a:ln>'


def _share(block: Chart, at: int) -> str:
    mark = mark_of(block, 0, at) if block.categories[at] else _REST
    return f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr>{_fill(mark)}{_seam()}</c:spPr></c:dPt>'


def _lit(block: Chart) -> str:
    if block.highlight is None or len(block.series) > 1:
        return ""
    look = f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{_solid(ACCENT)}</c:spPr>'
    return f'<c:dPt><c:idx val="{block.highlight}"/>{look}</c:dPt>'


def _line_look(block: Chart, index: int) -> str:
    """Return a line's stroke and markers; of a sparkline, only the last point has one."""
    if block.kind == "sparkline":
        return _spark_look(block)
    mark = mark_of(block, index)
    dash = f'<a:prstDash val="{_dash(mark)}"/>' if mark.dashes else ""
    line = f'<a:ln w="28575" cap="rnd">{_solid(mark)}{dash}<a:round/></a:ln>'
    at = block.highlight if len(block.series) == 1 else None
    lit = f'<c:dPt><c:idx val="{at}"/>{_marker("circle", 9, ACCENT)}<c:bubble3D val="0"/></c:dPt>' if at else ""
    return f"<c:spPr>{line}</c:spPr>{_marker(_SYMBOLS[index % len(_SYMBOLS)], 6, mark)}{lit}"


def _spark_look(block: Chart) -> str:
    last = max((at for at, point in enumerate(block.series[0].points) if point), default=0)
    line = f'<a:ln w="15875" cap="rnd">{_solid(Mark("bar"))}<a:round/></a:ln>'
    last_line = line.replace(_color(Mark("bar")), _color(ACCENT))
    dot = _marker("circle", 5, ACCENT)
    lit = f'<c:dPt><c:idx val="{last}"/>{dot}<c:bubble3D val="0"/><c:spPr>{last_line}</c:spPr></c:dPt>'
    return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>{lit}'


def _marker(symbol: str, size: int, mark: Mark) -> str:
    dot = f"<c:spPr>{_solid(mark)}<a:ln>{_solid(mark)}</a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{dot}</c:marker>'


def _dash(mark: Mark) -> str:
    """Return the name that DrawingML has for a mark's dashes: by their number, short ones dotted (20.1.10.48)."""
    long, dotted = _DASHES[len(mark.dashes)]
    return long if mark.dashes[0] > 2 else dotted
