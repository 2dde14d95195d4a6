"""No file, however broken, gets more out of loading than a briefing or an error that names a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.errors import Finding, SourceError
from reportgen.sources import load
from tests.sources.briefings import FACTS, HEAD, INDICATORS, write
from tests.sources.test_pictures import drawn
from tests.sources.test_spreadsheet import strict, zipped
from tests.sources.test_yaml_and_json import json_head

SOUND = {
    "briefing.yaml": HEAD.encode(),
    "briefing.json": json_head().encode(),
    "facts.csv": FACTS.encode(),
    "indicators.csv": INDICATORS.encode(),
    "facts.xlsx": zipped(strict()),
    "text.zh.md": "# 一 {#a}\n文\n".encode(),
    "a.png": drawn("PNG"),
    "a.jpg": drawn("JPEG"),
}
PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"{",
    b"[" * 60,
    b'"',
    b"\n",
    b": ",
    b"&a",
    b"*a",
    b"9" * 40,
    b"\xef\xbc\x91",
    b"<!DOCTYPE",
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sound file's name, and its bytes with something put in, cut out or changed."""
    name = draw(st.sampled_from(sorted(SOUND)))
    data = SOUND[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        data = data[:start] + piece + data[start + draw(st.integers(0, 30)) :]
    return name, data


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damaged())
def test_a_damaged_file_is_read_or_told(tmp_path: Path, file: tuple[str, bytes]) -> None:
    place = write(tmp_path)
    for other in place.iterdir():
        if other.suffix not in (".yaml", ".csv") or (file[0] == "briefing.json" and other.suffix == ".yaml"):
            other.unlink()
    (place / file[0]).write_bytes(file[1])
    told: tuple[Finding, ...] = ()
    try:
        load(place)
    except SourceError as error:
        told = error.findings or (Finding("", ""),)
    assert all(finding.message and finding.where.file for finding in told)


@pytest.mark.parametrize("depth", [100, 100_000])
@pytest.mark.parametrize("name", ["briefing.yaml", "briefing.json"])
def test_deep_nesting_is_told_and_not_followed(name: str, depth: int, tmp_path: Path) -> None:
    (tmp_path / name).write_text('{"a": ' + "[" * depth + "]" * depth + "}")
    with pytest.raises(SourceError, match="deeper"):
        load(tmp_path)
