"""Measure the quality on annotated articles, and write it into docs/quality.md and both READMEs.

    python benchmarks/quality.py [--shared ../shared] [--write]

Extracts the three sets with the default settings and scores them with graphbuild.evaluate. Without --write the figures
go to standard output. Needs `pip install '.[benchmarks]'`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import baselines
import fit_confidence
import numpy as np
from annotated import Part, load
from causes import FALSE, MISSES, false_by_kind, misses_by_cause
from french import in_french
from numpy.typing import NDArray

from graphbuild.choice.weights import SCALE, SHIFT, weights
from graphbuild.evaluate import Figures, Pair, Result, match, score
from graphbuild.evaluate.pairs import STATIC
from graphbuild.model import Event
from graphbuild.pipeline import MIN_CONFIDENCE

ROOT = Path(__file__).parent.parent
SURER = 0.5
SHOWN_WHOLE = ("dev", "held", "seeds")
FITTED = tuple(f"{name}, cross-validated" for name in fit_confidence.FITTED_ON)
SHOWN = (*SHOWN_WHOLE, *FITTED)
DRAWS = 2000
TEXT_AROUND = frozenset(("near", "outside"))
TREE = frozenset(("tree", "participle", "support"))
Results = dict[str, dict[float, Result]]
Truth = list[tuple[Event, bool]]


def cross_validated(shared: Path) -> Results:
    """Return the figures of the fitted sets, each article by weights that have not seen it, on the shipped scale."""
    parts = {name: fit_confidence.collect(shared, name) for name in fit_confidence.FITTED_ON}
    words = [word for part in parts.values() for word in part.words]
    found = fit_confidence.best(words, fit_confidence.held_out(words))
    chosen = fit_confidence.calibrate(found, weights()[SCALE], weights()[SHIFT])
    results: Results = {}
    for part, shown in zip(parts.values(), FITTED, strict=True):
        own = {id(word) for word in part.words}
        mine = [one for one in chosen if id(one[0]) in own]
        results[shown] = {least: fit_confidence.figures(mine, part.gold, least) for least in (MIN_CONFIDENCE, SURER)}
    return results


def proposed(shared: Path, name: str) -> list[Pair]:
    """Return the pairs of all candidates of a set, LEADS and MEMBER left out."""
    words = fit_confidence.collect(shared, name).words
    return [pair for word in words for pairs in word.pairs for pair in pairs if pair.type not in STATIC]


def truth(part: Part) -> Truth:
    """Return each event with whether a reader holds one of its pairs."""
    events = [event for event in part.events if event.type not in ("LEADS", "MEMBER")]
    pairs = [part.pairs([event]) for event in events]
    owners = [number for number, own in enumerate(pairs) for _ in own]
    right = {owners[matched.found] for matched in match(part.gold, list(chain.from_iterable(pairs)))}
    return [(event, number in right) for number, event in enumerate(events)]


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def levels(results: Results) -> str:
    """Return precision, recall and F of every set and level."""
    rows = [
        (name, level, *_prf(f), f.tp, f.pred, f.gold)
        for name, by_least in results.items()
        for level, f in by_least[MIN_CONFIDENCE].levels.items()
        if level != "full" or name not in FITTED
    ]
    return table(("set", "level", "precision", "recall", "F", "right", "found", "gold"), rows)


def _prf(figures: Figures) -> tuple[str, str, str]:
    return f"{figures.p:.2f}", f"{figures.r:.2f}", f"{figures.f:.2f}"


def given_pair(results: Results) -> str:
    """Return which share of the matched pairs agrees in each respect."""
    respects = list(results["dev"][MIN_CONFIDENCE].given_pair)
    rows = [
        (
            name,
            *(
                "" if _untold(name, respect) else f"{by_least[MIN_CONFIDENCE].given_pair[respect]:.2f}"
                for respect in respects
            ),
        )
        for name, by_least in results.items()
    ]
    return table(("set", *respects), rows)


def _untold(name: str, respect: str) -> bool:
    """Candidates are not qualified, so the cross-validated lines know no factuality, attribution and time."""
    return name in FITTED and respect in ("factuality", "attribution", "time")


def interval(part: Part) -> tuple[str, str]:
    """Return where precision and recall of pairs lie in 95 of 100 draws of as many articles, repeats allowed."""
    found = part.found()
    own = [
        score([p for p in part.gold if p.doc == doc], [p for p in found if p.doc == doc]).levels["pair"]
        for doc in sorted(part.texts)
    ]
    hits, predicted, gold = (np.array([getattr(f, name) for f in own]) for name in ("tp", "pred", "gold"))
    draws = np.random.default_rng(0).integers(len(own), size=(DRAWS, len(own)))
    right = hits[draws].sum(axis=1)
    return _range(right / predicted[draws].sum(axis=1)), _range(right / gold[draws].sum(axis=1))


def _range(values: NDArray[np.float64]) -> str:
    low, high = np.quantile(values, (0.025, 0.975))
    return f"{low:.2f} to {high:.2f}"


def thresholds(results: Results, parts: list[Part], plain: Iterable[str]) -> str:
    """Return pair precision and recall of every set at two thresholds, and those of the baselines `plain`."""
    rows = []
    for least, told in ((MIN_CONFIDENCE, "default"), (SURER, f"`--min-confidence {SURER}`")):
        rows.append((told, *(_both(results[name][least].levels["pair"]) for name in SHOWN)))
    by_name = {part.name: part for part in parts}
    for baseline in plain:
        figures = [baselines.figures(by_name[name], baseline) for name in SHOWN_WHOLE]
        rows.append((f"*{baseline}*", *map(_both, figures), *[""] * len(FITTED)))
    return table(("pair precision / recall", *SHOWN), rows)


def _both(figures: Figures) -> str:
    return f"{figures.p:.2f} / {figures.r:.2f}"


def _percent(share: float) -> int:
    return round(float(f"{share:.2f}") * 100)


def in_short(results: Results, parts: list[Part]) -> str:
    """Return what the README tells: a table, and its first line in words."""
    pairs = [results[name][MIN_CONFIDENCE].levels["pair"] for name in SHOWN_WHOLE]
    # from the cells as they stand in the table, so that the two agree to the last digit
    recalls, wrong = (
        sorted(share) for share in zip(*((_percent(f.r), 100 - _percent(f.p)) for f in pairs), strict=True)
    )
    return (
        f"{thresholds(results, parts, list(baselines.BASELINES)[:2])}\n\n"
        f"At its default the program finds {recalls[0]} to {recalls[-1]} % of the facts, "
        f"and {wrong[0]} to {wrong[-1]} % of what it shows is not what the readers hold."
    )


def reliability(told: Truth) -> str:
    """Return the share right by confidence, and how far the two are apart on average."""
    rows, apart = [], 0.0
    for tenth in range(int(MIN_CONFIDENCE * 10), 10):
        inside = [(event.confidence, right) for event, right in told if tenth <= event.confidence * 10 < tenth + 1]
        if inside:
            sure, share = np.mean(inside, axis=0)
            apart += abs(sure - share) * len(inside) / len(told)
            rows.append((f"0.{tenth}–", len(inside), f"{sure:.2f}", f"{share:.2f}"))
    return f"{table(('confidence', 'events', 'mean', 'share right'), rows)}\n\nExpected calibration error: {apart:.2f}."


def shares(told: Truth, head: str, of: Callable[[Event], str]) -> str:
    """Return the share right of the events of each kind, the most frequent first."""
    number, right = Counter(of(event) for event, _ in told), Counter(of(event) for event, fine in told if fine)
    rows = [(kind, n, f"{right[kind] / n:.2f}") for kind, n in sorted(number.items(), key=lambda x: (-x[1], x[0]))]
    return table((head, "events", "share right"), rows)


def way(event: Event) -> str:
    """Return how the less sure of the two sides of an event was found."""
    vias = {rule.rsplit(".", 1)[1] for rule in event.rules[2:]}
    if vias & TEXT_AROUND:
        return "one actor guessed from the text around"
    return "both actors by the parse tree" if vias <= TREE else "an actor by the order of words, a thing, another verb"


def counts(told: dict[str, str], counted: Counter[str]) -> str:
    """Return how often each cause occurs, in the order of `told`."""
    total = max(1, counted.total())
    rows = [(words, counted[key], f"{counted[key] / total:.0%}") for key, words in told.items()]
    return table(("cause", "pairs", "share"), rows)


def sections(parts: list[Part], results: Results, candidates: list[Pair]) -> Iterator[str]:
    """Yield the generated text of docs/quality.md, heading by heading."""
    dev = next(part for part in parts if part.name == "dev")
    told = {part.name: truth(part) for part in parts}
    precision, recall = interval(dev)
    everything = [one for own in told.values() for one in own]
    yield "### At the default\n" + levels(results)
    yield f"With other articles of the kind of dev, pair precision would lie at {precision} and recall at {recall}."
    yield "Given the pair, this share agrees:\n\n" + given_pair(results)
    yield "### Surer or simpler\n" + thresholds(results, parts, baselines.BASELINES)
    yield "### Is the confidence right? (dev)\n" + reliability(told["dev"])
    yield "The same on held and seeds, which nothing was fitted on:\n\n" + reliability(told["held"] + told["seeds"])
    yield "### What to trust (dev, held and seeds)\n" + shares(everything, "way", way)
    yield shares(everything, "type", lambda event: event.type)
    yield "### Why a pair is missed (dev)\n" + counts(MISSES, misses_by_cause(dev, candidates))
    yield "### What a false pair is like (dev)\n" + counts(FALSE, false_by_kind(dev))


def put(path: Path, mark: str, text: str) -> None:
    """Replace what stands between <!-- mark --> and <!-- /mark --> in a file."""
    old = path.read_text(encoding="utf-8")
    between = re.compile(f"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    if not between.search(old):
        raise SystemExit(f"{path}: has no <!-- {mark} --> … <!-- /{mark} -->")
    path.write_text(between.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", old), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    parts = [load(chosen.shared, name) for name in SHOWN_WHOLE]
    results: Results = {
        part.name: {least: score(part.gold, part.found(least)) for least in (MIN_CONFIDENCE, SURER)} for part in parts
    }
    results |= cross_validated(chosen.shared)
    told = "\n\n".join(sections(parts, results, proposed(chosen.shared, "dev")))
    if not chosen.write:
        print(told)
        return
    put(ROOT / "docs" / "quality.md", "figures", told)
    short = in_short(results, parts)
    put(ROOT / "README.md", "figures", short)
    put(ROOT / "README.fr.md", "figures", in_french(short))


if __name__ == "__main__":
    main()
