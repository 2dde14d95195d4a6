"""What one language says or stresses and another does not: blocks that are not built alike, figures, emphasis."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import zip_longest

from reportgen.checks.pairing import told
from reportgen.checks.proof import Line, Proof, Remark, Span
from reportgen.document import Block, Card, Chart, Keywords, List, Panel, Table
from reportgen.errors import Place
from reportgen.facts import Fact
from reportgen.facts.truth import holds
from reportgen.reading import read

figure_parity = partial(told, code="figure-parity")
rounding_parity = partial(told, code="rounding-parity")
scale_slips = partial(told, code="scale-slip")


def qualifier_parity(proof: Proof) -> Iterator[Remark]:
    """Yield hedges that only one language says, and hedges of an author that are untrue of the figure beside them."""
    yield from told(proof, "qualifier-parity")
    for line in proof.every:
        for span in line.spans:
            fact = proof.fact(span.figure)
            if fact and span.figure and span.figure.side == "value" and _is_overstated(line, span, fact):
                words = line.text[max(0, span.start - (2 if line.chinese else 10)) : span.end].strip()
                message = f"“{words}” is untrue: {fact.id} is exactly that"
                yield Remark(message, proof.at(line, words), "leave the hedge out, or give the exact figure")


def _is_overstated(line: Line, span: Span, fact: Fact) -> bool:
    """Tell whether an author hedges a figure that says itself what it is, and says more than the data."""
    hedges = [item.qualifier for item in line.within(span) if item.qualifier]
    if not hedges or fact.obs_value is None or _is_hedged(line.text[span.start : span.end], line.lang):
        return False
    return not holds(hedges[0], fact.obs_value if fact.exact is None else fact.exact, fact.obs_value)


@lru_cache(maxsize=4096)
def _is_hedged(text: str, lang: str) -> bool:
    return any(item.qualifier for item in read(text, lang))


def structure_parity(proof: Proof) -> Iterator[Remark]:
    """Yield the first block at which each language departs from the leading one in kind, id or number of items."""
    for lang in proof.others:
        blocks = zip_longest(proof.blocks[proof.lead], proof.blocks[lang])
        pairs = ((_kind(one), _kind(two)) for one, two in blocks)
        odd = next(((one, two) for one, two in pairs if one != two), None)
        if odd:
            message = f"{proof.lead} has {odd[0]} where {lang} has {odd[1]}"
            yield Remark(message, Place(file=proof.briefing.file), "give both languages the same parts")


def emphasis_parity(proof: Proof) -> Iterator[Remark]:
    """Yield blocks in which the languages do not stress the same figures, or only one of them stresses anything."""
    for one, other in proof.aligned:
        (here, stressed), (there, also_stressed) = _stressed(one), _stressed(other)
        if not one or not other or (here == there and stressed == also_stressed):
            continue
        odd = ", ".join(sorted(here ^ there)) or "words"
        silent, speaking = (other, one) if here - there or (stressed and not also_stressed) else (one, other)
        message = f"{odd} is stressed in {speaking[0].lang} but not in {silent[0].lang}"
        yield Remark(message, proof.at(silent[0], ""), "stress the same figures in every language")


def _stressed(lines: tuple[Line, ...]) -> tuple[set[str], bool]:
    """Return the figures that are stressed, and whether anything is."""
    spans = [(line, strong) for line in lines for strong in line.strong]
    inside = (
        span.figure
        for line, strong in spans
        for span in line.spans
        if span.figure and strong.start <= span.start and span.end <= strong.end
    )
    return {f"the {figure.side} of {figure.fact}" for figure in inside}, bool(spans)


def _kind(block: Block | None) -> str:
    if block is None:
        return "nothing"
    return " ".join(filter(None, (type(block).__name__.lower(), block.id, _size(block))))


def _size(block: Block) -> str:
    """Say how many items a block has, where languages can differ in it; cards may part their lines as they like."""
    match block:
        case List(items=items):
            return f"of {len(items)} items"
        case Keywords(items=keywords):
            return f"of {len(keywords)} keywords"
        case Table(head=head, body=body):
            rows = (*head, *body)
            return f"of {len(rows)} rows, {sum(len(row) for row in rows)} cells"
        case Panel(cards=cards):
            return f"of {len(cards)} cards"
        case Chart(series=series):
            return f"of {sum(len(each.points) for each in series)} points"
        case Card(lines=lines):
            return f"of {len(lines)} lines" if not lines else ""
        case _:
            return ""
