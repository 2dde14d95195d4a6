"""Lists into numbered paragraphs, and the numbering part they count by (ECMA-376-1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from unicodedata import east_asian_width

from reportgen.document import Block, List, Paragraph, plain, said
from reportgen.themes import Theme
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley
from reportgen.writers.docx.paragraphs import apart, paragraph, voice
from reportgen.writers.docx.runs import run, runs
from reportgen.writers.docx.styles import LEVELS, LIST_INDENT, list_style
from reportgen.writers.docx.xml import DECLARATION, NAMES, twips

Draw = Callable[[Block, int], str]

_BULLET, _ORDERED = 1, 2
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


def bullets(galley: Galley, block: List, width: int, draw: Draw, level: int = 0) -> str:
    """Return `block` with each item's first paragraph numbered and the rest of it under that paragraph."""
    depth = min(level, LEVELS - 1)
    number = _number(galley, block, depth)
    items = (_item(galley, item, (depth, number), width, draw) for item in block.items)
    return reduce(apart, items, "")


def _number(galley: Galley, block: List, depth: int) -> int:
    """Return the `w:num` that counts `block`; each ordered list begins anew, with one of its own."""
    if not block.ordered:
        return _BULLET
    galley.ordered.append(depth)
    return _BULLET + len(galley.ordered)


def _item(galley: Galley, item: tuple[Block, ...], place: tuple[int, int], width: int, draw: Draw) -> str:
    depth, number = place
    mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    written = "" if item and isinstance(item[0], Paragraph) else paragraph(galley, list_style(depth), "", mark)
    for index, block in enumerate(item):
        with galley.inside(block.id):
            match block:
                case Paragraph():
                    written += _paragraph(galley, block, depth, "" if index else mark)
                case List():
                    written = apart(written, bullets(galley, block, width, draw, depth + 1))
                case _:
                    written = apart(written, draw(block, width))
    return written


def _paragraph(galley: Galley, block: Paragraph, depth: int, mark: str) -> str:
    return "".join(
        paragraph(galley, list_style(depth, index > 0), led(galley, block, index), "" if index else mark)
        for index in range(len(block.words))
    )


def led(galley: Galley, block: Paragraph, index: int) -> str:
    """Return the runs of the wording `index` of `block` behind its bold lead."""
    wording, follow = block.words[index], index > 0
    lead = said(block.lead, wording.lang)
    style = looks.run_style(galley.theme, "lead", follow)
    opening = runs(galley, lead, voice(galley, wording.lang, follow, style))
    closed = bool(lead) and _is_mark(plain(lead)[-1:])
    space = run(galley, "\u2002", voice(galley, wording.lang, follow)) if opening and not closed else ""
    return opening + space + runs(galley, wording.content, voice(galley, wording.lang, follow))


def _is_mark(char: str) -> bool:
    """Tell whether `char` is a mark of full width, which brings its own white."""
    return bool(char) and east_asian_width(char) in "WF" and not char.isalnum()


def numbering(theme: Theme, ordered: list[int]) -> bytes:
    """Return `word/numbering.xml`: bullets, and one count for each list of `ordered`, its level told."""
    shapes = _shape(theme, _BULLET) + _shape(theme, _ORDERED)
    counts = f'<w:num w:numId="{_BULLET}"><w:abstractNumId w:val="{_BULLET}"/></w:num>'
    for index, depth in enumerate(ordered, _BULLET + 1):
        start = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>'
        counts += f'<w:num w:numId="{index}"><w:abstractNumId w:val="{_ORDERED}"/>{start}</w:num>'
    return f"{DECLARATION}<w:numbering {NAMES}>{shapes}{counts}</w:numbering>".encode()


def _shape(theme: Theme, kind: int) -> str:
    levels = "".join(_level(theme, kind, depth) for depth in range(LEVELS))
    head = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{kind}">{head}{levels}</w:abstractNum>'


def _level(theme: Theme, kind: int, depth: int) -> str:
    style = theme.style("body")
    left, hanging = twips((depth + 1) * LIST_INDENT * style.size), twips(LIST_INDENT * style.size)
    shape, text = ("bullet", "•") if kind == _BULLET else (_FORMATS[depth % len(_FORMATS)], f"%{depth + 1}.")
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{looks.color(theme, 'accent')}</w:rPr></w:lvl>"
    )
