"""English times: a text in plain characters in, stamps out."""

from __future__ import annotations

from re import Match

from reportgen.reading.numerals import ENGLISH_ORDINAL, english, english_ordinal
from reportgen.reading.scanner import Rule, Scanner
from reportgen.reading.stamps import Stamp

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LONG = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_MONTH = rf"\b(?P<month>{_LONG})(?![a-z])"
_YEAR = r"(?:19|20)\d\d"
_SAID = "this year|last year|the year|the same year|next year|the previous year|that year"
_OFFSETS = {"this year": 0, "last year": -1, "next year": 1}
_OF = rf"(?:(?:,| of|,? in)? (?:(?P<year>{_YEAR})(?![\d,.]\d|\d)|(?P<said>{_SAID})\b))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d| ?%)"
_COUNTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "latter": 2}
_EDGE = r"(?P<edge>\b(?:the )?(?:end of |end-|year-end ))?"
_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
_BEFORE_MAY = "|".join(
    f"(?<={word} )"
    for word in [
        "in",
        "of",
        "by",
        "since",
        "until",
        "till",
        "from",
        "to",
        "early",
        "late",
        "mid",
        "this",
        "last",
        "during",
        "through",
        "and",
        "between",
    ]
)


def stamps(text: str) -> tuple[Stamp, ...]:
    """Return every time that `text` names."""
    return tuple(_SCANNER.scan(text))


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _said(match: Match[str]) -> tuple[int, int | None]:
    """Return the year, and the years from the issue where it is only “this year” or the like."""
    groups = match.groupdict()
    year = groups.get("year")
    return int(year) if year else 0, _OFFSETS.get(groups.get("said") or "")


def _iso(match: Match[str]) -> Stamp | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Stamp(match.start(), match.end(), "date", year, month=month, day=day)


