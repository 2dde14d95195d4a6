"""The verb `inspect`: options in, a briefing's document as JSON out."""

from __future__ import annotations

import sys

from reportgen import report
from reportgen.batch import choose, find
from reportgen.cli.arguments import Options
from reportgen.document.codec import to_json
from reportgen.errors import UsageError


def run(options: Options) -> int:
    """Print the document of the one briefing and language that `options` name, by default its first language."""
    if len(options.languages) > 1:
        raise UsageError.of("inspect-languages", "inspect prints one document", hint="give --lang once, such as zh+en")
    (path,) = find(options.project, options.briefings)
    briefing = report.load(path)
    language = choose(briefing, options.languages)[0]
    sys.stdout.write(to_json(report.draft(briefing, language, layout=options.layout, project=options.project)))
    return 0
