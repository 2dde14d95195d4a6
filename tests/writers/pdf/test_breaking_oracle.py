"""Lines break only where ICU, by Unicode's line breaking algorithm (UAX #14), lets them, but for stated exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from icu4py.breakers import LineBreaker

from reportgen.writers.pdf.lines import Line
from tests.writers.pdf.setting import paragraph
from tests.writers.pdf.test_paragraph_fuzz import collapsed, faults, texts

LINES = 5_000
EXCEPTIONS = {
    "an address parts at its joints": re.compile(r"[\w/?&=.:-]+[.=&?]\|\w"),
    "a middle dot belongs to what stands before it": re.compile(r"·\|"),
    "a full-width bracket opens freely after a percent sign": re.compile(r"%\|[（《“]"),
    "a price begins freely after a full-width mark": re.compile(r"[）》”]\|[¥$€]"),
}


def boundaries(text: str) -> set[int]:
    """Where ICU lets a line end, by the strict rules for Chinese."""
    return {end for _, end in LineBreaker(text, "zh@lb=strict").segments()}


def excepted(text: str, place: int) -> bool:
    around = f"{text[max(place - 40, 0) : place]}|{text[place : place + 2]}"
    return any(rule.search(around) for rule in EXCEPTIONS.values())


def trials() -> Iterator[tuple[str, float, tuple[Line, ...]]]:
    """Paragraphs in measures in which no piece is wider than a line, until there are enough lines."""
    count, seed = 0, 100
    while count < LINES:
        seed += 1
        for text, width in texts(seed):
            source, room = collapsed(text), max(width, 290.0)
            lines = paragraph(source, align="justify").break_lines(room)
            count += len(lines)
            yield source, room, lines


def test_five_thousand_mixed_lines_break_no_rule_and_none_is_overfull() -> None:
    broken, strange, count = [], [], 0
    for source, width, lines in trials():
        broken += faults(lines, width)
        allowed, place = boundaries(source), 0
        for line in lines[:-1]:
            place, count = place + len(line.text), count + 1
            if place not in allowed and not excepted(source, place):
                strange.append(f"{source[place - 8 : place]}|{source[place : place + 8]}")
    assert not broken
    assert not strange
    assert count > LINES * 0.8


@pytest.mark.parametrize("text", ["见《意见》。", "(see Table 1)", "GDP，增长", "76.59亿元", "“稳”，“进”"])
def test_the_oracle_itself_knows_marks(text: str) -> None:
    assert not any(text[end] in "》。)，”" for end in boundaries(text) if end < len(text))
