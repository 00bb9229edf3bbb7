"""Tells a source that is cited from one that the story is about."""

import re

from flows.text.folding import fold
from flows.text.source_lexicon import source_words


def is_cited(text: str, line_start: int, start: int, end: int) -> bool:
    """True where words of citing stand before or after the name at `start:end` of a line.

    >>> is_cited("قالت وكالة رويترز إن", 0, 11, 17), is_cited("أسهم رويترز هبطت", 0, 5, 11)
    (True, False)
    """
    before = text[max(line_start, start - _CITING_WINDOW) : start]
    words = fold(_SENTENCE_END.split(before)[-1]).split()
    return any(_is_citing(word) for word in words) or bool(_CITED_AFTER.match(text, end))


def _is_citing(word: str) -> bool:
    word = word.strip("\"'“”«»(),،:")
    return word in _CITING or (word[1:] in _CITING and word[0] in "وفبل")


_CITING_WINDOW = 45  # characters before a name
_CITING = frozenset(source_words("citing"))
_SENTENCE_END = re.compile(r"[.!؟?…]\s|\.\.")
# "رويترز عن", "رويترز أن": what a source says follows its name.
_CITED_AFTER = re.compile(
    r"[\"”»’)]?\s+(?:(?:\w+ ){0,2}(?:عن|أن|ان|إن|أنّ|إنّ|أنه|أنها|إنه|إنها|بأن)\s)"
)
