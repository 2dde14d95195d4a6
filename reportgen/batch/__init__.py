"""Many briefings at once: an order in, files in the output folder and an outcome a briefing out."""

from reportgen.batch.order import Order, choose, find
from reportgen.batch.output import CHECKSUMS, MANIFEST, Entry
from reportgen.batch.run import Outcome, check, render, worst

__all__ = ["CHECKSUMS", "MANIFEST", "Entry", "Order", "Outcome", "check", "choose", "find", "render", "worst"]
