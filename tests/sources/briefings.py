"""Tiny briefings that the tests write into a folder, and what their faults are called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.errors import Finding, SourceError
from reportgen.facts import Briefing
from reportgen.sources import load

HEAD = """\
template: numbers-panel
languages: [zh, en]
issued: 2023-08-25
defaults: {ref_area: "500103", time_period: 2023-S1}
areas:
  "500103": {zh: 渝中区, en: Yuzhong District}
scopes:
  CQ: {zh: 全市, en: in the municipality}
"""
INDICATORS = """\
indicator,name_zh,name_en,unit_measure
GDP,地区生产总值,gross domestic product (GDP),CNY
SHARE,占比,share,PCT
"""
FACTS = """\
fact_id,indicator,obs_value,unit_mult,yoy
gdp,GDP,765.9,8,3.2
"""

SAMPLE = Path(__file__).parents[2] / "data" / "yuzhong-2023-h1"


def write(folder: Path, files: Mapping[str, str | bytes] | None = None, **changed: str | bytes) -> Path:
    """Write a sound briefing into `folder`/data/x, with `files` besides and the parts `changed`."""
    place = folder / "data" / "x"
    place.mkdir(parents=True, exist_ok=True)
    sound: dict[str, str | bytes] = {"briefing.yaml": HEAD, "indicators.csv": INDICATORS, "facts.csv": FACTS}
    names = {"head": "briefing.yaml", "indicators": "indicators.csv", "facts": "facts.csv"}
    for name, content in {**sound, **{names[key]: text for key, text in changed.items()}, **(files or {})}.items():
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


def row(**cells: str) -> str:
    """The table `facts` with one row: the sound one, with `cells` changed or added."""
    full = {"fact_id": "gdp", "indicator": "GDP", "obs_value": "765.9", "unit_mult": "8", "yoy": "3.2", **cells}
    return ",".join(full) + "\n" + ",".join(f'"{text}"' for text in full.values()) + "\n"


def faults(path: Path) -> tuple[Finding, ...]:
    """What loading `path` is refused for."""
    with pytest.raises(SourceError) as caught:
        load(path)
    return caught.value.findings


def fault(path: Path) -> Finding:
    """The one thing that loading `path` is refused for."""
    found = faults(path)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def figures(briefing: Briefing) -> tuple[object, ...]:
    """All that a briefing says in figures, to be compared with another's."""
    return briefing.facts, briefing.indicators
