"""The verb `list`: options in, the names that this project and program know out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from reportgen.cli.arguments import KINDS, Options
from reportgen.cli.telling import print_json


def run(options: Options) -> int:
    """Print one table, or all of them."""
    kinds = (options.kind,) if options.kind else KINDS
    tables = {kind: sorted(_TABLES[kind](options.project)) for kind in kinds}
    if options.format == "json":
        print_json(tables)
    elif options.kind:
        print("".join(f"{name}\n" for name in tables[options.kind]), end="")
    else:
        for kind, names in tables.items():
            print(f"{kind}: {', '.join(names)}")
    return 0


def _briefings(project: Path) -> Iterable[str]:
    from reportgen.report import find_briefings

    return (path.stem if path.is_file() else path.name for path in find_briefings(project))


def _templates(project: Path) -> Iterable[str]:
    from reportgen.templating.template import template_folders

    return template_folders(project)


def _themes(_: Path) -> Iterable[str]:
    from reportgen.themes import theme_names

    return theme_names()


def _table(module: str, name: str) -> Callable[[Path], Iterable[str]]:
    """Return the reader of a table that does not depend on the project; the module is imported when it is asked for."""
    return lambda _: iter(getattr(import_module(module), name))


_TABLES: dict[str, Callable[[Path], Iterable[str]]] = {
    "briefings": _briefings,
    "templates": _templates,
    "languages": _table("reportgen.languages", "LANGUAGES"),
    "formats": _table("reportgen.writers", "WRITERS"),
    "sources": _table("reportgen.sources", "SOURCES"),
    "checks": _table("reportgen.checks", "CHECKS"),
    "themes": _themes,
}
