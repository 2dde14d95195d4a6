"""Equal documents give equal bytes: in one process, and in others with another hash seed, time zone and locale."""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.writers.docx import write
from tests.writers.docx.opened import written
from tests.writers.docx.samples import THEME, samples

ROOT = Path(__file__).parents[3]
SCRIPT = """
import hashlib
from reportgen.writers.docx import write
from tests.writers.docx.samples import THEME, samples
for page in samples().values():
    print(hashlib.sha256(write(page, THEME)).hexdigest())
"""


def test_a_second_writing_gives_the_same_bytes() -> None:
    assert write(samples()["zh+en"], THEME) == written("zh+en")


@pytest.mark.parametrize(("seed", "zone", "locale"), [("1", "Asia/Shanghai", "C"), ("4242", "America/Lima", "C.UTF-8")])
def test_another_process_gives_the_same_bytes(seed: str, zone: str, locale: str) -> None:
    told = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=told, capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == [hashlib.sha256(written(name)).hexdigest() for name in samples()]


def test_no_date_but_the_first_of_zip_is_in_the_archive() -> None:
    with zipfile.ZipFile(BytesIO(written("zh"))) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
