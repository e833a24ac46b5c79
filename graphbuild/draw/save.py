"""A figure written to a file or a stream: the same figure gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from graphbuild.draw.labels import HALO, NAME, RIM
from graphbuild.draw.style import PAPER, styled
from graphbuild.errors import OutputError
from graphbuild.export.atomic import writing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# What matplotlib would write of clocks and versions, by format.
FORMATS: dict[str, dict[str, str | None]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
IN_A_FOLDER = (".png", ".svg")


def files_of(destination: Path, name: str) -> list[Path]:
    """Return the file that a destination names, or two of that name in a folder, which is made where it is missing."""
    suffix = destination.suffix.lower()
    if suffix in FORMATS:
        return [destination]
    if suffix and not destination.is_dir():
        raise OutputError(f"{destination}: a picture ends in .png, .svg or .pdf; or name a folder")
    try:
        destination.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{destination}: cannot be made ({error.strerror}); choose another folder") from error
    return [destination / f"{name}{suffix}" for suffix in IN_A_FOLDER]


def save(figure: Figure, destination: str | Path | BinaryIO, suffix: str) -> None:
    """Write the figure whole or not at all."""
    if suffix not in FORMATS:
        raise OutputError(f"{destination}: pictures are written as {', '.join(FORMATS)}")
    with writing(destination) as out, styled():
        out.write(_WRITERS.get(suffix, _drawn)(figure, suffix))


def _drawn(figure: Figure, suffix: str) -> bytes:
    drawn = BytesIO()
    figure.savefig(drawn, format=suffix[1:], metadata=FORMATS[suffix])
    return drawn.getvalue()


def _svg(figure: Figure, suffix: str) -> bytes:
    """Return an SVG whose names have a rim of their own: matplotlib knows only rims around outlines."""
    rims = figure.findobj(lambda artist: artist.get_gid() == HALO)
    try:
        for rim in rims:
            rim.set_visible(False)
        drawn = _drawn(figure, suffix)
    finally:
        for rim in rims:
            rim.set_visible(True)
    look = f'[id^="{NAME}"] text{{paint-order: stroke; stroke: {PAPER}; stroke-width: {RIM}px}}'
    return drawn.replace(b"</style>", f"{look}</style>".encode(), 1)


def _png(figure: Figure, suffix: str) -> bytes:
    from graphbuild.draw.palette import reduced

    drawn = BytesIO()
    figure.savefig(drawn, format="rgba")
    return reduced(drawn.getvalue(), (int(figure.bbox.width), int(figure.bbox.height)), figure.dpi)


_WRITERS: dict[str, Callable[[Any, str], bytes]] = {".png": _png, ".svg": _svg}
