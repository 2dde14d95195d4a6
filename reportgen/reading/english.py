"""Figures in English: a text in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from re import Match

from reportgen.document import Trend
from reportgen.reading import codes, english_dates, stamps, units
from reportgen.reading.english_words import SURROUNDINGS, plain, small
from reportgen.reading.fractions import SLASHED, fraction, slashed
from reportgen.reading.model import Kind, PeriodReading, Reading
from reportgen.reading.numerals import (
    ARABIC,
    ENGLISH,
    ENGLISH_ORDINAL,
    arabic,
    english,
    english_ordinal,
    shift,
)
from reportgen.reading.scanner import Rule, Scanner

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "tn": 12, "mln": 6, "bln": 9, "m": 6}
_CURRENCIES = {
    "us$": "USD",
    "hk$": "HKD",
    "$": "USD",
    "rmb": "CNY",
    "cny": "CNY",
    "usd": "USD",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
}
_MEASURES: dict[str, tuple[Kind, str, int]] = {
    "percent": ("percent", "PCT", 0),
    "per cent": ("percent", "PCT", 0),
    "pct": ("percent", "PCT", 0),
    "%": ("percent", "PCT", 0),
    "‰": ("percent", "PCT", -1),
    "per mille": ("percent", "PCT", -1),
    "per thousand": ("percent", "PCT", -1),
    "percentage point": ("points", "PP", 0),
    "percentage points": ("points", "PP", 0),
    "pp": ("points", "PP", 0),
    "p.p.": ("points", "PP", 0),
    "ppt": ("points", "PP", 0),
    "ppts": ("points", "PP", 0),
    "pps": ("points", "PP", 0),
    "basis point": ("points", "PP", -2),
    "basis points": ("points", "PP", -2),
    "bps": ("points", "PP", -2),
    "bp": ("points", "PP", -2),
    "times": ("multiple", "", 0),
    "fold": ("multiple", "", 0),
}
"""Relative measures: kind, unit, and the power of ten to percent or points."""


def _words(listed: list[str]) -> str:
    """Return the pattern of any of `listed`, the longest first; a hyphen may stand for a space (10-billion-yuan)."""
    ordered = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") + (r"\b" if word[-1].isalnum() else "") for word in ordered)


_UNIT = f"(?i:{_words([*units.ENGLISH, *_MEASURES])})"
_SCALE = r"(?i:thousand|million|billion|trillion|mln|bln)\b|(?:bn|tn)\b"
_CURRENCY = r"(?:US\$|HK\$|\$|(?:RMB|CNY|USD) ?|¥|€|£)"
_SIGN = r"(?:−|(?<![\w%)\]])-)?"
_NUMBER = rf"(?:{ARABIC}|(?i:{ENGLISH})|(?i:\bhalf an?\b|\ban?\b)(?=[ -](?i:million|billion|trillion)\b))"


def _quantity_pattern(mark: str) -> str:
    """Return the pattern of a number with its currency, scale and unit; its groups end in `mark`."""
    return (
        rf"(?P<sign{mark}>{_SIGN})(?P<money{mark}>{_CURRENCY})?(?P<number{mark}>{_NUMBER})"
        rf"(?:[ -]?(?P<scale{mark}>{_SCALE})|(?P<short{mark}>(?<=\d)m(?= (?:yuan|dollars|people|euros|tourist|visits)\b)))?"
        rf"(?P<plus{mark}>\+)?"
        rf"(?:[ -]?(?P<unit{mark}>{_UNIT})(?: per (?P<per{mark}>{_UNIT}))?)?"
    )


_TO = r"(?: to |–|—|-| and )"
_TEENS = "two|three|four|five|six|seven|eight|nine|ten"
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_PARTS |= {"ninth": 9, "tenth": 10, "hundredth": 100}
_FOLDS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "twice": 2, "thrice": 3}
_TWO = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_PLACES = (
    "Line|Lines|Center|Centre|Route|Highway|Expressway|Building|Room|Gate|Terminal|Phase|Chapter|Article|Section|Table|"
    "Figure|Page|Grade|Boeing|Airbus|Windows|Flight|Channel|Zone|Block|Platform|Version|Tower|Hall|Plaza|Station|Pier|"
    "Berth|iPhone|Model|ISO|Document|Order|Decree|Category|Appendix|Annex|Schedule|Shenzhou|Tiangong|Chang'e|Group|Class"
)
_LISTED = re.compile(r"\s*(?:,|and|, and)\s*(?:more than|about|nearly|over|almost|around)?\s*")
_LEVEL = re.compile(r"[ -](?:as|the|that|what|its|higher|larger|more|last|those|over|from|of|compared|their|greater)\b")
_NOUNS = re.compile(r"(?:[ -][A-Za-z][A-Za-z'-]*){1,5}")
_STOPS = frozenset(
    [
        "and",
        "or",
        "in",
        "of",
        "to",
        "by",
        "for",
        "with",
        "at",
        "the",
        "was",
        "were",
        "is",
        "are",
        "a",
        "an",
        "from",
        "on",
        "as",
        "than",
        "that",
        "which",
        "this",
        "these",
        "those",
        "per",
        "up",
        "down",
        "over",
        "under",
        "who",
        "it",
        "its",
        "their",
        "has",
        "have",
        "had",
        "will",
        "would",
        "be",
        "been",
        "year",
        "month",
        "more",
        "less",
        "so",
        "percent",
        "respectively",
        "total",
    ]
)


def read(text: str) -> Iterator[Reading]:
    """Yield the figures of `text` in order."""
    said = plain(text)
    times = english_dates.stamps(said)
    masked = stamps.masked(said, times)
    dated = [item for time in times if (item := stamps.reading(text, time))]
    found = sorted([*_SCANNER.scan(masked), *dated], key=lambda item: item.start)
    yield from _closed(list(_opened(text, small(masked), found)), small(masked))


def read_periods(text: str, issued: date | None) -> Iterator[PeriodReading]:
    """Yield the times that `text` names."""
    return stamps.resolved(text, english_dates.stamps(plain(text)), issued)


def _opened(text: str, masked: str, found: list[Reading]) -> Iterator[Reading]:
    """Yield `found` with their words and with what stands beside them; a list shares the verb that opens it."""
    last: Reading | None = None
    for item in found:
        last = _placed(text, masked, item, last)
        yield last


def _placed(text: str, masked: str, item: Reading, last: Reading | None) -> Reading:
    words = text[item.start : item.end]
    if item.kind in ("code", "name", "date", "time", "period", "year"):
        return replace(item, text=words)
    context = SURROUNDINGS.of(masked, item.start, item.end, last.end if last else 0)
    item = replace(
        item,
        text=words,
        qualifier=item.qualifier or context.qualifier,
        direction=item.direction or context.direction,
        base=context.base,
        forecast=context.forecast,
        cumulative=context.cumulative,
    )
    item = _counted(item, masked)
    if last and not item.direction and _joined(masked, last, item):
        return replace(item, direction=last.direction, base=item.base or last.base)
    return item


def _closed(found: list[Reading], masked: str) -> list[Reading]:
    """Return `found`, each list sharing the base that closes it (5 percent, 7 percent and 9 percent year on year)."""
    for index in range(len(found) - 2, -1, -1):
        item, after = found[index], found[index + 1]
        if after.base and not item.base and _joined(masked, item, after):
            found[index] = replace(item, base=after.base)
    return found


def _joined(masked: str, one: Reading, other: Reading) -> bool:
    return one.kind == other.kind and bool(_LISTED.fullmatch(masked[one.end : other.start]))


def _counted(item: Reading, masked: str) -> Reading:
    """Return `item` as a count where its “times” compare nothing, and with the noun that it counts."""
    if item.kind == "multiple" and masked.endswith("times", 0, item.end):
        level = item.direction or item.value % 1 or _LEVEL.match(masked, item.end)
        return item if level else replace(item, kind="amount", unit="times")
    if item.unit or item.kind not in ("amount", "count-word"):
        return item
    following = _NOUNS.match(masked, item.end)
    return replace(item, unit=_noun(following[0])) if following else item


def _noun(text: str) -> str:
    """Return the unit code of the noun that `text` counts, or else its first word."""
    words: list[str] = []
    for word in text.replace("-", " ").split():
        if word in _STOPS:
            break
        words.append(word)
    pairs = [*(" ".join(pair) for pair in zip(words, words[1:], strict=False)), *words]
    return next((units.NOUNS[word] for word in pairs if word in units.NOUNS), words[0] if words else "")


def _quantity(match: Match[str]) -> Reading | None:
    """Read a number with its unit, and a range where its two ends agree."""
    low = _end(match, "")
    if low is None or match["second"] is None:
        return low
    high = _end(match, "2")
    before = small(match.string[max(0, match.start() - 16) : match.start()]).rstrip()
    between = before.endswith("between")
    if high is None or (" and " in match["link"] and not between):
        return low
    unsaid = not match["unit"] and (not low.unit or low.unit == high.unit)
    verb = SURROUNDINGS.of(small(before), len(before), len(before), 0).direction
    if not unsaid and ((low.kind, low.unit) != (high.kind, high.unit) or before.endswith("from") or verb):
        return low
    if unsaid and not match["scale"] and not match["short"]:
        low = replace(low, value=shift(low.printed, high.scale), scale=high.scale)
    if not low.value <= high.value:
        return low
    return replace(high, start=low.start, value=low.value, printed=low.printed, scale=low.scale, high=high.value)


def _end(match: Match[str], mark: str) -> Reading | None:
    """Read one number of `match`, of the groups that end in `mark`."""
    number = small(match[f"number{mark}"])
    digits = number[0].isdigit()
    printed = arabic(match[f"sign{mark}"] + number) if digits else _spelled(number)
    unit = small(match[f"unit{mark}"] or "").replace("-", " ").replace("kilowatt hour", "kilowatt-hour")
    said = small(match[f"scale{mark}"] or match[f"short{mark}"] or "")
    scale = _SCALES.get(said, 0)
    if number == "one" and not scale and unit not in _MEASURES:
        return None
    money = _CURRENCIES.get(small(match[f"money{mark}"] or "").strip(), "")
    kind, code, power = _MEASURES.get(
        unit, ("amount" if digits or scale else "count-word", _unit(match, mark, unit), 0)
    )
    if _capital(match, mark):
        kind = "name"
    groups = ("per", "unit", "plus", "short", "scale", "number")
    end = max(match.end(f"{group}{mark}") for group in groups)
    value = shift(printed, scale + power)
    hedge = "ge" if match[f"plus{mark}"] else ""
    start = match.start(f"sign{mark}")
    return Reading("", start, end, kind, value, printed, scale + power, None, money or code, hedge)  # type: ignore[arg-type]


def _spelled(number: str) -> Decimal:
    if number.startswith("half"):
        return Decimal("0.5")
    return Decimal(1) if number in ("a", "an") else english(number)


def _unit(match: Match[str], mark: str, unit: str) -> str:
    code = units.ENGLISH.get(unit, "")
    per = units.ENGLISH.get(small(match[f"per{mark}"] or "").replace("-", " "), "")
    return f"{code}_PER_{per}" if code and per else code


def _capital(match: Match[str], mark: str) -> bool:
    """Tell whether a number belongs to a name: the 100-Day Drive."""
    unit = match[f"unit{mark}"] or ""
    return unit[:1].isupper() and match.string[match.start(f"unit{mark}") - 1] == "-" and unit[1:2].islower()


def _fraction(match: Match[str]) -> Reading | None:
    """Read two-thirds and a quarter of; a bare “a third” only where it is a part of something."""
    said, string = small(match["part"]), match.string
    after = string[match.end() : match.end() + 3]
    before = small(string[max(0, match.start() - 12) : match.start()])
    name = small(match["whole"]).removesuffix("s")
    loose = said in ("a", "an") or name == "quarter"
    hyphen = "-" in match[0]
    if (
        loose
        and not hyphen
        and after != " of"
        and not re.search(r"(?:by|than|about|nearly|over|almost|least|to) $", before)
    ):
        return None
    part = Decimal(1) if said in ("a", "an") else english(said)
    whole = Decimal(_PARTS[name])
    return fraction(match, part, whole)


def _half(match: Match[str]) -> Reading:
    if match[0] == "in half":
        return _multiple(match, Decimal("0.5"), "down")
    return Reading("", match.start(), match.end(), "fraction", Decimal(50), Decimal("0.5"), 2, None, "PCT")


def _multiple(match: Match[str], value: Decimal, direction: Trend = "") -> Reading:
    return Reading("", match.start(), match.end(), "multiple", value, value, direction=direction)


def _changed(match: Match[str]) -> Reading:
    """Read doubled, tripled, quadrupled and halved."""
    word = small(match[0])
    if word.startswith("halv"):
        return _multiple(match, Decimal("0.5"), "down")
    value = next(value for stem, value in _FOLDS.items() if word.startswith(stem))
    return _multiple(match, Decimal(value), "up" if word.endswith(("ed", "ing")) else "")


def _folded(match: Match[str]) -> Reading:
    return _multiple(match, Decimal(_TWO[small(match["count"])]))


def _dozen(match: Match[str]) -> Reading:
    count = small(match["count"])
    value = (1 if count in ("a", "one") else _TWO[count]) * Decimal(12)
    return Reading("", match.start(), match.end(), "count-word", value, value)


def _flat(match: Match[str]) -> Reading:
    return Reading("", match.start(), match.end(), "percent", Decimal(0), Decimal(0), direction="flat")


def _ordinal(match: Match[str]) -> Reading:
    said = small(match["value"])
    value = (
        english_ordinal(said) if said.replace("-", "").replace(" ", "").isalpha() else Decimal(re.sub(r"\D", "", said))
    )
    return Reading("", match.start(), match.end(), "ordinal", value, value)


def _first(match: Match[str]) -> Reading:
    return Reading("", match.start(), match.end(), "ordinal", Decimal(1), Decimal(1))


def _named(match: Match[str]) -> Reading:
    said = small(match["value"])
    if said[0].isdigit():
        return codes.named(match, "name", Decimal(said))
    return codes.named(match, "name", english(said) or english_ordinal(said))


_RANKS = "|".join(
    f"(?<={verb} )"
    for verb in [
        "ranking",
        "ranked",
        "ranks",
        "rank",
        "placed",
        "remaining",
        "remained",
        "came",
        "stood",
        "remain",
        "finished",
    ]
)
_WHERE = "nationwide|in the (?:country|municipality|city|province|nation|world|district)|place"
_SMALL_NUMBER = f"(?i:one|{_TEENS}|{ENGLISH_ORDINAL})"
_OPENING = (
    r"[0-9$¥€£“\"'‘−+/(-]|(?<![A-Za-z])(?:(?i:an?[ -]|one|t[wehro]|fo|fi|si|se|e[il]|ni|hal|in half|doubl|qu|flat|unch|no\.|cny|"
    rf"rmb|us|hk\$|www|http)|(?:{_PLACES}) |(?<![0-9_+.@-])[A-Za-z](?=[A-Za-z_.-]{{0,32}}[0-9@+]))"
)
_SCANNER = Scanner(
    (
        *codes.RULES,
        Rule(r"[“\"'‘](?P<value>\d[\dA-Z+-]{1,11})[”\"'’]", codes.code),
        Rule(rf"“[^”\d]{{0,48}}?(?<![A-Za-z])(?P<value>{_SMALL_NUMBER})(?![A-Za-z])[^”\d]{{0,48}}”", _named),
        Rule(
            r"(?<![A-Za-z0-9$])(?!(?:RMB|CNY|USD|FY)\d)[A-Za-z]{1,12}-?\d{1,6}(?:\.\d+)?[A-Za-z]{0,3}(?![\w%])",
            codes.code,
        ),
        Rule(r"(?<![\w.$¥€£])\d{1,3}(?:\.\d)?(?!KM|[KMG]?W)[A-Z]{1,2}(?![A-Za-z0-9])", codes.code),
        Rule(rf"\b(?:{_PLACES}) (?P<value>\d{{1,5}})(?![\d.,]\d|\d| ?%| (?:percent|million|billion|yuan))", _named),
        Rule(rf"\b[Tt]op[ -](?P<value>\d{{1,4}}|{_TEENS}|hundred)\b(?! ?(?:%|percent))", _named),
        Rule(rf"\b(?P<value>(?i:{_TEENS}))-[Yy]ear (?=[Pp]lan)", _named),
        Rule(r"\b(?P<value>[Tt]en)-day(?= periods?\b)", _named),
        Rule(r"\b[Nn]o\. ?(?P<value>\d{1,4})\b", _ordinal),
        Rule(
            r"\b[Ff]lat\b(?= year| month| quarter| from| with| compared| on average| \(|[,.;)]|$)|\b[Uu]nchanged\b",
            _flat,
        ),
        Rule(SLASHED, slashed),
        Rule(
            rf"\b(?P<part>(?i:an?|one|{_TEENS}))[ -](?P<whole>(?i:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
            rf"|hundredth)s?)\b(?!-)",
            _fraction,
        ),
        Rule(r"\bin half\b|\b[Hh]alf\b(?![ -](?:a |an |year|yearly|hour|day|time|price|way|marathon|month))", _half),
        Rule(r"\b(?i:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?:ed|ing)\b", _changed),
        Rule(
            r"(?<=than )(?:double|triple|quadruple)\b|\b(?i:double|triple|quadruple|twice|thrice)(?= (?:the|that|its|what|as)\b)",
            _changed,
        ),
        Rule(rf"\b(?P<count>(?i:{_TEENS}))-?fold\b", _folded),
        Rule(rf"\b(?P<count>(?i:an?|one|{_TEENS})) dozen\b", _dozen),
        Rule(r"(?<![\w.,])(?P<value>\d{1,4}(?:st|nd|rd|th))\b", _ordinal),
        Rule(rf"(?:{_RANKS})(?P<value>[Ff]irst)\b|(?<![\w-])(?P<other>[Ff]irst)(?= (?:{_WHERE}))", _first),
        Rule(rf"(?![Ff]irst\b)(?P<value>(?i:{ENGLISH_ORDINAL}))(?!-(?:hand|rate|party|tier|class))", _ordinal),
        Rule(
            rf"(?<![\w.])(?:{_quantity_pattern('')})(?P<second>(?P<link>{_TO}){_quantity_pattern('2')})?",
            _quantity,
        ),
    ),
    _OPENING,
)
