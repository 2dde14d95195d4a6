"""What a chart's marks say: data labels by number format, or in words where those say it otherwise."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Chart, Point, Series, Words, plain
from reportgen.themes import Style
from reportgen.themes.marks import mark_of
from reportgen.writers.docx import looks
from reportgen.writers.docx.chartfit import Size, told
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.scripts import han_of, script, word_tag
from reportgen.writers.docx.workbook import Values

MANY = 12
"""Bars up to which a chart says its languages below each other."""
_MINUS = "\N{MINUS SIGN}"
_DARK = ("accent", "soft", "ink", "grey")
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_SILENT = '<c:dLbl><c:idx val="{}"/><c:delete val="1"/></c:dLbl>'
_HIDDEN = _SHOWN.replace('showVal val="1"', 'showVal val="0"')


def joined(words: Words, between: str = "\n") -> str:
    """Return what all languages say, one under the other; what they say alike is said once."""
    return between.join(dict.fromkeys(plain(wording.content) for wording in words))


def called(block: Chart) -> list[str]:
    """Return the names of the categories, the languages of many bars beside each other rather than below."""
    beside = block.kind == "bar" and len(block.categories) > MANY
    return [joined(words, " " if beside else "\n") for words in block.categories]


def values(series: Series) -> Values:
    """Return the numbers of a series, nothing for a gap."""
    return tuple(point.value if point else None for point in series.points)


def numbers(block: Chart) -> list[Decimal]:
    """Return every datum."""
    return [point.value for series in block.series for point in series.points if point]


def format_code(block: Chart, index: int) -> str:
    """Return the number format of a series: as many decimals as its data have, its unit behind, a minus as in print."""
    series = block.series[index]
    shown = [point.value for point in series.points if point]
    places = max((max(0, -int(value.as_tuple().exponent)) for value in shown), default=0)
    unit = (series.unit or block.unit).replace('"', "")
    whole = "#,##0" if _is_grouped(series) else "0"
    code = whole + ("." + "0" * places if places else "") + (f'"{unit}"' if unit else "")
    return f'{code};"{_MINUS}"{code}' if any(value < 0 for value in shown) else code


def _is_grouped(series: Series) -> bool:
    """Tell whether the leading language groups the digits of the labels: 36,000.5."""
    return any("," in plain(point.label[0].content) for point in series.points if point and point.label)


def formatted(block: Chart, index: int, value: Decimal) -> str:
    """Return what the number format makes of `value`."""
    code = format_code(block, index).partition(";")[0]
    places = len(code.split('"')[0].partition(".")[2])
    number = f"{value:,.{places}f}" if code.startswith("#") else f"{value:.{places}f}"
    return number.replace("-", _MINUS) + (block.series[index].unit or block.unit)


def labels(galley: Galley, block: Chart, index: int, size: Size) -> str:
    """Return the data labels of a series, inside its marks where they stand on each other."""
    series, place, role = block.series[index], _place(block, index), _role(block, index)
    chosen = told(galley, block, index, size)
    own = "".join(
        _label(galley, block, (index, at), point, place) if at in chosen else _SILENT.format(at)
        for at, point in enumerate(series.points)
        if point
    )
    code = galley.text(format_code(block, index))
    stood = f'<c:dLblPos val="{place}"/>' if place else ""
    return (
        f'<c:dLbls>{own}<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{text_look(galley, galley.theme.style(role))}{stood}{_SHOWN}</c:dLbls>"
    )


def _place(block: Chart, index: int) -> str:
    if block.kind == "ring":
        return ""
    if block.stacked:
        return "ctr"
    return "t" if block.kind == "line" or block.series[index].secondary else "outEnd"


def _role(block: Chart, index: int, at: int | None = None) -> str:
    if block.kind != "ring" and not block.stacked:
        return "chart.value"
    dark = mark_of(block, index, at).color in _DARK
    return "chart.value.inside.dark" if dark else "chart.value.inside"


def _label(galley: Galley, block: Chart, spot: tuple[int, int], point: Point, place: str) -> str:
    """Return a label of its own: for a part without words, for one in other words, or on a share's own colour."""
    index, at = spot
    if not point.label:
        return _SILENT.format(at)
    style = galley.theme.style(_role(block, index, at))
    says = joined(point.label)
    if says != formatted(block, index, point.value):
        return _worded(galley, at, says, place, style)
    if block.kind != "ring":
        return ""
    code = galley.text(format_code(block, index))
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{text_look(galley, style)}{_SHOWN}</c:dLbl>"
    )


def _worded(galley: Galley, at: int, text: str, place: str, style: Style) -> str:
    lines = "".join(
        f'<a:p><a:r><a:rPr lang="{word_tag(galley.leading)}" {_size(style)}>{_face(galley, style)}</a:rPr>'
        f"<a:t>{galley.text(line)}</a:t></a:r></a:p>"
        for line in text.split("\n")
    )
    rich = f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/>{lines}</c:rich></c:tx>"
    stood = f'<c:dLblPos val="{place}"/>' if place else ""
    return f'<c:dLbl><c:idx val="{at}"/>{rich}{stood}{_SHOWN}</c:dLbl>'


def no_labels() -> str:
    """Return the data labels of a chart that has none."""
    return f"<c:dLbls>{_HIDDEN}</c:dLbls>"


def _size(style: Style) -> str:
    return f'sz="{round(style.size * 100)}" b="{int(looks.is_bold(style))}"'


def _face(galley: Galley, style: Style) -> str:
    names = style.family.word
    han = script(han_of(galley.leading, galley.document.langs))
    fill = f'<a:solidFill><a:srgbClr val="{galley.theme.colors[style.color][1:]}"/></a:solidFill>'
    latin, face = galley.text(names.get("Latn", "")), galley.text(names.get(han, names.get("Hans", "")))
    return f'{fill}<a:latin typeface="{latin}"/><a:ea typeface="{face}"/>'


def text_look(galley: Galley, style: Style) -> str:
    """Return `c:txPr` of `style`."""
    look = f"<a:pPr><a:defRPr {_size(style)}>{_face(galley, style)}</a:defRPr></a:pPr>"
    end = f'<a:endParaRPr lang="{word_tag(galley.leading)}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p>{look}{end}</a:p></c:txPr>"
