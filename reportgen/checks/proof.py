"""What checks read: documents of all languages and their briefing in; lines with their figures and readings out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar, assert_never

from reportgen.document import (
    Block,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Masthead,
    Note,
    Reference,
    Strong,
    Table,
    Text,
)
from reportgen.document.walk import slots, walk
from reportgen.errors import Finding, Place, Severity
from reportgen.facts import Briefing, Fact
from reportgen.reading import PeriodReading, Reading, read, read_periods

_Made = TypeVar("_Made")
_ENDS = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")
_TRADITIONAL = str.maketrans(
    "個億萬兩長與減漲連續創達預計約過際獨壟領從遞數據項類條戶幣傳權點產業營額總間區別圍標開質國內實"
    "餘較環幾為負廣強噸時單務應報歷縮擴虧轉緩縣東級樓書屆階線責種輪處當無測將爭動貢獻佔潤補後終時遠優",
    "个亿万两长与减涨连续创达预计约过际独垄领从递数据项类条户币传权点产业营额总间区别围标开质国内实"
    "余较环几为负广强吨时单务应报历缩扩亏转缓县东级楼书届阶线责种轮处当无测将争动贡献占润补后终时远优",
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says; the code, and the severity unless it is given, are those of its rule."""

    message: str
    where: Place = field(default_factory=Place)
    hint: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a line, from `start` to `end`, that data or a transform wrote: a `figure`, or a reference."""

    start: int
    end: int
    figure: Figure | None = None


@dataclass(frozen=True, eq=False)
class Line:
    """One slot of words, or one note, of a `block` in a language: its characters, and who wrote which of them."""

    lang: str
    block: Block
    text: str
    spans: tuple[Span, ...] = ()
    strong: tuple[Span, ...] = ()

    @property
    def chinese(self) -> bool:
        """Whether the line is Chinese, in whichever characters."""
        return self.lang.startswith("zh")

    @property
    def heading(self) -> bool:
        """Whether the line heads others."""
        return isinstance(self.block, Heading | Masthead)

    @cached_property
    def simple(self) -> str:
        """The characters of the line, those of common statistical words made simplified ones, one for one."""
        return self.text.translate(_TRADITIONAL) if self.lang == "zh-Hant" else self.text

    @cached_property
    def masked(self) -> str:
        """The `simple` line with the characters of figures blotted out, as long as it was."""
        return blotted(self.simple, ((span.start, span.end) for span in self.spans))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every figure that the line says, in order."""
        return read(self.text, self.lang)

    @cached_property
    def authored(self) -> tuple[Reading, ...]:
        """The readings that no data stand behind."""
        return tuple(item for item in self.readings if not self.over(item))

    def over(self, item: Reading) -> Span | None:
        """Return what wrote the characters of a reading, or None where an author did."""
        return next((span for span in self.spans if span.start < item.end and item.start < span.end), None)

    def within(self, span: Span) -> tuple[Reading, ...]:
        """Return the readings over a span."""
        return tuple(item for item in self.readings if span.start < item.end and item.start < span.end)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence or part between semicolons begins and ends."""
        free = self.masked
        cuts = [0, *(match.end() for match in _ENDS.finditer(free)), len(free)]
        return tuple((start, end) for start, end in pairwise(cuts) if start < end)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around the character `at` begins and ends."""
        return next((cut for cut in self.sentences if cut[0] <= at < cut[1]), (0, len(self.text)))


