"""Pictures from files: an author's entry and the media that it names in, a picture block out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.document import Picture, Words, wording
from reportgen.facts import Briefing
from reportgen.languages import Language
from reportgen.templating.environment import tell


def picture_of(entry: Mapping[str, Any], briefing: Briefing, language: Language) -> Picture | None:
    """Build the picture that `entry` (`file`, `alt`, `caption`, `credit`, `id`) describes, or tell why not."""
    name = str(entry.get("file", ""))
    media = briefing.media.get(name)
    if media is None:
        known = ", ".join(briefing.media) or "none"
        tell("picture-absent", f"there is no picture {name}", f"put it into the briefing’s folder; there are: {known}")
        return None
    if not str(entry.get("alt", "")).strip():
        tell("picture-alt", f"picture {name} has no alternative text", "say in alt what it shows, in each language")

    def words(key: str) -> Words:
        return wording(language.code, str(entry.get(key, "")))

    return Picture(
        id=str(entry.get("id", "")),
        data=media.data,
        media_type=media.media_type,
        width=media.width,
        height=media.height,
        alt=words("alt"),
        caption=words("caption"),
        credit=words("credit"),
    )
