"""The parts that every document of one theme and language pair shares, made once and kept compressed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from reportgen.errors import Finding, WriterError
from reportgen.themes import Family, Style, Theme
from reportgen.writers.docx import looks
from reportgen.writers.docx.fit import Gauge, gauge
from reportgen.writers.docx.package import Packed, Part, packed, word_type
from reportgen.writers.docx.scripts import han_of, is_han, script, word_tag
from reportgen.writers.docx.styles import styles_part
from reportgen.writers.docx.xml import DECLARATION, DRAWING, NAMES, escape

_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "soft",
    "lt2": "tint",
    "accent1": "accent",
    "accent2": "bar",
    "accent3": "fall",
    "accent4": "grey",
    "accent5": "rule",
    "accent6": "track",
    "hlink": "accent",
    "folHlink": "grey",
}
_MAPPING = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"} | {
    name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink")
}
_SMALLEST = 7.0
"""The size in points that nothing is set under to fit a page; only what the theme itself sets smaller is."""
_COMPAT = (
    "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:doNotExpandShiftReturn/>"
    "<w:adjustLineHeightInTable/><w:useFELayout/>"
)
_MODES = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)


class _Key:
    """A theme by identity, since its tables do not hash; holding it keeps the identity its own."""

    __slots__ = ("rest", "theme")

    def __init__(self, theme: Theme, langs: tuple[str, ...], scale: float, air: float) -> None:
        self.theme, self.rest = theme, (langs, scale, air)

    def __hash__(self) -> int:
        return hash((id(self.theme), self.rest))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.theme is other.theme and self.rest == other.rest


@dataclass(frozen=True, slots=True)
class Reference:
    """What documents of one look share: the `theme` at its scale, its fixed parts, and the gauge of its styles."""

    theme: Theme
    parts: tuple[Packed, ...]
    gauge: Gauge


def reference(theme: Theme, langs: tuple[str, ...], scale: float = 1.0, air: float = 1.0) -> Reference:
    """Return styles, settings, fonts and theme, made once, with sizes at `scale` and gaps at `air` of the theme's.

    Raises WriterError where `theme` lacks a colour.
    """
    return _made(_Key(theme, langs, scale, air))


@lru_cache(maxsize=64)
def _made(key: _Key) -> Reference:
    langs, scale, air = key.rest
    theme = key.theme
    if missing := [name for name in looks.NEEDED_COLORS if name not in theme.colors]:
        fault = f"theme “{theme.name}” lacks the colours {', '.join(missing)}"
        raise WriterError(Finding("docx-theme", fault, hint="add them under [colors]"))
    theme = _scaled(_spoken(theme, langs[0]), scale, air)
    styles = styles_part(theme, langs)
    parts = (
        Part("word/styles.xml", word_type("styles"), styles),
        Part("word/settings.xml", word_type("settings"), _settings(langs, theme.folio.outer)),
        Part("word/fontTable.xml", word_type("fontTable"), _fonts(theme)),
        Part("word/theme/theme1.xml", f"{_OFFICE_TYPE}.theme+xml", _drawing_theme(theme, langs)),
        Part("docProps/app.xml", f"{_OFFICE_TYPE}.extended-properties+xml", _application()),
    )
    return Reference(theme, tuple(packed(part) for part in parts), gauge(styles))


def _spoken(theme: Theme, lang: str) -> Theme:
    """Return `theme` with each role as it looks in `lang`, where the theme says so (`body.en`)."""
    return replace(
        theme, styles={role: theme.styles.get(f"{role}.{lang}", look) for role, look in theme.styles.items()}
    )


def _scaled(theme: Theme, scale: float, air: float) -> Theme:
    """Return `theme` with its type and spaces at `scale`, sizes in half points, and the air between groups at `air`."""
    grid = replace(
        theme.grid,
        gutter=theme.grid.gutter * scale,
        pad=theme.grid.pad * scale,
        group_space=theme.grid.group_space * scale * air,
    )
    styles, following = (
        {role: _smaller(style, scale) for role, style in table.items()} for table in (theme.styles, theme.following)
    )
    return replace(theme, grid=grid, styles=styles, following=following)


def _smaller(style: Style, scale: float) -> Style:
    return replace(
        style,
        size=max(round(style.size * scale * 2) / 2, min(style.size, _SMALLEST)),
        leading=style.leading * scale,
        before=style.before * scale,
        after=style.after * scale,
    )


def _settings(langs: tuple[str, ...], facing: bool) -> bytes:
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _MODES
    )
    colors = " ".join(f'w:{name}="{slot}"' for name, slot in _MAPPING.items())
    latin = next((lang for lang in langs if not is_han(lang)), "en")
    return (
        f'{DECLARATION}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f"{'<w:evenAndOddHeaders/>' if facing else ''}"
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{_COMPAT}{modes}</w:compat>"
        f'<w:themeFontLang w:val="{word_tag(latin)}" w:eastAsia="{word_tag(han_of(langs[0], langs))}"/>'
        f'<w:clrSchemeMapping {colors}/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def _fonts(theme: Theme) -> bytes:
    names = {(name, key != "Latn") for family in theme.families.values() for key, name in family.word.items()}
    entries = "".join(
        f'<w:font w:name="{escape(name)}"><w:charset w:val="{"86" if han else "00"}"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, han in sorted(names)
    )
    return f"{DECLARATION}<w:fonts {NAMES}>{entries}</w:fonts>".encode()


def _drawing_theme(theme: Theme, langs: tuple[str, ...]) -> bytes:
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.colors[name][1:]}"/></a:{slot}>' for slot, name in _SLOTS.items()
    )
    major = _font_pair("majorFont", theme.style("heading.1").family, langs)
    minor = _font_pair("minorFont", theme.style("body").family, langs)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    name = escape(theme.name)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{slots}</a:clrScheme><a:fontScheme name="{name}">{major}{minor}</a:fontScheme>'
        f'<a:fmtScheme name="{name}">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()


def _font_pair(name: str, family: Family, langs: tuple[str, ...]) -> str:
    han = script(han_of(langs[0], langs))
    face = escape(family.word.get(han, family.word.get("Hans", "")))
    latin = escape(family.word.get("Latn", ""))
    return (
        f'<a:{name}><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="{han}" typeface="{face}"/></a:{name}>'
    )


def _application() -> bytes:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>reportgen</Application></Properties>"
    ).encode()
