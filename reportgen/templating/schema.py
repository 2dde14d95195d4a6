"""A briefing's content against what its template asks for: JSON Schema in, findings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.errors import Finding, Place
from reportgen.facts import Briefing
from reportgen.templating.template import Template


def content_faults(template: Template, briefing: Briefing) -> Iterator[Finding]:
    """Yield every part of the briefing's content that the template's `schema.json` does not allow."""
    if not template.schema:
        return
    import jsonschema_rs  # a compiled library that only checking needs

    validator = jsonschema_rs.validator_for(dict(template.schema))
    for error in validator.iter_errors(dict(briefing.content)):
        where = Place(file=briefing.file, words=_path(error.instance_path))
        hint = f"see schema.json of template {template.name}"
        yield Finding("content-schema", error.message, where, hint)


def _path(steps: Sequence[str | int]) -> str:
    """Write a path as an author reads it: `items[2].pattern`, counting from 1."""
    text = ""
    for step in steps:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
