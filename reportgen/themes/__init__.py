"""How roles look: fonts per script, sizes, colours, spacing, page and grid, as tokens that every writer reads."""

from reportgen.themes.theme import Face, Family, Folio, Grid, Page, Pair, Style, Theme, load_theme, theme_names

__all__ = ["Face", "Family", "Folio", "Grid", "Page", "Pair", "Style", "Theme", "load_theme", "theme_names"]
