"""Terms and names: a glossary and aligned blocks in, words that it does not know for them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.checks.proof import Line, Proof, Remark
from reportgen.facts import Term

_SHORT = re.compile(r"[^A-Za-z]")
_CUT_OFF = r"(?=同比|环比|增长|下降|上升|达|为|是|突破|[，。、；：）\s\d\ufffc]|$)"
_SUFFIXES = "业率额量值数区县市業額數區縣"
"""Characters without which a term may still be one: 批发零售业, 城镇化率."""

_GLOSSED = re.compile(r"(?P<word>[A-Za-z][A-Za-z’'&.\- ]{1,40}?)\s*[（(](?P<gloss>[\u4e00-\u9fff]{2,12})[）)]")


def glossary(proof: Proof) -> Iterator[Remark]:
    """Yield terms that the aligned block does not say in a form of the glossary, and forms that it forbids."""
    for lang in proof.others:
        terms = _by_name(proof.briefing.glossary, proof.lead, lang)
        pattern = _longest(terms)
        for name, lines in proof.of[proof.lead].items():
            others = proof.of[lang].get(name, ())
            if pattern and others:
                yield from _untranslated(proof, terms, pattern, lines, others)
    yield from _forbidden(proof)
    yield from _cut_off(proof)


def _by_name(terms: Sequence[Term], lead: str, lang: str) -> Mapping[str, Term]:
    return {term.names[lead]: term for term in reversed(terms) if lead in term.names and lang in term.names}


def _longest(words: Mapping[str, object] | Sequence[str]) -> re.Pattern[str] | None:
    ordered = sorted(filter(None, words), key=lambda text: (-len(text), text))
    return re.compile("|".join(map(_pattern, ordered)), re.IGNORECASE) if ordered else None


def _pattern(text: str) -> str:
    """Return the pattern of a form: whole words where it is Latin, in the plural too."""
    words = r"[\s\-]+".join(map(re.escape, text.replace("-", " ").split()))
    return rf"(?<![A-Za-z]){words}(?:s|es)?(?![A-Za-z])" if text.isascii() else re.escape(text)


def _untranslated(
    proof: Proof, terms: Mapping[str, Term], pattern: re.Pattern[str], lines: Sequence[Line], others: Sequence[Line]
) -> Iterator[Remark]:
    lang = others[0].lang
    said = " ".join(line.text for line in others)
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for match in pattern.finditer(line.text):
            found[match[0]].append(line)
    for words, where in found.items():
        term = terms.get(words) or next((it for name, it in terms.items() if name.casefold() == words.casefold()), None)
        if term is None:
            continue
        right = _count({term.names[lang], *term.also}, said)
        wrong = next((form for form in term.avoid if re.search(_pattern(form), said, re.IGNORECASE)), "")
        place = proof.at(where[0], words)
        if wrong and right < len(where):
            yield Remark(f"“{words}” is said as “{wrong}” in {lang}", place, f"write {term.names[lang]}")
        elif not right:
            message = f"“{words}” is not said as “{term.names[lang]}” in {lang}"
            yield Remark(message, place, "use a form of the glossary, or add this one to also")


def _count(forms: Iterable[str], said: str) -> int:
    pattern = _longest([part for form in forms for part in _parts(form)])
    return len(pattern.findall(_bare(said))) if pattern else 0


def _parts(form: str) -> Iterator[str]:
    """Yield a form as it is written, and without its bracket or as the bracket alone: GDP."""
    bare = _bare(form).removeprefix("the ")
    yield bare
    if match := re.fullmatch(r"(.+?)\s*\(([^()]+)\)", bare):
        yield match[1]
        yield from (match[2],) if match[2].isupper() else ()


def _bare(text: str) -> str:
    return re.sub('[“”‘’"]', "", text)


def _forbidden(proof: Proof) -> Iterator[Remark]:
    """Yield forms to be avoided of the Chinese itself, which no other language need bear out."""
    terms = proof.briefing.glossary
    banned = {form: term for term in terms for form in term.avoid if not form.isascii()}
    pattern = _longest(tuple(banned))
    allowed = [name for term in terms for name in (*term.names.values(), *term.also)]
    for line in proof.chinese if pattern else ():
        for match in pattern.finditer(line.text) if pattern else ():
            if not any(_inside(line.text, match, name) for name in allowed if len(name) > len(match[0])):
                better = banned[match[0]].names.get(line.lang, "the term of the glossary")
                yield Remark(f"“{match[0]}” is to be avoided", proof.at(line, match[0]), f"write {better}")


def _inside(text: str, match: re.Match[str], name: str) -> bool:
    """Tell whether a form that is to be avoided is only a part of a term that is right."""
    at = text.find(name, max(0, match.start() - len(name)))
    return 0 <= at <= match.start() and match.end() <= at + len(name)


def _cut_off(proof: Proof) -> Iterator[Remark]:
    """Yield Chinese terms that have lost their last character: 保费收 for 保费收入."""
    for lang in (lang for lang in proof.documents if lang.startswith("zh")):
        names = {item.names.get(lang, "") for item in proof.briefing.indicators.values()}
        names |= {term.names.get(lang, "") for term in proof.briefing.glossary}
        long = (name for name in names if len(name) >= 4 and name[-1] not in _SUFFIXES and name[:-1] not in names)
        whole = {name[:-1]: name for name in long}
        if not whole:
            continue
        pattern = re.compile(f"(?:{'|'.join(map(re.escape, sorted(whole, key=len, reverse=True)))}){_CUT_OFF}")
        for line in proof.lines[lang]:
            for match in pattern.finditer(line.masked):
                message = f"“{match[0]}” seems to be {whole[match[0]]}, cut off"
                yield Remark(message, proof.at(line, match[0]), f"write {whole[match[0]]}")


def colliding_terms(proof: Proof) -> Iterator[Remark]:
    """Yield terms that are used beside others which have the same name in another language: 巫溪 and 无锡, Wuxi."""
    lead = proof.lead
    used = " ".join(line.text for line in proof.lines.get(lead, ()))
    for lang in proof.others:
        groups: dict[str, set[str]] = defaultdict(set)
        for term in proof.briefing.glossary:
            if lead in term.names and lang in term.names and term.names[lead] in used:
                groups[term.names[lang].casefold()].add(term.names[lead])
        for same, names in groups.items():
            if len(names) > 1:
                lines = [line for line in proof.lines[lead] if any(name in line.text for name in names)]
                said = " and ".join(sorted(names))
                yield Remark(
                    f"{said} are both “{same}” in {lang}", proof.at(lines[0], sorted(names)[0]), "tell them apart"
                )


def names(proof: Proof) -> Iterator[Remark]:
    """Yield proper names that are spelled in another way than in the glossary, or mean another place."""
    yield from colliding_terms(proof)
    proper = [term for term in proof.briefing.glossary if term.proper and "en" in term.names]
    for term in proper:
        right = {term.names["en"], *term.also}
        pattern = _spelled(term.names["en"])
        for line in proof.english:
            for match in pattern.finditer(line.text):
                if match[0] not in right:
                    hint = f"write {term.names['en']}"
                    yield Remark(
                        f"“{match[0]}” is another spelling of {term.names['en']}", proof.at(line, match[0]), hint
                    )


def _spelled(name: str) -> re.Pattern[str]:
    """Return the pattern of a name with hyphens, blanks and apostrophes anywhere: Zhan Milu, Zhan Mi-lu."""
    letters = _SHORT.sub("", name)
    return (
        re.compile(r"\b" + r"[-’' ]?".join(letters) + r"\b", re.IGNORECASE) if len(letters) > 3 else re.compile(r"(?!)")
    )


def first_mentions(proof: Proof) -> Iterator[Remark]:
    """Yield glosses of foreign words that come after the word's first mention."""
    for lang, lines in proof.lines.items():
        if not lang.startswith("zh"):
            continue
        text = "\n".join(line.text for line in lines)
        for line in lines:
            for match in _GLOSSED.finditer(line.text):
                word = match["word"].strip()
                if 0 <= text.find(word) < text.find(match[0]) and not text[text.find(word) :].startswith(match[0]):
                    yield Remark(
                        f"“{word}” is glossed after its first mention",
                        proof.at(line, match[0]),
                        "gloss it where it comes first",
                    )
