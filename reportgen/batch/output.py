"""Finished files in, an output folder out that never holds half a file, with its manifest and checksums."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from reportgen.errors import Place, WriterError
from reportgen.report import Artifact

try:
    import fcntl
except ImportError:  # not POSIX
    fcntl = None  # type: ignore[assignment]

MANIFEST = "manifest.json"
CHECKSUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A file of the manifest: its name, SHA-256, size, what it shows, and the `digest` of the facts it is made from."""

    file: str
    sha256: str
    bytes: int
    briefing: str
    language: str
    format: str
    digest: str


def entry(artifact: Artifact) -> Entry:
    """Return what the manifest says of `artifact`."""
    return Entry(
        file=artifact.name,
        sha256=hashlib.sha256(artifact.data).hexdigest(),
        bytes=len(artifact.data),
        briefing=artifact.briefing,
        language=artifact.language,
        format=artifact.format,
        digest=artifact.digest,
    )


def prepare(folder: Path) -> None:
    """Raise WriterError, before any work, where `folder` is missing or cannot be written, or its manifest not read."""
    if not folder.is_dir():
        raise WriterError.of(
            "output-missing",
            "the output folder does not exist",
            Place(file=str(folder)),
            f"make it (mkdir -p {folder}), or name another one",
        )
    probe = _part(folder / "probe")
    with _told(folder):
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT))
        probe.unlink()
    read_manifest(folder)


def save(folder: Path, artifacts: Iterable[Artifact]) -> tuple[Entry, ...]:
    """Write `artifacts` into `folder`, all or none, and enter them in its manifest; raise WriterError."""
    made = {artifact.name: artifact for artifact in artifacts}
    for name in made:
        if Path(name).name != name:
            raise WriterError.of("output-name", f"“{name}” is not a file name", hint="mend the briefing's id")
    write_together(folder, {name: artifact.data for name, artifact in made.items()})
    entries = tuple(sorted(entry(artifact) for artifact in made.values()))
    _record(folder, entries)
    return entries


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace `files` of `folder` by name; a fault or an interrupt while writing leaves all of them as they were."""
    parts = {_part(folder / name): folder / name for name in files}
    try:
        with _told(folder):
            for part, path in parts.items():
                _write(part, files[path.name])
            for part, path in parts.items():
                part.replace(path)
            _sync(folder)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def read_manifest(folder: Path) -> tuple[Entry, ...]:
    """Return the entries of the folder's manifest, none where it has none; raise WriterError where it is not one."""
    path = folder / MANIFEST
    if not path.exists():
        return ()
    try:
        return tuple(Entry(**_checked(item)) for item in json.loads(path.read_bytes())["files"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise WriterError.of(
            "output-manifest",
            f"the manifest cannot be read: {type(error).__name__}: {error}",
            Place(file=str(path)),
            "delete it; the next run writes a new one",
        ) from error


def _checked(item: Any) -> dict[str, Any]:
    kinds = {spec.name: int if spec.name == "bytes" else str for spec in fields(Entry)}
    if not isinstance(item, dict) or any(not isinstance(item.get(name), kind) for name, kind in kinds.items()):
        raise ValueError(f"{item!r} is not an entry")
    return item


def _record(folder: Path, entries: Iterable[Entry]) -> None:
    with _alone(folder):
        known = {item.file: item for item in read_manifest(folder) if (folder / item.file).is_file()}
        known |= {item.file: item for item in entries}
        files = [known[name] for name in sorted(known)]
        manifest = json.dumps({"files": [asdict(item) for item in files]}, ensure_ascii=False, indent=1) + "\n"
        sums = "".join(f"{item.sha256}  {item.file}\n" for item in files)
        write_together(folder, {MANIFEST: manifest.encode(), CHECKSUMS: sums.encode()})


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, where the system has such locks, so that two runs keep each other's entries."""
    if not fcntl:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames durable where the system lets a folder be opened (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriterError.of(
            "output-unwritable",
            f"the output folder cannot be written: {error.strerror or error}",
            Place(file=str(error.filename or folder)),
            "free it, or name another folder with --output",
        ) from error
