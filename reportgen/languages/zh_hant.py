"""Traditional Chinese: the words of simplified Chinese in traditional characters."""

from decimal import Decimal

from reportgen.languages.chinese import Chinese
from reportgen.languages.chinese_words import HALF, ChineseWords
from reportgen.languages.parts import Hedge

WORDS = ChineseWords(
    scales={0: "", 4: "萬", 8: "億", 12: "萬億"},
    kinds={"yoy": "同比", "mom": "環比", "qoq": "環比", "annual": "比上年", "average": "平均", "growth": ""},
    flat_kinds={"yoy": "同比", "mom": "環比", "qoq": "環比", "annual": "與上年", "average": "平均", "growth": ""},
    rising={"PCT": "增長", "PP": "上升", "TIMES": "增長"},
    falling={"PCT": "下降", "PP": "下降", "TIMES": "下降"},
    hedges={
        ("gt", ""): Hedge("超"),
        ("gt", "crossing"): Hedge("突破"),
        ("gt", "crossed"): Hedge("突破"),
        ("gt", "suffix"): Hedge(inside="餘"),
        ("ge", ""): Hedge(after="以上"),
        ("lt", ""): Hedge("近"),
        ("le", ""): Hedge("不超過"),
        ("le", "suffix"): Hedge(after="以下"),
        ("approx", ""): Hedge("約"),
        ("approx", "suffix"): Hedge(after="左右"),
    },
    statuses={"P": "初步核算", "E": "預計", "F": "預計"},
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
    folds={Decimal(1): "翻一番", Decimal(3): "翻兩番", HALF: "減半"},
    turns={
        "to-profit": "扭虧為盈",
        "to-loss": "由盈轉虧",
        "to-even": "扭虧",
        "narrower-loss": "減虧",
        "wider-loss": "虧損擴大",
    },
    paces={
        "faster": "增速加快",
        "slower": "增速回落",
        "steady": "增速持平",
        "wider": "降幅擴大",
        "narrower": "降幅收窄",
        "steady-fall": "降幅持平",
        "rise-after-fall": "由降轉升",
        "fall-after-rise": "由升轉降",
        "rise-after-flat": "由平轉升",
        "fall-after-flat": "由平轉降",
        "flat-after-rise": "由升轉平",
        "flat-after-fall": "由降轉平",
        "flat-still": "繼續持平",
    },
    none="為零",
    contributing="貢獻率為",
    driving="拉動",
    worth="約合",
    missing="暫無數據",
    respectively="分別",
    accounting="佔",
    level="級",
)

LANGUAGE = Chinese("zh-Hant", "Hant", ("繁體中文", "Traditional Chinese"), "zh_Hant_TW", WORDS)
