"""The command line: a list of arguments in, work done and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from reportgen.cli.arguments import Options, parse

INTERRUPTED = 130
"""The exit code of a run that was stopped by the user: 128 + SIGINT."""

PIPE_CLOSED = 141
"""The exit code of a run whose reader went away: 128 + SIGPIPE."""


class Verb(Protocol):
    """What the module of a verb offers."""

    def run(self, options: Options) -> int:
        """Do what `options` ask and return the exit code."""


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask; return 0 or the exit code of what went wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parse(arguments)
    try:
        verb = cast(Verb, import_module(f"reportgen.cli.{options.verb}"))
        code = verb.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        return _stopped(error, options)
    return code


def _stopped(error: Exception, options: Options) -> int:
    from reportgen.cli.stopping import tell_stop

    return tell_stop(error, options)
