"""Chinese times: a text in simplified characters and half-width digits in, stamps out."""

from __future__ import annotations

from re import Match

from reportgen.reading.numerals import han
from reportgen.reading.scanner import Rule, Scanner
from reportgen.reading.stamps import Stamp

_TO = r"(?:—|–|-|~|～|至|到)"
_YEAR = (
    r"(?:(?P<year>(?<!\d)(?:1[5-9]|20|21)\d\d|(?<![〇零一二三四五六七八九])[一二][〇零一二三四五六七八九]{3})年度?"
    r"|(?P<said>今年|去年|明年|上年|前年|本年))"
)
_OFFSETS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2}
_HAN_MONTH = r"(?<![〇零一二三四五六七八九十百第])(?:十[一二]?|[一二三四五六七八九])"
_MONTH = rf"(?P<month>(?<![\d.])\d{{1,2}}|{_HAN_MONTH})"
_DAY = r"(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def stamps(text: str) -> tuple[Stamp, ...]:
    """Return every time that `text` names."""
    return tuple(_SCANNER.scan(text))


def _number(text: str | None) -> int:
    if not text:
        return 0
    value = int(text) if text.isascii() else han(text)
    return int(value or 0)


def _said(match: Match[str]) -> tuple[int, int | None]:
    """Return the year, and the years from the issue where it is only 今年 or the like."""
    groups = match.groupdict()
    return _number(groups.get("year")), _OFFSETS.get(groups.get("said") or "")


def _iso(match: Match[str]) -> Stamp | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Stamp(match.start(), match.end(), "date", year, month=month, day=day)


def _date(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    month, day, last = _number(match["month"]), _number(match["day"]), _number(match["last"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Stamp(match.start(), match.end(), "date", year, offset, month, day=day, last=last)


def _month(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    month = _number(match["month"])
    closing = match["edge"] in ("底", "末")
    return Stamp(match.start(), match.end(), "date", year, offset, month, closing=closing) if 1 <= month <= 12 else None


def _months(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    first, last = _number(match["month"]), _number(match["until"])
    if not 1 <= first < last <= 12:
        return None
    return Stamp(match.start(), match.end(), "period", year, offset, first, last - first + 1)


def _half(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    month = 1 if match["half"] == "上" else 7
    return Stamp(match.start(), match.end(), "period", year, offset, month, 6, part="half", closing=bool(match["edge"]))


def _quarter(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    month = _number(match["quarter"]) * 3 - 2
    return Stamp(
        match.start(), match.end(), "period", year, offset, month, 3, part="quarter", closing=bool(match["edge"])
    )


def _first(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    count = _number(match["count"]) * (3 if match["quarters"] else 1)
    if not 1 <= count <= 12:
        return None
    return Stamp(match.start(), match.end(), "period", year, offset, 1, count)


def _letter(match: Match[str]) -> Stamp | None:
    year, offset = _said(match)
    index, half = int(match["index"]), match["letter"] == "H"
    if half and index > 2:
        return None
    span = 6 if half else 3
    month, part = (index - 1) * span + 1, "half" if half else "quarter"
    return Stamp(match.start(), match.end(), "period", year, offset, month, span, part=part)


def _years(match: Match[str]) -> Stamp | None:
    first, last = int(match["from"]), int(match["to"])
    return Stamp(match.start(), match.end(), "year", first, last=last) if first < last else None


def _year(match: Match[str]) -> Stamp:
    year, offset = _said(match)
    if match["since"]:
        return Stamp(match.start(), match.end(), "year", year, offset, 1, running=True, spoken=not year)
    closing = match["edge"] in ("底", "末")
    return Stamp(match.start(), match.end(), "year", year, offset, closing=closing, spoken=not year)


def _whole(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "period", month=1, months=12, spoken=True)


def _close(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "period", month=1, months=12, closing=True, spoken=True)


def _bare(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "year", int(match[0]))


def _now(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "date", running=True, spoken=True)


def _decade(match: Match[str]) -> Stamp:
    decade = _number(match["decade"])
    century = _number(match["century"]) - 1 if match["century"] else 19 if decade > 20 else 20
    return Stamp(match.start(), match.end(), "year", decade if decade > 100 else century * 100 + decade)


def _century(match: Match[str]) -> Stamp:
    return Stamp(match.start(), match.end(), "ordinal", value=_number(match["century"]))


def _clock(match: Match[str]) -> Stamp | None:
    hour, minute = int(match["hour"]), _number(match["minute"])
    return Stamp(match.start(), match.end(), "time", value=hour * 100 + minute) if hour < 25 and minute < 60 else None


_UNIT_AHEAD = r"(?!\d|[.,]\d|[年%‰万亿千百余多个家户项条名人元米公平吨倍亩辆座])"
_OPENING = r"[0-9HQ一二三四五六七八九十今去明上下前本全年第截到迄]"
_SCANNER = Scanner(
    (
        Rule(r"(?<![\d./])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d.])", _iso),
        Rule(rf"{_YEAR}?{_MONTH}月{_DAY}[日号](?:{_TO}(?P<last>\d{{1,2}})[日号])?", _date),
        Rule(rf"{_YEAR}?{_MONTH}月?(?:份)?{_TO}(?P<until>\d{{1,2}})月份?", _months),
        Rule(rf"{_YEAR}?{_MONTH}月份?(?P<edge>底|末|初|上旬|中旬|下旬)?", _month),
        Rule(rf"{_YEAR}?(?P<half>[上下])半(?:年度?|场)(?P<edge>末)?", _half),
        Rule(rf"{_YEAR}?前(?P<count>[一二三两四1-4])个?(?P<quarters>季度)", _first),
        Rule(rf"{_YEAR}?前(?P<count>\d{{1,2}}|[一二三四五六七八九十两]+)个月(?P<quarters>(?!))?", _first),
        Rule(rf"{_YEAR}?第?(?P<quarter>[一二三四1-4])季度(?P<edge>末)?", _quarter),
        Rule(r"(?:(?P<year>(?<!\d)\d{4})年?|(?<![A-Za-z0-9]))(?P<letter>[HQ])(?P<index>[1-4])(?![\dA-Za-z])", _letter),
        Rule(rf"(?<!\d)(?P<from>(?:1[5-9]|20|21)\d\d)年?{_TO}(?P<to>(?:1[5-9]|20|21)\d\d)年", _years),
        Rule(r"(?:(?P<century>\d\d|[一二]十[一二]?)世纪)?(?P<decade>(?<!\d)\d{2,4}|[二三四五六七八九]十)年代", _decade),
        Rule(r"(?P<century>(?<!\d)\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪", _century),
        Rule(rf"{_YEAR}(?P<since>以来)?(?P<edge>底|末|初)?", _year),
        Rule(r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?![\d:])", _clock),
        Rule(r"(?<![\d小])(?P<hour>\d{1,2})时(?:(?P<minute>\d{1,2})分)?(?![间代期段速空])", _clock),
        Rule(r"全年", _whole),
        Rule(r"(?<!\d)年[末底]", _close),
        Rule(r"截至目前|截止目前|到目前为止|迄今", _now),
        Rule(rf"(?<![\d.,A-Za-z+/〔\[])(?:19|20)\d\d{_UNIT_AHEAD}", _bare),
    ),
    _OPENING,
)
