"""Keyword items to numbered rows: a small lead over a large main, in two columns where the width allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.document import Keyword, Keywords, Wording
from reportgen.writers.pdf.boxes import SLACK, Box, Mention, Stack, Tag
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.kit import Kit, separator
from reportgen.writers.pdf.notes import mentions_of
from reportgen.writers.pdf.paragraph import Paragraph
from reportgen.writers.pdf.runs import Run, runs_of
from reportgen.writers.pdf.text import Saying, balanced

Parts = list[tuple[str, Paragraph]]
"""Paragraphs with their languages."""
NARROWEST = 11
"""Ems of the main style below which items stand in one column."""
RULE_DECIMAL = "/O /List /ListNumbering /Decimal"


class KeywordItem:
    """One item: its number, and for each language lead and main.

    On a bilingual page the leading language runs its main in after its lead where both fit one line, and the others do
    so anywhere: two languages leave no room for lines of leads.
    """

    def __init__(self, kit: Kit, item: Keyword, index: int) -> None:
        self.kit, self.item, self.label = kit, item, f"{index:02}"
        self.number = kit.theme.style("keyword.number")
        self._said: dict[float, Parts] = {}
        self._made: dict[tuple[str, bool], Parts] = {}

    def parts(self, width: float) -> Parts:
        """Return the paragraphs of all languages for a measure of `width`."""
        if width not in self._said:
            spoken = {wording.lang for words in (self.item.lead, self.item.main) for wording in words}
            langs = [lang for lang in self.kit.langs if lang in spoken]
            self._said[width] = [part for lang in langs for part in self._parts(lang, langs, width)]
        return self._said[width]

    def _parts(self, lang: str, langs: Sequence[str], width: float) -> Parts:
        lead, main = (next((w for w in words if w.lang == lang), None) for words in (self.item.lead, self.item.main))
        follow = lang != langs[0]
        if len(langs) > 1 and lead and main:
            run_in = self._once(lang, True, lambda: self._run_in(lang, lead, main, follow))
            if follow or all(paragraph.natural_width() <= width for _, paragraph in run_in):
                return run_in
        return self._once(lang, False, lambda: self._over(lang, lead, main, follow))

    def _once(self, lang: str, runs_in: bool, make: Callable[[], Parts]) -> Parts:
        """Return what `make` makes, made once: the width decides only which of two ways the words are said."""
        key = (lang, runs_in)
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _over(self, lang: str, lead: Wording | None, main: Wording | None, follow: bool) -> Parts:
        """Return lead over main."""
        pairs = ((lead, "keyword.lead"), (main, "keyword.main"))
        said = [(wording, role) for wording, role in pairs if wording and wording.content]
        return [(lang, self.kit.paragraph(wording, role, follow=follow)) for wording, role in said]

    def _run_in(self, lang: str, lead: Wording, main: Wording, follow: bool) -> Parts:
        """Return lead and main in one paragraph."""
        small, large = (self.kit.style(f"keyword.{part}", lang, follow) for part in ("lead", "main"))
        space = Run(" " if follow else separator(lang), small, lang)
        runs = [*runs_of(lead.content, small, lang), space, *runs_of(main.content, large, lang)]
        return [(lang, self.kit.of_runs(runs, large, lang))]

    @property
    def indent(self) -> float:
        """The width of the number and the white after it."""
        face = self.kit.fonts.latin(self.number)
        return face.width("00", self.number.size) + self.number.size * 0.65

    def height(self, width: float) -> float:
        """Return the height of all languages."""
        inner = width - self.indent
        return sum(paragraph.height(inner) for _, paragraph in self.parts(inner))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the number on the first line's baseline, and the item beside it."""
        inner = width - self.indent
        parts = self.parts(inner)
        with canvas.element("LI"):
            with canvas.element("Lbl"), canvas.marked():
                baseline = top - (parts[0][1].first_baseline() if parts else 0.0)
                face = self.kit.fonts.latin(self.number)
                canvas.text(x, baseline, face, self.number.size, self.kit.theme.color(self.number.color), self.label)
            with canvas.element("LBody"):
                for lang, paragraph in parts:
                    self._part(canvas, lang, paragraph, x + self.indent, top, inner)
                    top -= paragraph.height(inner)

    def _part(self, canvas: TaggedCanvas, lang: str, paragraph: Paragraph, x: float, top: float, width: float) -> None:
        with canvas.element("P", lang=lang):
            paragraph.draw(canvas, x, top, balanced(paragraph, paragraph.natural_width(), width), tag="")


