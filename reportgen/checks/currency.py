"""Money: lines in, other forms of currency than the house's and dollars without a rate out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.proof import Proof, Remark
from reportgen.checks.traces import sayings

_FORMS = {
    "zh": re.compile(r"[¥￥]\s*\d|\d[\d.]{0,20}[万亿]{0,2}人民币|(?:RMB|CNY)\s*\d"),
    "en": re.compile(
        r"CN¥\s*\d|[¥￥]\s*\d|\b(?:RMB|CNY)\s*\d|\bChinese yuan\b|\byuans\b"
        r"|\b(?:million|billion|trillion|\d) (?:RMB|CNY|renminbi)\b"
    ),
}
_USD = {
    "zh": re.compile(r"[\d万亿]\s*美元"),
    "en": re.compile(r"(?:US\$|\$|USD)\s?\d|\d[^.;,]{0,20}\b(?:U\.S\. |US )?dollars?\b"),
}


def currency(proof: Proof) -> Iterator[Remark]:
    """Yield forms such as CN¥76.59B or 76.59 billion RMB, and dollar amounts that no fact and no rate makes."""
    known = proof.once(sayings)
    for line in proof.every:
        side = "zh" if line.chinese else "en"
        for match in _FORMS[side].finditer(line.text):
            hint = "写作“亿元”“万元”" if line.chinese else "write figure, scale and yuan"
            yield Remark(f"“{match[0]}” is not the house's form of money", proof.at(line, match[0]), hint)
        for match in _USD[side].finditer(line.masked):
            held = [item for item in line.authored if item.start < match.end() and match.start() < item.end]
            if held and not any(known.of(item) for item in held):
                message = f"“{held[0].text}” is in dollars, without a rate of the data"
                yield Remark(
                    message, proof.at(line, held[0].text), "store the rate as a fact, and say {{ ….dollars(rate) }}"
                )
