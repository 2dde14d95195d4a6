"""The rules of the house, proved on the source itself."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "reportgen"
