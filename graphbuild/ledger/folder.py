"""The folder of a build, made where it is missing and held by one build at a time from its first file to its last."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from graphbuild.errors import LedgerError, OutputError


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Make the folder and keep other builds out of it, without a file that a killed build could leave behind.

    Where the block fails before anything is in it, no new folder remains. Raises OutputError where it cannot be made,
    LedgerError where another build is at work in it.
    """
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    with ExitStack() as stack:
        _made(folder)
        while (handle := _opened(folder)) is not None:
            stack.callback(os.close, handle)
            if not _locked(handle, folder) or _is(handle, folder):
                break
            _made(folder)  # a build that failed has just taken it away
        try:
            yield
        except BaseException:
            with suppress(OSError):  # what holds something stays
                for path in new:
                    path.rmdir()
            raise


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror}); choose another folder with -o") from error


def _opened(folder: Path) -> int | None:
    """Return a handle to lock; None where the system opens no folder: the ledger's own lock must do there."""
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _locked(handle: int, folder: Path) -> bool:
    """Tell whether the folder could be locked; the kernel frees it with the process, however that ends."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LedgerError(
            f"{folder}: another build is writing here; wait for it, or choose another output folder"
        ) from error
    except OSError:  # some network file systems lock no folders
        return False
    return True


def _is(handle: int, folder: Path) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.fstat(handle), folder.stat())
    return False
