"""Ranks and superlatives: facts and lines in, ranks that values belie and claims without evidence out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.proof import Line, Proof, Remark, of_fact
from reportgen.checks.traces import sayings
from reportgen.facts import Briefing, Claim, Fact

_SUPERLATIVE = {
    "zh": re.compile(
        r"最(?:高|大(?!的?努力|限度|程度|化)|多(?!跑)|强|快|长|早|低|小|深|广|先进|负盛名)|率先"
        r"|首(?:个|家|店|创|批|位|座|例|条|款|单|站)|唯一|独家"
        r"|第一(?![产季批期阶步次时线、届任书代章节条款项个方轮手类条家要责线种年天位把])|前所未有|史无前例"
    ),
    "en": re.compile(
        r"(?<!one of )\b(?:the (?:\w+[’']s )?(?:first(?! (?:half|quarter|three|two|six|nine|\w+ months|phase|stage|time"
        r"|session|years?|days?|batch))"
        r"|only|largest|biggest|highest|tallest|longest|fastest-growing|best(?! (?:possible|results?|of)))"
        r"|rank(?:s|ed|ing)? (?:first|highest|top)|number one|unprecedented|second to none)\b",
        re.IGNORECASE,
    ),
}
_NEAR = 12
"""How many characters from a superlative its rank may stand."""

_RANK_DIGIT = re.compile(r"(?:全[国市省区]|[居列位])[^，。；\d第]{0,4}第\d")
_RANK_HAN = re.compile(r"(?:全[国市省区]|[居列位])[^，。；\d第]{0,4}第[一二三四五六七八九十]")


def rank_recomputed(proof: Proof) -> Iterator[Remark]:
    """Yield ranks that the values of the peers contradict: one more than the number of better ones, ties shared."""
    for facts in _peers(proof.briefing):
        worse = _lower_first(proof.briefing, facts[0])
        complete = len(facts) >= max(fact.rank.position for fact in facts if fact.rank)
        for fact in facts:
            if fact.rank is None:
                continue
            better = sum(_better(other, fact, worse) for other in facts)
            stated = fact.rank.position
            if stated < better + 1 or (complete and stated != better + 1):
                message = f"{fact.id} is ranked {stated}, but {better} of its peers are ahead of it"
                yield Remark(message, of_fact(fact), "mend the rank, or a value")


def _peers(briefing: Briefing) -> Iterator[list[Fact]]:
    """Yield the facts with values that are counted in one circle, where some of them are ranked."""
    scopes = {
        (fact.indicator, fact.time_period, fact.is_part_of): fact.rank.scope
        for fact in briefing.facts.values()
        if fact.rank
    }
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in briefing.facts.values():
        scope = fact.rank.scope if fact.rank else ""
        if not scope and fact.is_part_of:
            scope = scopes.get((fact.indicator, fact.time_period, fact.is_part_of), "")
        if scope and fact.base_value is not None:
            groups[fact.indicator, fact.time_period, scope].append(fact)
    return (facts for facts in groups.values() if len(facts) > 1 and any(fact.rank for fact in facts))


def _lower_first(briefing: Briefing, fact: Fact) -> bool:
    indicator = briefing.indicators.get(fact.indicator)
    return bool(indicator and indicator.higher_is == "worse")


def _better(one: Fact, other: Fact, lower_first: bool) -> bool:
    mine, theirs = one.base_value or Decimal(0), other.base_value or Decimal(0)
    return mine < theirs if lower_first else mine > theirs


def rank_forms(proof: Proof) -> Iterator[Remark]:
    """Yield the first rank written with a digit in a document that writes ranks in characters too."""
    for lang, lines in proof.lines.items():
        spelled = any(_RANK_HAN.search(line.simple) for line in lines) if lang.startswith("zh") else False
        found = ((line, _RANK_DIGIT.search(line.simple)) for line in lines if spelled)
        for line, match in found:
            if match:
                yield Remark("ranks are written both 第1 and 第一", proof.at(line, match[0]), "write them in one way")
                break


def superlatives(proof: Proof) -> Iterator[Remark]:
    """Yield superlatives and firsts that neither a rank of the data nor a claim of the briefing bears out."""
    named = _names(proof.briefing)
    for line in proof.every:
        found = list(_SUPERLATIVE["zh" if line.chinese else "en"].finditer(line.masked))
        held = [match.span() for match in named.finditer(line.text)] if named and found else []
        for match in found:
            named_so = any(start < match.end() and match.start() < end for start, end in held)
            if not named_so and not _is_borne(proof, line, match):
                hint = "give it as a claim with scope and evidence, or say less"
                yield Remark(f"“{match[0]}” needs evidence", proof.at(line, _phrase(line, match)), hint)


def _is_borne(proof: Proof, line: Line, match: re.Match[str]) -> bool:
    """Tell whether a claim has these words, a rank of the data stands right where they are, or they say one."""
    claims = (words for claim in proof.briefing.rules.claims for words in claim.words)
    if any(_covers(line, words, match) for words in claims):
        return True
    ranks = (span for span in line.spans if span.figure and span.figure.side == "rank")
    if any(span.start - match.end() < _NEAR and match.start() - span.end < _NEAR for span in ranks):
        return True
    own = (item for item in line.authored if item.kind == "ordinal")
    known = proof.once(sayings)
    return any(item.start < match.end() and match.start() < item.end and known.of(item) for item in own)


def _covers(line: Line, words: str, match: re.Match[str]) -> bool:
    at = line.text.find(words)
    while at >= 0:
        if at <= match.start() and match.end() <= at + len(words):
            return True
        at = line.text.find(words, at + 1)
    return False


def unproven_claims(proof: Proof) -> Iterator[Remark]:
    """Yield claims that name no scope or no evidence, and those whose evidence is no first rank."""
    for claim in proof.briefing.rules.claims:
        words = f"the claim “{claim.words[0]}”" if claim.words else "a claim"
        if not claim.scope or not claim.evidence:
            lacking = "scope" if not claim.scope else "evidence"
            yield Remark(f"{words} has no {lacking}", claim.origin, f"write {lacking}: …", "info")
        elif _is_belied(proof.briefing, claim):
            yield Remark(f"{words} is not borne out by {claim.evidence}, which ranks lower", claim.origin, "say less")


def _is_belied(briefing: Briefing, claim: Claim) -> bool:
    fact = briefing.facts.get(claim.evidence)
    return bool(fact and fact.rank and fact.rank.position > 1 and claim.kind in ("superlative", "first", "rank", ""))


def _phrase(line: Line, match: re.Match[str]) -> str:
    return line.text[match.start() : match.end() + (6 if line.chinese else 24)].strip(" ，。,.")


def _names(briefing: Briefing) -> re.Pattern[str] | None:
    """Return the pattern of names, in which 首 and first are no claims."""
    names = [item.names for item in briefing.indicators.values()] + [term.names for term in briefing.glossary]
    names += [item.short for item in briefing.indicators.values()] + [
        item.nouns for item in briefing.indicators.values()
    ]
    said = {form for sides in names for text in sides.values() for form in text.split("|") if form}
    said |= {form for term in briefing.glossary for form in term.also}
    ordered = sorted(said, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, ordered)), re.IGNORECASE) if ordered else None
