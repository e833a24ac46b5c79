"""Fit the choice of actors on annotated articles and write graphbuild/data/weights.csv.

    python benchmarks/fit_confidence.py [--shared ../shared] [--write] [--cross-validate]

A conditional logit (McFadden 1974; L2 penalty): each trigger chooses one of its candidates or none, by the weighted
sum of the traits of graphbuild.choice.traits. Fitted on gold/train.jsonl and on our own annotations/more.jsonl.
Its two last numbers, a scale and a shift (Platt 1999), make the probability of the chosen candidate the share that
readers sign; they are fitted on gold/dev.jsonl, read by two, where an event that either reader holds counts as right.
Prints precision and recall at several thresholds on articles that the weights have not seen, and with
--cross-validate also on the fitted ones, by cross-validation over articles. Needs `pip install '.[benchmarks]'`.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from annotated import SETS
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from graphbuild.choice import Trigger, triggers
from graphbuild.choice.candidate import Part
from graphbuild.choice.weights import SCALE, SHIFT
from graphbuild.evaluate import Pair, Result, Text, expand, match, score
from graphbuild.evaluate.pairs import STATIC
from graphbuild.lexicon import load_lexicon
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Article
from graphbuild.parse import load_pipeline, parse
from graphbuild.qualify.sense import sense_of

WEIGHTS = Path(__file__).parent.parent / "graphbuild" / "data" / "weights.csv"
FITTED_ON = ("train", "more")
FOLDS = 5
PENALTY = 8.0
RARE = 20
ITERATIONS = 120
SMALLEST = 0.01
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
Numbers = NDArray[np.float64]


@dataclass(slots=True)
class Word:
    """One trigger of an annotated article: the pairs of each candidate, its traits, and which the gold holds."""

    doc: str
    pairs: list[list[Pair]]
    traits: list[tuple[Part, ...]]
    right: NDArray[np.bool_]


@dataclass(slots=True)
class Annotated:
    """All triggers of a set of annotated articles, and the gold."""

    words: list[Word]
    gold: list[Pair]


def collect(shared: Path, name: str) -> Annotated:
    """Extract all candidates of a set of annotated articles and find those that the gold holds."""
    chosen = SETS[name](shared)
    texts = chosen.texts()
    gold = expand(chosen.records(), texts, affiliations=True)
    words = []
    for article, paragraphs in parse(chosen.articles(), load_pipeline()):
        scene = read_scene(article, paragraphs, load_lexicon())
        words += [word_of(article, scene, trigger, texts) for trigger in triggers(scene)]
    mark_right(words, gold)
    return Annotated(words, gold)


def word_of(article: Article, scene: Scene, trigger: Trigger, texts: dict[str, Text]) -> Word:
    """Return a trigger with its candidates as pairs."""
    start, _ = scene.paragraphs[trigger.paragraph].span(trigger.token, trigger.token)
    records = [
        {
            "doc": article.id,
            "start": start,
            "source": [actor.name for actor in candidate.source.actors],
            "target": [actor.name for actor in candidate.target.actors],
            "symmetric": candidate.reading.frame.symmetric,
            "type": sense_of(scene, candidate.reading.frame, candidate.source, candidate.target),
            "factuality": "asserted",
        }
        for candidate in trigger.candidates
    ]
    pairs = [expand([record], texts, affiliations=True) for record in records]
    return Word(article.id, pairs, [c.parts for c in trigger.candidates], np.zeros(len(pairs), bool))


def mark_right(words: list[Word], gold: list[Pair]) -> None:
    """Give each annotated pair to the one trigger that tells it best: at its words, else one of its type."""
    by_sentence: dict[tuple[str, int], list[Word]] = defaultdict(list)
    for word in words:
        by_sentence[word.doc, word.pairs[0][0].sentence].append(word)
    for wanted in sorted(gold, key=lambda pair: not pair.core):
        best, agreement = None, (False, False, 0)
        for word in by_sentence[wanted.doc, wanted.sentence]:
            found = agreements(wanted, word)
            if not found:
                continue
            start = word.pairs[0][0].start
            at_word = wanted.start <= start < wanted.start + max(len(wanted.trigger), 1)
            of_type = any(pair_of_type for _, pair_of_type, _ in found.values())
            rank = (at_word, of_type, -abs(start - wanted.start))
            if (at_word or of_type) and (best is None or rank > agreement):
                best, agreement = (word, found), rank
        if best is not None and wanted.core:
            word, found = best
            top = max(told[1:] for told in found.values())
            for index, told in found.items():
                word.right[index] |= told[1:] == top


def agreements(wanted: Pair, word: Word) -> dict[int, tuple[bool, bool, bool]]:
    """Return for each candidate with the annotated actors whether it matches, in type and in direction."""
    found = {}
    for index, pairs in enumerate(word.pairs):
        for matched in match([wanted], pairs):
            found[index] = (True, pairs[matched.found].type in wanted.types, matched.directed)
    return found


class Table:
    """The traits of all candidates: a sparse row a part, the parts of each candidate, the trigger of each candidate."""

    def __init__(self, words: list[Word], names: list[str]) -> None:
        index = {name: number for number, name in enumerate(names)}
        numbers: dict[int, int] = {}
        columns: list[int] = []
        values: list[float] = []
        ends = [0]
        for part in chain.from_iterable(chain.from_iterable(word.traits for word in words)):
            if numbers.setdefault(id(part), len(numbers)) == len(ends) - 1:
                held = [(index[name], value) for name, value in part.traits.items() if value and name in index]
                columns += [number for number, _ in held]
                values += [value for _, value in held]
                ends.append(len(columns))
        self.rows = csr_matrix((np.array(values), np.array(columns, np.int32), ends), (len(numbers), len(names)))
        self.turned = self.rows.T.tocsr()
        self.parts = np.array([[numbers[id(part)] for part in parts] for word in words for parts in word.traits])
        self.groups = np.repeat(np.arange(len(words)), [len(word.traits) for word in words])
        self.right = np.concatenate([word.right for word in words])
        self.count = len(words)

    def scores(self, weights: Numbers) -> Numbers:
        """Return the weighted sum of each candidate's traits."""
        found: Numbers = (self.rows @ weights)[self.parts].sum(axis=1)
        return found

    def log_chances(self, scores: Numbers) -> tuple[Numbers, Numbers]:
        """Return the logarithms of the sum of odds of each trigger (none included) and of each candidate's chance."""
        top = np.zeros(self.count)
        np.maximum.at(top, self.groups, scores)
        odds = np.bincount(self.groups, np.exp(scores - top[self.groups]), self.count) + np.exp(-top)
        total = top + np.log(odds)
        return total, scores - total[self.groups]

    def loss(self, weights: Numbers) -> tuple[float, Numbers]:
        """Return the penalised negative log likelihood of the annotated choices and its gradient."""
        scores = self.scores(weights)
        total, log_chance = self.log_chances(scores)
        odds_right = np.where(self.right, np.exp(log_chance), 0.0)
        of_right = np.bincount(self.groups, odds_right, self.count)
        told = np.bincount(self.groups, self.right, self.count) > 0
        safe = np.where(told, np.maximum(of_right, np.finfo(float).tiny), 1.0)
        likelihood = np.where(told, np.log(safe), -total).sum()
        wanted = np.where(self.right, odds_right / safe[self.groups], 0.0)
        slope = np.exp(log_chance) - wanted
        of_parts = np.bincount(self.parts.ravel(), np.repeat(slope, self.parts.shape[1]), self.rows.shape[0])
        gradient = self.turned @ of_parts + PENALTY * weights
        return float(PENALTY / 2 * weights @ weights - likelihood), gradient