class KeywordRow(Box):
    """Items side by side over a hairline."""

    airy = True

    def __init__(self, kit: Kit, items: Sequence[KeywordItem], columns: int) -> None:
        self.kit, self.items, self.columns = kit, tuple(items), columns

    def _one(self, width: float) -> float:
        gutter = self.kit.theme.grid.gutter * 2
        return (width - gutter * (self.columns - 1)) / self.columns

    def _pads(self, air: float) -> tuple[float, float]:
        gutter = self.kit.theme.grid.gutter
        return gutter * (0.35 + 0.5 * air), gutter * (0.3 + 0.5 * air)

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the tallest item's height with the white around it."""
        return max(item.height(self._one(width)) for item in self.items) + sum(self._pads(air))

    def mentions(self) -> Iterator[Mention]:
        """Yield those of every item."""
        for item in self.items:
            yield from mentions_of((*item.item.lead, *item.item.main))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the items in reading order, each over its own hairline."""
        one, foot = self._one(width), top - self.height(width, air)
        for item in self.items:
            item.draw(canvas, x, top - self._pads(air)[0], one)
            with canvas.artifact():
                canvas.rect(x, foot, one, self.kit.theme.grid.hairline, self.kit.theme.color("rule"))
            x += one + self.kit.theme.grid.gutter * 2


class KeywordList(Box):
    """All rows of items; how many stand side by side is decided by the width."""

    airy = True

    def __init__(self, kit: Kit, items: Sequence[KeywordItem], tag: Tag) -> None:
        self.kit, self.items, self.tag = kit, tuple(items), tag
        self._stacks: dict[int, Stack] = {}

    def _stack(self, width: float) -> Stack:
        style = self.kit.theme.style("keyword.main")
        columns = 2 if width / 2 >= NARROWEST * style.size and len(self.items) > 1 else 1
        if columns not in self._stacks:
            groups = [self.items[start : start + columns] for start in range(0, len(self.items), columns)]
            rows = [KeywordRow(self.kit, group, columns) for group in groups]
            self._stacks[columns] = Stack(rows, self.tag)
        return self._stacks[columns]

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the rows' heights."""
        return self._stack(width).height(width, air)

    def mentions(self) -> Iterator[Mention]:
        """Yield those of every item."""
        for item in self.items:
            yield from mentions_of((*item.item.lead, *item.item.main))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the rows."""
        self._stack(width).draw(canvas, x, top, width, air)

    def least(self, width: float) -> float:
        """Return the first row's height."""
        return self._stack(width).least(width)

    def split(self, width: float, room: float) -> tuple[Box | None, Box | None]:
        """Split between rows."""
        return self._stack(width).split(width, room)


class RuledTitle(Box):
    """A group's title under a heavy rule."""

    keeps_next = True

    def __init__(self, kit: Kit, title: Saying) -> None:
        self.kit, self.title = kit, title
        self.after = title.after

    @property
    def _pad(self) -> float:
        return self.kit.theme.grid.gutter * 0.75

    def height(self, width: float, air: float = 0.0) -> float:
        """Return the height of rule, white and words."""
        return self._pad + self.title.height(width, air)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, air: float = 0.0) -> None:
        """Draw the rule as an artifact, and the title."""
        heavy = self.kit.theme.grid.heavy
        with canvas.artifact():
            canvas.rect(x, top - heavy, width, heavy, self.kit.theme.color("ink"))
        self.title.draw(canvas, x, top - self._pad, width + SLACK, air)


def keywords_box(kit: Kit, keywords: Keywords, title_tag: str) -> Stack:
    """Return the items of `keywords` under their title."""
    items = [KeywordItem(kit, item, index) for index, item in enumerate(keywords.items, 1)]
    listed = KeywordList(kit, items, Tag("L", attributes=RULE_DECIMAL))
    boxes: list[Box] = [listed]
    if keywords.title:
        boxes.insert(0, RuledTitle(kit, Saying(kit, keywords.title, "panel.title", tag=title_tag)))
    return Stack(boxes, before=kit.group, after=kit.group)
