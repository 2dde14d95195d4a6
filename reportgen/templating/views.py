"""What a template sees of a briefing: facts said in one language, and content with its language chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.document import Figure
from reportgen.errors import TemplateError
from reportgen.facts import Briefing, Content, Fact, rounded
from reportgen.languages import LANGUAGES, Language
from reportgen.templating.environment import tell
from reportgen.templating.slots import Data, Slots


class FactView:
    """One fact as a phrase may name it: every word of it is finished, and leaves a key where it is printed."""

    def __init__(self, fact: Fact, briefing: Briefing, language: Language, slots: Slots) -> None:
        self._fact = fact
        self._briefing = briefing
        self._language = language
        self._slots = slots

    def __html__(self) -> Markup:
        """Print the amount as it runs in a sentence, or the rate of a fact that is known by its change alone."""
        return self.rate if self._fact.obs_value is None and self._fact.changes else self.running

    @property
    def id(self) -> Data:
        """The fact's id."""
        return Data(self._fact.id, self._slots)

    @property
    def name(self) -> Data:
        """The indicator's name as it runs in a sentence."""
        return Data(self._language.name(self._briefing.indicator_of(self._fact)), self._slots)

    @property
    def Name(self) -> Data:  # noqa: N802 - a capital asks for a capital
        """The indicator's name as it begins a line."""
        return Data(self._language.name(self._briefing.indicator_of(self._fact), capital=True), self._slots)

    @property
    def Label(self) -> Data:  # noqa: N802 - as above
        """The indicator's short name as it heads a card; its name where it has none."""
        short = self._briefing.indicator_of(self._fact).short.get(self._language.code, "")
        return Data(self._language.capitalised(short), self._slots) if short else self.Name

    @property
    def area(self) -> Data:
        """The name of the place."""
        return Data(self._language.area(self._briefing.areas, self._fact.ref_area), self._slots)

    @property
    def amount(self) -> Markup:
        """The value with scale, unit and noun."""
        return self._value("amount")

    @property
    def bare(self) -> Markup:
        """The value without its noun, for a card."""
        return self._value("bare")

    @property
    def running(self) -> Markup:
        """The value in a sentence, small English counts in words."""
        return self._value("running")

    @property
    def opening(self) -> Markup:
        """The value as it begins a sentence: no English sentence begins with a digit."""
        return self._value("running", opening=True)

    @property
    def crossing(self) -> Markup:
        """The value as a threshold that is crossed for the first time: 突破 | surpassing."""
        return self._value("amount", form="crossing")

    @property
    def crossed(self) -> Markup:
        """The threshold with the sentence's verb: 突破1600亿元 | surpassed 160 billion yuan."""
        return self._value("amount", form="crossed")

    @property
    def suffixed(self) -> Markup:
        """The value with its hedge behind the number: 4000余万元, 5%左右."""
        return self._value("amount", form="suffix")

    @property
    def attributive(self) -> Markup:
        """The value before a noun: 100亿元 | 10-billion-yuan."""
        return self._value("attributive")

    @property
    def level(self) -> Markup:
        """The value as a class: 百亿级 | 10-billion-yuan level."""
        return self._value("attributive", level=True)

    def part(self, whole: object = "") -> Markup:
        """Say the share of the `whole`, or the contribution to its growth."""
        return self._value("part", whole=self._slots.plain(str(whole)))

    def to(self, high: object) -> Markup:
        """Say the range from this fact to `high`."""
        if not isinstance(high, FactView):
            return _no_fact(high)
        if self._fact.obs_value is None or high._fact.obs_value is None:
            return (self if self._fact.obs_value is None else high)._lacks("obs_value")
        return self._said("span", self._fact, high._fact, self._briefing.indicator_of(self._fact))

    def dollars(self, rate: object, digits: object) -> Markup:
        """Say yuan in U.S. dollars, in brackets, at the stored `rate`, rounded to `digits` significant digits."""
        if not isinstance(rate, FactView):
            return _no_fact(rate)
        for view in (self, rate):
            unit = self._briefing.indicator_of(view._fact).unit_measure
            if unit != "CNY":
                tell("dollars", f"fact {view._fact.id} is in {unit}", "convert yuan at a rate in yuan for one dollar")
                return Markup("")
        return self._said("equivalent", self._fact, rate._fact, _count(digits))

    def rounded(self, digits: object) -> FactView:
        """Return this fact with `digits` significant digits, rounded half-up, once."""
        try:
            fact = rounded(self._fact, _count(digits))
        except TemplateError as error:
            _tell_all(error)
            return self
        return FactView(fact, self._briefing, self._language, self._slots)

    def at(self, digits: object) -> FactView:
        """Return this fact rounded to `digits`, or as it is where there are none or it has no value to round."""
        asked = not isinstance(digits, Undefined) and str(digits).strip()
        return self.rounded(digits) if asked and self._fact.obs_value is not None else self

    @property
    def clause(self) -> Markup:
        """The change as a sentence says it: 同比增长3.2% | grew 3.2 percent year on year."""
        if not self._fact.changes:
            return self._lacks("change")
        return self._said("clause", self._fact, self._briefing.indicator_of(self._fact))

    @property
    def pace(self) -> Markup:
        """How the growth rate goes on: 增速回落0.6个百分点 | growth slowed by 0.6 percentage points."""
        return self._change("pace")

    @property
    def multiple(self) -> Markup:
        """The value as a multiple of its base: 上年同期的2.2倍 | 2.2 times the year-earlier level."""
        return self._change("multiple")

    @property
    def change(self) -> Markup:
        """The change in words and number."""
        return self._change("change")

    def change_with(self, other: FactView) -> Markup:
        """Say the change once for this fact and `other`; tell where they do not share it."""
        mine, theirs = self._fact.change(), other._fact.change()
        if mine is None or mine != theirs:
            message = f"facts {self._fact.id} and {other._fact.id} do not share one change"
            tell("fact-shared", message, "say each by a pattern of its own")
            return Markup("")
        return self._slots.put(replace(self._language.change(self._fact), shared=(other._fact.id,)))

    @property
    def rate(self) -> Markup:
        """The change's number with its percent or points."""
        return self._change("rate")

    @property
    def short_rate(self) -> Markup:
        """The change's number in display form."""
        return self._change("short_rate")

    @property
    def movement(self) -> Markup:
        """The words of the change without its number."""
        return self._change("movement")

    @property
    def rank(self) -> Markup:
        """The rank with its scope."""
        if self._fact.rank is None:
            return self._lacks("rank")
        return self._slots.put(self._language.rank(self._fact, self._briefing.scopes))

    @property
    def period(self) -> Data:
        """The period in words."""
        return Data(self._language.period(self._fact.time_period), self._slots)

    @property
    def basis(self) -> Data:
        """The prices of the indicator, if it has any: 按不变价格计算 | at constant prices."""
        basis = self._briefing.indicator_of(self._fact).price_basis
        return Data(self._language.word(f"{basis}-prices") if basis else "", self._slots)

    @property
    def trend(self) -> str:
        """The direction of the change: `up`, `down` or `flat`."""
        change = self._fact.change()
        return change.trend if change else ""

    @property
    def _states(self) -> bool:
        """Whether there is a value, or the word for a missing one, to print."""
        return self._fact.obs_value is not None or self._fact.obs_status == "M"

    def _value(self, how: str, **settings: object) -> Markup:
        if not self._states:
            return self._lacks("obs_value")
        return self._said(how, self._fact, self._briefing.indicator_of(self._fact), **settings)

    def _change(self, form: str) -> Markup:
        if not self._fact.changes:
            return self._lacks("change")
        return self._said(form, self._fact)

    def _said(self, how: str, *about: object, **settings: object) -> Markup:
        """Print what the language says, or tell why it cannot."""
        try:
            figure: Figure = getattr(self._language, how)(*about, **settings)
        except TemplateError as error:
            _tell_all(error)
            return Markup("")
        return self._slots.put(replace(figure, digits=self._fact.digits) if figure.side == "value" else figure)

    def _lacks(self, side: str) -> Markup:
        tell(
            "fact-side",
            f"fact {self._fact.id} has no {side}",
            f"give it in {self._fact.origin}, or use another pattern",
        )
        return Markup("")


