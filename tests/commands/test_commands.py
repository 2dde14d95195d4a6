"""Every transcript of this folder says what the commands really print."""

from pathlib import Path

import pytest

from tests.commands.console import Step, blocks, pattern, play
from tests.projects import make_project

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_true(path: Path, tmp_path: Path) -> None:
    steps = [step for block in blocks(path.read_text(encoding="utf-8")) for step in block]
    assert steps
    play(steps, make_project(tmp_path))


def test_a_false_transcript_is_caught(tmp_path: Path) -> None:
    (false,) = blocks("```console\n$ echo one\ntwo\n```\n")
    with pytest.raises(AssertionError, match="one"):
        play(false, tmp_path)


def test_an_ellipsis_stands_for_the_rest_of_a_line_or_for_lines(tmp_path: Path) -> None:
    play([Step("printf 'a b\\nc\\nd\\ne\\n'", "a …\n…\ne\n")], tmp_path)
    assert not pattern("a\n").startswith("(?s).*")
