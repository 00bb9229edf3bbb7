"""Labels the words of a whole batch of texts with the sequence model, in numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from flows.text.ner_model import OFFSETS, TAGS, Blocks, Ints, NameModel, load_model
from flows.text.tokens import BREAK

_SENTENCE_ENDS = frozenset({BREAK, ".", "؟", "?", "!"})
_NEVER = -(1 << 28)  # the score of a tag that cannot stand where it is


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tag of each word of a text as an index into TAGS, and how sure it is (0..1).

    The score weighs the tag against the next best for this word, its neighbours' tags aside.
    """

    tags: list[int]
    scores: list[float]


def tag_words(texts: Sequence[Sequence[str]]) -> list[Tagging]:
    """The most likely tags of the folded words of each text; all texts are decoded together.

    >>> [TAGS[tag] for tag in tag_words([["قال", "محمد", "العلي", "في", "لندن"]])[0].tags]
    ['O', 'B-PER', 'I-PER', 'O', 'B-LOC']
    """
    sentences = [sentence for forms in texts for sentence in split_sentences(forms)]
    if not sentences:
        return [Tagging([], []) for _ in texts]
    blocks = _blocks()
    emissions = _emissions(blocks, sentences)
    tags = _viterbi(emissions, np.array([len(forms) for forms in sentences]), blocks.model)
    scores = _scores(emissions, tags, blocks.model.scale)
    taggings = []
    start = 0
    for forms in texts:
        end = start + len(forms)
        taggings.append(Tagging(tags[start:end].tolist(), scores[start:end].tolist()))
        start = end
    return taggings


def split_sentences(forms: Sequence[str]) -> list[Sequence[str]]:
    """`forms` cut after line breaks, full stops, question and exclamation marks.

    >>> split_sentences(["نعم", ".", "لا"])
    [['نعم', '.'], ['لا']]
    """
    ends = [at for at, form in enumerate(forms, 1) if form in _SENTENCE_ENDS]
    cuts = [0, *ends, len(forms)]
    return [forms[begin:end] for begin, end in pairwise(cuts) if begin < end]


def start_scores() -> Ints:
    """What a tag scores at the start of a sentence: a name cannot begin with its inside.

    >>> (start_scores() == 0).tolist() == [not tag.startswith("I") for tag in TAGS]
    True
    """
    return np.array([_NEVER if tag.startswith("I") else 0 for tag in TAGS], np.int32)


@cache
def _blocks() -> Blocks:
    return Blocks(load_model())


def _emissions(blocks: Blocks, sentences: list[Sequence[str]]) -> Ints:
    numbers = blocks.numbers(sentences)
    inner = np.flatnonzero(numbers)
    table = blocks.table
    scores: Ints = table[numbers[inner + OFFSETS[0]], 0]
    for place, offset in enumerate(OFFSETS[1:], 1):
        scores += table[numbers[inner + offset], place]
    return scores


def _viterbi(emissions: Ints, lengths: NDArray[np.int64], model: NameModel) -> NDArray[np.int8]:
    # All sentences advance together, the longest first, so that those still running are a prefix.
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    longest = int(lengths[order[0]])
    # running[step]: how many sentences are longer than `step` words
    running = np.searchsorted(-lengths[order], -np.arange(longest + 1))
    best = emissions[starts] + start_scores()
    came_from = np.zeros(emissions.shape, np.int8)
    last = np.zeros(len(starts), np.int8)
    for step in range(1, longest + 1):
        ended = slice(running[step], len(best))
        last[ended] = best[ended].argmax(axis=1)
        at = starts[: running[step]] + step
        paths = best[: running[step], :, None] + model.transitions
        came_from[at] = paths.argmax(axis=1)
        best = paths.max(axis=1) + (emissions[at] if len(at) else 0)
    tags = np.zeros(len(emissions), np.int8)
    for step in range(longest - 1, -1, -1):
        at = starts[: running[step]] + step
        tags[at] = last[: running[step]]
        last[: running[step]] = came_from[at, tags[at]]
    return tags


def _scores(emissions: Ints, tags: NDArray[np.int8], scale: float) -> NDArray[np.float64]:
    row = np.arange(len(tags))
    chosen = emissions[row, tags]
    others = emissions.copy()
    others[row, tags] = _NEVER
    margin = (chosen - others.max(axis=1)) / scale
    scores: NDArray[np.float64] = 1 / (1 + np.exp(-margin.clip(-30, 30)))
    return scores
