"""A marked document says on every page, in each of its languages, that it is a draft or not to be published yet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reportgen.document import plain
from reportgen.transforms import Mark, with_mark
from tests.briefings import briefing
from tests.documents import bilingual_document

TEN = datetime(2023, 8, 2, 10)


def said(mark: Mark) -> list[str]:
    return [plain(wording.content) for wording in with_mark(bilingual_document(), briefing(), mark).mark]


def test_a_draft_is_called_one_in_each_language() -> None:
    assert said(Mark(draft=True)) == ["草稿", "Draft"]


def test_an_embargo_names_its_day_and_hour() -> None:
    assert said(Mark(embargo=TEN)) == [
        "2023年8月2日10:00前请勿发布",
        "Embargoed until 10:00 on August 2, 2023",
    ]


def test_a_draft_may_be_embargoed_too() -> None:
    assert said(Mark(draft=True, embargo=TEN))[1] == "Draft · Embargoed until 10:00 on August 2, 2023"


@pytest.mark.parametrize(("zone", "name"), [(UTC, "UTC"), (timezone(timedelta(hours=8)), "UTC+08:00")])
def test_a_time_with_a_zone_names_it(zone: timezone, name: str) -> None:
    assert said(Mark(embargo=TEN.replace(tzinfo=zone)))[1] == f"Embargoed until 10:00 ({name}) on August 2, 2023"
