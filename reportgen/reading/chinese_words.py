"""The Chinese phrases that stand beside a number, in simplified characters, and how traditional ones become them."""

from __future__ import annotations

import re

from reportgen.reading.context import Phrases, Surroundings

_TRADITIONAL = (
    "萬億餘兩個點約過達預計長環與減漲數戶條項輛層噸畝頃時號線強屆級從間際來縮擴將後於標歲場種類區縣鎮鄉棟隻張頭臺筆門樓員週"
    "連續佔僅實現幾單國電話歐鎊幣圓參會這為動還據規劃產業務總額較進邁對開節簽訂壓貨鐘專關報劑紀"
)
_SIMPLIFIED = (
    "万亿余两个点约过达预计长环与减涨数户条项辆层吨亩顷时号线强届级从间际来缩扩将后于标岁场种类区县镇乡栋只张头台笔门楼员周"
    "连续占仅实现几单国电话欧镑币元参会这为动还据规划产业务总额较进迈对开节签订压货钟专关报剂纪"
)
_PLAIN = str.maketrans(
    _TRADITIONAL + "０１２３４５６７８９．，％－＋：／\u00a0\u2009\u202f\u2002\u3000＄￥",
    _SIMPLIFIED + "0123456789.,%-+:/     $¥",
)


def plain(text: str) -> str:
    """Return `text` with half-width digits and simplified number words, character for character."""
    return text.translate(_PLAIN)


_BEFORE: Phrases = {
    ("qualifier", "gt"): "超|超过|突破|逾|破|多于|高于|大于|超出|已超|已超过|迈过|跨过|冲破|首超|首破|超越",
    ("qualifier", "lt"): "近|接近|将近|不到|不足|未到|少于|小于|未满|未达|逼近|低于",
    ("qualifier", "ge"): "至少|不低于|不少于|不小于|最少",
    ("qualifier", "le"): "至多|最多|不超过|不高于|不多于|不大于",
    ("qualifier", "approx"): "约|大约|大概|约为|基本|大体|大致|粗略|约合|约占|约达",
    ("direction", "up"): (
        "增长|增加|上升|提高|提升|上涨|增|升|涨|攀升|扩大|加快|回升|增幅|涨幅|增速|多增|增长率|增加值增长|增长速度|多|高|"
        "快|高出|走阔|走高|回暖|劲增|新增长|上浮|上调|增收|增产|抬升|反弹|飙升|增多|净增|净增长"
    ),
    ("direction", "down"): (
        "下降|减少|降低|回落|下滑|下跌|降|减|跌|放缓|收窄|缩小|缩减|降幅|跌幅|少增|少|低|慢|压减|压降|下浮|下调|下挫|萎缩|"
        "减亏|缩短|走低|减收|减产|负增长|净减少|减速"
    ),
    ("base", "yoy"): (
        "同比|较上年同期|比上年同期|比去年同期|较去年同期|与上年同期|与去年同期|比同期|较同期|按年|比上年同月|较上年同月"
    ),
    ("base", "mom"): "环比|比上月|较上月|与上月|按月|比上季度|较上季度|与上季度|比上个月|较上个月|比一季度|较一季度",
    ("base", "annual"): "比上年|较上年|比去年|较去年|与上年|与去年|比上年末|较上年末|较年初|比年初|比上一年|较上一年",
    ("base", "average"): "平均|年均",
    ("forecast", "yes"): "预计|预期|有望|预测|预计为|预计达|预计达到|预计将",
    ("cumulative", "yes"): "累计|累计达|累计达到|累计完成|累计实现|累计为|累计增长至",
    ("neutral", ""): (
        "了|达|达到|高达|多达|为|是|至|到|共|共计|总计|合计|计|仅|仅为|只有|已|已达|已达到|也|均为|分别|分别为|分别达|分别达到|"
        "幅度|幅度为|率|的|在|实现|完成|又|再|各|长达|可达|将|将达|将达到|有|于|也是|初步核算|约等于|控制在|均|月均|日均|人均|:"
    ),
    ("stop", ""): (
        "节约|签约|合约|条约|预约|契约|违约|履约|制约|集约|邀约|纽约|赴约|最近|附近|邻近|靠近|亲近|新近|相近|临近|远近|赶超|反超|"
        "打破|侦破|众多|许多|诸多|繁多|通过|经过|度过|路过|参数|增设|增补|新增|增派|增资|减持|增持|增发|超级|高级|基本型|最大|最小"
    ),
}
_AFTER: Phrases = {
    ("qualifier", "ge"): "以上|及以上|或以上",
    ("qualifier", "le"): "以下|以内|之内|及以下|或以下",
    ("qualifier", "approx"): "左右|上下|前后",
    ("qualifier", "gt"): "多|余|有余|出头|开外",
    (
        "direction",
        "up",
    ): "的增长|高增长|增长|的增速|的高速增长|的较快增长|的增幅|的涨幅|增速|较快增长|高速增长|的高增长",
    ("direction", "down"): "的降幅|的下降|的跌幅|的下滑|的负增长|负增长",
}
_FORECASTS = re.compile(r"(?:预计|预期|有望|预测|估计)[^，。；！？,;]{0,12}$")

_TOTALS = re.compile(r"累计[^，。；！？,;\d]{0,12}$")
_NEVER = re.compile(r"(?!)")

SURROUNDINGS = Surroundings(_BEFORE, _AFTER, _FORECASTS, _TOTALS, _NEVER, spaced=False)
