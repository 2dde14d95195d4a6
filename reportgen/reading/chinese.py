"""Figures in Chinese, simplified or traditional: a text in, readings out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from re import Match

from reportgen.facts import Qualifier
from reportgen.reading import chinese_dates, codes, stamps, units
from reportgen.reading.chinese_words import SURROUNDINGS, plain
from reportgen.reading.context import Context
from reportgen.reading.fractions import SLASHED, fraction, slashed
from reportgen.reading.model import Kind, PeriodReading, Reading
from reportgen.reading.numerals import ARABIC, HAN, arabic, han, shift
from reportgen.reading.scanner import Rule, Scanner

_SCALES = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
_MEASURES: dict[str, tuple[Kind, str, int]] = {
    "%": ("percent", "PCT", 0),
    "‰": ("percent", "PCT", -1),
    "个百分点": ("points", "PP", 0),
    "百分点": ("points", "PP", 0),
    "个千分点": ("points", "PP", -1),
    "千分点": ("points", "PP", -1),
    "个基点": ("points", "PP", -2),
    "基点": ("points", "PP", -2),
    "BP": ("points", "PP", -2),
    "倍": ("multiple", "", 0),
}
"""Relative measures: kind, unit, and the power of ten to percent or points."""

_GUARDED = {
    "大": "大(?![型量家学会众小中数])",
    "人": "人(?![均大民才工口类员])",
    "单": "单(?!位)",
    "对": "对(?![一多])",
    "处": "处(?![理置])",
    "部": "部(?![门分委])",
    "位": "位(?![数于居])",
    "家": "家(?![庭居])",
    "倍": "倍(?![增数速])",
    "度": "度(?![假过])",
    "次": "次(?![要生])",
    "年": "年(?![龄级])",
    "国": "国(?![家际])",
    "城": "城(?![市镇区])",
}
_UNIT_WORDS = sorted({*units.CHINESE, *units.COUNTERS, *_MEASURES}, key=len, reverse=True)
_UNIT = rf"(?:{'|'.join(_GUARDED.get(word, re.escape(word)) for word in _UNIT_WORDS)})"
_SCALE = rf"(?:{'|'.join(scale for scale in _SCALES if len(scale) > 1)}|亿|万|千(?![米克瓦卡伏兆年])|百(?![分货]))"
_SIGN = r"(?:−|(?<![0-9A-Za-z%)）])-)?"
_TO = r"(?:—{1,2}|–|-|~|～|至|到)"


def _quantity_pattern(mark: str) -> str:
    """Return the pattern of a number with its scale and unit; its groups end in `mark`."""
    return (
        rf"(?P<sign{mark}>{_SIGN})(?P<number{mark}>{ARABIC}|{HAN})(?P<more{mark}>[余多几])? ?(?P<scale{mark}>{_SCALE})?"
        rf"(?P<rest{mark}>零?\d{{1,4}}(?:\.\d+)?万(?![亿]))?(?P<mores{mark}>[余多](?![数次]))?"
        rf" ?(?P<unit{mark}>{_UNIT}(?:/{_UNIT})?)?"
    )


_DIGIT = "一二两三四五六七八九"
_QUOTED = rf"[“「『](?:[^”」』\d]{{0,8}}?)(?P<value>(?!十[{_DIGIT}]五)第?[{_DIGIT}十百]+)(?![倍成番分%点])[^”」』\d]{{0,8}}[”」』]"
_AFTER_PLACE = "|".join(
    f"(?<={place})"
    for place in [
        "中心",
        "大厦",
        "广场",
        "公馆",
        "花园",
        "航班",
        "频道",
        "车站",
        "展厅",
        "神舟",
        "天宫",
        "嫦娥",
        "东风",
    ]
)
_HUNDREDS = "一二三四五六七八九十百千万亿"
_INDEFINITE = ("几", "数")
_COUNTS = frozenset(
    ["总数", "人数", "户数", "次数", "件数", "家数", "天数", "指数", "台数", "位数", "基数", "笔数", "套数"]
)
_HEDGED = frozenset("近超逾过破达约上足到")
_DAYS = frozenset({"YEAR", "MONTH", "WEEK", "DAY", "HOUR", "QUARTER"})
_FESTIVALS = frozenset({"十一", "五一", "八一", "六一", "三八"})
_GREW = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|增|涨|升|翻|高|多)(?:了|近|约|超|超过|逾|达|将近|接近|不到|至少){0,3}$"
)
_LISTED = re.compile(r"\s*(?:、|和|及|与|以及)\s*(?:超过|超|近|约|逾|突破|达)?\s*")
_RANKED = re.compile(r"(?:全[国省市区球县域]|世界|居|列|排名|位|保持|西部|内|第)$")


def read(text: str) -> Iterator[Reading]:
    """Yield the figures of `text` in order."""
    said = plain(text)
    times = chinese_dates.stamps(said)
    masked = stamps.masked(said, times)
    dated = [item for time in times if (item := stamps.reading(text, time))]
    found = sorted([*_SCANNER.scan(masked), *dated], key=lambda item: item.start)
    last: Reading | None = None
    for item in found:
        last = _placed(text, masked, item, last)
        yield last


def read_periods(text: str, issued: date | None) -> Iterator[PeriodReading]:
    """Yield the times that `text` names."""
    return stamps.resolved(text, chinese_dates.stamps(plain(text)), issued)


def _placed(text: str, masked: str, item: Reading, last: Reading | None) -> Reading:
    """Return `item` with its words and with what stands beside it."""
    words = text[item.start : item.end]
    if item.kind in ("code", "name", "date", "time", "period", "year"):
        return replace(item, text=words)
    floor = last.end if last else 0
    context = SURROUNDINGS.of(masked, item.start, item.end, floor)
    window = masked[max(floor, item.start - 16) : item.start]
    item = replace(
        item,
        text=words,
        value=item.value + 1 if _grown(item, window) else item.value,
        high=item.high + 1 if item.high is not None and _grown(item, window) else item.high,
        qualifier=item.qualifier or _hedge(item, words, window, context),
        direction=item.direction or context.direction,
        base=context.base,
        forecast=context.forecast,
        cumulative=context.cumulative,
    )
    if last and not item.direction and last.kind == item.kind and _LISTED.fullmatch(masked[last.end : item.start]):
        return replace(item, direction=last.direction, base=item.base or last.base)
    return item


def _grown(item: Reading, window: str) -> bool:
    """Tell whether a multiple says by how much something grew (增长1.2倍), and not to what (增长到1.2倍)."""
    return item.kind == "multiple" and not item.direction and bool(_GREW.search(window))


def _hedge(item: Reading, words: str, window: str, context: Context) -> Qualifier:
    if item.unit in _DAYS and window.endswith("近") and not window.endswith("接近"):
        return ""  # 近三年 are the last three years
    if context.qualifier or item.kind not in ("amount", "count-word") or not plain(words).startswith(tuple("百千万")):
        return context.qualifier
    return "gt" if window.endswith("过") else "ge" if window.endswith("上") else ""


def _quantity(match: Match[str]) -> Reading | None:
    """Read a number with its unit, and a range where its two ends agree."""
    low = _end(match, "")
    if low is None or match["second"] is None:
        return low
    high = _end(match, "2")
    apart = match.string[max(0, match.start() - 6) : match.start()]
    unsaid = not match["unit"]
    if high is None or not (unsaid or (low.kind, low.unit) == (high.kind, high.unit)):
        return low
    if not unsaid and ("从" in apart or "由" in apart or "自" in apart):
        return low
    if unsaid and not match["scale"] and match["number"][0].isdigit() and match["number2"][0].isdigit():
        low = replace(low, value=shift(low.printed, high.scale), scale=high.scale)
    elif unsaid and not low.scale and high.scale:
        low = replace(low, value=shift(low.value, high.scale), scale=high.scale)
    if not low.value <= high.value:
        return None if unsaid and high.kind in ("percent", "points") else low
    return replace(high, start=low.start, value=low.value, printed=low.printed, scale=low.scale, high=high.value)


def _end(match: Match[str], mark: str) -> Reading | None:
    """Read one number of `match`, of the groups that end in `mark`."""
    number, unit = match[f"number{mark}"], match[f"unit{mark}"] or ""
    digits = number[0].isdigit() and number[0].isascii()
    printed = arabic(match[f"sign{mark}"] + number) if digits else han(number)
    if printed is None or not (digits or _counts(match, mark)):
        return None
    scale, rest = _SCALES.get(match[f"scale{mark}"] or "", 0), match[f"rest{mark}"]
    if not digits and not scale:
        scale = next((_SCALES[sign] for sign in "亿万" if sign in number), 0)
        printed = shift(printed, -scale)
    if rest and scale == _SCALES["亿"]:
        printed += shift(arabic(rest.strip("零万")), _SCALES["万"] - scale)
    more: Qualifier = "gt" if match[f"more{mark}"] or match[f"mores{mark}"] else ""
    kind, code, power = _MEASURES.get(
        unit, ("amount" if digits or "万" in number or "亿" in number else "count-word", "", 0)
    )
    start, end, said = match.start(f"sign{mark}"), _finish(match, mark), code if unit in _MEASURES else _unit(unit)
    return Reading("", start, end, kind, shift(printed, scale + power), printed, scale + power, None, said, more)


def _finish(match: Match[str], mark: str) -> int:
    """Return where the number ends; a space that no unit follows is not part of it."""
    groups = ("unit", "mores", "rest", "scale", "more", "number")
    return max(match.end(f"{group}{mark}") for group in groups)


def _unit(words: str) -> str:
    one, _, other = words.removesuffix("级").partition("/")
    left, right = units.CHINESE.get(one, one), units.CHINESE.get(other, other)
    return f"{left}_PER_{right}" if other else left


def _counts(match: Match[str], mark: str) -> bool:
    """Tell whether Chinese numerals are a figure here, and not part of a word (一般, 千万, 几十)."""
    number, unit = match[f"number{mark}"], match[f"unit{mark}"] or match["unit2"] or ""
    start = match.start(f"number{mark}")
    before = match.string[max(0, start - 2) : start]
    if before.endswith(_INDEFINITE) and before not in _COUNTS:
        return False
    if unit in _MEASURES:
        return True
    if number[0] in "百千万亿":
        return _round(number, unit, before, match.string[match.end() : match.end() + 1])
    if len(number) == 1 and number != "十":
        return (bool(unit) and number not in "一零〇") or bool(match[f"scale{mark}"])
    return bool(unit) or bool(match[f"more{mark}"]) or _written_out(number)


def _round(number: str, unit: str, before: str, after: str) -> bool:
    """Tell whether a power without a digit counts: 千亿, 近百家, 百亿级; but not 万元, 百年, 千万别."""
    if before[-1:] in _HEDGED and unit:
        return True
    if "亿" in number:
        return number != "亿" or bool(unit)
    return after == "级" or unit == "级" or (len(number) > 1 and unit in units.CHINESE)


def _written_out(number: str) -> bool:
    return len(number) > 1 and number not in _FESTIVALS and any(sign in "十百千万亿" for sign in number)


def _tenths(match: Match[str]) -> Reading | None:
    """Read 三成 (30 percent), 三成五 (35), 七八成 and 三至五成 (a range)."""
    number, half = han_or_arabic(match["number"]), match["half"]
    if number is None or number > 10:
        return None
    printed = number + (Decimal("0.5") if half == "半" else (han(half) or 0) / Decimal(10) if half else 0)
    low = han_or_arabic(match["low"]) if match["low"] else None
    first = printed if low is None else low
    high = None if low is None else shift(printed, 1)
    value = shift(first, 1)
    return Reading("", match.start(), match.end(), "percent", value, first, 1, high, "PCT")


def han_or_arabic(text: str) -> Decimal | None:
    """Read a number in digits or in Chinese numerals."""
    return arabic(text) if text[0].isascii() else han(text)


def _fraction(match: Match[str]) -> Reading | None:
    """Read 百分之三点二 as percent and 三分之一 as a fraction; both have their value in percent."""
    whole, part = han_or_arabic(match["whole"]), han_or_arabic(match["part"])
    if not whole or part is None:
        return None
    power = {"百": 0, "千": -1, "万": -2}.get(match["whole"])
    if power is None:
        return fraction(match, part, whole)
    return Reading("", match.start(), match.end(), "percent", shift(part, power), part, power, None, "PCT")


def _half(match: Match[str]) -> Reading:
    if match[0] in ("减半", "折半"):
        half = Decimal("0.5")
        return Reading("", match.start(), match.end(), "multiple", half, half, direction="down")
    hedge: Qualifier = "gt" if match[0] == "过半" else ""
    value = Decimal(50)
    return Reading("", match.start(), match.end(), "fraction", value, Decimal("0.5"), 2, None, "PCT", hedge)


def _folded(match: Match[str]) -> Reading | None:
    """Read 翻一番 (twice the level), 翻两番 (four times) and 翻一倍 (twice)."""
    count = han_or_arabic(match["count"]) if match["count"] else Decimal(1)
    if count is None or not 1 <= count <= 9:
        return None
    value = Decimal(2) ** int(count) if match["word"] == "番" else count + 1
    return Reading("", match.start(), match.end(), "multiple", value, count, direction="up")


def _flat(match: Match[str]) -> Reading:
    return Reading("", match.start(), match.end(), "percent", Decimal(0), Decimal(0), direction="flat")


def _ordinal(match: Match[str]) -> Reading | None:
    value = han_or_arabic(match["value"])
    if value is None:
        return None
    after, before = match.string[match.end() : match.end() + 2], match.string[max(0, match.start() - 4) : match.start()]
    bare = not match["unit"] and bool(re.match(r"[一-龥]", after))
    if bare and (after == "产业" or (value == 1 and not _RANKED.search(before))):
        return codes.named(match, "name", value)
    return Reading("", match.start(), match.end(), "ordinal", value, value)


def _congress(match: Match[str]) -> Reading | None:
    """Read the ordinal that a congress (二十大) or a plan (十四五) leaves unsaid."""
    value = han(match["value"])
    return Reading("", match.start(), match.end(), "ordinal", value, value) if value else None


def _named(match: Match[str]) -> Reading | None:
    said = match.groupdict().get("value")
    value = han(said.lstrip("第")) if said and not said.isascii() else None
    return codes.named(match, "name", value)


_NOT_UNIT = rf"(?![\w.]*\d)(?! ?(?:%|‰|{_SCALE}|{_UNIT}))"
_OPENING = r"[0-9〇零一二两三四五六七八九十百千万亿第翻持减折过半“「『\"〔\[/(+−-]|(?<![A-Za-z0-9+_.@-])[A-Za-z](?=[A-Za-z_.-]{0,32}[0-9@+:/])"
_SCANNER = Scanner(
    (
        *codes.RULES,
        Rule(r"[“「『\"](?P<value>\d[\dA-Z+-]{1,11})[”」』\"]", codes.code),
        Rule(rf"[“「『](?P<value>十[{_DIGIT}])五[”」』]", _congress),
        Rule(_QUOTED, _named),
        Rule(rf"(?<![A-Za-z0-9])[A-Za-z]{{1,12}}[-‑]?\d{{1,6}}(?:\.\d+)?{_NOT_UNIT}[A-Za-z]{{0,3}}", codes.code),
        Rule(r"(?<![\d.A-Za-z])\d{1,3}(?:\.\d)?(?!BP|KM|TEU|[KMG]?W)[A-Z]{1,2}(?![A-Za-z0-9])级?", codes.code),
        Rule(r"〔\d{4}〕|\[\d{4}\]", codes.code),
        Rule(rf"第?(?P<value>\d{{1,6}}|[{_DIGIT}十百]{{1,5}})号(?![称召])", _named),
        Rule(r"(?P<value>\d{2,4}|[二三五]?百)强", _named),
        Rule(r"(?P<value>百)日(?!元)", _named),
        Rule(rf"(?:{_AFTER_PLACE})(?P<value>\d{{1,4}}){_NOT_UNIT}", _named),
        Rule(r"(?P<value>[两二三])位数", _named),
        Rule(r"持平", _flat),
        Rule(rf"(?P<whole>{ARABIC}|{HAN})分之(?P<part>{ARABIC}|{HAN})", _fraction),
        Rule(SLASHED, slashed),
        Rule(r"减半|折半|过半|一半|半数", _half),
        Rule(rf"翻了?(?P<count>[{_DIGIT}]|\d)?了?(?P<word>番|倍)", _folded),
        Rule(
            rf"(?:(?P<low>[{_DIGIT}]|(?<!\d)\d){_TO}?)?(?P<number>[{_DIGIT}]|(?<![\d.])\d{{1,2}}(?:\.\d)?)成"
            rf"(?P<half>半|[{_DIGIT}](?![十百千万亿个家年月]))?(?![立功都本为员果渝长绩品就熟效人分交])",
            _tenths,
        ),
        Rule(rf"(?P<value>[{_DIGIT}十]{{2,3}})大(?=报告|精神|召开|胜利|代表|以来)", _congress),
        Rule(rf"(?<=党的)(?P<value>[{_DIGIT}十]{{2,3}})大", _congress),
        Rule(rf"(?P<value>十[{_DIGIT}])五(?=规划|时期|期间|”|末|开局)", _congress),
        Rule(rf"第(?P<value>\d+|{HAN})(?P<unit>名|位|次|届|个|家|批|期|季|轮|场|条|项|章|节|款)?", _ordinal),
        Rule(
            rf"(?<!\d\.)(?<!\d){_quantity_pattern('')}(?P<second>{_TO}{_quantity_pattern('2')})?",
            _quantity,
        ),
    ),
    _OPENING,
)
