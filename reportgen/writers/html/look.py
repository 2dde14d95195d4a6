"""A theme in, a style sheet out: tokens become custom properties and roles become classes; `page.css` does the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reportgen.themes import Style, Theme

_LANGS = ("en", "zh", "zh-Hant")
_WEIGHTS = {"regular": 400, "medium": 500, "bold": 700, "black": 800}
_HAN_MARKS = "U+2014,U+2018-201D,U+2026"
"""The marks that Chinese and Latin text share and set differently: dash, quotes, ellipsis (CLREQ 3.1.2)."""


def style_sheet(theme: Theme) -> str:
    """Return the whole sheet of a page in the look of `theme`; equal themes give equal text."""
    parts = (_page(theme), *_families(theme), *_styles(theme), *_pairs(theme), _rules())
    return "\n".join(parts)


@lru_cache(maxsize=1)
def _rules() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")


def _page(theme: Theme) -> str:
    page = theme.page
    colors = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in theme.colors.items())
    marks = "".join(
        f".fill-{name.replace('_', '-')}{{fill:{value}}}.line-{name.replace('_', '-')}{{stroke:{value};fill:none}}"
        for name, value in theme.colors.items()
    )
    margin = " ".join(f"{_n(side)}pt" for side in (page.top, page.right, page.bottom, page.left))
    return (
        f":root{{{colors}--measure:{_n(page.measure)}pt;--gutter:{_n(theme.grid.gutter)}pt;"
        f"--group:{_n(theme.grid.group_space)}pt}}\n"
        f"@page{{size:{_n(page.width)}pt {_n(page.height)}pt;margin:{margin}}}\n{marks}"
    )


def _families(theme: Theme) -> Iterator[str]:
    for name, family in theme.families.items():
        yield f":root,:not(:lang(zh)){{--{name}:{family.css}}}"
        for lang, css in (("zh", family.css), ("zh-Hant", _traditional(family.css))):
            marks = f"{name}-marks-{lang}"
            yield (
                f'@font-face{{font-family:"{marks}";src:{_local(css)};unicode-range:{_HAN_MARKS}}}\n'
                f':lang({lang}){{--{name}:"{marks}",{css}}}'
            )


def _traditional(css: str) -> str:
    """Return the stack with the sisters of its fonts that draw traditional forms: `Noto Sans TC` for `Noto Sans SC`."""
    return re.sub(r"\bSC\b", "TC", css).replace("Microsoft YaHei", "Microsoft JhengHei").replace("SimSun", "PMingLiU")


def _local(css: str) -> str:
    """Return a stack's Chinese fonts, which are all of it but the first and the generic last."""
    names = [name.strip().strip('"') for name in css.split(",")]
    return ",".join(f'local("{name}")' for name in names[1:-1] or names)


def _styles(theme: Theme) -> Iterator[str]:
    for role, style in theme.styles.items():
        name = role.replace(".", "-")
        yield f".{name}{{{_declarations(style, whole=role.rpartition('.')[2] in _LANGS)}}}"
        following = theme.style(role, follow=True)
        if following != style:
            yield f".{name}.follow{{{_declarations(following, whole=True)}}}"
        if role.startswith("chart."):
            yield f"svg .{name}{{font-size:{_n(style.size)}px;fill:var(--{_token(style)})}}"
            yield f"svg .{name}.follow{{font-size:{_n(following.size)}px;fill:var(--{_token(following)})}}"


def _pairs(theme: Theme) -> Iterator[str]:
    """Yield how large a unit stands beside its number, for every role that has both."""
    for role in theme.styles:
        base, _, part = role.rpartition(".")
        if part != "unit":
            continue
        value, unit = theme.style(f"{base}.value"), theme.style(role)
        yield f".{base}-value{{--size:{_n(value.size)}pt;line-height:{_n(value.leading / value.size)}}}"
        yield (
            f".{base}-value:not(.follow) .unit:not(.sign){{font-size:{unit.size / value.size:.4f}em;"
            f"font-weight:{_WEIGHTS[unit.weight]};color:var(--{_token(unit)})}}"
        )


def _declarations(style: Style, whole: bool = False) -> str:
    """Return the look of `style`; `whole` says what is usual too, over another look of the element."""
    align = f"text-align:{style.align};" if whole or style.align != "start" else ""
    tracking = f"letter-spacing:{_n(style.tracking)}em;" if whole or style.tracking else ""
    indent = f"text-indent:{_n(style.indent)}em;" if whole or style.indent else ""
    return (
        f"font-family:var(--{style.family.name});font-weight:{_WEIGHTS[style.weight]};"
        f"font-size:calc({_n(style.size)}pt*var(--scale));line-height:{_n(style.leading / style.size)};"
        f"color:var(--{_token(style)});{align}{tracking}{indent}"
        f"margin:calc({_n(style.before)}pt*var(--scale)) 0 calc({_n(style.after)}pt*var(--scale))"
    )


def _token(style: Style) -> str:
    return style.color.replace("_", "-")


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
