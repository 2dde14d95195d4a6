"""What is no draft of ours, or a trap, is refused by name; what can be read is read."""

import base64
import copy
import json
import random
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reportgen import review
from reportgen.errors import SourceError
from tests.review.editor import MAIN, Desk, found, packed, parts_of
from tests.writers.docx.opened import written

TYPES = "[Content_Types].xml"
RECORD = "customXml/item1.xml"


def changed(name: str, data: bytes) -> bytes:
    return packed(parts_of(written("zh")) | {name: data})


def without(*names: str) -> bytes:
    return packed({name: part for name, part in parts_of(written("zh")).items() if name not in names})


def swapped(name: str, old: bytes, new: bytes) -> bytes:
    part = parts_of(written("zh"))[name]
    assert old in part
    return changed(name, part.replace(old, new, 1))


def entity() -> bytes:
    main = parts_of(written("zh"))[MAIN]
    head, mark, tail = main.partition(b"<w:document")
    return changed(MAIN, head + b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + mark + tail)


def overgrown() -> bytes:
    held = b'<manifest xmlns="urn:reportgen:manifest"><format>1</format><payload>%s</payload></manifest>'
    return without_digest(held % base64.b64encode(zlib.compress(b" " * 60_000_000)))


def without_digest(record: bytes) -> bytes:
    parts = parts_of(written("zh")) | {RECORD: record}
    return packed({name: part for name, part in parts.items() if name != "docProps/custom.xml"})


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no whole Word file"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "no whole Word file"),
    "cut short": (lambda: written("zh")[:9_000], "no whole Word file"),
    "locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password"),
    "another archive": (lambda: packed({"a.txt": b"a"}), "no Word document"),
    "a bomb": (lambda: changed("word/media/big.xml", b"0" * 60_000_000), "unpacks to"),
    "an entity": (entity, "document type"),
    "broken XML": (lambda: swapped(MAIN, b"</w:body>", b""), "cannot be read"),
    "a macro": (lambda: changed("word/vbaProject.bin", b"\0"), "macros"),
    "a macro by type": (lambda: swapped(TYPES, b"document.main+xml", b"document.macroEnabled.main+xml"), "macros"),
    "strict": (
        lambda: changed(MAIN, b'<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        "Strict Open XML",
    ),
    "not ours": (lambda: without(RECORD), "no record"),
    "a changed record": (lambda: swapped(RECORD, b"<payload>", b"<payload>A"), "damaged"),
    "an overgrown record": (overgrown, "damaged"),
    "a later record": (lambda: swapped(RECORD, b"<format>1<", b"<format>2<"), "version"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_by_name(name: str) -> None:
    make, message = FILES[name]
    with pytest.raises(SourceError, match=message) as caught:
        review.read(make(), "edited.docx")
    (finding,) = caught.value.findings
    assert finding.where.file == "edited.docx"
    assert finding.hint


@pytest.mark.parametrize("cut", range(1_000, 26_000, 2_500))
def test_a_file_cut_anywhere_is_refused(cut: int) -> None:
    with pytest.raises(SourceError):
        review.read(written("zh")[:cut])


def test_a_record_that_says_figures_outside_their_text_is_damaged() -> None:
    payload = base64.b64decode(parts_of(written("zh"))[RECORD].split(b"<payload>")[1].split(b"</payload>")[0])
    told = json.loads(zlib.decompress(payload))
    next(it for it in told["passages"] if it["figures"])["figures"][0][4] = 9_999
    held = base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()
    record = f'<manifest xmlns="urn:reportgen:manifest"><format>1</format><payload>{held}</payload></manifest>'
    with pytest.raises(SourceError, match="outside its text"):
        review.read(without_digest(record.encode()))


def test_ten_thousand_revisions_are_read_and_rebased() -> None:
    desk = Desk(written("zh"))
    run = found(desk.paragraph("rgb_paragraph_1"), "w:r")[0]
    for number in range(10_000):
        mark = desk.mark("ins" if number % 2 else "del")
        held = copy.deepcopy(run)
        for text in found(held, "w:t"):
            text.text = "增"
            text.tag = text.tag if number % 2 else text.tag.replace("}t", "}delText")
        mark.append(held)
        run.addprevious(mark)
    data = desk.saved()
    made = review.read(data)
    assert made.tracked == 10_000
    (passage,) = made.changed
    assert passage.now.count("增") >= 5_000
    assert {figure.status for figure in passage.figures} == {"unchanged"}
    assert review.rebase(data, written("zh")).changes == 0


def test_a_record_moved_by_another_program_is_found() -> None:
    parts = parts_of(written("zh"))
    record = parts.pop(RECORD)
    data = packed(parts | {"customXml/item7.xml": record, RECORD: b"<other/>"})
    assert review.read(data).changed == ()


def test_the_words_of_the_file_are_not_trusted_with_its_bookmarks() -> None:
    desk = Desk(written("zh"))
    for mark in found(desk.root, "//w:bookmarkStart"):
        mark.set(mark.keys()[1], "rgb_paragraph_1")
    made = review.read(desk.saved())
    figures = [figure for passage in made.passages for figure in passage.figures]
    assert figures
    assert [figure for figure in figures if figure.status == "overridden"] == []


def test_noise_of_any_kind_never_breaks_the_reading() -> None:
    dice = random.Random(7)
    main = parts_of(written("zh"))[MAIN]
    for _ in range(60):
        at = dice.randrange(len(main))
        with suppress(SourceError):
            made = review.read(changed(MAIN, main[:at] + bytes([dice.randrange(32, 127)]) + main[at + 1 :]))
            assert len(made.passages) == len(review.read(written("zh")).passages)


def test_the_draft_on_the_disk_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "edited.docx"
    path.write_bytes(written("zh"))
    review.rebase(path.read_bytes(), written("zh"))
    assert path.read_bytes() == written("zh")
    assert zipfile.is_zipfile(path)
