"""Several briefings: each is whole or left alone, and the worst of them decides the exit code."""

from pathlib import Path
from typing import Any

import pytest

from reportgen import batch, report
from reportgen.errors import Finding, UsageError, WriterError
from tests.projects import SAMPLE, contents, make_project, spoil


def order(project: Path, **given: Any) -> batch.Order:
    return batch.Order(project=project, output=project / "output", **{"formats": ("html",), **given})


def test_with_no_name_every_briefing_is_rendered_in_all_its_languages_and_the_pair(tmp_path: Path) -> None:
    project = make_project(tmp_path, "one", "two")
    outcomes = list(batch.render(order(project)))
    assert [outcome.briefing for outcome in outcomes] == ["one", "two"]
    names = [entry.file for entry in outcomes[0].entries]
    assert {"one.zh.html", "one.en.html", "one.zh+en.html"} <= set(names)
    assert {*names} <= {*contents(project / "output")}


def test_the_manifest_carries_the_digest_of_the_facts(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (outcome,) = batch.render(order(project, languages=("zh",)))
    assert outcome.entries[0].digest == report.load(project / "data" / SAMPLE).digest


def test_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    one, many = make_project(tmp_path / "one", "a", "b"), make_project(tmp_path / "many", "a", "b")
    list(batch.render(order(one)))
    list(batch.render(order(many), jobs=3))
    assert contents(one / "output") == contents(many / "output")


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_failing_briefing_does_not_stop_the_others(tmp_path: Path, jobs: int) -> None:
    project = make_project(tmp_path, "bad", "good")
    spoil(project, "bad", "facts.csv", "765.9", "seven")
    bad, good = batch.render(order(project, languages=("zh",)), jobs)
    assert (bad.exit_code, good.exit_code) == (3, 0)
    assert "good.zh.html" in contents(project / "output")
    assert "bad.zh.html" not in contents(project / "output")


def test_a_briefing_with_an_error_keeps_its_earlier_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path)
    list(batch.render(order(project, languages=("zh",))))
    before = contents(project / "output")
    monkeypatch.setattr(
        report, "check", lambda *_, **__: (Finding("c", "wrong"), Finding("d", "odd", severity="warning"))
    )
    (outcome,) = batch.render(order(project))
    assert outcome.exit_code == 5
    assert [finding.code for finding in outcome.findings] == ["c", "d"]
    assert contents(project / "output") == before


def test_a_warning_is_told_and_does_not_stop_the_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path)
    monkeypatch.setattr(report, "check", lambda *_, **__: (Finding("d", "odd", severity="warning"),))
    (outcome,) = batch.render(order(project, languages=("zh",)))
    assert (outcome.exit_code, len(outcome.entries), len(outcome.findings)) == (0, 1, 1)


def test_a_fault_in_one_format_leaves_the_other_unwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path)
    real = report.write

    def write(briefing: Any, document: Any, name: str, **given: Any) -> report.Artifact:
        if document.langs == ("en",):
            raise WriterError.of("glyph", "no glyph")
        return real(briefing, document, name, **given)

    monkeypatch.setattr(report, "write", write)
    (outcome,) = batch.render(order(project))
    assert outcome.exit_code == 6
    assert not contents(project / "output")


def test_a_fault_of_ours_keeps_its_traceback_and_lets_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, "a", "b")
    real = report.load
    monkeypatch.setattr(report, "load", lambda path: 1 / 0 if path.name == "a" else real(path))
    a, b = batch.render(order(project, languages=("zh",)))
    assert (a.exit_code, b.exit_code) == (1, 0)
    assert "ZeroDivisionError" in a.trace
    assert a.findings[0].code == "bug"


def test_all_unknown_languages_are_told_at_once(tmp_path: Path) -> None:
    (outcome,) = batch.render(order(make_project(tmp_path), languages=("fr", "zh", "zh+de")))
    assert outcome.exit_code == 2
    assert [finding.message.split("“")[1] for finding in outcome.findings] == ["fr”", "zh+de”"]


def test_all_unknown_formats_and_names_are_told_before_any_work(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with pytest.raises(UsageError, match=r"odt[\s\S]*rtf"):
        list(batch.render(order(project, formats=("odt", "pdf", "rtf"))))
    with pytest.raises(UsageError, match=r"“x”[\s\S]*“y”"):
        list(batch.render(order(project, briefings=("x", "y"))))


def test_a_near_name_is_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"did you mean {SAMPLE}"):
        batch.find(make_project(tmp_path), ["yuzhong-2023-h2"])


def test_a_briefing_is_found_by_name_or_path_and_once(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (path,) = batch.find(project, [SAMPLE, SAMPLE])
    assert batch.find(project, [f"data/{SAMPLE}"])[0].samefile(path)


def test_two_briefings_cannot_have_one_id(tmp_path: Path) -> None:
    project = make_project(tmp_path, "a", "b")
    spoil(project, "b", "briefing.yaml", "id: b", "id: a")
    a, b = batch.render(order(project, languages=("zh",)))
    assert (a.exit_code, b.exit_code, b.findings[0].code) == (0, 2, "briefing-id")


def test_a_project_without_briefings_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="reportgen init"):
        batch.find(tmp_path, ())


@pytest.mark.parametrize(
    ("codes", "code"), [((), 0), ((0, 0), 0), ((0, 3, 5), 5), ((6, 3), 6), ((1, 6), 1), ((2, 0), 2)]
)
def test_the_worst_exit_code_is_our_own_fault_then_the_highest(codes: tuple[int, ...], code: int) -> None:
    assert batch.worst(codes) == code
