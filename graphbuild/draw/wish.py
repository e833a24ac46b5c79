"""What picture is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, get_args

from graphbuild.draw.bins import By
from graphbuild.errors import PictureError
from graphbuild.text import slug

KINDS: Final = ("alliances", "matrix", "timeline", "ego")
BYS: Final = get_args(By)
MOST = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """A kind of picture and what holds for it; raises PictureError where the one does not go with the other.

    `actors` are ids: the one in the middle of an ego view, or whom a timeline is about. `by` is "week" or "month"
    (None: as fits), `most` how many actors are shown at most.
    """

    kind: str = "alliances"
    actors: tuple[str, ...] = ()
    by: By | None = None
    most: int = MOST
    language: str = "fr"
    title: str | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what makes no picture."""
        if self.kind not in KINDS:
            raise PictureError(f"{self.kind!r} is no kind of picture; there are {', '.join(KINDS)}")
        if self.kind == "ego" and len(self.actors) != 1:
            raise PictureError("the kind ego is about one actor; name one")
        if len(self.actors) > 2 or len(set(self.actors)) < len(self.actors):
            raise PictureError("the kind timeline is about all, one actor, or a pair")
        if self.kind not in ("ego", "timeline") and self.actors:
            raise PictureError(f"the kind {self.kind} is about all actors; ego and timeline are about some")
        if self.by and (self.kind != "timeline" or self.by not in BYS):
            raise PictureError("weeks and months are for the kind timeline: by week, or by month")
        if self.most < 2:
            raise PictureError("a picture needs two actors at least")

    @property
    def name(self) -> str:
        """What the file is called, without its ending."""
        return "-".join([self.kind, *map(slug, self.actors)])
