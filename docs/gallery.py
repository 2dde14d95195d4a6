"""A folder with one folder a theme in, each of PDF files and their pictures as PNG; one page that shows them out."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from urllib.parse import quote

STYLE = """
body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #f3f4f5; }
section { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: start; }
figure { margin: 0; width: 16rem; }
img { width: 100%; height: auto; background: #fff; box-shadow: 0 1px 4px #0004; }
figcaption { font-size: 13px; overflow-wrap: anywhere; }
"""


def figure(pages: Path, folder: Path) -> str:
    """Return the picture of the PDF file `pages` with its name, linked to the file, as HTML seen from `folder`."""
    name = escape(pages.stem)
    target, source = (
        quote(path.relative_to(folder).as_posix()) for path in (pages, pages.parent / f"{pages.stem}.png")
    )
    image = f'<img src="{source}" alt="First page of {name}" loading="lazy">'
    return f'<figure><a href="{target}">{image}</a><figcaption>{name}</figcaption></figure>'


def section(theme: Path, folder: Path) -> str:
    """Return every page of a `theme` under its name."""
    figures = "\n".join(figure(pages, folder) for pages in sorted(theme.glob("*.pdf")))
    return f"<h2>{escape(theme.name)}</h2>\n<section>\n{figures}\n</section>"


def page(folder: Path) -> str:
    """Return the gallery of the themes in `folder`."""
    themes = sorted(path for path in folder.iterdir() if path.is_dir())
    head = f'<meta charset="utf-8">\n<title>Gallery</title>\n<style>{STYLE}</style>'
    body = "\n".join(section(theme, folder) for theme in themes)
    shown = f"<head>\n{head}\n</head>\n<body>\n<h1>Gallery</h1>\n{body}\n</body>"
    return f'<!doctype html>\n<html lang="en">\n{shown}\n</html>\n'


def main() -> None:
    """Write `index.html` into the folder that the command names."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: gallery.py FOLDER, which holds one folder of PDF files and their pictures a theme")
    folder = Path(sys.argv[1])
    (folder / "index.html").write_text(page(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
