"""Lists that are said to be sorted: lines and the lists after them in, those in another order out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.checks.proof import Line, Proof, Remark
from reportgen.document import Block, List, Table
from reportgen.document.walk import walk
from reportgen.reading import Reading

_SORTED = {
    "zh": re.compile(
        r"(?P<down>由[高大多]到[低小少]|从[高大多]到[低小少]|降序)|(?P<up>由[低小少]到[高大多]|从[低小少]到[高大多]|升序)"
    ),
    "en": re.compile(
        r"(?P<down>in descending order|from (?:the )?(?:highest to (?:the )?lowest|largest to (?:the )?smallest))"
        r"|(?P<up>in ascending order|from (?:the )?(?:lowest to (?:the )?highest|smallest to (?:the )?largest))",
        re.IGNORECASE,
    ),
}


def sorted_lists(proof: Proof) -> Iterator[Remark]:
    """Yield lists in a sentence, in items or in a table that are said to be sorted and are not."""
    for lang, blocks in proof.blocks.items():
        for index, block in enumerate(blocks):
            for line in proof.of[lang].get(block.id or str(index), ()):
                match = _SORTED["zh" if line.chinese else "en"].search(line.masked)
                if match:
                    yield from _unsorted(proof, line, match, blocks[index : index + 2])


def _unsorted(proof: Proof, line: Line, match: re.Match[str], blocks: Sequence[Block]) -> Iterator[Remark]:
    """Yield the first pair of values that stands in the wrong order."""
    start, end = line.sentence(match.start())
    values = _alike([item for item in line.readings if start <= item.start < end])
    if len(values) < 2:
        values = _below(proof, line, blocks)
    for one, two in pairwise(values):
        if one.value != two.value and (one.value < two.value) == bool(match["down"]):
            message = f"“{two.text}” after “{one.text}” is not {match[0]}"
            yield Remark(message, proof.at(line, two.text), "sort the list by its values")
            return


def _below(proof: Proof, line: Line, blocks: Sequence[Block]) -> list[Reading]:
    """Return one value of each item of the list after a line, or of each row of the table that a line heads."""
    this, after = blocks[0], blocks[1] if len(blocks) > 1 else None
    if isinstance(this, Table):
        found = _alike([item for cell in proof.of[line.lang].get(this.id, ()) for item in cell.readings])
        return found if len(found) == len(this.body) else []
    if not isinstance(after, List):
        return []
    texts = ((cell for block in walk(item) for cell in proof.of[line.lang].get(block.id, ())) for item in after.items)
    firsts = (next((item for cell in cells for item in _alike(cell.readings)), None) for cells in texts)
    return _alike([item for item in firsts if item])


def _alike(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of the kind that most of them have."""
    kinds = [item.kind for item in readings if item.kind in ("amount", "percent", "points")]
    most = max(kinds, key=kinds.count, default="")
    return [item for item in readings if item.kind == most]
