"""Emphasis marks beside Chinese: CommonMark's flanking rule, with Han marks counted as letters.

CommonMark 6.2 reads `**好。**后` as plain stars, because a full stop inside and a letter outside make the closing run
left-flanking only.  Chinese writes no spaces around a stressed clause, so here its marks do not count as punctuation.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

from reportgen.templating.script import is_han

_SHARED_MARKS = "“”‘’—…·"


def han_emphasis(parser: MarkdownIt) -> None:
    """Let `*` and `**` open and close right beside Han characters and their marks."""
    parser.inline.ruler.before("emphasis", "han_emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "*":
        return False
    start, end = state.pos, state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = _flanks(after, before), _flanks(before, after)
    for _ in range(end - start):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, opens, closes))
    state.pos = end
    return True


def _flanks(inner: str, outer: str) -> bool:
    """Tell whether a run may open (or close) with `inner` on its inside and `outer` on its outside."""
    return not inner.isspace() and not (_is_punctuation(inner) and not outer.isspace() and not _is_punctuation(outer))


def _is_punctuation(char: str) -> bool:
    if is_han(char) or char in _SHARED_MARKS:
        return False
    return bool(isMdAsciiPunct(ord(char)) or isPunctChar(char))
