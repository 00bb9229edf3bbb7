"""Trains the name model: `python -m flows.curation.train_ner [corpus] [--out FILE]`.

Averaged perceptrons over the features of single words at distance -2 … +2 and pairs of tags; the
model is the mean of four that met the sentences in other orders, a point better than one. Seeds
are fixed, so the same texts, lexicon and numpy make the same file, in about five minutes. Twelve
rounds, features of words met twice, and one word in seven shown without its own identity, were
chosen by testing on blocks of the corpus that were not trained on.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from flows.curation.made_sentences import patterned
from flows.curation.marked_text import written_sentences
from flows.curation.news_fane import Sentence, labelled_sentences
from flows.text.ner_features import features
from flows.text.ner_model import OFFSETS, PADDING, TAGS

SEED = 7
ORDERS = 4  # perceptrons, each of a seed of its own
ROUNDS = 12
LEAST_WORDS = 2  # a feature must be met in so many words of the corpus
PATTERNED = 3_000  # sentences made from patterns, of kinds that the corpus has few of
HIDDEN = 0.15  # share of words shown without their own form, so that affixes and context count
UNIT = 64  # weights are stored as whole multiples of 1/UNIT
LEAST_WEIGHT = 0.1  # features whose weights are all smaller are left out
_NEVER = -(1 << 28)

_ROOT = Path(__file__).parents[2]
_CORPUS = _ROOT.parent / "shared" / "ner" / "news_fane_gold.txt.xz"
_MODEL = _ROOT / "flows" / "lexicon" / "ner_model.npz"

Floats = NDArray[np.float32]
Features = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Trained:
    """Weights by feature: `weights[offset, row, tag]`, `rows` the rows by name."""

    rows: dict[str, int]
    weights: Floats
    transitions: Floats


def main() -> None:
    """Reads the corpus, trains, and writes the model's file."""
    parser = argparse.ArgumentParser(description="Train the name model.")
    parser.add_argument("corpus", nargs="?", type=Path, default=_CORPUS)
    parser.add_argument("--out", type=Path, default=_MODEL)
    arguments = parser.parse_args()
    sentences = [
        *labelled_sentences(arguments.corpus),
        *patterned(PATTERNED, SEED),
        *written_sentences(),
    ]
    save(mean([train(sentences, seed=SEED + order) for order in range(ORDERS)]), arguments.out)


def mean(several: Sequence[Trained]) -> Trained:
    """The model between several that were trained on the same sentences."""
    weights = sum(trained.weights for trained in several) / len(several)
    transitions = sum(trained.transitions for trained in several) / len(several)
    return Trained(several[0].rows, np.asarray(weights), np.asarray(transitions))


def train(
    sentences: Iterable[Sentence],
    rounds: int = ROUNDS,
    describe: Features = features,
    seed: int = SEED,
) -> Trained:
    """An averaged perceptron's weights after `rounds` over `sentences`.

    `describe` gives a word's features, its own form among the first two.
    """
    data = list(sentences)
    rows, table, number = _feature_table(data, describe)
    examples = [
        (
            np.array([0, 0, *(number[form] for form, _ in sentence), 0, 0]),
            np.array([TAGS.index(tag) for _, tag in sentence]),
        )
        for sentence in data
    ]
    order, hiding = random.Random(seed), np.random.default_rng(seed)
    learner = _Perceptron(len(rows))
    for _ in range(rounds):
        order.shuffle(examples)
        for words, tags in examples:
            seen = table[words]
            hidden = hiding.random(len(words)) < HIDDEN
            hidden[[0, 1, -2, -1]] = False
            seen[np.ix_(hidden, np.array([0, 1]))] = 0
            learner.learn([seen[2 + o : len(words) - 2 + o] for o in OFFSETS], tags)
    return Trained(rows, *learner.averaged())


