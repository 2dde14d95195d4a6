"""The verb `confirm`: a briefing and names of its units in, their translations confirmed out."""

from __future__ import annotations

from reportgen import report, translations
from reportgen.batch import find
from reportgen.cli.arguments import Options
from reportgen.cli.telling import count
from reportgen.sources.lock import lock_path


def run(options: Options) -> int:
    """Confirm the units that `options` name, or all, of the one briefing; say which file remembers it."""
    (path,) = find(options.project, options.briefings)
    confirmed = translations.confirm(report.load(path), path, options.units)
    print(f"{lock_path(path)}: {count(len(confirmed), 'unit')} confirmed")
    return 0