def fit(words: list[Word]) -> dict[str, float]:
    """Return the weight of each trait seen at triggers often enough."""
    counts: Counter[str] = Counter()
    for word in words:
        counts.update({name for parts in word.traits for part in parts for name in part.traits})
    names = sorted(name for name, count in counts.items() if count >= RARE)
    table = Table(words, names)
    found = minimize(table.loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return dict(zip(names, map(float, found.x), strict=True))


def chances_of(weights: dict[str, float], words: list[Word]) -> list[Numbers]:
    """Return for each trigger the probability of each candidate by these weights."""
    names = sorted(weights)
    table = Table(words, names)
    _, log_chance = table.log_chances(table.scores(np.array([weights[name] for name in names])))
    return np.split(np.exp(log_chance), np.cumsum([len(word.traits) for word in words])[:-1])


def held_out(words: list[Word]) -> list[Numbers]:
    """Return the probabilities of each trigger's candidates by a model that has not seen its article."""
    found: list[Numbers] = [np.zeros(0)] * len(words)
    docs = [word.doc for word in words]
    for seen, unseen in GroupKFold(FOLDS).split(docs, groups=docs):
        weights = fit([words[i] for i in seen])
        for index, chance in zip(unseen, chances_of(weights, [words[i] for i in unseen]), strict=True):
            found[index] = chance
    return found


Chosen = list[tuple[Word, int, float]]


def best(words: list[Word], found: list[Numbers]) -> Chosen:
    """Return the best candidate of each trigger and its probability."""
    return [(word, int(chance.argmax()), float(chance.max())) for word, chance in zip(words, found, strict=True)]


def calibration(chosen: Chosen, gold: list[Pair]) -> tuple[float, float]:
    """Return scale and shift of the log odds (Platt 1999): how often a reader signs what is chosen."""
    owners = [index for index, (word, at, _) in enumerate(chosen) for _ in word.pairs[at]]
    matched = match(gold, [pair for word, at, _ in chosen for pair in word.pairs[at]])
    signed = {owners[one.found] for one in matched}
    chance = np.clip([p for _, _, p in chosen], 1e-9, 1 - 1e-9)
    told = [index in signed for index in range(len(chosen))]
    model = LogisticRegression(C=1e6).fit(np.log(chance / (1 - chance))[:, None], told)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def calibrate(chosen: Chosen, scale: float, shift: float) -> Chosen:
    """Return the choices with their probability calibrated."""
    return [
        (word, at, 1 / (1 + math.exp(-(scale * math.log(max(p, 1e-12) / max(1 - p, 1e-12)) + shift))))
        for word, at, p in chosen
    ]


def figures(chosen: Chosen, gold: list[Pair], threshold: float) -> Result:
    """Return the scorer's figures for the events of at least this confidence."""
    kept = [pair for word, at, confidence in chosen if confidence >= threshold for pair in word.pairs[at]]
    return score([pair for pair in gold if pair.type not in STATIC], [pair for pair in kept if pair.type not in STATIC])


def report(name: str, chosen: Chosen, gold: list[Pair]) -> None:
    """Print precision and recall of pairs at the thresholds."""
    print(f"\n{name}: {len(chosen)} triggers")
    print("| confidence | precision | recall | F | pairs |\n|---|---|---|---|---|")
    for threshold in THRESHOLDS:
        pair = figures(chosen, gold, threshold).levels["pair"]
        print(f"| {threshold} | {pair.p:.3f} | {pair.r:.3f} | {pair.f:.3f} | {pair.pred} |")


def write(weights: dict[str, float]) -> None:
    """Write the weights as a table sorted by trait."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("trait", "weight"))
        table.writerows((name, round(w, 3)) for name, w in sorted(weights.items()) if abs(w) >= SMALLEST)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--write", action="store_true")
    options.add_argument("--cross-validate", action="store_true")
    chosen = options.parse_args()
    seen = {name: collect(chosen.shared, name) for name in FITTED_ON}
    words = [word for part in seen.values() for word in part.words]
    weights = fit(words)
    dev = collect(chosen.shared, "dev")
    scale, shift = calibration(best(dev.words, chances_of(weights, dev.words)), dev.gold)
    print(f"{len(weights)} traits; scale {scale:.3f}, shift {shift:.3f}")
    if chosen.cross_validate:
        found = best(words, held_out(words))
        for name, part in seen.items():
            own = {id(word) for word in part.words}
            report(
                f"{name}, cross-validated", calibrate([c for c in found if id(c[0]) in own], scale, shift), part.gold
            )
    for name in ("dev", "seeds", "held"):
        part = dev if name == "dev" else collect(chosen.shared, name)
        report(name, calibrate(best(part.words, chances_of(weights, part.words)), scale, shift), part.gold)
    if chosen.write:
        write(weights | {SCALE: scale, SHIFT: shift})


if __name__ == "__main__":
    main()
