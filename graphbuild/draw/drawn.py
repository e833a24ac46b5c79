"""A picture that is drawn: to be saved, or shown in a notebook."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.draw.save import files_of, save

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Picture:
    """A picture with its name; `figure` is a matplotlib Figure that no other figure knows of.

    As the last line of a notebook's cell it shows itself.
    """

    def __init__(self, figure: Figure, name: str) -> None:
        self.figure = figure
        self.name = name

    def save(self, destination: str | Path) -> list[Path]:
        """Write a .png, .svg or .pdf file, or both a .png and an .svg into a folder, and return the files written.

        A folder is made where it is missing; its files bear the picture's name. Raises OutputError where the
        destination ends in anything else or cannot be written.
        """
        paths = files_of(Path(destination), self.name)
        for file in paths:
            save(self.figure, file, file.suffix.lower())
        return paths

    def png(self) -> bytes:
        """Return the bytes of a PNG."""
        out = BytesIO()
        save(self.figure, out, ".png")
        return out.getvalue()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "image/png": b64encode(self.png()).decode("ascii")}

    def __repr__(self) -> str:
        return f"<Picture: {self.name}>"