class Proof:
    """The documents of one briefing, the leading language first, as the checks read them."""

    def __init__(self, documents: Mapping[str, Document], briefing: Briefing) -> None:
        self.documents, self.briefing = documents, briefing
        self.lead, self.others = next(iter(documents), ""), tuple(documents)[1:]
        self.blocks = {lang: tuple(walk(document.blocks)) for lang, document in documents.items()}
        self._made: dict[Callable[[Proof], Any], Any] = {}
        self._periods: dict[Line, tuple[PeriodReading, ...]] = {}

    @cached_property
    def lines(self) -> Mapping[str, tuple[Line, ...]]:
        """Every line of each language, in reading order."""
        return {lang: tuple(line for block in self.of[lang].values() for line in block) for lang in self.documents}

    @cached_property
    def of(self) -> Mapping[str, Mapping[str, tuple[Line, ...]]]:
        """The lines of each block by language and the block's id; a block without one is known by its place."""
        return {
            lang: {block.id or str(index): tuple(_lines(block, lang)) for index, block in enumerate(blocks)}
            for lang, blocks in self.blocks.items()
        }

    @property
    def every(self) -> Iterator[Line]:
        """Every line of every language."""
        return (line for lines in self.lines.values() for line in lines)

    @property
    def chinese(self) -> Iterator[Line]:
        """Every Chinese line."""
        return (line for line in self.every if line.chinese)

    @property
    def english(self) -> Iterator[Line]:
        """Every English line."""
        return (line for line in self.every if line.lang.startswith("en"))

    @property
    def aligned(self) -> Iterator[tuple[tuple[Line, ...], tuple[Line, ...]]]:
        """The lines of each block in the leading language with those of the same block in each other language.

        Tables of one shape are aligned cell by cell, so that no two cells change places unseen.
        """
        pairs = ((self.of[self.lead], self.of[other]) for other in self.others)
        for one, other in ((lead[name], other[name]) for lead, other in pairs for name in lead if name in other):
            if len(one) == len(other) and one and isinstance(one[0].block, Table):
                yield from (((left,), (right,)) for left, right in zip(one, other, strict=True))
            else:
                yield one, other

    def once(self, make: Callable[[Proof], _Made]) -> _Made:
        """Return what `make` makes of this proof, made only once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[no-any-return]

    def periods(self, line: Line) -> tuple[PeriodReading, ...]:
        """Return the times that a line names, resolved against the day of issue."""
        if line not in self._periods:
            self._periods[line] = read_periods(line.text, line.lang, self.briefing.issued)
        return self._periods[line]

    def fact(self, figure: Figure | None) -> Fact | None:
        """Return the fact that a figure shows."""
        return self.briefing.facts.get(figure.fact) if figure else None

    def at(self, line: Line, words: str) -> Place:
        """Say where `words` of a line stand: in the authored text that has them, or else in the block."""
        found = re.compile(r"\s+".join(map(re.escape, words.split()))) if words.strip() else None
        for unit in self.briefing.texts.get(line.lang, {}).values():
            match = found.search(unit.body) if found else None
            if match:
                number = unit.line + unit.body.count("\n", 0, match.start())
                return Place(unit.file, number, block=line.block.id, words=words)
        return Place(self.briefing.file, block=line.block.id, words=words)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: what runs it, what it is about in a few words, how grave its findings are, and its number."""

    run: Callable[[Proof], Iterator[Remark]]
    about: str
    severity: Severity
    number: str

    def findings(self, code: str, proof: Proof) -> Iterator[Finding]:
        """Yield the remarks of the check as findings called `code`, each once."""
        for remark in dict.fromkeys(self.run(proof)):
            yield Finding(code, remark.message, remark.where, remark.hint, remark.severity or self.severity)


def of_fact(fact: Fact) -> Place:
    """Say where a fact stands."""
    return replace(fact.origin, words=fact.id)


def blotted(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """Return `text`, as long as it was, with what stands in `spans` made object replacement characters."""
    for start, end in spans:
        text = text[:start] + "\ufffc" * (end - start) + text[end:]
    return text


def _lines(block: Block, lang: str) -> Iterator[Line]:
    contents = (wording.content for words in slots(block) for wording in words if wording.lang == lang)
    for content in contents:
        pending = [content]
        while pending:
            gathered = _Gathered(pending)
            gathered.add(pending.pop(0))
            if gathered.text:
                yield Line(lang, block, gathered.text, tuple(gathered.spans), tuple(gathered.strong))


class _Gathered:
    """The characters of inlines, as they are put together; notes wait in `pending` for a line of their own."""

    def __init__(self, pending: list[Inlines]) -> None:
        self.text = ""
        self.spans: list[Span] = []
        self.strong: list[Span] = []
        self.pending = pending

    def add(self, content: Inlines) -> None:
        for inline in content:
            self.take(inline)

    def take(self, inline: Inline) -> None:
        start = len(self.text)
        match inline:
            case Text(text=text):
                self.text += text
            case Figure():
                self.text += inline.text
                self.spans.append(Span(start, len(self.text), inline))
            case Reference(text=text):
                self.text += text
                self.spans.append(Span(start, len(self.text)))
            case Strong(content=content):
                self.add(content)
                self.strong.append(Span(start, len(self.text)))
            case Emphasis(content=content) | Link(content=content):
                self.add(content)
            case Note(content=content):
                self.pending.append(content)
            case LineBreak():
                self.text += " "
            case _:
                assert_never(inline)
