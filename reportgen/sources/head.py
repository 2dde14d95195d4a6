"""Head of a briefing: the author's top mapping in, typed head values and the template's own content out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.errors import Place
from reportgen.facts import Content, Names
from reportgen.languages import LANGUAGES, PROFILES
from reportgen.sources import rules
from reportgen.sources.characters import forbidden
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.nodes import Leaf, Listing, Mapped, Node, kind, plain

KEYS = (
    *("id", "template", "theme", "languages", "issued", "defaults", "areas", "scopes", "style"),
    *("facts", "indicators", "glossary", "previous", *rules.KEYS),
)
DEFAULT_THEME = "newsprint-red"
_DEFAULTS = ("ref_area", "time_period")
_ID = re.compile(r"[^\W_][\w-]{0,79}")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a briefing; `defaults` fill empty cells of facts, `places` say where each key stands.

    `style` names the house style of a language that has several: `style: {en: nbs}`.
    """

    id: str = ""
    template: str = ""
    theme: str = DEFAULT_THEME
    languages: tuple[str, ...] = ()
    issued: date = date.min
    defaults: Mapping[str, Leaf] = field(default_factory=dict)
    areas: Mapping[str, Names] = field(default_factory=dict)
    scopes: Mapping[str, Names] = field(default_factory=dict)
    style: Mapping[str, str] = field(default_factory=dict)
    content: Mapping[str, Content] = field(default_factory=dict)


def read_head(node: Mapped, name: str, faults: Faults) -> Head:
    """Return the head that `node` holds; `name` is the briefing's id where it gives none."""
    return _Reader(node, faults).head(name)


