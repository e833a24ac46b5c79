"""Where everyone stands around one actor: friends on the left, foes on the right, those who are both above and below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from graphbuild.alliances import Tie

Place = tuple[float, float]
ROW, WIDEST_ROW, SLOT = 0.34, 0.7, 1.55  # inches between two names one over the other, and side by side
LEAST, HALF, RIM, EDGE = 3.0, 3.0, 0.5, 0.75


@dataclass(slots=True)
class Fan:
    """Places in inches; `left` and `right` are what names need there, `sides` says who stands where, best first."""

    sides: Mapping[str, Sequence[Tie]]
    left: float
    right: float

    @property
    def above(self) -> Sequence[Tie]:
        """Half of the mixed ties, the best-attested in it."""
        return self.sides["mixed"][0::2]

    @property
    def below(self) -> Sequence[Tie]:
        """The other half."""
        return self.sides["mixed"][1::2]

    @property
    def tall(self) -> float:
        """The height of the two columns."""
        return max(LEAST, ROW * max(len(self.sides["friendly"]), len(self.sides["hostile"])))

    def half(self, kind: str) -> float:
        """Return how far a column is from the middle."""
        rim = SLOT * len(self.above) / 2 + 0.3
        return max(HALF, rim, self.tall / 3) if self.sides[kind] else max(rim, RIM)

    @property
    def size(self) -> Place:
        """The width and height of the whole."""
        wide = self.left + self.half("friendly") + self.half("hostile") + self.right
        return wide, self.tall + (EDGE + RIM) * bool(self.above) + (EDGE + RIM) * bool(self.below)

    @property
    def centre(self) -> Place:
        """Where the actor stands."""
        low = (EDGE + RIM) if self.below else 0
        return self.left + self.half("friendly"), low + self.tall / 2

    def places(self) -> dict[Tie, Place]:
        """Return a place for each tie's other actor."""
        found: dict[Tie, Place] = {}
        for kind, direction in (("friendly", -1), ("hostile", 1)):
            found |= self._column(self.sides[kind], direction * self.half(kind))
        for row, direction in ((self.above, 1), (self.below, -1)):
            found |= self._row(row, direction * (self.tall / 2 + RIM))
        return found

    def _column(self, ties: Sequence[Tie], reach: float) -> dict[Tie, Place]:
        x, y = self.centre
        step = min(self.tall / max(len(ties), 1), WIDEST_ROW)
        drops = [step * (number - (len(ties) - 1) / 2) for number in range(len(ties))]
        bends = [sqrt(1 - (2 * drop / self.tall) ** 2) for drop in drops]
        return {
            tie: (x + reach * (0.78 + 0.22 * bend), y - drop) for tie, drop, bend in zip(ties, drops, bends, strict=True)
        }

    def _row(self, ties: Sequence[Tie], height: float) -> dict[Tie, Place]:
        x, y = self.centre
        return {tie: (x + SLOT * (number - (len(ties) - 1) / 2), y + height) for number, tie in enumerate(ties)}
