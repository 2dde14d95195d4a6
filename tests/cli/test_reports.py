"""Findings as other programs read them: SARIF logs, JUnit reports, and runs that warnings fail."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reportgen import report
from reportgen.checks import CHECKS
from reportgen.cli import run
from reportgen.cli.sarif import log
from reportgen.errors import Finding, Place, fails
from tests.projects import SAMPLE, contents, make_project, spoil

Capture = pytest.CaptureFixture[str]
CODE = next(iter(CHECKS))
ODD = Finding(CODE, "odd", Place("数据/a.md", 7, 3, block="gdp", words="765.9"), "mend it", "warning")


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose one briefing has a warning."""
    monkeypatch.setattr(report, "check", lambda *_, **__: (ODD,))
    return make_project(tmp_path)


def test_a_sarif_log_has_its_required_members_and_every_check_as_a_rule() -> None:
    told = log([ODD], 0)
    (only,) = told["runs"]
    assert told["version"] == "2.1.0"
    assert only["tool"]["driver"]["name"] == "reportgen"
    assert [rule["id"] for rule in only["tool"]["driver"]["rules"]] == list(CHECKS)
    assert all(rule["shortDescription"]["text"] for rule in only["tool"]["driver"]["rules"])


def test_a_sarif_result_points_to_its_rule_file_line_and_block() -> None:
    (only,) = log([ODD], 0)["runs"]
    (result,) = only["results"]
    (where,) = result["locations"]
    assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == CODE
    assert (result["level"], result["message"]) == ("warning", {"text": "odd; mend it"})
    assert where["physicalLocation"]["artifactLocation"]["uri"] == "%E6%95%B0%E6%8D%AE/a.md"
    assert where["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 3}
    assert where["logicalLocations"] == [{"name": "gdp", "fullyQualifiedName": "block gdp", "kind": "block"}]


def test_a_finding_keeps_its_fingerprint_when_lines_move_and_has_its_own() -> None:
    moved = Finding(CODE, "odd", Place("数据/a.md", 9, 1, block="gdp", words="765.9"))
    other = Finding(CODE, "odd", Place("数据/a.md", 7, 3, block="retail", words="765.9"))
    marks = [log([it], 0)["runs"][0]["results"][0]["partialFingerprints"]["reportgen/v1"] for it in (ODD, moved, other)]
    assert marks[0] == marks[1] != marks[2]


def test_a_fault_without_a_place_or_a_check_is_a_result_too() -> None:
    (only,) = log([Finding("no-briefing", "there is none")], 3)["runs"]
    (result,) = only["results"]
    assert "locations" not in result
    assert only["tool"]["driver"]["rules"][result["ruleIndex"]] == {"id": "no-briefing"}
    assert only["invocations"] == [{"executionSuccessful": True, "exitCode": 3}]


def test_check_prints_sarif(odd: Path, capsys: Capture) -> None:
    assert run(["check", "--project", str(odd), "--format", "sarif"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["runs"][0]["results"][0]["ruleId"], err) == (CODE, "")


def test_what_stops_a_run_is_told_in_the_format_asked_for(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    assert run(["check", "nowhere", "--project", str(project), "--format", "sarif"]) == 2
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"][0]["ruleId"] == "briefing-unknown"
    assert run(["check", "nowhere", "--project", str(project), "--format", "junit"]) == 2
    assert ElementTree.fromstring(capsys.readouterr().out).find(".//error") is not None


def junit(project: Path, capsys: Capture, *options: str) -> ElementTree.Element:
    run(["check", "--project", str(project), "--format", "junit", *options])
    return ElementTree.fromstring(capsys.readouterr().out)


def test_a_junit_report_has_a_suite_a_briefing_and_a_case_a_check(odd: Path, capsys: Capture) -> None:
    (suite,) = junit(odd, capsys)
    assert suite.get("name") == SAMPLE
    assert suite.get("tests") == str(len(suite)) == str(len(CHECKS))
    assert [case.get("name") for case in suite] == list(CHECKS)
    assert (suite.get("failures"), suite.get("errors")) == ("0", "0")
    assert "odd [" in suite.findtext(".//system-out", "")


def test_a_warning_fails_its_case_in_a_strict_run(odd: Path, capsys: Capture) -> None:
    (suite,) = junit(odd, capsys, "--strict")
    failure = suite.find("testcase/failure")
    assert suite.get("failures") == "1"
    assert failure is not None
    assert (failure.get("message"), failure.get("type")) == ("odd", "warning")


def test_a_briefing_that_cannot_be_read_is_an_error_and_any_character_is_xml(tmp_path: Path, capsys: Capture) -> None:
    project = make_project(tmp_path)
    spoil(project, SAMPLE, "facts.csv", "765.9", "<&\x01>")
    (suite,) = junit(project, capsys)
    errors = suite.findall("testcase/error")
    assert errors
    assert suite.get("errors") == str(len(errors))


def test_strict_lets_warnings_fail_and_infos_pass(odd: Path, capsys: Capture) -> None:
    assert run(["check", "--project", str(odd)]) == 0
    assert run(["check", "--project", str(odd), "--strict"]) == 5
    assert run(["render", "--project", str(odd), "--lang", "zh", "--to", "html", "--strict"]) == 5
    assert not contents(odd / "output")
    assert run(["render", "--project", str(odd), "--lang", "zh", "--to", "html"]) == 0
    assert not fails((Finding(CODE, "so", severity="info"),), strict=True)
    capsys.readouterr()
