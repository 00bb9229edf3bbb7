"""Cuts folded Arabic text into words with offsets, and takes proclitics off the words.

Training, the knowledge base and serving all cut with these functions, so that a name is the
same sequence of pieces wherever it is met.
"""

import lzma
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, chain
from operator import add
from sys import intern

from flows.lexicon import rows, uncollected
from flows.text.folding import fold
from flows.text.knowledge import first_words
from flows.text.memo import Memo

BREAK = "\n"
ALI = "علي"  # the name, and the folded preposition
ON = "على"  # the preposition, where the text is known to spell it so
_MARKS = (
    {"\r": BREAK, "\n": BREAK} | dict.fromkeys("«»“”„‟‹›‘’'", '"') | dict.fromkeys("–—−‐‑―", "-")
)
_MARKS |= {",": "،", ";": "؛", "?": "؟"}
# A word, number, line break or mark with the blanks behind it: put end to end, they are the text.
_BLANKS = re.compile(r"[^\S\r\n]+\Z")
# Plain letters stand first, because a range of characters is matched faster than a class.
_TILE = re.compile(r"(?:[\u0621-\u064a]+(?![^\W\d_])|[^\W\d_]+|\d+|[\r\n]+|[^\w\s]|_)[^\S\r\n]*")

# Classes of cues that are nouns, which و ب ل precede as they precede names.
_NOUNS = frozenset({"field", "body", "seat", "medium", "place_inside", "place_outside"})

Piece = tuple[int, int, str]

# The pieces of a tile: form, how far on the next one begins, length, whether it ends its word.
Tile = tuple[tuple[str, int, int, bool], ...]


