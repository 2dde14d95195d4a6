"""The record of the new draft into the editor's file, so that the next review compares with what was said last."""

from __future__ import annotations

from reportgen.review.opening import Package
from reportgen.review.record import Record
from reportgen.review.xml import parsed, written
from reportgen.writers.docx.manifest import PROPERTY

_CUSTOM = "docProps/custom.xml"


def taken_over(edited: Package, old: Record, fresh: Package, new: Record) -> dict[str, bytes]:
    """Return the parts of `edited` with the record of `fresh` in place of its own."""
    changed = {old.part: fresh.parts[new.part]}
    if _CUSTOM not in edited.parts:
        return changed
    root, source = parsed(edited.parts[_CUSTOM]), parsed(fresh.parts[_CUSTOM])
    told = next(item for item in source if item.get("name") == PROPERTY)
    for item in root:
        if item.get("name") == PROPERTY and len(item):
            item[0].text = told[0].text
    return changed | {_CUSTOM: written(root)}
