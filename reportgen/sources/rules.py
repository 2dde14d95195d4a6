"""What an author tells the checks: the top mapping of a briefing in, claims, suppressions and allowances out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from reportgen.errors import Place
from reportgen.facts import Allowance, Claim, Fact, Identity, Rules, Suppression
from reportgen.sources.faults import Faults, nearest
from reportgen.sources.nodes import Leaf, Listing, Mapped, Node, kind

KEYS = ("claims", "suppress", "allow_numbers", "identities", "max_age_days")
"""The keys of a briefing that are for the checks."""

_Rule = TypeVar("_Rule")
_CLAIM = ("words", "kind", "scope", "evidence")


def read_rules(node: Mapped, facts: Mapping[str, Fact] | None, faults: Faults) -> Rules:
    """Return the rules that `node` holds; `facts` are those that a rule may name, if they are known."""
    return _Reader(node, facts, faults).rules()


class _Reader:
    def __init__(self, node: Mapped, facts: Mapping[str, Fact] | None, faults: Faults) -> None:
        self.node, self.facts, self.faults = node, facts, faults

    def rules(self) -> Rules:
        return Rules(
            claims=tuple(self.each("claims", _CLAIM, self.claim)),
            suppressions=tuple(self.each("suppress", ("check", "where", "reason"), self.suppression)),
            allowances=tuple(self.each("allow_numbers", ("words", "reason"), self.allowance)),
            identities=tuple(self.each("identities", ("whole", "factors"), self.identity)),
            max_age_days=self.days(),
        )

    def each(self, key: str, parts: tuple[str, ...], make: Callable[[str, Mapped], _Rule]) -> Iterator[_Rule]:
        """Yield what `make` reads from each entry of the list `key`; an entry has no other keys than `parts`."""
        value = self.node.entries.get(key)
        if not isinstance(value, Listing):
            if value and not (isinstance(value, Leaf) and not value.text):
                self.fault("wrong-shape", f"{key} is {kind(value)}", value.place, "write a list of mappings")
            return
        for index, item in enumerate(value.items, 1):
            if not isinstance(item, Mapped):
                self.fault("wrong-shape", f"{key}[{index}] is {kind(item)}", item.place, "write key: value pairs")
                continue
            for name in item.entries.keys() - set(parts):
                self.fault("unknown-key", f"{key}[{index}] has “{name}”", item.places[name], nearest(name, parts))
            yield make(f"{key}[{index}]", item)

    def claim(self, path: str, item: Mapped) -> Claim:
        words = tuple(self.texts(path, item, "words"))
        parts = {name: self.text(path, item, name) for name in ("kind", "scope", "evidence")}
        return Claim(words, **{**parts, "evidence": self.known(path, item, parts["evidence"])}, origin=item.place)

    def suppression(self, path: str, item: Mapped) -> Suppression:
        check, where = self.needed(path, item, "check"), self.text(path, item, "where")
        return Suppression(check, where, self.needed(path, item, "reason"), item.place)

    def allowance(self, path: str, item: Mapped) -> Allowance:
        return Allowance(self.needed(path, item, "words"), self.needed(path, item, "reason"), item.place)

    def identity(self, path: str, item: Mapped) -> Identity:
        whole = self.known(path, item, self.needed(path, item, "whole"))
        factors = tuple(self.known(path, item, name) for name in self.texts(path, item, "factors"))
        return Identity(whole, factors, item.place)

    def days(self) -> int:
        value = self.node.entries.get("max_age_days")
        if value is None or (isinstance(value, Leaf) and not value.text.strip()):
            return 0
        text = value.text.strip() if isinstance(value, Leaf) else ""
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            self.fault("not-a-whole-number", "max_age_days is no number of days", value.place, "write such as 400")
            return 0
        return int(text)

    def needed(self, path: str, item: Mapped, name: str) -> str:
        text = self.text(path, item, name)
        if not text:
            self.fault("missing-key", f"{path} has no {name}", item.place, f"write {name}: …")
        return text

    def text(self, path: str, item: Mapped, name: str) -> str:
        value = item.entries.get(name)
        if isinstance(value, Leaf):
            return value.text.strip()
        if value:
            self.fault("wrong-shape", f"{path}.{name} is {kind(value)}", value.place, "write one text")
        return ""

    def texts(self, path: str, item: Mapped, name: str) -> Iterator[str]:
        """Yield the text of `name`, or each of its texts where it is a list or one thing said in several languages."""
        found = [leaf.text.strip() for leaf in _leaves(item.entries.get(name)) if leaf.text.strip()]
        if not found:
            self.fault("missing-key", f"{path} has no {name}", item.place, f"write {name}: …")
        yield from found

    def known(self, path: str, item: Mapped, name: str) -> str:
        if name and self.facts is not None and name not in self.facts:
            hint = nearest(name, self.facts, "write the id of a fact")
            self.fault("unknown-fact", f"{path} names “{name}”, which is no fact", item.place, hint)
        return name

    def fault(self, code: str, message: str, where: Place, hint: str) -> None:
        self.faults.add(code, message, where, hint)


def _leaves(node: Node | None) -> Iterator[Leaf]:
    match node:
        case Leaf():
            yield node
        case Listing(items):
            for item in items:
                yield from _leaves(item)
        case Mapped(entries):
            for item in entries.values():
                yield from _leaves(item)
