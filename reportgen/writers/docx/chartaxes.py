"""The axes of a chart: none for small ones and rings, two for most, and a second pair for a combination's lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.document import Chart, Series
from reportgen.writers.docx.chartfit import Size, stride
from reportgen.writers.docx.chartlabels import text_look
from reportgen.writers.docx.galley import Galley

_CATEGORIES, _VALUES, _LINE_CATEGORIES, _LINE_VALUES = 1, 2, 3, 4
_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_RULE = '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></c:spPr>'
_COLUMN_SHARES, _LINE_FOOT, _LINE_SHARE = (Decimal("0.58"), Decimal("0.5")), Decimal("0.7"), Decimal("0.22")
"""How much of a combination's height its columns take under labels of one line or two, and its lines from where."""


def axis_ids(*, secondary: bool = False) -> str:
    """Return the axes that a plot refers to."""
    pair = (_LINE_CATEGORIES, _LINE_VALUES) if secondary else (_CATEGORIES, _VALUES)
    return "".join(f'<c:axId val="{number}"/>' for number in pair)


def axes(galley: Galley, block: Chart, size: Size, *, small: bool) -> str:
    """Return the axes of `block`: categories along zero, and values that their labels tell without a scale."""
    if block.kind == "ring":
        return ""
    flat = block.kind in ("bar", "progress")
    own = _categories(galley, block, size, small) + _value_axis(flat, _range(block), (_VALUES, _CATEGORIES))
    if block.kind != "combination":
        return own
    lines = [series for series in block.series if series.secondary]
    hidden = (
        f'<c:catAx><c:axId val="{_LINE_CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="b"/><c:crossAx val="{_LINE_VALUES}"/></c:catAx>'
    )
    return own + _value_axis(flat, _line_range(lines), (_LINE_VALUES, _LINE_CATEGORIES), side="r") + hidden


def _categories(galley: Galley, block: Chart, size: Size, small: bool) -> str:
    flat = block.kind in ("bar", "progress")
    text = text_look(galley, galley.theme.style("chart.label"))
    step = stride(galley, block, size)
    if step == 1:
        text = text.replace("<a:bodyPr/>", _LEVEL, 1)
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{"maxMin" if flat else "minMax"}"/>'
        f'</c:scaling><c:delete val="{int(small)}"/><c:axPos val="{"l" if flat else "b"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_TICKS}<c:tickLblPos val="low"/>{_RULE}{text}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{step}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(flat: bool, extent: str, pair: tuple[int, int], side: str = "l") -> str:
    crosses = "max" if side == "r" else "autoZero"
    return (
        f'<c:valAx><c:axId val="{pair[0]}"/><c:scaling><c:orientation val="minMax"/>{extent}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if flat else side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{_TICKS}<c:tickLblPos val="none"/>{_NO_LINE}<c:crossAx val="{pair[1]}"/><c:crosses val="{crosses}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _range(block: Chart) -> str:
    """Return the value axis from zero, with air for the labels behind the longest bar; lines find their own range."""
    columns = [series for series in block.series if not series.secondary]
    data = _ends(columns, len(block.categories)) if block.stacked or block.kind == "progress" else _numbers(columns)
    if not data or block.kind == "sparkline" or (block.kind == "line" and not _is_near(data)):
        return ""
    high, low = max(*data, Decimal(0)), min(*data, Decimal(0))
    if block.kind == "combination":
        tall = any(len(point.label) > 1 for series in columns for point in series.points if point)
        return _bounds((high - low or Decimal(1)) / _COLUMN_SHARES[tall] + low, low)
    labelled = not block.stacked and block.kind != "progress"
    share = Decimal("0.22" if block.kind == "bar" else "0.12") if labelled else Decimal(0)
    air = (high - low) * share or (Decimal(0) if high > low else Decimal(1))
    return _bounds(high + air if high else high, low - air if low else low)


def _is_near(data: Sequence[Decimal]) -> bool:
    """Tell whether lines are so near to zero that their axis begins there."""
    return min(data) >= 0 and min(data) * 2 < max(data)


def _numbers(group: Sequence[Series]) -> list[Decimal]:
    return [point.value for series in group for point in series.points if point]


def _ends(group: Sequence[Series], count: int) -> list[Decimal]:
    """Return how far the gains and the losses of each category reach."""
    ends = []
    for at in range(count):
        data = [point.value for series in group if (point := series.points[at])]
        ends += [sum((it for it in data if it > 0), Decimal(0)), sum((it for it in data if it < 0), Decimal(0))]
    return ends


def _line_range(lines: Sequence[Series]) -> str:
    """Return the axis on which the lines run over the columns."""
    data = _numbers(lines) or [Decimal(0)]
    span = (max(data) - min(data) or Decimal(1)) / _LINE_SHARE
    low = min(data) - span * _LINE_FOOT
    return _bounds(low + span, low)


def _bounds(high: Decimal, low: Decimal) -> str:
    return f'<c:max val="{_plainly(high)}"/><c:min val="{_plainly(low)}"/>'


def _plainly(number: Decimal) -> str:
    """Return six digits of `number`: an axis needs no more, and its drawing shows none."""
    return f"{Decimal(f'{number:.6g}'):f}"
