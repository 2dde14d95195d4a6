"""Marks and widths after GB/T 15834, GB/T 15835 and CLREQ: lines in, foreign marks and odd numbers out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.checks.proof import Line, Proof, Remark
from reportgen.document import Heading


class _Mark(NamedTuple):
    """What may not stand: its pattern, what it is, what to do, and characters without one of which it cannot stand."""

    pattern: re.Pattern[str]
    what: str
    hint: str
    signs: str = ""


_H = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_CHINESE: tuple[_Mark, ...] = (
    _Mark(
        re.compile(rf"{_H}[,;?!]|[,;?!](?={_H})|{_H}:(?!//)|(?<![\d:]):(?={_H})"),
        "is a half-width mark",
        "write ，；：？！",
        ",;:?!",
    ),
    _Mark(re.compile(rf"{_H}[()]|[()](?={_H})"), "has a half-width bracket", "write （）", "()"),
    _Mark(re.compile(rf"{_H}\.(?=\s|$|{_H})"), "ends with a half-width stop", "write 。", "."),
    _Mark(re.compile(r"[Ａ-Ｚａ-ｚ０-９％]"), "is a full-width letter, digit or sign", "write it half-width"),
    _Mark(re.compile(r"(?:^|(?<=[，。；：”]))—(?!—)|(?<!—)—(?=[，。；：“]|$)"), "is half a dash", "write ——", "—"),
    _Mark(re.compile(rf"(?<={_H})--+|--+(?={_H})"), "is no Chinese dash", "write ——", "-"),
    _Mark(re.compile(rf"{_H}\.{{2,}}|(?<!…)…(?!…)|。{{2,}}"), "is no Chinese ellipsis", "write ……", ".…。"),
    _Mark(
        re.compile(rf"(?<={_H})[ \u00a0](?=[，。、；：！？]|[\d])|(?<=[，。、；：！？]) +(?={_H})"),
        "is a typed gap",
        "delete it",
        " \u00a0",
    ),
    _Mark(re.compile(r"[！？!?]{4,}|[，、；：]{2,}"), "is a run of marks", "keep one"),
    _Mark(
        re.compile(r"(?<!\d)\d{1,3}千(?![瓦米克兆卡字伏帕焦赫])"), "mixes digits with 千", "write the digits out", "千"
    ),
    _Mark(
        re.compile(r"\d[百十](?![万亿强佳大年])[零一二三四五六七八九\d]"),
        "mixes digits with characters",
        "write it in digits",
        "百十",
    ),
    _Mark(re.compile(r"\d年0\d月|月0\d日"), "has a leading zero", "write 1月5日", "0"),
    _Mark(
        re.compile(r"(?<![\d.])\d[\d.]*(?:～|~|—|－|-|–)\d[\d.]*(?=%)"), "has % at one end only", "write 15%—30%", "%"
    ),
    _Mark(
        re.compile(r"(?<![\d.])\d[\d.]*(?:～|~|—|－|-|–)\d[\d.]*[万亿](?!分)"),
        "has its scale at one end only",
        "write 9亿～16亿",
        "～~—－-–",
    ),
    _Mark(re.compile(r"[）)]、"), "has 、 after a bracket", "write （一） alone", ")）"),
)
_ENGLISH: tuple[_Mark, ...] = (
    _Mark(re.compile(r"[，。；：？！（）、《》「」％]"), "is a Chinese mark", "write the English one"),
    _Mark(re.compile(r"[Ａ-Ｚａ-ｚ０-９]"), "is full-width", "write it half-width"),
    _Mark(re.compile(r"(?<=\S) +(?=[,;:.!?](?:\s|$))"), "is a gap before a mark", "delete it", " "),
    _Mark(re.compile(r"(?<=\S) {2,}(?=\S)"), "is a double space", "write one", " "),
    _Mark(re.compile(r"(?<=[a-z]),(?=[A-Za-z])|(?<=[a-z]);(?=\S)"), "lacks a space behind it", "add one", ",;"),
    _Mark(
        re.compile(r"(?<![\d.,-])\d[\d.,]*-\d[\d.,]*(?=\s?(?:%|percent|billion|million|yuan))"),
        "has a hyphen",
        "write 15 to 30",
    ),
)
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("「", "」"), ("【", "】"), ("(", ")"))


def punctuation(proof: Proof) -> Iterator[Remark]:
    """Yield marks that a line may not have where they stand, and pairs that do not close."""
    for line in proof.every:
        signs = set(line.masked)
        for pattern, what, hint, needed in _CHINESE if line.chinese else _ENGLISH:
            found = [] if needed and signs.isdisjoint(needed) else list(pattern.finditer(line.masked))
            if found:
                words = line.text[max(0, found[0].start() - 4) : found[0].end() + 4].strip()
                more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
                yield Remark(f"“{_shown(line, found[0])}” {what}{more}", proof.at(line, words), hint)
        yield from _unpaired(proof, line)
        if line.chinese and isinstance(line.block, Heading) and line.text.endswith(("。", "；", "，")):
            yield Remark("a heading ends with a mark", proof.at(line, line.text[-8:]), "headings have no final mark")


def _shown(line: Line, match: re.Match[str]) -> str:
    return match[0].strip() or line.text[max(0, match.start() - 2) : match.end() + 2]


def _unpaired(proof: Proof, line: Line) -> Iterator[Remark]:
    """Yield quotes and brackets that do not close; an English ’ may be an apostrophe."""
    for opening, closing in _PAIRS:
        if closing == "’" and not line.chinese:
            continue
        if opening not in line.text and closing not in line.text:
            continue
        depth = least = 0
        for sign in line.text:
            depth += (sign == opening) - (sign == closing)
            least = min(least, depth)
        if depth or least < 0:
            yield Remark(
                f"“{opening}{closing}” are not paired", proof.at(line, line.text[:24]), "close each one that opens"
            )
