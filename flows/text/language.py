"""Tells Arabic from other languages, and letters from noise, by which characters a text holds."""

import math
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from flows.lexicon import rows
from flows.text.census import count_of


@dataclass(frozen=True, slots=True)
class Language:
    """The language that a text's letters speak for.

    `code` is a BCP 47 tag, None where too few letters are of the Arabic script to name one;
    `script` is the commonest script as Unicode names it, None for a text without letters;
    `arabic_share` (0..1) the share of letters that are of the Arabic script.
    """

    code: str | None
    script: str | None
    arabic_share: float


def language_of(text: str, counts: Counter[str]) -> Language:
    """The language of `text`, by its letters; `counts` are the counts of its characters.

    A text speaks for Arabic from a fifth of its letters on: news articles under long English
    captions lie above that (the lowest of 2,000 files of ten outlets has 0.89), English pages
    with an Arabic name or menu below. Of the languages of the script, the one whose own letters
    come most often wins: Persian writes پ چ ژ گ in 2–3 % of its letters, Arabic أ إ ؤ ة ى in 6 %,
    and begins every fifth word with the article. A single foreign letter is a foreign name.

    >>> language_of("بغداد", Counter("بغداد")), language_of("Baghdad", Counter("Baghdad")).script
    (Language(code='ar', script='ARABIC', arabic_share=1.0), 'LATIN')
    >>> language_of("گزارش پلیس", Counter("گزارش پلیس")).code
    'fa'
    """
    scripts: Counter[str] = Counter()
    for char, n in counts.items():
        if script := _script_of_letter(char):
            scripts[script] += n
    if not scripts:
        return Language(None, None, 0.0)
    share = scripts["ARABIC"] / scripts.total()
    code = _language_of_arabic_script(text, counts) if share >= _LEAST_ARABIC_SHARE else None
    return Language(code, scripts.most_common(1)[0][0], share)


def language_name(code: str) -> str:
    """The English name of a language of the Arabic script.

    >>> language_name("ckb")
    'Central Kurdish'
    """
    return _NAMES[code]


def script_of(char: str) -> str:
    """The script of a letter: the first word of its Unicode name.

    >>> script_of("خ"), script_of("Ж")
    ('ARABIC', 'CYRILLIC')
    """
    if "\u0620" <= char <= "\u064a" or "a" <= char <= "z":
        return "ARABIC" if char > "z" else "LATIN"
    return unicodedata.name(char, "UNKNOWN").split(" ", 1)[0]


@cache
def _script_of_letter(char: str) -> str:
    return script_of(char) if char.isalpha() else ""


def surprise(counts: Counter[str]) -> float:
    """How little the characters beyond ASCII look like Arabic news, in bits in all.

    The less surprise, the more probable the reading: an Arabic letter costs 3 to 9 bits by how
    common it is, a character that Arabic news hardly has 16, a control or lost character 24.
    ASCII costs nothing, for it is the same in every encoding that is compared.

    >>> surprise(Counter("الخبر")) < surprise(Counter("ط§ظ„ط®ط¨ط±"))
    True
    """
    return sum(n * _bits(char) for char, n in counts.items() if char > "\x7f")


def surprise_per_letter(counts: Counter[str]) -> float:
    """The mean surprise of the characters beyond ASCII, marks left out; 0 where there is none.

    Marks are left out so that vocalised text is no odder than plain text. Arabic news lies
    between 4.2 and 5.5 bits, capital Russian read as Arabic at 6.8, random bytes at 12.

    >>> 3 < surprise_per_letter(Counter("أعلنت الحكومة")) < 6
    True
    """
    letters = _beyond_ascii_without_marks(counts)
    return surprise(letters) / letters.total() if letters else 0.0


def is_odd_arabic(counts: Counter[str]) -> bool:
    """True for text whose letters are hardly those of Arabic; few letters are let vary more.

    >>> is_odd_arabic(Counter("الخبر")), is_odd_arabic(Counter("خضظث" * 9))
    (False, True)
    """
    letters = _beyond_ascii_without_marks(counts)
    allowance = _ALLOWANCE / math.sqrt(letters.total() or 1)
    return surprise_per_letter(letters) > _MOST_SURPRISE_OF_NEWS + allowance


def _beyond_ascii_without_marks(counts: Counter[str]) -> Counter[str]:
    return Counter({char: n for char, n in counts.items() if char > "\x7f" and char not in _MARKS})


def _language_of_arabic_script(text: str, counts: Counter[str]) -> str:
    if counts.keys().isdisjoint(_FOREIGN):
        return "ar"
    # The article weighs as three letters; Persian has it in the name of God and little else.
    articles = text.count(" ال") - text.count(" الله")
    best, most = "ar", max(1, _own_letters("ar", counts) + 3 * articles)
    for code in _NAMES:
        own = _own_letters(code, counts)
        if own > most:
            best, most = code, own
    return best


def _own_letters(code: str, counts: Counter[str]) -> int:
    return count_of(counts, _LETTERS[code])


def _bits(char: str) -> float:
    known = _BITS.get(char)
    if known is not None:
        return known
    is_lost = char == "\ufffd" or unicodedata.category(char) in {"Cc", "Cs"}
    return _LOST_BITS if is_lost else _RARE_BITS


_LEAST_ARABIC_SHARE = 0.2
_MOST_SURPRISE_OF_NEWS = 5.6
_ALLOWANCE = 4.0  # twice and a bit the standard deviation of one letter's bits
_MARKS = frozenset(map(chr, range(0x064B, 0x0653)))
_RARE_BITS = 16.0
_LOST_BITS = 24.0
_BITS = {
    chr(int(row["code_point"][2:], 16)): -math.log2(float(row["per_mille"]) / 1000)
    for row in rows("letter_frequencies")
}
_LETTERS = {row["language"]: frozenset(row["letters"]) for row in rows("language_letters")}
_FOREIGN = frozenset().union(*(letters for code, letters in _LETTERS.items() if code != "ar"))
_NAMES = {row["language"]: row["name_en"] for row in rows("language_letters")}
