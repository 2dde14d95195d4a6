"""The styles part: every role of a theme as a named style of Word; a theme and its languages in, XML out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document import Align
from reportgen.themes import Theme
from reportgen.writers.docx import looks
from reportgen.writers.docx.xml import DECLARATION, NAMES, emus, twips

LEVELS = 9
"""How deep Word's headings, lists and contents go."""
LIST_INDENT = 2.0
"""How far each level of a list stands in, in ems of the text."""
BLEED = 0.65
"""How deep the strip above a masthead is, in top margins: words on a band stand higher than words on paper."""
DATA_TABLE, LAYOUT_TABLE = "RGDataTable", "RGLayoutTable"

_KEEP = "<w:keepNext/><w:keepLines/>"
_TITLES = ("chart.title", "panel.title")
_LABELS = ("card.label", "feature.label", "callout.label", "keyword.lead", "table.caption")
_FIGURES = ("card.value", "feature.value")
_CELLS = ("table.head", "table.cell")
_OUTLINE = 1.0


@dataclass(frozen=True, slots=True)
class Looks:
    """A theme as one document's languages see it: the first `langs` leads, the next follows."""

    theme: Theme
    langs: tuple[str, ...]

    @property
    def leading(self) -> str:
        """The language of the roles' own styles."""
        return self.langs[0]

    @property
    def following(self) -> str:
        """The language of the following styles."""
        return self.langs[-1]

    def lang(self, follow: bool, role: str = "") -> str:
        """Return the language that a style is made for: its role's own where it ends in one (`body.en`)."""
        own = role.rpartition(".")[2]
        return own if own in self.langs else self.following if follow else self.leading


def styles_part(theme: Theme, langs: tuple[str, ...]) -> bytes:
    """Return `word/styles.xml` (ECMA-376-1, 17.7)."""
    view = Looks(theme, langs)
    pieces = (_defaults(view), *_paragraphs(view), *_characters(view), *_tables(theme))
    return f"{DECLARATION}<w:styles {NAMES}>{''.join(pieces)}</w:styles>".encode()


def cell_style(role: str, align: Align) -> str:
    """Return the id of the style of a table's cell that stands at `align`."""
    return looks.style_id(_cell_name(role, align))


def list_style(level: int, follow: bool = False) -> str:
    """Return the id of the style of what continues an item at `level`, from 0."""
    return looks.style_id(_list_name(level, follow))


def _cell_name(role: str, align: Align) -> str:
    return looks.style_name(role) + ("" if align == "start" else f" {align.title()}")


def _list_name(level: int, follow: bool) -> str:
    name = f"List Continue {level + 1}" if level else "List Continue"
    return f"RG {name} Follow" if follow else name


def _defaults(view: Looks) -> str:
    body = view.theme.style("body")
    # CLREQ 3.1.6.2: marks stay inside the measure; Han and Latin are set apart by a quarter em.
    chinese = '<w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/>'
    run = looks.run_properties(body, view.theme, view.leading, view.langs)
    return (
        f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{chinese}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        'w:defQFormat="0" w:count="376"/>'
    )


def _style(kind: str, name: str, body: str, *, based: str = "", link: str = "", priority: int = 20) -> str:
    custom = ' w:customStyle="1"' if name.startswith("RG ") else ""
    default = ' w:default="1"' if name in ("Normal", "Default Paragraph Font", "Normal Table", "No List") else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    linked = f'<w:link w:val="{link}"/>' if link else ""
    shown = "<w:qFormat/>" if kind == "paragraph" and priority < 90 else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{looks.style_id(name)}"><w:name w:val="{name}"/>'
        f'{parent}{linked}<w:uiPriority w:val="{priority}"/>{shown}{body}</w:style>'
    )


def _paragraphs(view: Looks) -> Iterator[str]:
    yield _style("paragraph", "Normal", "", priority=0)
    for role in view.theme.styles:
        if not role.startswith("heading."):
            yield _role(view, role, False)
            yield _role(view, role, True)
    for level in range(1, LEVELS + 1):
        yield from _heading(view, level)
        yield _contents(view, level)
    for level in range(LEVELS):
        yield from (_continued(view, level, follow) for follow in (False, True))
    yield from (_cell(view, role, align) for role in _CELLS for align in _ALIGNS)
    yield from _furniture(view.theme)


