"""Languages as Word knows them: BCP 47 tags in, Word's language tags, scripts and font hints out."""

from __future__ import annotations

import re

_TAGS = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh-Hant-HK": "zh-HK", "en": "en-US"}
_SHARED = re.compile("[\u00a7\u00a8\u00b0\u00b1\u00b4\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2460-\u24ff]")
"""Characters that both a Latin and a Han font hold; Word gives them to the Latin one unless the run hints otherwise."""


def word_tag(lang: str) -> str:
    """Return the tag by which Word proofs `lang`."""
    return _TAGS.get(lang, lang)


def script(lang: str) -> str:
    """Return the ISO 15924 script that `lang` is set in: `Hans`, `Hant` or `Latn`."""
    if not lang.startswith("zh"):
        return "Latn"
    return "Hant" if "Hant" in lang or lang.endswith(("-TW", "-HK", "-MO")) else "Hans"


def is_han(lang: str) -> bool:
    """Tell whether `lang` is set in Han characters."""
    return script(lang) != "Latn"


def han_of(lang: str, langs: tuple[str, ...]) -> str:
    """Return the Chinese that Han characters beside `lang` belong to: itself, else the first of `langs`, else `zh`."""
    return next((candidate for candidate in (lang, *langs) if is_han(candidate)), "zh")


def language(lang: str, langs: tuple[str, ...]) -> str:
    """Return `w:lang` for words in `lang` of a document in `langs` (ECMA-376-1, 17.3.2.20)."""
    latin = next((candidate for candidate in (lang, *langs) if not is_han(candidate)), "en")
    return f'<w:lang w:val="{word_tag(latin)}" w:eastAsia="{word_tag(han_of(lang, langs))}"/>'


def hint(lang: str, text: str) -> str:
    """Return the font hint that sets quotes, dots and dashes of Chinese `text` in the Chinese font (17.3.2.26)."""
    return '<w:rFonts w:hint="eastAsia"/>' if is_han(lang) and _SHARED.search(text) else ""
