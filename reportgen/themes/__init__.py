"""How roles look: fonts per script, sizes, colours, spacing, page and grid, as tokens that every writer reads."""

from reportgen.themes.theme import Face, Family, Grid, Page, Pair, Style, Theme, load_theme, theme_names

__all__ = ["Face", "Family", "Grid", "Page", "Pair", "Style", "Theme", "load_theme", "theme_names"]