def _role(view: Looks, role: str, follow: bool) -> str:
    style, lang = view.theme.style(role, follow), view.lang(follow, role)
    if role.endswith(".tag"):
        # The plate stands out from its words by its border, which takes no room by itself.
        style = replace(style, before=style.before + view.theme.grid.heavy, after=style.after + view.theme.grid.heavy)
    properties = looks.paragraph_properties(style, lang, _ahead(view.theme, role, follow), align=_aligned(role))
    run = looks.run_properties(style, view.theme, lang, view.langs, _effects(view.theme, role))
    name = looks.style_name(role, follow)
    return _style("paragraph", name, properties + run, based="Normal", link=looks.style_id(f"{name} Char"))


def _aligned(role: str) -> str:
    return "end" if role == "masthead.year" else ""


def _ahead(theme: Theme, role: str, follow: bool) -> str:
    style = theme.style(role, follow)
    keep = "<w:keepNext/>" if role in _LABELS + _TITLES else ""
    if role in _TITLES and not follow:
        return f"{keep}<w:pBdr>{looks.rule(theme, 'top', style.color, theme.grid.heavy, 6)}</w:pBdr>"
    if role.startswith(_FIGURES):
        return f'{keep}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    if role == "footer":
        measure = twips(theme.page.measure)
        line = (
            ""
            if follow or not theme.folio.ruled
            else f"<w:pBdr>{looks.rule(theme, 'top', 'rule', theme.grid.hairline, 5)}</w:pBdr>"
        )
        return f'{keep}{line}<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    return keep


def _effects(theme: Theme, role: str) -> str:
    if role == "masthead.year":
        return _hollow(theme, theme.style(role).color)
    if not role.endswith(".tag"):
        return ""
    # A border in the colour of the shading is the tag's padding; characters have no other.
    return looks.rule(theme, "bdr", "accent", theme.grid.heavy) + looks.shade(theme, "accent")


def _hollow(theme: Theme, name: str) -> str:
    """Return the outline of display figures; programs that do not know it fill them ([MS-DOCX] 2.6.1)."""
    fill = f'<w14:solidFill><w14:srgbClr w14:val="{theme.colors[name][1:]}"/></w14:solidFill>'
    line = f'<w14:textOutline w14:w="{emus(_OUTLINE)}" w14:cap="flat" w14:cmpd="sng" w14:algn="ctr">{fill}'
    return f'{line}<w14:prstDash w14:val="solid"/></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>'


def _heading(view: Looks, level: int) -> Iterator[str]:
    role = view.theme.heading(level)
    for follow in (False, True):
        style, name = view.theme.style(role, follow), looks.style_name(f"heading.{level}", follow)
        outline = "" if follow else f'<w:outlineLvl w:val="{level - 1}"/>'
        body = looks.paragraph_properties(style, view.lang(follow), _KEEP, outline, align="start")
        body += looks.run_properties(style, view.theme, view.lang(follow), view.langs)
        yield _style("paragraph", name, body, based="Normal", priority=9)


def _contents(view: Looks, level: int) -> str:
    style, end = view.theme.style("contents"), twips(view.theme.page.measure)
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>'
    left = twips((level - 1) * LIST_INDENT * style.size)
    leading = f'<w:spacing w:before="0" w:after="0" w:line="{twips(style.leading)}" w:lineRule="exact"/>'
    body = f'<w:pPr>{tabs}{leading}<w:ind w:left="{left}"/><w:jc w:val="left"/></w:pPr>'
    body += looks.run_properties(style, view.theme, view.leading, view.langs)
    return _style("paragraph", f"toc {level}", body, based="Normal", priority=39)


def _continued(view: Looks, level: int, follow: bool) -> str:
    style = replace(view.theme.style("body", follow), indent=0.0)
    left = twips((level + 1) * LIST_INDENT * view.theme.style("body").size)
    body = looks.paragraph_properties(style, view.lang(follow))
    body = body.replace("<w:jc ", f'<w:ind w:left="{left}"/><w:jc ')
    body += looks.run_properties(style, view.theme, view.lang(follow), view.langs)
    return _style("paragraph", _list_name(level, follow), body, based="Normal", priority=36)


_ALIGNS: tuple[Align, ...] = ("center", "end")


def _cell(view: Looks, role: str, align: Align) -> str:
    style = view.theme.style(role)
    body = looks.paragraph_properties(style, view.leading, align=align)
    return _style(
        "paragraph", _cell_name(role, align), body, based=looks.paragraph_style(view.theme, role), priority=21
    )


