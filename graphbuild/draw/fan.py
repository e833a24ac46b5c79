"""Where everyone stands around one actor: friends left, foes right, the mixed above, mere contacts below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from graphbuild.alliances import Tie

Place = tuple[float, float]
LINE, FARTHEST = 0.34, 0.7  # inches between two names one below the other: at least, and where there is room
SLOT, NARROW = 1.55, 0.42  # inches between two side by side: upright ones, and tilted ones where they are many
UPRIGHT, TILT = 5, 55
TALL, HALF, RIM, EDGE = 2.4, 3.0, 0.55, 0.55


@dataclass(frozen=True, slots=True)
class Fan:
    """Places in inches; `sides` says who stands where, best first, `widths` how wide the names there are."""

    sides: Mapping[str, Sequence[Tie]]
    widths: Mapping[str, float]

    def tilted(self, kind: str) -> bool:
        """Tell whether the names of a row are too many to stand upright."""
        return len(self.sides[kind]) > UPRIGHT

    @property
    def tall(self) -> float:
        """The height of the two columns."""
        return max(TALL, LINE * max(len(self.sides["friendly"]), len(self.sides["hostile"])))

    def column(self, kind: str) -> float:
        """Return how far a column is from the middle; 0 where it is empty."""
        return max(HALF, self._row(), self.tall / 3) if self.sides[kind] else 0.0

    def margins(self) -> tuple[float, float, float, float]:
        """Return what is needed left, right, above and below of the middle, names included."""
        row = self._row()
        lean = [cos(radians(TILT)) * self.widths[kind] for kind in ("mixed", "contact") if self.tilted(kind)]
        left = max(row, self.column("friendly") + self.widths["friendly"])
        right = max(row + max(lean, default=0), self.column("hostile") + self.widths["hostile"])
        return left, right, self.tall / 2 + self._edge("mixed"), self.tall / 2 + self._edge("contact")

    def places(self, x: float, y: float) -> dict[Tie, Place]:
        """Return a place for each tie's other actor around the middle."""
        found: dict[Tie, Place] = {}
        for kind, direction in (("friendly", -1), ("hostile", 1)):
            column = self._column(self.sides[kind], direction * self.column(kind))
            found |= {tie: (x + right, y + up) for tie, (right, up) in column.items()}
        for kind, direction in (("mixed", 1), ("contact", -1)):
            ties, up = self.sides[kind], direction * (self.tall / 2 + RIM)
            middle = (len(ties) - 1) / 2
            found |= {tie: (x + self._slot(kind) * (number - middle), y + up) for number, tie in enumerate(ties)}
        return found

    def _column(self, ties: Sequence[Tie], reach: float) -> dict[Tie, Place]:
        step = min(self.tall / max(len(ties), 1), FARTHEST)
        ups = [step * ((len(ties) - 1) / 2 - number) for number in range(len(ties))]
        return {
            tie: (reach * (0.78 + 0.22 * sqrt(1 - (2 * up / self.tall) ** 2)), up)
            for tie, up in zip(ties, ups, strict=True)
        }

    def _slot(self, kind: str) -> float:
        return NARROW if self.tilted(kind) else SLOT

    def _row(self) -> float:
        """Return half the width of the wider row."""
        return max(len(self.sides[kind]) * self._slot(kind) / 2 for kind in ("mixed", "contact")) + 0.3

    def _edge(self, kind: str) -> float:
        """Return the height of a row, its names included."""
        if not self.sides[kind]:
            return 0.0
        return RIM + (sin(radians(TILT)) * self.widths[kind] + 0.2 if self.tilted(kind) else EDGE)
