"""What in a Chinese text is a figure, a name or a code: patterns and builders in, one scanner out."""

from __future__ import annotations

import re
from decimal import Decimal
from re import Match

from reportgen.facts import Qualifier
from reportgen.reading import codes
from reportgen.reading.chinese_quantities import NOT_UNIT, QUANTITY, TO, quantity
from reportgen.reading.fractions import SLASHED, fraction, slashed
from reportgen.reading.model import Reading
from reportgen.reading.numerals import ARABIC, HAN, han, han_or_arabic, shift
from reportgen.reading.scanner import Rule, Scanner

_DIGIT = "一二两三四五六七八九"
_QUOTED = (
    rf"[“「『](?:[^”」』\d]{{0,8}}?)(?P<value>(?!十[{_DIGIT}]五)第?[{_DIGIT}十百]+)(?![倍成番分%点])"
    r"[^”」』\d]{0,8}[”」』]"
)
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
_RANKED = re.compile(r"(?:全[国省市区球县域]|世界|居|列|排名|位|保持|西部|内|第)$")


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
    return codes.named(match, "name", han_or_arabic(said.lstrip("第")) if said else None)


_OPENING = (
    r"[0-9〇零一二两三四五六七八九十百千万亿第翻持减折过半“「『\"〔\[/(+−-]"
    r"|(?<![A-Za-z0-9+_.@-])[A-Za-z](?=[A-Za-z_.-]{0,32}[0-9@+:/])"
)
SCANNER = Scanner(
    (
        *codes.RULES,
        Rule(r"[“「『\"](?P<value>\d[\dA-Z+-]{1,11})[”」』\"]", codes.code),
        Rule(rf"[“「『](?P<value>十[{_DIGIT}])五[”」』]", _congress),
        Rule(_QUOTED, _named),
        Rule(rf"(?<![A-Za-z0-9])[A-Za-z]{{1,12}}[-‑]?\d{{1,6}}(?:\.\d+)?{NOT_UNIT}[A-Za-z]{{0,3}}", codes.code),
        Rule(r"(?<![\d.A-Za-z])\d{1,3}(?:\.\d)?(?!BP|KM|TEU|[KMG]?W)[A-Z]{1,2}(?![A-Za-z0-9])级?", codes.code),
        Rule(r"〔\d{4}〕|\[\d{4}\]", codes.code),
        Rule(rf"第?(?P<value>\d{{1,6}}|[{_DIGIT}十百]{{1,5}})号(?![称召])", _named),
        Rule(r"(?P<value>\d{2,4}|[二三五]?百)强", _named),
        Rule(r"(?P<value>百)日(?!元)", _named),
        Rule(rf"(?:{_AFTER_PLACE})(?P<value>\d{{1,4}}){NOT_UNIT}", _named),
        Rule(r"(?P<value>[两二三])位数", _named),
        Rule(r"(?<![\d.])(?P<value>\d{1,4})(?:室|楼(?![盘宇])|航站楼|工程|高校)", _named),
        Rule(r"(?:(?<=工业)|(?<![\d.])(?=\d\.\d(?:版|时代)))(?P<value>\d\.\d)", _named),
        Rule(r"持平", _flat),
        Rule(rf"(?P<whole>{ARABIC}|{HAN})分之(?P<part>{ARABIC}|{HAN})", _fraction),
        Rule(SLASHED, slashed),
        Rule(r"减半|折半|过半|一半|半数", _half),
        Rule(rf"翻了?(?P<count>[{_DIGIT}]|\d)?了?(?P<word>番|倍)", _folded),
        Rule(
            rf"(?:(?P<low>[{_DIGIT}]|(?<!\d)\d){TO}?)?(?P<number>[{_DIGIT}]|(?<![\d.])\d{{1,2}}(?:\.\d)?)成"
            rf"(?P<half>半|[{_DIGIT}](?![十百千万亿个家年月]))?(?![立功都本为员果渝长绩品就熟效人分交])",
            _tenths,
        ),
        Rule(rf"(?P<value>[{_DIGIT}十]{{2,3}})大(?=报告|精神|召开|胜利|代表|以来)", _congress),
        Rule(rf"(?<=党的)(?P<value>[{_DIGIT}十]{{2,3}})大", _congress),
        Rule(rf"(?P<value>十[{_DIGIT}])五(?=规划|时期|期间|”|末|开局)", _congress),
        Rule(rf"第(?P<value>\d+|{HAN})(?P<unit>名|位|次|届|个|家|批|期|季|轮|场|条|项|章|节|款)?", _ordinal),
        Rule(QUANTITY, quantity),
    ),
    _OPENING,
)
