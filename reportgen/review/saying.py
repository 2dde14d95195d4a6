"""What is said to an editor in comments: a language in, the sentences of it out."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.review.merging import Conflict


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of one language."""

    figure: str
    words: str
    drawing: str
    dropped: str
    new: str
    note: str

    def conflict(self, conflict: Conflict) -> str:
        """Return what is said of `conflict`."""
        told = self.figure if conflict.figure else self.words
        name = conflict.figure.partition("#")[0]
        return told.format(name=name, base=conflict.base, new=conflict.new, kept=conflict.kept)

    def coming(self, text: str) -> str:
        """Return what is said of new words `text` that cannot stand here."""
        return self.new.format(text=text)


_ZH = Telling(
    figure="数据冲突［{name}］：原值“{base}”，新值“{new}”，编辑已改为“{kept}”；保留编辑值，请核定。",
    words="文字冲突：原稿“{base}”，新稿“{new}”，编辑稿“{kept}”；保留编辑稿，请核定。",
    drawing="图的数据已修订，此处仍是原图；请用新稿中的图替换。",
    dropped="新稿已无此段；因编辑改过，予以保留，请核定。",
    new="新稿在此增加：“{text}”",
    note="脚注已修订，此稿未改：原为“{base}”，新稿为“{now}”。",
)
_EN = Telling(
    figure="Conflict at {name}: the draft said “{base}”, the revised data say “{new}”, the editor wrote “{kept}”. "
    "The editor’s value is kept; please decide.",
    words="Conflict: the draft said “{base}”, the new one says “{new}”, the editor wrote “{kept}”. "
    "The editor’s words are kept; please decide.",
    drawing="The data of this drawing have been revised; the old one still stands here. Take it from the new draft.",
    dropped="The new draft has no such passage; it is kept because the editor changed it. Please decide.",
    new="The new draft adds here: “{text}”",
    note="A footnote has been revised and is not changed here: it said “{base}”, the new draft says “{now}”.",
)


def telling(lang: str) -> Telling:
    """Return the sentences in `lang`; Chinese of any script shares one set."""
    return _ZH if lang.partition("-")[0] == "zh" else _EN
