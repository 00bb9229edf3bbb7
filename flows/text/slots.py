"""Tells the words that change from one filling of a template to the next: figures, dates, names.

Weather, prayer times, markets and obituaries are written by filling in a form. Two of them share
most of their words and are different news all the same: what differs is what the form is for.
Opposites are for forms that differ in the event itself: a guest arrives today and leaves tomorrow.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.word_hashes import hashes_of

FIGURE, DATE, NAME, OPPOSITE = 1, 2, 3, 4


def word_codes(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The numbers under which words of these hashes are compared, were they not known to slots."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


def coded(
    hashes: NDArray[np.uint64], is_figure: NDArray[np.bool_]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The codes of words, and what they fill in: 0 for a word of the frame.

    `is_figure` says which are written in digits. A number word has the code of the figure that it
    names: newsrooms write 3 for ثلاثة and the other way round. The last three bits of a filling
    are FIGURE, DATE, NAME or OPPOSITE. Figures are digits and number words, dates are weekdays and
    months, names are places and names of persons, with or without the article or one proclitic,
    which does not count. Opposites are equal if they mean the same direction. Words are judged
    alone: a name that is also an ordinary word counts as a name, which harms only where two texts
    differ in it.

    >>> def fillings(*words): return coded(hashes_of(words), np.zeros(len(words), bool))[1]
    >>> (fillings("الجمعه", "بجده", "ارتفاع", "الصلاه") & 7).tolist()
    [2, 3, 4, 0]
    >>> beirut, and_beirut, damascus = fillings("بيروت", "وبيروت", "لدمشق")
    >>> bool(beirut == and_beirut != damascus)
    True
    >>> fell, and_retreated, rose = fillings("انخفض", "وتراجع", "ارتفع")
    >>> bool(fell == and_retreated != rose)
    True
    """
    known_hashes, known_codes, known_fillings = _known()
    codes = word_codes(hashes)
    fillings = np.where(is_figure, codes & _NO_KIND | FIGURE, np.uint32(0))
    at = np.minimum(np.searchsorted(known_hashes, hashes), len(known_hashes) - 1)
    found = np.flatnonzero(known_hashes[at] == hashes)
    codes[found] = known_codes[at[found]]
    fillings[found] = known_fillings[at[found]]
    return codes, fillings


@cache
def _known() -> tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32]]:
    """Hashes of all forms that fill in something, ascending, with their codes and fillings."""
    kinds = dict.fromkeys(_NAMES, NAME) | dict.fromkeys(_OPPOSITES, OPPOSITE)
    kinds |= dict.fromkeys(_DATES, DATE) | dict.fromkeys(_NUMBERS, FIGURE)
    words = list(kinds)
    meanings = [_NUMBERS.get(word) or _OPPOSITES.get(word) or word for word in words]
    fillings = word_codes(hashes_of(meanings)) & _NO_KIND | np.fromiter(kinds.values(), np.uint32)
    numbers = [_NUMBERS.get(word, word) for word in words]
    # Behind a lone proclitic what is left of a short word is too often no name: it is left out.
    forms = [
        prefix + word if len(prefix) != 1 or len(word) >= _SHORTEST else word
        for prefix in ("", "ال", *_PROCLITICS, *(f"{proclitic}ال" for proclitic in _PROCLITICS))
        for word in words
    ]
    hashes = hashes_of(forms)
    # Of the ways to read a form the first goes: with the fewest letters for a prefix.
    known_hashes, at = np.unique(hashes, return_index=True)
    codes = word_codes(hashes)
    codes[: len(words)] = word_codes(hashes_of(numbers))  # the fourth is another word than 4
    return known_hashes, codes[at], fillings[at % len(words)]


def _single_words(names: list[str]) -> frozenset[str]:
    folded = fold("\n".join(names)).split("\n")
    return frozenset(name for name in folded if name and " " not in name)


_NO_KIND = np.uint32(2**32 - 8)
_SHORTEST = 3  # letters of a word behind a proclitic
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
