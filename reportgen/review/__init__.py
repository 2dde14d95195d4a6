"""Reading an editor's Word file back: what was done to each passage and figure, and the draft brought up to date."""

from reportgen.review.reading import (
    Addition,
    FigureReview,
    PassageReview,
    Remark,
    Review,
    read,
)
from reportgen.review.rebasing import Rebased, rebase

__all__ = ["Addition", "FigureReview", "PassageReview", "Rebased", "Remark", "Review", "read", "rebase"]
