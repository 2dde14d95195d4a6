"""Chinese quantities: the pattern of a number with its scale and unit, and what is read of a match of it."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from reportgen.facts import Qualifier
from reportgen.reading import units
from reportgen.reading.model import Kind, Reading
from reportgen.reading.numerals import ARABIC, HAN, arabic, han, shift

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
    "次": "次(?![要生产])",
    "年": "年(?![龄级])",
    "台": "台(?![湾风州阶])",
    "国": "国(?![家际])",
    "城": "城(?![市镇区])",
}
_UNIT_WORDS = sorted({*units.CHINESE, *units.COUNTERS, *_MEASURES}, key=len, reverse=True)
_UNIT = rf"(?:{'|'.join(_GUARDED.get(word, re.escape(word)) for word in _UNIT_WORDS)})"
_SCALE = rf"(?:{'|'.join(scale for scale in _SCALES if len(scale) > 1)}|亿|万|千(?![米克瓦卡伏兆年])|百(?![分货]))"
_SIGN = r"(?:−|(?<![0-9A-Za-z%)）])-)?"
TO = r"(?:—{1,2}|–|-|~|～|至|到)"


def _quantity_pattern(mark: str) -> str:
    """Return the pattern of a number with its scale and unit; its groups end in `mark`."""
    return (
        rf"(?P<sign{mark}>{_SIGN})(?P<number{mark}>{ARABIC}|{HAN})(?P<more{mark}>[余多几])? ?(?P<scale{mark}>{_SCALE})?"
        rf"(?P<rest{mark}>零?\d{{1,4}}(?:\.\d+)?万(?![亿]))?(?P<mores{mark}>[余多](?![数次]))?"
        rf" ?(?P<unit{mark}>{_UNIT}(?:/{_UNIT})?)?"
    )


_INDEFINITE = ("几", "数")
_COUNTS = frozenset(
    ["总数", "人数", "户数", "次数", "件数", "家数", "天数", "指数", "台数", "位数", "基数", "笔数", "套数"]
)
_HEDGED = frozenset("近超逾过破达约上足到每")
_FESTIVALS = frozenset({"十一", "五一", "八一", "六一", "三八"})


def quantity(match: Match[str]) -> Reading | None:
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


NOT_UNIT = rf"(?![A-Za-z_.]*\d)(?! ?(?:%|‰|{_SCALE}|{_UNIT}))"


QUANTITY = rf"(?<!\d\.)(?<!\d){_quantity_pattern('')}(?P<second>{TO}{_quantity_pattern('2')})?"
"""A number with its unit, and the second end of a range."""
