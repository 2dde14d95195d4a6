"""Structured data in, bilingual Chinese and English briefings out, as PDF, Word and HTML.

import reportgen
from pathlib import Path

project = Path(".")
briefing = reportgen.load(project / "data" / "yuzhong-2023-h1")
artifact = reportgen.render(briefing, "zh+en", "pdf", project=project)
Path(artifact.name).write_bytes(artifact.data)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.report import Artifact, check, draft, find_briefings, languages_of, load, render

__version__ = "0.1.0"

__all__ = ["Artifact", "__version__", "check", "draft", "find_briefings", "languages_of", "load", "render"]


def __getattr__(name: str) -> object:
    """Fetch the library's verbs when they are first asked for, so that importing the package costs nothing."""
    if name in __all__:
        return getattr(import_module("reportgen.report"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