def _no_fact(value: object) -> Markup:
    tell("fact-expected", f"{str(value)[:40]!r} is no fact", "name a fact of the briefing")
    return Markup("")


def _count(digits: object) -> int:
    """Return the whole number that an author or a template wrote."""
    text = str(digits).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _tell_all(error: TemplateError) -> None:
    for finding in error.findings:
        tell(finding.code, finding.message, finding.hint)


class Facts(Mapping[str, FactView]):
    """The briefing's facts by id; an id's hyphens may be written as underscores."""

    def __init__(self, briefing: Briefing, language: Language, slots: Slots) -> None:
        self._views = {fact.id: FactView(fact, briefing, language, slots) for fact in briefing.facts.values()}
        self._views |= {name.replace("-", "_"): view for name, view in self._views.items()}

    def __getitem__(self, name: str) -> FactView:
        return self._views[str(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)


def localised(content: Content, lang: str, slots: Slots) -> Any:
    """Return `content` for the language `lang`: strings as data, and `{zh: …, en: …}` as the side of that language."""
    match content:
        case str():
            return Data(content, slots)
        case list():
            return [localised(item, lang, slots) for item in content]
        case dict() if is_said(content):
            return Data(str(content.get(lang, "")), slots)
        case _:
            return {key: localised(item, lang, slots) for key, item in content.items()}


def is_said(content: Mapping[str, Content]) -> bool:
    """Tell whether a mapping is one thing said in several languages."""
    return bool(content) and content.keys() <= LANGUAGES.keys()
