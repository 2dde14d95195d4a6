"""Things that a text counts: lines and blocks in, lists that are longer or shorter than they are said to be out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from reportgen.checks.pairing import STRICT
from reportgen.checks.proof import Line, Proof, Remark
from reportgen.document import Block, Heading, Keywords, List, Panel, Paragraph
from reportgen.reading import Reading

_COUNTED = {
    "zh": re.compile(r"大|个|项|方面|条|点|类|件|种"),
    "en": re.compile(
        r"\s+(?:\w+\s+){0,3}(?:areas?|campaigns?|aspects?|measures?|points?|tasks?|actions?|keywords?|ways)\b",
        re.IGNORECASE,
    ),
}
_OPENS = {
    "zh": re.compile(r"(?:[：:]|——|—|如下|即|以下[^，。]{0,8})[。：:—\s]*$"),
    "en": re.compile(r"(?::|--|—|–|as follows|the following|namely)[.:\s—–-]*$", re.IGNORECASE),
}
_SOME = re.compile(r"其中|包括|例如|主要有|\b(?:including|such as|among them|for example)\b", re.IGNORECASE)
_MARKED = re.compile(
    r"^\s*(?:——|--|—|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、]|[一二三四五六七八九十]是)"
)
_JOINED = re.compile(r"和|与|及|以及")
_MOST = 50
"""Lists of one line that are looked at, for more are no text."""

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:grew|rose|fell|were|was|up|down|totaled|totalled|reached|came to|increased|decreased|declined|dropped"
    r"|accounted for|expanded|climbed|hit|stood at|growing|rising|falling|increasing|by)\b",
    re.IGNORECASE,
)


class Arity(NamedTuple):
    """How many items words name at least and at most, for 和 and “and” may stand inside a name."""

    least: int
    most: int


def declared_counts(proof: Proof) -> Iterator[Remark]:
    """Yield a declared number of things (七个方面, seven areas) that the list after it does not have."""
    for lang, blocks in proof.blocks.items():
        for index, block in enumerate(blocks):
            for line in proof.of[lang].get(block.id or str(index), ()):
                declared = _declared(line, block)
                items = _items(block, blocks[index + 1 :], proof, lang) if declared else 0
                if declared and items and items != declared.value:
                    message = f"“{declared.text}” are declared, and {items} follow"
                    yield Remark(message, proof.at(line, declared.text), "mend the number, or the list")


def _declared(line: Line, block: Block) -> Reading | None:
    """Return the last count of a line that opens a list, or of a title over one."""
    side = "zh" if line.chinese else "en"
    titled = isinstance(block, Keywords | Panel)
    if not titled and (not _OPENS[side].search(line.simple) or _SOME.search(line.simple)):
        return None
    counts = [item for item in line.readings if _counts_things(line, item, side)]
    return counts[-1] if counts and 1 < counts[-1].value < 40 else None


def _counts_things(line: Line, item: Reading, side: str) -> bool:
    if item.kind not in ("count-word", "amount", "name") or line.over(item):
        return False
    within = line.simple[item.start : item.end + 3] if line.chinese else line.simple[item.end : item.end + 40]
    return bool(_COUNTED[side].search(within)) and item.value == item.value.to_integral_value()


def _items(block: Block, after: Sequence[Block], proof: Proof, lang: str) -> int:
    """Return how many items a block has, or how many follow it; 0 where that cannot be told."""
    match block:
        case Keywords(items=keywords):
            return len(keywords)
        case Panel(cards=cards):
            return len(cards)
    first = next(iter(after), None)
    if isinstance(first, List):
        return len(first.items)
    count = 0
    for follower in after:
        if not isinstance(follower, Paragraph | Heading) or not _is_item(follower, proof, lang):
            break
        count += 1
    return count


def _is_item(block: Paragraph | Heading, proof: Proof, lang: str) -> bool:
    if isinstance(block, Paragraph) and block.lead:
        return True
    return any(_MARKED.match(line.text) for line in proof.of[lang].get(block.id, ()))


def respectively(proof: Proof) -> Iterator[Remark]:
    """Yield names and values that 分别 and “respectively” join though they are not equally many."""
    for lines in (line for language in proof.of.values() for line in language.values()):
        for line in lines:
            found = _chinese(line, lines) if line.chinese else _english(line)
            for names, values, words in found:
                if values > 1 and names.most > 1 and not names.least <= values <= names.most:
                    said = f"{names.least}" if names.least == names.most else f"{names.least} to {names.most}"
                    message = f"{said} names are said to have {values} values respectively"
                    yield Remark(message, proof.at(line, words), "give each name one value")


def _chinese(line: Line, block: Sequence[Line]) -> Iterator[tuple[Arity, int, str]]:
    for match in islice(re.finditer("分别", line.simple), _MOST):
        start, end = line.sentence(match.start())
        values = [it for it in line.readings if match.end() <= it.start < end and it.kind in STRICT]
        run = _run(values, line.simple, "、和与及")
        before = line.simple[start : match.start()]
        phrase = next(
            (part for part in reversed(re.split("[，：]", before)) if "、" in part or _JOINED.search(part)), ""
        )
        if values and phrase:
            yield _arity(phrase.split("、"), _JOINED), run, line.text[match.start() : end][:20]
        elif not before.strip() and not values:
            yield from _card(line, block)


def _card(line: Line, block: Sequence[Line]) -> Iterator[tuple[Arity, int, str]]:
    """Yield names and values of a card whose last line begins with 分别: its first two lines."""
    at = block.index(line)
    if at >= 2:
        values = sum(item.kind in STRICT for item in block[at - 1].readings)
        yield _arity(block[at - 2].simple.split("、"), _JOINED), values, block[at - 1].text


def _english(line: Line) -> Iterator[tuple[Arity, int, str]]:
    for match in islice(_RESPECTIVELY.finditer(line.text), _MOST):
        start, _ = line.sentence(match.start())
        values = [it for it in line.readings if start <= it.start < match.start() and it.kind in STRICT]
        if len(values) < 2:
            continue
        last = _last_run(values, line.text)
        verbs = list(_VERB.finditer(line.text, start, last[0].start))
        phrase = line.text[start : verbs[0].start()] if verbs else ""
        names = [part for part in re.split(r",\s*(?:and\s+)?", phrase) if part.strip()]
        if phrase and (len(names) > 1 or re.search(r"\band\b", phrase)):
            joined = re.compile(r"(?<=\w)\s+and\s+(?=\w)")
            yield _arity(names, joined), len(last), line.text[last[0].start : match.end()]


def _arity(parts: Sequence[str], joint: re.Pattern[str]) -> Arity:
    """Count names; each joint inside a part may part two names, or stand inside one."""
    return Arity(len(parts), len(parts) + sum(len(joint.findall(part)) for part in parts))


def _run(values: Sequence[Reading], text: str, joints: str) -> int:
    """Return how many values stand in a row from the first on."""
    count = min(1, len(values))
    for one, two in pairwise(values):
        between = text[one.end : two.start].strip()
        if not between or between.strip(joints) or len(between) > 2:
            break
        count += 1
    return count


def _last_run(values: Sequence[Reading], text: str) -> Sequence[Reading]:
    first = len(values) - 1
    while first and re.fullmatch(r"[\s,]*(?:and\s+)?", text[values[first - 1].end : values[first].start]):
        first -= 1
    return values[first:]
