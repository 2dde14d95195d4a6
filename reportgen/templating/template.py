"""A template folder: its description, its structure and its phrases, read once and checked as a whole."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes

from reportgen.errors import Finding, Place, TemplateError, UsageError
from reportgen.templating.environment import Sandbox, macros

STRUCTURE = "report.md.j2"
_BUILT_IN = (Path(__file__).parents[1] / "templates", Path(__file__).parents[2] / "templates")


@dataclass(frozen=True, slots=True)
class Template:
    """A template that can be composed: `phrases` maps a language to its macros' file, `schema` is JSON Schema."""

    name: str
    folder: Path
    names: Mapping[str, str]
    about: Mapping[str, str]
    theme: str
    sources: Mapping[str, str]
    phrases: Mapping[str, str]
    schema: Mapping[str, Any] = field(default_factory=dict)


def template_folders(project: Path) -> dict[str, Path]:
    """Return the folders of all templates by name: the project's own first, then those that the package brings."""
    found: dict[str, Path] = {}
    for root in (project / "templates", *_BUILT_IN):
        for path in sorted(root.glob("*/report.toml")):
            found.setdefault(path.parent.name, path.parent)
    return dict(sorted(found.items()))


def load_template(name: str, project: Path) -> Template:
    """Load the template `name`; raise UsageError where there is none and TemplateError with all its faults."""
    folders = template_folders(project)
    if name not in folders:
        known = ", ".join(folders) or "none is installed"
        raise UsageError.of("template-unknown", f"there is no template “{name}”", hint=f"use one of: {known}")
    folder = folders[name]
    stamp = tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.iterdir()) if path.is_file())
    return _load(name, folder, stamp)


@lru_cache(maxsize=32)
def _load(name: str, folder: Path, _stamp: tuple[tuple[str, int], ...]) -> Template:
    try:
        about = tomllib.loads((folder / "report.toml").read_text("utf-8"))
        schema = _schema(folder)
        sources = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.j2"))}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise TemplateError.of("template-file", f"template {name} cannot be read: {error}", Place(file=name)) from error
    phrases = {file.split(".")[1]: file for file in sources if file.startswith("phrases.")}
    template = Template(
        name, folder, about.get("names", {}), about.get("about", {}), about.get("theme", ""), sources, phrases, schema
    )
    faults = list(faults_of(template))
    if faults:
        raise TemplateError(faults)
    return template


def _schema(folder: Path) -> Mapping[str, Any]:
    path = folder / "schema.json"
    loaded = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return loaded if isinstance(loaded, dict) else {}


def faults_of(template: Template) -> Iterator[Finding]:
    """Yield what is wrong with a template before any data: syntax, a missing structure, phrases that differ."""
    trees: dict[str, nodes.Template] = {}
    for file, source in template.sources.items():
        try:
            trees[file] = _SANDBOX.parse(source, file)
        except jinja2.TemplateSyntaxError as error:
            where = Place(file=f"{template.name}/{file}", line=error.lineno)
            yield Finding("template-syntax", f"{error.message}", where, "mend the line; comments are written {## … ##}")
    if STRUCTURE not in template.sources:
        yield Finding("template-file", f"template {template.name} has no {STRUCTURE}", Place(file=template.name))
    yield from _unequal(
        template, {lang: macros(trees[file]) for lang, file in template.phrases.items() if file in trees}
    )


def _unequal(template: Template, signatures: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[Finding]:
    """Yield the phrases that not every language has with the same arguments."""
    every = sorted({name for known in signatures.values() for name in known})
    for name in every:
        shapes = {lang: known.get(name) for lang, known in signatures.items()}
        if len(set(shapes.values())) > 1:
            told = "; ".join(f"{lang}: {_shape(shape)}" for lang, shape in sorted(shapes.items()))
            where = Place(file=f"{template.name}/phrases.*.j2", words=name)
            yield Finding(
                "phrase-signature",
                f"phrase {name} differs between languages: {told}",
                where,
                "give it the same name and arguments in each",
            )


def _shape(arguments: tuple[str, ...] | None) -> str:
    return "missing" if arguments is None else f"({', '.join(arguments)})"


@lru_cache(maxsize=256)
def compiled(name: str, source: str) -> jinja2.Template:
    """Return the compiled template of `source`, which faults call `name`."""
    code = _SANDBOX.compile(source, name, name)
    return jinja2.Template.from_code(_SANDBOX, code, dict(_SANDBOX.globals))


_SANDBOX = Sandbox()
