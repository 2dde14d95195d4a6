"""A theme's roles as Word's styles: which name a role goes by, and its tokens as paragraph and run properties."""

from __future__ import annotations

from dataclasses import replace

from reportgen.themes import Style, Theme
from reportgen.writers.docx import measure
from reportgen.writers.docx.scripts import han_of, is_han, language, script
from reportgen.writers.docx.xml import escape, twips

BUILT_IN = {
    "body": "Body Text",
    "masthead.title": "Title",
    "title": "RG Report Title",
    "masthead.subtitle": "Subtitle",
    "caption": "caption",
    "footer": "footer",
    "note": "footnote text",
} | {f"heading.{level}": f"heading {level}" for level in range(1, 10)}
"""The roles that Word has a style of its own for, so that its panes, outline and exports know them."""

THEME_COLORS = {
    "ink": "dark1",
    "paper": "light1",
    "soft": "dark2",
    "tint": "light2",
    "accent": "accent1",
    "bar": "accent2",
    "fall": "accent3",
    "grey": "accent4",
    "rule": "accent5",
    "track": "accent6",
}
"""Where each colour of ours stands in Word's theme, so that an editor can change it in one place (17.18.97)."""

NEEDED_COLORS = (*THEME_COLORS, "on_accent", "on_accent_soft", "rise", "flat")

STEPS = 4
"""How many smaller sizes a display line can be set in where its words are many."""
_STEPPED = ("feature.value", "card.value", "masthead.title", "masthead.year")
_STEP = 0.82
_JUSTIFY = {"start": "left", "center": "center", "end": "right", "justify": "both"}


def known_role(theme: Theme, role: str) -> str:
    """Return `role`, or the nearest role above it that `theme` names, in the order that `Theme.style` takes."""
    while role not in theme.styles:
        role = role.rpartition(".")[0] or "body"
    return role


def card_role(theme: Theme, card: str, line: str) -> str:
    """Return the role of a `line` in a card of role `card`; what that kind of card does not name looks as in any."""
    own = f"{card}.{line}"
    return own if card and own in theme.styles else f"card.{line}"


def style_name(role: str, follow: bool = False) -> str:
    """Return the name that `role` has in Word's list of styles."""
    plain = BUILT_IN.get(role) or "RG " + " ".join(word.capitalize() for word in role.replace("-", ".").split("."))
    if not follow:
        return plain
    return f"{_custom(plain)} Follow"


def _custom(name: str) -> str:
    return name if name.startswith("RG ") else f"RG {name.title()}"


def style_id(name: str) -> str:
    """Return the id of the style called `name`: the name without spaces, which is what other programs make of it."""
    return "".join(word[0].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")


def paragraph_style(theme: Theme, role: str, follow: bool = False) -> str:
    """Return the id of the paragraph style that sets `role`."""
    return style_id(style_name(known_role(theme, role), follow))


def run_style(theme: Theme, role: str, follow: bool = False) -> str:
    """Return the id of the character style that sets `role` inside a paragraph of another one."""
    return style_id(style_name(known_role(theme, role), follow) + " Char")


def is_stepped(role: str) -> bool:
    """Tell whether `role` has smaller sizes: display lines and figures, those of fuller rows too."""
    return role in _STEPPED or role.startswith(tuple(f"{stepped}." for stepped in _STEPPED))


def step_name(role: str, step: int) -> str:
    """Return the name of the style that sets `role` smaller by `step` steps."""
    return f"{_custom(style_name(role))} Step {step}"


def stepped_style(theme: Theme, role: str, step: int) -> str:
    """Return the id of the paragraph style that sets `role` smaller by `step` steps."""
    known = known_role(theme, role)
    return style_id(step_name(known, step) if step and is_stepped(known) else style_name(known))


def stepped_run(theme: Theme, role: str, step: int) -> str:
    """Return the id of the character style that sets `role` smaller by `step` steps, on the lines of `role`."""
    return style_id(f"{step_name(known_role(theme, role), step)} Char")


def stepped(style: Style, step: int) -> Style:
    """Return `style` smaller by `step` steps, its leading with it."""
    size = step_size(style, step)
    return replace(style, size=size, leading=style.leading * size / style.size)


def step_size(style: Style, step: int) -> float:
    """Return the size of `style` after `step` steps down, in half points as Word counts."""
    return round(style.size * _STEP**step * 2) / 2


def is_bold(style: Style) -> bool:
    """Tell whether Word sets `style` bold; it has no weights between."""
    return style.weight in ("bold", "black")


def advance(style: Style, text: str) -> float:
    """Return about how wide `text` runs in `style`, in points."""
    return measure.width(text, style.size, is_bold(style)) + len(text) * style.tracking * style.size


def fonts(style: Style, lang: str, langs: tuple[str, ...]) -> str:
    """Return the fonts of `style` for words in `lang`, all four scripts said (ECMA-376-1, 17.3.2.26)."""
    names = style.family.word
    latin = escape(names.get("Latn", ""))
    han = escape(names.get(script(han_of(lang, langs)), names.get("Hans", "")))
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{han}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def color(theme: Theme, name: str) -> str:
    """Return the text colour `name`, bound to Word's theme where it stands there."""
    bound = f' w:themeColor="{THEME_COLORS[name]}"' if name in THEME_COLORS else ""
    return f'<w:color w:val="{theme.colors[name][1:]}"{bound}/>'


def shade(theme: Theme, name: str) -> str:
    """Return a shading in the colour `name`, bound to Word's theme where it stands there."""
    bound = f' w:themeFill="{THEME_COLORS[name]}"' if name in THEME_COLORS else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{theme.colors[name][1:]}"{bound}/>'


def rule(theme: Theme, edge: str, name: str, points: float, space: int = 0) -> str:
    """Return a border line on `edge` in the colour `name`, `points` thick and `space` points away (17.3.4)."""
    bound = f' w:themeColor="{THEME_COLORS[name]}"' if name in THEME_COLORS else ""
    size = round(points * 8)
    return f'<w:{edge} w:val="single" w:sz="{size}" w:space="{space}" w:color="{theme.colors[name][1:]}"{bound}/>'


def run_properties(style: Style, theme: Theme, lang: str, langs: tuple[str, ...], effects: str = "") -> str:
    """Return `w:rPr` of `style`; `effects` are a border and a shading, or what stands in Word's own namespace."""
    half = round(style.size * 2)
    bold = "<w:b/><w:bCs/>" if is_bold(style) else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    tracking = f'<w:spacing w:val="{twips(style.tracking * style.size)}"/>'
    said = language(lang, langs)
    tail = said + effects if effects.startswith("<w14:") else effects + said
    return (
        f"<w:rPr>{fonts(style, lang, langs)}{bold}{color(theme, style.color)}{tracking}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{tail}</w:rPr>'
    )


def paragraph_properties(style: Style, lang: str, before: str = "", after: str = "", align: str = "") -> str:
    """Return `w:pPr` of `style`; `before` stands ahead of the spacing and `after` behind the alignment.

    English is never justified, since Word opens rivers rather than hyphenate; Chinese is, on its own grid.
    """
    wanted = align or style.align
    wanted = "start" if wanted == "justify" and not is_han(lang) else wanted
    indent = round(style.indent * 100)
    first = f'<w:ind w:firstLineChars="{indent}" w:firstLine="{twips(style.indent * style.size)}"/>' if indent else ""
    return (
        f'<w:pPr>{before}<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}" '
        f'w:line="{twips(style.leading)}" w:lineRule="exact"/>{first}<w:jc w:val="{_JUSTIFY[wanted]}"/>{after}</w:pPr>'
    )
