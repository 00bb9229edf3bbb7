"""Tells the words that change from one filling of a template to the next: figures, dates, names.

Weather, prayer times, markets and obituaries are written by filling in a form. Two of them share
most of their words and are different news all the same: what differs is what the form is for.
Opposites are for forms that differ in the event itself: a guest arrives today and leaves tomorrow.
"""

import zlib

from flows.lexicon import rows
from flows.text.folding import fold

FIGURE, DATE, NAME, OPPOSITE = 1, 2, 3, 4


def word_code(word: str) -> int:
    """The number under which a folded `word` is compared: 32 bits, the same in every process.

    A number word is the figure that it names: newsrooms write 3 for ثلاثة and the other way round.

    >>> word_code("ثلاثه") == word_code("3") != word_code("4")
    True
    """
    return zlib.crc32(_NUMBERS.get(word, word).encode("utf-8", "surrogatepass"))


def filling(word: str) -> int:
    """What a folded `word` fills in, as a number; 0 for a word of the frame.

    The last three bits are FIGURE, DATE, NAME or OPPOSITE. Figures are digits and number words,
    dates are weekdays and months, names are places and names of persons, with or without the
    article or one proclitic, which does not count. Opposites are equal if they mean the same
    direction. Words are judged alone: a name that is also an ordinary word counts as a name,
    which harms only where two texts differ in it.

    >>> [filling(word) & 7 for word in ("1436", "الجمعه", "بجده", "ارتفاع", "الصلاه")]
    [1, 2, 3, 4, 0]
    >>> filling("وبيروت") == filling("بيروت") != filling("لدمشق")
    True
    >>> filling("انخفض") == filling("وتراجع") != filling("ارتفع")
    True
    """
    for core in _cores(word):
        if kind := _kind(core):
            return word_code(_OPPOSITES.get(core, core)) & ~7 | kind
    return 0


def _cores(word: str) -> tuple[str, ...]:
    if word.startswith("ال"):  # the fourth is as much a figure as four
        return word, word[2:]
    if len(word) > _SHORTEST_NAME and word[0] in _PROCLITICS:
        return word, word[1:], word[1:].removeprefix("ال")
    return (word,)


def _kind(word: str) -> int:
    if word in _NUMBERS or word.isdecimal():
        return FIGURE
    if word in _DATES:
        return DATE
    if word in _OPPOSITES:
        return OPPOSITE
    return NAME if word in _NAMES else 0


def _single_words(names: list[str]) -> frozenset[str]:
    folded = fold("\n".join(names)).split("\n")
    return frozenset(name for name in folded if name and " " not in name)


_SHORTEST_NAME = 3  # behind a proclitic; shorter rests are too often no name
_PROCLITICS = "وفبلك"
_NUMBERS = {
    str(fold(row["form"])): row["value"]
    for row in rows("dates_numbers")
    if " " not in row["form"] and row["value"].isdecimal() and row["role"] != "fraction"
}
_DATES = _single_words(
    [row["form"] for name in ("dates_weekdays", "dates_months") for row in rows(name)]
)
_OPPOSITES = {str(fold(row["form"])): row["direction"] for row in rows("opposite_words")}
_PLACES = frozenset(row["entity_id"] for row in rows("entities") if row["kind"] == "LOC")
_NAMES = _single_words(
    [row["name"] for row in rows("entity_names") if row["entity_id"] in _PLACES]
    + [row["name"] for row in rows("person_names")]
)
