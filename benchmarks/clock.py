"""CPU seconds, told apart by the part of a program that took them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any


class Clock:
    """CPU seconds by part of the work, each without the parts that run inside it."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inner = [0.0]

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count what the block takes to the part `name`."""
        begun = time.process_time()
        self._inner.append(0.0)
        try:
            yield
        finally:
            took = time.process_time() - begun
            self.spent[name] += took - self._inner.pop()
            self._inner[-1] += took

    def calls(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, timed."""

        def timed(*args: Any, **options: Any) -> Any:
            with self.part(name):
                return function(*args, **options)

        return timed

    def streams(self, name: str, function: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
        """Return the generator function, timed from item to item."""
        done = object()

        def timed(*args: Any, **options: Any) -> Iterator[Any]:
            items = iter(function(*args, **options))
            step = self.calls(name, lambda: next(items, done))
            while (item := step()) is not done:
                yield item

        return timed
