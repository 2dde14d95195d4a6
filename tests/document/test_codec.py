"""A document goes to JSON and comes back the same; anything else is told with its path."""

from __future__ import annotations

import json

import pytest

from reportgen.document import Document
from reportgen.document.codec import from_json, to_json
from tests.documents import bilingual_document, panel_document


@pytest.mark.parametrize("document", [panel_document("zh"), panel_document("en"), bilingual_document()])
def test_a_document_comes_back_the_same(document: Document) -> None:
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "Docment"}, r"\$: not a node"),
        ({"colour": "red"}, r"\$: Document has no field colour"),
        ({"layout": "loose"}, r"\$\.layout: 'loose' is not one of"),
        ({"issued": 3}, r"\$\.issued: str is expected"),
        ({"blocks": [{"type": "Text", "text": "x"}]}, r"\$\.blocks\[0\]: a Text cannot stand here"),
        ({"blocks": "x"}, r"\$\.blocks: a list is expected"),
    ],
)
def test_what_is_not_a_document_is_told_with_its_path(change: dict[str, object], message: str) -> None:
    broken = json.loads(to_json(panel_document("zh"))) | change
    with pytest.raises(ValueError, match=message):
        from_json(json.dumps(broken))


def test_a_missing_field_is_told() -> None:
    broken = json.loads(to_json(panel_document("zh")))
    del broken["issued"]
    with pytest.raises(ValueError, match="issued"):
        from_json(json.dumps(broken))
