"""Tables bring facts exactly as printed, and each wrong cell is told with what would be right."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.facts import Change, Rank
from reportgen.sources import load
from tests.sources.briefings import FACTS, INDICATORS, SAMPLE, fault, faults, figures, row, write


def test_a_fact_keeps_every_digit_that_was_printed(tmp_path: Path) -> None:
    facts = load(write(tmp_path, facts=row(obs_value="765.90", yoy="-0.0"))).facts
    assert str(facts["gdp"].obs_value) == "765.90"
    assert str(facts["gdp"].changes[0].value) == "-0.0"
    assert facts["gdp"].base_value == Decimal("76590000000")


def test_decimals_fill_up_zeros_that_a_spreadsheet_dropped(tmp_path: Path) -> None:
    assert str(load(write(tmp_path, facts=row(obs_value="765.9", decimals="2"))).facts["gdp"].obs_value) == "765.90"


def test_changes_come_with_unit_qualifier_and_base(tmp_path: Path) -> None:
    cells = {"mom": "0.1", "mom_unit": "PP", "mom_qualifier": "approx", "mom_base": "2023-05", "yoy": "3.2%"}
    assert load(write(tmp_path, facts=row(**cells))).facts["gdp"].changes == (
        Change("yoy", Decimal("3.2")),
        Change("mom", Decimal("0.1"), "PP", "approx", "2023-05"),
    )


def test_a_rank_comes_with_its_scope(tmp_path: Path) -> None:
    fact = load(write(tmp_path, facts=row(rank="1", rank_scope="CQ", rank_held="true", cumulative="1"))).facts["gdp"]
    assert (fact.rank, fact.cumulative) == (Rank(1, "CQ", held=True), True)


def test_empty_cells_take_the_defaults_of_the_briefing(tmp_path: Path) -> None:
    fact = load(write(tmp_path, facts=row(ref_area="", time_period=""))).facts["gdp"]
    assert (fact.ref_area, fact.time_period.code) == ("500103", "2023-S1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_delimiter_and_newlines_do_not_matter(
    encoding: str, delimiter: str, newline: str, tmp_path: Path
) -> None:
    text = INDICATORS.replace(",", delimiter).replace("\n", newline)
    assert figures(load(write(tmp_path / "a", indicators=text.encode(encoding)))) == figures(
        load(write(tmp_path / "b"))
    )


@pytest.mark.parametrize(
    ("cells", "code", "said"),
    [
        ({"obs_value": "1,234"}, "not-a-number", "write 1234"),
        ({"obs_value": "12,345,678.9"}, "not-a-number", "write 12345678.9"),
        ({"obs_value": "1，234"}, "not-a-number", "write 1234"),
        ({"obs_value": "7６5.9"}, "not-a-number", "write 765.9"),
        ({"obs_value": "765.9亿元"}, "not-a-number", "write 765.9 and set unit_mult to 8"),
        ({"obs_value": "1.2万亿"}, "not-a-number", "set unit_mult to 12"),
        ({"obs_value": "765,9"}, "not-a-number", "write 765.9"),
        ({"obs_value": "7.659e10"}, "not-a-number", "write digits"),
        ({"obs_value": ".5"}, "not-a-number", "write 0.5"),
        ({"obs_value": "5."}, "not-a-number", "write 5"),
        ({"obs_value": "NaN"}, "not-a-number", "leave the cell empty"),
        ({"obs_value": "-inf"}, "not-a-number", "leave the cell empty"),
        ({"obs_value": "—"}, "not-a-number", "leave the cell empty"),
        ({"obs_value": "#N/A"}, "not-a-number", "leave the cell empty"),
        ({"obs_value": "3.2%"}, "not-a-number", "unit is PCT"),
        ({"obs_value": "约765.9"}, "not-a-number", "write digits"),
        ({"obs_value": "٣"}, "not-a-number", "write 3"),
        ({"obs_value": "9" * 31}, "not-a-number", "write digits"),
        ({"yoy": "−3.2"}, "not-a-number", "write -3.2"),
        ({"yoy": "3.2pp"}, "not-a-number", "write digits"),
        ({"yoy": "0.1%", "yoy_unit": "PP"}, "not-a-number", "unit is PCT"),
        ({"yoy_unit": "pct"}, "unknown-code", "did you mean PCT?"),
        ({"yoy_qualifier": ">"}, "unknown-code", "write one of gt, ge, lt, le, approx, or nothing"),
        ({"qualifier": "aprox"}, "unknown-code", "did you mean approx?"),
        ({"obs_status": "X"}, "unknown-code", "write one of A, P, E, F, B, M"),
        ({"obs_status": "M"}, "missing-with-value", "empty obs_value"),
        ({"mom_unit": "PP"}, "missing-value", "fill in mom"),
        ({"decimals": "0"}, "decimals-differ", "set decimals to 1"),
        ({"unit_mult": "亿"}, "not-a-whole-number", "from 0 to 15"),
        ({"rank": "0", "rank_scope": "CQ"}, "not-a-whole-number", "from 1"),
        ({"rank": "1.5", "rank_scope": "CQ"}, "not-a-whole-number", "from 1"),
        ({"rank": "第一", "rank_scope": "CQ"}, "not-a-whole-number", "from 1"),
        ({"rank": "1"}, "missing-value", "the rank has no scope"),
        ({"rank_scope": "CQ"}, "missing-value", "rank is empty"),
        ({"rank": "1", "rank_scope": "CN"}, "unknown-scope", "scopes: {CN: …}"),
        ({"ref_area": "500104"}, "unknown-area", "did you mean 500103?"),
        ({"time_period": "2023H1"}, "unreadable-period", "2023-S1"),
        ({"time_period": "2023-02-30"}, "unreadable-period", "no such day"),
        ({"time_period": "2023-13"}, "unreadable-period", "no such day or month"),
        ({"indicator": "gdp"}, "unknown-indicator", "did you mean GDP?"),
        ({"indicator": ""}, "missing-value", "indicator is empty"),
        ({"fact_id": ""}, "missing-value", "fact_id is empty"),
        ({"fact_id": "a b"}, "unusable-id", "begin with a letter"),
        ({"obs_value": "", "yoy": ""}, "missing-value", "neither value, change nor rank"),
        ({"cumulative": "yes"}, "not-a-flag", "write 1"),
        ({"note": "a\x07b"}, "source-character", "note has control character U+0007"),
        ({"note": "a\u202eb"}, "source-character", "U+202E"),
        ({"note": "a\nb"}, "line-break", "in one line"),
        ({"Yoy": "1"}, "unknown-column", "did you mean yoy?"),
        ({"同比": "1"}, "unknown-column", "the columns are fact_id"),
    ],
)
def test_a_wrong_cell_is_told_with_what_would_be_right(
    cells: dict[str, str], code: str, said: str, tmp_path: Path
) -> None:
    found = fault(write(tmp_path, facts=row(**cells)))
    assert (found.code, found.where.file) == (code, "data/x/facts.csv")
    assert found.where.line == (1 if code == "unknown-column" else 2)
    assert said in f"{found.message} {found.hint}"


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("share", "", "missing-language", "fill in name_en"),
        ("PCT", "PERCENT", "unknown-unit", "PERCENT"),
        ("PCT", "", "missing-value", "unit_measure is empty"),
        ("SHARE", "GDP", "duplicate-id", "data/x/indicators.csv:2"),
        (",name_en,", ",name_fr,", "unknown-column", "name_fr"),
        (",unit_measure", ",unit", "missing-column", "unit_measure"),
        ("占比", "占\ufeff比", "source-character", "U+FEFF"),
        ("unit_measure", "name_zh", "duplicate-column", "name_zh"),
        ("PCT\n", "PCT,x\n", "cell-without-column", "“x”"),
        ("share", '"share', "csv-syntax", "close every quotation mark"),
    ],
)
def test_a_slip_in_the_indicators_is_told(old: str, new: str, code: str, said: str, tmp_path: Path) -> None:
    found = [item for item in faults(write(tmp_path, indicators=INDICATORS.replace(old, new))) if item.code == code]
    assert len(found) == 1
    assert said in f"{found[0].message} {found[0].hint}"


def test_a_source_is_named_in_every_language_or_in_none(tmp_path: Path) -> None:
    text = "indicator,name_zh,name_en,unit_measure,source_zh,source_en\nGDP,地区生产总值,GDP,CNY,渝中区统计局,\n"
    assert "fill in source_en" in fault(write(tmp_path, indicators=text)).hint


def test_a_column_that_is_absent_is_told_once(tmp_path: Path) -> None:
    found = fault(write(tmp_path, facts="fact_id,obs_value\na,1\nb,2\n"))
    assert (found.code, found.message) == ("missing-column", "facts lacks the column “indicator”")


def test_a_fact_that_stands_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    found = fault(write(tmp_path, facts=FACTS + "gdp,GDP,1,8,\n"))
    assert (found.code, found.where.line) == ("duplicate-id", 3)
    assert "data/x/facts.csv:2" in found.message


def test_a_share_may_be_written_with_its_percent_sign(tmp_path: Path) -> None:
    assert (
        str(load(write(tmp_path, facts=row(indicator="SHARE", obs_value="81.50%"))).facts["gdp"].obs_value) == "81.50"
    )


def test_all_faults_of_all_files_are_told_at_once_in_one_error(tmp_path: Path) -> None:
    place = write(tmp_path, indicators=INDICATORS.replace("PCT", "X"), facts=row(yoy="x", obs_value="y", indicator="z"))
    assert [finding.code for finding in faults(place)] == [
        "unknown-unit",
        "unknown-indicator",
        "not-a-number",
        "not-a-number",
    ]


def test_a_file_of_another_kind_does_not_drown_its_reader(tmp_path: Path) -> None:
    found = faults(write(tmp_path, facts=FACTS + "!,?,x,y,z\n" * 1000))
    assert len(found) <= 201
    assert found[-1].code == "too-many-faults"


def test_the_sample_has_the_sixteen_figures_of_the_panel() -> None:
    briefing = load(SAMPLE)
    assert len(briefing.facts) == 16
    visits = briefing.facts["tourist-visits"]
    assert (str(visits.obs_value), visits.unit_mult, visits.rank) == ("4087.9", 4, Rank(1, "CQ"))
    assert briefing.facts["software-revenue"].change("growth") == Change("growth", Decimal("40.9"))
    assert all(set(indicator.names) == {"zh", "en", "zh-Hant"} for indicator in briefing.indicators.values())