JEDDAH = "جده"
OUJDA = "وجده"  # Oujda, and "and Jeddah"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text in columns of equal length; offsets count folded characters.

    `ends_word` is False for a proclitic whose word goes on in the next piece.
    """

    forms: list[str]
    starts: list[int]
    ends: list[int]
    ends_word: tuple[bool, ...]


def cut(folded: str) -> Pieces:
    """The pieces of a folded text: words without proclitics, proclitics, digits and marks.

    A word is a run of letters; a number a run of digits; each mark of punctuation stands alone,
    quotation marks all in the form '"' and dashes in the form "-"; line breaks make one piece
    with the form BREAK.

    >>> pieces = cut("قال: بموسكو 24-7")
    >>> pieces.forms
    ['قال', ':', 'ب', 'موسكو', '24', '-', '7']
    >>> pieces.starts
    [0, 3, 5, 6, 12, 14, 15]
    """
    texts = _TILE.findall(folded)
    if not texts:
        return Pieces([], [], [], ())
    tiled = chain.from_iterable(map(_TILES.__getitem__, texts))
    forms, steps, lengths, ends_word = zip(*tiled, strict=True)
    first = len(folded) - sum(steps)  # behind the blanks before the first word
    starts = list(accumulate(steps[:-1], initial=first))
    return Pieces(list(forms), starts, list(map(add, starts, lengths)), ends_word)


def cut_again(pieces: Pieces, places: Sequence[int]) -> Pieces:
    """The pieces with those at `places` cut in two behind their first letter, a proclitic.

    For words that only their neighbours tell: "and Jeddah", "to the BBC".

    >>> cut_again(cut("الرياض وجده"), [1]).forms
    ['الرياض', 'و', 'جده']
    """
    forms, starts, ends = list(pieces.forms), list(pieces.starts), list(pieces.ends)
    ends_word = list(pieces.ends_word)
    for at in reversed(places):
        start = starts[at]
        forms[at : at + 1] = [forms[at][0], intern(forms[at][1:])]
        starts.insert(at + 1, start + 1)
        ends.insert(at, start + 1)
        ends_word.insert(at, False)
    return Pieces(forms, starts, ends, tuple(ends_word))


def split_proclitics(word: str) -> tuple[Piece, ...]:
    """A folded word as pieces (start, end, form): its proclitics و ف ب ل ك and its stem.

    The article stays with its word; in لل it is written out in the form, while the piece keeps
    the letters that stand in the text. A letter is taken off only where frequencies in `level`
    say that the rest is a word of its own.

    >>> split_proclitics("وللبنتاغون")
    ((0, 1, 'و'), (1, 2, 'ل'), (2, 10, 'البنتاغون'))
    >>> split_proclitics("واشنطن"), split_proclitics("لبنان")
    (((0, 6, 'واشنطن'),), ((0, 5, 'لبنان'),))
    """
    if not word[0].isalnum():
        return ((0, len(word), _MARKS.get(word[0], word)),)
    if len(word) < 3 or word[0] not in "وفبلك" or _is_name(word):
        return ((0, len(word), word),)
    pieces: list[Piece] = []
    start = 0
    if _has_conjunction(word):
        pieces.append((0, 1, word[0]))
        start = 1
    stem = None if start and _is_name(word[1:]) else _without_preposition(word[start:])
    if stem is not None:
        pieces.append((start, start + 1, word[start]))
        start += 1
    pieces.append((start, len(word), stem or word[start:]))
    return tuple(pieces)


def level(word: str) -> int:
    """How frequent a folded word is: ten times the Zipf value, 0 for a rare or unknown word.

    The Zipf value is the logarithm to base ten of the occurrences in a thousand million words;
    the list reaches down to 25, about one occurrence in three million words.

    >>> level("العراق") > level("والعراق") > level("كوناشنكوف")
    True
    """
    return _levels().get(word, 0)


def frequent_words() -> frozenset[str]:
    """All words that `level` knows, folded.

    >>> "العراق" in frequent_words()
    True
    """
    return frozenset(_levels())


def _tile(text: str) -> Tile:
    word = _BLANKS.sub("", text)
    pieces = split_proclitics(word)
    nexts = [*(start for start, _, _ in pieces[1:]), len(text)]
    return tuple(
        (intern(form), following - start, end - start, following == len(text))
        for (start, end, form), following in zip(pieces, nexts, strict=True)
    )


_TILES: Memo[str, Tile] = Memo(_tile)


def _has_conjunction(word: str) -> bool:
    if word[0] not in "وف":
        return False
    rest = word[1:]
    own, other = level(word), level(rest)
    if rest in _verbs_of_saying():
        return True  # "وأضاف", which is met more often than "أضاف"
    if own == 0 and other == 0:
        if _without_preposition(rest) is not None or rest.startswith("ال"):
            return len(rest) > 4
        # "ويلكنسون" is a name, "ويستكتبونهم" a verb: unknown words in وي and وو stay whole.
        return word[0] == "و" and word[1] not in "ويا" and len(rest) > 3
    return other >= own + 2 and (len(rest) > 2 or other > 50)


def _without_preposition(word: str) -> str | None:
    if len(word) < 4 or word[0] not in "بلك":
        return None
    rest = word[1:]
    own = level(word)
    if word.startswith("لل"):
        with_article = "ال" + word[2:]
        return rest if level(rest) > level(with_article) + 5 else with_article
    other = level(rest)
    if rest.startswith("ال") and len(rest) > 4:
        return rest if (other > own - 12 if own else other > 0 or len(rest) > 6) else None
    if rest in _names():
        return rest if own == 0 or other >= own + 3 else None
    return rest if other >= max(own, 20) + 8 else None


def _is_name(word: str) -> bool:
    # "فان" (so that) stays two pieces although Van is a city: it is met too often.
    return word in _names() and level(word) < 50


@cache
@uncollected()
def _names() -> frozenset[str]:
    """Words that begin names, so that و of واشنطن and ب of بوتين are letters of theirs."""
    firsts = first_words()
    listed = (row["name"] for row in rows("person_names"))
    cues = (str(fold(row["cue"])) for row in rows("entity_cues") if row["class"] in _NOUNS)
    return frozenset(
        word
        for word in firsts.union(listed, cues)
        if len(word) > 2 and not word.startswith(("وال", "بال", "كال", "لل"))
    )


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(
        str(fold(row["cue"])) for row in rows("entity_cues") if row["class"] == "saying"
    )


@cache
@uncollected()
def _levels() -> dict[str, int]:
    packed = (resources.files("flows.lexicon") / "ner_words.xz").read_bytes()
    values = lzma.decompress(packed).decode().split()  # words and their levels in turn
    levels = dict(zip(values[::2], map(int, values[1::2]), strict=True))
    return levels | {ON: levels[ALI]}
