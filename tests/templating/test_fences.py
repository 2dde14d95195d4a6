"""Fenced blocks nest, carry attributes, and are told with their line when they do not balance."""

from __future__ import annotations

import pytest

from reportgen.templating.fences import Fence, FenceError, Prose, parse_fences


def test_fences_of_equal_length_nest() -> None:
    root = parse_fences("a\n::: panel {#p .wide n=1}\n::: card\nb\n:::\n:::\nc")
    first, panel, last = root.children
    assert isinstance(panel, Fence)
    assert (panel.id, panel.role, panel.attributes["n"]) == ("p", "wide", "1")
    assert [child.name for child in panel.fences("card")] == ["card"]
    assert (first, last) == (Prose("a", 1), Prose("c", 7))


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [("\n::: panel\n", "never closed", 2), ("x\n:::\n", "closes nothing", 2), ("::: p {=}\n:::", "cannot be read", 1)],
)
def test_a_fence_that_cannot_stand_is_told_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(FenceError, match=message) as caught:
        parse_fences(text)
    assert caught.value.line == line
