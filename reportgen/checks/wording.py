"""Words that no finished page has: lines in, stacked hedges, gaps, lost units and the other language's words out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.proof import Line, Proof, Remark, blotted
from reportgen.document import Chart, Table

# Lengths are bounded so that no text, however odd, is searched for long.
_NUMBER = r"(?:\d[\d,.]{0,20}|[一二三四五六七八九十百千万亿几数两]{1,12})"
_UNIT = r"(?:[十百千]?[万亿]?(?:元|美元|人次|户|家|个|项|吨|公里|平方米|人|名|条次?|%|个百分点)?)"
_STACKED = {
    "zh": (
        re.compile(rf"(?:约|近|超过?|逾|大约|大概|接近|突破|不足|不到)\s*{_NUMBER}[余多]{_UNIT}"),
        re.compile(rf"(?:约|大约|大概|近|接近|超过?|逾|突破)\s*{_NUMBER}{_UNIT}(?:左右|上下|以上|以下)"),
        re.compile(rf"{_NUMBER}[余多]{_UNIT}(?:左右|上下|以上|以下)"),
        re.compile(rf"(?:约|大约|大概|近|接近|超过?|逾|突破)(?:约|近|超|逾|接近)\s*{_NUMBER}"),
        re.compile(r"\d\.\d+[余多](?=[十百千万亿])"),
    ),
    "en": (
        re.compile(
            r"\b(?:about|around|nearly|almost|roughly|approximately|some)\s+[\d.,]+[^.;,]{0,30}?\bor so\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:about|around|nearly|almost|roughly|approximately)\s+(?:about|around|nearly|almost|roughly|approximately"
            r"|more than|over|at least|up to)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:more than|over|at least|exceed(?:ed|ing))\s+[\d.,]+[^.;,]{0,30}?\bor (?:more|so|less)\b",
            re.IGNORECASE,
        ),
    ),
}
_GAPS = {
    "": (
        re.compile(r"\{\{|\}\}|\{%|%\}"),
        re.compile(
            r"\b(?:TB[DC]|TO[D]O|FIX[M]E|NaN|null|undefined|N/A|lorem[ ]ipsum)\b|∞|#(?:REF|N/A|DIV/0|VALUE|NAME)!?"
        ),
        re.compile(r"(?<![A-Za-z])[XＸ×]{2,}(?![A-Za-z])|[□＿]{2,}|_{3,}|(?<![\w.])\?{2,}"),
        re.compile(r"\bNone\b(?=\s*(?:$|%|percent|yuan|million|billion|[\u4e00-\u9fff]))"),
    ),
    "zh": (
        re.compile(r"待[定补填]|某某|（略）"),
        re.compile(r"[\u4e00-\u9fff]\s+(?:[十百千]?[万亿]?元|[万亿]?人次|%|个百分点)(?![\u4e00-\u9fff]*[级楼])"),
        re.compile(r"共有?\s+(?:条|个|项|家|户|人|名|件)"),
        re.compile(r"(?:增长|下降|上升|提高|达到?|为|占)\s*(?:%|个百分点)"),
    ),
    "en": (
        re.compile(
            r"\b(?:to|of|at|by|was|were|is|reached|totaled|up|down)\s+(?:[bmtr]+illion|percent(?:age points?)?)\b"
        ),
        re.compile(r"\(\s+in total\)|\ba total of\s+(?:[a-z]+\s*[.,)])"),
    ),
}
_BARE_SCALE = re.compile(
    r"(?:突破|超过?|达到?|逾|近|约|为|至|过)(?:\d[\d.]*)?[一二三四五六七八九十百千两]*[万亿](?=[，。；、）！？\s]|$)"
)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_GLOSS = re.compile(r"[（(][^（）()]{0,80}[）)]|[“《「][^”》」]{0,80}[”》」]")
_LATIN = re.compile(r"(?<![A-Za-z’'-])[A-Za-z][A-Za-z’'-]*+(?:[ ,]++[A-Za-z][A-Za-z’'-]*+){3,}+")
_SMALL = re.compile(r"\b(?:of|the|and|in|to|a|is|was|were|by|for|with|that|from|on)\b|\b[a-z]{4,}\b")


def stacked_hedges(proof: Proof) -> Iterator[Remark]:
    """Yield figures with two hedges: 约1000余万元左右, about … or so."""
    for line in proof.every:
        for pattern in _STACKED["zh" if line.chinese else "en"]:
            for match in pattern.finditer(line.simple):
                words = line.text[slice(*match.span())]
                yield Remark(f"“{words}” is hedged twice", proof.at(line, words), "keep one hedge")


def placeholders(proof: Proof) -> Iterator[Remark]:
    """Yield what stands for something that was never filled in, and numbers shown where a figure is missing."""
    for line in proof.every:
        for pattern in (*_GAPS[""], *_GAPS["zh" if line.chinese else "en"]):
            for match in pattern.finditer(line.masked):
                words = line.text[slice(*match.span())].strip()
                yield Remark(f"“{words}” was never filled in", proof.at(line, words), "fill it in, or delete it")
        for span in line.spans:
            fact = proof.fact(span.figure)
            shown = line.text[span.start : span.end]
            empty = fact and span.figure and span.figure.side == "value" and fact.obs_status == "M"
            if fact and empty and any(sign.isdigit() for sign in shown):
                yield Remark(f"{fact.id} is missing, yet “{shown}” is shown", proof.at(line, shown), "say 暂缺")


def missing_units(proof: Proof) -> Iterator[Remark]:
    """Yield 千亿 and the like without what is counted."""
    for line in proof.chinese:
        for match in _BARE_SCALE.finditer(line.masked):
            words = line.text[slice(*match.span())]
            yield Remark(f"“{words}” has no unit", proof.at(line, words), "write 元, 人次 or what is counted")


def half_translated(proof: Proof) -> Iterator[Remark]:
    """Yield Han characters in English that are no gloss, and runs of English in Chinese that are no name."""
    for line in proof.english:
        for match in _left(proof, line, _HAN):
            hint = "translate it, or gloss it in brackets"
            yield Remark(f"“{match[0]}” is not translated", proof.at(line, match[0]), hint)
    for line in proof.chinese:
        if not isinstance(line.block, Table | Chart) or _HAN.search(line.text):
            for match in _left(proof, line, _LATIN):
                if len(_SMALL.findall(match[0])) >= 3:
                    yield Remark(f"“{match[0]}” is not translated", proof.at(line, match[0]), "translate it")


def _left(proof: Proof, line: Line, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Return where a pattern of the other language is, outside of what may be of any language."""
    return pattern.finditer(_unglossed(proof, line)) if pattern.search(line.text) else iter(())


def _unglossed(proof: Proof, line: Line) -> str:
    """Return a line without glosses in brackets or quotes, terms as its own language has them, and allowances."""
    free = [match.span() for match in _GLOSS.finditer(line.text)]
    words = [rule.words for rule in proof.briefing.rules.allowances]
    words += [term.names[line.lang] for term in proof.briefing.glossary if line.lang in term.names]
    for text in words:
        at = line.text.find(text)
        if at >= 0 and text:
            free.append((at, at + len(text)))
    return blotted(line.text, iter(free))
