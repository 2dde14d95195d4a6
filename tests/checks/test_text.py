"""What the text says: each check catches what it must, and is silent on what it must not catch."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Allowance, Claim, Fact, Rules, Term
from tests.checks.pages import briefing, caught, fact, found

GDP = fact("gdp", "765.9e8", yoy="3.2", rank=1)
FALL = fact("fall", "12.5e8", "PREMIUM", yoy="-2.1")
VISITS = fact("visits", "4087.9e4", "VISITS", rank=1)
RATE = fact("rate", "5.0", "JOBLESS", yoy="0.1", unit="PP")
NINE = fact("nine", "800e8", "GDP", when="2023-01-01/P9M", yoy="4.4")
PLAN = fact("plan", "1600e8", "GDP", when="2023", yoy="5", obs_status="F")
GAP = fact("gap", None, "GDP", obs_status="M")
TERMS = (
    Term({"zh": "增加值", "en": "value added"}, avoid=("added value",)),
    Term({"zh": "生产总值", "en": "gross domestic product (GDP)"}, also=("gross regional product",)),
    Term({"zh": "市场主体", "en": "market entities"}),
    Term({"zh": "经营主体", "en": "market entities"}),
    Term({"zh": "首店首牌", "en": "first stores"}, avoid=("首牌首店",)),
    Term({"zh": "詹米璐", "en": "Zhan Milu"}, proper=True),
    Term({"zh": "巫溪", "en": "Wuxi"}, proper=True),
    Term({"zh": "无锡", "en": "Wuxi"}, proper=True),
)
CLAIM = Rules(
    claims=(Claim(("全球最高的酒店", "the world’s highest hotel"), "superlative", "world", "gdp"),),
    allowances=(Allowance("78项", "counted by hand"),),
)

CAUGHT = [
    ("figure-parity", "产值765.9亿元，增长3.2%", "output of 76.59 billion yuan, up 2.3 percent", ()),
    ("figure-parity", "产值{gdp}，{gdp.change}", "output of {gdp}", (GDP,)),
    ("figure-parity", "产值{gdp}", "output of 76.95 billion yuan", (GDP,)),
    ("figure-parity", "签约41个项目", "the district signed projects", ()),
    ("figure-parity", "批发等四个行业", "five sectors including wholesale", ()),
    ("figure-parity", "在7月28日", "on July 26", ()),
    ("figure-parity", "轨道5号线", "Rail Transit Line 6", ()),
    ("rounding-parity", "接待游客4087.9万人次", "40.9 million tourist visits", ()),
    ("rounding-parity", "总额593034亿元", "a total of 59.3 trillion yuan", ()),
    ("scale-slip", "产值765.9亿元", "output of 765.9 billion yuan", ()),
    ("scale-slip", "总额1.2万亿元", "a total of 120 billion yuan", ()),
    ("qualifier-parity", "增长近30%", "a rise of 30 percent", ()),
    ("qualifier-parity", "超过{gdp}", "a total of {gdp}", (GDP,)),
    ("qualifier-parity", "不到5%", "more than 5 percent", ()),
    ("stacked-hedges", "约1000余万元", "about 10 million yuan", ()),
    ("stacked-hedges", "近500家左右", "nearly 500 enterprises", ()),
    ("stacked-hedges", "", "about 500 enterprises or so", ()),
    ("stacked-hedges", "", "about more than 500 enterprises", ()),
    ("direction", "下降-2.1%", "down 2.1 percent", ()),
    ("direction", "", "output fell by -2.1 percent", ()),
    ("direction", "失业率为下降0.1%", "the rate rose 0.1 percent", ()),
    ("direction", "失业率为下降0.1%", "an unemployment rate of 0.1 percent", ()),
    ("direction", "保费增长{fall.rate}", "premiums rose {fall.rate}", (FALL,)),
    ("direction", "保费增长2.1%", "premiums rose 2.1 percent", (FALL,)),
    ("qualifier-parity", "产值突破{gdp}", "output surpassed {gdp}", (GDP,)),
    ("qualifier-parity", "近{gdp}", "nearly {gdp}", (fact("gdp", "1600e8", exact=Decimal("1600.4")),)),
    ("percent-points", "接待游客超2019年19个百分点", "visits exceeded 2019 by 19 percentage points", ()),
    ("percent-points", "前三季度接待游客超2019年19个百分点", "", ()),
    ("percent-points", "失业率上升0.1个百分点", "the rate rose 0.1 percent", ()),
    ("percent-points", "增速为{gdp.rate}", "growth of {gdp.rate}age points", (GDP,)),
    ("figure-parity", "产值{gdp}", "output of 1{gdp}", (GDP,)),
    ("multiples", "产值增长1.2倍", "output rose 1.2 times", ()),
    ("multiples", "", "three times more than a year earlier", ()),
    ("multiples", "", "a threefold increase", ()),
    ("multiples", "成本减少2倍", "costs fell by half", ()),
    ("base-marker", "产值同比增长3.2%，税收同比增长4%，软件业增长40.9%", "", ()),
    ("base-marker", "产值同比增长3.2%", "output up 3.2 percent month on month", ()),
    ("untraceable", "推进78项任务", "", ()),
    ("untraceable", "产值766.9亿元", "", (GDP,)),
    ("untraceable", "居全国第二", "", (GDP,)),
    ("untraceable", "", "ranking second nationwide", (GDP,)),
    ("untraceable", "", "the district signed 41 and served 9,754", ()),
    ("untraceable", "他说“增长12%”，共有78", "", ()),
    ("untraceable", "占40%—60%", "", (fact("x", "40", "JOBLESS"),)),
    ("placeholder", "留言与评论（共有 条评论）", "", ()),
    ("placeholder", "总额 亿元", "", ()),
    ("placeholder", "增长%", "", ()),
    ("placeholder", "产值{{ gdp }}亿元", "", ()),
    ("placeholder", "", "output came to billion yuan", ()),
    ("placeholder", "", "growth of NaN percent", ()),
    ("placeholder", "金额待定", "", ()),
    ("placeholder", "共XX家", "", ()),
    ("missing-unit", "零售额率先突破千亿，创新高", "", ()),
    ("half-translated", "零售总额", "Total retail sales of 社会消费品", ()),
    ("half-translated", "实现地区生产总值", "Total 地区生产总值 grew", ()),
    ("half-translated", "全年 total sales of the district grew by a third in the year", "sales", ()),
    ("glossary", "增加值增长", "the added value grew", ()),
    ("glossary", "生产总值增长", "output grew", ()),
    ("glossary", "首牌首店", "first stores", ()),
    ("glossary", "保费收同比增长12%", "", ()),
    ("names", "市场主体和经营主体", "market entities and market entities", ()),
    ("names", "詹米璐", "Zhan Mi-lu", ()),
    ("names", "对口帮扶巫溪，学习无锡", "aid for Wuxi, and learning from Wuxi", ()),
    ("first-mention", "位于skyview\nskyview（鸟瞰重庆）", "", ()),
    ("emphasis-parity", "产值**{gdp}**", "**output** of {gdp}", (GDP,)),
    ("emphasis-parity", "发挥**头雁**效应", "play the role of lead goose", ()),
    ("forecast", "全年增长{plan.rate}", "growth of {plan.rate} in the year", (PLAN,)),
    ("forecast", "预计产值{gdp}", "output is expected to reach {gdp}", (GDP,)),
    ("trend-words", "增速逐季攀升，为3.2%、3.1%、5%", "", ()),
    ("trend-words", "", "Growth climbed quarter by quarter: 3.2 percent, 3.1 percent and 5 percent.", ()),
    ("trend-words", "产值{gdp}，创历史新高", "", (GDP, fact("old", "800e8", when="2022-S1"))),
    ("superlative", "有全球最高的酒店", "", ()),
    ("superlative", "", "home to the largest mall in the region", ()),
    ("superlative", "在西部率先突破", "", ()),
    ("superlative", "西南首店开业", "", ()),
    ("rank-form", "居全市第1\n居全市第一", "", ()),
    ("order", "由高到低为5.2%、7.5%、3%", "", ()),
    ("order", "", "in descending order, 7.5 percent, 3 percent and 5.2 percent", ()),
    ("order", "按增速由高到低：\n- 甲5%\n- 乙7%", "", ()),
    ("declared-count", "一年来，着力做好七个方面的工作：\n- 甲\n- 乙", "", ()),
    ("declared-count", "", "We worked in seven areas as follows:\n- one thing\n- another", ()),
    ("respectively", "批发业、零售业、餐饮业分别增长5.2%、7.5%、10.8%、21.9%", "", ()),
    ("respectively", "", "Wholesale, retail and catering grew 5.2, 7.5, 10.8 and 21.9 percent, respectively.", ()),
    ("period-text", "前三季度，产值{gdp}", "In the first three quarters, output came to {gdp}", (GDP,)),
    ("period-text", "前三季度，产值{nine}", "In the third quarter, output came to {nine}", (NINE,)),
    ("punctuation", "GDP增速,上半年", "", ()),
    ("punctuation", "重庆(化龙桥)", "", ()),
    ("punctuation", "增长１２％", "", ()),
    ("punctuation", "他说“好", "", ()),
    ("punctuation", "约8千人", "", ()),
    ("punctuation", "占15—30%", "", ()),
    ("punctuation", "于2024年01月5日", "", ()),
    ("punctuation", "", "sales，and more", ()),
    ("punctuation", "", "from 15-30 percent", ()),
    ("currency", "", "CN¥76.59 billion", ()),
    ("currency", "", "76.59 billion RMB", ()),
    ("currency", "¥765亿", "", ()),
    ("currency", "", "about $8.3 billion", ()),
    ("echo", "# 产值770亿元\n产值{gdp}", "", (GDP,)),
]
SILENT = [
    ("figure-parity", "接待游客4087.9万人次", "40.879 million tourist visits", ()),
    ("figure-parity", "粮食产量1.39万亿斤", "695 million metric tons of grain", ()),
    ("figure-parity", "批发、零售四个行业全线增长", "wholesale and retail all grew", ()),
    ("figure-parity", "产值{gdp}", "output of 76.59 billion yuan", (GDP,)),
    ("figure-parity", "全市第一", "the highest in the municipality", ()),
    ("rounding-parity", "总额4007.0亿元，增长4.0%", "400.7 billion yuan, up 4 percent", ()),
    ("scale-slip", "产值765.9亿元", "76.59 billion yuan", ()),
    ("qualifier-parity", "增长30%以上", "a rise of more than 30 percent", ()),
    ("qualifier-parity", "高达458米", "458 meters high", ()),
    ("qualifier-parity", "产值约{gdp}", "output of about {gdp}", (GDP,)),
    ("qualifier-parity", "超{gdp}", "more than {gdp}", (fact("gdp", "1600e8", exact=Decimal("1600.4")),)),
    ("stacked-hedges", "预计全年增长5%左右", "growth is expected to be about 5 percent", ()),
    ("direction", "下降2.1%", "down 2.1 percent", (FALL,)),
    ("direction", "保费{fall.change}", "premiums {fall.change}", (FALL,)),
    ("direction", "以{gdp.rate}的增速领先", "fastest, by {gdp.rate}", (GDP,)),
    ("percent-points", "失业率上升0.1个百分点", "the jobless rate rose 0.1 percentage points", ()),
    ("percent-points", "拉动增长2.1个百分点", "contributed 2.1 percentage points to growth", ()),
    (
        "percent-points",
        "产能利用率为75.6%，回落0.3个百分点",
        "Capacity use was 75.6 percent, down 0.3 percentage points",
        (),
    ),
    ("percent-points", "比一季度加快0.5个百分点", "0.5 percentage points faster than in the first quarter", ()),
    ("multiples", "增长1.2倍", "rose 120 percent, to 2.2 times the year-earlier level", ()),
    ("figure-parity", "增长1.2倍", "rose 120 percent", ()),
    ("base-marker", "产值同比增长3.2%，产业增长目标明确", "", ()),
    ("untraceable", "轨道5号线、“33618”体系、“1+6+N”、百日攻坚、100强、PM2.5", "Line 5, top 100 and 5G", ()),
    ("untraceable", "2023年7月28日，第十九届第五次会议", "July 28, 2023, the 19th session", ()),
    ("untraceable", "产值765.9亿元，增长3.2%，居全国第一", "", (GDP,)),
    ("untraceable", "推进78项任务", "", ()),
    ("untraceable", "近5年来，见图3、表2，“双10”工程，H1N1，80后，邮编400010", "", ()),
    ("untraceable", "", "(1) over the past 5 years, see Figure 3 on page 2 of GB/T 15834", ()),
    ("untraceable", "百亿级企业", "at the 10-billion-yuan level", ()),
    ("placeholder", "产值达亿元的企业，为亿元级企业", "", ()),
    ("placeholder", "亿元级企业增长12.1%，总额765.9亿元", "None of them fell; sales of 3 billion yuan", ()),
    ("placeholder", "产值{gap}", "output {gap}", (GAP,)),
    ("missing-unit", "突破千亿元，亿元级企业，14亿人口", "", ()),
    ("half-translated", "GDP、RCEP、skyview（鸟瞰重庆）、Galeries Lafayette", "The 33618 system (三三六一八) grew", ()),
    ("glossary", "生产总值和增加值", "gross regional product and value added", ()),
    ("glossary", "生产总值", "GDP grew", ()),
    ("glossary", "批发增长5%，市场主导", "", ()),
    ("names", "詹米璐 摄", "Photo by Zhan Milu", ()),
    ("names", "帮扶巫溪", "aid for Wuxi", ()),
    ("first-mention", "skyview（鸟瞰重庆）\n位于skyview", "", ()),
    ("emphasis-parity", "产值**{gdp}**", "output of **{gdp}**", (GDP,)),
    ("forecast", "预计全年增长{plan.rate}左右", "growth is expected to be about {plan.rate}", (PLAN,)),
    ("trend-words", "增速逐季攀升，为3.2%、4.4%、5%", "climbed quarter by quarter: 3.2, 4.4 and 5 percent", ()),
    ("trend-words", "产值{gdp}，创历史新高", "", (GDP, fact("old", "700e8", when="2022-S1"))),
    ("superlative", "第一产业、首先、第一季度、首要任务、新引进首店", "the first half, the first three quarters", ()),
    ("superlative", "居{gdp.rank}", "", (GDP,)),
    ("superlative", "居全国第一", "ranking first nationwide", (GDP,)),
    ("superlative", "有全球最高的酒店", "the world’s highest hotel", ()),
    ("rank-form", "居全市第一，第1季度", "", ()),
    ("order", "由高到低为7.5%、5.2%、5.2%", "", ()),
    ("order", "按增速由高到低：\n- 甲7%\n- 乙5%", "", ()),
    ("declared-count", "开展六大行动，即——\n- 甲\n- 乙\n- 丙\n- 丁\n- 戊\n- 己", "", ()),
    ("declared-count", "签约5个项目，其中：\n- 甲\n- 乙", "", ()),
    ("declared-count", "四个行业全线增长。\n- 甲", "", ()),
    ("respectively", "批发业、零售业、餐饮业、住宿业分别同比增长5.2%、7.5%、10.8%、21.9%", "", ()),
    ("respectively", "信息传输和软件业、金融业分别增长5%、6%", "", ()),
    (
        "respectively",
        "",
        "Wholesale, retail, catering and lodging grew 5.2, 7.5, 10.8 and 21.9 percent, respectively.",
        (),
    ),
    ("period-text", "今年上半年，产值{gdp}", "In the first half of this year, output came to {gdp}", (GDP,)),
    (
        "period-text",
        "产值上半年{gdp}，前三季度{nine}",
        "Output came to {gdp} in the first half of 2023 and {nine} in the first three quarters",
        (GDP, NINE),
    ),
    ("period-text", "2023年，产值{gdp}，高于2022年上半年", "In 2023, output came to {gdp}", (GDP,)),
    (
        "punctuation",
        "“1+6+N”体系、https://a.cn/b?c=1、12:30、Wi-Fi（无线网）——“甲‘乙’”……",
        "It’s 5-year-old; “so” (it) is",
        (),
    ),
    ("punctuation", "北京—上海，110千伏，——好，2023—2025年", "", ()),
    ("punctuation", "占15%—30%，1—6月，4000万元，二百三十", "from 15 to 30 percent, 3,000 and 2023–24", ()),
    ("currency", "765.9亿元、人民币贷款", "76.59 billion yuan, RMB loans", ()),
    ("currency", "", "about $8.3 billion", (fact("usd", "8.3e9", "AID"),)),
    ("echo", "# 产值765.9亿元\n产值{gdp}", "", (GDP,)),
]


@pytest.mark.parametrize(
    ("code", "zh", "en", "facts"), CAUGHT, ids=lambda value: value if isinstance(value, str) else ""
)
def test_it_is_caught(code: str, zh: str, en: str, facts: tuple[Fact, ...]) -> None:
    assert caught(code, zh, en, *facts, glossary=TERMS)


@pytest.mark.parametrize(
    ("code", "zh", "en", "facts"), SILENT, ids=lambda value: value if isinstance(value, str) else ""
)
def test_it_is_let_through(code: str, zh: str, en: str, facts: tuple[Fact, ...]) -> None:
    assert caught(code, zh, en, *facts, glossary=TERMS, rules=CLAIM) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("untraceable", "推進78項任務"),
        ("stacked-hedges", "約1000餘萬元左右"),
        ("direction", "收入減少-2.1%"),
        ("percent-points", "遊客超2019年19個百分點"),
        ("base-marker", "產值同比增長3.2%，稅收同比增長4%，軟件業增長40.9%"),
        ("missing-unit", "突破千億，再上台階"),
        ("superlative", "有全球最強的團隊"),
        ("declared-count", "做好七個方面的工作：\n- 甲\n- 乙"),
        ("respectively", "批發、零售、餐飲分別增長5.2%、7.5%、10.8%、21.9%"),
        ("punctuation", "產值,稅收"),
    ],
)
def test_traditional_characters_are_read_alike(code: str, text: str) -> None:
    assert code in [finding.code for finding in found({"zh-Hant": text}, briefing())]
