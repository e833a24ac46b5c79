"""What one article may cost: size first, which is the same on every machine, then time and memory, which are not."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import CeilingError

CHARACTERS = 200_000
"""As long an article may be: some 33,000 words, a short book."""
SECONDS = 120.0
"""As much of the processor's time one article or web page may take, beside the parse; usual ones take less than 2 s."""
MEGABYTES = 2_048
"""By as much the process may grow over one article, beside the parse."""
_AGAIN = 1.0


class _LateError(BaseException):
    """Time is up. No Exception, for a library that catches all of these must not catch it."""


@contextmanager
def ceiling() -> Iterator[None]:
    """Raise CeilingError where the block takes too much time or memory, or nests too deep.

    Time is that of the processor, so that a busy machine or a closed lid counts for nothing. It is watched in the main
    thread alone, and where the system has such a clock; memory is watched on Linux.
    """
    try:
        with _time(), _memory():
            yield
    except _LateError:
        raise CeilingError(f"takes more than {SECONDS:g} s of work") from None
    except MemoryError:
        raise CeilingError(f"takes more than {MEGABYTES} MB of memory") from None
    except RecursionError:
        raise CeilingError("nests its words too deep") from None


@contextmanager
def _time() -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _late)
    # once more each second: what is raised while an object is thrown away gets lost
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _late(*_: object) -> None:
    raise _LateError


@contextmanager
def _memory() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    import resource  # Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _used() * resource.getpagesize() + MEGABYTES * 1024 * 1024
    known = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([most, *known]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _used() -> int:
    """Return how many pages of addresses this process has (proc(5), statm)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
