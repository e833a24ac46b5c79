"""Between lines of bytes and Oxigraph, which reads from and writes to files."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, cast

import pyoxigraph as ox

_PREFIX = b"@prefix "


def quads(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    """Read N-Quads one after the other; raises SyntaxError where a line is none."""
    return iter(ox.parse(cast(BinaryIO, _Lines(lines)), format=ox.RdfFormat.N_QUADS))


class _Lines(io.RawIOBase):
    """Lines as a file to read from."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        super().__init__()
        self._lines = iter(lines)
        self._left = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        parts, length = [self._left], len(self._left)
        for line in self._lines if not 0 <= size <= length else ():
            parts.append(line)
            length += len(line)
            if 0 <= size <= length:
                break
        found = b"".join(parts)
        end = size if size >= 0 else length
        self._left = found[end:]
        return found[:end]


class SortedPrefixes(io.RawIOBase):
    """A file to write to that puts the prefixes in order, for Oxigraph's come in another order each time."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self._head: bytes | None = b""

    def writable(self) -> bool:
        """Return that it is."""
        return True

    def write(self, data: Any, /) -> int:
        """Write on, or hold back while prefixes come."""
        if self._head is None:
            self._out.write(data)
        else:
            self._head += bytes(data)
            self._settle(ended=False)
        return len(data)

    def close(self) -> None:
        """Write what is still held back; the file below stays open."""
        if not self.closed:
            self._settle(ended=True)
        super().close()

    def _settle(self, *, ended: bool) -> None:
        """Write the prefixes in order as soon as all have come."""
        lines = (self._head or b"").splitlines(keepends=True)
        rest = next((n for n, line in enumerate(lines) if not line.startswith(_PREFIX[: len(line)])), None)
        if self._head is not None and (rest is not None or ended):
            self._out.writelines([*sorted(lines[:rest]), b"\n", *lines[rest:]] if lines else [])
            self._head = None
