"""English in the house style of Xinhua: no serial comma, percent in words, yuan after the figure."""

from reportgen.languages.english import English, Profile, Tail
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
)

LANGUAGE = English("en", "Latn", ("English", "English"), "en_US", XINHUA)
