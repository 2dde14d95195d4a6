"""A real session in LibreOffice: a draft is opened, worked on by a macro, saved and read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from reportgen import review
from reportgen.review import Review
from reportgen.review.remarks import AUTHOR
from reportgen.writers.docx import write
from tests.review.editor import settled
from tests.review.test_rebasing import all_revised
from tests.writers.docx.samples import THEME, samples

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")

OFFICE = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
LIBRARY = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "{OFFICE}" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Editor"/></library:library>
"""
MODULE = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "{OFFICE}" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Editor" script:language="StarBasic">
%s</script:module>
"""
WORK = """
Function Spot(doc, words)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  Spot = doc.findFirst(search)
End Function

Sub Replace(doc, words, others)
  Spot(doc, words).setString(others)
End Sub

Sub Enter(doc, words)
  place = Spot(doc, words)
  cursor = place.Text.createTextCursorByRange(place.End)
  place.Text.insertControlCharacter(cursor, 0, False)
End Sub

Sub Under(doc, words, added)
  place = Spot(doc, words)
  cursor = place.Text.createTextCursorByRange(place.End)
  place.Text.insertControlCharacter(cursor, 0, False)
  place.Text.insertString(cursor, added, False)
End Sub

Sub Session(source, target, tracked, edited)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  doc.RecordChanges = tracked
  If edited Then Edit(doc)
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
End Sub

Sub Edit(doc)
  Replace(doc, "765.9", "766.3")
  Replace(doc, "全线上扬", "全面上扬")
  Under(doc, "统一思想、深化认识", "编辑自加的一段话。")
  Enter(doc, "同比增长3.2%；")
  Replace(doc, "奋战三季度、冲刺下半年", "")
End Sub
"""


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The drafts as they come back: saved again only, edited, and edited with changes tracked; with controls too."""
    folder = tmp_path_factory.mktemp("office")
    for name, controls in (("zh", False), ("en", False), ("zh+en", False), ("long", False), ("zh", True)):
        data = write(samples()[name], THEME, controls=controls)
        (folder / f"{name}{'-locked' if controls else ''}.docx").write_bytes(data)
    wanted = [(path.stem, f"{path.stem}-saved", "False, False") for path in sorted(folder.glob("*.docx"))]
    wanted += [("zh", "zh-edited", "False, True"), ("zh", "zh-tracked", "True, True")]
    calls = "".join(
        f'  Session("{(folder / f"{source}.docx").as_uri()}", "{(folder / f"{target}.docx").as_uri()}", {how})\n'
        for source, target, how in wanted
    )
    run_macro(folder, f"{WORK}\nSub Main\n{calls}  StarDesktop.terminate()\nEnd Sub\n")
    return {target: (folder / f"{target}.docx").read_bytes() for _, target, _ in wanted}


def run_macro(folder: Path, text: str) -> None:
    """Run `Main` of the Basic module `text` in a profile of its own; the first start only makes the profile."""
    profile = folder / "profile"
    command = [SOFFICE or "", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (library / "Editor.xba").write_text(MODULE % escape(text), encoding="utf-8")
    subprocess.run([*command, "macro:///Standard.Editor.Main()"], check=True, capture_output=True, timeout=60)


def told(made: Review) -> list[tuple[str, tuple[str, ...]]]:
    return [(passage.block, tuple(passage.statuses)) for passage in made.changed]


@pytest.mark.parametrize("name", ["zh", "en", "zh+en", "long", "zh-locked"])
def test_saving_alone_changes_nothing(name: str, returned: dict[str, bytes]) -> None:
    made = review.read(returned[f"{name}-saved"])
    assert told(made) == []
    assert made.additions == ()


@pytest.mark.parametrize("name", ["zh-edited", "zh-tracked"])
def test_every_edit_of_the_session_is_told(name: str, returned: dict[str, bytes]) -> None:
    made = review.read(returned[name])
    assert told(made) == [("paragraph-1", ("split", "edited")), ("keywords", ("deleted",))]
    (figure,) = (figure for passage in made.changed for figure in passage.figures if figure.status != "unchanged")
    assert (figure.fact, figure.base, figure.now) == ("gdp", "765.9亿元", "766.3亿元")
    assert [addition.text for addition in made.additions] == ["编辑自加的一段话。"]


@pytest.mark.parametrize("name", ["zh-edited", "zh-tracked"])
def test_the_session_is_brought_up_to_date_and_taken_back(name: str, returned: dict[str, bytes]) -> None:
    made = review.rebase(returned[name], write(all_revised(samples()["zh"]), THEME))
    assert made.changes
    assert [conflict.kept for _, conflict in made.conflicts] == ["766.3亿元"]
    before, after = (
        [line for line in settled(data, AUTHOR, accept=False) if line[0]] for data in (returned[name], made.data)
    )
    assert before == after
