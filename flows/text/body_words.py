"""The words of a body in the one form in which bodies are compared, with their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from flows.text.folding import fold
from flows.text.word_hashes import hashes_of, letter_values, word_hashes


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of a body, in parallel arrays.

    `hashes` are those of the folded words, `starts` and `ends` offsets into the file's text;
    `is_figure` says which are written in digits.
    """

    hashes: NDArray[np.uint64]
    is_figure: NDArray[np.bool_]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def body_words(text: str, spans: Iterable[tuple[int, int]]) -> BodyWords:
    """The words that stand in `spans` of `text`, one after the other.

    What one newsroom writes together and another apart is one: figures stand apart from the
    letters beside them, a lone و and the عبد of a name belong to the next word. All is done on
    whole texts, one look-up per character: a Python step per word would take thrice the time.

    >>> found = body_words("قُتل 14شخصا و جُرح عبد الله", [(0, 27)])
    >>> found.hashes.tolist() == hashes_of(["قتل", "14", "شخصا", "وجرح", "عبدالله"]).tolist()
    True
    >>> found.starts.tolist(), found.is_figure.tolist()
    ([0, 5, 7, 12, 19], [False, True, False, False, False])
    """
    table = _characters()
    # Behind the last character stands a gap, for a word that ends there.
    codes = np.frombuffer(f"{text}\n".encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, _BEYOND)
    classes = table.classes[codes]
    classes[~_inside(len(codes), spans)] = _GAP
    # What folding removes stands inside a word, so that a marked word is as one as a plain one.
    places = np.flatnonzero(classes != _TRANSPARENT)
    classes, values = classes[places], table.values[codes[places]]
    if np.any(classes == _LIGATURE):
        places, classes, values = _spelt_out(table, codes, places, classes, values)
    bounds = np.flatnonzero(classes[1:] != classes[:-1]) + 1
    firsts, lasts = np.concatenate(([0], bounds)), np.append(bounds, len(classes))
    is_word = classes[firsts] != _GAP
    firsts, lasts = firsts[is_word], lasts[is_word]
    return _joined(
        values[classes != _GAP],
        lasts - firsts,
        classes[firsts] == _DIGIT,
        places[firsts],
        places[lasts],
    )


def _inside(length: int, spans: Iterable[tuple[int, int]]) -> NDArray[np.bool_]:
    changes = np.zeros(length, np.int8)
    bounds = np.array(list(spans), np.int64).reshape(-1, 2)
    changes[bounds[:, 0]] += 1
    changes[bounds[:, 1]] -= 1
    return np.cumsum(changes, dtype=np.int8).view(np.bool_)


def _joined(
    values: NDArray[np.uint64],
    counts: NDArray[np.int64],
    is_figure: NDArray[np.bool_],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> BodyWords:
    hashes = word_hashes(values, np.cumsum(counts) - counts, counts)
    is_detached = np.isin(hashes, _detached())
    if not is_detached.any():
        return BodyWords(hashes, is_figure, starts, ends)
    is_begun = np.append(is_detached[:-1] & ~is_figure[1:], False)
    is_first, is_last = np.append(True, ~is_begun[:-1]), ~is_begun
    counts = np.add.reduceat(counts, np.flatnonzero(is_first))
    hashes = word_hashes(values, np.cumsum(counts) - counts, counts)
    return BodyWords(hashes, is_figure[is_first], starts[is_first], ends[is_last])


@dataclass(frozen=True, slots=True)
class _Characters:
    """What each character of the basic plane is; what lies beyond is a gap, emoji above all."""

    classes: NDArray[np.uint8]
    values: NDArray[np.uint64]
    ligatures: dict[int, NDArray[np.uint64]]


@cache
def _characters() -> _Characters:
    characters = [chr(code) for code in range(_BEYOND + 1)]
    folded = fold("\n".join("x" if c.isspace() else c for c in characters)).lower().split("\n")
    classes = np.full(len(characters), _GAP, np.uint8)
    letters = np.zeros(len(characters), np.uint64)
    ligatures = {}
    for code, (character, spelt) in enumerate(zip(characters, folded, strict=True)):
        if not spelt:
            classes[code] = _TRANSPARENT
        elif character.isdecimal():
            classes[code], letters[code] = _DIGIT, ord(spelt)
        elif character.isalnum():
            classes[code], letters[code] = _LETTER, ord(spelt[0])
            if len(spelt) > 1:
                classes[code] = _LIGATURE
                ligatures[code] = _values(spelt.replace(" ", ""))
    return _Characters(classes, letter_values(letters), ligatures)


def _values(letters: str) -> NDArray[np.uint64]:
    return letter_values(np.array([ord(letter) for letter in letters], np.uint64))


def _spelt_out(
    table: _Characters,
    codes: NDArray[np.uint32],
    places: NDArray[np.int64],
    classes: NDArray[np.uint8],
    values: NDArray[np.uint64],
) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.uint64]]:
    """The characters with the letters of each ligature in its place."""
    is_ligature = classes == _LIGATURE
    spelt = [table.ligatures[code] for code in codes[places[is_ligature]].tolist()]
    counts = np.ones(len(places), np.int64)
    counts[is_ligature] = [len(letters) for letters in spelt]
    places, values = np.repeat(places, counts), np.repeat(values, counts)
    classes, is_ligature = np.repeat(classes, counts), np.repeat(is_ligature, counts)
    classes[is_ligature], values[is_ligature] = _LETTER, np.concatenate(spelt)
    return places, classes, values


@cache
def _detached() -> NDArray[np.uint64]:
    return hashes_of(["و", "عبد"])  # and; servant of, the first part of many names


_GAP, _TRANSPARENT, _LETTER, _DIGIT, _LIGATURE = range(5)
_BEYOND = 0xFFFF
