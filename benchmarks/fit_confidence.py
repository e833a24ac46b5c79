"""Fit the weights of the confidence model on annotated articles: graphbuild/data/weights.csv.

    python benchmarks/fit_confidence.py GOLD.jsonl --text DIR [--write]

Logistic regression (L2) over the features of graphbuild.qualify.confidence, cross-validated by article; the pair
precision and recall printed at several thresholds are those of held-out folds. Needs the benchmarks extra.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from graphbuild.assemble import proposals
from graphbuild.evaluate import load_gold, match_events
from graphbuild.lexicon import load_lexicon
from graphbuild.model import Article
from graphbuild.parse import load_pipeline, parse
from graphbuild.read import read

WEIGHTS = Path(__file__).parent.parent / "graphbuild" / "data" / "weights.csv"
FOLDS = 5
STRENGTH = 0.25
SMALLEST = 0.02
