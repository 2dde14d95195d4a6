"""The README names everything that a user can type or meet, and its commands do what it says."""

import argparse
import re
from pathlib import Path

import pytest

from reportgen import errors
from reportgen.checks import CHECKS
from reportgen.cli import arguments
from reportgen.facts import CHANGE_KINDS, MEASURE_TYPES, QUALIFIERS, STATUSES
from reportgen.languages import LANGUAGES, PROFILES
from reportgen.sources.observations import COLUMNS
from reportgen.writers import WRITERS
from tests.commands.console import Step, blocks, play
from tests.house import ROOT
from tests.projects import make_project

README = (ROOT / "README.md").read_text(encoding="utf-8")
CODES = {
    kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ReportError)
}


def verbs() -> dict[str, argparse.ArgumentParser]:
    (action,) = (it for it in arguments._parser()._actions if isinstance(it, argparse._SubParsersAction))
    return dict(action.choices)


def options() -> set[str]:
    actions = [action for parser in verbs().values() for action in parser._actions]
    return {option for action in actions for option in action.option_strings if option.startswith("--")}


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_is_named(verb: str) -> None:
    assert f"| `reportgen {verb} " in README


@pytest.mark.parametrize("option", sorted(options() | {"--version"}))
def test_every_option_is_named(option: str) -> None:
    assert re.search(rf"^\|[^|]*`{option}[ `]", README, re.MULTILINE)


@pytest.mark.parametrize("name", [*WRITERS, *LANGUAGES, *CHECKS, *CHANGE_KINDS, *filter(None, QUALIFIERS)])
def test_every_format_language_check_and_code_of_the_data_is_named(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("column", [name for name in COLUMNS if name.partition("_")[0] not in CHANGE_KINDS])
def test_every_column_of_the_facts_is_named(column: str) -> None:
    assert f"`{column}`" in README


@pytest.mark.parametrize("part", sorted({name.partition("_")[2] for name in COLUMNS if name.startswith("yoy_")}))
def test_every_part_of_a_change_is_named(part: str) -> None:
    assert f"`<kind>_{part}`" in README


@pytest.mark.parametrize(
    "name", [*MEASURE_TYPES, *STATUSES, *(name for styles in PROFILES.values() for name in styles)]
)
def test_every_code_of_the_tables_is_named(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("code", sorted({0, 130, *CODES}))
def test_every_exit_code_is_named(code: int) -> None:
    assert f"\n| {code} | " in README


def test_every_make_target_that_is_named_exists() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", README))
    assert named
    assert named <= known


@pytest.mark.parametrize("steps", blocks(README), ids=lambda steps: steps[0].command)
def test_its_commands_do_what_it_says(steps: list[Step], tmp_path: Path) -> None:
    play(steps, make_project(tmp_path))


@pytest.mark.parametrize("link", sorted(set(re.findall(r"(?:\]\(|src=\")(?!https?:|#)([^)\"]+)", README))))
def test_its_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
