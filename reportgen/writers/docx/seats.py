"""A card's place in its row: what it is, how much room it has, and which roles set its lines."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import Card
from reportgen.writers.docx import looks
from reportgen.writers.docx.galley import Galley


@dataclass(frozen=True, slots=True)
class Seat:
    """A card in its row: how many stand there, how wide its column is (twips), and what the row has agreed on.

    `level` are the roles whose lines hold all languages side by side, in every card or in none, so that baselines
    agree; `step` is how many sizes down the value stands.
    """

    galley: Galley
    card: Card
    neighbours: int
    column: int
    level: frozenset[str] = frozenset()
    step: int = 0

    @property
    def feature(self) -> bool:
        """Whether the card is a headline on a tint."""
        return self.card.role == "feature"

    @property
    def side(self) -> float:
        """The space at both sides of the card's words."""
        return self.galley.theme.grid.pad if self.feature else 0.0

    @property
    def room(self) -> float:
        """The width of the card's words."""
        return self.column / 20 - 2 * self.side

    def role(self, line: str) -> str:
        """Return the role of the card's `line`; figures and units may look otherwise in fuller rows."""
        role = looks.card_role(self.galley.theme, self.card.role, line)
        return looks.known_role(self.galley.theme, f"{role}.{self.neighbours}")