def _furniture(theme: Theme) -> Iterator[str]:
    """Yield the styles of what has no words: holders of pictures, air between groups, and the bleed above a page."""
    holder = '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    yield _style("paragraph", "RG Holder", holder, based="Normal", priority=95)
    for name, height in (("RG Gap", theme.grid.group_space), ("RG Row Gap", theme.grid.gutter), ("RG Tail", 1.0)):
        yield _style("paragraph", name, _blank(height), based="Normal", priority=95)
    yield _style("paragraph", "RG Bleed", _bleed(theme), based="Normal", priority=95)
    yield _style("paragraph", "RG Top", _blank(theme.page.top), based="Normal", priority=95)


def _bleed(theme: Theme) -> str:
    """Return the look of the strip that carries a masthead's colour to the edges of the page."""
    edge = f'<w:ind w:left="-{twips(theme.page.left)}" w:right="-{twips(theme.page.right)}"/>'
    blank = _blank(theme.page.top * BLEED).replace("<w:spacing ", looks.shade(theme, "accent") + "<w:spacing ", 1)
    return blank.replace("</w:pPr>", f"{edge}</w:pPr>")


def _blank(height: float) -> str:
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{twips(height)}" w:lineRule="exact"/>'
    return f'<w:pPr>{spacing}</w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'


def _characters(view: Looks) -> Iterator[str]:
    theme = view.theme
    yield _style("character", "Default Paragraph Font", "<w:rPr/>", priority=1)
    for role in theme.styles:
        if not role.startswith("heading."):
            yield from _linked(view, role)
    for role in theme.styles:
        if looks.is_stepped(role):
            yield from (_step(view, role, step) for step in range(1, looks.STEPS + 1))
    for name in ("rise", "fall", "flat"):
        yield _character(f"RG {name.title()}", looks.color(theme, name))
    yield _character("RG Figure", "")
    yield _character("Strong", "<w:b/><w:bCs/>")
    # CLREQ 3.4.4: Chinese stresses with dots under the characters and is never slanted.
    yield _character("RG Emphasis Han", '<w:em w:val="underDot"/>')
    yield _character("Emphasis", "<w:i/><w:iCs/>")
    yield _character("Hyperlink", f'{looks.color(theme, "accent")}<w:u w:val="single"/>')
    yield _character("footnote reference", '<w:vertAlign w:val="superscript"/>')


def _character(name: str, properties: str) -> str:
    return _style("character", name, f"<w:rPr>{properties}</w:rPr>", based="DefaultParagraphFont", priority=24)


def _linked(view: Looks, role: str) -> Iterator[str]:
    for follow in (False, True):
        style, name = view.theme.style(role, follow), looks.style_name(role, follow)
        effects = _effects(view.theme, role)
        run = looks.run_properties(style, view.theme, view.lang(follow), view.langs, effects)
        link = looks.style_id(name)
        yield _style("character", f"{name} Char", run, based="DefaultParagraphFont", link=link, priority=24)


def _step(view: Looks, role: str, step: int) -> str:
    style = looks.stepped(view.theme.style(role), step)
    run = looks.run_properties(style, view.theme, view.leading, view.langs, _effects(view.theme, role))
    name = looks.step_name(role, step)
    parent = looks.style_id(looks.style_name(role))
    line = looks.paragraph_properties(style, view.leading, _ahead(view.theme, role, False), align=_aligned(role))
    return _style("paragraph", name, line + run, based=parent, priority=95) + _style(
        "character", f"{name} Char", run, based="DefaultParagraphFont", priority=95
    )


def _tables(theme: Theme) -> Iterator[str]:
    none = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("top", "left", "bottom", "right"))
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
    yield _style("table", "Normal Table", plain, priority=99)
    yield _style("table", "RG Layout Table", plain, based="NormalTable", priority=40)
    yield _style("table", "RG Data Table", _data_table(theme), based="NormalTable", priority=40)
    yield _style("numbering", "No List", "", priority=99)


def _data_table(theme: Theme) -> str:
    side, above = twips(theme.grid.gutter / 2), twips(theme.grid.gutter / 4)
    margins = "".join(
        f'<w:{edge} w:w="{size}" w:type="dxa"/>'
        for edge, size in (("top", above), ("left", side), ("bottom", above), ("right", side))
    )
    lines = looks.rule(theme, "top", "ink", theme.grid.rule) + looks.rule(theme, "bottom", "ink", theme.grid.rule)
    lines += looks.rule(theme, "insideH", "rule", theme.grid.hairline)
    return f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
