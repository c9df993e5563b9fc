"""Fit the weights of the cues that part names of places from other names.

    python -m scripts.fit_cues

Logistic regression over the names that the gazetteer finds in the trial articles
(tests/trials/news), with a normal prior around the weights that were set by hand, so that a cue
that is seldom met keeps its hand's value. Prints what `groundtext/mentions/cues.py` should say;
names inside organisations, and peoples, are left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from groundtext.documents import read_documents, split_passages
from groundtext.gazetteer import Gazetteer
from groundtext.mentions.cues import CUES
from groundtext.mentions.plausibility import Occurrence, weigh
from groundtext.mentions.recognition import recognise
from groundtext.mentions.sentence import Sentence
from groundtext.model import Span
from groundtext.settings import DATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from groundtext.mentions.plausibility import Weighed

TRIALS: Final = ROOT / "tests" / "trials" / "news"
SPREAD: Final = 0.7  # of the prior around the hand's weights, in log-odds
ROUNDS: Final = 60
SMALLEST_STEP: Final = 1e-6


def main() -> None:
    """Print the fitted weights beside those in force."""
    names = list(CUES)
    column = {name: number for number, name in enumerate(names)}
    rows, labels = [], []
    for weighed, is_place in _samples():
        row = np.zeros(len(names))
        for cue in weighed.cues:
            row[column[cue]] += 1
        rows.append(row)
        labels.append(float(is_place))
    prior = np.array([CUES[name].weight for name in names])
    weights = fit(np.array(rows), np.array(labels), prior)
    counts = np.array(rows).sum(axis=0)
    for name, before, after, count in zip(names, prior, weights, counts, strict=True):
        print(f"{name:18} {before:6.1f} -> {after:6.1f}   met {count:.0f}")


def _samples() -> Iterator[tuple[Weighed, bool]]:
    gold: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for line in (TRIALS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        gold[fields["document"]].append((Span(fields["start"], fields["end"]), fields["reading"]))
    gazetteer = Gazetteer.open(DATA)
    for document in read_documents([TRIALS / "articles"]).documents:
        sentences = [Sentence(document.text, passage) for passage in split_passages(document)]
        found = [Occurrence(s, name) for s in sentences for name in recognise(s, gazetteer)]
        for each in weigh(found, gazetteer):
            near = [
                reading
                for span, reading in gold[document.file]
                if span.overlaps(each.occurrence.name.span)
            ]
            if "organisation" not in near and "people" not in each.cues:
                yield each, bool(near)


def fit(
    rows: NDArray[np.float64], labels: NDArray[np.float64], prior: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of highest posterior density, by Newton's method."""
    weights = prior.copy()
    precision = np.eye(len(prior)) / SPREAD**2
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - chances) - precision @ (weights - prior)
        curvature = (rows * (chances * (1 - chances))[:, None]).T @ rows + precision
        step = np.linalg.solve(curvature, slope)
        height = _density(rows, labels, weights, prior)
        scale = 1.0
        while scale > SMALLEST_STEP and (
            _density(rows, labels, weights + scale * step, prior) < height
        ):
            scale /= 2
        weights = weights + scale * step
    return weights


def _density(
    rows: NDArray[np.float64],
    labels: NDArray[np.float64],
    weights: NDArray[np.float64],
    prior: NDArray[np.float64],
) -> float:
    """Return the logarithm of the posterior density, up to a constant."""
    scores = rows @ weights
    likelihood = float(np.sum(labels * scores - np.logaddexp(0, scores)))
    return likelihood - float(np.sum((weights - prior) ** 2)) / (2 * SPREAD**2)


if __name__ == "__main__":
    main()
