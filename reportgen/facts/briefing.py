"""A loaded briefing: facts, what they measure, authored text and pictures, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.errors import Place
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
class Term:
    """A term of the glossary: its customary `names` by language, and forms that are allowed or forbidden beside them.

    `also` and `avoid` are forms of any language; a term that is a `proper` name has one spelling.
    """

    names: Names
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    note: str = ""
    proper: bool = False
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A superlative that an author vouches for: its `words` as they stand, `scope`, and the fact that is `evidence`."""

    words: tuple[str, ...]
    kind: str = ""
    scope: str = ""
    evidence: str = ""
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that an author answers for: the code of its `check`, `where` it is, and the `reason`."""

    check: str
    where: str
    reason: str
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Words with a number in them that no fact stands behind, and the `reason` why they may stand."""

    words: str
    reason: str
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """Facts that multiply: `whole` is the product of `factors`, a percentage among them counting as a share."""

    whole: str
    factors: tuple[str, ...]
    origin: Place = field(default_factory=Place, compare=False)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an author tells the checks; `max_age_days` is the age at issue from which a figure is stale, 0 for never."""

    claims: tuple[Claim, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    identities: tuple[Identity, ...] = ()
    max_age_days: int = 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything one briefing is made from.

    `areas` and `scopes` name places and the circles that ranks are counted in, by code and language; `content` is the
    part of `briefing.yaml` that belongs to the template; `texts` is authored prose by language and unit id; `digest`
    is the SHA-256 of all that was read; `style` names the house style of a language that has several.  `glossary`,
    `rules` and the facts of the `previous` edition are for the checks alone, as are `places`, where each entry of
    `content` stands by its path (`masthead.kicker.zh`, `items[2]`), and `confirmed`, the digests of wordings that were
    confirmed to say the same, by unit and language.
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
    glossary: tuple[Term, ...] = ()
    rules: Rules = field(default_factory=Rules)
    previous: Mapping[str, Fact] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    confirmed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def indicator_of(self, fact: Fact) -> Indicator:
        """Return what `fact` measures."""
        return self.indicators[fact.indicator]
