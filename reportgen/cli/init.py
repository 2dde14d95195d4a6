"""The verb `init`: a template and a name in, the folder of a new briefing, with the template's sample, out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from reportgen.cli.arguments import Options
from reportgen.errors import Place, UsageError, WriterError

_NAME = re.compile(r"\w[\w-]*")

DEFAULT_TEMPLATE = "numbers-panel"
"""The template that a briefing begins with where none is named."""


def run(options: Options) -> int:
    """Copy the sample of `options.template` to `data/<name>` and make `output`; never touch what is there."""
    if not _NAME.fullmatch(options.name):
        raise UsageError.of(
            "init-name", f"“{options.name}” cannot name a briefing", hint="use letters, digits, hyphens and underscores"
        )
    folder = options.project / "data" / options.name
    if folder.exists():
        raise UsageError.of(
            "init-exists", "there is such a briefing already", Place(file=str(folder)), "choose a new name"
        )
    _copy(_sample(options), folder)
    for path in sorted(folder.rglob("*")):
        print(path)
    return 0


def _sample(options: Options) -> Path:
    from reportgen.templating.template import template_folders

    folders = template_folders(options.project)
    name = options.template or DEFAULT_TEMPLATE
    if name not in folders:
        raise UsageError.of(
            "template-unknown",
            f"there is no template “{name}”",
            hint=f"give --template with one of {', '.join(folders)}",
        )
    sample = folders[name] / "sample"
    if not sample.is_dir():
        raise UsageError.of("template-sample", f"the template “{name}” has no sample", Place(file=str(sample)))
    return sample


def _copy(sample: Path, folder: Path) -> None:
    """Copy whole or not at all: the copy gets its name only when it is complete."""
    part = folder.with_name(f".{folder.name}.part")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(sample, part, copy_function=shutil.copyfile)
        part.rename(folder)
        (folder.parents[1] / "output").mkdir(exist_ok=True)
    except OSError as error:
        raise WriterError.of(
            "init-unwritable", f"the briefing cannot be written: {error}", Place(file=str(folder))
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