def _date(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    day, last = int(match["day"]), int(match.groupdict().get("last") or 0)
    if not 1 <= day <= 31:
        return None
    return Stamp(match.start(), match.end(), "date", year, offset, _month_number(match["month"]), day=day, last=last)


def _month(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    closing = bool(match.groupdict().get("edge"))
    return Stamp(match.start(), match.end(), "date", year, offset, _month_number(match["month"]), closing=closing)


def _months(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    first, last = _month_number(match["month"]), _month_number(match["until"])
    if first >= last:
        return None
    return Stamp(match.start(), match.end(), "period", year, offset, first, last - first + 1)


def _part(match: Match[str]) -> Stamp | None:
    """Read the second half, the third quarter of 2023, H1 2023 and Q3."""
    year, offset = _said(match)
    half = match["part"].lower() in ("half", "h")
    index = _COUNTS.get(match["index"].lower()) or int(match["index"])
    if half and index > 2:
        return None
    span, part = (6, "half") if half else (3, "quarter")
    closing = bool(match.groupdict().get("edge"))
    return Stamp(
        match.start(), match.end(), "period", year, offset, (index - 1) * span + 1, span, part=part, closing=closing
    )


def _first(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    count = int(match["count"]) if match["count"].isdigit() else int(english(match["count"].lower()))
    months = count * (3 if match["part"].startswith("quarter") else 1)
    return Stamp(match.start(), match.end(), "period", year, offset, 1, months) if 1 <= months <= 12 else None


def _year(match: Match[str]) -> Stamp:
    edge = bool(match.groupdict().get("edge"))
    return Stamp(match.start(), match.end(), "year", int(match["year"]), closing=edge)


def _years(match: Match[str]) -> Stamp | None:
    first, last = int(match["from"]), match["to"]
    final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Stamp(match.start(), match.end(), "year", first, last=final) if first < final else None


def _relative(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "year", 0, _OFFSETS[match["said"].lower()], spoken=True)


def _running(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "year", 0, 0, 1, running=True, spoken=True)


def _whole(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    return Stamp(match.start(), match.end(), "year" if year else "period", year, offset, 1, 12, spoken=not year)


def _now(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "date", running=True, spoken=True)


def _decade(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "year", int(match["decade"]))


def _century(match: Match[str]) -> Stamp:
    said = match["century"].lower()
    value = int(said[:-2]) if said[0].isdigit() else int(english_ordinal(said))
    return Stamp(match.start(), match.end(), "ordinal", value=value)


def _clock(match: Match[str]) -> Stamp | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["noon"] and match["noon"][0] in "pP" and hour < 12:
        hour += 12
    return Stamp(match.start(), match.end(), "time", value=hour * 100 + minute) if hour < 25 and minute < 60 else None


def _span(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    return Stamp(match.start(), match.end(), "period", year, offset, 1, int(match["count"]) * 3)


_NOON = r"(?P<noon>[ap]\.?m\b\.?)"
_QUARTER = r"(?P<index>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -](?P<part>quarter)"
_OPENING = (
    r"[0-9]|(?<![A-Za-z0-9])(?:[JFMASOND][aepuco][a-z]|[FHQ][0-9Y]|[Tt]he |end|year|[Ff]irst|[Ss]econd|[Tt]h|[Ff]o|lat|"
    r"[Ss]|[Tt]o |[Ff]ull|[Ww]ho|[Ee]|[Ll]ast|[Nn]|[Ff]if|[Tt]we)"
)
_SCANNER = Scanner(
    (
        Rule(r"(?<![\d./])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d.])", _iso),
        Rule(rf"{_MONTH} {_DAY}(?:(?:–|-| to )(?P<last>\d{{1,2}})(?!\d))?{_OF}", _date),
        Rule(rf"(?<![\d.,])\b{_DAY} (?:of )?{_MONTH}{_OF}", _date),
        Rule(rf"{_MONTH}(?: ?(?:–|-|—) ?| to | through )(?P<until>{_LONG})(?![a-z]){_OF}", _months),
        Rule(rf"{_EDGE}{_MONTH}(?<!May)(?<!March)(?<!Mar){_OF}", _month),
        Rule(
            rf"{_EDGE}\b(?P<month>May|March|Mar\.?)(?:(?:,| of)? (?P<year>{_YEAR})(?!\d)|(?: of)? (?P<said>{_SAID}))",
            _month,
        ),
        Rule(rf"(?:{_BEFORE_MAY})(?P<month>May|March)\b", _month),
        Rule(
            rf"{_EDGE}(?:\b[Tt]he )?\b(?P<index>[Ff]irst|[Ss]econd|1st|2nd|latter)[ -](?P<part>[Hh]alf)\b{_OF}", _part
        ),
        Rule(rf"{_EDGE}(?:\b[Tt]he )?\b{_QUARTER}\b{_OF}", _part),
        Rule(rf"\bQ1(?:–|-)Q(?P<count>[2-4])(?P<part>(?!\w))(?:,?(?: of)? (?P<year>{_YEAR}))?", _span),
        Rule(rf"\b(?:(?P<year>{_YEAR}) ?)(?P<part>[HQ])(?P<index>[1-4])(?!\w)", _part),
        Rule(rf"\b(?P<part>[HQ])(?P<index>[1-4])(?![\w.]){_OF}", _part),
        Rule(
            rf"(?:\b[Tt]he )?\b[Ff]irst (?P<count>{_SMALL})[ -](?P<part>quarters|months|month|quarter)\b{_OF}", _first
        ),
        Rule(
            r"\b(?:so far (?:this|in the) year|since the (?:beginning|start) of (?:this|the) year|year to date)\b",
            _running,
        ),
        Rule(rf"\b(?:[Tt]he )?(?:full|whole|entire) year(?: of)?(?: (?P<year>{_YEAR}))?(?!\w)", _whole),
        Rule(r"\b(?P<said>[Tt]his year|[Ll]ast year|[Nn]ext year)\b", _relative),
        Rule(r"\b(?:[Tt]o date|[Ss]o far)\b", _now),
        Rule(rf"(?<![\d.,/-])(?P<from>{_YEAR})(?:–|-|/| to )(?P<to>{_YEAR}|\d\d)(?![\d.,]\d|\d| ?%)", _years),
        Rule(r"\b(?P<decade>(?:1[5-9]|20)\d0)'?s\b", _decade),
        Rule(rf"\b(?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{ENGLISH_ORDINAL}))[ -][Cc]entury\b", _century),
        Rule(rf"\b(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?!\d|:)(?: ?{_NOON})?", _clock),
        Rule(rf"(?<![\d.,])\b(?P<hour>\d{{1,2}})(?P<minute>(?!))? ?{_NOON}", _clock),
        Rule(
            rf"{_EDGE}(?<![\d.,$¥€£A-Za-z+/])(?:FY)?(?P<year>{_YEAR})(?![\d]|[.,]\d|-\w| ?%| ?(?:percent|per cent|"
            r"million|billion|trillion|yuan|people|meters|metres|kilometers|km|square|tons|tonnes|metric|households|projects|"
            r"enterprises|stores|visits|companies|market entit|hectares|mu)\b)",
            _year,
        ),
    ),
    _OPENING,
)
