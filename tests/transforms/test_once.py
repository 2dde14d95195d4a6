"""What both languages of a table's cell write alike stands there once."""

from __future__ import annotations

from reportgen.document import Cell, Document, Table
from reportgen.transforms import refine
from tests.documents import words


def test_equal_cells_are_said_once_and_others_in_each_language() -> None:
    same, other = (Cell(words=words("zh", zh) + words("en", en)) for zh, en in (("5.5%", "5.5%"), ("76.5", "7.65")))
    table = Table(body=((same, other),))
    document = Document(
        id="d", langs=("zh", "en"), title=words("zh", "表") + words("en", "Table"), blocks=(table,), issued="2023-08-25"
    )
    refined = refine(document).blocks[0]
    assert isinstance(refined, Table)
    assert [len(cell.words) for cell in refined.body[0]] == [1, 2]
