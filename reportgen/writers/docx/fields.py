"""Fields, which Word works out itself: an instruction and its last result in, runs out (ECMA-376-1, 17.16)."""

from __future__ import annotations

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, dirty: bool = False) -> str:
    """Return a field by its parts; a `dirty` one is brought up to date when the document is opened (17.16.18)."""
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return _BEGIN.format(dirty=' w:dirty="true"' if dirty else "") + told + _SEPARATE + result + _END
