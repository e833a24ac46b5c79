"""Fit the confidence of candidates on annotated articles and write graphbuild/data/weights.csv.

    python benchmarks/fit_confidence.py [--shared ../shared] [--write]

A logistic regression (L2) over the features of graphbuild.qualify.confidence, fitted on gold/train.jsonl. Its two
last numbers, the scale and the shift that turn its score into a probability, are fitted on gold/dev.jsonl, read by
two, on what the program would keep; an event that either reader holds counts as right. A single reader leaves out many
a true event, so train alone gives too low a confidence. Prints precision and recall at several thresholds: on train by
cross-validation over articles, on dev and on the seeds as they are. Needs `pip install '.[benchmarks]'`.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from graphbuild.assemble import event_of, proposals
from graphbuild.evaluate import Pair, Result, expand, load_records, load_texts, match, score
from graphbuild.lexicon import load_lexicon
from graphbuild.mentions import read_scene
from graphbuild.model import Article, Event
from graphbuild.parse import load_pipeline, parse
from graphbuild.read import read

WEIGHTS = Path(__file__).parent.parent / "graphbuild" / "data" / "weights.csv"
FOLDS = 5
INVERSE_PENALTY = 0.05
RARE = 8
SMALLEST = 0.005
THRESHOLDS = (0.35, 0.4, 0.42, 0.44, 0.46, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
Features = dict[str, float]
Numbers = NDArray[np.float64]


@dataclass(slots=True)
class Candidates:
    """All candidates of some annotated articles: as events, as features, as pairs, and which of them the gold holds."""

    events: list[Event]
    features: list[Features]
    pairs: list[list[Pair]]
    gold: list[Pair]
    right: NDArray[np.bool_]


def collect(gold_file: Path, text_folder: Path) -> Candidates:
    """Extract all candidates of the articles that a gold file annotates and match them with it."""
    texts = load_texts(text_folder)
    gold = expand(load_records(gold_file), texts, affiliations=True)
    docs = {pair.doc for pair in gold}
    articles = [a for a in read([str(text_folder)]) if isinstance(a, Article) and a.id in docs]
    events, features = [], []
    for article, paragraphs in parse(articles, load_pipeline()):
        scene = read_scene(article, paragraphs, load_lexicon())
        for proposal in proposals(scene):
            events.append(event_of(article, scene, proposal))
            features.append(proposal.features)
    pairs = [expand([event.to_dict()], texts, affiliations=True) for event in events]
    owners = [index for index, own in enumerate(pairs) for _ in own]
    right = np.zeros(len(events), bool)
    for matched in match(gold, [pair for own in pairs for pair in own]):
        right[owners[matched.found]] = True
    return Candidates(events, features, pairs, gold, right)


def held_out(candidates: Candidates) -> Numbers:
    """Return the score (log odds) of each candidate by a model that has not seen its article."""
    scores = np.zeros(len(candidates.events))
    groups = [event.doc for event in candidates.events]
    for seen, unseen in GroupKFold(FOLDS).split(scores, scores, groups):
        model = fit([candidates.features[i] for i in seen], candidates.right[seen])
        scores[unseen] = log_odds(model, [candidates.features[i] for i in unseen])
    return scores


def fit(features: list[Features], right: NDArray[np.bool_]) -> dict[str, float]:
    """Return the weight of each feature seen often enough, and the bias."""
    counts = Counter(name for found in features for name in found)
    table = DictVectorizer()
    matrix = table.fit_transform([{k: v for k, v in f.items() if counts[k] >= RARE and k != "bias"} for f in features])
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=3000).fit(matrix, right)
    weights = dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return weights | {"bias": float(model.intercept_[0])}


def log_odds(weights: dict[str, float], features: Iterable[Features]) -> Numbers:
    """Return the score (log odds) of each candidate by these weights."""
    return np.array([sum(weights.get(name, 0.0) * value for name, value in found.items()) for found in features])


def calibration(scores: Numbers, candidates: Candidates) -> tuple[float, float]:
    """Return scale and shift of a score (Platt 1999): how often a reader signs what the program keeps."""
    kept = best_of_each_trigger(candidates, scores)
    owners = [index for index in kept for _ in candidates.pairs[index]]
    matched = match(candidates.gold, [pair for index in kept for pair in candidates.pairs[index]])
    signed = {owners[one.found] for one in matched}
    model = LogisticRegression(C=1e6).fit(scores[kept, None], [index in signed for index in kept])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def best_of_each_trigger(candidates: Candidates, scores: Numbers) -> list[int]:
    """Return the indexes of the candidates that the program would keep: one a trigger."""
    best: dict[tuple[str, int], int] = {}
    for index, event in enumerate(candidates.events):
        key = event.doc, event.start
        if key not in best or scores[index] > scores[best[key]]:
            best[key] = index
    return sorted(best.values())


def figures(candidates: Candidates, confidence: Numbers, threshold: float) -> Result:
    """Return the scorer's figures for the events of at least this confidence."""
    kept = [i for i in best_of_each_trigger(candidates, confidence) if confidence[i] >= threshold]
    actions = [pair for pair in candidates.gold if pair.type not in ("LEADS", "MEMBER")]
    return score(actions, [p for i in kept for p in candidates.pairs[i] if p.type not in ("LEADS", "MEMBER")])


def report(name: str, candidates: Candidates, confidence: Numbers) -> None:
    """Print precision and recall of pairs at the thresholds."""
    print(f"\n{name}: {len(candidates.events)} candidates")
    print("| confidence | precision | recall | F | pairs |\n|---|---|---|---|---|")
    for threshold in THRESHOLDS:
        pair = figures(candidates, confidence, threshold).levels["pair"]
        print(f"| {threshold} | {pair.p:.3f} | {pair.r:.3f} | {pair.f:.3f} | {pair.pred} |")


def write(weights: dict[str, float]) -> None:
    """Write the weights as a table sorted by feature."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("feature", "weight"))
        table.writerows((name, round(w, 3)) for name, w in sorted(weights.items()) if abs(w) >= SMALLEST)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    gold, texts = chosen.shared / "gold", chosen.shared / "texts"
    train = collect(gold / "train.jsonl", texts / "train")
    dev = collect(gold / "dev.jsonl", texts / "dev")
    seeds = collect(gold / "seeds_dev.jsonl", texts / "seeds")
    weights = fit(train.features, train.right)
    scale, shift = calibration(log_odds(weights, dev.features), dev)
    weights = {name: weight * scale for name, weight in weights.items()}
    weights["bias"] += shift
    for name, candidates, scores in (
        ("train, cross-validated", train, held_out(train) * scale + shift),
        ("dev", dev, log_odds(weights, dev.features)),
        ("seeds", seeds, log_odds(weights, seeds.features)),
    ):
        report(name, candidates, 1 / (1 + np.exp(-scores)))
    if chosen.write:
        write(weights)


if __name__ == "__main__":
    main()