def save(trained: Trained, path: Path) -> None:
    """Writes the model as whole numbers, without the features that weigh next to nothing."""
    names = list(trained.rows)
    weights = trained.weights.transpose(1, 0, 2)
    kept = np.abs(weights).max(axis=(1, 2)) >= LEAST_WEIGHT
    kept[0] = False
    kept[trained.rows[PADDING]] = True
    kept_names = "\n".join(name for name, keep in zip(names, kept, strict=True) if keep)
    transitions = np.rint(trained.transitions * UNIT)
    np.savez_compressed(
        path,
        features=np.frombuffer(kept_names.encode(), np.uint8),
        weights=np.rint(weights[kept] * UNIT).astype(np.int16).reshape(int(kept.sum()), -1),
        transitions=np.where(_allowed(), transitions, _NEVER).astype(np.int32),
        scale=np.float32(UNIT * 10),
    )


def viterbi(emissions: Floats, transitions: Floats) -> NDArray[np.int64]:
    """The best tags of one sentence, word by word: the plain form of what is served in batches."""
    best = emissions[0] + np.where([tag.startswith("I") for tag in TAGS], _NEVER, 0)
    came_from = []
    for scores in emissions[1:]:
        paths = best[:, None] + transitions
        came_from.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + scores
    tags = [int(best.argmax())]
    for step in reversed(came_from):
        tags.append(int(step[tags[-1]]))
    return np.array(tags[::-1])


class _Perceptron:
    def __init__(self, size: int) -> None:
        self.weights = np.zeros((len(OFFSETS), size, len(TAGS)), np.float32)
        self.late = np.zeros_like(self.weights)
        self.transitions = np.zeros((len(TAGS), len(TAGS)), np.float32)
        self.late_transitions = np.zeros_like(self.transitions)
        self.barred = np.where(_allowed(), 0, _NEVER).astype(np.float32)
        self.clock = 1

    def learn(self, seen: list[NDArray[np.int32]], tags: NDArray[np.int64]) -> None:
        emissions = sum(self.weights[o][rows].sum(axis=1) for o, rows in enumerate(seen))
        guess = viterbi(np.asarray(emissions), self.transitions + self.barred)
        wrong = np.flatnonzero(guess != tags)
        if len(wrong):
            for o, rows in enumerate(seen):
                self._move(o, rows[wrong], tags[wrong], 1)
                self._move(o, rows[wrong], guess[wrong], -1)
            self.weights[:, 0] = 0  # row 0 is no feature
            for at in range(1, len(tags)):
                self._turn(tags[at - 1], tags[at], 1)
                self._turn(guess[at - 1], guess[at], -1)
        self.clock += 1

    def averaged(self) -> tuple[Floats, Floats]:
        weights = self.weights - self.late / self.clock
        weights[:, 0] = 0
        transitions = self.transitions - self.late_transitions / self.clock
        return weights.astype(np.float32), transitions.astype(np.float32)

    def _move(self, o: int, rows: NDArray[np.int32], tags: NDArray[np.int64], sign: int) -> None:
        where = (rows.ravel(), np.repeat(tags, rows.shape[1]))
        np.add.at(self.weights[o], where, sign)
        np.add.at(self.late[o], where, sign * self.clock)

    def _turn(self, before: int, after: int, sign: int) -> None:
        self.transitions[before, after] += sign
        self.late_transitions[before, after] += sign * self.clock


def _feature_table(
    data: list[Sentence], describe: Features
) -> tuple[dict[str, int], NDArray[np.int32], dict[str, int]]:
    """Rows of features, the rows of each word (0: none), and each word's number (0: padding)."""
    counts = Counter(form for sentence in data for form, _ in sentence)
    described = {form: describe(form) for form in counts}
    met: Counter[str] = Counter()
    for form, names in described.items():
        met.update(dict.fromkeys(names, counts[form]))
    names = ["", PADDING, *sorted(name for name, n in met.items() if n >= LEAST_WORDS)]
    rows = {name: row for row, name in enumerate(names)}
    width = max(len(several) for several in described.values())
    table = np.zeros((len(counts) + 1, width), np.int32)
    table[0, 0] = rows[PADDING]
    for number, several in enumerate(described.values(), 1):
        found = [rows.get(name, 0) for name in several]
        table[number, : len(found)] = found
    return rows, table, {form: number for number, form in enumerate(described, 1)}


def _allowed() -> NDArray[np.bool_]:
    return np.array([[not b.startswith("I") or a[1:] == b[1:] for b in TAGS] for a in TAGS])


if __name__ == "__main__":
    main()
