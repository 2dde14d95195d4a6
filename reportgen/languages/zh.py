"""Simplified Chinese, as the mainland's newspapers print it."""

from reportgen.languages.chinese import Chinese, ChineseWords
from reportgen.languages.parts import Hedge

WORDS = ChineseWords(
    scales={0: "", 4: "万", 8: "亿", 12: "万亿"},
    kinds={"yoy": "同比", "mom": "环比", "qoq": "环比", "annual": "比上年", "average": "平均", "growth": ""},
    flat_kinds={"yoy": "同比", "mom": "环比", "qoq": "环比", "annual": "与上年", "average": "平均", "growth": ""},
    rising={"PCT": "增长", "PP": "上升"},
    falling={"PCT": "下降", "PP": "下降"},
    hedges={
        ("gt", ""): Hedge("超"),
        ("gt", "crossing"): Hedge("突破"),
        ("gt", "suffix"): Hedge(inside="余"),
        ("ge", ""): Hedge(after="以上"),
        ("lt", ""): Hedge("近"),
        ("le", ""): Hedge("不超过"),
        ("le", "suffix"): Hedge(after="以下"),
        ("approx", ""): Hedge("约"),
        ("approx", "suffix"): Hedge(after="左右"),
    },
    statuses={"P": "初步核算", "E": "预计", "F": "预计"},
)

LANGUAGE = Chinese("zh", "Hans", ("简体中文", "Simplified Chinese"), "zh_Hans_CN", WORDS)
