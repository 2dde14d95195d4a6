"""Simplified Chinese, as the mainland's newspapers print it."""

from decimal import Decimal

from reportgen.languages.chinese import Chinese
from reportgen.languages.chinese_words import HALF, ChineseWords
from reportgen.languages.parts import Hedge

WORDS = ChineseWords(
    scales={0: "", 4: "万", 8: "亿", 12: "万亿"},
    kinds={"yoy": "同比", "mom": "环比", "qoq": "环比", "annual": "比上年", "average": "平均", "growth": ""},
    flat_kinds={"yoy": "同比", "mom": "环比", "qoq": "环比", "annual": "与上年", "average": "平均", "growth": ""},
    rising={"PCT": "增长", "PP": "上升", "TIMES": "增长"},
    falling={"PCT": "下降", "PP": "下降", "TIMES": "下降"},
    hedges={
        ("gt", ""): Hedge("超"),
        ("gt", "crossing"): Hedge("突破"),
        ("gt", "crossed"): Hedge("突破"),
        ("gt", "suffix"): Hedge(inside="余"),
        ("ge", ""): Hedge(after="以上"),
        ("lt", ""): Hedge("近"),
        ("le", ""): Hedge("不超过"),
        ("le", "suffix"): Hedge(after="以下"),
        ("approx", ""): Hedge("约"),
        ("approx", "suffix"): Hedge(after="左右"),
    },
    statuses={"P": "初步核算", "E": "预计", "F": "预计"},
    bases={
        "yoy": "上年同期",
        "mom": "上月",
        "qoq": "上季度",
        "annual": "上年",
        "average": "基期",
        "growth": "基期",
    },
    verbs={
        "rate": ("上升", "下降"),
        "index": ("上升", "下降"),
        "share": ("提高", "下降"),
        "contribution": ("提高", "下降"),
    },
    folds={Decimal(1): "翻一番", Decimal(3): "翻两番", HALF: "减半"},
    turns={
        "to-profit": "扭亏为盈",
        "to-loss": "由盈转亏",
        "to-even": "扭亏",
        "narrower-loss": "减亏",
        "wider-loss": "亏损扩大",
    },
    paces={
        "faster": "增速加快",
        "slower": "增速回落",
        "steady": "增速持平",
        "wider": "降幅扩大",
        "narrower": "降幅收窄",
        "steady-fall": "降幅持平",
        "rise-after-fall": "由降转升",
        "fall-after-rise": "由升转降",
        "rise-after-flat": "由平转升",
        "fall-after-flat": "由平转降",
        "flat-after-rise": "由升转平",
        "flat-after-fall": "由降转平",
        "flat-still": "继续持平",
    },
    none="为零",
    contributing="贡献率为",
    driving="拉动",
    worth="约合",
)

LANGUAGE = Chinese("zh", "Hans", ("简体中文", "Simplified Chinese"), "zh_Hans_CN", WORDS)
