"""Reading an editor's Word file back: what was done to each passage and figure, and the draft brought up to date."""

from reportgen.review.notes import NoteReview
from reportgen.review.proposing import Proposal, propose
from reportgen.review.reading import (
    Addition,
    FigureReview,
    PassageReview,
    Reading,
    Remark,
    Review,
    judged,
    read,
    reading,
)
from reportgen.review.rebasing import Rebased, rebase

__all__ = [
    "Addition",
    "FigureReview",
    "NoteReview",
    "PassageReview",
    "Proposal",
    "Reading",
    "Rebased",
    "Remark",
    "Review",
    "judged",
    "propose",
    "read",
    "reading",
    "rebase",
]