class _Reader:
    def __init__(self, node: Mapped, faults: Faults) -> None:
        self.node, self.faults = node, faults
        self.languages: tuple[str, ...] = ()

    def head(self, name: str) -> Head:
        _refuse_forbidden(self.node, self.faults)
        self.languages = self.tags()
        return Head(
            id=self.name(name),
            template=self.text("template", "write template: followed by a name that `reportgen list templates` shows"),
            theme=self.text("theme") or DEFAULT_THEME,
            languages=self.languages,
            issued=self.date(),
            defaults=self.defaults(),
            areas=self.named("areas"),
            scopes=self.named("scopes"),
            style=self.style(),
            content={key: plain(value) for key, value in self.node.entries.items() if key not in KEYS},
        )

    def name(self, default: str) -> str:
        given = self.text("id") or default
        if not _ID.fullmatch(given):
            hint = "use letters, digits, - and _ only, 80 at most, for files are named after it"
            self.fault("unusable-id", f"the briefing's id is “{given}”", self.place("id"), hint)
        return given

    def text(self, key: str, needed: str = "") -> str:
        """Return the text of `key`; where it is absent note that with the hint `needed`, if there is one."""
        value = self.node.entries.get(key)
        if isinstance(value, Leaf) and value.text.strip():
            return value.text.strip()
        if isinstance(value, (Listing, Mapped)):
            self.fault("wrong-shape", f"{key} is {kind(value)}", value.place, "write one text")
        elif needed:
            self.missing(key, needed)
        return ""

    def missing(self, key: str, hint: str) -> None:
        others = [other for other in self.node.entries if other not in KEYS]
        near = nearest(key, others, hint)
        message = f"{key} is {'empty' if key in self.node.entries else 'missing'}"
        self.fault("missing-key", message, self.place(key), near if near == hint else f"{near} {hint}")

    def tags(self) -> tuple[str, ...]:
        value = self.node.entries.get("languages")
        hint = "write languages: [zh, en], the leading one first"
        if not isinstance(value, Listing):
            if value:
                self.fault("wrong-shape", f"languages is {kind(value)}", value.place, hint)
            else:
                self.missing("languages", hint)
            return ()
        tags = [item.text.strip() for item in value.items if isinstance(item, Leaf)]
        if not tags or len(tags) < len(value.items) or len(set(tags)) < len(tags):
            self.fault("wrong-shape", "languages is not a list of different language tags", value.place, hint)
        for tag in tags:
            if tag not in LANGUAGES:
                self.fault("unknown-language", f"languages has “{tag}”", value.place, nearest(tag, LANGUAGES))
        return tuple(dict.fromkeys(tag for tag in tags if tag in LANGUAGES))

    def date(self) -> date:
        text = self.text("issued", "write issued: and the day of issue, such as 2023-08-25")
        try:
            if text and not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
                raise ValueError("this is not of the form 2023-08-25")
            return date.fromisoformat(text) if text else date.min
        except ValueError as error:
            hint = f"write a day such as 2023-08-25 ({error})"
            self.fault("unreadable-date", f"issued is “{text}”", self.place("issued"), hint)
            return date.min

    def defaults(self) -> Mapping[str, Leaf]:
        found = {}
        for key, value, place in self.entries("defaults"):
            if key not in _DEFAULTS or not isinstance(value, Leaf):
                hint = "defaults are ref_area and time_period, each one text"
                self.fault("unknown-key", f"defaults has {key!r}", place, hint)
            elif value.text.strip():
                found[key] = Leaf(value.text.strip(), value.place)
        return found

    def style(self) -> Mapping[str, str]:
        """Return the house style by language, each a name that the language knows."""
        found = {}
        for tag, value, place in self.entries("style"):
            if tag not in PROFILES:
                message = f"style has “{tag}”, which has one style only"
                self.fault("unknown-language", message, place, "styles are for " + ", ".join(PROFILES))
            elif not isinstance(value, Leaf) or value.text.strip() not in PROFILES[tag]:
                said = value.text if isinstance(value, Leaf) else kind(value)
                self.fault("unknown-style", f"style.{tag} is “{said}”", value.place, nearest(said, PROFILES[tag]))
            else:
                found[tag] = value.text.strip()
        return found

    def named(self, key: str) -> Mapping[str, Names]:
        """Return the names by language of each code under `key`, each in every language of the briefing."""
        return {code: self.names(f"{key}.{code}", value) for code, value, _ in self.entries(key)}

    def names(self, path: str, node: Node) -> Names:
        if not isinstance(node, Mapped):
            self.fault(
                "wrong-shape", f"{path} is {kind(node)}", node.place, "write a name per language: {zh: …, en: …}"
            )
            return {}
        names = {}
        for tag, value in node.entries.items():
            if tag not in LANGUAGES:
                self.fault("unknown-language", f"{path} has “{tag}”", node.places[tag], nearest(tag, LANGUAGES))
            elif isinstance(value, Leaf) and value.text.strip():
                names[tag] = value.text.strip()
        refuse_missing_sides(path, names, self.languages, node.place, self.faults, lambda tag: f"add {tag}: …")
        return names

    def entries(self, key: str) -> Iterator[tuple[str, Node, Place]]:
        value = self.node.entries.get(key)
        if isinstance(value, Mapped):
            yield from ((name, entry, value.places[name]) for name, entry in value.entries.items())
        elif value and not (isinstance(value, Leaf) and not value.text):
            self.fault("wrong-shape", f"{key} is {kind(value)}", value.place, "write key: value pairs under it")

    def place(self, key: str) -> Place:
        return self.node.places.get(key, Place(self.node.place.file))

    def fault(self, code: str, message: str, where: Place, hint: str) -> None:
        self.faults.add(code, message, where, hint)


def refuse_missing_sides(
    what: str, names: Names, languages: tuple[str, ...], where: Place, faults: Faults, hint: Callable[[str], str]
) -> None:
    """Note each of `languages` in which `what` has no name."""
    for tag in languages:
        if tag not in names:
            faults.add("missing-language", f"{what} has no name in {tag}", where, hint(tag))


def _refuse_forbidden(node: Node, faults: Faults) -> None:
    """Note forbidden characters that escapes in the author's file bring into a node."""
    match node:
        case Leaf(text, place):
            for _, named in forbidden(text):
                faults.add("source-character", f"{named} cannot be printed", place, "delete it")
        case Listing(items):
            for item in items:
                _refuse_forbidden(item, faults)
        case Mapped(entries, places):
            for key, value in entries.items():
                _refuse_forbidden(Leaf(key, places[key]), faults)
                _refuse_forbidden(value, faults)
