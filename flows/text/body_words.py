"""The words of a body in the one form in which bodies are compared, with their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from flows.text.folding import fold


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The folded words of a body; `starts` and `ends` are offsets into the file's text."""

    words: list[str]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def body_words(text: str, spans: Iterable[tuple[int, int]]) -> BodyWords:
    """The words that stand in `spans` of `text`, one after the other.

    What one newsroom writes together and another apart is one: figures stand apart from the
    letters beside them, a lone و and the عبد of a name belong to the next word.

    >>> body_words("قُتل 14شخصا و جُرح عبد الله", [(0, 27)]).words
    ['قتل', '14', 'شخصا', 'وجرح', 'عبدالله']
    """
    # One look-up per character in place of one regex match per word: four times as fast. What
    # folding removes stands inside a word, so that a marked word is as one as a plain one.
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = np.full(len(codes) + 1, _GAP, np.uint8)
    for start, end in spans:
        classes[start:end] = _classes()[np.minimum(codes[start:end], 0xFFFF)]
        classes[end] = _GAP
    is_seen = classes != _TRANSPARENT
    is_seen[0] = True
    classes = classes[np.maximum.accumulate(np.where(is_seen, np.arange(len(classes)), 0))]
    classes[classes == _TRANSPARENT] = _GAP
    bounds = np.flatnonzero(classes[1:] != classes[:-1]) + 1
    starts = np.concatenate(([0], bounds))
    ends = np.concatenate((bounds, [len(codes)]))
    is_word = classes[starts] != _GAP
    starts, ends = starts[is_word], ends[is_word]
    return _joined(_folded(codes, classes, starts, ends), starts, ends)


def _folded(
    codes: NDArray[np.uint32],
    classes: NDArray[np.uint8],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> list[str]:
    codes = np.where(classes[:-1] == _GAP, np.uint32(_BREAK), codes)
    touching = starts[1:][starts[1:] == ends[:-1]]
    if len(touching):
        codes = np.insert(codes, touching, _BREAK)
    folded = fold(codes.tobytes().decode("utf-32-le", "surrogatepass"))
    return [word for word in folded.lower().split("\n") if word]


def _joined(words: list[str], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> BodyWords:
    if _DETACHED.isdisjoint(words):
        return BodyWords(words, starts, ends)
    joined: list[str] = []
    is_first = np.ones(len(words), bool)
    begun = ""
    for number, word in enumerate(words):
        is_first[number] = not begun
        if word in _DETACHED and number + 1 < len(words) and not words[number + 1].isdigit():
            begun += word
        else:
            joined.append(begun + word)
            begun = ""
    is_last = np.append(is_first[1:], True)
    return BodyWords(joined, starts[is_first], ends[is_last])


@cache
def _classes() -> NDArray[np.uint8]:
    # Of every character of the basic plane; what lies beyond stands for a gap, emoji above all.
    characters = [chr(code) for code in range(0x10000)]
    folded = fold("\n".join("x" if c.isspace() else c for c in characters)).split("\n")
    classes = np.full(0x10000, _GAP, np.uint8)
    for code, (character, rest) in enumerate(zip(characters, folded, strict=True)):
        if not rest:
            classes[code] = _TRANSPARENT
        elif character.isdecimal():
            classes[code] = _DIGIT
        elif character.isalnum():
            classes[code] = _LETTER
    return classes


_GAP, _TRANSPARENT, _LETTER, _DIGIT = range(4)
_BREAK = ord("\n")
_DETACHED = frozenset({"و", "عبد"})  # and; servant of, the first part of many names
