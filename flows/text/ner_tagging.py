"""Labels the words of a whole batch of texts with the sequence model, in numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from flows.text.ner_model import OFFSETS, TAGS, Blocks, Ints, NameModel, Numbers, load_model
from flows.text.tokens import BREAK

_SENTENCE_ENDS = (BREAK, ".", "؟", "?", "!")
_NEVER = -(1 << 28)  # the score of a tag that cannot stand where it is


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tag of each word of a text as an index into TAGS, and how sure a name is (0..1).

    The score weighs the tag against the next best for this word, its neighbours' tags aside; it
    is 0 outside of names.
    """

    tags: list[int]
    scores: list[float]


def tag_words(texts: Sequence[Sequence[str]]) -> list[Tagging]:
    """The most likely tags of the folded words of each text; all texts are decoded together.

    >>> [TAGS[tag] for tag in tag_words([["قال", "محمد", "العلي", "في", "لندن"]])[0].tags]
    ['O', 'B-PER', 'I-PER', 'O', 'B-LOC']
    """
    sizes = np.array([len(forms) for forms in texts], np.int64)
    if not sizes.any():
        return [Tagging([], []) for _ in texts]
    blocks = _blocks()
    numbered = blocks.numbers([*chain.from_iterable(texts), *_SENTENCE_ENDS])
    numbers, ends = np.split(numbered, [-len(_SENTENCE_ENDS)])
    lengths = _sentence_lengths(numbers, ends, sizes)
    emissions = _emissions(blocks.table, numbers, lengths)
    tags = _viterbi(emissions, lengths, blocks.model)
    scores = _scores(emissions, tags, blocks.model.scale)
    taggings = []
    start = 0
    for forms in texts:
        end = start + len(forms)
        taggings.append(Tagging(tags[start:end].tolist(), scores[start:end].tolist()))
        start = end
    return taggings


def start_scores() -> Ints:
    """What a tag scores at the start of a sentence: a name cannot begin with its inside.

    >>> (start_scores() == 0).tolist() == [not tag.startswith("I") for tag in TAGS]
    True
    """
    return np.array([_NEVER if tag.startswith("I") else 0 for tag in TAGS], np.int32)


@cache
def _blocks() -> Blocks:
    return Blocks(load_model())


def _sentence_lengths(numbers: Numbers, ends: Numbers, sizes: Numbers) -> Numbers:
    """How many words each sentence has; one ends at a mark and at the end of its text."""
    is_last = np.isin(numbers, ends)
    is_last[np.cumsum(sizes)[sizes > 0] - 1] = True
    return np.diff(np.flatnonzero(is_last), prepend=-1)


def _emissions(table: Ints, numbers: Numbers, lengths: Numbers) -> Ints:
    # Two paddings, number 0, stand before and after every sentence.
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    inner = np.arange(len(numbers)) + 2 * sentence + 2
    padded = np.zeros(len(numbers) + 2 * len(lengths) + 2, np.int64)
    padded[inner] = numbers
    scores: Ints = table[padded[inner + OFFSETS[0]], 0]
    for place, offset in enumerate(OFFSETS[1:], 1):
        scores += table[padded[inner + offset], place]
    return scores


def _viterbi(emissions: Ints, lengths: Numbers, model: NameModel) -> NDArray[np.int8]:
    # All sentences advance together, the longest first, so that those still running are a prefix.
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    longest = int(lengths[order[0]])
    # running[step]: how many sentences are longer than `step` words
    running = np.searchsorted(-lengths[order], -np.arange(longest + 1))
    # best[at]: the score of the best path that ends at a word, by its tag. Which tag it came from
    # is asked on the way back, for the chosen tags only.
    best = emissions.copy()
    best[starts] += start_scores()
    for step in range(1, longest):
        at = starts[: running[step]] + step
        best[at] += (best[at - 1, :, None] + model.transitions).max(axis=1)
    into = np.ascontiguousarray(model.transitions.T)
    tags = np.zeros(len(emissions), np.int8)
    following = np.zeros(0, np.int8)
    for step in range(longest - 1, -1, -1):
        at = starts[: running[step]] + step
        paths = best[at]
        paths[: len(following)] += into[following]
        following = tags[at] = paths.argmax(axis=1).astype(np.int8)
    return tags


def _scores(emissions: Ints, tags: NDArray[np.int8], scale: float) -> NDArray[np.float64]:
    scores = np.zeros(len(tags))
    named = np.flatnonzero(tags)
    row, tag = np.arange(len(named)), tags[named]
    others = emissions[named]
    chosen = others[row, tag]
    others[row, tag] = _NEVER
    margin = (chosen - others.max(axis=1)) / scale
    scores[named] = 1 / (1 + np.exp(-margin.clip(-30, 30)))
    return scores
