"""The command `reportgen`: arguments in, an exit code out."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line on the arguments of this process."""
    from reportgen.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
