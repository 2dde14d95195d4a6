"""Chromium lays the pages out: nothing sticks out at any width, and the lines of a row of cards agree."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reportgen.document import Document
from reportgen.writers.html import write
from tests.documents import bilingual_document, panel_document
from tests.writers.html.pages import THEME

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

MEASURE = """<script>
const top_ = e => Math.round(e.getBoundingClientRect().top);
const out = {
  sticks: [...document.querySelectorAll("body *")].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90)),
  spills: [...document.querySelectorAll(".line.value p")].filter(
    p => p.scrollWidth > p.clientWidth + 1).map(p => p.textContent),
  rows: [...document.querySelectorAll(".row")].map(
    row => [...row.querySelectorAll(".line.value")].map(top_)),
};
document.title = JSON.stringify(out);
</script></body>"""


def measured(document: Document, folder: Path, width: int) -> dict[str, Any]:
    """Lay `document` out in a window of `width` pixels and return what the script measured."""
    page = re.sub(r"<meta http-equiv=[^>]*>", "", write(document, THEME).decode())
    path = folder / "page.html"
    path.write_text(page.replace("</body>", MEASURE), encoding="utf-8")
    command = [CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--window-size={width},1400", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    title = done.stdout.split("<title>")[1].split("</title>")[0].replace("&amp;", "&").replace("&lt;", "<")
    result: dict[str, Any] = json.loads(title.replace("&gt;", ">").replace("&nbsp;", " "))
    return result


@pytest.mark.parametrize("width", [1200, 760, 500])
@pytest.mark.parametrize(
    "document", [panel_document("en"), bilingual_document()], ids=lambda document: "+".join(document.langs)
)
def test_nothing_sticks_out_of_the_window_or_of_its_card(document: Document, width: int, tmp_path: Path) -> None:
    result = measured(document, tmp_path, width)
    assert result["sticks"] == []
    assert result["spills"] == []


def test_the_figures_of_a_row_stand_on_one_height(tmp_path: Path) -> None:
    rows = measured(bilingual_document(), tmp_path, 1200)["rows"]
    assert [len(row) for row in rows] == [2, 3, 4]
    assert all(len(set(row)) == 1 for row in rows)
