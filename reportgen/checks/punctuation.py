"""Marks and widths after GB/T 15834, GB/T 15835 and CLREQ: lines in, foreign marks and odd numbers out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.proof import Line, Proof, Remark
from reportgen.document import Heading

_H = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_CHINESE: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"{_H}[,;?!]|[,;?!](?={_H})|{_H}:(?!//)|(?<![\d:]):(?={_H})"),
        "is a half-width mark",
        "write ，；：？！",
    ),
    (re.compile(rf"{_H}[()]|[()](?={_H})"), "has a half-width bracket", "write （）"),
    (re.compile(rf"{_H}\.(?=\s|$|{_H})"), "ends with a half-width stop", "write 。"),
    (re.compile(r"[Ａ-Ｚａ-ｚ０-９％]"), "is a full-width letter, digit or sign", "write it half-width"),
    (re.compile(r"(?<!—)—(?!—)(?=\D|$)(?<!\d—)"), "is half a dash", "write ——"),
    (re.compile(rf"(?<={_H})--+|--+(?={_H})"), "is no Chinese dash", "write ——"),
    (re.compile(rf"{_H}\.{{2,}}|(?<!…)…(?!…)|。{{2,}}"), "is no Chinese ellipsis", "write ……"),
    (
        re.compile(rf"(?<={_H})[ \u00a0](?=[，。、；：！？]|[\d])|(?<=[，。、；：！？]) +(?={_H})"),
        "is a typed gap",
        "delete it",
    ),
    (re.compile(r"[！？!?]{4,}|[，、；：]{2,}"), "is a run of marks", "keep one"),
    (re.compile(r"(?<!\d)\d{1,3}千(?![瓦米克兆卡字])"), "mixes digits with 千", "write the digits out"),
    (
        re.compile(r"\d[百十](?![万亿强佳大年])[零一二三四五六七八九\d]"),
        "mixes digits with characters",
        "write it in digits",
    ),
    (re.compile(r"\d年0\d月|月0\d日"), "has a leading zero", "write 1月5日"),
    (re.compile(r"(?<![\d.])\d[\d.]*(?:～|~|—|－|-|–)\d[\d.]*(?=%)"), "has % at one end only", "write 15%—30%"),
    (
        re.compile(r"(?<![\d.])\d[\d.]*(?:～|~|—|－|-|–)\d[\d.]*[万亿](?!分)"),
        "has its scale at one end only",
        "write 9亿～16亿",
    ),
    (re.compile(r"[）)]、"), "has 、 after a bracket", "write （一） alone"),
)
_ENGLISH: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[，。；：？！（）、《》「」％]"), "is a Chinese mark", "write the English one"),
    (re.compile(r"[Ａ-Ｚａ-ｚ０-９]"), "is full-width", "write it half-width"),
    (re.compile(r"(?<=\S) +(?=[,;:.!?](?:\s|$))"), "is a gap before a mark", "delete it"),
    (re.compile(r"(?<=\S) {2,}(?=\S)"), "is a double space", "write one"),
    (re.compile(r"(?<=[a-z]),(?=[A-Za-z])|(?<=[a-z]);(?=\S)"), "lacks a space behind it", "add one"),
    (
        re.compile(r"(?<![\d.,-])\d[\d.,]*-\d[\d.,]*(?=\s?(?:%|percent|billion|million|yuan))"),
        "has a hyphen",
        "write 15 to 30",
    ),
)
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("「", "」"), ("【", "】"), ("(", ")"))


def punctuation(proof: Proof) -> Iterator[Remark]:
    """Yield marks that a line may not have where they stand, and pairs that do not close."""
    for line in proof.every:
        for pattern, what, hint in _CHINESE if line.chinese else _ENGLISH:
            found = list(pattern.finditer(line.masked))
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
        depth = least = 0
        for sign in line.text:
            depth += (sign == opening) - (sign == closing)
            least = min(least, depth)
        if depth or least < 0:
            yield Remark(
                f"“{opening}{closing}” are not paired", proof.at(line, line.text[:24]), "close each one that opens"
            )
