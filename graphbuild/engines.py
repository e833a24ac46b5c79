"""Where the articles are worked on: in processes of this machine, or wherever Spark has workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, get_args

from graphbuild import workers as local
from graphbuild.model import Article
from graphbuild.workers import Findings

Engine = Literal["local", "spark"]
ENGINES: tuple[Engine, ...] = get_args(Engine)


def require_engine(engine: Engine, workers: int) -> None:
    """Raise EngineError where an engine is not installed, ValueError where it is none or is asked what it cannot do.

    How many workers Spark has is for Spark's own settings to say.
    """
    if engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {engine!r}")
    if engine == "spark":
        if workers != 1:
            raise ValueError("workers is for the engine local; with spark the settings of Spark say how many")
        from graphbuild.spark.session import require_spark

        require_spark()


def findings(
    articles: Iterable[Article], *, model: str, min_confidence: float, engine: Engine = "local", workers: int = 1
) -> Iterator[Findings]:
    """Yield the findings of each article, in order, the same from every engine; `workers` is for the local one.

    Nothing is loaded or started before the first article comes. Raises ModelError, GraphbuildError where a process of
    this machine is lost, and EngineError where Spark cannot start or gives up.
    """
    if engine == "local":
        return local.findings(articles, model=model, min_confidence=min_confidence, workers=workers)
    return _spread(articles, model, min_confidence)


def _spread(articles: Iterable[Article], model: str, min_confidence: float) -> Iterator[Findings]:
    from graphbuild.spark import spread

    source = iter(articles)
    first = next(source, None)
    if first is not None:
        yield from spread(chain([first], source), model=model, min_confidence=min_confidence)
