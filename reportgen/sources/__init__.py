"""First station: path of a briefing in, frozen `Briefing` out (facts, indicators, authored text, pictures)."""

from reportgen.sources.files import find
from reportgen.sources.loading import load
from reportgen.sources.reading import SOURCES

__all__ = ["SOURCES", "find", "load"]
