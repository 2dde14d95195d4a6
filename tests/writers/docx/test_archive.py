"""The archive is a ZIP file that others read, and its bytes come from its members alone."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.docx.archive import archive, member, repacked
from reportgen.writers.docx.galley import bookmark
from reportgen.writers.docx.grids import shares
from tests.writers.docx.lint import BOOKMARK

FILES = st.dictionaries(st.text("abc表/.", min_size=1, max_size=9), st.binary(max_size=400), max_size=5)


@given(FILES)
def test_what_goes_in_comes_out(files: dict[str, bytes]) -> None:
    data = archive(member(name, content) for name, content in files.items())
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert {name: read.read(name) for name in read.namelist()} == files
        assert read.testzip() is None


@given(FILES)
def test_packing_again_changes_nothing(files: dict[str, bytes]) -> None:
    data = archive(member(name, content) for name, content in files.items())
    assert repacked(data) == data


@given(st.text(max_size=90))
def test_every_bookmark_name_is_one_that_word_allows(name: str) -> None:
    assert BOOKMARK.fullmatch(bookmark("rgf", name))


@given(st.integers(2000, 12000), st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(0, 100))
def test_columns_fill_the_measure_exactly(width: int, weights: list[int], gutter: int) -> None:
    assert sum(shares(width, weights, gutter)) + gutter * (len(weights) - 1) == width
