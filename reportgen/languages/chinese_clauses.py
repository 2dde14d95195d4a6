"""Chinese sentences about changes: a fact, its change and the words of a script in, the parts of a figure out."""

from __future__ import annotations

from decimal import Decimal

from reportgen.facts import Change, Fact, Indicator
from reportgen.languages.chinese_words import HALF, ChineseWords
from reportgen.languages.numbers import printed, trimmed
from reportgen.languages.parts import Parts, hedge, no_part
from reportgen.languages.turns import multiple_of, pace_of, turn_of
from reportgen.languages.units import unit_word


def rate(words: ChineseWords, code: str, change: Change, signed: bool = False) -> Parts:
    """Say the number of `change`: 3.2%, 超80%, 1.2倍, 一半."""
    said = hedge(words.hedges, change.qualifier)
    halved = change.unit == "TIMES" and change.value == HALF
    return (
        ("qualifier", said.before),
        ("number", words.half if halved else printed(change.value, signed=signed)),
        ("unit", "" if halved else unit_word(change.unit, code).other),
        ("qualifier", said.after),
    )


def moving(words: ChineseWords, fact: Fact, change: Change, indicator: Indicator | None = None) -> str:
    """Say `change` without its number: 同比增长, 同比持平, 同比扭亏为盈; the verb goes by the `indicator`, if given."""
    status = "" if fact.obs_value is not None else words.statuses.get(fact.obs_status, "")
    turn = turn_of(fact, change)
    if turn == "from-none":
        return words.bases[change.kind] + words.none
    if turn:
        return words.kinds[change.kind] + words.turns[turn]
    if not change.value:
        flat = words.roughly_flat if change.qualifier else words.flat
        return status + words.flat_kinds[change.kind] + flat
    return status + words.kinds[change.kind] + _verb(words, change, indicator)


def _verb(words: ChineseWords, change: Change, indicator: Indicator | None) -> str:
    rises = change.value > 0
    if indicator and indicator.measure_type in words.verbs and change.unit != "TIMES":
        return words.verbs[indicator.measure_type][0 if rises else 1]
    return (words.rising if rises else words.falling)[change.unit]


def change_parts(
    words: ChineseWords, code: str, fact: Fact, change: Change, indicator: Indicator | None = None
) -> Parts:
    """Say `change` in full: 同比增长3.2%, 同比减亏12%, 由盈转亏; a sentence of an `indicator` folds: 同比翻一番."""
    fold = words.folds.get(change.value, "") if change.unit == "TIMES" and not change.qualifier else ""
    if indicator and fold:
        status = "" if fact.obs_value is not None else words.statuses.get(fact.obs_status, "")
        return (("word", status + words.kinds[change.kind] + fold),)
    number = rate(words, code, change) if change.value and change.unit != "TURN" else ()
    return (("word", moving(words, fact, change, indicator)), *number)


def pace(words: ChineseWords, code: str, fact: Fact, change: Change) -> Parts:
    """Say how `change` goes on: 增速回落0.6个百分点, 降幅收窄3.8个百分点, 由降转升."""
    case, points = pace_of(fact, change)
    if not points:
        return (("word", words.paces[case]),)
    return (("word", words.paces[case]), ("number", printed(points)), ("unit", unit_word("PP", code).other))


def multiple(words: ChineseWords, code: str, fact: Fact, change: Change) -> Parts:
    """Say the level against its base: 上年同期的2.2倍, 上年同期的近3倍."""
    said = hedge(words.hedges, change.qualifier)
    return (
        ("word", f"{words.bases[change.kind]}的"),
        ("qualifier", said.before),
        ("number", printed(trimmed(multiple_of(fact, change)))),
        ("unit", unit_word("TIMES", code).other),
        ("qualifier", said.after),
    )


def part(words: ChineseWords, fact: Fact, indicator: Indicator, whole: str, amount: Parts) -> Parts:
    """Say `amount` as part of the `whole`: 占全区的81.5%, 拉动GDP增长2.1个百分点, 对GDP增长的贡献率为50%."""
    match indicator.measure_type, indicator.unit_measure:
        case "share", "PCT":
            opening = f"{words.accounting}{whole}的" if whole else words.accounting
        case "contribution", "PP":
            opening = words.driving + whole
        case "contribution", "PCT":
            opening = (f"对{whole}的" if whole else "") + words.contributing
        case _:
            raise no_part(fact, indicator)
    return (("word", opening), *amount)


def graded(words: ChineseWords, value: Decimal, unit: str, money: bool) -> str:
    """Say a power of ten from 万 upwards as a class: 十万平方米级; nothing for any other number.

    Of `money` the unit is said with 万 and 亿 alone: 亿元级, but 百亿级 and 万亿级.
    """
    digits = f"{trimmed(value):f}"
    zeros = len(digits) - 1
    if value <= 0 or digits != "1" + "0" * zeros or zeros < 4:
        return ""
    power = max(key for key in words.scales if key <= zeros)
    if zeros - power > 3:
        return ""
    tens = ("", "十", "百", "千")[zeros - power]
    return tens + words.scales[power] + ("" if money and (tens or power > 8) else unit) + words.level
