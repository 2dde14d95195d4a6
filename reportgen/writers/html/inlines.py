"""Words in, HTML out: each wording in its own language, each figure with the fact that it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from reportgen.document import (
    Document,
    Emphasis,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Piece,
    Reference,
    Strong,
    Text,
    Words,
    plain,
)
from reportgen.errors import Place, WriterError
from reportgen.themes import Theme
from reportgen.writers.html.markup import Html, element, join, optional, text

_SCHEMES = ("http://", "https://", "mailto:", "#")


@dataclass(frozen=True, slots=True)
class Pen:
    """What all blocks of one page share: the document, its theme, the notes met so far, and the `width` in points."""

    document: Document
    theme: Theme
    width: float
    notes: list[Html] = field(default_factory=list)

    def words(
        self, words: Words, role: str, name: str = "span", start: Html | None = None, *, follow: bool = False
    ) -> Html:
        """Return each wording as an element `name` in the look of `role`, the second ones (or all) as they `follow`.

        `start`, such as a direction mark, goes before the words of the first.  A second language that would only
        repeat the first, as in `3.5%`, is silent.
        """
        return join(
            element(
                name,
                *((start,) if start and not index else ()),
                self.inlines(wording.content, wording.lang),
                class_=self.look(role, wording.lang, follow=follow or index > 0),
                lang=wording.lang,
            )
            for index, wording in enumerate(unlike(words))
        )

    def look(self, role: str, lang: str, *, follow: bool = False) -> str:
        """Return the classes of `role`, with those of its look in `lang` where the theme has one (`body.en`)."""
        own = f"{role}.{lang}"
        roles = (role,) if follow or self.theme.style(own).role != own else (role, own)
        names = (self.theme.style(name).role.replace(".", "-") for name in roles)
        return " ".join((*names, "follow") if follow else names)

    def inlines(self, content: Inlines, lang: str) -> Html:
        """Return `content`, whose words are in `lang`."""
        return join(self.inline(inline, lang) for inline in content)

    def svg_inlines(self, content: Inlines) -> Html:
        """Return `content` for a drawing, which knows text and figures only."""
        return join(
            element("tspan", text(inline.text), data_fact=inline.fact, data_side=inline.side)
            if isinstance(inline, Figure)
            else text(plain((inline,)))
            for inline in content
        )

    def inline(self, inline: Inline, lang: str) -> Html:
        """Return one inline; raise WriterError for a link that leads nowhere safe."""
        match inline:
            case Text():
                return optional("span", text(inline.text), lang=inline.lang) if inline.lang else text(inline.text)
            case Strong():
                return element("strong", self.inlines(inline.content, lang))
            case Emphasis():
                return element("em", self.inlines(inline.content, lang))
            case Link():
                return element("a", self.inlines(inline.content, lang), href=_address(inline))
            case Reference():
                return element("a", text(inline.text), href=f"#{inline.target}")
            case Note():
                return self._note(inline, lang)
            case LineBreak():
                return element("br")
            case Figure():
                return figure(inline)
            case _:
                assert_never(inline)

    def _note(self, note: Note, lang: str) -> Html:
        number = note.number or str(len(self.notes) + 1)
        key = f"{number}-{lang}"
        back = element("a", text(number), href=f"#from-{key}")
        content = self.inlines(note.content, lang)
        self.notes.append(element("li", back, text(" "), content, id=f"note-{key}", class_="note", lang=lang))
        return element("sup", element("a", text(number), href=f"#note-{key}", id=f"from-{key}"))


def unlike(words: Words) -> Words:
    """Return `words` without the wordings that are empty or say again what the first says."""
    spoken = [wording for wording in words if wording.content]
    return tuple(it for it in spoken if it is spoken[0] or plain(it.content) != plain(spoken[0].content))


def figure(shown: Figure) -> Html:
    """Return a figure as `data` whose value is its number, or as a span where it has none."""
    pieces = join(element("span", text(piece.text), class_=kind(piece)) for piece in shown.pieces if piece.text)
    number = next((piece.text.replace(",", "") for piece in shown.pieces if piece.kind == "number" and piece.text), "")
    name = "data" if number else "span"
    return element(name, pieces, value=number, class_="figure", data_fact=shown.fact, data_side=shown.side)


def kind(piece: Piece) -> str:
    """Return the piece's kind; a unit that is a sign, such as `%`, is set as large as its number."""
    return "unit sign" if piece.kind == "unit" and not any(char.isalnum() for char in piece.text) else piece.kind


def said_plainly(words: Words, between: str = " · ") -> str:
    """Return what all wordings say as one plain text, for titles and alternative texts."""
    return between.join(plain(wording.content) for wording in words if wording.content)


def _address(link: Link) -> str:
    if link.target.lower().startswith(_SCHEMES):
        return link.target
    where = Place(words=plain(link.content))
    raise WriterError.of("link-scheme", f"“{link.target}” is no address for a page", where, "begin it with https://")
