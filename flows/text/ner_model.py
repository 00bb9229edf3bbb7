"""The sequence model that labels names which no list knows: a linear chain over word pieces.

Its scores depend on single words at distance -2 … +2 and on the label before. So what a word
contributes at its five distances is one block of numbers, computed once however often the word
is met. Weights are whole numbers, so sums are exact whatever their order. On what the model was
trained and how well it does stands in flows/lexicon/ner_model.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from flows.lexicon import uncollected
from flows.text.ner_features import features

OFFSETS = (-2, -1, 0, 1, 2)
TAGS = ("O", *(f"{part}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for part in "BI"))
PADDING = "<padding>"  # the feature of the places before and after a sentence

Ints = NDArray[np.int32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NameModel:
    """A feature's row, its weights (rows × offsets × tags), and tag × tag transition scores.

    `scale` is how many units of weight change the odds of a tag by the factor e.
    """

    rows: dict[str, int]
    weights: NDArray[np.int16]
    transitions: Ints
    scale: float

    def block(self, form: str) -> Ints:
        """What the folded word `form` adds to the tags of the words that stand around it.

        Row i belongs to the word OFFSETS[i] places before it.

        >>> load_model().block("محمد").shape
        (5, 9)
        """
        known = [row for name in features(form) if (row := self.rows.get(name)) is not None]
        block: Ints = self.weights[known].sum(axis=0, dtype=np.int32)
        return block


@cache
@uncollected()
def load_model() -> NameModel:
    """The model that is shipped with the lexicon.

    >>> len(load_model().rows) > 10_000
    True
    """
    with (
        (resources.files("flows.lexicon") / "ner_model.npz").open("rb") as file,
        np.load(file) as arrays,
    ):
        names = arrays["features"].tobytes().decode().split("\n")
        return NameModel(
            {name: row for row, name in enumerate(names)},
            arrays["weights"].reshape(len(names), len(OFFSETS), len(TAGS)),
            arrays["transitions"].astype(np.int32),
            float(arrays["scale"]),
        )


class Blocks:
    """The blocks of the words met so far, in one table; number 0 is the padding.

    >>> blocks = Blocks(load_model())
    >>> blocks.numbers(["قال", "محمد", "قال"]).tolist()
    [1, 2, 1]
    """

    MOST = 1 << 17  # words; 180 bytes each, so that memory stays flat whatever the corpus

    def __init__(self, model: NameModel) -> None:
        """An empty table for `model`."""
        self.model = model
        self.table: Ints = np.zeros((0, len(OFFSETS), len(TAGS)), np.int32)
        self._number: dict[str, int] = {}
        self._forget()

    def numbers(self, forms: Sequence[str]) -> Numbers:
        """The table's number of each word; the next call may number all words anew."""
        found = list(map(self._number.get, forms))
        if None in found:
            if len(self._number) > self.MOST:
                self._forget()
            self._learn({form for form in forms if form not in self._number})
            found = list(map(self._number.get, forms))
        return np.array(found, np.int64)

    def _learn(self, forms: Iterable[str]) -> None:
        new = sorted(forms)
        if not new:
            return
        first = len(self._number) + 1
        if first + len(new) > len(self.table):
            grown = np.zeros((2 * (first + len(new)), *self.table.shape[1:]), np.int32)
            grown[:first] = self.table[:first]
            self.table = grown
        for number, form in enumerate(new, first):
            self._number[form] = number
            self.table[number] = self.model.block(form)

    def _forget(self) -> None:
        self._number = {}
        self.table = np.zeros((1 << 12, len(OFFSETS), len(TAGS)), np.int32)
        self.table[0] = self.model.weights[self.model.rows[PADDING]]
