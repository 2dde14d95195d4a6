"""English in three house styles: Xinhua's, the National Bureau of Statistics' and China Daily's, each a table."""

from dataclasses import replace
from decimal import Decimal

from reportgen.languages.english import English
from reportgen.languages.english_profile import Profile, Tail
from reportgen.languages.parts import Hedge

XINHUA = Profile(
    name="xinhua",
    scales={12: "trillion", 9: "billion", 6: "million"},
    tails={
        "yoy": Tail(" year on year", " year on year"),
        "mom": Tail(" month on month", " month on month"),
        "qoq": Tail(" quarter on quarter", " quarter on quarter"),
        "annual": Tail(" over the previous year", " from the previous year"),
        "average": Tail(" on average", " on average"),
        "growth": Tail("", ""),
    },
    hedges={
        ("gt", ""): Hedge("more than "),
        ("gt", "crossing"): Hedge("surpassing "),
        ("gt", "crossed"): Hedge("surpassed "),
        ("ge", ""): Hedge("at least "),
        ("lt", ""): Hedge("nearly "),
        ("le", ""): Hedge("no more than "),
        ("approx", ""): Hedge("about "),
    },
    short_hedges={
        ("gt", ""): Hedge("over "),
        ("ge", ""): Hedge("at least "),
        ("lt", ""): Hedge("nearly "),
        ("le", ""): Hedge("up to "),
        ("approx", ""): Hedge("about "),
    },
    estimated_hedges={
        ("gt", ""): Hedge("more than "),
        ("ge", ""): Hedge(after=" or more"),
        ("lt", ""): Hedge("nearly "),
        ("le", ""): Hedge(after=" or less"),
        ("approx", ""): Hedge(after=" or so"),
    },
    statuses={"P": "a preliminary ", "E": "an estimated ", "F": "an estimated "},
    status_notes={"P": " (preliminary)", "E": " (estimated)", "F": " (forecast)"},
    short_units={"PCT": "%", "PP": " pp"},
    rose={
        "amount": "grew",
        "count": "rose",
        "rate": "rose",
        "index": "rose",
        "share": "rose",
        "contribution": "rose",
    },
    folds={Decimal(1): "doubled", Decimal(2): "tripled", Decimal(3): "quadrupled", Decimal("-0.5"): "halved"},
    turns={
        "to-profit": "returned to profit from a loss",
        "to-loss": "swung to a loss from a profit",
        "to-even": "broke even after a loss",
        "from-none": "compared with none",
        "narrower-loss": "losses narrowed",
        "wider-loss": "losses widened",
    },
    turned={
        "to-profit": "returned to profit from a loss",
        "to-loss": "swung to a loss from a profit",
        "to-even": "broke even after a loss",
        "from-none": "compared with none",
        "narrower-loss": "saw losses narrow",
        "wider-loss": "saw losses widen",
    },
    paces={
        "faster": "growth accelerated",
        "slower": "growth slowed",
        "steady": "growth held steady",
        "wider": "the decline widened",
        "narrower": "the decline narrowed",
        "steady-fall": "the decline held steady",
        "rise-after-fall": "returned to growth after a decline",
        "fall-after-rise": "fell after growth",
        "rise-after-flat": "rose after staying flat",
        "fall-after-flat": "fell after staying flat",
        "flat-after-rise": "stayed flat after growth",
        "flat-after-fall": "stayed flat after a decline",
        "flat-still": "stayed flat again",
    },
    earlier={
        "yoy": " a year earlier",
        "mom": " a month earlier",
        "qoq": " a quarter earlier",
        "annual": " in the previous year",
        "average": " earlier",
        "growth": " earlier",
    },
    levels={
        "yoy": " the year-earlier level",
        "mom": " the previous month’s level",
        "qoq": " the previous quarter’s level",
        "annual": " the previous year’s level",
    },
    dollars=("(", "about ", ")"),
)

NBS = replace(
    XINHUA,
    name="nbs",
    scales={9: "billion", 6: "million"},
    tails={
        **XINHUA.tails,
        "yoy": Tail(" year on year", " year on year", " from a year earlier"),
        "mom": Tail(" month on month", " month on month", " from the previous month"),
        "qoq": Tail(" quarter on quarter", " quarter on quarter", " from the previous quarter"),
    },
    rose=dict.fromkeys(XINHUA.rose, "increased"),
    fell="decreased",
    stayed="remained",
    by="by ",
    flat="unchanged",
    roughly_flat="basically unchanged",
    percent="%",
    serial_comma=True,
)

CHINA_DAILY = replace(
    XINHUA,
    name="chinadaily",
    tails={
        **XINHUA.tails,
        "yoy": Tail(" year-on-year", " year-on-year", " with the figure a year earlier"),
        "mom": Tail(" month-on-month", " month-on-month", " with the figure in the previous month"),
        "qoq": Tail(" quarter-on-quarter", " quarter-on-quarter", " with the figure in the previous quarter"),
        "annual": Tail(" over the previous year", " from the previous year", " with the figure in the previous year"),
    },
    rose=dict.fromkeys(XINHUA.rose, "increased"),
    fell="decreased",
    serial_comma=True,
    dollars=("($", "", ")"),
)

LANGUAGE = English("en", "Latn", ("English", "English"), "en_US", XINHUA)
PROFILES = {profile.name: replace(LANGUAGE, profile=profile) for profile in (XINHUA, NBS, CHINA_DAILY)}
