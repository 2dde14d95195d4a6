"""Fenced `console` blocks in, commands run and their output compared out: the documentation under test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ANY = "…"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what it prints; `…` stands for the rest of a line or, alone, for any lines."""

    command: str
    expected: str


def blocks(text: str) -> list[list[Step]]:
    """Return the console blocks of a Markdown text."""
    return [list(_steps(block)) for block in _BLOCK.findall(text)]


def _steps(block: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield Step(command, expected)


def play(steps: list[Step], project: Path) -> None:
    """Run `steps` in `project`, one after the other; raise AssertionError where one prints something else."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"PATH": path}
    for step in steps:
        done = subprocess.run(
            ["bash", "-c", step.command],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert re.fullmatch(pattern(step.expected), done.stdout), f"$ {step.command}\n{done.stdout}"


def pattern(expected: str) -> str:
    """Return the regular expression that `expected` stands for."""
    lines = (".*?\n" if line == ANY else _line(line) for line in expected.splitlines())
    return "(?s)" + "".join(f"(?:{line})*" if line == ".*?\n" else line for line in lines)


def _line(line: str) -> str:
    return "[^\n]*".join(map(re.escape, line.split(ANY))) + "\n"
