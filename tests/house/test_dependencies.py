"""What is imported is declared, and what is declared is used."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

from tests.house import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DATA = {"justmytype-intl-cjk", "justmytype-western-core", "pylopdf-fonts-zh-cn"}
"""Packages that bring fonts and are found by path."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    """What is needed at run time, by all or by those who ask for an extra."""
    extras = (item for name, items in PROJECT["optional-dependencies"].items() if name != "dev" for item in items)
    return {canonical(re.split(r"[\[<>=~!; ]", item)[0]) for item in (*PROJECT["dependencies"], *extras)}


def imported() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def distributions() -> set[str]:
    known = packages_distributions()
    foreign = set(imported()) - sys.stdlib_module_names - {"reportgen"}
    return {canonical(known[name][0]) for name in foreign}


def test_what_is_imported_is_declared() -> None:
    assert not distributions() - declared()


def test_what_is_declared_is_used() -> None:
    assert not declared() - distributions() - DATA


def test_the_fonts_packages_are_named_by_the_themes() -> None:
    fonts = (PACKAGE / "themes" / "fonts.toml").read_text(encoding="utf-8")
    named = {canonical(name) for name in re.findall(r'^package = "(\w+)"', fonts, re.MULTILINE)}
    assert named == declared() & DATA
