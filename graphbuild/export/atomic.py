"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import OutputError


@contextmanager
def writing(destination: str | Path | BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream to write to. A file appears under its name only when the block has ended well."""
    if not isinstance(destination, (str, Path)):
        yield destination
        return
    path = Path(os.path.realpath(destination))  # a link stays a link
    if path.exists() and not path.is_file():
        raise OutputError(f"{destination}: is not a plain file; choose another name")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{destination}: cannot be written ({error.strerror or error})") from error
    finally:
        _remove(temporary)


def _remove(file: Path) -> None:
    with suppress(OSError):  # the folder itself is gone or barred: the error under way says so already
        file.unlink(missing_ok=True)
