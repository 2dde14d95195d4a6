"""What in an English text is a figure, a name or a code: patterns and builders in, one scanner out."""

from __future__ import annotations

import re
from decimal import Decimal
from re import Match

from reportgen.document import Trend
from reportgen.reading import codes
from reportgen.reading.english_quantities import QUANTITY, quantity
from reportgen.reading.english_words import small
from reportgen.reading.fractions import SLASHED, fraction, slashed
from reportgen.reading.model import Reading
from reportgen.reading.numerals import ENGLISH_ORDINAL, english, english_ordinal
from reportgen.reading.scanner import Rule, Scanner

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
    "Industry|Web|Line|Lines|Center|Centre|Route|Highway|Expressway|Building|Room|Gate|Terminal|Phase|Chapter|Article|Section|Table|"
    "Figure|Page|Grade|Boeing|Airbus|Windows|Flight|Channel|Zone|Block|Platform|Version|Tower|Hall|Plaza|Station|Pier|"
    "Berth|iPhone|Model|ISO|Document|Order|Decree|Category|Appendix|Annex|Schedule|Shenzhou|Tiangong|Chang'e|Group|Class"
)


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
    r"[0-9$¥€£“\"'‘−+/(-]|(?<![A-Za-z])(?:(?i:an?[ -]|one|t[wehro]|fo|fi|si|se|e[il]|ni|hal|in half|doubl|qu|flat|unch|"
    rf"no\.|cny|rmb|us|hk\$|www|http)|(?:{_PLACES}) |(?<![0-9_+.@-])[A-Za-z](?=[A-Za-z_.-]{{0,32}}[0-9@+]))"
)
SCANNER = Scanner(
    (
        *codes.RULES,
        Rule(r"[“\"'‘](?P<value>\d[\dA-Z+-]{1,11})[”\"'’]", codes.code),
        Rule(rf"“[^”\d]{{0,48}}?(?<![A-Za-z])(?P<value>{_SMALL_NUMBER})(?![A-Za-z])[^”\d]{{0,48}}”", _named),
        Rule(
            r"(?<![A-Za-z0-9$])(?!(?:RMB|CNY|USD|FY)\d)[A-Za-z]{1,12}-?\d{1,6}(?:\.\d+)?[A-Za-z]{0,3}(?![\w%])",
            codes.code,
        ),
        Rule(r"(?<![\w.$¥€£])\d{1,3}(?:\.\d)?(?!KM|[KMG]?W)[A-Z]{1,2}(?![A-Za-z0-9])", codes.code),
        Rule(
            rf"\b(?:{_PLACES}) (?P<value>\d{{1,5}}(?:\.\d)?)(?![\d.,]\d|\d| ?%| (?:percent|million|billion|yuan))",
            _named,
        ),
        Rule(rf"\b[Tt]op[ -](?P<value>\d{{1,4}}|{_TEENS}|hundred)\b(?! ?(?:%|percent))", _named),
        Rule(rf"\b(?P<value>(?i:{_TEENS}))-[Yy]ear(?= [Pp]lan)", _named),
        Rule(r"\b(?P<value>[Tt]en)-day(?= periods?\b)", _named),
        Rule(r"\b[Nn]o\. ?(?P<value>\d{1,4})\b", _ordinal),
        Rule(
            r"\b[Ff]lat\b(?= year| month| quarter| from| with| compared| on average| \(|[,.;)]|$)|\b[Uu]nchanged\b",
            _flat,
        ),
        Rule(SLASHED, slashed),
        Rule(
            rf"\b(?P<part>(?i:an?|one|{_TEENS}))[ -](?P<whole>(?i:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth"
            rf"|tenth|hundredth)s?)\b(?!-)",
            _fraction,
        ),
        Rule(
            r"\bin half\b"
            r"|\b[Hh]alf\b(?![ -](?:a |an |year|yearly|hour|day|time|price|way|marathon|month|hearted|dozen|brother))",
            _half,
        ),
        Rule(r"\b(?i:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?:ed|ing)\b", _changed),
        Rule(
            r"(?<=than )(?:double|triple|quadruple)\b"
            r"|\b(?i:double|triple|quadruple|twice|thrice)(?= (?:the|that|its|what|as)\b)",
            _changed,
        ),
        Rule(rf"\b(?P<count>(?i:{_TEENS}))-?fold\b", _folded),
        Rule(rf"\b(?P<count>(?i:an?|one|{_TEENS})) dozen\b", _dozen),
        Rule(r"(?<![\w.,])(?P<value>\d{1,4}(?:st|nd|rd|th))\b", _ordinal),
        Rule(rf"(?:{_RANKS})(?P<value>[Ff]irst)\b|(?<![\w-])(?P<other>[Ff]irst)(?= (?:{_WHERE}))", _first),
        Rule(rf"(?![Ff]irst\b)(?P<value>(?i:{ENGLISH_ORDINAL}))(?!-(?:hand|rate|party|tier|class))", _ordinal),
        Rule(QUANTITY, quantity),
    ),
    _OPENING,
)
