"""What is not said in every language of the briefing: content, names and authored text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.checks.proof import Proof, Remark
from reportgen.errors import Place
from reportgen.facts import Briefing, Content
from reportgen.languages import LANGUAGES


def missing_sides(proof: Proof) -> Iterator[Remark]:
    """Yield a remark for each thing of the content that a language of the briefing does not say."""
    for path, entry in entries(dict(proof.briefing.content)):
        yield from _sides(entry, proof.briefing, path)


def entries(content: Content, path: str = "") -> Iterator[tuple[str, Mapping[str, Content]]]:
    """Yield what `content` says by language, with the path that leads there: `keywords.items[2].lead`."""
    match content:
        case list():
            for index, item in enumerate(content, 1):
                yield from entries(item, f"{path}[{index}]")
        case dict() if content and content.keys() <= LANGUAGES.keys():
            yield path, content
        case dict():
            for key, item in content.items():
                yield from entries(item, f"{path}.{key}" if path else key)


def _sides(content: Mapping[str, Content], briefing: Briefing, path: str) -> Iterator[Remark]:
    said = next((str(text) for text in content.values() if str(text).strip()), "")
    for lang in briefing.languages:
        if not str(content.get(lang, "")).strip():
            where = replace(briefing.places.get(path, Place(file=briefing.file)), words=said[:40])
            hint = f"write {lang}: beside the other languages, or drop {lang} from languages"
            yield Remark(f"{path} is not said in {lang}", where, hint)
