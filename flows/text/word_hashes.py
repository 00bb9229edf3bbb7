"""Hashes of words, of a whole text at once: they are compared in place of the letters."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from flows.text.mixing import mixed


def letter_values(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The number with which each letter, a code point, enters the hash of its word."""
    return mixed(letters)


def word_hashes(
    values: NDArray[np.uint64], starts: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """The hash of each word: equal for equal letters in equal order, in every process and version.

    `values` are those of the letters of all words, one word behind the other; `starts` says where
    each begins and `counts` how many letters it has.

    >>> letters = np.array([ord(letter) for letter in "بابوباب"], np.uint64)
    >>> values, counts = letter_values(letters), np.array([3, 1, 3])
    >>> door, _, again = word_hashes(values, np.array([0, 3, 4]), counts)
    >>> bool(door == again == hashes_of(["باب"])[0])
    True
    """
    if not len(starts):
        return np.empty(0, np.uint64)
    places = np.arange(len(values)) - np.repeat(starts, counts)
    return mixed(np.add.reduceat(values * _WEIGHTS[places & _LAST], starts))


def hashes_of(words: Sequence[str]) -> NDArray[np.uint64]:
    """The hashes of single words, none of them empty."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).astype(np.uint64)
    counts = np.fromiter(map(len, words), np.int64, len(words))
    return word_hashes(letter_values(letters), np.cumsum(counts) - counts, counts)


_LAST = 63  # letters further behind weigh as those 64 before them: no word is that long
_WEIGHTS = np.cumprod(np.full(_LAST + 1, 0x9E3779B97F4A7C15, np.uint64))
