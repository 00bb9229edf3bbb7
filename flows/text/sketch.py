"""The words of a body as numbers, and a sketch of them by which similar bodies are found.

The sketch keeps a fixed fraction of all runs of four words: those whose hash lies below a bound.
Whatever is kept of one text is kept of every other, so the share of one sketch that stands in
another estimates how much of the text does (Broder 1997). MinHash keeps a fixed number instead,
and so cannot see a short text inside a long one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from flows.text.body_words import body_words
from flows.text.mixing import mixed
from flows.text.slots import coded

SHINGLE = 4
"""Words in a run. Three find phrases that any two articles share; five miss edited sentences."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a body, in parallel arrays, and its sketch.

    `body_key` is equal for equal words in equal order. `words` are their codes and `fillings`
    what they fill in where the text is a template (see slots); `starts` and `ends` are offsets
    in characters of the file's text. `sketch` are 64-bit hashes in ascending order.
    """

    body_key: int
    words: NDArray[np.uint32]
    fillings: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]
    sketch: NDArray[np.uint64]


def wording(text: str, spans: Iterable[tuple[int, int]]) -> Wording:
    """The words that stand in `spans` of `text`, one after the other, and their sketch.

    Spelling variants, marks, punctuation and case do not count; digits do, and are not folded
    to a class: a template with other figures is another text.

    >>> one = wording("زارَ ١٤ ضيفاً إلى غزة", [(0, 21)])
    >>> other = wording("زار 14 ضيفا، الى غزه", [(0, 20)])
    >>> one.body_key == other.body_key, (one.fillings & 7).tolist(), one.starts.tolist()
    (True, [0, 1, 0, 0, 3], [0, 5, 8, 14, 18])
    """
    found = body_words(text, spans)
    words, fillings = coded(found.hashes, found.is_figure)
    key = blake2b(words.astype("<u4").tobytes(), digest_size=8).digest()
    return Wording(
        body_key=int.from_bytes(key, "big"),
        words=words,
        fillings=fillings,
        starts=found.starts.astype(np.uint32),
        ends=found.ends.astype(np.uint32),
        sketch=sketch_of(words),
    )


def sketch_of(words: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """The kept hashes of all runs of SHINGLE words, ascending, each once.

    Of more than 256 runs an eighth of the hash space is kept, of more than 128 a quarter, of
    more than 64 half, and of fewer all. The bounds are nested: what the longer text may have
    kept, the shorter one has.

    >>> len(sketch_of(np.arange(60, dtype=np.uint32)))
    57
    >>> 80 < len(sketch_of(np.arange(803, dtype=np.uint32))) < 120
    True
    """
    run_count = len(words) - SHINGLE + 1
    if run_count < 1:
        return np.empty(0, np.uint64)
    codes = words.astype(np.uint64)
    hashes = codes[:run_count] * _MULTIPLIERS[0]
    for step in range(1, SHINGLE):
        hashes += codes[step : step + run_count] * _MULTIPLIERS[step]
    hashes = np.sort(mixed(hashes))
    hashes = hashes[np.append(True, hashes[1:] != hashes[:-1])]
    halvings = sum(len(hashes) > size for size in (64, 128, 256))
    kept: NDArray[np.uint64] = hashes[hashes <= np.uint64(2 ** (64 - halvings) - 1)]
    return kept


# Odd numbers without a pattern: the first bits of the fractions of √2, √3, √5 and √7.
_MULTIPLIERS = np.array(
    [0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1], np.uint64
)
