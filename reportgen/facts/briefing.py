"""A loaded briefing: facts, what they measure, authored text and pictures, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.facts.model import Fact, Indicator, Names

Content = str | list["Content"] | dict[str, "Content"]
"""What an author wrote in `briefing.yaml`: strings, lists and mappings, every scalar still a string."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture file that was read and measured: `width` and `height` in pixels."""

    name: str
    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of authored prose: a `title` and a Markdown `body`; `line` is where the body begins in `file`."""

    title: str
    body: str
    file: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything one briefing is made from.

    `areas` and `scopes` name places and the circles that ranks are counted in, by code and language; `content` is the
    part of `briefing.yaml` that belongs to the template; `texts` is authored prose by language and unit id; `digest`
    is the SHA-256 of all that was read; `style` names the house style of a language that has several.
    """

    id: str
    template: str
    theme: str
    languages: tuple[str, ...]
    issued: date
    facts: Mapping[str, Fact]
    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Names] = field(default_factory=dict)
    scopes: Mapping[str, Names] = field(default_factory=dict)
    content: Mapping[str, Content] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, Unit]] = field(default_factory=dict)
    media: Mapping[str, Media] = field(default_factory=dict)
    digest: str = ""
    file: str = ""
    style: Mapping[str, str] = field(default_factory=dict)

    def indicator_of(self, fact: Fact) -> Indicator:
        """Return what `fact` measures."""
        return self.indicators[fact.indicator]
