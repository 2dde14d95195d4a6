"""Traditional Chinese: the words of simplified Chinese in traditional characters."""

from reportgen.languages.chinese import Chinese, ChineseWords
from reportgen.languages.parts import Hedge

WORDS = ChineseWords(
    scales={0: "", 4: "萬", 8: "億", 12: "萬億"},
    kinds={"yoy": "同比", "mom": "環比", "qoq": "環比", "annual": "比上年", "average": "平均", "growth": ""},
    flat_kinds={"yoy": "同比", "mom": "環比", "qoq": "環比", "annual": "與上年", "average": "平均", "growth": ""},
    rising={"PCT": "增長", "PP": "上升"},
    falling={"PCT": "下降", "PP": "下降"},
    hedges={
        ("gt", ""): Hedge("超"),
        ("gt", "crossing"): Hedge("突破"),
        ("gt", "suffix"): Hedge(inside="餘"),
        ("ge", ""): Hedge(after="以上"),
        ("lt", ""): Hedge("近"),
        ("le", ""): Hedge("不超過"),
        ("le", "suffix"): Hedge(after="以下"),
        ("approx", ""): Hedge("約"),
        ("approx", "suffix"): Hedge(after="左右"),
    },
    statuses={"P": "初步核算", "E": "預計", "F": "預計"},
    missing="暫無數據",
    respectively="分別",
)

LANGUAGE = Chinese("zh-Hant", "Hant", ("繁體中文", "Traditional Chinese"), "zh_Hant_TW", WORDS)
